"""Where a word begins and ends, in Korean text with English in it: 'GPU에서' is GPU, 'GPU-x', '/opt/GPU' and 'GPU()' are not."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Set

from .particles import ends_word
from .term_patterns import Pattern
from .verbatim import WORD

_HANGUL = re.compile(r"[가-힣]*")
HYPHENS = "-\u2010\u2011"
_GLUE = frozenset(f"._:=@#$\\{HYPHENS}")
_TOKEN = frozenset(string.ascii_letters + string.digits + ".+_-")
_LONGEST_TOKEN = 24
_MOST_LISTED = 8
"""Words with slashes between them that are read as a list."""
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


class Edges:
    """Tells words from parts of words. `names`: the written forms that are terms."""

    def __init__(self, names: Set[str]) -> None:
        self._names = names

    def begins(self, text: str, start: int, pattern: Pattern) -> bool:
        """Whether a word of this pattern begins here."""
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
        if pattern.alone and before in f" {HYPHENS}" and start > 1 and latin(text[start - 2]):
            return _JOINED_BEFORE.search(text, max(0, start - 8), start) is not None
        return True

    def ends(self, text: str, end: int, pattern: Pattern) -> bool:
        """Whether it ends here, or goes on with particles."""
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
        return not (latin(then) and not _JOINED.match(text, end + 1)) and not _NAMED_ON.match(text, end)

    def _beside_slash(self, text: str, slash: int, *, forward: bool) -> bool:
        """Whether 'A/B' is two words rather than a path: the other side is Hangul, a word with a capital, or a term itself."""
        for _ in range(_MOST_LISTED):
            token, beyond = _beyond(text, slash, forward)
            if token.isdigit() and not forward and "가" <= text[slash + 1 : slash + 2] <= "힣":
                return beyond != "/"  # 8/노드, but not 2026/11/노드
            if not token:
                return beyond not in ("/", ":", "~", "")
            named = token.isalpha() and token[0].isupper()
            if token in self._names:
                return True
            if beyond != "/":
                return named or (token.isalnum() and token.isupper())
            if not named:  # NVIDIA/CUDA-X/tree
                return False
            slash += (len(token) + 1) * (1 if forward else -1)  # a third of a list: DCGM/NFD/GFD; but not usr/local/CUDA
        return False


def _beyond(text: str, slash: int, forward: bool) -> tuple[str, str]:
    """The word on the other side of a slash, and the character behind it."""
    step, end = (1, slash + 1) if forward else (-1, slash - 1)
    while abs(end - slash) <= _LONGEST_TOKEN and 0 <= end < len(text) and text[end] in _TOKEN:
        end += step
    return text[slash + 1 : end] if forward else text[end + 1 : slash], text[end] if 0 <= end < len(text) else ""


def _wordy(character: str) -> bool:
    """Whether a character belongs to a word. '' does not."""
    return character.isalnum() or character in ("_", WORD) or (character > "\u02ff" and unicodedata.category(character)[0] == "M")


def latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _latin_or_digit(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _glued(edge: str, glue: str, beyond: str) -> bool:
    """Whether a sign makes one word of a form's edge and what is beyond: GPU-x, cudf.pandas; but 순전파-역전파 is two words of Korean."""
    if glue in HYPHENS:
        return _wordy(beyond) and not ("가" <= edge <= "힣" and "가" <= beyond <= "힣")
    return _machine(beyond, glue)


def _machine(beyond: str, glue: str) -> bool:
    """Whether a sign joins what is beyond it to the word as in a file name, a URL or a version: cudf.pandas, nvidia:12, x=1."""
    return beyond == WORD or (beyond.isascii() and beyond.isalnum()) or (glue == "_" and _wordy(beyond))
