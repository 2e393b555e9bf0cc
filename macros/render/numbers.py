"""How numbers look: grouping, units, dates in Korean."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from .. import units

_TIGHT = {"개", "백만 개", "억 개", "십억 개", "%", "배", "년", "세대", "U", "번", "건", "행", "장", "초", "분", "시간"}
NBSP = "\u00a0"


def shown(value: Any, digits: int | None = None) -> str:
    """A value as text: 16,896 / 3.35 / 있음. Whole numbers of five digits and more are grouped."""
    if isinstance(value, bool):
        return "있음" if value else "없음"
    if isinstance(value, int | float):
        if digits is not None:
            return f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP):,f}"
        text = f"{value:.10g}"
        if "e" in text:
            text = f"{value:f}".rstrip("0").rstrip(".")
        whole, dot, part = text.partition(".")
        return f"{int(whole):,}{dot}{part}" if abs(value) >= 1000 else text
    return str(value)


def with_unit(found: Any, unit: str | None = None, digits: int | None = None) -> str:
    """The value of a resolved fact with its unit, converted when another unit is asked for."""
    value, own = found.value, found.unit
    if isinstance(value, bool) or not isinstance(value, int | float):
        return shown(value)
    return amount(in_unit(value, own, unit), unit if own and unit else own, digits)


def in_unit(value: int | float, own: str | None, unit: str | None) -> int | float:
    """A number of `own` units as a number of `unit`s, to six figures; as it is when either is not given."""
    return float(f"{units.convert(value, own, unit):.6g}") if unit and own and unit != own else value


def amount(value: Any, unit: str | None, digits: int | None = None) -> str:
    """A number with its unit: 3.35 TB/s, 8개."""
    number = shown(value, digits)
    if not unit:
        return number
    return f"{number}{unit}" if unit in _TIGHT else f"{number}{NBSP}{unit}"


def brief(value: int | float) -> int | float:
    """A computed number as people would say it: four figures, but never fewer than the whole ones."""
    whole = len(f"{abs(value):.0f}") if abs(value) >= 1 else 0
    return float(f"{value:.{max(4, whole)}g}")


def machine(value: int | float) -> str:
    """A number for scripts: no grouping, no needless decimals."""
    return f"{value:.10g}"


def other_value(other: Any, own: str | None, unit: str | None) -> tuple[int | float | None, str]:
    """(number in the row's unit, text) of another figure in circulation. The text keeps the unit its source uses unless the
    row's differs by a power of ten only: 178.35 GiB stays, 8 TB/s may become 8,000 GB/s."""
    value, said = other.value, other.unit or own
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None, shown(value)
    if not (said and unit):
        return value, amount(value, said)
    decimal = f"{units.convert(1, said, unit):e}".startswith("1.000000e")
    number = in_unit(value, said, unit)
    return number, amount(number, unit) if decimal else amount(value, said)


def date_words(date: str) -> str:
    """'2022-03-22' -> '2022년 3월 22일'."""
    parts = [int(p) for p in date.split("-")]
    return " ".join(f"{n}{w}" for n, w in zip(parts, "년월일", strict=False))
