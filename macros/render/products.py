"""A product's own page, and the list of all: headings as Markdown, so that contents and search see them, between blocks of HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import links
from ..family import BASIS_WORDS, KIND_WORDS, STAGE_WORDS, age, lead
from ..josa import josa
from ..model.product import Product

if TYPE_CHECKING:
    from ..product_page import ProductIndex
    from . import Renderer

Marks = Callable[..., list[tuple[int, str]]]
_GIVEN = {"kinds": KIND_WORDS, "stages": STAGE_WORDS, "bases": BASIS_WORDS, "path": links.product}


def product_page(render: Renderer, index: ProductIndex, product: Product, page: str, announced: Any, marks: Marks, compare: str) -> str:
    """The whole body of a product's page but its sources. `compare` is the address of the page that compares anything, or ''."""
    before = index.families.before(product)
    given = {**_GIVEN, "product": product, "page": page, "before": before}
    chosen = [before.id, product.id] if before else [product.id]
    parts = [
        f"# {render.text(product.name)}",
        render.block(
            "product_head",
            **given,
            lead=f"{josa(product.name, '은')} {lead(product)}입니다.",
            announced=announced,
            compare=f"{compare}?p={','.join(chosen)}" if compare else "",
            before_with=josa(before.name, "과").removeprefix(before.name) if before else "",
        ),
        "## 사양 { #specs }",
        render.block("product_specs", product=product, groups=index.groups(product), marks=marks),
        "## 이웃한 제품 { #family }",
        render.block("product_family", **given, **_near(index, product)),
    ]
    uses = {"tables": index.matrices(product), "sections": index.pages(product), "terms": index.terms(product)}
    if any(uses.values()):
        parts += ["## 나오는 곳 { #uses }", render.block("product_uses", **given, **uses)]
    return "\n\n".join(parts)


def _near(index: ProductIndex, product: Product) -> dict[str, Any]:
    families = index.families
    return {
        "after": families.after(product),
        "siblings": families.siblings(product),
        "parts": families.parts(product),
        "wholes": families.wholes(product),
    }


def product_list(render: Renderer, products: Mapping[str, Product], kind: str | None, level: int, page: str) -> str:
    """All products by kind and family; without headings when only one kind is asked for."""
    parts = []
    for key, words in KIND_WORDS.items():
        members = [p for p in products.values() if p.kind == key and kind in (None, key)]
        if not members:
            continue
        if kind is None:
            parts.append(f"{'#' * level} {words} {{ #kind-{key} }}")
        parts.append(render.block("products", **_GIVEN, families=_families(members), page=page))
    return "\n\n".join(parts)


def _families(members: Sequence[Product]) -> list[tuple[str, list[Product]]]:
    """(family, products) by the date of the first of each."""
    found: dict[str, list[Product]] = {}
    for product in sorted(members, key=age):
        found.setdefault(product.family or "", []).append(product)
    return list(found.items())
