from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict

from .base import Id, Model, PastDate, Section, Text
from .exam import ObjectiveId


def _all(value: Any) -> Any:
    return ("*",) if value is True else () if value is False else value


class FrontMatter(Model):
    """페이지의 머리말. 절 페이지는 모두 쓰고, 다른 페이지는 title과 description을 쓴다. 다른 키는 엔진의 것이다."""

    model_config = ConfigDict(extra="ignore")

    title: Text | None = None
    description: Text | None = None
    section: Section | None = None
    objectives: tuple[ObjectiveId, ...] | None = None
    prerequisites: tuple[Id, ...] | None = None
    verified: PastDate | None = None
    """글을 마지막으로 확인한 날."""
    level: Literal["basic", "intermediate", "advanced"] | None = None
    no_terms: Annotated[tuple[Text, ...], BeforeValidator(_all)] = ()
    """본문에서 잇지 않을 용어의 id. true면 아무 용어도 잇지 않는다."""
