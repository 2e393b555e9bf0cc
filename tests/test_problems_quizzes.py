"""Mistakes in the bank of questions and in the exam's objectives, and the whole message each gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import catalog, quiz_checks
from macros.problems import Problem
from macros.render import choices

from .project import Changes

QUIZ, EXAM, PAGE, WARP = "data/quizzes/2.1.yml", "data/exam.yml", "docs/gpu/basics.md", "data/terms/warp.yml"
EXAM_TEXT = """name: 시험
code: X
source: acme-page
locator: 1쪽
verified: 2026-01-02
questions_per_section: 2
domains:
  - id: '1'
    title: 기초
    weight: 60
    objectives:
      - {id: '1.1', title: 워프, asks: 워프를 설명한다.}
  - id: '2'
    title: 인프라
    weight: 40
    objectives:
      - {id: '2.1', title: 상자, asks: 상자를 고른다.}
"""
ASKED = ("    terms: [warp]\n", "    terms: [warp]\n    objectives: ['1.1', '2.1']\n")
TAUGHT = ("objectives: ['1.1']", "objectives: ['1.1', '2.1']")
SOUND: Changes = {EXAM: EXAM_TEXT, QUIZ: ASKED, PAGE: TAUGHT}


def exam(*changes: tuple[str, str]) -> str:
    text = EXAM_TEXT
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


CASES: list[tuple[str, Changes, list[str]]] = [
    ("sound exam", SOUND, []),
    (
        "objective without a page",
        {EXAM: EXAM_TEXT, QUIZ: ASKED},
        ["data/exam.yml:17:14: 시험 목표 2.1을(를) 가르치는 페이지가 없습니다. 가르치는 페이지의 머리말 objectives에 적으십시오."],
    ),
    (
        "objective without a question",
        {**SOUND, QUIZ: (ASKED[0], "    terms: [warp]\n    objectives: ['1.1']\n")},
        ["data/exam.yml:17:14: 시험 목표 2.1을(를) 묻는 문제가 없습니다. 묻는 문제의 objectives에 적으십시오."],
    ),
    (
        "unknown objective of a page",
        {**SOUND, PAGE: (TAUGHT[0], "objectives: ['1.1', '2.7']")},
        ["docs/gpu/basics.md:5:21: 시험 목표 '2.7'이(가) 없습니다. 2영역의 목표: 2.1."],
    ),
    (
        "unknown objective of a question",
        {**SOUND, QUIZ: (ASKED[0], "    terms: [warp]\n    objectives: ['1.1', '2.1', '1.9']\n")},
        ["data/quizzes/2.1.yml:12:32: 시험 목표 '1.9'이(가) 없습니다. 1영역의 목표: 1.1."],
    ),
    (
        "unknown objective of a term",
        {**SOUND, WARP: ("related: [x1]", "related: [x1]\nobjectives: ['7.1']")},
        ["data/terms/warp.yml:13:14: 시험 목표 '7.1'이(가) 없습니다. 혹시 '2.1'입니까?"],
    ),
    (
        "objective that is a number",
        {**SOUND, PAGE: (TAUGHT[0], "objectives: ['1.1', 2.10]")},
        ["docs/gpu/basics.md:5:21: 'objectives'에는 글이 와야 하는데 '2.1'이(가) 있습니다."],
    ),
    (
        "objective of another shape",
        {**SOUND, QUIZ: (ASKED[0], "    terms: [warp]\n    objectives: ['1-1']\n")},
        ["data/quizzes/2.1.yml:12:18: 'objectives'에 '1-1'은(는) 쓸 수 없습니다. 시험 목표의 번호는 '2.10'처럼 씁니다."],
    ),
    (
        "weights",
        {**SOUND, EXAM: exam(("weight: 40", "weight: 30"))},
        ["data/exam.yml:1:1: 영역의 비중을 더하면 100이어야 하는데 90입니다."],
    ),
    (
        "objective twice",
        {**SOUND, EXAM: exam(("id: '2.1'", "id: '1.1'"))},
        ["data/exam.yml:1:1: 목표 번호가 두 번 있습니다: 1.1."],
    ),
    (
        "objective of another domain",
        {**SOUND, EXAM: exam(("id: '2.1'", "id: '3.1'"))},
        ["data/exam.yml:1:1: 목표 번호가 영역의 번호로 시작하지 않습니다: 3.1."],
    ),
    (
        "exam's source",
        {**SOUND, EXAM: exam(("source: acme-page", "source: acme-pag"))},
        ["data/exam.yml:3:9: 출처 'acme-pag'이(가) 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "exam macro",
        {**SOUND, "docs/errata.md": ("{{ errata() }}", '{{ errata() }}\n\n{{ exam("3") }}')},
        ["docs/errata.md:10:4: 시험 영역 '3'이(가) 없습니다. 따옴표로 감싸 씁니다. 쓸 수 있는 값: 1, 2."],
    ),
    (
        "too few questions",
        {**SOUND, EXAM: exam(("questions_per_section: 2", "questions_per_section: 6"))},
        ["data/quizzes/2.1.yml:2:1: 문제가 2개입니다. 절마다 6개가 있어야 하므로 4개가 모자랍니다."],
    ),
    (
        "choice twice",
        {QUIZ: ("{text: 64개, why: 두 배이다.}", "{text: ' 16 개', why: 절반이다.}\n      - {text: 16 개, why: 절반이다.}")},
        ["data/quizzes/2.1.yml:3:5: 선택지 '16 개'이(가) 두 번 있습니다. 대소문자와 띄어쓰기만 다른 것도 같은 선택지입니다."],
    ),
    (
        "no explanation",
        {QUIZ: ("    context: X1은 칩이다.", "")},
        ["data/quizzes/2.1.yml:12:5: 필수 키 'context'이(가) 없습니다."],
    ),
    (
        "empty explanation",
        {QUIZ: ("context: X1은 칩이다.", "context: ''")},
        ["data/quizzes/2.1.yml:19:14: 'context'이(가) 비어 있습니다."],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mistake(problems_of: Callable[[Changes], list[str]], changes: Changes, expected: list[str]) -> None:
    assert problems_of(changes) == expected


def bank(project: Callable[[Changes], Path], questions: str, rule: Callable[[catalog.Catalog], object]) -> list[str]:
    """What one rule says of a quiz of these questions."""
    root = project({QUIZ: f"section: '2.1'\nquestions:\n{questions}"})
    loaded = catalog.load(root / "data")
    assert loaded.problems == ()
    found: list[Problem] = list(rule(loaded))  # type: ignore[call-overload]
    return [str(p) for p in found]


def choice(id: str, answer: str, *wrong: str) -> str:
    rest = ", ".join(f"{{text: {text}, why: 가}}" for text in wrong)
    return f"  - {{id: {id}, kind: single, prompt: 무엇, answer: {answer}, context: 답, distractors: [{rest}]}}\n"


def test_longest_choice(project: Callable[[Changes], Path]) -> None:
    long = "".join(choice(f"q{n}", "아주 긴 정답", "가", "나", "다") for n in range(8))
    assert bank(project, long, quiz_checks.longest_is_right) == [
        "data/quizzes/2.1.yml:10:48: 정답이 홀로 가장 긴 선택지인 문제가 8개입니다. 우연이라면 2개쯤입니다. "
        "정답을 줄이거나 틀린 선택지를 그만큼 자세히 쓰십시오."
    ]
    fair = "".join(choice(f"q{n}", "아주 긴 정답" if n % 4 == 0 else "답", "가", "나나나", "다") for n in range(16))
    assert bank(project, fair, quiz_checks.longest_is_right) == []
    shared = "".join(choice(f"q{n}", "정답", "가가", "나나", "다다") for n in range(16))
    assert bank(project, shared, quiz_checks.longest_is_right) == [], "as long as the others is no sign"


def test_uneven_places(project: Callable[[Changes], Path]) -> None:
    """Ids whose answer is shown first, found by asking the renderer."""
    loaded = catalog.load(
        project({QUIZ: "section: '2.1'\nquestions:\n" + "".join(choice(f"q{n}", "답", "가", "나", "다") for n in range(200))}) / "data"
    )
    first = [q.id for q in loaded.quizzes["2.1"].questions if choices(q)[0][1]][:20]
    assert len(first) == 20
    assert bank(project, "".join(choice(id, "답", "가", "나", "다") for id in first), quiz_checks.positions_even) == [
        "data/quizzes/2.1.yml:22:10: 선택지가 4개인 문제의 정답이 1번째 자리에 20번 있습니다. 고르다면 5번쯤입니다. "
        "자리는 id로 정해집니다. 새로 쓴 문제의 id를 바꾸십시오."
    ]
    assert bank(project, "".join(choice(f"q{n}", "답", "가", "나", "다") for n in range(200)), quiz_checks.positions_even) == []
