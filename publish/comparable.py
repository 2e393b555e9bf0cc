"""The compact file from which a reader's own table is made: a row is an attribute with its qualifiers, so that no row can mix them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from macros import units
from macros.catalog import Catalog
from macros.facts import Resolved, qualifier_words
from macros.family import KIND_WORDS, STAGE_WORDS, age
from macros.groups import WORDS, group_of
from macros.render import STATE_WORDS
from macros.render.numbers import with_unit


def comparable(catalog: Catalog) -> dict[str, Any]:
    """Products, attributes, rows, and each product's facts as [row, text, value in the shown unit, fact id, flags]."""
    facts = [
        (a, catalog.facts.resolve(id, a, f))
        for id, product in catalog.products.items()
        for a, found in product.specs.items()
        for f in found
        if not f.state or f.state == "no"
    ]
    rows: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {}
    for a, found in sorted(facts, key=lambda x: (_rank(x[0], catalog), x[1].fact.qualifiers.items())):
        rows.setdefault((a, found.fact.qualifiers.items()), len(rows))
    by_product: dict[str, list[list[Any]]] = {}
    for a, found in facts:
        by_product.setdefault(found.product.id, []).append([rows[(a, found.fact.qualifiers.items())], *_fact(found, unit_of(a, catalog))])
    attributes = sorted({a for a, _ in facts}, key=lambda a: _rank(a, catalog))
    return {
        "kinds": KIND_WORDS,
        "groups": WORDS,
        "stages": STAGE_WORDS,
        "products": {p.id: [p.name, p.kind, p.family or "", p.stage] for p in sorted(catalog.products.values(), key=_place)},
        "former": {old: id for (kind, old), id in catalog.former.items() if kind == "products"},
        "attributes": {id: _attribute(id, catalog) for id in attributes},
        "rows": [_row(a, dict(pairs)) for a, pairs in rows],
        "facts": by_product,
    }


def _place(product: Any) -> tuple[int, tuple[str, str]]:
    return list(KIND_WORDS).index(product.kind), age(product)


def _rank(attribute: str, catalog: Catalog) -> tuple[int, int]:
    """The place of an attribute: by group, then as attributes.yml has it."""
    return list(WORDS).index(group_of(attribute, catalog.attributes[attribute])), list(catalog.attributes).index(attribute)


def _row(attribute: str, pairs: dict[str, str]) -> dict[str, Any]:
    said = {"a": attribute, "q": list(pairs.values()), "w": ", ".join(qualifier_words(pairs))}
    return said | ({"v": pairs["sparsity"]} if pairs.get("sparsity") in ("dense", "sparse") else {})


def _attribute(id: str, catalog: Catalog) -> dict[str, Any]:
    attribute = catalog.attributes[id]
    said: dict[str, Any] = {"ko": attribute.ko, "en": attribute.en, "g": group_of(id, attribute), "b": attribute.better}
    if unit := unit_of(id, catalog):
        others = {f.unit for p in catalog.products.values() for f in p.specs.get(id, ()) if f.unit} | {attribute.unit or unit}
        said |= {"u": unit, "f": {u: _factor(unit, u) for u in [unit, *sorted(others - {unit})]}}
    return said


def unit_of(id: str, catalog: Catalog) -> str | None:
    """The unit in which to show an attribute: the one that most of its facts are written in."""
    attribute = catalog.attributes[id]
    if attribute.type != "quantity" or attribute.unit is None:
        return None
    used = Counter(f.unit for p in catalog.products.values() for f in p.specs.get(id, ()) if f.unit)
    return max(used, key=lambda unit: (used[unit], unit == attribute.unit, unit), default=attribute.unit)


def _factor(unit: str, other: str) -> float:
    """How many of `other` one `unit` is."""
    return float(f"{units.convert(1, unit, other):.10g}")


def _fact(found: Resolved, unit: str | None) -> list[Any]:
    """Text, number in the attribute's shown unit or null, id, and what the cell adds: c(alculated), d(isputed), l(ow confidence)."""
    number = found.value if unit and isinstance(found.value, int | float) else None
    value = float(f"{units.convert(number, found.unit or unit, unit):.10g}") if number is not None and unit else None
    text = STATE_WORDS[found.state] if found.fact.state else with_unit(found, unit)
    marks = "c" * bool(found.fact.derived) + "d" * bool(found.fact.disagrees) + "l" * (found.fact.confidence == "low")
    return [text, value, found.id, marks]
