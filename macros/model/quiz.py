from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from .base import Entry, Id, Model, Section, Text


class Distractor(Model):
    """틀린 선택지와, 왜 끌리고 왜 틀렸는지."""

    text: Text
    why: Text


class _Question(Model):
    id: Id
    prompt: Text
    distractors: tuple[Distractor, ...] = Field(min_length=2)
    context: Text
    """정답의 설명."""
    terms: tuple[Id, ...] = ()
    objectives: tuple[Text, ...] = ()

    @property
    def answers(self) -> tuple[str, ...]:
        raise NotImplementedError

    @model_validator(mode="after")
    def _fair(self) -> Self:
        if both := {d.text for d in self.distractors} & set(self.answers):
            raise ValueError(f"정답이 틀린 선택지에도 있습니다: {', '.join(sorted(both))}.")
        return self


class Single(_Question):
    """정답이 하나인 문제."""

    kind: Literal["single"]
    answer: Text

    @property
    def answers(self) -> tuple[str, ...]:
        return (self.answer,)


class Multiple(_Question):
    """정답이 여럿인 문제."""

    kind: Literal["multiple"]
    answer: tuple[Text, ...] = Field(min_length=2)

    @property
    def answers(self) -> tuple[str, ...]:
        return self.answer


Question = Annotated[Single | Multiple, Field(discriminator="kind")]


class Quiz(Entry):
    """한 절의 확인 문제."""

    id: str = Field(exclude=True)  # the section number, not a kebab id
    section: Section
    questions: tuple[Question, ...] = Field(min_length=1)
