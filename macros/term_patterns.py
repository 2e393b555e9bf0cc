"""What each written form of a term stands for, and what the phrases around it say of its sense."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .forms import variants
from .model.term import NAMES, Term
from .spellings import spellings


class Pattern(NamedTuple):
    """What one written form means: terms anywhere, or only on pages of their own section or chapter."""

    owners: tuple[str, ...]
    excludes: tuple[str, ...]
    """Terms that are not meant inside this phrase: 'PCIe 스위치' is no network switch."""
    local: bool
    alone: bool
    """English words of every day: no mention inside a longer English phrase."""
    numbered: bool
    """May follow a number directly: 256스레드, 8GPU."""
    verb: bool
    product: bool = False
    """The name of a piece of software, which may begin the name of another."""
    hushes: tuple[str, ...] = ()
    """Terms that their words do not mean near this phrase: 추론 beside reasoning."""
    favours: tuple[str, ...] = ()
    """Terms that their words do mean near this phrase: 레이어 beside 신경망."""
    asks: bool = False
    """Means its term only near such a phrase."""
    sure: bool = False
    """Means its term whatever is near: inference beside reasoning."""


def patterns(term: Term) -> Iterator[tuple[str, Pattern]]:
    """Every way to write a term and the phrases of its data, with what each means."""
    local, unlinked, asking = set(term.local), set(term.unlinked), set(term.only_near)
    misspelt = [form for form in term.wrong_forms if form.isalpha()]  # 캐쉬 still means 캐시; a wrong phrase is another name
    for form in dict.fromkeys((*term.forms, *misspelt, *term.local)):
        if form in unlinked:
            continue
        for text in spellings(form, name=term.kind in NAMES):
            hangul = not text.isascii()
            yield (
                text,
                Pattern(
                    owners=(term.id,),
                    excludes=(),
                    local=form in local,
                    alone=_everyday(form, text) and term.kind not in NAMES,
                    numbered=(hangul and "가" <= text[0] <= "힣") or (text.isupper() and text.isalpha() and len(text) > 2),
                    verb=term.verb and "가" <= text[-1] <= "힣",
                    product=term.kind in ("product", "software") and text.isascii(),
                    asks=form in asking,
                    sure=form in term.near,
                ),
            )
    for phrase in term.not_in:
        for text in variants(phrase, name=True):
            yield text, Pattern((), (term.id,), local=False, alone=False, numbered=True, verb=True)
    for phrase in term.not_near:
        for text in variants(phrase):
            yield text, Pattern((), (), local=False, alone=False, numbered=True, verb=True, hushes=(term.id,))
    for phrase in (p for p in term.near if p not in term.forms):
        for text in variants(phrase):
            yield text, Pattern((), (), local=False, alone=False, numbered=True, verb=True, favours=(term.id,))


def _everyday(form: str, text: str) -> bool:
    """An English word that may be part of any phrase: 'latency', not 'tensor core' or 'time to first token'."""
    return text.isascii() and text.replace("-", "").isalpha() and (form.islower() or text.islower())


def merged(one: Pattern, other: Pattern) -> Pattern:
    """One written form of two terms, of one term in two ways, or a form of one and a phrase that excludes another."""
    owners = tuple(dict.fromkeys((*one.owners, *other.owners)))
    excludes = tuple(dict.fromkeys((*one.excludes, *other.excludes)))
    hushes = tuple(dict.fromkeys((*one.hushes, *other.hushes)))
    favours = tuple(dict.fromkeys((*one.favours, *other.favours)))
    if not one.owners or not other.owners:
        return (one if one.owners else other)._replace(excludes=excludes, hushes=hushes, favours=favours)
    local = one.local or other.local if len(owners) > 1 else one.local and other.local
    return Pattern(
        owners,
        excludes,
        local,
        one.alone and other.alone,
        one.numbered or other.numbered,
        one.verb or other.verb,
        one.product and other.product,
        hushes,
        favours,
        one.asks and other.asks,
        one.sure and other.sure,
    )
