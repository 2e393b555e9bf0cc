"""Spellings of loan words that texts of others use where the forms of a term are spelt by rule."""

from __future__ import annotations

from collections.abc import Iterator

from .forms import variants

_HEARD = (
    ("스케줄", "스케쥴"),
    ("캐시", "캐쉬"),
    ("데이터", "데이타"),
    ("컨테이너", "콘테이너"),
    ("파라미터", "파라메터"),
    ("네트워크", "네트웍"),
    ("애플리케이션", "어플리케이션"),
    ("트랜스포머", "트렌스포머"),
    ("리포지토리", "레포지토리"),
    ("클록", "클럭"),
    ("액세스", "엑세스"),
    ("매니저", "메니저"),
    ("프로파일", "프로필"),
    ("부동소수점", "부동 소수점"),
)


def spellings(form: str, *, name: bool) -> Iterator[str]:
    """The ways a form is written, also by those who spell as they hear."""
    for text in variants(form, name=name):
        yield text
        yield from (text.replace(right, heard) for right, heard in _HEARD if right in text)
