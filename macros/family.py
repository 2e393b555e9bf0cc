"""Which products stand near which: kinds in words, order by date, siblings, and what came before."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from . import matrix
from .catalog import Catalog
from .josa import josa
from .model.product import Product
from .render.numbers import date_words

# In the order in which a list shows them.
KIND_WORDS = {
    "gpu": "GPU",
    "superchip": "슈퍼칩",
    "board": "HGX 보드",
    "system": "시스템",
    "rack": "랙 시스템",
    "cluster": "클러스터",
    "interconnect": "인터커넥트",
    "switch": "스위치",
    "nic": "네트워크 어댑터",
    "dpu": "DPU",
    "cpu": "CPU",
    "storage": "저장 장치",
    "platform": "플랫폼",
}
BASIS_WORDS = {"announcement": "발표", "sale": "판매 시작", "document": "문서 날짜", "generation": "세대"}
STAGE_WORDS = {"preliminary": "예비 사양", "shipping": "출하", "discontinued": "단종"}


def age(product: Product) -> tuple[str, str]:
    """Sorts by date, those without one last, then by name."""
    return (product.announced.date if product.announced else "9999", product.name)


def lead(product: Product) -> str:
    """What the product is, as a noun phrase before its name: 'NVIDIA가 2022년 3월 22일 발표한 Hopper 계열 GPU'."""
    family = f"{product.family} 계열 " if product.family else ""
    what = f"{family}{KIND_WORDS[product.kind]}"
    if product.announced is None:
        return f"{product.vendor}의 {what}"
    day = date_words(product.announced.date)
    if product.announced.basis == "announcement":
        return f"{josa(product.vendor, '가')} {day} 발표한 {what}"
    if product.announced.basis == "sale":
        return f"{josa(product.vendor, '가')} {day} 판매를 시작한 {what}"
    if product.announced.basis == "document":
        return f"{josa(product.vendor, '가')} {day} 문서로 밝힌 {what}"
    return f"{product.vendor}의 {day} 세대 {what}"


class Families:
    """Neighbours of products in one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def siblings(self, product: Product) -> list[Product]:
        """All of the same kind and family, itself among them, by date."""
        found = [p for p in self._catalog.products.values() if p.kind == product.kind and product.family and p.family == product.family]
        return sorted(found or [product], key=age)

    def before(self, product: Product) -> Product | None:
        """What it follows: older, of its kind, of its family or beside it in a table; the one with most facts to compare."""
        return self._before[product.id]

    def after(self, product: Product) -> list[Product]:
        """What follows it, by date."""
        return sorted((p for p in self._catalog.products.values() if self._before[p.id] is product), key=age)

    def parts(self, product: Product) -> list[tuple[Product, int]]:
        """What it is made of, and how many of each."""
        return [(self._catalog.products[id], count) for id, count in product.parts.items() if id in self._catalog.products]

    def wholes(self, product: Product) -> list[Product]:
        """What it is a part of, by date."""
        return sorted((p for p in self._catalog.products.values() if product.id in p.parts), key=age)

    @cached_property
    def _before(self) -> Mapping[str, Product | None]:
        return {id: self._predecessor(p) for id, p in self._catalog.products.items()}

    @cached_property
    def _meanings(self) -> Mapping[str, frozenset[tuple[str, tuple[tuple[str, str], ...]]]]:
        """What each product has facts about: attributes with their qualifiers."""
        return {
            id: frozenset((a, f.qualifiers.items()) for a, facts in p.specs.items() for f in facts if not f.state)
            for id, p in self._catalog.products.items()
        }

    @cached_property
    def _together(self) -> Mapping[str, frozenset[str]]:
        """Products that some table shows beside each."""
        found: dict[str, set[str]] = {}
        for table in self._catalog.matrices.values():
            columns = matrix.subjects(table, self._catalog)
            for id in columns:
                found.setdefault(id, set()).update(columns)
        return {id: frozenset(ids) for id, ids in found.items()}

    def _predecessor(self, product: Product) -> Product | None:
        if product.announced is None:
            return self._column_before(product)
        near, date = self._together.get(product.id, frozenset()), product.announced.date
        older = [
            p
            for p in self._catalog.products.values()
            if (p.kind, p.vendor) == (product.kind, product.vendor)
            and p.announced
            and p.announced.date < date[: len(p.announced.date)]
            and (p.id in near or (p.family and p.family == product.family))
        ]
        mine = self._meanings[product.id]
        return max(older, key=lambda p: (len(mine & self._meanings[p.id]), *age(p)), default=None)

    def _column_before(self, product: Product) -> Product | None:
        """Without a date: the column before it in some table, of its kind and family."""
        for table in self._catalog.matrices.values():
            columns = matrix.subjects(table, self._catalog)
            if product.id in columns[1:]:
                other = self._catalog.products[columns[columns.index(product.id) - 1]]
                if (other.kind, other.family, other.vendor) == (product.kind, product.family, product.vendor):
                    return other
        return None
