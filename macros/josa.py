"""Particles after any word as it is read aloud: Hangul by its final consonant, Latin and digits by their Korean reading."""

from __future__ import annotations

import html
import re
import string
import unicodedata

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
    *((e, "") for e in "nk rk sk nt st rt ct ft ght pt rp mp oop ub eek eak eet eat oat oot".split()),
    ("l", "l"),
    ("le", "l"),
    *((e, "c") for e in ("m", "n", "ng", "b", "p", "k", "t", "me", "ne", "ic", "type")),
)
# Words as they are read, of those that stand on the pages or that the rules get wrong: after a vowel, ㄹ, another consonant.
_WORDS = {
    "": """
        active ada agent alpamayo ampere analyzer beats bit bluefield catalog chatgpt clara cloud command compute conda connectx
        cublas cudf cufft cugraph deepseek deviceclass docker dynamo effort enroot enterprise fastapi frontend fsdp gb geneve github
        gpt gpudirect grace grafana guide hicache hopper httproute iaas infiniband ingress intelligence jupyter kb key kineto kit
        kubernetes kueue loki lora macos manager mb mellanox meta metropolis mlcommons moe mooncake nemo netq networkx nsight nvcc
        nvlink nvme nvswitch openai optimizer paas pandas pbtxt pcie perftest polars polygraphy profiler prometheus pytorch rate
        redfish relu roce root saas server service share slinky smoothquant spark sparsegpt state storage suite systems tb
        tensorflow tensorrt tree tritonserver vera volta windows zero
    """,
    "l": "blackwell cuml kernel label model module profile promql pull role savedmodel table tool tunnel",
    "c": """
        .net adam basepod cgroup cosign crac cudnn deepstream dgx-1 epoch explicit flop fortran gflop groq hat helm hgx-1 ipsec
        isaac jpeg kubelet mpeg mxnet nemotron nic none opset pflop python rbac resnet resolution rubin runtime scikit-learn sglang
        slurm smartnic snap stack station supernic superpod system tensorrt-llm tflop toolkit torchtitan trainium triton trtexec
        turing vllm
    """,
}
_READINGS = {word: sound for sound, words in _WORDS.items() for word in words.split()}
# Units after a number are read in full: 미터, 와트, 줄, 그램. Those not here are read by the rules.
_UNITS = {
    **dict.fromkeys("m mm cm km nm µm V A L lb in ft ms µs ns ps x T ppb".split(), ""),
    **dict.fromkeys("J mJ kJ MJ dB Pa hPa kPa MPa px".split(), "l"),
    **dict.fromkeys("kg mg h min rpm ppm K FLOP MFLOP GFLOP TFLOP PFLOP Ω kΩ MΩ".split(), "c"),
}
_TAGS = re.compile(r"<sup\b.*?</sup>|<[^<>]*>")
_LENGTHS = frozenset("m nm µm mm cm km".split())
_POWER = re.compile(r"([²³]|\^[23])\Z|(?:[⁰¹²³⁴-⁹⁺⁻ⁿ]+|\^\{?[\w+-]+\}?)\Z")
_FRACTION = re.compile(r"(?<![\w./])(\d{1,3})[/⁄](\d{1,3})\Z")
_MONEY = re.compile(r"[$€£]\d[\d,.]*\Z")
_CALL = re.compile(r"(?<![A-Za-z가-힣])[OΘΩfg]\(([^가-힣]+)\)\Z")
_NAME = re.compile(r"[A-Za-z0-9.-]+\Z")
_ROMAN = {"I": "l", "II": "", "III": "c", "IV": "", "VI": "c", "VII": "l", "VIII": "l", "IX": ""}


def josa(word: str, particle: str) -> str:
    """`word` with the right form of `particle`: josa('H100', '은') == 'H100은'. Raises ValueError on an unknown particle."""
    if particle not in PAIRS:
        raise ValueError(f"조사 '{particle}'을(를) 모릅니다. 쓸 수 있는 조사: {', '.join(PAIRS)}.")
    after_consonant, after_vowel = PAIRS[particle]
    final = final_sound(word)
    if after_consonant == "으로" and final == "l":
        return word + after_vowel
    return word + (after_consonant if final else after_vowel)


def known(word: str, before: str = "") -> bool:
    """Whether a Latin word's reading is known, rather than guessed from its letters; units are after a number or a slash."""
    unit = word in _UNITS and (before.rstrip(" \u00a0")[-1:].isdigit() or before.rstrip().endswith(("/", "몇")))
    return word.lower() in _READINGS or (unit and not (word == "K" and before[-1:].isdigit()))  # 4K is no temperature


def final_sound(word: str) -> str:
    """'' after a vowel, 'l' after ㄹ, 'c' after another consonant, as the visible text of `word` is read aloud."""
    if "가" <= word[-1:] <= "힣":
        return _hangul(word[-1])
    text = _read(word)
    power = None if text.isascii() and "^" not in text else _POWER.search(text)
    if power and text[: power.start()].strip(" (["):  # 10¹⁸ and n² end in 제곱; a squared unit in the unit
        unit = _unit(text[: power.start()], squared=True) if power.group(1) else None
        name = re.search(r"[A-Za-z]{3}\Z", text[: power.start()])  # ASAP² is no power
        return unit if unit is not None else "" if name else "c"
    text = _plain_end(text)
    if not text:
        return ""
    last = text[-1]
    if "가" <= last <= "힣":
        return _hangul(last)
    name = _NAME.search(text)
    if name and last.isdigit() and name.group().lower() in _READINGS:
        return _READINGS[name.group().lower()]
    if last in "0123456789":
        fraction = _FRACTION.search(text)
        if fraction and int(fraction[1]) < int(fraction[2]):  # 이분의 일
            return _digit(fraction[1][-1])
        return "" if _MONEY.search(text) else _digit(last)  # 백 달러
    return _latin(text) if last.isascii() and last.isalpha() else _sign(text)


def _sign(text: str) -> str:
    """샵, 옴, 엡실론, and names of Hangul letters; other signs are read with a vowel at the end, or not at all."""
    last = text[-1]
    if "\u1100" <= last <= "\u1112":  # 기역, 리을
        return "l" if last == "\u1105" else "c"
    return _unit(text) or ("c" if last in "εουΕΟΥ" or re.search(r"[A-Za-z]#\Z", text) else "")


def _plain_end(text: str) -> str:
    """`text` with a last sign that stands for several letters written out: Ⅲ, ①, ½, ㎡, full-width letters."""
    last = text[-1:]
    if last <= "\u00b5" or "가" <= last <= "힣" or last == "℃":
        return text.replace("½", "1/2") if last == "½" else text
    if "\u2160" <= last <= "\u217f":
        return f"{text[:-1]}{unicodedata.numeric(last):.0f}"
    plain = unicodedata.normalize("NFKC", last)
    if "⁄" in plain:
        return f"{text[:-1]} {plain.replace('⁄', '/')}"
    return text[:-1] + (plain[:-1] if "\u339f" <= last <= "\u33a6" else plain).strip("().")


def _read(word: str) -> str:
    """The part that is read: no tags and source marks of a macro's HTML, no closing punctuation, no gloss in brackets."""
    text = html.unescape(_TAGS.sub("", word)) if "<" in word or "&" in word else word
    text = text if text.isascii() else unicodedata.normalize("NFC", text)
    while True:
        text = text.rstrip(" \u00a0]}\"'”’」』.,*_`®™©")
        if text.endswith(")") and (called := _CALL.search(text)):  # O(n²) is read to its end
            return called[1].rstrip(" )")
        if not text.endswith(")"):
            return text
        opened = text.rfind("(")
        # 'SM(스트리밍 멀티프로세서)' is read 'SM'; a bracket that holds all of the text is read itself.
        text = text[:opened] if text[:opened].strip(" [(\"'“‘") and opened >= 0 else text[:-1]


def _hangul(last: str) -> str:
    code = (ord(last) - 0xAC00) % 28
    return "" if code == 0 else "l" if code == 8 else "c"


def _digit(last: str) -> str:
    # 0 is 십, 백, 천, 만, 영: all end in a consonant.
    return "l" if last in _L_DIGITS else "c" if last in _CONSONANT_DIGITS else ""


def _unit(text: str, *, squared: bool = False) -> str | None:
    """The sound of a unit after a number or a slash; None where the last word is none."""
    before = text.rstrip(f"{string.ascii_letters}µΩ")
    word, gap = text[len(before) :], before[-1:]
    if word not in _UNITS:
        return None
    counted = known(word, before.rstrip(" \u00a0/") + gap)
    return _UNITS[word] if counted or word in ("nm", "mm", "cm", "km", "kg") or (squared and word in _LENGTHS) else None


def _latin(text: str) -> str:
    unit = _unit(text)
    if unit is not None:
        return unit
    before = text.rstrip(string.ascii_letters)
    word, before = text[len(before) :], before.rstrip(" \u00a0/")
    if f".{word.lower()}" in _READINGS and before.endswith("."):
        return _READINGS[f".{word.lower()}"]
    if word in _ROMAN and (before[-1:] >= "가" or len(word) > 2):  # 티어 III
        return _ROMAN[word]
    for listed in (text[len(text.rstrip(f"{string.ascii_letters}-")) :].lower(), word.lower()):
        if listed in _READINGS:
            return _READINGS[listed]
    if word[-1].isupper() or len(word) == 1:  # read letter by letter
        return "l" if word[-1].upper() in _L_LETTERS else "c" if word[-1].upper() in _CONSONANT_LETTERS else ""
    return next((sound for ending, sound in _ENDINGS if word.lower().endswith(ending)), "")
