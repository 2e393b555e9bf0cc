"""Order and initials of Korean headwords."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST, _VOWELS, _FINALS = ord("가"), 21, 28
_HALF = 9
"""Vowels before ㅘ."""
_MOST = 40
"""Terms that a page of uses holds at most, where its letter can be parted."""
_PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
_NAMES = dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", "g n d r m b s ng j ch k t p h".split(), strict=True))


def initial(word: str) -> str:
    """'워프' -> 'ㅇ', 'warp' -> 'W', '4비트' -> '0–9'."""
    first = word[0]
    if "가" <= first <= "힣":
        letter = _INITIALS[(ord(first) - _FIRST) // (_VOWELS * _FINALS)]
        return _PLAIN.get(letter, letter)
    return first.upper() if first.isalpha() else "0–9"


def anchor(letter: str) -> str:
    return f"ko-{_NAMES[letter]}" if letter in _NAMES else "digits" if letter == "0–9" else letter.lower()


def by_initial(terms: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Terms grouped by initial: Hangul first, then Latin, then digits."""
    groups: dict[str, list[Any]] = {}
    for term in sorted(terms, key=lambda t: t.ko.casefold()):
        groups.setdefault(initial(term.ko), []).append(term)
    return sorted(groups.items(), key=lambda g: (0 if g[0] in _NAMES else 1 if g[0].isalpha() else 2, g[0]))


class Sheet(NamedTuple):
    """The terms that a page of their uses holds."""

    title: str
    anchor: str
    terms: list[Any]


def sheets(terms: Iterable[Any]) -> Iterator[Sheet]:
    """Terms by initial, a Korean letter with many of them in two: 가–고 and 과–기."""
    for letter, group in by_initial(terms):
        if len(group) <= _MOST or letter not in _NAMES:
            yield Sheet(letter, anchor(letter), group)
            continue
        syllables = _FIRST + _INITIALS.index(letter) * _VOWELS * _FINALS
        for suffix, vowels in (("", range(_HALF)), ("-2", range(_HALF, _VOWELS))):
            half = [term for term in group if _vowel(term.ko) in vowels]
            ends = "–".join(chr(syllables + vowel * _FINALS) for vowel in (vowels[0], vowels[-1]))
            if half:
                yield Sheet(f"{letter} ({ends})", anchor(letter) + suffix, half)


def _vowel(word: str) -> int:
    return (ord(word[0]) - _FIRST) // _FINALS % _VOWELS


def is_latin(text: str) -> bool:
    """Whether a text is to be read as English: Latin letters and no Hangul."""
    return any(c.isascii() and c.isalpha() for c in text) and not any("가" <= c <= "힣" for c in text)
