"""pydantic's complaints in Korean, at the exact place, with the nearest right thing."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from .problems import Problem, did_you_mean
from .reader import Document, Place

_TYPE_WORDS = {
    "string_type": "글", "int_type": "정수", "int_parsing": "정수", "float_type": "수", "float_parsing": "수", "bool_type": "true 또는 false",
    "bool_parsing": "true 또는 false", "tuple_type": "목록", "list_type": "목록", "dict_type": "'키: 값' 묶음", "model_type": "'키: 값' 묶음",
    "date_type": "날짜(2026-11-23)", "date_parsing": "날짜(2026-11-23)", "date_from_datetime_parsing": "날짜(2026-11-23)",
    "model_attributes_type": "'키: 값' 묶음",
}


def problem_of(document: Document, place: Place, detail: Mapping[str, Any], model: type[BaseModel]) -> Problem:
    """One pydantic error as a Problem."""
    loc, kind = (*place, *detail["loc"]), str(detail["type"])
    name, context = loc[-1] if loc else "", detail.get("ctx", {})
    if kind == "missing":
        return document.problem(loc[:-1], f"필수 키 '{name}'이(가) 없습니다.", key=True)
    if kind == "extra_forbidden":
        return document.problem(loc, f"모르는 키 '{name}'입니다.", did_you_mean(str(name), _keys(model, detail["loc"][:-1]), 30), key=True)
    if kind == "literal_error":
        allowed = [w.strip().strip("'") for w in str(context["expected"]).replace(" or ", ", ").split(",")]
        return document.problem(loc, f"'{name}'에 '{detail['input']}'은(는) 쓸 수 없습니다.", did_you_mean(str(detail["input"]), allowed, 20))
    if kind == "string_pattern_mismatch":
        return document.problem(loc, f"'{name}'의 값 '{detail['input']}'이(가) 정해진 모양({context['pattern']})과 다릅니다.")
    if kind == "string_too_long":
        length = len(str(detail["input"]))
        return document.problem(loc, f"'{name}'이(가) 깁니다: {length}자. {context['max_length']}자까지 씁니다.")
    if kind == "string_too_short":
        return document.problem(loc, f"'{name}'이(가) 비어 있습니다.")
    if kind == "too_short":
        return document.problem(loc, f"'{name}'에는 적어도 {context['min_length']}개가 있어야 합니다.")
    if kind == "value_error":
        return document.problem(loc, str(context["error"]))
    if kind in _TYPE_WORDS:
        return document.problem(loc, f"'{name}'에는 {_TYPE_WORDS[kind]}이(가) 와야 하는데 {_shape(detail['input'])}이(가) 있습니다.")
    return document.problem(loc, f"'{name}'의 값이 맞지 않습니다 ({kind}).")


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "'키: 값' 묶음"
    if isinstance(value, list | tuple):
        return "목록"
    return "빈 값" if value is None else f"'{value}'"


def _keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> set[str]:
    """The keys allowed at `loc`, found by walking the models' annotations."""
    current: set[type[BaseModel]] = {model}
    for step in loc:
        fields = [m.model_fields[str(step)].annotation for m in current if str(step) in m.model_fields]
        if fields:
            current = set().union(*(_models(f) for f in fields))
    return {name for m in current for name, info in m.model_fields.items() if not info.exclude}


def _models(annotation: Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return set().union(*(_models(a) for a in typing.get_args(annotation)), set())
