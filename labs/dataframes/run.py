"""Data frames and estimators: two ordinary scripts, timed step by step on the CPU; a GPU runs the very same files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from labs.lab import Lab

PACKAGES = ("numpy", "pandas", "scikit-learn")
HERE = Path(__file__).parent


def script(name: str, *arguments: str) -> dict[str, Any]:
    """What a script printed. It runs alone, as it would under cudf.pandas."""
    done = subprocess.run([sys.executable, str(HERE / name), *arguments], capture_output=True, text=True, check=False, timeout=300)
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def run(lab: Lab) -> None:
    rows, samples = lab.pick(1_000_000, 40_000), lab.pick(40_000, 4_000)
    table, learned = script("table.py", str(rows), str(lab.work)), script("learn.py", str(samples))
    size = (lab.work / "sales.csv").stat().st_size
    lab.say("table", f"{table['rows']:,} rows, {size / 1e6:.1f} MB of csv", "")
    whole = sum(table["seconds"].values())
    slice_ = table["seconds"]["apply each row"]
    shown = [(name, f"{s:.3f}", f"{s / whole:.0%}") for name, s in table["seconds"].items()]
    lab.table("table", ("step", "seconds", "share"), [*shown, ("all", f"{whole:.3f}", "100%")])
    lab.say("checks", *(f"{name}: {value}" for name, value in table["checks"].items()))
    lab.say("learn", f"{learned['rows']:,} rows, 20 columns", "")
    lab.table(
        "learn",
        ("estimator", "fit seconds", "score"),
        [(name, f"{s:.3f}", f"{learned['scores'][name]:.3f}") for name, s in learned["seconds"].items()],
    )
    per_row, per_column = slice_ / (rows // 20), table["seconds"]["column expression"] / rows
    lab.say(
        "apply",
        f"column expression {per_column * 1e9:,.0f} ns a row, apply {per_row * 1e9:,.0f} ns a row: {per_row / per_column:,.0f} times",
    )
    lab.value("seconds", whole, "초", digits=2)
    lab.value("apply-times", per_row / per_column, "배")
    lab.value("csv-share", (table["seconds"]["write csv"] + table["seconds"]["read csv"]) / whole * 100, "%")
    lab.value("apply-share", slice_ / whole * 100, "%")
    lab.value("groups", table["checks"]["groups"], "개", within=0)
    forest = learned["seconds"]["RandomForest"] / sum(learned["seconds"].values())
    lab.value("forest-share", forest * 100, "%")
    lab.value("forest-bound", 1 / (1 - forest), "배", digits=1)
    lab.claim("every region and day is there", table["checks"]["groups"] == 8 * 365)
    lab.claim("both ways give the same column", table["checks"]["apart"] <= 0.01)
    lab.claim("a function for each row is a hundred times as slow", per_row > 100 * per_column, here_only=True)
    lab.claim("the forest takes most of the learning", forest > 0.5, here_only=True)
    lab.claim("the forest beats the line", learned["scores"]["RandomForest"] > learned["scores"]["LogisticRegression"])
    lab.file("table-script", HERE / "table.py", "python")
    lab.file("learn-script", HERE / "learn.py", "python")
    lab.gpu(
        "rapids",
        "두 파일은 그대로 두고 앞에 붙이는 것만 바뀝니다. 어느 단계가 GPU로 갔는지는 --profile과 -v가 말합니다.",
        """
        cd labs/dataframes
        python -m cudf.pandas table.py 1000000 /tmp
        python -m cudf.pandas --profile table.py 1000000 /tmp
        python -m cuml.accel -v learn.py 40000
        """,
    )
