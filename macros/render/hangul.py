"""Order and initials of Korean headwords."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
_NAMES = dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", "g n d r m b s ng j ch k t p h".split(), strict=True))


def initial(word: str) -> str:
    """'워프' -> 'ㅇ', 'warp' -> 'W', '4비트' -> '0–9'."""
    first = word[0]
    if "가" <= first <= "힣":
        letter = _INITIALS[(ord(first) - 0xAC00) // 588]
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


def is_latin(text: str) -> bool:
    """Whether a text is to be read as English: Latin letters and no Hangul."""
    return any(c.isascii() and c.isalpha() for c in text) and not any("가" <= c <= "힣" for c in text)
