"""When two forms of a word are the same to a reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product, zip_longest


def normal(form: str) -> str:
    """A form as readers confuse it: case, spaces and hyphens do not count."""
    return re.sub(r"[\s\-_]+", "", unicodedata.normalize("NFKC", form)).casefold()


def variants(form: str, *, name: bool = False) -> frozenset[str]:
    """The ways a form is written: with or without a space between two words, and English with other capitals.

    `name`: a name of a product keeps its capitals, since 'Mission Control' is not 'mission control'.
    """
    return frozenset(cased for spaced in _spacings(form) for cased in _cases(spaced, name))


def _spacings(form: str) -> Iterator[str]:
    """텐서 코어 and 텐서코어. Between two English words a space may only become a hyphen: fine-tuning, fine tuning."""
    parts = re.split(r"([ -])", form)
    words, gaps = parts[::2], parts[1::2]
    choices: list[tuple[str, ...]] = []
    for before, gap, after in zip(words, gaps, words[1:], strict=False):
        if not (before.isascii() and after.isascii()):
            choices.append((gap, "", " "))
        else:
            choices.append((" ", "-") if before.islower() or after.islower() else (gap,))
    if len(choices) > 4:  # a law's name: all its spaces or none
        choices = [(gap,) for gap in gaps]
        yield form if any(w.isascii() for w in words) else "".join(words)
    for chosen in product(*choices):
        yield "".join(w + g for w, g in zip_longest(words, chosen, fillvalue=""))


def _cases(form: str, name: bool) -> Iterator[str]:
    yield form
    if not form.isascii():
        return
    words = re.split(r"([ -])", form)
    low = [w.lower() if w[1:].islower() else w for w in words]
    if any(w.islower() for w in words):  # a word of every day: at the head of a line, in a title
        yield form[0].upper() + form[1:]
        yield "".join(w[0].upper() + w[1:] if w.islower() else w for w in words)
    elif len(words) > 1 and not name:
        yield "".join(low)
        yield "".join([*words[:1], *low[1:]])
