"""What a text itself says an abbreviation stands for: in 'Amazon Managed Prometheus(AMP)' AMP is no mixed precision."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_BEHIND = re.compile(r"\(([A-Z]{2,6})s?[),]")
_PHRASE = re.compile(r"[A-Za-z][A-Za-z&/ -]*\Z")
_LONGEST = 80
_BEFORE = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2,6}) ?\(([A-Za-z][A-Za-z&/ -]{3,79})[),]")
_SMALL = frozenset("a an and as at by for from in of on or over the to via with".split())
_STEM = 5


class Expansions:
    """The long forms a text gives, by abbreviation and place."""

    def __init__(self, text: str) -> None:
        self._said: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        if "(" in text:
            for place, short, words in sorted(_said(text)):
                self._said.setdefault(short, []).append((place, words))

    def other(self, short: str, end: int, forms: tuple[str, ...]) -> bool:
        """Whether the last long form given for `short` up to `end` is none of a term's, of whose own some is known."""
        said = self._said.get(short)
        known = own_words(short, forms) if said else frozenset()
        if not said or not known:
            return False
        words = said[max(0, bisect_right(said, (end, ("\uffff",))) - 1)][1]
        return not any(word[:_STEM] in known for word in words)


def _said(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    for match in _BEHIND.finditer(text):
        phrase = _PHRASE.search(text[max(0, match.start() - _LONGEST) : match.start()])
        words = _spelt(phrase[0], match[1], last=True) if phrase else ()
        if words:
            yield match.start(1), match[1], words
    for match in _BEFORE.finditer(text):
        words = _spelt(match[2], match[1], last=False)
        if words:
            yield match.start(1), match[1], words


def _spelt(phrase: str, short: str, *, last: bool) -> tuple[str, ...]:
    """The words whose first letters spell the abbreviation: the last such of a phrase, or all of it."""
    words = [word for word in re.split(r"[^A-Za-z]+", phrase) if word and word not in _SMALL]
    for start in range(len(words) - 2, -1, -1) if last else (0,):
        part = words[start:]
        if len(part) > 1 and part[0][0].upper() == short[0] and _within(short, "".join(word[0].upper() for word in part)):
            return tuple(word.lower() for word in part)
    return ()


def _within(short: str, initials: str) -> bool:
    """All letters in order, with at most one word that gives none: Amazon Managed (Service for) Prometheus."""
    letters = iter(initials)
    return len(initials) <= len(short) + 1 and all(letter in letters for letter in short)


@lru_cache(maxsize=4096)
def own_words(short: str, forms: tuple[str, ...]) -> frozenset[str]:
    """The words, cut short, of a term's own long forms; nothing when it has none that spells the abbreviation."""
    long = [form for form in forms if form.isascii() and _spelt(form, short, last=True)]
    return frozenset(word[:_STEM].lower() for form in long for word in re.split(r"[^A-Za-z]+", form) if word)
