"""Hardware numbers typed by hand where a fact has them: a correction would miss them, and they have lost what they mean."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from . import units
from .catalog import Catalog
from .facts import FactError, Resolved
from .model.product import Product
from .pages import Page, position
from .problems import Problem

_UNIT = r"[KMGTPE]i?B/s|[MGTP]b/s|[KMGTPE]i?B|[MGTPE]FLOPS|[TP]OPS|[kM]?W|[MG]Hz|GT/s|MT/s|nm|mm²|kg|U"
_TYPED = re.compile(rf"(?<![A-Za-z0-9_.,/-])(\d[\d,]*(?:\.\d+)?)[ \u00a0]?({_UNIT})(?![A-Za-z0-9/])")
_UNITED = re.compile(rf"\d[ \u00a0]?(?:{_UNIT})")
"""Whether a text may hold one: quicker, since it begins with a digit."""
_SKIPPED = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<span class=\"given\">.*?</span>", re.S)
"""Macros, and what the author says is assumed rather than known."""
_SHORT = re.compile(r"[^\d]*?[\w-]*\d[\w-]*")
_LATIN = frozenset(string.ascii_letters + string.digits + "-")
_BLOCK = re.compile(r"(?:^(?!\s*\||#).*\S.*\n?)+|^\s*\|.*\n?|^#.*\n?", re.M)
"""A paragraph, one row of a table, or a heading."""


class _Finder:
    """Finds the fact that a typed number is, among those of the products named beside it."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.names = {id: names(product) for id, product in catalog.products.items()}
        self.known: dict[str, list[Resolved]] = {}

    def found(self, text: str, context: str, shown: Sequence[Resolved] = ()) -> Iterator[tuple[re.Match[str], Resolved]]:
        """Typed numbers of `text` that are a fact `shown`, or one of a product that `context` names."""
        typed = list(_TYPED.finditer(text))
        named = [id for id, forms in self.names.items() if any(spans(context, forms))] if typed else []
        for id in named:
            if id not in self.known:
                self.known[id] = list(numbers(self.catalog, id))
        facts = [*shown, *(f for id in named for f in self.known[id])]
        for match in typed:
            # 'A100 80GB' is a name.
            inside = any(start <= match.start() and match.end() <= end for id in named for start, end in spans(text, self.names[id]))
            if not inside and (fact := same(match, facts)):
                yield match, fact


def typed_numbers(pages: Mapping[str, Page], catalog: Catalog) -> Iterator[Problem]:
    """Numbers with units in prose that are a fact of a product named beside them, or of a fact that the page shows elsewhere."""
    finder = _Finder(catalog)
    for page in pages.values():
        text = _SKIPPED.sub(_spaces, page.prose)
        if not _TYPED.search(text):
            continue
        shown = [f for f in (_fact(catalog, c.subject) for c in page.calls if c.name == "fact") if f]
        for block in _BLOCK.finditer(text):
            for match, fact in finder.found(block.group(), page.body[block.start() : block.end()], shown):
                yield _problem(page, position(text, block.start() + match.start()), match.group(), fact)


def typed_texts(catalog: Catalog) -> Iterator[Problem]:
    """The same in questions, terms, errata and timelines."""
    finder = _Finder(catalog)
    united: dict[str, bool] = {}
    for kind in ("quizzes", "terms", "confusables", "errata", "timelines"):
        for id in catalog.of(kind):
            document = catalog.documents[(kind, id)]
            if document.path not in united:
                united[document.path] = bool(_UNITED.search(document.text))
            for place, text in _texts(document.data, ()) if united[document.path] else ():
                for match, fact in finder.found(text, text):
                    message = f"수 '{match.group()}'을(를) 손으로 적었습니다. 사실 '{fact.id}'의 값입니다."
                    yield catalog.problem(kind, id, place, message, "수를 빼거나, 문제라면 kind: numeric과 derived로 쓰십시오.")


def _texts(data: object, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, str) and place and place[-1] not in ("locator", "said"):
        yield place, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from _texts(value, (*place, key))


def typed_cells(catalog: Catalog) -> Iterator[Problem]:
    """The same in written cells of a matrix, whose column is the product."""
    for id, table in catalog.matrices.items():
        for number, row in enumerate(table.rows):
            for product, cell in row.cells.items():
                found = list(_TYPED.finditer(cell.text or ""))
                facts = list(numbers(catalog, product)) if found and product in catalog.products else []
                for match in found:
                    if fact := same(match, facts):
                        message = f"수 '{match.group()}'을(를) 손으로 적었습니다. 사실 '{fact.id}'의 값입니다."
                        hint = f"criterion 대신 attribute: {fact.id.split('.')[1]} 행으로 쓰십시오."
                        yield catalog.problem("matrices", id, ("rows", number, "cells", product, "text"), message, hint)


def same(typed: re.Match[str], facts: Sequence[Resolved]) -> Resolved | None:
    """The fact that the typed number is, rounded as typed."""
    number, unit = Decimal(typed.group(1).replace(",", "")), re.sub(r"^K(?=B)", "k", typed.group(2))  # people write KB for kB
    near, step = float(number), float(Decimal(1).scaleb(number.as_tuple().exponent))  # type: ignore[arg-type]
    for fact in facts:
        if fact.unit and units.same_dimension(fact.unit, unit):
            found = units.convert(float(fact.value), fact.unit, unit)  # type: ignore[arg-type]
            if abs(found - near) > step:
                continue
            value = Decimal(f"{found:.9g}")
            if value.quantize(Decimal(1).scaleb(number.as_tuple().exponent)) == number:  # type: ignore[arg-type]
                return fact
    return None


def numbers(catalog: Catalog, product: str) -> Iterator[Resolved]:
    """The facts of a product that are numbers with a unit people write."""
    for attribute, facts in catalog.products[product].specs.items():
        for fact in facts:
            try:
                found = catalog.facts.resolve(product, attribute, fact)
            except FactError:
                continue  # reported with the fact
            if isinstance(found.value, int | float) and not isinstance(found.value, bool) and found.unit and units.known(found.unit):
                yield found


def names(product: Product) -> tuple[str, ...]:
    """What names a product in a sentence: its name, other names, and the name up to its number ('H100' of 'H100 SXM5')."""
    short = _SHORT.match(product.name)
    return tuple({product.name, *product.aliases, *([short.group()] if short else ())})


def spans(text: str, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a text has one of the names, not as part of a longer Latin word."""
    for form in forms:
        start = text.find(form)
        while start >= 0:
            end = start + len(form)
            if text[max(start - 1, 0) : start] not in _LATIN and text[end : end + 1] not in _LATIN:
                yield start, end
            start = text.find(form, end)


def _fact(catalog: Catalog, id: object) -> Resolved | None:
    try:
        found = catalog.facts.find(str(id))
    except FactError:
        return None  # reported with the call
    ok = isinstance(found.value, int | float) and not isinstance(found.value, bool) and found.unit and units.known(found.unit)
    return found if ok else None


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _problem(page: Page, place: tuple[int, int], typed: str, fact: Resolved) -> Problem:
    message = f"수 '{typed}'을(를) 손으로 적었습니다. 사실 '{fact.id}'의 값입니다."
    unit = typed.lstrip("0123456789,.\u00a0 ")
    call = f'fact("{fact.id}")' if unit == fact.unit else f'fact("{fact.id}", unit="{unit}")'
    hint = f'{{{{ {call} }}}}로 쓰고, 가정한 수라면 <span class="given">{typed}</span>로 감싸십시오.'
    return Problem(page.shown, *place, message, hint)
