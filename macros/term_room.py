"""What the notes of a page's terms say: which sentence tells which terms apart, and whose notes say that and why they matter.

A page of a section links more than fifty terms, and all that is known of them does not fit into the 4 KB that its notes may add. So each
note says the names, the definition, what to know first and the source; what the page teaches says all; and while there is room others say
what tells them apart, and then why they matter: those first that need least of it, which serves most cards.
"""

from __future__ import annotations

import zlib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .model.term import Confusion, Term

_ROOM = 4150
"""Compressed bytes, as estimated, that a page's notes may grow to."""
_IN_PAGE = 0.9
"""What compressed text adds to a page, of what it takes alone: the page has said many of its words."""
_MARKUP = 8
"""What the tags of a note add."""

Told = Mapping[str, tuple[Term, Confusion]]
"""Term -> (the term whose data say it, what tells the two apart)."""


class Room(NamedTuple):
    """The terms whose notes say what tells them apart, and those whose notes say why they matter."""

    apart: frozenset[str]
    why: frozenset[str]


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


def room(terms: Sequence[Term], told: Told, section: str | None, publishers: Mapping[str, str]) -> Room:
    """What fits: all of the terms that the page teaches, and as much of the others as there is room for."""
    apart = {id: confusion.difference for id, (_, confusion) in told.items()}
    why = {t.id: t.why for t in terms if t.why}
    own = {t.id for t in terms if t.section == section}
    always = {said[id] for said in (apart, why) for id in said if id in own}
    more = [text for said in (apart, why) for text in sorted(set(said.values()) - always, key=lambda text: (len(text), text))]
    base = [_always(t, publishers) for t in terms] + sorted(always)

    def over(number: int) -> bool:
        text = "\n".join([*base, *more[:number]])
        return len(zlib.compress(text.encode())) * _IN_PAGE + _MARKUP * len(terms) > _ROOM

    fit = always.union(more[: bisect_left(range(1, len(more) + 1), True, key=over)])
    return Room(*(frozenset(id for id, text in said.items() if text in fit) for said in (apart, why)))


def _always(term: Term, publishers: Mapping[str, str]) -> str:
    names = filter(None, (term.ko, term.en, term.abbr, term.reading))
    return " ".join((*names, term.definition, *term.prerequisites, publishers.get(term.id, "")))
