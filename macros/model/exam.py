from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from .base import OBJECTIVE_PATTERN, Id, Model, PastDate, Text

ObjectiveId = Annotated[str, StringConstraints(pattern=OBJECTIVE_PATTERN, strict=True)]
"""Always quoted: YAML reads 2.10 as the number 2.1."""


class Objective(Model):
    """시험 목표 하나. 우리말로 풀어 쓰고 원문의 문장을 옮기지 않는다."""

    id: ObjectiveId
    title: Text
    asks: Text
    """배운 사람이 할 수 있어야 하는 일."""


class Domain(Model):
    """시험 영역과 그 비중."""

    id: Annotated[str, StringConstraints(pattern=r"^[1-9]$", strict=True)]
    title: Text
    weight: int = Field(ge=1, le=100)
    """시험에서 차지하는 비율(%)."""
    objectives: tuple[Objective, ...] = Field(min_length=1)


class Exam(Model):
    """자격시험의 목표. 비중과 목록은 출처에 있는 그대로이다."""

    name: Text
    code: Text
    source: Id
    locator: Text
    verified: PastDate
    questions_per_section: int = Field(default=6, ge=0)
    """절마다 있어야 하는 확인 문제의 수."""
    domains: tuple[Domain, ...] = Field(min_length=1)

    @property
    def objectives(self) -> dict[str, Objective]:
        return {o.id: o for d in self.domains for o in d.objectives}

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if (total := sum(d.weight for d in self.domains)) != 100:
            raise ValueError(f"영역의 비중을 더하면 100이어야 하는데 {total}입니다.")
        ids = [o.id for d in self.domains for o in d.objectives]
        if twice := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"목표 번호가 두 번 있습니다: {', '.join(twice)}.")
        if strays := [o.id for d in self.domains for o in d.objectives if not o.id.startswith(f"{d.id}.")]:
            raise ValueError(f"목표 번호가 영역의 번호로 시작하지 않습니다: {', '.join(strays)}.")
        return self
