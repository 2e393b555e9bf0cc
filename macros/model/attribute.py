from __future__ import annotations

from typing import Literal

from .base import Id, Model, Text

QualifierKey = Literal[
    "precision", "path", "sparsity", "use", "scope", "direction", "layer", "bytes", "stage", "form", "condition", "count"
]


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
    term: Id | None = None
