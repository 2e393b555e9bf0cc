from __future__ import annotations

from typing import Literal

from .base import Entry, Id, Model, PastDate, PastLooseDate, Text, Url

SEEN_WORDS = {
    "document": "문서를 직접 확인",
    "copy": "문서의 사본을 확인",
    "quoted": "인용된 내용만 확인",
}


class Source(Entry):
    """문서 하나. 같은 주소는 한 번만 적는다."""

    title: Text
    """문서 자신의 제목."""
    publisher: Text
    """파일의 `name`."""
    url: Url
    date: PastLooseDate | None = None
    """펴낸 날: 2022, 2022-03, 2022-03-22."""
    accessed: PastDate
    """우리가 본 날."""
    kind: Literal["primary", "secondary"]
    """primary: 만든 곳·표준 기구·법령 원문. secondary: 언론·블로그·판매처."""
    seen: Literal["document", "copy", "quoted"]
    """document: 문서를 직접 열었다. copy: 전체 사본을 읽었다. quoted: 인용만 읽었다."""
    archive_url: Url | None = None
    note: Text | None = None


class Publisher(Model):
    """문서를 만든 곳 하나와 그곳의 문서들."""

    name: Text
    """만든 곳의 이름. 한 곳은 한 파일에만 있다."""
    sources: dict[Id, Source]
    """id와 문서. id는 다른 파일의 것과도 겹치지 않는다."""
