"""The trust ledger counts what the data says, as of a given day."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import catalog, trust

from .project import ROOT, Changes

Make = Callable[[Changes], Path]
DAY = datetime.date(2026, 1, 12)  # ten days after everything in the base project was verified
X1 = "data/products/x1.yml"


def ledger(root: Path, day: datetime.date = DAY) -> trust.Ledger:
    return trust.ledger(catalog.load(root / "data"), day)


def test_counts_of_the_base_project(project: Make) -> None:
    found = ledger(project({}))
    assert found.all == trust.Figures(
        facts=11, sourced=8, derived=1, primary=7, document=6, copy=1, quoted=1, reckoned=0, overdue=0, median_age=10
    )
    assert found.all.share("primary") == 7 / 8
    assert (list(found.kinds), found.kinds["gpu"].facts, found.kinds["system"].facts) == (["gpu", "system"], 6, 5)
    assert [f.id for f in found.disagreements] == ["x1.memory_bandwidth.gpu"]
    assert [f.id for f in found.derived] == ["box.memory_bandwidth.system"]
    assert [f.id for f in found.low] == ["box.cooling"]
    assert found.confidence == {"high": 6, "medium": 1, "low": 1} and found.errata == {"wrong": 1}


def test_kinds_add_up() -> None:
    found = trust.ledger(catalog.load(ROOT / "data"), datetime.date(2026, 11, 23))
    for name in ("facts", "sourced", "derived", "primary", "document", "copy", "quoted", "reckoned", "overdue"):
        assert sum(getattr(f, name) for f in found.kinds.values()) == getattr(found.all, name)
    assert found.all.document + found.all.copy + found.all.quoted + found.all.reckoned == found.all.sourced
    assert sum(a.facts for a in found.ageing) == found.all.sourced


@pytest.mark.parametrize(
    ("key", "changes", "fact"),
    [
        ("shipping", {}, "x1.power"),
        ("preliminary", {}, "box.gpus"),
        ("preliminary", {X1: ("{condition: up-to}", "{condition: up-to, stage: preliminary}")}, "x1.power"),
        ("discontinued", {X1: ("family: X", "family: X\nstage: discontinued")}, "x1.power"),
        ("standard", {X1: ("kind: gpu", "kind: interconnect")}, "x1.power"),
        ("quoted", {X1: ("how: copy", "how: quoted")}, "x1.power"),
        ("price", {X1: ("unit: W", "unit: USD"), "data/attributes.yml": ("  unit: W", "  unit: USD")}, "x1.power"),
    ],
)
def test_half_lives(key: str, changes: Changes, fact: str, project: Make) -> None:
    data = catalog.load(project(changes) / "data")
    assert data.problems == ()
    assert trust.half_life_of(data.facts.find(fact)).key == key


def test_a_fact_is_overdue_the_day_after_its_half_life(project: Make) -> None:
    root = project({})
    due = datetime.date(2026, 1, 2) + datetime.timedelta(120)
    assert ledger(root, due).overdue == ()
    late = ledger(root, due + datetime.timedelta(1))
    assert [(o.found.id, o.half_life.key, o.due) for o in late.overdue] == [
        ("box.cooling", "preliminary", due), ("box.gpus", "preliminary", due),
    ]  # fmt: skip
    assert late.all.overdue == 2 and {a.half_life.key: a.overdue for a in late.ageing}["preliminary"] == 2


def test_no_facts_no_shares(project: Make) -> None:
    root = project({})
    for file in (root / "data/products").iterdir():
        file.write_text("name: N\nvendor: V\nkind: gpu\nspecs: {}\n", "utf-8")
        break
    empty = trust._figures([], {}, catalog.load(root / "data"), DAY)
    assert empty.median_age is None and empty.share("primary") is None


def test_the_day_of_a_build_can_be_given() -> None:
    assert trust.build_day({"SOURCE_DATE_EPOCH": "1830297600"}) == datetime.date(2028, 1, 1)
    assert trust.build_day({}) == datetime.date.today()
