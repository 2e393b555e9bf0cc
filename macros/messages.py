"""pydantic's complaints in Korean, at the exact place, with the nearest right thing."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from .josa import josa
from .model.base import ATTRIBUTE_PATTERN, ID_PATTERN, OBJECTIVE_PATTERN, SECTION_PATTERN, URL_PATTERN
from .problems import Problem, did_you_mean, nearest
from .reader import Document, Place

Detail = Mapping[str, Any]
_BUNDLE, _DATE = "'키: 값' 묶음", "날짜(예: 2026-11-23)"
_TYPE_WORDS = {
    "string_type": "글",
    "int_type": "정수",
    "int_parsing": "정수",
    "float_type": "수",
    "float_parsing": "수",
    "finite_number": "수",
    "bool_type": "true나 false",
    "bool_parsing": "true나 false",
    "tuple_type": "목록",
    "list_type": "목록",
    "dict_type": _BUNDLE,
    "model_type": _BUNDLE,
    "model_attributes_type": _BUNDLE,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
}
_PATTERN_WORDS = {
    ID_PATTERN: "id는 소문자, 숫자, 붙임표로 씁니다. 예: thread-block.",
    ATTRIBUTE_PATTERN: "속성의 id는 소문자, 숫자, 밑줄로 씁니다. 예: memory_bandwidth.",
    SECTION_PATTERN: "절 번호는 '2.1'처럼 씁니다.",
    OBJECTIVE_PATTERN: "시험 목표의 번호는 '2.10'처럼 씁니다.",
    URL_PATTERN: "주소는 https://로 시작합니다.",
}


def problems_of(document: Document, place: Place, details: Sequence[Detail], model: type[BaseModel]) -> list[Problem]:
    """What pydantic found wrong with a document, one problem a mistake."""
    mistyped = {(*d["loc"][:-1], _suggestion(d, model)) for d in details if d["type"] == "extra_forbidden"}
    return [
        _problem(document, place, detail, model)
        for detail in details
        # A key typed wrong is one mistake, not also a missing key; a list with a wrong item is not also too short.
        if not (detail["type"] == "missing" and detail["loc"] in mistyped)
        and not (detail["type"] == "too_short" and any(d["loc"][: len(detail["loc"])] == detail["loc"] for d in details if d is not detail))
    ]


def _problem(document: Document, place: Place, detail: Detail, model: type[BaseModel]) -> Problem:
    loc, kind, value = (*place, *detail["loc"]), str(detail["type"]), detail["input"]
    context = detail.get("ctx", {})
    name = next((step for step in reversed(loc) if isinstance(step, str) and step != "[key]"), "")
    if kind in ("missing", "union_tag_not_found"):
        missing = name if kind == "missing" else context["discriminator"].strip("'")
        return document.problem(loc[:-1] if kind == "missing" else loc, f"필수 키 '{missing}'이(가) 없습니다.", key=True)
    if kind == "extra_forbidden":
        return document.problem(loc, f"모르는 키 '{name}'입니다.", did_you_mean(name, _keys(model, detail["loc"][:-1]), 30), key=True)
    if kind in ("literal_error", "union_tag_invalid"):
        return _not_allowed(document, loc, name, detail)
    if kind == "string_pattern_mismatch":
        what = f"파일 이름 '{value}'은(는)" if detail["loc"] == ("id",) else f"'{name}'에 '{value}'은(는)"
        return document.problem(loc, f"{what} 쓸 수 없습니다.", _PATTERN_WORDS[context["pattern"]])
    if isinstance(value, str) and kind in ("string_too_long", "too_long"):
        return document.problem(loc, f"'{name}'이(가) 깁니다: {len(value)}자.", f"{context['max_length']}자까지 씁니다.")
    if isinstance(value, str) and kind in ("string_too_short", "too_short"):
        return document.problem(loc, f"'{name}'이(가) 비어 있습니다.")
    if kind == "too_short":
        return document.problem(loc, f"'{name}'에는 적어도 {context['min_length']}개가 있어야 합니다.")
    if kind == "value_error":
        return document.problem(loc, str(context["error"]))
    if kind in _TYPE_WORDS:
        return document.problem(loc, f"'{name}'에는 {josa(_TYPE_WORDS[kind], '이')} 와야 하는데 {shape(value)} 있습니다.")
    if kind == "invalid_key":
        return document.problem(loc, "키에는 글이 와야 합니다.", "따옴표로 감싸십시오.", key=True)
    return document.problem(loc, f"'{name}'의 값이 맞지 않습니다 ({kind}).")


def _not_allowed(document: Document, loc: Place, name: str, detail: Detail) -> Problem:
    context, value = detail["ctx"], detail["input"]
    expected = context.get("expected") or context["expected_tags"]
    if "discriminator" in context:
        name = context["discriminator"].strip("'")
        loc, value = (*loc, name), value[name]
    allowed = [w.strip().strip("'") for w in str(expected).replace(" or ", ", ").split(",")]
    return document.problem(loc, f"'{name}'에 '{value}'은(는) 쓸 수 없습니다.", did_you_mean(str(value), allowed, 20))


def shape(value: object) -> str:
    """What an author wrote where something else is due, with its particle."""
    if isinstance(value, dict):
        return josa(_BUNDLE, "이")
    if isinstance(value, list | tuple):
        return "목록이"
    if value is None:
        return "빈 값이"
    return f"'{str(value).lower() if isinstance(value, bool) else value}'이(가)"


def _suggestion(detail: Detail, model: type[BaseModel]) -> str | None:
    return nearest(str(detail["loc"][-1]), _keys(model, detail["loc"][:-1]))


def _keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> set[str]:
    """The keys allowed at `loc`, found by walking the models' annotations."""
    current: set[type[BaseModel]] = {model}
    for step in loc:
        fields = [m.model_fields[str(step)].annotation for m in current if str(step) in m.model_fields]
        if fields:
            current = {m for f in fields for m in _models(f)}
    return {name for m in current for name, info in m.model_fields.items() if not info.exclude}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _models(argument)
