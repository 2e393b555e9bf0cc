"""A matrix is a view: this turns one into the rows and cells a template can show, and finds what may not stand side by side."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count

from . import units
from .catalog import Catalog
from .facts import FactError, Resolved, qualifier_words
from .josa import josa
from .model.attribute import QualifierKey
from .model.chart import Chart
from .model.matrix import Cell, Filter, Matrix, Row
from .model.product import Product
from .model.quantity import KEY_WORDS, QUALIFIER_WORDS
from .problems import did_you_mean


@dataclass(frozen=True)
class ShownCell:
    """What one cell shows: facts (more than one when sources or qualifiers differ), a written cell, or nothing known."""

    facts: tuple[Resolved, ...] = ()
    written: Cell | None = None


@dataclass(frozen=True)
class ShownRow:
    row: Row
    label: str
    en: str = ""
    words: tuple[str, ...] = ()
    """The qualifiers that all cells of the row share."""
    unit: str | None = None
    """The unit in which the row's numbers stand, when it is a quantity."""
    cells: tuple[ShownCell, ...] = ()
    key: str = ""
    """Names the row in addresses: attribute and chosen qualifiers, or the criterion."""
    better: str | None = None
    shared: tuple[tuple[str, str], ...] = ()
    """The qualifiers behind `words`."""
    variant: str | None = None
    """dense or sparse, for the two rows that one `vary: sparsity` becomes."""
    units: tuple[tuple[str, float], ...] = ()
    """(unit, factor from `unit`) of what a reader may choose."""


@dataclass(frozen=True)
class RowError:
    """What is wrong with one row; `place` is inside the matrix file."""

    place: tuple[str | int, ...]
    message: str
    hint: str = ""
    key: bool = False
    """Whether the place is a key rather than its value."""


@dataclass(frozen=True)
class Column:
    """The head of one column: a product, or an option that is none."""

    id: str
    label: str
    product: Product | None = None
    term: str | None = None

    @property
    def year(self) -> str:
        """Of the announcement, where it is known."""
        return self.product.announced.date[:4] if self.product and self.product.announced else ""


def columns(matrix: Matrix, catalog: Catalog) -> tuple[Column, ...]:
    """The columns, in order. The catalog must have passed its checks."""
    if matrix.options:
        return tuple(Column(id, option.label, term=option.term) for id, option in matrix.options.items())
    products = [catalog.products[id] for id in subjects(matrix, catalog)]
    return tuple(Column(p.id, matrix.subject_labels.get(p.id, p.name), p) for p in products)


def subjects(matrix: Matrix | Chart, catalog: Catalog) -> tuple[str, ...]:
    """Product ids of the columns, in order; those of a filter by date, then name. None for a matrix of options."""
    if not isinstance(matrix.subjects, Filter):
        return matrix.subjects
    return chosen(matrix.subjects, catalog)


def launches(wanted: Filter, catalog: Catalog) -> list[tuple[str, list[Product]]]:
    """(year, products announced in it by date), oldest first, of the products that a filter chooses."""
    years: dict[str, list[Product]] = {}
    for id in chosen(wanted, catalog):
        product = catalog.products[id]
        if product.announced:
            years.setdefault(product.announced.date[:4], []).append(product)
    return list(years.items())


def chosen(wanted: Filter, catalog: Catalog) -> tuple[str, ...]:
    """Ids of the products that a filter chooses, by date, then name."""
    found = [id for id, p in catalog.products.items() if _chosen(p, wanted)]
    return tuple(sorted(found, key=lambda id: _age(catalog.products[id])))


def _chosen(product: Product, wanted: Filter) -> bool:
    kinds = wanted.kinds or ((wanted.kind,) if wanted.kind else ())
    return (not kinds or product.kind in kinds) and (not wanted.family or product.family in wanted.family)


def _age(product: Product) -> tuple[str, str]:
    return (product.announced.date if product.announced else "9999", product.name)


def shown_rows(matrix: Matrix, catalog: Catalog) -> tuple[ShownRow, ...]:
    """All rows, ready to show. The catalog must have passed its checks."""
    ids = tuple(matrix.options) or subjects(matrix, catalog)
    shown: dict[str, ShownRow] = {}
    for written in matrix.rows:
        for variant, row in written.variants():
            key = _key(row, shown)
            shown[key] = replace(_shown(row, ids, catalog), key=key, variant=variant)
    return tuple(shown.values())


def _key(row: Row, taken: Container[str]) -> str:
    """A name for the row that stays when others come and go; a second row of the same name is numbered."""
    named = [row.attribute, *(value for _, value in row.where.items())] if row.attribute else [row.criterion or f"# {row.group}"]
    names = (".".join(str(part) for part in (*named, *number)) for number in chain([()], ((n,) for n in count(2))))
    return next(name for name in names if name not in taken)


def _shown(row: Row, columns: tuple[str, ...], catalog: Catalog) -> ShownRow:
    if row.group is not None:
        return ShownRow(row, row.group)
    if row.criterion is not None:
        return ShownRow(row, row.criterion, cells=tuple(ShownCell(written=row.cells.get(id)) for id in columns))
    assert row.attribute is not None
    attribute = catalog.attributes[row.attribute]
    where = dict(row.where.items())
    cells = tuple(ShownCell(written=row.cells[id]) if id in row.cells else _cell(row, id, catalog, where) for id in columns)
    shared = _shared(row, cells)
    unit = (row.unit or attribute.unit) if attribute.type == "quantity" else None
    return ShownRow(
        row,
        attribute.ko,
        attribute.en,
        qualifier_words(shared),
        unit,
        cells,
        better=attribute.better,
        shared=tuple(shared.items()),
        units=units.choices(unit, _numbers(cells, unit)) if unit else (),
    )


def _numbers(cells: Iterable[ShownCell], unit: str) -> list[float]:
    found = [r for cell in cells for r in cell.facts]
    return [units.convert(r.value, r.unit or unit, unit) for r in found if isinstance(r.value, int | float)]


def _cell(row: Row, product_id: str, catalog: Catalog, where: Mapping[str, str] | None = None) -> ShownCell:
    """`where` is that of the row, for those who ask for many cells."""
    assert row.attribute is not None
    found = catalog.facts.select(product_id, row.attribute, dict(row.where.items()) if where is None else where)
    return ShownCell(tuple(catalog.facts.resolve(product_id, row.attribute, f) for f in found))


def _shared(row: Row, cells: Iterable[ShownCell]) -> dict[str, str]:
    """Qualifiers stated alike by every value of the row; `where` first."""
    shared = dict(row.where.items())
    stated = [dict(r.fact.qualifiers.items()) for c in cells for r in c.facts if not r.fact.state]
    for key in QUALIFIER_WORDS:
        values = {s.get(key) for s in stated}
        if len(values) == 1 and (value := values.pop()) and key not in row.mixed:
            shared[key] = value
    return {key: shared[key] for key in QUALIFIER_WORDS if key in shared}


def errors(matrix: Matrix, catalog: Catalog) -> Iterator[RowError]:
    """Labels, rows and cells that name what does not exist, select more than one value, or mix qualifiers."""
    named = tuple(matrix.options) or subjects(matrix, catalog)
    columns = [id for id in named if matrix.options or id in catalog.products]
    # A column that is not there is one mistake; what follows from it is not reported.
    complete = len(columns) == len(named) > 0
    for id in matrix.subject_labels if complete else ():
        if id not in named:
            yield RowError(("subject_labels", id), f"'{id}'은(는) 이 표의 열이 아닙니다.", did_you_mean(id, named), key=True)
    for number, row in enumerate(matrix.rows):
        if row.attribute in catalog.attributes:
            yield from _unit_errors(row, number, catalog)
            for variant, one in row.variants():
                yield from _row_errors(one, number, columns, complete, catalog, variant)
                yield from _hidden_errors(one, number, catalog)
        if row.cells and complete:
            yield from _written_errors(row, number, columns)


def _written_errors(row: Row, number: int, columns: list[str]) -> Iterator[RowError]:
    strange = [id for id in row.cells if id not in columns]
    for id in strange:
        yield RowError(("rows", number, "cells", id), f"칸 '{id}'은(는) 이 표의 열이 아닙니다.", did_you_mean(id, columns), key=True)
    for id in columns if row.criterion and not strange else ():
        if id not in row.cells:
            yield RowError(
                ("rows", number, "cells"), f"열 '{id}'의 칸이 없습니다.", f"모르면 {id}: {{state: unknown}}이라고 쓰십시오.", key=True
            )


def _hidden_errors(row: Row, number: int, catalog: Catalog) -> Iterator[RowError]:
    """A written cell must not stand where a fact does."""
    for id in row.cells if row.attribute in catalog.attributes else ():
        facts = _cell(row, id, catalog).facts if id in catalog.products else ()
        if values := [r.id for r in facts if not r.fact.state]:
            yield RowError(("rows", number, "cells", id), f"열 '{id}'에는 사실 '{values[0]}'이(가) 있습니다.", "칸을 지우십시오.", key=True)


def _row_errors(
    row: Row, number: int, columns: list[str], complete: bool, catalog: Catalog, variant: str | None = None
) -> Iterator[RowError]:
    assert row.attribute is not None
    place = ("rows", number, "attribute")
    seen: dict[QualifierKey, dict[str, str]] = {}
    several = False
    where = dict(row.where.items())
    known, stated = False, False  # whether any column has something to say, and whether any has a value
    for id in columns:
        try:
            cell = _cell(row, id, catalog, where)
        except FactError:
            known = stated = True
            continue  # reported with the fact itself
        values = [r for r in cell.facts if not r.fact.state]
        known, stated = known or bool(cell.facts), stated or bool(values)
        if id in row.cells:
            continue
        if len(values) > 1 and not _split_by(values, row.mixed):
            several = True
            if len({r.id for r in values}) == len(values):  # else reported with the product
                ids = ", ".join(r.id for r in values)
                yield RowError(place, f"'{id}'의 값이 둘 이상 골라집니다: {ids}.", "where에 한정어를 더하십시오.")
        for r in values:
            for key in catalog.attributes[row.attribute].demands:
                seen.setdefault(key, {}).setdefault(str(getattr(r.fact.qualifiers, key)), id)
    if complete and variant and not stated:
        word, other = QUALIFIER_WORDS["sparsity"][variant], "sparse" if variant == "dense" else "dense"
        hint = f"vary 대신 where에 sparsity: {other}를 쓰십시오."
        yield RowError(("rows", number, "vary"), f"행 '{row.attribute}'의 {word} 값이 어느 열에도 없습니다.", hint)
    elif complete and not known:
        yield RowError(place, f"행 '{row.attribute}'에 해당하는 값이 어느 열에도 없습니다.", "where를 확인하십시오.")
    for key, values_of in seen.items() if not several else ():
        values_of.pop("None", None)  # a demanded qualifier that is missing is reported with the fact
        if len(values_of) > 1 and key not in row.mixed:
            said = ", ".join(f"{id}: {value}" for value, id in values_of.items())
            what = josa(f"{KEY_WORDS[key]}({key})", "이")
            yield RowError(
                place,
                f"행 '{row.attribute}'이(가) {what} 다른 값을 나란히 놓습니다 ({said}).",
                f"where로 하나를 고르거나, 일부러라면 mixed: [{key}]라고 쓰십시오.",
            )


def _unit_errors(row: Row, number: int, catalog: Catalog) -> Iterator[RowError]:
    assert row.attribute is not None
    place, own = ("rows", number, "unit"), catalog.attributes[row.attribute].unit
    if row.unit is None or (own and not units.known(own)):
        return
    if own is None and catalog.attributes[row.attribute].type == "quantity":
        return  # reported with the attribute
    if own is None:
        yield RowError(place, f"속성 '{row.attribute}'에는 단위가 없습니다.", "unit을 지우십시오.")
    elif not units.known(row.unit):
        yield RowError(place, f"단위 '{row.unit}'을(를) 모릅니다.", did_you_mean(row.unit, units.names(), limit=0))
    elif not units.same_dimension(row.unit, own):
        yield RowError(place, f"'{row.attribute}'의 단위 '{row.unit}'은(는) {josa(own, '와')} 차원이 다릅니다.")


def _split_by(values: list[Resolved], mixed: tuple[str, ...]) -> bool:
    """Several values of one cell are fine when a qualifier the row allows to differ tells them apart."""
    kinds = {tuple(getattr(v.fact.qualifiers, key) for key in mixed) for v in values}
    return bool(mixed) and len(kinds) == len(values)
