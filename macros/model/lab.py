from __future__ import annotations

import datetime
from typing import Literal

from .base import Model


class LabBlock(Model):
    """페이지에 보일 토막: 찍힌 출력, 실행한 코드, 여기서 실행하지 않은 GPU의 명령."""

    kind: Literal["output", "code", "gpu"]
    language: str
    text: str


class LabValue(Model):
    """실습이 잰 수."""

    value: float
    unit: str
    digits: int
    within: float | None
    """다른 실행과 이만큼까지 다를 수 있다. 없으면 시간처럼 늘 다른 값이다."""


class LabRun(Model):
    """실습 하나의 기록된 실행. labs/가 쓰고 사람은 고치지 않는다."""

    lab: str
    date: datetime.date
    fast: Literal[False]
    seconds: float
    sources: str
    """실습 소스의 해시. 지금 소스와 다르면 시험이 실패한다."""
    python: str
    machine: str
    packages: dict[str, str]
    values: dict[str, LabValue]
    blocks: dict[str, LabBlock]
