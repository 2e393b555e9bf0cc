"""A catalog as records for machines, one list a file of /data/."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from . import formula, links, matrix, units
from .catalog import Catalog
from .facts import Resolved
from .groups import group_of
from .model.base import Model
from .model.matrix import Matrix
from .model.quiz import Question
from .model.record import (
    AttributeRecord,
    CellRecord,
    ColumnRecord,
    ConfusableRecord,
    FactRecord,
    MatrixCellRecord,
    MatrixRecord,
    Other,
    ProductRecord,
    QuestionRecord,
    RowRecord,
    SourceRecord,
    TermRecord,
)
from .model.term import Term


@dataclass(frozen=True)
class Dataset:
    """One file of /data/: what it is called, what a record of it is, and how a catalog makes them."""

    name: str
    title: str
    description: str
    model: type[Model]
    records: Callable[[Catalog], Iterator[Model]]


def facts(catalog: Catalog) -> Iterator[FactRecord]:
    for id, product in catalog.products.items():
        for attribute, found in product.specs.items():
            for fact in found:
                yield _fact(catalog.facts.resolve(id, attribute, fact), attribute, catalog)


def fact_record(catalog: Catalog, fact_id: str) -> FactRecord:
    """The record of one fact. Raises FactError."""
    _, attribute, _ = catalog.facts.locate(fact_id)
    return _fact(catalog.facts.find(fact_id), attribute, catalog)


def _fact(found: Resolved, attribute: str, catalog: Catalog) -> FactRecord:
    fact, own = found.fact, found.attribute
    inputs = tuple(dict.fromkeys(catalog.facts.find(i).id for i in formula.references(fact.derived or "")))
    number = found.value if own.type == "quantity" and isinstance(found.value, int | float) else None
    standard = float(f"{units.convert(number, found.unit, own.unit):.10g}") if number is not None and found.unit and own.unit else None
    return FactRecord(
        id=found.id,
        product=found.product.id,
        attribute=attribute,
        type=own.type,
        state=fact.state or "value",
        value=found.value,
        unit=found.unit if found.value is not None else None,
        standard_value=standard,
        standard_unit=own.unit if standard is not None else None,
        qualifiers=fact.qualifiers,
        formula=fact.derived,
        inputs=inputs,
        source=_now(catalog, fact.source),
        locator=fact.locator,
        sources=tuple(dict.fromkeys(str(_now(catalog, s)) for s, _ in found.sources)),
        verified=fact.verified.isoformat() if fact.verified else None,
        how="derived" if fact.derived else fact.how,
        confidence=fact.confidence,
        note=fact.note,
        reason=fact.reason,
        disagrees=tuple(Other(value=d.value, unit=d.unit, source=str(_now(catalog, d.source)), why=d.why) for d in fact.disagrees),
        page=f"{links.url_of(links.product(found.product.id))}#f-{found.id}",
    )


def _now(catalog: Catalog, source: str | None) -> str | None:
    """A source's id now, where a former one is written."""
    return catalog.former.get(("sources", source), source) if source else None


def products(catalog: Catalog) -> Iterator[ProductRecord]:
    for id, p in catalog.products.items():
        yield ProductRecord(
            id=id,
            name=p.name,
            vendor=p.vendor,
            kind=p.kind,
            family=p.family,
            stage=p.stage,
            date=p.announced.date if p.announced else None,
            date_basis=p.announced.basis if p.announced else None,
            date_source=_now(catalog, p.announced.source) if p.announced else None,
            aliases=p.aliases,
            former_ids=p.former_ids,
            parts=p.parts,
            facts=sum(map(len, p.specs.values())),
            page=links.url_of(links.product(id)),
        )


def attributes(catalog: Catalog) -> Iterator[AttributeRecord]:
    for id, a in catalog.attributes.items():
        yield AttributeRecord(
            **{key: getattr(a, key) for key in ("ko", "en", "type", "unit", "better", "demands", "explain", "term")},
            id=id,
            group=group_of(id, a),
            facts=sum(len(p.specs.get(id, ())) for p in catalog.products.values()),
        )


def matrices(catalog: Catalog) -> Iterator[MatrixRecord]:
    for id, table in catalog.matrices.items():
        columns = matrix.columns(table, catalog)
        yield MatrixRecord(
            id=id,
            title=table.title,
            how_to_read=table.how_to_read,
            limits=table.limits,
            columns=tuple(ColumnRecord(id=c.id, label=c.label, product=c.product.id if c.product else None) for c in columns),
            rows=tuple(_rows(table, columns, catalog)),
            former_ids=table.former_ids,
        )


def _rows(table: Matrix, columns: tuple[matrix.Column, ...], catalog: Catalog) -> Iterator[RowRecord]:
    for shown in matrix.shown_rows(table, catalog):
        row = shown.row
        yield RowRecord(
            kind="attribute" if row.attribute else "criterion" if row.criterion else "group",
            label=", ".join((shown.label, *shown.words)),
            attribute=row.attribute,
            unit=row.unit or (catalog.attributes[row.attribute].unit if row.attribute else None),
            explain=row.explain,
            note=row.note,
            cells=tuple(_cell(column.id, cell, catalog) for column, cell in zip(columns, shown.cells, strict=False)),
        )


def _cell(column: str, cell: matrix.ShownCell, catalog: Catalog) -> CellRecord:
    written = cell.written
    return CellRecord(
        column=column,
        facts=tuple(f.id for f in cell.facts),
        state=written.state if written else None,
        text=written.text if written else None,
        source=_now(catalog, written.source) if written else None,
        locator=written.locator if written else None,
    )


def matrix_cells(table: MatrixRecord) -> Iterator[MatrixCellRecord]:
    """A table as flat lines: one a cell, one for a subheading."""
    for number, row in enumerate(table.rows, start=1):
        for cell in row.cells or (None,):
            yield MatrixCellRecord(
                matrix=table.id,
                row=number,
                **{key: getattr(row, key) for key in ("kind", "label", "attribute", "unit")},
                **{key: getattr(cell, key, None) for key in ("column", "state", "text", "source", "locator")},
                facts=cell.facts if cell else (),
            )


def sources(catalog: Catalog) -> Iterator[SourceRecord]:
    for id, s in catalog.sources.items():
        yield SourceRecord.model_validate({**s.model_dump(mode="json"), "id": id})


def terms(catalog: Catalog) -> Iterator[TermRecord]:
    for id, t in catalog.terms.items():
        said = {k: v for k, v in t.model_dump(mode="json").items() if k in TermRecord.model_fields}
        yield TermRecord.model_validate({**said, "id": id, "forms": t.forms, "page": f"{links.url_of(links.GLOSSARY)}#{id}"})


def confusables(catalog: Catalog) -> Iterator[ConfusableRecord]:
    for id, group in catalog.confusables.items():
        yield ConfusableRecord(
            id=id,
            terms=group.terms,
            shared=group.shared,
            differences=tuple(differences([catalog.get("terms", t) for t in group.terms])),
            test=group.test,
            sources=group.sources,
            former_ids=group.former_ids,
            page=f"{links.url_of(links.CONFUSABLES)}#{id}",
        )


def differences(terms: Sequence[Term]) -> list[str]:
    """How the terms of a group differ: one sentence a pair, as far as one is written."""
    pairs: dict[frozenset[str], str] = {}
    for term in terms:
        for other in term.confused_with:
            if any(t.id == other.term for t in terms):
                pairs.setdefault(frozenset((term.id, other.term)), other.difference)
    return list(pairs.values())


def questions(catalog: Catalog) -> Iterator[QuestionRecord]:
    for quiz in catalog.quizzes.values():
        for q in quiz.questions:
            yield QuestionRecord.model_validate({**_question(q, catalog), "section": quiz.section})


def _question(question: Question, catalog: Catalog) -> dict[str, Any]:
    """What a question of any kind says, in one shape."""
    said: dict[str, Any] = question.model_dump(mode="json")
    answer = said.get("answer")
    numeric = question.kind == "numeric"
    shape: dict[str, Any] = {key: said[key] for key in ("id", "kind", "prompt", "context", "terms", "objectives")}
    unit = said.get("unit")
    return shape | {
        "answers": said.get("items") or ([] if numeric or answer is None else [answer] if isinstance(answer, str) else answer),
        "distractors": said.get("distractors", ()),
        "pairs": said.get("pairs", ()),
        "number": _number(said, unit, catalog) if numeric else None,
        "unit": unit,
        "tolerance": said.get("tolerance"),
        "formula": said.get("derived"),
        "mistakes": [{"answer": _number(m, unit, catalog), "formula": m["derived"], "why": m["why"]} for m in said.get("mistakes", ())],
    }


def _number(said: dict[str, Any], unit: str | None, catalog: Catalog) -> float | None:
    return catalog.facts.calculate(said["derived"], unit or "개") if said.get("derived") else said["answer"]


DATASETS = (
    Dataset("facts", "사실", "제품의 값 하나가 한 줄입니다. 단위와 한정어, 출처, 확인한 날, 다른 값이 붙습니다.", FactRecord, facts),
    Dataset("products", "제품", "GPU, 시스템, 인터커넥트를 비롯한 제품의 이름과 종류, 계열, 날짜입니다.", ProductRecord, products),
    Dataset("attributes", "속성", "제품을 재는 잣대의 이름과 단위, 꼭 있어야 하는 한정어입니다.", AttributeRecord, attributes),
    Dataset("matrices", "비교표", "표의 열과 행, 칸입니다. 칸은 사실의 id이고, CSV는 칸 하나가 한 줄입니다.", MatrixRecord, matrices),
    Dataset("sources", "출처", "사실과 글이 기대는 문서의 제목과 주소, 본 날, 어떻게 보았는지입니다.", SourceRecord, sources),
    Dataset("terms", "용어", "용어의 한국어와 영어, 정의, 헷갈리기 쉬운 말, 선수 용어입니다.", TermRecord, terms),
    Dataset("confusables", "헷갈리는 짝", "섞어 쓰기 쉬운 용어의 묶음과 같은 점, 차이, 가리는 법입니다.", ConfusableRecord, confusables),
    Dataset("questions", "확인 문제", "절마다의 문제와 정답, 틀린 선택지가 왜 틀렸는지입니다.", QuestionRecord, questions),
)
