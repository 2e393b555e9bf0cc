"""Particles after any word as it is read aloud: Hangul by its final consonant, Latin and digits by their Korean reading."""

from __future__ import annotations

# (after a consonant, after a vowel)
PAIRS = {
    "은": ("은", "는"), "는": ("은", "는"), "이": ("이", "가"), "가": ("이", "가"), "을": ("을", "를"), "를": ("을", "를"),
    "과": ("과", "와"), "와": ("과", "와"), "으로": ("으로", "로"), "로": ("으로", "로"), "이다": ("이다", "다"),
    "이라": ("이라", "라"), "라": ("이라", "라"), "이란": ("이란", "란"), "란": ("이란", "란"), "이나": ("이나", "나"), "나": ("이나", "나"),
}
_L_DIGITS, _CONSONANT_DIGITS = set("178"), set("013678")
# Letter names in Korean: 엘 엠 엔 아르(알) end in a consonant, the others in a vowel.
_CONSONANT_LETTERS, _L_LETTERS = set("LMNR"), set("LR")
# Endings of English words read as words; ㄹ endings take '로'.
_L_ENDINGS = ("l", "le", "ll", "el")
_CONSONANT_ENDINGS = ("m", "n", "ng", "b", "p", "ck", "k", "t", "me", "ne")
# Words whose reading the rules get wrong: True when it ends in a consonant other than ㄹ, 'l' for ㄹ.
_READINGS: dict[str, bool | str] = {
    "nvlink": True, "hugepage": False, "cuda": False, "triton": True, "docker": False, "kubernetes": False, "slurm": True,
    "infiniband": False, "blackwell": "l", "hopper": False, "ampere": False, "volta": False, "rubin": True, "pascal": "l",
    "kernel": "l", "model": "l", "cache": False, "core": False, "node": False, "state": False, "device": False, "pipeline": True,
    "warp": False, "thread": False, "grid": False, "block": True, "chip": True, "set": True, "rack": True, "stack": True,
    "pod": False, "cloud": False, "band": False, "superpod": False, "grace": False, "github": False, "container": False,
    "nim": True, "ram": True, "sram": True, "dram": True, "roce": False, "gpt": False, "fastapi": False, "flask": False,
    "nsight": False, "tensorrt": False, "python": True, "pytorch": False, "prometheus": False, "grafana": False,
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
    """'' after a vowel, 'l' after ㄹ, 'c' after another consonant; closing brackets and quotes are not read."""
    text = word.rstrip(" )]}\"'”’」』.,*_`")
    if text.endswith(")") or ("(" in text and word.rstrip().endswith(")")):
        text = text[: text.rindex("(")].rstrip() or text
    if not text:
        return ""
    last = text[-1]
    if "가" <= last <= "힣":
        code = (ord(last) - 0xAC00) % 28
        return "" if code == 0 else "l" if code == 8 else "c"
    if last.isdigit():
        return _digit(text)
    if last == "%":
        return ""
    return _latin(text) if last.isascii() and last.isalpha() else ""


def _digit(text: str) -> str:
    digits = text[len(text.rstrip("0123456789")):]
    last = digits[-1]
    if last == "0":  # 십, 백, 천, 만, 영 all end in a consonant
        return "c"
    return "l" if last in _L_DIGITS else "c" if last in _CONSONANT_DIGITS else ""


def _latin(text: str) -> str:
    start = len(text.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"))
    word = text[start:]
    reading = _READINGS.get(word.lower())
    if reading is not None:
        return str(reading) if reading == "l" else "c" if reading else ""
    if len(word) == 1 or word.isupper() or word[-1].isupper():
        return "l" if word[-1].upper() in _L_LETTERS else "c" if word[-1].upper() in _CONSONANT_LETTERS else ""
    lower = word.lower()
    if lower.endswith(_L_ENDINGS):
        return "l"
    return "c" if lower.endswith(_CONSONANT_ENDINGS) else ""
