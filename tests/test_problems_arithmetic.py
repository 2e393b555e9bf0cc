"""What arithmetic says of facts that do not agree, and of its own lines that are wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .project import BASE, Changes

BOX, X1, ATTRIBUTES, RULES = "data/products/box.yml", "data/products/x1.yml", "data/attributes.yml", "data/arithmetic.yml"
X1_TEXT, BOX_TEXT = ((BASE / file).read_text("utf-8") for file in (X1, BOX))
SOURCED = "source: acme-page, locator: 1쪽, verified: 2026-01-02, how: document, confidence: high"
PARTS = {
    ATTRIBUTES: (
        "  demands: [scope]\n  better: higher\n",
        "  demands: [scope]\n  sums: {of: gpu, attribute: memory_bandwidth}\n  better: higher\n",
    ),
    BOX: ("specs:\n", "parts: {x1: 8}\nspecs:\n"),
}


def box(text: str) -> Changes:
    """The box with a printed total in place of the derived one."""
    derived = "derived: box.gpus * x1.memory_bandwidth\n    unit: TB/s\n    qualifiers: {scope: system}"
    return {**PARTS, BOX: BOX_TEXT.replace(derived, text).replace("specs:\n", "parts: {x1: 8}\nspecs:\n")}


def total(value: float, unit: str = "TB/s") -> Changes:
    return box(f"value: {value}\n    unit: {unit}\n    qualifiers: {{scope: system}}\n    " + SOURCED.replace(", ", "\n    "))


HINT = "맞는 값으로 고치거나, 까닭을 알면 data/arithmetic.yml의 exceptions에 적으십시오."
CASES: list[tuple[str, Changes, list[str]]] = [
    ("total agrees", total(20), []),
    ("total in another unit agrees", total(20000, "GB/s"), []),
    ("total rounded", total(20.1), []),
    (
        "total contradicts",
        total(16),
        [
            "data/products/box.yml:10:5: 사실 'box.memory_bandwidth.system'의 값 16 TB/s가 8 * x1.memory_bandwidth.gpu = 20 TB/s와 20.0% 다릅니다. "
            + HINT
        ],
    ),
    ("excused", {**total(16), RULES: "exceptions: [{fact: box.memory_bandwidth.system, reason: 발표 자료의 값이다.}]\n"}, []),
    (
        "stale exception",
        {**total(20), RULES: "exceptions: [{fact: box.memory_bandwidth.system, reason: 발표 자료의 값이다.}]\n"},
        ["data/arithmetic.yml:1:21: 예외 'box.memory_bandwidth.system'은(는) 더 필요 없습니다. 값이 계산과 맞습니다. 예외를 지우십시오."],
    ),
    (
        "exception nothing computes",
        {RULES: "exceptions: [{fact: x1.power.up-to, reason: 까닭.}]\n"},
        ["data/arithmetic.yml:1:21: 예외 'x1.power.up-to'을(를) 검산하는 규칙이 없습니다. 사실의 온전한 id를 적거나 예외를 지우십시오."],
    ),
    (
        "exception of no fact",
        {RULES: "exceptions: [{fact: x1.powr, reason: 까닭.}]\n"},
        ["data/arithmetic.yml:1:21: 제품 'x1'에 사실 'powr'이(가) 없습니다. 혹시 'power'입니까?"],
    ),
    (
        "unknown part",
        {BOX: ("specs:\n", "parts: {x2: 8}\nspecs:\n")},
        ["data/products/box.yml:6:9: 부품 'x2'인 제품이 없습니다. 쓸 수 있는 값: box, x1."],
    ),
    (
        "part of itself",
        {BOX: ("specs:\n", "parts: {box: 8}\nspecs:\n")},
        ["data/products/box.yml:6:9: 제품 'box'이(가) 자기 자신의 부품입니다."],
    ),
    (
        "count of parts",
        {ATTRIBUTES: ("  en: GPUs\n", "  en: GPUs\n  sums: {of: gpu}\n"), BOX: ("specs:\n", "parts: {x1: 4}\nspecs:\n")},
        ["data/products/box.yml:8:9: 사실 'box.gpus'의 값 8 개가 4 = 4 개와 100.0% 다릅니다. " + HINT],
    ),
    (
        "equality contradicts",
        {RULES: "equal: [{fact: x1.power, equals: 2 * x1.power, why: 시험.}]\n"},
        ["data/products/x1.yml:21:10: 사실 'x1.power.up-to'의 값 700 W가 2 * x1.power = 1,400 W와 50.0% 다릅니다. " + HINT],
    ),
    (
        "equality of another dimension",
        {RULES: "equal: [{fact: x1.power, equals: 2 * x1.memory_bandwidth, why: 시험.}]\n"},
        ["data/arithmetic.yml:1:34: 계산 결과의 차원이 W와 다릅니다."],
    ),
    (
        "equality that cannot be read",
        {RULES: "equal: [{fact: x1.power, equals: 2 x x1.power, why: 시험.}]\n"},
        ["data/arithmetic.yml:1:34: 식에서 'x'을(를) 읽을 수 없습니다. 수, 사실의 id, + - * /를 띄어 씁니다."],
    ),
    (
        "equality of a text",
        {RULES: "equal: [{fact: x1.cooling, equals: 2 * x1.power, why: 시험.}]\n"},
        ["data/arithmetic.yml:1:16: 사실 'x1.cooling'은(는) 수가 아닙니다."],
    ),
    (
        "equality of a fact that is not",
        {RULES: "equal: [{fact: x1.powr, equals: 2 * x1.power, why: 시험.}]\n"},
        ["data/arithmetic.yml:1:16: 제품 'x1'에 사실 'powr'이(가) 없습니다. 혹시 'power'입니까?"],
    ),
    ("unknown key", {RULES: "equl: []\n"}, ["data/arithmetic.yml:1:1: 모르는 키 'equl'입니다. 혹시 'equal'입니까?"]),
]


@pytest.mark.parametrize(("changes", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_arithmetic(problems_of: Callable[[Changes], list[str]], changes: Changes, expected: list[str]) -> None:
    assert problems_of(changes) == expected


def test_sparse_is_twice_dense(problems_of: Callable[[Changes], list[str]]) -> None:
    """The rule is for tensor throughput by name; the base project's attribute is renamed to it."""
    tensor: Changes = {
        ATTRIBUTES: ("throughput:\n  ko:", "tensor_throughput:\n  ko:"),
        X1: X1_TEXT.replace("  throughput:", "  tensor_throughput:"),
        BOX: ("  throughput: ", "  tensor_throughput: "),
        "data/matrices/x1-vs-box.yml": ("attribute: throughput", "attribute: tensor_throughput"),
    }
    assert [p for p in problems_of(tensor) if p.startswith("data/")] == []
    wrong = {**tensor, X1: str(tensor[X1]).replace("value: 1, unit: PFLOPS", "value: 1.5, unit: PFLOPS")}
    assert [p for p in problems_of(wrong) if p.startswith("data/")] == [
        "data/products/x1.yml:20:7: 사실 'x1.tensor_throughput.fp16.sparse'의 값 1.5 PFLOPS가 "
        "2 * x1.tensor_throughput.fp16.dense = 1 PFLOPS와 50.0% 다릅니다. " + HINT
    ]
