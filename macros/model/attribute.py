from __future__ import annotations

from typing import Literal

from .base import AttributeId, Id, Model, Text

QualifierKey = Literal[
    "precision", "path", "sparsity", "use", "scope", "direction", "layer", "bytes", "stage", "form", "condition", "count"
]


class Sums(Model):
    """전체의 값은 부품의 값을 더한 것이다. attribute가 없으면 부품의 수를 더한다."""

    of: Literal["gpu", "superchip", "system", "rack", "board", "switch", "nic", "dpu", "cpu"]
    """더할 부품의 kind."""
    attribute: AttributeId | None = None


class Attribute(Model):
    """제품을 재는 잣대 하나. 이름표와 단위는 여기에만 있다."""

    ko: Text
    en: Text
    type: Literal["quantity", "text", "flag"] = "quantity"
    unit: Text | None = None
    """차원을 정하는 단위. 값은 같은 차원의 다른 단위로 써도 된다."""
    demands: tuple[QualifierKey, ...] = ()
    """이 한정어가 없는 값은 받지 않는다."""
    better: Literal["higher", "lower", "none"] = "none"
    explain: Text | None = None
    sums: Sums | None = None
    """제품의 parts로 검산한다 (macros/arithmetic.py)."""
    term: Id | None = None
