"""What the notes of a page's terms say: which sentence tells which terms apart, and whose notes say why they matter too.

A page of a section links more than fifty terms, and all that is known of them does not fit into the 4 KB that its notes may add. So each
note says the names, the definition, what to know first and the source; what the page teaches says all; and while there is room others
do, those first that need least of it, which makes most cards whole.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from .model.term import Confusion, Term

_ROOM = 3550
"""Compressed bytes, as estimated, that a page's notes may grow to."""
_IN_PAGE = 0.9
"""What compressed text adds to a page, of what it takes alone: the page has said many of its words."""
_MARKUP = 8
"""What the tags of a note add."""

Told = Mapping[str, tuple[Term, Confusion]]
"""Term -> (the term whose data say it, what tells the two apart)."""


def told_apart(terms: Sequence[Term]) -> Told:
    """A sentence for each term that is confused with another, as few as can be: one that tells two terms of the page apart serves both."""
    here = {t.id: t for t in terms}
    asked = {t.id for t in terms if t.confused_with}
    told: dict[str, tuple[Term, Confusion]] = {}
    pairs = [(t, c) for t in terms for c in t.confused_with if c.term in here]
    for serves in (2, 1):
        for term, confusion in pairs:
            ends = [end for end in (term.id, confusion.term) if end in asked and end not in told]
            if len(ends) >= serves:
                told |= dict.fromkeys(ends, (term, confusion))
    return told | {t.id: (t, t.confused_with[0]) for t in terms if t.confused_with and t.id not in told}


def whole(terms: Sequence[Term], told: Told, section: str | None, publishers: Mapping[str, str]) -> frozenset[str]:
    """The terms whose notes say all: those that the page teaches, those of which nothing more is known, and as many others as fit."""
    own = [t for t in terms if t.section == section]
    others = sorted((t for t in terms if t.section != section), key=lambda t: len(_more(t, told)))
    base = [_always(t, publishers) for t in terms] + list(dict.fromkeys(line for t in own for line in _lines(t, told)))

    def over(number: int) -> bool:
        text = "\n".join(dict.fromkeys([*base, *(line for t in others[:number] for line in _lines(t, told))]))
        return len(zlib.compress(text.encode())) * _IN_PAGE + _MARKUP * len(terms) > _ROOM

    least = sum(not _more(t, told) for t in others)
    fit = bisect_left(range(least + 1, len(others) + 1), True, key=over)
    return frozenset(t.id for t in (*own, *others[: least + fit]))


def _always(term: Term, publishers: Mapping[str, str]) -> str:
    names = filter(None, (term.ko, term.en, term.abbr, term.reading))
    return " ".join((*names, term.definition, *term.prerequisites, publishers.get(term.id, "")))


def _lines(term: Term, told: Told) -> Iterator[str]:
    if term.why:
        yield term.why
    if term.id in told:
        yield told[term.id][1].difference


def _more(term: Term, told: Told) -> str:
    return "".join(_lines(term, told))
