"""Units of hardware figures, converted by pint. GB (decimal) and GiB (binary) differ; FLOPS and OPS are different dimensions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from pint import UnitRegistry
from pint.errors import DimensionalityError, UndefinedUnitError

_DEFINITIONS = """
k- = 1e3
M- = 1e6
G- = 1e9
T- = 1e12
P- = 1e15
E- = 1e18
Ki- = 1024
Mi- = 1048576
Gi- = 1073741824
Ti- = 1099511627776
m- = 1e-3
n- = 1e-9
b = [information]
B = 8 * b
s = [time]
m = [length]
g = [mass]
J = [energy]
W = J / s
Hz = 1 / s
flop = [float_work]
FLOPS = flop / s
op = [integer_work]
OPS = op / s
transfer = [transfers]
USD = [currency]
rackunit = [rack_height]
polygon = [polygons]
pixel = [pixels]
""".strip().splitlines()

# What we print -> what pint reads.
_SPELLING = {
    "개": "dimensionless",
    "%": "0.01 dimensionless",
    "U": "rackunit",
    "nm": "nm",
    "mm²": "mm**2",
    "mm2": "mm**2",
    "bit": "b",
    "년": "dimensionless",
    "MT/s": "Mtransfer/s",
    "GT/s": "Gtransfer/s",
    "TOPS": "TOPS",
    "POPS": "POPS",
    "백만 개": "1e6 dimensionless",
    "억 개": "1e8 dimensionless",
    "십억 개": "1e9 dimensionless",
    "배": "dimensionless",
    "세대": "dimensionless",
    "백만 개/s": "1e6 dimensionless / s",
    "℃": "dimensionless",
}


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry[Any]:
    registry: UnitRegistry[Any] = UnitRegistry(None)
    for line in _DEFINITIONS:
        registry.define(line)
    return registry


@lru_cache(maxsize=256)
def _parse(unit: str) -> Any:
    return _registry().parse_expression(_SPELLING.get(unit, unit)) * _registry().dimensionless


@lru_cache(maxsize=256)
def known(unit: str) -> bool:
    """Whether `unit` is a unit: one of the spellings above, or names of units joined by / and *."""
    if unit in _SPELLING:
        return True
    parts = unit.replace("*", "/").split("/")
    # pint also takes plurals ('GBs'), which nobody should write.
    if not all(re.fullmatch(r"[A-Za-z]*[A-Za-rt-z]|s", part) for part in parts):
        return False
    try:
        _parse(unit)
    except UndefinedUnitError:
        return False
    return True


def names() -> tuple[str, ...]:
    """Units people write most, for 'did you mean'."""
    return (
        *_SPELLING,
        "B",
        "kB",
        "MB",
        "GB",
        "TB",
        "KiB",
        "MiB",
        "GiB",
        "TiB",
        "GB/s",
        "TB/s",
        "Gb/s",
        "Tb/s",
        "GFLOPS",
        "TFLOPS",
        "PFLOPS",
        "EFLOPS",
        "W",
        "kW",
        "MW",
        "MHz",
        "GHz",
        "kg",
        "USD",
    )


@lru_cache(maxsize=1024)
def same_dimension(one: str, other: str) -> bool:
    return bool(_parse(one).dimensionality == _parse(other).dimensionality)


def convert(value: float, unit: str, to: str) -> float:
    """`value` in `unit` as a number in `to`. Raises ValueError when the dimensions differ."""
    if unit == to:
        return value
    try:
        return float((value * _parse(unit) / _parse(to)).to("dimensionless").magnitude)
    except DimensionalityError as error:
        raise ValueError(f"{unit}은(는) {to}로 바꿀 수 없습니다.") from error


def quantity(value: float, unit: str) -> Any:
    """A pint quantity, for formulas."""
    return value * _parse(unit)


def magnitude(value: Any, unit: str) -> float:
    """The number of `unit`s in a pint quantity or plain number. Raises ValueError on another dimension."""
    try:
        return float((value / _parse(unit)).to("dimensionless").magnitude)
    except DimensionalityError as error:
        raise ValueError(f"계산 결과의 차원이 {unit}와 다릅니다.") from error
