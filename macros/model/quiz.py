from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from .base import Entry, Id, Model, Section, Text
from .exam import ObjectiveId


class Distractor(Model):
    """틀린 선택지와, 왜 끌리고 왜 틀렸는지."""

    text: Text
    why: Text


class _Question(Model):
    id: Id
    prompt: Text
    context: Text
    """정답의 설명."""
    terms: tuple[Id, ...] = ()
    objectives: tuple[ObjectiveId, ...] = ()


class _Choice(_Question):
    distractors: tuple[Distractor, ...] = Field(min_length=2)

    @property
    def answers(self) -> tuple[str, ...]:
        raise NotImplementedError

    @model_validator(mode="after")
    def _fair(self) -> Self:
        if both := {d.text for d in self.distractors} & set(self.answers):
            raise ValueError(f"정답이 틀린 선택지에도 있습니다: {', '.join(sorted(both))}.")
        return self


class Single(_Choice):
    """정답이 하나인 문제."""

    kind: Literal["single"]
    answer: Text

    @property
    def answers(self) -> tuple[str, ...]:
        return (self.answer,)


class Wrong(_Choice):
    """틀린 설명을 찾는 문제. answer가 틀린 설명이고, distractors는 맞는 설명과 그것이 맞는 까닭이다."""

    kind: Literal["wrong"]
    answer: Text

    @property
    def answers(self) -> tuple[str, ...]:
        return (self.answer,)


class Multiple(_Choice):
    """정답이 여럿인 문제."""

    kind: Literal["multiple"]
    answer: tuple[Text, ...] = Field(min_length=2)

    @property
    def answers(self) -> tuple[str, ...]:
        return self.answer


class _Number(Model):
    """수 하나: 값이거나 사실로 계산하는 식."""

    answer: float | int | None = None
    derived: Text | None = None

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.answer is None) == (self.derived is None):
            raise ValueError("answer와 derived 가운데 꼭 하나를 써야 합니다.")
        return self


class Mistake(_Number):
    """흔히 나오는 틀린 값과, 왜 그렇게 나오고 왜 틀렸는지."""

    why: Text


class Numeric(_Number, _Question):
    """수로 답하는 문제."""

    kind: Literal["numeric"]
    unit: Text | None = None
    tolerance: float = Field(default=0.02, ge=0, lt=1)
    """맞다고 볼 차이(비율)."""
    mistakes: tuple[Mistake, ...] = Field(min_length=1)


class Order(_Question):
    """차례대로 늘어놓는 문제."""

    kind: Literal["order"]
    items: tuple[Text, ...] = Field(min_length=3, max_length=6)
    """바른 차례."""

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        if len(set(self.items)) < len(self.items):
            raise ValueError("items에 같은 것이 두 번 있습니다.")
        return self


class Pair(Model):
    left: Text
    right: Text


class Match(_Question):
    """짝을 짓는 문제."""

    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=6)

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        for side in ("left", "right"):
            if len({getattr(p, side) for p in self.pairs}) < len(self.pairs):
                raise ValueError(f"pairs의 {side}에 같은 것이 두 번 있습니다.")
        return self


Question = Annotated[Single | Multiple | Wrong | Numeric | Order | Match, Field(discriminator="kind")]


class Quiz(Entry):
    """한 절의 확인 문제."""

    id: str = Field(exclude=True)  # the section number, not a kebab id
    section: Section
    questions: tuple[Question, ...] = Field(min_length=1)
