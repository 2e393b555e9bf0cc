"""Which sense a word of many senses has in a paragraph, told by the words around it: 추론 beside reasoning is no inference.

A term lists words of its own field (`near`) and of other senses (`not_near`). The nearer of the two decides. A form in `only_near` is
linked only when a word of its field is there, or on a page of the chapter that teaches the term.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from .model.term import Term

BLOCK = "\x1e"
"""Stands for what ends any word and any paragraph: the edge of a block."""
CUT = "\x1f"
"""Stands for what ends any word and no paragraph: a source mark, a picture within a line, the end of a line."""


class Cue(NamedTuple):
    """A place that speaks for one sense of some terms and against another sense of others."""

    start: int
    end: int
    favours: tuple[str, ...]
    hushes: tuple[str, ...]


class Senses:
    """What the paragraphs of one text speak of."""

    def __init__(self, text: str, cues: Iterable[Cue], terms: Mapping[str, Term]) -> None:
        self._text, self._terms = text, terms
        self._cues = sorted(cues)
        self._starts = [cue.start for cue in self._cues]
        self._edges = [match.start() for match in re.finditer(BLOCK, text)] if self._cues else []
        self._known: dict[tuple[str, int], tuple[_Places, _Places]] = {}

    def _said(self, term: str, position: int) -> tuple[_Places, _Places]:
        """What speaks for the term and against it in the paragraph. Most terms are never in doubt, so it is not told before it is asked."""
        block = bisect_right(self._edges, position)
        if (term, block) not in self._known:
            near, other = self._known[term, block] = _Places(), _Places()
            first = bisect_left(self._starts, self._edges[block - 1]) if block else 0
            last = bisect_left(self._starts, self._edges[block]) if block < len(self._edges) else len(self._starts)
            for start, end, favours, hushes in self._cues[first:last]:
                if term in favours:
                    near.add(start, end)
                if term in hushes:
                    other.add(start, end)
        return self._known[term, block]

    def other(self, term: str, start: int, end: int, *, asks: bool) -> bool:
        """Whether the place is left alone. `asks`: it needs a word of its own field beside it.

        Only a term's first names and single words are in doubt; a longer phrase says what it means.
        """
        known = self._terms[term]
        if not (asks or known.not_near):
            return False
        name = self._text[start:end]
        if not asks and " " in name and name not in (known.ko, known.en):
            return False
        near, against = (places.distance(start, end) for places in self._said(term, start))
        if near is None:
            return asks or against is not None
        return against is not None and against < near


class _Places:
    """Places in the order of a text, any of which may hold others."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []
        """How far the places up to this one reach: a long one further than those that begin in it."""

    def add(self, start: int, end: int) -> None:
        self._starts.append(start)
        self._reach.append(max(end, self._reach[-1]) if self._reach else end)

    def distance(self, start: int, end: int) -> int | None:
        """How far the nearest one is, in characters: 0 for one that holds the place."""
        at = bisect_right(self._starts, start)
        before = [max(0, start - self._reach[at - 1])] if at else []
        after = [max(0, self._starts[at] - end)] if at < len(self._starts) else []
        return min(before + after, default=None)


def at_home(term: Term, section: str | None) -> bool:
    """Whether a page of this section is in a chapter that teaches the term, where its words mean it."""
    if not section:
        return False
    chapters = {part.split(".")[0] for part in (term.section, term.explained) if part}
    return section in term.local_in or section.split(".")[0] in chapters
