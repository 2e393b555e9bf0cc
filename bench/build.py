"""`make bench`: building the site against the same pages with the macros already written out, in one run, as ratios.

"With" is `python -m mkdocs build` of this repository, cold (nothing of ours cached) and warm. "Without" is the same engine, theme
and pages after every macro call has been replaced by its output and the macros plugin removed. Medians of N runs each, interleaved,
so that a busy machine slows both alike.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import jinja2

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".build/bench"
RUNS = int(os.environ.get("RUNS", "5"))


def expand() -> Path:
    """A copy of the project whose pages hold what the macros print."""
    project = WORK / "without"
    shutil.rmtree(WORK, ignore_errors=True)
    (project / "docs").mkdir(parents=True)
    shutil.copytree(ROOT / "theme", project / "theme")
    (project / "macros").symlink_to(ROOT / "macros")
    sys.path.insert(0, str(ROOT))

    from macros import _with_context, check
    from macros.authoring import FILTERS, MACROS, Author

    loaded = check.load(ROOT)
    author = Author(loaded.catalog, loaded.pages)
    environment = jinja2.Environment()
    environment.filters.update(FILTERS)
    for name in MACROS:
        environment.globals[name] = _with_context(getattr(author, name))
    for path, page in loaded.pages.items():
        target = project / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        front = page.text[: len(page.text) - len(page.body.lstrip())] if page.meta else ""
        body = page.body.lstrip()
        target.write_text(front + environment.from_string(body).render(page={"path": path}), "utf-8")
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = (
        re.sub(r"  - macros:\n(?:      .*\n)+", "", config)
        .replace("strict: true", "strict: false")
        .replace("watch: [data, labs, macros, theme]\n", "")
    )
    (project / "mkdocs.yml").write_text(config, "utf-8")
    return project


def seconds(project: Path, name: str) -> float:
    """Wall time of one build."""
    target = WORK / f"site-{name}"
    shutil.rmtree(target, ignore_errors=True)
    environment = {**os.environ, "SITE_DIR": str(target), "PYTHONPATH": str(project)}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "-q", "build"], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    taken = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stderr)
    return taken


def whole(cold: bool) -> float:
    """Wall time of `make site`: checks, fonts, engine, purge, links, budgets."""
    if cold:
        shutil.rmtree(ROOT / "theme/assets/fonts", ignore_errors=True)
        shutil.rmtree(ROOT / ".build/fonts", ignore_errors=True)
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "publish.build", "mkdocs", "site"], cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> None:
    from publish import fonts

    fonts.prepare(ROOT)
    without = expand()
    times: dict[str, list[float]] = {"without macros": [], "with macros": []}
    for _ in range(RUNS):
        times["without macros"].append(seconds(without, "without"))
        times["with macros"].append(seconds(ROOT, "with"))
    times["make site, cold"] = [whole(cold=True)]
    times["make site, warm"] = [whole(cold=False) for _ in range(3)]
    base = statistics.median(times["without macros"])
    results = {name: round(statistics.median(values), 2) for name, values in times.items()}
    for name, value in results.items():
        print(f"{name:18} {value:6.2f} s  {value / base:5.2f} x the same pages without macros")
    (ROOT / "bench/results").mkdir(exist_ok=True)
    (ROOT / "bench/results/build.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
