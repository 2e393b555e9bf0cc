from __future__ import annotations

from .base import Model, Text


class Equality(Model):
    """한 사실이 다른 사실로 계산한 값과 같아야 한다."""

    fact: Text
    """사실의 id."""
    equals: Text
    """사실의 id와 수로 쓴 식."""
    why: Text


class Exemption(Model):
    """검산이 맞지 않는 줄 알고 둔 사실과 그 까닭. 맞게 되면 지워야 한다."""

    fact: Text
    reason: Text


class Arithmetic(Model):
    """사실끼리의 검산."""

    tolerance: float = 0.006
    """같다고 보는 차이(비율). 인쇄된 값의 반올림을 받아들인다."""
    equal: tuple[Equality, ...] = ()
    exceptions: tuple[Exemption, ...] = ()
