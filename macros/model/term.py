from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from .base import Entry, Id, Model, Section, Text

Definition = Annotated[Text, StringConstraints(max_length=120)]
NEEDS_SOURCE = frozenset({"product", "standard", "law", "software"})


class Confusion(Model):
    """헷갈리기 쉬운 다른 용어와, 둘을 가르는 한 문장."""

    term: Id
    difference: Text


class Term(Entry):
    """용어 하나. 같은 이름의 다른 뜻은 다른 파일이다."""

    ko: Text
    en: Text
    abbr: Text | None = None
    reading: Text | None = None
    """로마자 표기를 소리 내어 읽는 법."""
    aliases: tuple[Text, ...] = ()
    """같은 것을 가리키는 다른 말과 띄어쓰기."""
    wrong_forms: tuple[Text, ...] = ()
    """틀린 말. 글에 나오면 고치라고 알려 준다."""
    definition: Definition
    """한 문장, -다체, 120자 이하."""
    why: Text | None = None
    kind: Literal["concept", "hardware", "software", "product", "standard", "law", "organization", "metric"]
    confused_with: tuple[Confusion, ...] = ()
    prerequisites: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()
    section: Section
    level: Literal["basic", "intermediate", "advanced"]
    objectives: tuple[Text, ...] = ()
    sources: tuple[Id, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that names this term: preferred, English, abbreviation, aliases."""
        return tuple(dict.fromkeys(f for f in (self.ko, self.en, self.abbr, *self.aliases) if f))

    @property
    def chapter(self) -> int:
        return int(self.section.split(".")[0])
