"""Particles after any word as it is read aloud: Hangul by its final consonant, Latin and digits by their Korean reading."""

from __future__ import annotations

import html
import re
import string

# (after a consonant, after a vowel)
PAIRS = {
    "은": ("은", "는"),
    "는": ("은", "는"),
    "이": ("이", "가"),
    "가": ("이", "가"),
    "을": ("을", "를"),
    "를": ("을", "를"),
    "과": ("과", "와"),
    "와": ("과", "와"),
    "으로": ("으로", "로"),
    "로": ("으로", "로"),
    "이다": ("이다", "다"),
    "이라": ("이라", "라"),
    "라": ("이라", "라"),
    "이란": ("이란", "란"),
    "란": ("이란", "란"),
    "이나": ("이나", "나"),
    "나": ("이나", "나"),
}
_L_DIGITS, _CONSONANT_DIGITS = set("178"), set("013678")
# Letter names in Korean: 엘 엠 엔 아르(알) end in a consonant, the others in a vowel.
_CONSONANT_LETTERS, _L_LETTERS = set("LMNR"), set("LR")
# Endings of English words read as words, first match first: 'l' takes ㄹ, 'c' another consonant, '' a vowel (크, 트, 프).
_ENDINGS = (
    *((e, "") for e in ("nk", "rk", "sk", "nt", "st", "rt", "ct", "ft", "ght", "pt", "rp", "mp", "oop", "ub")),
    ("l", "l"),
    ("le", "l"),
    *((e, "c") for e in ("m", "n", "ng", "b", "p", "k", "t", "me", "ne", "ic")),
)
# Words whose reading the rules get wrong.
_READINGS = {
    "kernel": "l",
    "bit": "",
    "kit": "",
    "github": "",
    "nvme": "",
    "ampere": "",
    "epoch": "c",
    "kg": "c",
    "nm": "",
    "mm": "",
    "cm": "",
    "km": "",
    "gpt": "",
    "tensorrt": "",
}


def josa(word: str, particle: str) -> str:
    """`word` with the right form of `particle`: josa('H100', '은') == 'H100은'. Raises ValueError on an unknown particle."""
    if particle not in PAIRS:
        raise ValueError(f"조사 '{particle}'을(를) 모릅니다. 쓸 수 있는 조사: {', '.join(PAIRS)}.")
    after_consonant, after_vowel = PAIRS[particle]
    final = final_sound(word)
    if after_consonant == "으로" and final == "l":
        return word + after_vowel
    return word + (after_consonant if final else after_vowel)


def final_sound(word: str) -> str:
    """'' after a vowel, 'l' after ㄹ, 'c' after another consonant, as the visible text of `word` is read aloud."""
    text = _read(word)
    if not text:
        return ""
    last = text[-1]
    if "가" <= last <= "힣":
        code = (ord(last) - 0xAC00) % 28
        return "" if code == 0 else "l" if code == 8 else "c"
    if last in "0123456789":
        return _digit(last)
    return _latin(text) if last.isascii() and last.isalpha() else ""


def _read(word: str) -> str:
    """The part that is read: no tags and source marks of a macro's HTML, no closing punctuation, no gloss in brackets."""
    text = html.unescape(re.sub(r"<sup\b.*?</sup>|<[^<>]*>", "", word))
    while True:
        text = text.rstrip(" \u00a0]}\"'”’」』.,*_`²³")
        if not text.endswith(")"):
            return text
        opened = text.rfind("(")
        # 'SM(스트리밍 멀티프로세서)' is read 'SM'; a bracket that holds all of the text is read itself.
        text = text[:opened] if text[:opened].strip(" [(\"'“‘") and opened >= 0 else text[:-1]


def _digit(last: str) -> str:
    # 0 is 십, 백, 천, 만, 영: all end in a consonant.
    return "l" if last in _L_DIGITS else "c" if last in _CONSONANT_DIGITS else ""


def _latin(text: str) -> str:
    word = text[len(text.rstrip(string.ascii_letters)) :]
    if word.lower() in _READINGS:
        return _READINGS[word.lower()]
    if word[-1].isupper() or len(word) == 1:  # read letter by letter
        return "l" if word[-1].upper() in _L_LETTERS else "c" if word[-1].upper() in _CONSONANT_LETTERS else ""
    return next((sound for ending, sound in _ENDINGS if word.lower().endswith(ending)), "")
