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
# Words as they are read, of those that stand on the pages or that the rules get wrong: after a vowel, ㄹ, another consonant.
_WORDS = {
    "": """
        active ada agent alpamayo ampere analyzer beats bit bluefield catalog chatgpt clara cloud command compute conda connectx
        cublas cudf cufft cugraph deviceclass docker dynamo effort enroot enterprise fastapi frontend fsdp geneve github gpt gpudirect
        grace grafana guide hicache hopper httproute iaas infiniband ingress intelligence jupyter key kit kineto kubernetes kueue loki
        lora macos manager mellanox meta metropolis mlcommons moe mooncake nemo netq networkx nsight nvcc nvlink nvme nvswitch openai
        optimizer paas pandas pbtxt pcie perftest polars polygraphy profiler prometheus pytorch rate redfish relu roce root saas server
        service share slinky smoothquant spark sparsegpt state storage suite systems tensorflow tensorrt tree tritonserver vera volta
        windows zero gb mb kb tb
    """,
    "l": "blackwell cuml kernel label model module profile promql pull role savedmodel table tool tunnel",
    "c": """
        adam cgroup cosign cudnn deepstream epoch explicit flop fortran gflop hat helm ipsec kubelet mxnet nemotron nic none opset
        pflop python rbac resnet resolution rubin runtime scikit-learn sglang slurm smartnic snap stack station supernic system
        tensorrt-llm tflop toolkit torchtitan trainium triton trtexec turing vllm
    """,
}
_READINGS = {word: sound for sound, words in _WORDS.items() for word in words.split()}
# Units after a number are read in full: 미터, 와트, 줄, 그램. Those not here are read by the rules.
_UNITS = {
    **dict.fromkeys("m mm cm km nm µm V A L lb in ft ms µs ns ps x T".split(), ""),
    **dict.fromkeys("J mJ kJ MJ dB".split(), "l"),
    **dict.fromkeys("kg mg h min rpm ppm K FLOP MFLOP GFLOP TFLOP PFLOP".split(), "c"),
}
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
    before = text.rstrip(f"{string.ascii_letters}µ")
    word, gap, before = text[len(before) :], before[-1:], before.rstrip(" \u00a0/")
    if word in _UNITS and (known(word, f"{before}{gap}") or word in ("nm", "mm", "cm", "km", "kg")):
        return _UNITS[word]
    if word in _ROMAN and (before[-1:] >= "가" or len(word) > 2):  # 티어 III
        return _ROMAN[word]
    for listed in (text[len(text.rstrip(f"{string.ascii_letters}-")) :].lower(), word.lower()):
        if listed in _READINGS:
            return _READINGS[listed]
    if word[-1].isupper() or len(word) == 1:  # read letter by letter
        return "l" if word[-1].upper() in _L_LETTERS else "c" if word[-1].upper() in _CONSONANT_LETTERS else ""
    return next((sound for ending, sound in _ENDINGS if word.lower().endswith(ending)), "")
