"""What all models share: frozen, no unknown keys, ids and dates."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ATTRIBUTE_PATTERN = r"^[a-z][a-z0-9_]*$"
SECTION_PATTERN = r"^([1-9]|1[0-9])\.[1-9]$"
OBJECTIVE_PATTERN = r"^[1-9]\.[1-9]\d?$"
URL_PATTERN = r"^https?://[^\s]+$"


def _past(value: datetime.date) -> datetime.date:
    if value > datetime.date.today():
        raise ValueError(f"날짜 {value}은(는) 아직 오지 않았습니다.")
    return value


def _loose_date(value: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        raise ValueError(f"날짜 '{value}'은(는) 2022, 2022-03, 2022-03-22 가운데 한 모양이어야 합니다.")
    try:
        datetime.date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        raise ValueError(f"'{value}'은(는) 달력에 없는 날짜입니다.") from None
    return value


def _past_loose_date(value: str) -> str:
    if value > datetime.date.today().isoformat()[: len(value)]:
        raise ValueError(f"날짜 {value}은(는) 아직 오지 않았습니다.")
    return value


def scalar(value: Any) -> Any:
    """A value is a number, a text or a truth value."""
    if isinstance(value, dict | list | tuple):
        raise ValueError("값에는 수, 글, true, false 가운데 하나를 씁니다.")
    return value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
AttributeId = Annotated[str, StringConstraints(pattern=ATTRIBUTE_PATTERN)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Section = Annotated[str, StringConstraints(pattern=SECTION_PATTERN)]
PastDate = Annotated[datetime.date, AfterValidator(_past)]
LooseDate = Annotated[str, AfterValidator(_loose_date)]
PastLooseDate = Annotated[LooseDate, AfterValidator(_past_loose_date)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]
Value = Annotated[bool | int | float | str, BeforeValidator(scalar)]


class Model(BaseModel):
    """Frozen; an unknown key is an error; docstrings become schema descriptions.

    YAML reads `2.1` or `2022` as a number; where text is due it is text.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, strict=False, coerce_numbers_to_str=True, allow_inf_nan=False
    )


class Entry(Model):
    """A file of its own below data/: its id is the file's name."""

    id: Id = Field(exclude=True)
    former_ids: tuple[Id, ...] = ()
    """이 파일이 예전에 쓰던 id. 이름을 바꾸면 옛 id를 여기에 남긴다."""
