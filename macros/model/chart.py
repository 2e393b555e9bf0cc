from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from .base import AttributeId, Entry, Id, Model, Text
from .matrix import Filter, _subjects_kind
from .quantity import Qualifiers


class Step(Model):
    """사다리의 한 단: 얼마나 빠른 길인지를 사실 하나가 말한다."""

    label: Text
    rate: Text
    """속도인 사실의 id. 한 방향의 값이어야 한다."""


class Amount(Model):
    value: Annotated[float, Field(gt=0)]
    unit: Text


class Chart(Entry):
    """막대그림 하나: 여러 제품의 한 사실(subjects, attribute), 또는 같은 양을 여러 길로 옮기는 시간(amount, steps)."""

    title: Text
    how_to_read: Text
    limits: Text
    """이 그림이 말하지 않는 것."""
    scale: Literal["linear", "log"] = "linear"
    subjects: Annotated[Annotated[tuple[Id, ...], Tag("subjects")] | Annotated[Filter, Tag("filter")], Discriminator(_subjects_kind)] = ()
    subject_labels: dict[Id, Text] = {}
    attribute: AttributeId | None = None
    where: Qualifiers = Qualifiers()
    unit: Text | None = None
    amount: Amount | None = None
    steps: tuple[Step, ...] = ()

    @model_validator(mode="after")
    def _one_of(self) -> Chart:
        facts = bool(self.subjects), self.attribute is not None, self.unit is not None
        if any(facts) and not all(facts):
            raise ValueError("subjects, attribute, unit은 함께 씁니다.")
        if bool(self.steps) != (self.amount is not None) or bool(self.steps) == all(facts):
            raise ValueError("그림은 subjects·attribute·unit이나 amount·steps 가운데 한 벌로 만듭니다.")
        return self
