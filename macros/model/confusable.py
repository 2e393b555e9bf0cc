from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Entry, Id, Text


class Confusable(Entry):
    """헷갈리는 짝 하나. 결정적인 차이는 용어의 confused_with에 한 번만 적고, 여기에는 함께 가진 것과 가리는 법만 적는다."""

    terms: Annotated[tuple[Id, ...], Field(min_length=2)]
    shared: Text
    """무엇이 같거나 비슷해서 헷갈리는지. 한 문장, -다체."""
    test: Text
    """어느 것인지 바로 가리는 한 문장, -다체."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """차이를 말하는 문서의 id. 같은 점과 차이, 가리는 법을 이 문서에 견주어 확인했다."""
