"""What a product's own page says: its specifications in groups, its neighbours, and where else it appears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from . import groups, matrix
from .catalog import Catalog
from .facts import Resolved
from .family import Families
from .forms import normal
from .model.attribute import Attribute
from .model.matrix import Matrix
from .model.product import Product
from .model.term import Term
from .pages import Page

# Pages about the site itself: what they show is an example.
_EXAMPLES = {"macros.md"}


@dataclass(frozen=True)
class Group:
    """Specifications of one kind: (attribute id, attribute, facts)."""

    key: str
    words: str
    specs: tuple[tuple[str, Attribute, tuple[Resolved, ...]], ...]


class ProductIndex:
    """Where the products of a catalog appear on the pages of a site."""

    def __init__(self, catalog: Catalog, site: Mapping[str, Page]) -> None:
        self._catalog, self._site = catalog, site
        self.families = Families(catalog)

    def groups(self, product: Product) -> list[Group]:
        found: dict[str, list[tuple[str, Attribute, tuple[Resolved, ...]]]] = {}
        for id, facts in product.specs.items():
            attribute = self._catalog.attributes[id]
            resolved = tuple(self._catalog.facts.resolve(product.id, id, f) for f in facts)
            found.setdefault(groups.group_of(id, attribute), []).append((id, attribute, resolved))
        return [Group(key, words, tuple(found[key])) for key, words in groups.WORDS.items() if key in found]

    def matrices(self, product: Product) -> list[tuple[Matrix, Page]]:
        """The tables with a column for it, and the page that shows each."""
        return [
            (table, pages[0])
            for id, table in self._catalog.matrices.items()
            if product.id in matrix.subjects(table, self._catalog) and (pages := self.pages_of_matrix.get(id))
        ]

    def pages(self, product: Product) -> list[Page]:
        """The pages whose text uses its facts, in the order of the sections."""
        found = self._pages_of_product.get(product.id, {})
        return sorted(found.values(), key=lambda p: (p.section is None, [int(n) for n in (p.section or "0").split(".")], p.path))

    def terms(self, product: Product) -> list[Term]:
        """Terms that its names, its family or its attributes are forms of; those that an attribute names first."""
        named = (self._catalog.get("terms", a.term) for id in product.specs for a in [self._catalog.attributes[id]] if a.term)
        forms = [*_names(product), *(f for id in product.specs for a in [self._catalog.attributes[id]] for f in (a.ko, a.en))]
        matched = (self._terms_by_form.get(normal(form)) for form in forms)
        return list({t.id: t for t in (*matched, *named) if t is not None}.values())

    @cached_property
    def pages_of_matrix(self) -> Mapping[str, list[Page]]:
        found: dict[str, list[Page]] = {}
        for page, name, id in self._calls():
            if name == "matrix" and page not in (pages := found.setdefault(id, [])):
                pages.append(page)
        return found

    @cached_property
    def _pages_of_product(self) -> Mapping[str, dict[str, Page]]:
        found: dict[str, dict[str, Page]] = {}
        for page, name, id in self._calls():
            if name in ("fact", "product"):
                product = self._catalog.get("products", id.split(".")[0])
                if product is not None:
                    found.setdefault(product.id, {})[page.path] = page
        return found

    def _calls(self) -> Iterator[tuple[Page, str, str]]:
        for page in self._site.values():
            if not page.generated and page.path not in _EXAMPLES:
                for call in page.calls:
                    if isinstance(call.subject, str):
                        yield page, call.name, call.subject

    @cached_property
    def _terms_by_form(self) -> Mapping[str, Term]:
        return {normal(form): term for term in self._catalog.terms.values() for form in term.forms}


def _names(product: Product) -> Iterator[str]:
    """Its names and their beginnings: 'H100 SXM5 80GB', 'H100 SXM5', 'H100'; its family and kind."""
    for name in (product.name, *product.aliases):
        words = name.split()
        yield from (" ".join(words[:count]) for count in range(len(words), 0, -1))
    if product.family:
        yield product.family
    yield product.kind
