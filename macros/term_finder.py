"""Finds terms in Korean text by any of their forms, in one pass whose cost does not grow with the number of terms.

An Aho-Corasick automaton gives every place where a form stands; a place counts only when the word begins there and ends there, or
goes on with particles. The leftmost place wins, and of those that begin there the longest.
"""

from __future__ import annotations

import re
import string
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from .forms import variants
from .model.term import NAMES, Term
from .particles import ends_word
from .spellings import spellings
from .term_abbreviations import Expansions
from .term_senses import BLOCK, Cue, Senses, at_home

__all__ = ["BLOCK", "WORD", "Finder", "Mention"]

WORD = "\ue000"
"""Stands for a character that belongs to a word but to no term: text of links and code."""
_HANGUL = re.compile(r"[가-힣]*")
_SPACES = "\t\n\r\u00a0\u2002\u2003\u2009\u202f"
_MARKS = re.compile("[®™]")
_HYPHENS = "-\u2010\u2011"
_GLUE = frozenset(f"._:=@#$\\{_HYPHENS}")
_TOKEN = frozenset(string.ascii_letters + string.digits + ".+_-")
_LONGEST_TOKEN = 24
_JOINED = re.compile(r"(?:and|or|vs|versus)\b")
_NAMED_ON = re.compile(r" & [A-Z]")
_OTHER_PRODUCT = re.compile(
    r" (?:Adapter|Alertmanager|Cloud|(?i:Compose|Desktop|Hub|Lite|Swarm)|Conference|Elastic|Federated|Foundation|Geometric"
    r"|(?:Global )?Hackathon|Inspector|Labs?|Lightning|Loki|Mimir|Mobile|Operator|Probability|Quantum|SDK|Semantic Router|Serve|Studio"
    r"|Summit|Tempo|Transform)(?![A-Za-z0-9])"
)
"""What makes the name of a product the beginning of another's: Prometheus Operator, NCCL Inspector."""
_MANAGED = re.compile(r"\bManaged (?:Service for )?\Z")
"""What makes it the end of another's: Amazon Managed Prometheus."""
_JOINED_BEFORE = re.compile(r"\b(?:and|or|vs|versus) \Z")
_PREFIXED = re.compile(r"(?:^|[^가-힣-])[가-힣]-\Z")
_NUMBER = re.compile(r"(?<![A-Za-z0-9_.\ue000-])[0-9][0-9,]{0,11}\Z")


class Mention(NamedTuple):
    """A place in a text that names a term."""

    start: int
    end: int
    term: str


class _Pattern(NamedTuple):
    """What one written form means: terms anywhere, or only on pages of their own section or chapter."""

    owners: tuple[str, ...]
    excludes: tuple[str, ...]
    """Terms that are not meant inside this phrase: 'PCIe 스위치' is no network switch."""
    local: bool
    alone: bool
    """English words of every day: no mention inside a longer English phrase."""
    numbered: bool
    """May follow a number directly: 256스레드, 8GPU."""
    verb: bool
    product: bool = False
    """The name of a piece of software, which may begin the name of another."""
    hushes: tuple[str, ...] = ()
    """Terms that their words do not mean near this phrase: 추론 beside reasoning."""
    favours: tuple[str, ...] = ()
    """Terms that their words do mean near this phrase: 레이어 beside 신경망."""
    asks: bool = False
    """Means its term only near such a phrase."""
    sure: bool = False
    """Means its term whatever is near: inference beside reasoning."""


class Finder:
    """Every form of a set of terms, ready to be found."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms = terms
        patterns: dict[str, _Pattern] = {}
        for term in terms.values():
            for text, pattern in _patterns(term):
                known = patterns.get(text)
                patterns[text] = _merged(known, pattern) if known else pattern
        self._patterns = tuple(patterns.values())
        self._names = frozenset(text for text, p in patterns.items() if p.owners)
        self._automaton = AhoCorasick(
            list(patterns), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def find(self, text: str, section: str | None = None) -> Iterator[Mention]:
        """The mentions in `text`, in order and apart from each other. `section` is that of the page, which decides between homonyms."""
        for space in _SPACES:
            text = text.replace(space, " ")
        for hyphen in _HYPHENS[1:]:
            text = text.replace(hyphen, "-")
        marks = [match.start() for match in _MARKS.finditer(text)]
        if not marks:
            yield from self._mentions(text, section)
            return
        gone = [mark - number for number, mark in enumerate(marks)]  # CUDA® 툴킷 is read as CUDA 툴킷
        for start, end, term in self._mentions(_MARKS.sub("", text), section):
            yield Mention(start + bisect_right(gone, start), end + bisect_right(gone, end - 1), term)

    def _mentions(self, text: str, section: str | None) -> Iterator[Mention]:
        places = self._longest(text)
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

    def _longest(self, text: str) -> list[tuple[int, int, _Pattern]]:
        """Valid places by where they begin, the longest first."""
        found = []
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            pattern = self._patterns[number]
            if self._begins(text, start, pattern):
                if text[end : end + 1] == "s" and _latin(text[end - 1]) and text[end - 1] != "s":
                    end += 1  # GPUs, Tensor Cores
                if self._ends(text, end, pattern):
                    found.append((start, end, pattern))
        found.sort(key=lambda place: (place[0], -place[1]))
        return found

    def _owner(self, pattern: _Pattern, section: str | None) -> str | None:
        """The one term that is meant on a page of this section, or None: never a guess."""
        if not pattern.local:
            return pattern.owners[0] if len(pattern.owners) == 1 else None
        owners = [self._terms[id] for id in pattern.owners]
        here = [t.id for t in owners if section and section in (t.section, *t.local_in)]
        if not here and len(owners) == 1 and section:  # a homonym within a chapter would be a guess
            here = [t.id for t in owners if t.chapter == int(section.split(".")[0])]
        return here[0] if len(here) == 1 else None

    def _begins(self, text: str, start: int, pattern: _Pattern) -> bool:
        if start == 0:
            return True
        before = text[start - 1]
        if _wordy(before):
            return pattern.numbered and before.isdigit() and _NUMBER.search(text, max(0, start - 13), start) is not None
        if before in _GLUE and start > 1 and _glued(text[start], before, text[start - 2]):
            return False
        if before == "-" and _PREFIXED.search(text, max(0, start - 3), start):  # 인-네트워크 is one word
            return False
        if before in "_@#$\\":
            return False
        if before == "/" and not self._beside_slash(text, start - 1, forward=False):
            return False
        if pattern.product and before == " " and _MANAGED.search(text, max(0, start - 21), start):
            return False
        if pattern.alone and before in f" {_HYPHENS}" and start > 1 and _latin(text[start - 2]):
            return _JOINED_BEFORE.search(text, max(0, start - 8), start) is not None
        return True

    def _ends(self, text: str, end: int, pattern: _Pattern) -> bool:
        if end >= len(text):
            return True
        after, then = text[end], text[end + 1 : end + 2]
        if "가" <= after <= "힣":
            match = _HANGUL.match(text, end, end + 20)
            run = match.group() if match else ""
            return not _wordy(text[end + len(run) : end + len(run) + 1]) and ends_word(run, verb=pattern.verb)
        if _wordy(after):
            return False
        if after in _GLUE and then and _glued(text[end - 1], after, then):
            return False
        if after == "(" and then == ")":
            return False
        if after == "/" and _latin_or_digit(text[end - 1]) and not self._beside_slash(text, end, forward=True):
            return False  # 토큰/s is no path
        if pattern.product and _OTHER_PRODUCT.match(text, end):
            return False
        if not pattern.alone or after != " ":
            return True
        return not (_latin(then) and not _JOINED.match(text, end + 1)) and not _NAMED_ON.match(text, end)

    def _beside_slash(self, text: str, slash: int, *, forward: bool) -> bool:
        """Whether 'A/B' is two words rather than a path: the other side is Hangul, a word with a capital, or a term itself."""
        step, end = (1, slash + 1) if forward else (-1, slash - 1)
        while abs(end - slash) <= _LONGEST_TOKEN and 0 <= end < len(text) and text[end] in _TOKEN:
            end += step
        token = text[slash + 1 : end] if forward else text[end + 1 : slash]
        beyond = text[end] if 0 <= end < len(text) else ""
        if token.isdigit() and not forward and "가" <= text[slash + 1 : slash + 2] <= "힣":
            return beyond != "/"  # 8/노드, but not 2026/11/노드
        if not token:
            return beyond not in ("/", ":", "~", "")
        if beyond == "/":  # a third of a list: DCGM/NFD/GFD; but not usr/local/CUDA, NVIDIA/CUDA-X/tree
            return token in self._names or (token.isalpha() and token[0].isupper() and self._beside_slash(text, end, forward=forward))
        return token in self._names or (token.isalnum() and (token.isupper() or (token.isalpha() and token[0].isupper())))


def _patterns(term: Term) -> Iterator[tuple[str, _Pattern]]:
    local, unlinked, asking = set(term.local), set(term.unlinked), set(term.only_near)
    misspelt = [form for form in term.wrong_forms if form.isalpha()]  # 캐쉬 still means 캐시; a wrong phrase is another name
    for form in dict.fromkeys((*term.forms, *misspelt, *term.local)):
        if form in unlinked:
            continue
        for text in spellings(form, name=term.kind in NAMES):
            hangul = not text.isascii()
            yield (
                text,
                _Pattern(
                    owners=(term.id,),
                    excludes=(),
                    local=form in local,
                    alone=_everyday(form, text) and term.kind not in NAMES,
                    numbered=(hangul and "가" <= text[0] <= "힣") or (text.isupper() and text.isalpha() and len(text) > 2),
                    verb=term.verb and "가" <= text[-1] <= "힣",
                    product=term.kind in ("product", "software") and text.isascii(),
                    asks=form in asking,
                    sure=form in term.near,
                ),
            )
    for phrase in term.not_in:
        for text in variants(phrase, name=True):
            yield text, _Pattern((), (term.id,), local=False, alone=False, numbered=True, verb=True)
    for phrase in term.not_near:
        for text in variants(phrase):
            yield text, _Pattern((), (), local=False, alone=False, numbered=True, verb=True, hushes=(term.id,))
    for phrase in (p for p in term.near if p not in term.forms):
        for text in variants(phrase):
            yield text, _Pattern((), (), local=False, alone=False, numbered=True, verb=True, favours=(term.id,))


def _everyday(form: str, text: str) -> bool:
    """An English word that may be part of any phrase: 'latency', not 'tensor core' or 'time to first token'."""
    return text.isascii() and text.replace("-", "").isalpha() and (form.islower() or text.islower())


def _merged(one: _Pattern, other: _Pattern) -> _Pattern:
    """One written form of two terms, of one term in two ways, or a form of one and a phrase that excludes another."""
    owners = tuple(dict.fromkeys((*one.owners, *other.owners)))
    excludes = tuple(dict.fromkeys((*one.excludes, *other.excludes)))
    hushes = tuple(dict.fromkeys((*one.hushes, *other.hushes)))
    favours = tuple(dict.fromkeys((*one.favours, *other.favours)))
    if not one.owners or not other.owners:
        return (one if one.owners else other)._replace(excludes=excludes, hushes=hushes, favours=favours)
    local = one.local or other.local if len(owners) > 1 else one.local and other.local
    return _Pattern(
        owners,
        excludes,
        local,
        one.alone and other.alone,
        one.numbered or other.numbered,
        one.verb or other.verb,
        one.product and other.product,
        hushes,
        favours,
        one.asks and other.asks,
        one.sure and other.sure,
    )


def _wordy(character: str) -> bool:
    """Whether a character belongs to a word. '' does not."""
    return character.isalnum() or character in ("_", WORD) or (character > "\u02ff" and unicodedata.category(character)[0] == "M")


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _latin_or_digit(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _glosses(text: str, named: int, start: int, end: int) -> bool:
    """Whether a short form stands in the brackets of what was just named: 인피니밴드(IB), 텐서 병렬화(tensor parallelism, TP)."""
    return text[named:start] in ("(", " (", ", ", ",") and text[end : end + 1] in (")", ",")


def _glued(edge: str, glue: str, beyond: str) -> bool:
    """Whether a sign makes one word of a form's edge and what is beyond: GPU-x, cudf.pandas; but 순전파-역전파 is two words of Korean."""
    if glue in _HYPHENS:
        return _wordy(beyond) and not ("가" <= edge <= "힣" and "가" <= beyond <= "힣")
    return _machine(beyond, glue)


def _machine(beyond: str, glue: str) -> bool:
    """Whether a sign joins what is beyond it to the word as in a file name, a URL or a version: cudf.pandas, nvidia:12, x=1."""
    return beyond == WORD or (beyond.isascii() and beyond.isalnum()) or (glue == "_" and _wordy(beyond))
