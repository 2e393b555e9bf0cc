from __future__ import annotations

from .base import Entry, Id, LooseDate, Model, Section, Text


class Event(Model):
    date: LooseDate
    title: Text
    text: Text
    sources: tuple[Id, ...]
    section: Section | None = None


class Timeline(Entry):
    """때순으로 늘어놓은 일."""

    title: Text
    events: tuple[Event, ...]
