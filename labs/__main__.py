"""`python -m labs [NAME …]`: run labs and print what they find. --record keeps it for the pages; --fast --out is for the tests."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path
from types import ModuleType

# One thread, so that times compare; a BLAS reads this when it is loaded.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from . import lab  # noqa: E402  it loads what loads a BLAS

ORDER = ("convert-optimize", "dataframes", "bottleneck", "lighter", "serve", "all-reduce")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="labs", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(ORDER))
    parser.add_argument("--fast", action="store_true", help="fewer repetitions: the times mean nothing")
    parser.add_argument("--record", action="store_true", help="keep the output for the pages")
    parser.add_argument("--out", type=Path, help="write the run of one lab to this file")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.names if name not in ORDER]
    if unknown or (options.record and options.fast):
        print(
            f"실습 {', '.join(unknown)}이(가) 없습니다. 있는 것: {', '.join(ORDER)}." if unknown else "--fast는 기록하지 않습니다.",
            file=sys.stderr,
        )
        return 2
    for name in options.names or ORDER:
        print(f"== {name} ==")
        module = load(name)
        with tempfile.TemporaryDirectory() as scratch:
            # What a lab makes stays for the reader, who may take it to a machine with a GPU.
            work = Path(scratch) if options.fast else lab.ROOT / ".build" / "labs" / name
            work.mkdir(parents=True, exist_ok=True)
            run = lab.Lab(name, work, fast=options.fast, record=options.record)
            module.run(run)
            made = run.finish(module.PACKAGES)
        if options.record:
            lab.write(made)
        if options.out:
            options.out.write_text(json.dumps(made, ensure_ascii=False), "utf-8")
        print()
    return 0


def load(name: str) -> ModuleType:
    return importlib.import_module(f"labs.{lab.folder(name).name}.run")


if __name__ == "__main__":
    sys.exit(main())
