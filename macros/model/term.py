from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Entry, Id, Model, Section, Text
from .exam import ObjectiveId

Definition = Annotated[Text, StringConstraints(max_length=120)]
Why = Annotated[Text, StringConstraints(max_length=40)]
Difference = Annotated[Text, StringConstraints(max_length=50)]
Detail = Annotated[Text, StringConstraints(max_length=300)]
NAMES = frozenset({"product", "software", "organization"})
"""Kinds whose English is a name, which keeps its capitals."""


class Confusion(Model):
    """헷갈리기 쉬운 다른 용어와, 둘을 가르는 한 문장."""

    term: Id
    difference: Difference
    """카드에 나오므로 50자 이하."""


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
    local: tuple[Text, ...] = ()
    """이 용어의 절이나 장에서만 본문에서 잇는 말. 다른 용어나 다른 뜻으로도 쓰는 말(정밀도, DP)이며, 두 용어가 함께 적을 수 있다."""
    local_in: tuple[Section, ...] = ()
    """local의 말이 이 용어를 뜻하는 다른 절. 두 용어가 함께 적은 말은 여기에 적힌 절에서만 더 잇는다."""
    unlinked: tuple[Text, ...] = ()
    """용어의 말이지만 너무 흔해서 본문에서 잇지 않는 말. 한 글자 말은 여기에 적어야 한다."""
    not_in: tuple[Text, ...] = ()
    """용어의 말이 들어 있지만 이 용어가 아닌 말. 예: 리눅스 커널, 시장 점유율."""
    not_near: tuple[Text, ...] = ()
    """같은 문단에 있으면, 한 낱말인 이 용어의 말과 ko, en을 다른 뜻으로 보고 잇지 않는 말. 예: 추론의 reasoning."""
    near: tuple[Text, ...] = ()
    """이 용어의 뜻임을 알려 주는 말. not_near의 말보다 가까이 있으면 잇는다. 예: 네트워크의 대역폭.
    용어의 말을 적으면 그 말은 무엇이 곁에 있든 잇는다. 예: 추론의 inference."""
    only_near: tuple[Text, ...] = ()
    """뜻이 여럿이라 같은 문단에 near의 말이 있거나 이 용어를 가르치는 장에서만 잇는 이 용어의 말. 예: 기울기."""
    verb: bool = False
    """'-하다', '-되다', '-시키다'가 붙은 꼴도 본문에서 잇는다. 예: 양자화한."""
    avoid: tuple[Text, ...] = ()
    """영어나 다른 말 가운데 이 사이트의 글에서는 쓰지 않는 것. 찾기와 링크에는 쓰고, 글에 나오면 ko로 고치라고 알려 준다."""
    definition: Definition
    """한 문장, -다체, 120자 이하."""
    why: Why
    """왜 중요한가. 카드에 나오므로 한 문장, 40자 이하."""
    detail: Detail
    """긴 풀이. 정의와 why에 이어 읽는 한두 문장, 300자 이하. 용어 풀이에만 나온다. 쓰임새와 주의할 점도 여기에 적는다."""
    kind: Literal["concept", "hardware", "software", "product", "standard", "law", "organization", "metric"]
    confused_with: tuple[Confusion, ...] = ()
    prerequisites: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()
    section: Section
    """처음 가르치는 절."""
    explained: Section | None = None
    """가장 자세히 설명하는 절. 처음 가르치는 절과 다를 때만 쓴다. 찾기가 이 절을 먼저 보인다."""
    level: Literal["basic", "intermediate", "advanced"]
    objectives: tuple[ObjectiveId, ...] = ()
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Every form that names this term: preferred, English, abbreviation, aliases."""
        return tuple(dict.fromkeys(f for f in (self.ko, self.en, self.abbr, *self.aliases) if f))

    @property
    def short(self) -> str:
        """The name to list it by: an abbreviation for a Korean name that has one."""
        return self.ko if self.ko.isascii() else self.abbr or self.ko

    @property
    def chapter(self) -> int:
        return int(self.section.split(".")[0])
