from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from .attribute import QualifierKey
from .base import AttributeId, Entry, Id, Model, Text
from .quantity import Qualifiers


def _state(value: Any) -> Any:
    return "no" if value is False else "yes" if value is True else value


class Cell(Model):
    """손으로 쓴 판단 한 칸: 글 또는 상태, 그리고 출처."""

    text: Text | None = None
    state: Annotated[Literal["yes", "no", "partial", "unknown", "not_applicable"] | None, BeforeValidator(_state)] = None
    source: Id | None = None
    locator: Text | None = None

    @model_validator(mode="after")
    def _sourced(self) -> Cell:
        if self.text is None and self.state is None:
            raise ValueError("칸에는 text나 state가 있어야 합니다.")
        if self.source is None and self.state not in ("unknown", "not_applicable"):
            raise ValueError("칸에는 source가 있어야 합니다.")
        return self


class Row(Model):
    """attribute(사실의 행), criterion(판단의 행), group(소제목) 가운데 하나."""

    attribute: AttributeId | None = None
    where: Qualifiers = Qualifiers()
    unit: Text | None = None
    mixed: tuple[QualifierKey, ...] = ()
    """행 안에서 달라도 되는 한정어. 다르다는 것을 페이지가 말해 준다."""
    vary: Literal["sparsity"] | None = None
    """sparsity: 밀집 행과 희소 행, 두 행이 된다."""
    criterion: Text | None = None
    cells: dict[Id, Cell] = {}
    """criterion 행에서는 모든 열의 칸, attribute 행에서는 사실 대신 글로 적을 열의 칸."""
    group: Text | None = None
    explain: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _one_of(self) -> Row:
        if sum(x is not None for x in (self.attribute, self.criterion, self.group)) != 1:
            raise ValueError("행에는 attribute, criterion, group 가운데 꼭 하나가 있어야 합니다.")
        if self.criterion is not None and not self.cells:
            raise ValueError("criterion 행에는 cells를 반드시 씁니다.")
        if self.group is not None and self.cells:
            raise ValueError("group 행에는 cells를 쓰지 않습니다.")
        if self.vary and self.attribute is None:
            raise ValueError("vary는 attribute 행에만 씁니다.")
        if self.vary and (self.where.sparsity is not None or self.vary in self.mixed):
            raise ValueError("vary: sparsity가 밀집과 희소를 고릅니다. where와 mixed에서 sparsity를 지우십시오.")
        return self

    def variants(self) -> tuple[tuple[str | None, Row], ...]:
        """(밀집이나 희소, 그 행)들. vary가 없으면 자신 하나다."""
        if not self.vary:
            return ((None, self),)
        chosen = ((v, self.where.model_copy(update={"sparsity": v})) for v in ("dense", "sparse"))
        return tuple((v, self.model_copy(update={"vary": None, "where": where})) for v, where in chosen)


class Option(Model):
    """제품이 아닌 열 하나: 기술, 도구, 법."""

    label: Text
    term: Id | None = None


class Filter(Model):
    """제품을 고르는 조건. 쓴 조건을 모두 만족하는 제품이 열이 된다."""

    kind: Text | None = None
    kinds: tuple[Text, ...] = ()
    """여러 종류를 함께 고를 때."""
    family: tuple[Text, ...] = ()


def _subjects_kind(value: Any) -> str:
    return "filter" if isinstance(value, dict | Filter) else "subjects"


class Matrix(Entry):
    """표 하나. 열은 제품(subjects)이거나 견줄 것(options), 행은 잣대다."""

    title: Text
    how_to_read: Text
    limits: Text
    """이 표가 말하지 않는 것."""
    subjects: Annotated[Annotated[tuple[Id, ...], Tag("subjects")] | Annotated[Filter, Tag("filter")], Discriminator(_subjects_kind)] = ()
    subject_labels: dict[Id, Text] = {}
    options: dict[Id, Option] = {}
    """제품이 아닌 것을 견줄 때의 열. 이때 행은 criterion과 group뿐이다."""
    rows: tuple[Row, ...]

    @model_validator(mode="after")
    def _columns(self) -> Matrix:
        if bool(self.options) == bool(self.subjects):
            raise ValueError("열은 subjects(제품)와 options(제품이 아닌 것) 가운데 꼭 하나로 씁니다.")
        if self.options and any(row.attribute for row in self.rows):
            raise ValueError("options 표의 행에는 attribute를 쓸 수 없습니다. criterion으로 쓰십시오.")
        return self
