"""How far the facts can be trusted, in figures: where they come from, who saw the document, how old the look is, what is in dispute."""

from __future__ import annotations

import datetime
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from . import units
from .catalog import Catalog
from .facts import Resolved
from .family import KIND_WORDS


@dataclass(frozen=True)
class HalfLife:
    """How many days a look at the source stays good, and why."""

    key: str
    words: str
    days: int
    why: str


# The first that fits a fact is its own (half_life_of).
HALF_LIVES = (
    HalfLife("price", "가격", 90, "가격은 분기마다 바뀌고 예고 없이 바뀝니다."),
    HalfLife("preliminary", "예비 사양", 120, "제조사가 바뀔 수 있다고 밝힌 값이라 다음 발표를 기다리지 않고 다시 봅니다."),
    HalfLife("quoted", "인용만 본 값", 365, "원문을 보지 못했으므로 원문을 찾는 일을 해마다 다시 합니다."),
    HalfLife("standard", "인터커넥트의 규격", 1460, "세대와 표준의 규격은 판이 바뀔 때만 바뀝니다."),
    HalfLife("discontinued", "단종된 제품의 사양", 1460, "더 만들지 않는 제품의 값은 바뀌지 않습니다. 문서의 주소가 사라졌는지만 봅니다."),
    HalfLife("shipping", "출하 중인 제품의 사양", 730, "출하한 뒤에는 개정판이나 정오표가 나올 때만 바뀝니다."),
)


def half_life_of(found: Resolved) -> HalfLife:
    """The half-life of a fact with a source of its own."""
    product, fact = found.product, found.fact
    unit = found.attribute.unit
    fits = {
        "price": bool(unit and units.known(unit) and units.same_dimension(unit, "USD")),
        "preliminary": product.stage == "preliminary" or fact.qualifiers.stage == "preliminary",
        "quoted": fact.how == "quoted",
        "standard": product.kind == "interconnect",
        "discontinued": product.stage == "discontinued",
        "shipping": True,
    }
    return next(h for h in HALF_LIVES if fits[h.key])


@dataclass(frozen=True)
class Overdue:
    found: Resolved
    half_life: HalfLife
    due: datetime.date


@dataclass(frozen=True)
class Figures:
    """The counts of some facts. Shares are of `sourced`: facts that somebody looked up in a source of their own."""

    facts: int
    sourced: int
    derived: int
    primary: int
    document: int
    copy: int
    quoted: int
    reckoned: int
    """Worked out by hand from what a source says, not by a formula."""
    overdue: int
    median_age: int | None

    def share(self, name: str) -> float | None:
        """A count as a share of the sourced facts, None where there are none."""
        return getattr(self, name) / self.sourced if self.sourced else None


@dataclass(frozen=True)
class Ageing:
    """One half-life and the facts that fall under it."""

    half_life: HalfLife
    facts: int
    oldest: datetime.date | None
    overdue: int

    @property
    def due(self) -> datetime.date | None:
        """When the first of them has to be looked at again."""
        return self.oldest + datetime.timedelta(self.half_life.days) if self.oldest else None


@dataclass(frozen=True)
class Ledger:
    day: datetime.date
    all: Figures
    kinds: Mapping[str, Figures]
    """By product kind, in the order of lists of products."""
    ageing: tuple[Ageing, ...]
    confidence: Mapping[str, int]
    overdue: tuple[Overdue, ...]
    disagreements: tuple[Resolved, ...]
    derived: tuple[Resolved, ...]
    low: tuple[Resolved, ...]
    errata: Mapping[str, int]


def build_day(environment: Mapping[str, str] = os.environ) -> datetime.date:
    """The day of the build: SOURCE_DATE_EPOCH where it is set, else today."""
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()


def ledger(catalog: Catalog, day: datetime.date) -> Ledger:
    """All figures, as of `day`."""
    facts = [catalog.facts.resolve(id, a, f) for id, p in catalog.products.items() for a, fs in p.specs.items() for f in fs]
    late = {id(o.found): o for f in facts for o in _overdue(f, day)}
    kinds = {kind: [f for f in facts if f.product.kind == kind] for kind in KIND_WORDS}
    return Ledger(
        day=day,
        all=_figures(facts, late, catalog, day),
        kinds={kind: _figures(some, late, catalog, day) for kind, some in kinds.items() if some},
        ageing=tuple(_ageing(facts, late)),
        confidence={level: sum(f.fact.confidence == level for f in facts) for level in ("high", "medium", "low")},
        overdue=tuple(sorted(late.values(), key=lambda o: (o.due, o.found.id))),
        disagreements=tuple(f for f in facts if f.fact.disagrees),
        derived=tuple(f for f in facts if f.fact.derived),
        low=tuple(f for f in facts if f.fact.confidence == "low"),
        errata=dict(sorted(Counter(e.kind for e in catalog.errata.values()).items())),
    )


def _looked_up(found: Resolved) -> bool:
    """Whether somebody looked the fact up in a source of its own; a state may name one only to explain itself."""
    return bool(found.fact.source and found.fact.verified and found.fact.how)


def _overdue(found: Resolved, day: datetime.date) -> Iterable[Overdue]:
    if _looked_up(found) and found.fact.verified:
        half_life = half_life_of(found)
        due = found.fact.verified + datetime.timedelta(half_life.days)
        if due < day:
            yield Overdue(found, half_life, due)


def _figures(facts: list[Resolved], late: Mapping[int, Overdue], catalog: Catalog, day: datetime.date) -> Figures:
    own = [f for f in facts if _looked_up(f)]
    sources = [catalog.get("sources", f.fact.source or "") for f in own]
    ages = [(day - f.fact.verified).days for f in own if f.fact.verified]
    return Figures(
        facts=len(facts),
        sourced=len(own),
        derived=sum(f.fact.derived is not None for f in facts),
        primary=sum(s.kind == "primary" for s in sources),
        **{how: sum(f.fact.how == how for f in own) for how in ("document", "copy", "quoted")},
        reckoned=sum(f.fact.how == "derived" for f in own),
        overdue=sum(id(f) in late for f in facts),
        median_age=int(median(ages)) if ages else None,
    )


def _ageing(facts: list[Resolved], late: Mapping[int, Overdue]) -> Iterable[Ageing]:
    own = [(half_life_of(f), f) for f in facts if _looked_up(f)]
    for half_life in HALF_LIVES:
        some = [f for h, f in own if h is half_life]
        days = [f.fact.verified for f in some if f.fact.verified]
        yield Ageing(half_life, len(some), min(days, default=None), sum(id(f) in late for f in some))
