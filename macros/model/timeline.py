from __future__ import annotations

from pydantic import model_validator

from .base import Entry, Id, LooseDate, Model, Section, Text
from .matrix import Filter


class Event(Model):
    date: LooseDate
    title: Text
    text: Text
    sources: tuple[Id, ...]
    section: Section | None = None


class Timeline(Entry):
    """때순으로 늘어놓은 일. 손으로 적거나(events), 제품의 발표일에서 만든다(products)."""

    title: Text
    events: tuple[Event, ...] = ()
    products: Filter | None = None
    """이 조건에 맞고 발표일이 있는 제품이 저절로 들어간다."""

    @model_validator(mode="after")
    def _one_of(self) -> Timeline:
        if bool(self.events) == (self.products is not None):
            raise ValueError("연표에는 events나 products 가운데 꼭 하나를 씁니다.")
        return self
