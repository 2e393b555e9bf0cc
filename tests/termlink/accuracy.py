"""How well terms are found in sentences labelled by hand. `python -m tests.termlink.accuracy` prints the table and every difference.

A label says what a careful reader calls a mention; README.md beside this file has the rules.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros import catalog
from macros.catalog import Catalog

from ..project import ROOT, load_yaml

FOLDER = Path(__file__).parent
_LABEL = re.compile(r"\{([^{}|]+)(?:\|([a-z0-9-]+))?\}")


@dataclass(frozen=True)
class Sentence:
    """A sentence without its labels, and the places labelled: (start, end, term or None for any)."""

    kind: str
    section: str | None
    text: str
    labels: tuple[tuple[int, int, str | None], ...]


@dataclass(frozen=True)
class Score:
    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def sentences() -> Iterator[Sentence]:
    for file in sorted(FOLDER.glob("*.yml")):
        for section, labelled in load_yaml(file.read_text("utf-8")):
            yield read(file.stem, section or None, labelled)


def read(kind: str, section: str | None, labelled: str) -> Sentence:
    text, labels, done = "", [], 0
    for match in _LABEL.finditer(labelled):
        text += labelled[done : match.start()]
        labels.append((len(text), len(text) + len(match[1]), match[2]))
        text, done = text + match[1], match.end()
    return Sentence(kind, section, text + labelled[done:], tuple(labels))


def known() -> frozenset[str]:
    """The terms there were when the sentences were labelled. What later terms find in them is neither right nor wrong."""
    return frozenset((FOLDER / "terms.txt").read_text("utf-8").split())


def score(sentence: Sentence, loaded: Catalog) -> tuple[Score, list[str]]:
    """A place with the wrong term counts as wrong and as missed."""
    everything = list(loaded.finder.find(sentence.text, sentence.section))
    later = [m for m in everything if m.term not in known()]
    found = {(m.start, m.end): m.term for m in everything if m.term in known()}
    due = {(s, e): term for s, e, term in sentence.labels if not any(m.start < e and s < m.end for m in later)}
    right = {place for place, term in found.items() if place in due and due[place] in (None, term)}
    shown = [f"  + {sentence.text[a:b]} ({found[a, b]})" for a, b in sorted(set(found) - right)]
    shown += [f"  - {sentence.text[a:b]}" for a, b in sorted(set(due) - right)]
    return Score(len(right), len(found) - len(right), len(due) - len(right)), shown


def scores(loaded: Catalog, out: list[str] | None = None) -> dict[str, Score]:
    """By class, and 'all'."""
    table: dict[str, Score] = {}
    for sentence in sentences():
        one, differences = score(sentence, loaded)
        for kind in (sentence.kind, "all"):
            table[kind] = table.get(kind, Score()) + one
        if differences and out is not None:
            out += [f"{sentence.kind} [{sentence.section or '-'}] {sentence.text}", *differences]
    return table


def main() -> int:
    differences: list[str] = []
    table = scores(catalog.load(ROOT / "data"), differences)
    print("\n".join(differences))
    print(f"{'class':14}{'labels':>8}{'found':>8}{'precision':>11}{'recall':>9}")
    for kind, one in table.items():
        print(f"{kind:14}{one.right + one.missed:8}{one.right + one.wrong:8}{one.precision:11.4f}{one.recall:9.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
