from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from .base import Entry, Id, Section, Text

KIND_WORDS = {"wrong": "틀림", "misleading": "오해를 부름", "outdated": "낡음", "imprecise": "부정확", "term": "용어"}


class Erratum(Entry):
    """입문서의 잘못 하나: 무엇이라 했고, 무엇이 맞는지."""

    section: Section
    kind: Literal["wrong", "misleading", "outdated", "imprecise", "term"]
    said: Text
    correct: Text
    why: Text
    sources: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _sourced(self) -> Erratum:
        if self.kind in ("wrong", "misleading", "outdated") and not self.sources:
            raise ValueError("wrong, misleading, outdated에는 sources가 있어야 합니다.")
        return self
