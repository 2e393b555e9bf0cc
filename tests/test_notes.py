"""What a page keeps of the facts it shows, and what it says of how well they are known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros import catalog, formula
from macros.facts import Computed, FactBase, FactError
from macros.notes import Notes, standing

from .project import changed


@pytest.fixture
def facts(shared_project: Path) -> FactBase:
    return catalog.load(shared_project / "data").facts


@pytest.mark.parametrize(
    ("text", "inputs", "pieces"),
    [
        ("8 * x.a", [1], ["8 × ", 1]),
        ("x.a", [1], [1]),
        ("x.a / x.b", [1, 2], [1, " ÷ ", 2]),
        ("8 * ( x.a - 2 ) / x.b", [1, 2], ["8 × (", 1, " − 2) ÷ ", 2]),
        ("(x.a + x.b) * (2.5 - x.c)", [1, 2, 3], ["(", 1, " + ", 2, ") × (2.5 − ", 3, ")"]),
        ("2 * x.a", ["글"], ["2 × 글"]),
    ],
)
def test_a_formula_reads_with_its_inputs(text: str, inputs: list[Any], pieces: list[Any]) -> None:
    assert formula.spelled(text, inputs) == pieces


def test_a_shown_fact_brings_what_it_is_computed_from_once(facts: FactBase) -> None:
    notes = Notes()
    for id in ("box.memory_bandwidth", "x1.memory_bandwidth", "box.memory_bandwidth", "box.gpus"):
        notes.show(facts.find(id))
    assert list(notes.facts) == ["box.memory_bandwidth.system", "box.gpus", "x1.memory_bandwidth.gpu"]


def test_notes_stand_by_product_and_count_on(facts: FactBase) -> None:
    notes = Notes()
    for id in ("x1.power", "box.memory_bandwidth", "x1.ecc"):
        notes.show(facts.find(id))
    notes.show(facts.compute(notes.computed("2 * x1.power", "W"), "2 * x1.power", "W"))
    shown = [(product.id if product else None, start, [found.id for found, _ in kept]) for product, start, kept in notes.by_product()]
    assert shown == [
        ("x1", 1, ["x1.power.up-to", "x1.memory_bandwidth.gpu", "x1.ecc"]),
        ("box", 4, ["box.memory_bandwidth.system", "box.gpus"]),
        (None, 6, ["calc-1"]),
    ]


def test_a_bare_state_has_no_note(shared_project: Path) -> None:
    with changed(shared_project, {"data/products/box.yml": ("{state: unknown, reason: 공개된 자료가 없다.}", "{state: unknown}")}) as root:
        facts, notes = catalog.load(root / "data").facts, Notes()
    notes.show(facts.find("box.throughput"))
    assert not facts.find("box.throughput").tells and notes.facts == {}
    assert facts.find("box.power").tells, "a reason is something to tell"


def test_a_computed_number_keeps_its_id(facts: FactBase) -> None:
    notes = Notes()
    for text, unit in (("2 * x1.power", "W"), ("2 * x1.power", "kW"), ("2 * x1.power", "W")):
        notes.show(facts.compute(notes.computed(text, unit), text, unit))
    assert {id: (found.value, found.unit) for id, found in notes.facts.items() if isinstance(found, Computed)} == {
        "calc-1": (1400, "W"),
        "calc-2": (1.4, "kW"),
    }


def test_a_computed_fact_is_as_sure_as_its_weakest_input_and_as_old_as_its_oldest(shared_project: Path) -> None:
    change = (
        "locator: 상자 그림, verified: 2026-01-02, how: document, confidence: high",
        "locator: 상자 그림, verified: 2025-12-31, how: quoted, confidence: low",
    )
    with changed(shared_project, {"data/products/box.yml": change}) as root:
        facts = catalog.load(root / "data").facts
    assert standing(facts.find("box.memory_bandwidth")) == {"verified": "2025-12-31", "how": "derived", "confidence": "low"}
    assert standing(facts.find("x1.power")) == {"verified": "2026-01-02", "how": "copy", "confidence": "medium"}
    assert standing(facts.find("box.throughput")) == {"verified": "", "how": "", "confidence": ""}
    twice = facts.compute("calc-1", "box.memory_bandwidth / x1.memory_bandwidth", "배")
    assert (twice.value, standing(twice)["confidence"]) == (8, "low")


def test_computing_says_what_is_wrong_and_what_would_be_right(facts: FactBase) -> None:
    with pytest.raises(FactError) as error:
        facts.compute("calc-1", "2 * x1.powr", "W")
    assert (error.value.message, error.value.hint) == ("제품 'x1'에 사실 'powr'이(가) 없습니다.", "혹시 'power'입니까?")
