"""`make bench`: what loading and checking all of data/ costs, cold and again, and how it grows.

The peer is PyYAML's own fast loader on the same files: reading them at all, without positions, models or rules. Each time is the
median of N fresh processes that import everything first (imports are listed apart), so that nothing of ours is remembered between runs.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = int(os.environ.get("RUNS", "7"))
COPIES = 100

TIMED = """
import json, sys, time
from pathlib import Path
start = time.perf_counter()
{setup}
ready = time.perf_counter()
{work}
print(json.dumps([ready - start, time.perf_counter() - ready]))
"""
PEER = ("import yaml", "for f in sorted(Path(sys.argv[1], 'data').rglob('*.yml')): yaml.load(f.read_text('utf-8'), yaml.CSafeLoader)")
LOAD = ("from macros import catalog, checks", "catalog.load(Path(sys.argv[1], 'data'))")
CHECK = (LOAD[0], "checks.check_catalog(catalog.load(Path(sys.argv[1], 'data')))")
AGAIN = (
    "import macros\nclass Env:\n    project_dir = sys.argv[1]\n    macro = filter = staticmethod(lambda *a: None)\n"
    "macros.define_env(Env())",
    "macros.define_env(Env())",
)


def timed(script: tuple[str, str], project: Path, runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of (set-up, work) over fresh processes."""
    code = TIMED.format(setup=script[0], work=script[1])
    times = []
    for _ in range(runs):
        done = subprocess.run([sys.executable, "-c", code, str(project)], cwd=ROOT, check=True, capture_output=True, text=True)
        times.append(json.loads(done.stdout))
    return statistics.median(t[0] for t in times), statistics.median(t[1] for t in times)


def products_only(target: Path, copies: int) -> Path:
    """A project with nothing but products (each `copies` times under other ids and names) and what they need."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "data/products").mkdir(parents=True)
    shutil.copytree(ROOT / "data/sources", target / "data/sources")
    shutil.copytree(ROOT / "data/terms", target / "data/terms")
    shutil.copy(ROOT / "data/attributes.yml", target / "data")
    originals = sorted((ROOT / "data/products").glob("*.yml"))
    ids = sorted((f.stem for f in originals), key=len, reverse=True)
    for file in originals:
        text = file.read_text("utf-8")
        for copy in range(copies):
            renamed = text
            if copy:
                lines = [
                    f"{line} no. {copy}" if line.startswith("name:") else line
                    for line in text.splitlines()
                    if not line.startswith("aliases:")
                ]
                renamed = "\n".join(
                    _renamed(line, ids, copy) if "derived:" in line or line.startswith("parts:") else line for line in lines
                )
            (target / "data/products" / f"{file.stem}{f'-c{copy}' if copy else ''}.yml").write_text(renamed + "\n", "utf-8")
    return target


def _renamed(line: str, ids: list[str], copy: int) -> str:
    for id in ids:
        line = line.replace(f"{id}.", f"{id}-c{copy}\0") if f"{id}." in line else line
    return line.replace("\0", ".")


def main() -> None:
    files = len(list((ROOT / "data").rglob("*.yml")))
    peer, load, both, again = (timed(s, ROOT) for s in (PEER, LOAD, CHECK, AGAIN))
    print(f"{files} files; medians of {RUNS} fresh processes; ratio to PyYAML's CSafeLoader reading the same files")
    for name, (_, seconds) in {"CSafeLoader": peer, "load": load, "load and check": both, "define_env again": again}.items():
        print(f"  {name:18} {seconds * 1000:8.1f} ms  {seconds / peer[1]:6.2f}")
    print(f"  (imports, once a process: {load[0] * 1000:.0f} ms)")
    small = timed(CHECK, products_only(ROOT / ".build/bench-1", 1), 5)[1]
    large = timed(CHECK, products_only(ROOT / ".build/bench-100", COPIES), 1)[1]
    empty = timed(CHECK, products_only(ROOT / ".build/bench-0", 0), 5)[1]
    print(f"  products × {COPIES}: {large - empty:.2f} s against {small - empty:.3f} s: {(large - empty) / (small - empty):.0f} times")


if __name__ == "__main__":
    main()
