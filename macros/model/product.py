from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from .base import AttributeId, Entry, Id, Model, PastLooseDate, Text
from .quantity import Fact


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


class Announced(Model):
    date: PastLooseDate
    source: Id
    basis: Literal["announcement", "sale", "document", "generation"] = "announcement"
    """날짜의 뜻: 발표, 판매 시작, 문서의 날짜, 세대의 해."""


class Product(Entry):
    """제품 하나와 그 사양."""

    name: Text
    vendor: Text
    kind: Literal[
        "gpu", "superchip", "system", "rack", "board", "interconnect", "switch", "nic", "dpu", "cpu", "cluster", "platform", "storage"
    ]
    family: Text | None = None
    announced: Announced | None = None
    stage: Literal["preliminary", "shipping", "discontinued"] = "shipping"
    aliases: tuple[Text, ...] = ()
    parts: dict[Id, Annotated[int, Field(ge=1)]] = {}
    """이 제품을 이루는 제품과 그 수. 합계를 검산하고 서로 잇는 데 쓴다."""
    specs: dict[AttributeId, Annotated[tuple[Fact, ...], BeforeValidator(_as_list)]]
