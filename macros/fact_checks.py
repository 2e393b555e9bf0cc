"""Rules for products, facts and matrices."""

from __future__ import annotations

from collections.abc import Iterator

from . import charts, formula, matrix, units
from .catalog import Catalog
from .facts import FactError, Reported, fact_id_of, fits
from .forms import normal
from .josa import josa
from .model.matrix import Filter
from .model.quantity import Fact
from .problems import Problem, did_you_mean


def facts_sound(catalog: Catalog) -> Iterator[Problem]:
    """Known attribute, unit of its dimension, demanded qualifiers, a formula that computes; no two facts alike."""
    for id, product in catalog.products.items():
        for attribute_id, facts in product.specs.items():
            if attribute_id not in catalog.attributes:
                if _attribute_broken(catalog, attribute_id):
                    continue
                hint = did_you_mean(attribute_id, catalog.attributes, limit=0)
                yield catalog.problem(
                    "products", id, ("specs", attribute_id), f"속성 '{attribute_id}'이(가) attributes.yml에 없습니다.", hint, key=True
                )
                continue
            seen: set[str] = set()
            for number, fact in enumerate(facts):
                yield from _fact(catalog, id, attribute_id, fact, number)
                own = fact_id_of(id, attribute_id, fact)
                if own in seen:
                    yield catalog.problem(
                        "products",
                        id,
                        ("specs", attribute_id, number),
                        f"사실 '{own}'이(가) 두 번 있습니다.",
                        "다른 값은 disagrees에, 다른 뜻은 qualifiers로 가르십시오.",
                    )
                seen.add(own)


def _attribute_broken(catalog: Catalog, id: str) -> bool:
    """Whether what is wrong is the attribute's own entry, or all of attributes.yml."""
    return ("attributes", id) in catalog.broken or ("attributes", "attributes") in catalog.broken


def _fact(catalog: Catalog, id: str, attribute_id: str, fact: Fact, number: int) -> Iterator[Problem]:
    attribute, place = catalog.attributes[attribute_id], ("specs", attribute_id, number)
    if fact.state:
        return
    unit, measurable = fact.unit, True
    if attribute.type == "quantity":
        own = unit or attribute.unit
        measurable = own is not None and units.known(own) and fits(attribute, own)
        if unit is None and not fact.derived:
            hint = f"예: unit: {attribute.unit}." if attribute.unit else ""
            yield catalog.problem("products", id, place, f"'{attribute_id}'에는 단위가 있어야 합니다.", hint)
        elif unit is not None and not units.known(unit):
            yield catalog.problem(
                "products", id, (*place, "unit"), f"단위 '{unit}'을(를) 모릅니다.", did_you_mean(unit, units.names(), limit=0)
            )
        elif unit is not None and not measurable:
            message = f"'{attribute_id}'의 단위 '{unit}'은(는) {josa(str(attribute.unit), '와')} 차원이 다릅니다."
            yield catalog.problem("products", id, (*place, "unit"), message)
        if fact.derived is None and (isinstance(fact.value, bool) or not isinstance(fact.value, int | float)):
            yield catalog.problem(
                "products", id, (*place, "value"), f"'{attribute_id}'에는 수가 와야 하는데 '{fact.value}'이(가) 있습니다."
            )
    elif attribute.type == "flag" and not isinstance(fact.value, bool):
        yield catalog.problem("products", id, (*place, "value"), f"'{attribute_id}'에는 true나 false를 씁니다.")
    for key in attribute.demands:
        if getattr(fact.qualifiers, key) is None:
            yield catalog.problem(
                "products", id, place, f"'{attribute_id}'에는 한정어 '{key}'이(가) 있어야 합니다.", f"예: qualifiers: {{{key}: …}}."
            )
    if fact.derived and measurable:
        yield from _formula(catalog, id, attribute_id, fact, place)


def _formula(catalog: Catalog, id: str, attribute_id: str, fact: Fact, place: tuple[str | int, ...]) -> Iterator[Problem]:
    where = (*place, "derived")
    if strange := formula.unreadable(fact.derived or ""):
        message = f"식에서 '{strange[0]}'을(를) 읽을 수 없습니다."
        yield catalog.problem("products", id, where, message, "수, 사실의 id, + - * /를 띄어 씁니다. 예: 8 * x.memory_bandwidth.")
        return
    if not formula.references(fact.derived or ""):
        yield catalog.problem("products", id, where, "식이 아무 사실도 쓰지 않습니다.", "값이라면 value와 source로 쓰십시오.")
        return
    try:
        catalog.facts.resolve(id, attribute_id, fact)
    except Reported:
        pass
    except FactError as error:
        yield catalog.problem("products", id, where, error.message, error.hint)


def product_clash(catalog: Catalog) -> Iterator[Problem]:
    """One product, one file: no name or other name of it in a second."""
    first: dict[str, str] = {}
    for id, product in catalog.products.items():
        for place, name in (("name",), product.name), *((("aliases", n), a) for n, a in enumerate(product.aliases)):
            owner = first.setdefault(normal(name), id)
            if owner != id:
                message = f"제품 '{name}'을(를) 'data/products/{owner}.yml'도 적고 있습니다."
                yield catalog.problem("products", id, place, message, "한 제품은 한 파일에만 적습니다.")


def timelines_sound(catalog: Catalog) -> Iterator[Problem]:
    for id, line in catalog.timelines.items():
        if line.products and not matrix.launches(line.products, catalog) and not any(kind == "products" for kind, _ in catalog.broken):
            message = "조건에 맞고 발표일이 있는 제품이 없습니다."
            yield catalog.problem("timelines", id, ("products",), message, "kind와 family를 확인하십시오.")


def charts_sound(catalog: Catalog) -> Iterator[Problem]:
    for id, chart in catalog.charts.items():
        for number, subject in enumerate(chart.subjects if not isinstance(chart.subjects, Filter) else ()):
            if not catalog.has("products", subject):
                hint = did_you_mean(subject, catalog.ids("products"))
                yield catalog.problem("charts", id, ("subjects", number), f"제품 '{subject}'이(가) 없습니다.", hint)
        if chart.attribute and chart.attribute not in catalog.attributes and not _attribute_broken(catalog, chart.attribute):
            hint = did_you_mean(chart.attribute, catalog.attributes, limit=0)
            yield catalog.problem("charts", id, ("attribute",), f"속성 '{chart.attribute}'이(가) 없습니다.", hint)
        for error in charts.errors(chart, catalog):
            yield catalog.problem("charts", id, error.place, error.message, error.hint, key=error.key)


def matrices_sound(catalog: Catalog) -> Iterator[Problem]:
    for id, table in catalog.matrices.items():
        for option, given in table.options.items():
            if given.term and not catalog.has("terms", given.term):
                hint = did_you_mean(given.term, catalog.ids("terms"))
                yield catalog.problem("matrices", id, ("options", option, "term"), f"용어 '{given.term}'이(가) 없습니다.", hint)
        if not isinstance(table.subjects, Filter):
            for number, subject in enumerate(table.subjects):
                if now := catalog.former.get(("products", subject)):
                    message = f"제품 '{subject}'의 id가 바뀌었습니다."
                    yield catalog.problem("matrices", id, ("subjects", number), message, f"지금은 '{now}'입니다.")
                elif not catalog.has("products", subject):
                    hint = did_you_mean(subject, catalog.ids("products"))
                    yield catalog.problem("matrices", id, ("subjects", number), f"제품 '{subject}'이(가) 없습니다.", hint)
        elif not matrix.subjects(table, catalog) and not any(kind == "products" for kind, _ in catalog.broken):
            yield catalog.problem("matrices", id, ("subjects",), "조건에 맞는 제품이 없습니다.", "kind와 family를 확인하십시오.")
        for number, row in enumerate(table.rows):
            if row.attribute and row.attribute not in catalog.attributes and not _attribute_broken(catalog, row.attribute):
                yield catalog.problem(
                    "matrices",
                    id,
                    ("rows", number, "attribute"),
                    f"속성 '{row.attribute}'이(가) 없습니다.",
                    did_you_mean(row.attribute, catalog.attributes, limit=0),
                )
        for error in matrix.errors(table, catalog):
            yield catalog.problem("matrices", id, error.place, error.message, error.hint, key=error.key)
