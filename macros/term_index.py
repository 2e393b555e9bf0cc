"""What else speaks of a term: the pages that use it, the attributes that measure it, the tables and products that show those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .catalog import Catalog
from .forms import normal
from .mentions import Mention, mentions
from .model import Attribute, Matrix, Product, Term
from .pages import Page
from .product_page import ProductIndex


@dataclass(frozen=True)
class Measure:
    """An attribute that is about a term, and who has a value of it."""

    attribute: Attribute
    products: tuple[Product, ...]
    tables: tuple[tuple[Matrix, Page], ...]


@dataclass(frozen=True)
class Uses:
    """Where a term is used."""

    mentions: tuple[Mention, ...]
    measures: tuple[Measure, ...]
    products: tuple[Product, ...]
    """Products that bear its name."""

    def __bool__(self) -> bool:
        return bool(self.mentions or self.measures or self.products)

    @property
    def count(self) -> int:
        """Pages whose text uses it, tables and products that show it."""
        tables = {table.id for measure in self.measures for table, _ in measure.tables}
        products = {p.id for measure in self.measures for p in measure.products} | {p.id for p in self.products}
        return len(self.mentions) + len(tables) + len(products)


class TermIndex:
    """Uses of the terms of a catalog on the pages of a site."""

    def __init__(self, catalog: Catalog, site: Mapping[str, Page], products: ProductIndex) -> None:
        self._catalog, self._site, self._index = catalog, site, products

    def of(self, term: Term) -> Uses:
        forms = {normal(form) for form in term.forms}
        products = (p for p in self._catalog.products.values() if forms & {normal(n) for n in (p.name, *p.aliases, p.family or "")})
        return Uses(self._mentions.get(term.id, ()), self._measures.get(term.id, ()), tuple(products))

    @cached_property
    def _mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        return mentions(self._catalog, self._site)

    @cached_property
    def _measures(self) -> Mapping[str, tuple[Measure, ...]]:
        by_form = {normal(form): term.id for term in self._catalog.terms.values() for form in term.forms}
        found: dict[str, list[Measure]] = {}
        for id, attribute in self._catalog.attributes.items():
            named = attribute.term and self._catalog.get("terms", attribute.term)
            for term in dict.fromkeys([named.id if named else None, by_form.get(normal(attribute.ko)), by_form.get(normal(attribute.en))]):
                if term:
                    found.setdefault(term, []).append(self._measure(id, attribute, self._catalog.terms[term]))
        return {term: tuple(measures) for term, measures in found.items()}

    def _measure(self, id: str, attribute: Attribute, term: Term) -> Measure:
        products = tuple(p for p in self._catalog.products.values() if id in p.specs)
        if not _names(term, attribute.ko):  # 메모리 종류 is about HBM where it is HBM3, not where it is GDDR6
            products = tuple(p for p in products if any(_names(term, str(fact.value)) for fact in p.specs[id])) or products
        tables = ((t, self._index.pages_of_matrix.get(t.id)) for t in self._catalog.matrices.values() if id in _shown(t))
        return Measure(attribute, products, tuple((table, pages[0]) for table, pages in tables if pages))


def _names(term: Term, text: str) -> bool:
    return any(normal(form) in normal(text) for form in term.forms)


def _shown(table: Matrix) -> set[str]:
    return {row.attribute for row in table.rows if row.attribute}
