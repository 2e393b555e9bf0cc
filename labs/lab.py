"""One run of a lab: what it says, in blocks that a page can show, and the values that a page's sentences use.

A lab is `labs/<na_me>/run.py` with `run(lab: Lab)`. What it prints is kept twice: `recorded.txt` as printed, `recorded.json` for the pages.
"""

from __future__ import annotations

import datetime
import hashlib
import importlib.metadata
import inspect
import json
import os
import platform
import statistics
import textwrap
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

# An array of NumPy. The type checker runs where there is no NumPy.
Array: TypeAlias = Any
ROOT = Path(__file__).parents[1]
HERE = ROOT / "labs"
RECORDED = "recorded.json"
PRINTED = "recorded.txt"
# What of a CPU explains its times: instruction sets, newest first, as Linux names them.
_INSTRUCTIONS = {
    "amx_int8": "AMX INT8",
    "avx512_vnni": "AVX-512 VNNI",
    "avx_vnni": "AVX-VNNI",
    "avx512f": "AVX-512",
    "avx2": "AVX2",
    "asimddp": "NEON dot product",
}


class ClaimFailed(Exception):
    """What a page says of this lab is not so in this run."""


class Lab:
    """Collects one run. `fast` asks for the same work with fewer repetitions: its times mean nothing, all else does."""

    def __init__(self, name: str, work: Path, *, fast: bool = False, record: bool = False, echo: Callable[[str], None] = print) -> None:
        self.name, self.work, self.fast, self.record, self._echo = name, work, fast, record, echo
        self._blocks: dict[str, dict[str, Any]] = {}
        self._values: dict[str, dict[str, Any]] = {}
        self._broken: list[str] = []
        self._elsewhere: list[str] = []
        self._started = time.perf_counter()

    def pick(self, full: Any, fast: Any) -> Any:
        return fast if self.fast else full

    # --- what the pages show -----------------------------------------------------------------------------------
    def say(self, block: str, *lines: str) -> None:
        """Lines of output. Said again of the same block, they follow."""
        text = "\n".join(lines)
        before = self._blocks.get(block)
        self._blocks[block] = {"kind": "output", "language": "text", "text": f"{before['text']}\n{text}" if before else text}
        self._echo(text)

    def table(self, block: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Aligned columns: the first to the left, the others to the right. ASCII, so that they align in every font."""
        widths = [max(len(row[n]) for row in (heads, *rows)) for n in range(len(heads))]
        self.say(
            block,
            *(
                "  ".join(cell.ljust(w) if n == 0 else cell.rjust(w) for n, (cell, w) in enumerate(zip(row, widths, strict=True))).rstrip()
                for row in (heads, *rows)
            ),
        )

    def code(self, block: str, *functions: Callable[..., Any]) -> None:
        """The source of functions that this run calls. Kept, not printed."""
        text = "\n\n\n".join(textwrap.dedent(inspect.getsource(f)).rstrip() for f in functions)
        self._blocks[block] = {"kind": "code", "language": "python", "text": text}

    def file(self, block: str, path: Path, language: str) -> None:
        """A file that this run uses. Kept, not printed."""
        self._blocks[block] = {"kind": "code", "language": language, "text": path.read_text("utf-8").rstrip()}

    def gpu(self, block: str, change: str, text: str, language: str = "bash") -> None:
        """What a GPU would change, and the command or file for it. Nobody ran it here, and it says so."""
        text = textwrap.dedent(text).strip()
        self._blocks[block] = {"kind": "gpu", "language": language, "text": text}
        self._echo(f"\n[GPU] {change} 여기서는 실행하지 않았습니다.\n{textwrap.indent(text, '  ')}")

    def value(self, key: str, number: float, unit: str = "", digits: int = 0, within: float | None = None) -> float:
        """A number for a sentence. `within`: how far another run may be from it (0: exact); None: a time, which may differ."""
        self._values[key] = {"value": round(float(number), 6), "unit": unit, "digits": digits, "within": within}
        return float(number)

    def claim(self, said: str, holds: bool, *, here_only: bool = False) -> None:
        """What a page says of the numbers in words: a run in which it is not so is refused.

        `here_only`: of times, or too close a call to ask of another machine. Only a recording is refused for it.
        """
        if not holds:
            (self._elsewhere if here_only and not self.record else self._broken).append(said)

    # --- the end of a run -----------------------------------------------------------------------------------------
    def finish(self, packages: Sequence[str]) -> dict[str, Any]:
        """Everything about this run, or ClaimFailed."""
        if self._broken:
            raise ClaimFailed(f"{self.name}: " + "; ".join(self._broken))
        made = {
            "lab": self.name,
            "date": datetime.date.today().isoformat(),
            "fast": self.fast,
            "seconds": round(time.perf_counter() - self._started, 1),
            "sources": sources_hash(self.name),
            "python": platform.python_version(),
            "machine": machine(),
            "packages": {p: importlib.metadata.version(p) for p in packages},
            "values": self._values,
            "blocks": self._blocks,
        }
        self._echo(f"\n{footer(made)}")
        if self._elsewhere and not self.fast:
            self._echo(f"이 실행에서는 페이지의 설명과 다릅니다: {'; '.join(self._elsewhere)}.")
        return made


def folder(name: str) -> Path:
    """Where a lab lives: its name as Python can import it."""
    return HERE / name.replace("-", "_")


def footer(made: Mapping[str, Any]) -> str:
    packages = ", ".join(f"{name} {version}" for name, version in made["packages"].items())
    return f"{made['date']}, Python {made['python']}{', ' if packages else ''}{packages}, {made['machine']}, {made['seconds']}초"


def machine() -> str:
    """The CPU by what matters for the times, not by its name."""
    flags: set[str] = set()
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text("utf-8", errors="replace").splitlines():
            if line.split(":")[0].strip() in ("flags", "Features"):
                flags.update(line.split(":", 1)[1].split())
    known = next((words for flag, words in _INSTRUCTIONS.items() if flag in flags), "")
    kind = {"x86_64": "x86-64", "AMD64": "x86-64"}.get(platform.machine(), platform.machine())
    return f"{kind} CPU 코어 {os.cpu_count()}개{f' ({known})' if known else ''}"


def sources_hash(name: str) -> str:
    """Of everything that decides what a lab does: its folder and the shared modules."""
    files = [*HERE.glob("*.py"), *(f for f in folder(name).rglob("*") if f.is_file() and f.name not in (RECORDED, PRINTED))]
    digest = hashlib.sha256()
    for file in sorted(files):
        if "__pycache__" not in file.parts:
            digest.update(f"{file.relative_to(HERE).as_posix()}\n".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def text_of(made: Mapping[str, Any]) -> str:
    """recorded.txt of a run: its output and what a GPU would change, as printed."""
    parts = [
        block["text"] if block["kind"] == "output" else f"[GPU, 실행하지 않음]\n{block['text']}"
        for block in made["blocks"].values()
        if block["kind"] != "code"
    ]
    return "\n\n".join([*parts, footer(made)]) + "\n"


def write(made: Mapping[str, Any]) -> None:
    here = folder(str(made["lab"]))
    (here / RECORDED).write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (here / PRINTED).write_text(text_of(made), "utf-8")


# --- measuring ----------------------------------------------------------------------------------------------------------
def timed(function: Callable[[], Any]) -> tuple[float, Any]:
    """(seconds, what it returned)."""
    start = time.perf_counter()
    result = function()
    return time.perf_counter() - start, result


def percentile(seconds: Sequence[float], percent: float) -> float:
    """The smallest time that `percent` % of the times do not exceed."""
    ordered = sorted(seconds)
    return ordered[max(0, -(-len(ordered) * percent // 100).__int__() - 1)]


def race(runners: Mapping[str, Callable[[], Any]], rounds: int, warmup: int = 3) -> dict[str, float]:
    """Median seconds of each, taken in turns so that a busy moment of the machine hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in runners}
    for turn in range(warmup + rounds):
        for name, runner in runners.items():
            seconds, _ = timed(runner)
            if turn >= warmup:
                times[name].append(seconds)
    return {name: statistics.median(found) for name, found in times.items()}
