"""When two forms of a word are the same to a reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

_JOINTS = re.compile(r"[\s\-_]+")
_GAP = re.compile(r"([ -])")
_TITLED = re.compile(r"[A-Z][a-z]{2,}\Z")
_MOST_GAPS = 4
_SMALL = frozenset("a and as at by for from in of on or per the to".split())
"""Words that titles leave small: Time to First Token."""
_SHORTEST_MIXED = 5


@lru_cache(maxsize=16384)
def normal(form: str) -> str:
    """A form as readers confuse it: case, spaces and hyphens do not count."""
    return _JOINTS.sub("", unicodedata.normalize("NFKC", form)).casefold()


def variants(form: str, *, name: bool = False) -> frozenset[str]:
    """The ways a form is written: with or without a space between two words, and English with other capitals.

    `name`: a name of a product keeps its capitals, since 'Mission Control' is not 'mission control'.
    """
    parts = _GAP.split(form)
    spaced = _spacings(form, parts[::2], parts[1::2]) if len(parts) > 1 else (form,)
    return frozenset(cased for text in spaced for cased in _cases(text, name)) if form.isascii() else frozenset(spaced)


def _spacings(form: str, words: list[str], gaps: list[str]) -> Iterator[str]:
    """텐서 코어 and 텐서코어. Between two English words a space may only become a hyphen: fine-tuning, fine tuning."""
    if len(gaps) > _MOST_GAPS:  # a law's name: all its spaces or none
        yield form
        yield "".join(words)
        return
    choices = [_joints(before, gap, after) for before, gap, after in zip(words, gaps, words[1:], strict=False)]
    for chosen in product(*choices):
        yield words[0] + "".join([gap + word for gap, word in zip(chosen, words[1:], strict=True)])


def _joints(before: str, gap: str, after: str) -> tuple[str, ...]:
    if not (before.isascii() and after.isascii()):
        return (gap, "") if gap == " " else (gap, "", " ")
    if gap == "-" and _TITLED.match(before) and _TITLED.match(after):  # Multi-Instance GPU, Multi Instance GPU
        return (gap, " ")
    return (" ", "-") if before.islower() or after.islower() else (gap,)


def _cases(form: str, name: bool) -> Iterator[str]:
    yield form
    words = _GAP.split(form)
    if form.isalpha() and len(form) >= _SHORTEST_MIXED and not (form.islower() or form.isupper() or form.istitle()):
        # InfiniBand: also Infiniband, INFINIBAND
        yield form.capitalize()
        yield form.upper()
    low = [w.lower() if w[1:].islower() else w for w in words]
    if any(w.islower() for w in words):  # a word of every day: at the head of a line, in a title
        yield form[0].upper() + form[1:]
        yield "".join(w[0].upper() + w[1:] if w.islower() else w for w in words)
        yield "".join(w[0].upper() + w[1:] if w.islower() and w not in _SMALL else w for w in words)
    elif len(words) > 1 and not name:
        yield "".join(low)
        yield "".join([*words[:1], *low[1:]])
