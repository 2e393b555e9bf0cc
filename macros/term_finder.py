"""Finds terms in Korean text by any of their forms, in one pass whose cost does not grow with the number of terms.

An Aho-Corasick automaton gives every place where a form stands; a place counts only when the word begins there and ends there, or
goes on with particles. The leftmost place wins, and of those that begin there the longest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from .model.term import Term
from .term_abbreviations import Expansions
from .term_edges import HYPHENS, Edges, latin
from .term_patterns import Pattern, merged, patterns
from .term_senses import BLOCK, CUT, Cue, Senses, at_home
from .verbatim import WORD, prose

__all__ = ["BLOCK", "CUT", "WORD", "Finder", "Mention"]

_SPACES = "\t\n\r\u00a0\u2002\u2003\u2009\u202f\u3000"
_GONE = re.compile("[®™]|(?<= ) ")
"""Signs that are not read: those of trade marks, and every space but the first."""


class Mention(NamedTuple):
    """A place in a text that names a term."""

    start: int
    end: int
    term: str


class Finder:
    """Every form of a set of terms, ready to be found."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = terms
        found: dict[str, Pattern] = {}
        for term in terms.values():
            for text, pattern in patterns(term):
                known = found.get(text)
                found[text] = merged(known, pattern) if known else pattern
        self._patterns = tuple(found.values())
        self._edges = Edges(frozenset(text for text, p in found.items() if p.owners))
        self._automaton = AhoCorasick(
            list(found), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def find(self, text: str, section: str | None = None, said: str | None = None) -> Iterator[Mention]:
        """The mentions in `text`, in order and apart from each other. `section` is that of the page, which decides between homonyms.

        `said` is the text before what is to be left alone was masked in it: words of a link are no mention, but tell the sense of others.
        """
        text = _evened(text)
        said = text if said is None else _evened(said)
        text = prose(text)
        marks = [match.start() for match in _GONE.finditer(said)] if any(sign in said for sign in ("  ", "®", "™")) else []
        if not marks:
            yield from self._mentions(text, said, section)
            return
        gone = [mark - number for number, mark in enumerate(marks)]  # CUDA® 툴킷 is read as CUDA 툴킷
        for start, end, term in self._mentions(_GONE.sub("", text), _GONE.sub("", said), section):
            yield Mention(start + bisect_right(gone, start), end + bisect_right(gone, end - 1), term)

    def _mentions(self, text: str, said: str, section: str | None) -> Iterator[Mention]:
        places = self._longest(text, said)
        barred = {(term, n) for start, end, p in places for term in p.excludes for n in range(start, end)}
        senses = Senses(text, (Cue(a, b, p.favours, p.hushes) for a, b, p in places if p.favours or p.hushes), self._terms)
        expansions = Expansions(text)
        done, last = 0, None
        for start, end, pattern in places:
            owner = self._owner(pattern, section) if start >= done and pattern.owners else None
            if last and owner is None and start >= done and last.term in pattern.owners and _glosses(text, last.end, start, end):
                owner = last.term
            if start >= done and pattern.owners and (owner, start) not in barred:
                asks = pattern.asks and owner is not None and not at_home(self._terms[owner], section)
                meant = (
                    owner
                    and (pattern.sure or not senses.other(owner, start, end, asks=asks))
                    and not self._another(expansions, text, start, end, owner)
                )
                if not asks or meant:  # else its words may still mean themselves: 자체 관리 노드
                    done = end
                if owner and meant:
                    last = Mention(start, end, owner)
                    yield last

    def _another(self, expansions: Expansions, text: str, start: int, end: int, owner: str) -> bool:
        """Whether the text has said that this abbreviation is short for something else."""
        short = text[start:end].removesuffix("s")
        return short.isascii() and short.isupper() and expansions.other(short, end, self._terms[owner].forms)

    def _longest(self, text: str, said: str) -> list[tuple[int, int, Pattern]]:
        """Valid places by where they begin, the longest first. What is masked in the text names nothing, but speaks of the sense."""
        found = []
        whole = text == said
        for number, start, end in self._automaton.find_matches_as_indexes(said, overlapping=True):
            pattern, read = self._patterns[number], text
            if not whole and text[start:end] != said[start:end]:
                if not (pattern.favours or pattern.hushes or pattern.excludes):
                    continue
                pattern, read = pattern._replace(owners=()), said
            if self._edges.begins(read, start, pattern):
                if read[end : end + 1] == "s" and latin(read[end - 1]) and read[end - 1] != "s":
                    end += 1  # GPUs, Tensor Cores
                if self._edges.ends(read, end, pattern):
                    found.append((start, end, pattern))
        found.sort(key=lambda place: (place[0], -place[1]))
        return found

    def _owner(self, pattern: Pattern, section: str | None) -> str | None:
        """The one term that is meant on a page of this section, or None: never a guess."""
        if not pattern.local:
            return pattern.owners[0] if len(pattern.owners) == 1 else None
        owners = [self._terms[id] for id in pattern.owners]
        here = [t.id for t in owners if section and section in (t.section, *t.local_in)]
        if not here and len(owners) == 1 and section:  # a homonym within a chapter would be a guess
            here = [t.id for t in owners if t.chapter == int(section.split(".")[0])]
        return here[0] if len(here) == 1 else None


def _evened(text: str) -> str:
    """The text with one kind of space and of hyphen."""
    for space in _SPACES:
        text = text.replace(space, " ")
    for hyphen in HYPHENS[1:]:
        text = text.replace(hyphen, "-")
    return text


def _glosses(text: str, named: int, start: int, end: int) -> bool:
    """Whether a short form stands in the brackets of what was just named: 인피니밴드(IB), 텐서 병렬화(tensor parallelism, TP)."""
    return text[named:start] in ("(", " (", ", ", ",") and text[end : end + 1] in (")", ",")
