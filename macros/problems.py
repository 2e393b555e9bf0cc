"""One shape for every complaint, collected first and printed together."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, where, and the nearest right thing.

    `path` is relative to the project root, `line` and `column` count from 1.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.path}:{self.line}:{self.column}: {self.message}"
        return f"{text} {self.hint}" if self.hint else text


class ProblemsFound(Exception):
    """Raised once, with every problem, so that an author fixes all of them in one go."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """All problems, one a line, and a closing count."""
    lines = [str(p) for p in sorted(set(problems))]
    return "\n".join([*lines, f"문제 {len(lines)}건"])


def github(problems: Iterable[Problem]) -> str:
    """All problems as commands that make GitHub show them beside the lines of a pull request."""
    return "\n".join(
        f"::error file={_escaped(p.path, ':,')},line={p.line},col={p.column}::{_escaped(f'{p.message} {p.hint}'.strip())}"
        for p in sorted(set(problems))
    )


def _escaped(text: str, also: str = "") -> str:
    for character in f"%\r\n{also}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def did_you_mean(word: str, allowed: Iterable[str], limit: int = 8) -> str:
    """'혹시 'x'입니까?' for the nearest allowed word, else the allowed words when they are few."""
    words = sorted(set(allowed))
    near = nearest(word, words)
    if near:
        return f"혹시 '{near}'입니까?"
    return f"쓸 수 있는 값: {', '.join(words)}." if words and len(words) <= limit else ""


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word most like `word`. Case does not count; words that begin alike come first: 'defn' is 'definition', not 'en'."""
    folded = {w.casefold(): w for w in sorted(allowed, reverse=True)}
    wanted = word.casefold()
    near = difflib.get_close_matches(wanted, sorted(folded), n=3, cutoff=0.6)
    alike = [w for w in near if w[:1] == wanted[:1]]
    # Prefixes catch what difflib scores too low.
    starts = [w for w in sorted(folded) if len(wanted) >= 3 and w.startswith(wanted[:3])]
    found = (alike or starts or near)[:1]
    return folded[found[0]] if found else None
