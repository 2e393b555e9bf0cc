"""Build the whole site with one engine, beside the last good one, and put it in its place only when everything holds.

`python -m publish.build mkdocs site`
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros import check
from macros.problems import report

from . import __main__ as finish
from . import fonts
from .engines import COMMANDS, ROOT


def build(engine: str, target: Path) -> int:
    """Exit status: 0 when `target` is the new site; otherwise `target` is as it was."""
    problems = check.problems(ROOT)
    if problems:
        print(report(problems), file=sys.stderr)
        return 1
    check.write_pages(ROOT)
    fonts.prepare(ROOT)
    draft = ROOT / ".build" / f"site-{engine}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.parent.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SITE_DIR": os.path.relpath(draft, ROOT), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        COMMANDS[engine], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode or not (draft / "index.html").exists():
        print(done.stdout, file=sys.stderr)
        return done.returncode or 1
    wrong = finish.publish(draft, ROOT)
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    old = target.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    draft.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    print(f"{target.name}/에 {len(list(target.rglob('*.html')))}쪽을 만들었습니다.")
    return 0


if __name__ == "__main__":
    sys.exit(build(sys.argv[1], ROOT / sys.argv[2]))
