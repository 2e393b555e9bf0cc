"""What the files of /data/ say: records for machines, apart from the format in which people write. JSON Schemas come from these."""

from __future__ import annotations

from typing import Literal

from .base import Model
from .quantity import Qualifiers


class Other(Model):
    """같은 것에 대해 나도는 다른 값."""

    value: bool | int | float | str
    unit: str | None
    source: str
    why: str


class FactRecord(Model):
    """사실 하나. 값에 뜻과 출처가 붙어 있다."""

    id: str
    """바뀌지 않는 id: 제품.속성.한정어…"""
    product: str
    attribute: str
    type: Literal["quantity", "text", "flag"]
    """value의 종류: 수, 글, 참거짓."""
    state: Literal["value", "unknown", "no", "not_applicable"]
    """value가 아니면 값이 없다: 확인되지 않음, 기능이 없음, 물을 수 없음."""
    value: bool | int | float | str | None
    unit: str | None
    standard_value: float | None
    """value를 속성의 단위로 바꾼 수."""
    standard_unit: str | None
    qualifiers: Qualifiers
    """수의 뜻. 없는 것은 말하지 않은 것이다. CSV에서는 q_로 시작하는 열이다."""
    formula: str | None
    """계산한 값이면 식. 사실의 id와 수로 쓴다."""
    inputs: tuple[str, ...]
    """식이 쓰는 사실의 id."""
    source: str | None
    locator: str | None
    """출처 안의 자리."""
    sources: tuple[str, ...]
    """값이 기대는 모든 출처. 계산한 값이면 식에 쓰인 사실의 출처."""
    verified: str | None
    """출처를 본 날."""
    how: Literal["document", "copy", "quoted", "derived"] | None
    """문서를 직접, 사본을, 인용만 보았다. 또는 계산했다."""
    confidence: Literal["high", "medium", "low"] | None
    note: str | None
    reason: str | None
    """값이 없는 까닭."""
    disagrees: tuple[Other, ...]
    page: str
    """사이트 안의 주소."""


class ProductRecord(Model):
    """제품 하나."""

    id: str
    name: str
    vendor: str
    kind: str
    family: str | None
    stage: Literal["preliminary", "shipping", "discontinued"]
    date: str | None
    """2022, 2022-03, 2022-03-22 가운데 아는 만큼."""
    date_basis: Literal["announcement", "sale", "document", "generation"] | None
    date_source: str | None
    aliases: tuple[str, ...]
    former_ids: tuple[str, ...]
    parts: dict[str, int]
    """이루는 제품의 id와 그 수."""
    facts: int
    page: str


class AttributeRecord(Model):
    """제품을 재는 잣대 하나."""

    id: str
    ko: str
    en: str
    type: Literal["quantity", "text", "flag"]
    unit: str | None
    group: str
    better: Literal["higher", "lower", "none"]
    demands: tuple[str, ...]
    """반드시 있어야 하는 한정어."""
    explain: str | None
    term: str | None
    facts: int


class ColumnRecord(Model):
    id: str
    label: str
    product: str | None


class CellRecord(Model):
    column: str
    facts: tuple[str, ...]
    state: Literal["yes", "no", "partial", "unknown", "not_applicable"] | None
    text: str | None
    source: str | None
    locator: str | None


class RowRecord(Model):
    """표의 행 하나: 속성(attribute), 판단(criterion), 소제목(group)."""

    kind: Literal["attribute", "criterion", "group"]
    label: str
    attribute: str | None
    unit: str | None
    explain: str | None
    note: str | None
    cells: tuple[CellRecord, ...]


class MatrixRecord(Model):
    """비교표 하나. 칸은 사실의 id를 가리킨다."""

    id: str
    title: str
    how_to_read: str
    limits: str
    columns: tuple[ColumnRecord, ...]
    rows: tuple[RowRecord, ...]
    former_ids: tuple[str, ...]


class SourceRecord(Model):
    """문서 하나."""

    id: str
    title: str
    publisher: str
    url: str
    date: str | None
    accessed: str
    kind: Literal["primary", "secondary"]
    seen: Literal["document", "copy", "quoted"]
    archive_url: str | None
    note: str | None
    former_ids: tuple[str, ...]


class ConfusionRecord(Model):
    term: str
    difference: str


class TermRecord(Model):
    """용어 하나."""

    id: str
    ko: str
    en: str
    abbr: str | None
    reading: str | None
    aliases: tuple[str, ...]
    wrong_forms: tuple[str, ...]
    forms: tuple[str, ...]
    """이 용어를 가리키는 모든 바른 말: 바른 말, 영어, 약어, 다른 말."""
    local: tuple[str, ...]
    """이 용어의 절에서만 이 용어를 가리키는 말."""
    definition: str
    why: str
    detail: str
    """긴 풀이. 정의와 why에 이어 읽는다."""
    kind: str
    level: Literal["basic", "intermediate", "advanced"]
    section: str
    prerequisites: tuple[str, ...]
    related: tuple[str, ...]
    confused_with: tuple[ConfusionRecord, ...]
    objectives: tuple[str, ...]
    """시험 목표의 id."""
    sources: tuple[str, ...]
    former_ids: tuple[str, ...]
    page: str


class ConfusableRecord(Model):
    """헷갈리는 짝 하나. 짝마다의 차이는 용어의 confused_with에 있는 그대로이다."""

    id: str
    terms: tuple[str, ...]
    shared: str
    differences: tuple[str, ...]
    test: str
    sources: tuple[str, ...]
    former_ids: tuple[str, ...]
    page: str


class ChoiceRecord(Model):
    text: str
    why: str


class PairRecord(Model):
    left: str
    right: str


class MistakeRecord(Model):
    """흔히 나오는 틀린 수와 그 까닭. 사실로 계산하면 formula에 식이 있다."""

    answer: float | None
    formula: str | None
    why: str


class QuestionRecord(Model):
    """확인 문제 하나. kind에 따라 쓰는 것이 다르고 나머지는 비어 있다."""

    id: str
    section: str
    kind: str
    prompt: str
    answers: tuple[str, ...]
    """고르는 문제의 정답, 차례를 묻는 문제의 바른 차례."""
    distractors: tuple[ChoiceRecord, ...]
    """틀린 선택지와, 왜 틀렸는지."""
    pairs: tuple[PairRecord, ...]
    """짝을 짓는 문제의 바른 짝."""
    number: float | None
    """수로 답하는 문제의 답."""
    unit: str | None
    tolerance: float | None
    """맞다고 볼 차이(비율)."""
    formula: str | None
    """number를 계산한 식."""
    mistakes: tuple[MistakeRecord, ...]
    context: str
    """정답의 설명."""
    terms: tuple[str, ...]
    objectives: tuple[str, ...]


class MatrixCellRecord(Model):
    """비교표의 칸 하나. CSV는 표를 이렇게 편다."""

    matrix: str
    row: int
    kind: Literal["attribute", "criterion", "group"]
    label: str
    attribute: str | None
    unit: str | None
    column: str | None
    facts: tuple[str, ...]
    state: str | None
    text: str | None
    source: str | None
    locator: str | None
