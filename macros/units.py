"""Units of hardware figures, converted by pint. GB (decimal) and GiB (binary) differ; FLOPS and OPS are different dimensions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from pint import UnitRegistry
from pint.errors import UndefinedUnitError
from pint.facets.plain.definitions import PrefixDefinition, ScaleConverter, UnitDefinition
from pint.util import UnitsContainer

_PREFIXES: dict[str, Any] = {"k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18, "m": 1e-3, "n": 1e-9} | {
    "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40
}  # fmt: skip
_BASES = {
    "b": "information",
    "s": "time",
    "m": "length",
    "g": "mass",
    "J": "energy",
    "flop": "float_work",
    "op": "integer_work",
    "transfer": "transfers",
    "USD": "currency",
    "rackunit": "rack_height",
    "polygon": "polygons",
    "pixel": "pixels",
}
_DERIVED: dict[str, tuple[int, dict[str, int]]] = {
    "B": (8, {"b": 1}),
    "W": (1, {"J": 1, "s": -1}),
    "Hz": (1, {"s": -1}),
    "FLOPS": (1, {"flop": 1, "s": -1}),
    "OPS": (1, {"op": 1, "s": -1}),
}

# What we print -> what pint reads.
_SPELLING = {
    "개": "dimensionless",
    "%": "0.01 dimensionless",
    "U": "rackunit",
    "nm": "nm",
    "mm²": "mm**2",
    "mm2": "mm**2",
    "bit": "b",
    "KB": "kB",  # as people write it; 1000 bytes
    "KB/s": "kB/s",
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
    "FLOP": "flop",
    "초": "s",
    "분": "60 s",
    "시간": "3600 s",
    "FLOP/B": "flop / B",
}


@lru_cache(maxsize=1)
def _registry() -> Any:
    registry: Any = UnitRegistry(None)
    for prefix, size in _PREFIXES.items():  # made, not read from text: that takes ten times as long
        registry.define(PrefixDefinition(prefix, size))
    for unit, dimension in _BASES.items():
        registry.define(UnitDefinition(unit, None, (), ScaleConverter(1), UnitsContainer({f"[{dimension}]": 1})))
    for unit, (number, of) in _DERIVED.items():
        registry.define(UnitDefinition(unit, None, (), ScaleConverter(number), UnitsContainer(of)))
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


# What a reader may choose for a row: units of one kind, small to large.
_CHOICES = (
    ("kB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB"),
    ("GB/s", "TB/s", "Gb/s", "Tb/s"),
    ("GFLOPS", "TFLOPS", "PFLOPS", "EFLOPS"),
    ("TOPS", "POPS"),
    ("W", "kW", "MW"),
    ("MHz", "GHz"),
)


def choices(unit: str, values: Iterable[float]) -> tuple[tuple[str, float], ...]:
    """(unit, factor from `unit`) of the units in which these values read well; `unit` itself is among them."""
    family = next((names for names in _CHOICES if unit in names), ())
    most = max((abs(value) for value in values), default=0)
    factors = ((name, convert(1, unit, name)) for name in family)
    found = tuple((name, factor) for name, factor in factors if name == unit or 0.5 <= most * factor < 1e6)
    return found if len(found) > 1 else ()


@lru_cache(maxsize=1024)
def same_dimension(one: str, other: str) -> bool:
    return _base(one).dimension == _base(other).dimension


def convert(value: float, unit: str, to: str) -> float:
    """`value` in `unit` as a number in `to`. Raises ValueError when the dimensions differ."""
    if unit == to:
        return value
    one, other = _base(unit), _base(to)
    if one.dimension != other.dimension:
        raise ValueError(f"{unit}은(는) {to}로 바꿀 수 없습니다.")
    return value * (one.size / other.size)


class Quantity:
    """A number of base units, for formulas: pint reads the unit once, and arithmetic costs no more than arithmetic.

    + and - raise ValueError when the dimensions differ.
    """

    __slots__ = ("dimension", "size")

    def __init__(self, size: float, dimension: tuple[tuple[str, float], ...] = ()) -> None:
        self.size, self.dimension = size, dimension

    def __add__(self, other: Quantity | float) -> Quantity:
        return Quantity(self.size + self._like(other).size, self.dimension)

    def __sub__(self, other: Quantity | float) -> Quantity:
        return Quantity(self.size - self._like(other).size, self.dimension)

    def __mul__(self, other: Quantity | float) -> Quantity:
        other = _as_quantity(other)
        return Quantity(self.size * other.size, _powers(self.dimension, other.dimension, 1))

    def __truediv__(self, other: Quantity | float) -> Quantity:
        other = _as_quantity(other)
        return Quantity(self.size / other.size, _powers(self.dimension, other.dimension, -1))

    def __radd__(self, other: float) -> Quantity:
        return Quantity(other) + self

    def __rsub__(self, other: float) -> Quantity:
        return Quantity(other) - self

    __rmul__ = __mul__

    def __rtruediv__(self, other: float) -> Quantity:
        return Quantity(other) / self

    def _like(self, other: Quantity | float) -> Quantity:
        other = _as_quantity(other)
        if other.dimension != self.dimension:
            raise ValueError("차원이 다른 값을 더하거나 뺍니다.")
        return other


def _as_quantity(value: Quantity | float) -> Quantity:
    return value if isinstance(value, Quantity) else Quantity(value)


@lru_cache(maxsize=1024)
def _powers(one: tuple[tuple[str, float], ...], other: tuple[tuple[str, float], ...], sign: int) -> tuple[tuple[str, float], ...]:
    sums = dict(one)
    for name, power in other:
        sums[name] = sums.get(name, 0) + sign * power
    return tuple(sorted((name, power) for name, power in sums.items() if power))


@lru_cache(maxsize=256)
def _base(unit: str) -> Quantity:
    """One of `unit`, in base units."""
    parsed = _parse(unit).to_base_units()
    return Quantity(float(parsed.magnitude), tuple(sorted((str(n), float(p)) for n, p in parsed.dimensionality.items())))


def quantity(value: float, unit: str) -> Quantity:
    """`value` of `unit`, for formulas."""
    base = _base(unit)
    return Quantity(value * base.size, base.dimension)


def magnitude(value: Quantity | float, unit: str) -> float:
    """The number of `unit`s in a quantity or plain number. Raises ValueError on another dimension."""
    value, base = _as_quantity(value), _base(unit)
    if value.dimension != base.dimension:
        raise ValueError(f"계산 결과의 차원이 {unit}와 다릅니다.")
    return value.size / base.size
