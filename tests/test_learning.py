"""The order of learning: what must not be, with the whole message, and what the map says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from macros import check
from macros.learning import Course, cycles
from macros.render.lessons import chapter_needs

from .project import ROOT, Changes, changed

PAGE, MORE = "docs/gpu/basics.md", "docs/gpu/more.md"
WARP, X1, THREAD, QUIZ, TABLE, FIGURE = (
    "data/terms/warp.yml",
    "data/terms/x1.yml",
    "data/terms/thread.yml",
    "data/quizzes/2.1.yml",
    "data/matrices/x1-vs-box.yml",
    "data/figures/sm.svg",
)
NAV = ("      - gpu/basics.md\n", "      - gpu/basics.md\n      - gpu/more.md\n")
SECOND = """
    ---
    title: 더 깊이
    description: GPU의 기본을 읽은 사람이 이어서 읽는 시험용 쪽이며 앞 절에서 배운 용어를 알고 있다고 보고 그 위에서 설명을 시작합니다.
    section: '2.2'
    objectives: ['1.1']
    prerequisites: [PREREQUISITES]
    verified: 2026-01-02
    level: basic
    ---

    # 더 깊이

    X1 가속기를 설명합니다.
"""


def second(prerequisites: str = "thread") -> Mapping[str, str | tuple[str, str] | None]:
    """A second section page after the first."""
    return {"mkdocs.yml": NAV, MORE: SECOND.replace("PREREQUISITES", prerequisites)}


LINK = 'docs/gpu/basics.md의 글에서 {{ term("x1") }}로 잇거나 다른 말로 쓰십시오.'
CASES: list[tuple[str, Changes, list[str]]] = [
    ("sound", second(), []),
    (
        "own term",
        {**second(), PAGE: ("prerequisites: []", "prerequisites: [warp]")},
        ["docs/gpu/basics.md:6:17: 먼저 알 용어 '워프'는 이 페이지가 가르칩니다. 지우고 본문에서 링크로 푸십시오."],
    ),
    (
        "own term, with one that is taught before",
        {**second("thread, x1"), X1: ("kind: product", "prerequisites: [warp]\nkind: product")},
        ["docs/gpu/more.md:6:25: 먼저 알 용어 'X1 가속기'는 이 페이지가 가르칩니다. 지우거나 앞에서 배우는 'warp'로 바꾸십시오."],
    ),
    (
        "later page",
        {**second(""), PAGE: ("prerequisites: []", "prerequisites: [x1]")},
        ["docs/gpu/basics.md:6:17: 먼저 알 용어 'X1 가속기'는 뒤의 2.2절에서 배웁니다. 지우고 본문에서 링크로 푸십시오."],
    ),
    (
        "order of the nav",
        {**second(), "mkdocs.yml": (NAV[0], "      - gpu/more.md\n      - gpu/basics.md\n")},
        ["docs/gpu/more.md:6:17: 먼저 알 용어 '스레드'는 뒤의 2.1절에서 배웁니다. 지우고 본문에서 링크로 푸십시오."],
    ),
    (
        "pages in a circle",
        {**second(), PAGE: ("prerequisites: []", "prerequisites: [x1]")},
        ["docs/gpu/basics.md:6:1: 먼저 읽을 절이 돌고 돕니다: 2.1 → 2.2 → 2.1. 한 절의 prerequisites에서 뒤의 용어를 지우십시오."],
    ),
    (
        "term needs a later one",
        {**second(), WARP: ("prerequisites: [thread]", "prerequisites: [thread, x1]")},
        ["data/terms/warp.yml:11:25: 먼저 알 용어 'X1 가속기'는 2.2절에서 배우는데 2.1절이 링크하지 않습니다. " + LINK],
    ),
    (
        "term needs a later one that its page links",
        {**second(), WARP: ("prerequisites: [thread]", "prerequisites: [x1]"), PAGE: ("더 읽을 글도", "X1 가속기도")},
        [],
    ),
    (
        "link that the author forbids",
        {
            **second(),
            WARP: ("prerequisites: [thread]", "prerequisites: [x1]"),
            PAGE: ("level: basic\n---\n\n# GPU의 기본\n", "level: basic\nno_terms: [x1]\n---\n\n# GPU의 기본\n\nX1 가속기입니다.\n"),
        },
        ["data/terms/warp.yml:11:17: 먼저 알 용어 'X1 가속기'는 2.2절에서 배우는데 2.1절이 링크하지 않습니다. " + LINK],
    ),
    (
        "link that the author makes",
        {
            **second(),
            WARP: ("prerequisites: [thread]", "prerequisites: [x1]"),
            PAGE: ("level: basic\n---\n\n# GPU의 기본\n", 'level: basic\nno_terms: true\n---\n\n# GPU의 기본\n\n{{ term("x1") }}입니다.\n'),
        },
        [],
    ),
    (
        "prerequisites that do not reach",
        {**second(""), X1: ("kind: product", "prerequisites: [warp]\nkind: product")},
        [
            "docs/gpu/more.md:6:1: prerequisites가 2.1절로 이어지지 않습니다. 이 절의 용어 'X1 가속기'에 그 절의 '워프'가 필요합니다."
            " prerequisites에 'warp'를 더하십시오."
        ],
    ),
    (
        "heading",
        {**second(), PAGE: ("## 역사 { #history }", "## X1 가속기의 역사 { #history }")},
        ["docs/gpu/basics.md:21:4: 2.2절에서 배우는 'X1 가속기'를 2.1절이 설명도 링크도 없이 씁니다. " + LINK],
    ),
    (
        "figure",
        {**second(), FIGURE: ("상자 하나가 있다.", "X1 가속기 하나가 있다.")},
        ["data/figures/sm.svg:3:17: 2.2절에서 배우는 'X1 가속기'를 2.1절이 설명도 링크도 없이 씁니다. " + LINK],
    ),
    (
        "question",
        {**second(), QUIZ: ("why: 절반이다.", "why: X1 가속기의 절반이다.")},
        ["data/quizzes/2.1.yml:8:26: 2.2절에서 배우는 'X1 가속기'를 2.1절이 설명도 링크도 없이 씁니다. " + LINK],
    ),
    (
        "table",
        {**second(), TABLE: ("criterion: 누가 만드나", "criterion: X1 가속기를 누가 만드나")},
        ["data/matrices/x1-vs-box.yml:16:16: 2.2절에서 배우는 'X1 가속기'를 2.1절이 설명도 링크도 없이 씁니다. " + LINK],
    ),
    (
        "figure whose term the text links",
        {**second(), FIGURE: ("상자 하나가 있다.", "X1 가속기 하나가 있다."), PAGE: ("더 읽을 글도", "X1 가속기도")},
        [],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mistake(problems_of: Callable[[Changes], list[str]], changes: Changes, expected: list[str]) -> None:
    assert problems_of(changes) == expected


def test_a_page_that_cannot_be_read_is_reported_alone(problems_of: Callable[[Changes], list[str]]) -> None:
    found = problems_of({**second(), PAGE: ("{{ sources() }}", "{{ sources( }}"), FIGURE: ("상자", "X1 가속기")})
    assert len(found) == 1 and found[0].startswith("docs/gpu/basics.md:")


def test_the_order_is_that_of_the_nav(shared_project: Path) -> None:
    with changed(shared_project, {**second(""), "mkdocs.yml": (NAV[0], "      - gpu/more.md\n      - gpu/basics.md\n")}) as root:
        project = check.load(root)
        course = Course(project.catalog, project.pages)
    assert [lesson.section for lesson in course.lessons] == ["2.2", "2.1"]


def test_each_cycle_is_found_once() -> None:
    assert list(cycles({"b": ["c"], "c": ["a"], "a": ["b", "x"], "d": ["d2"], "d2": ["d"], "e": ["a"]})) == [("a", "b", "c"), ("d", "d2")]
    assert list(cycles({"a": ["b"], "b": []})) == []


def course_of_the_site() -> Course:
    project = check.load(ROOT)
    return Course(project.catalog, project.pages)


def test_the_site_teaches_what_it_needs_first() -> None:
    """Said by the data, without the rules: every section page is a lesson, and what it needs stands before it."""
    course = course_of_the_site()
    project = check.load(ROOT)
    assert {lesson.section for lesson in course.lessons} == {p.section for p in project.pages.values() if p.section}
    read: set[str] = set()
    for lesson in course.lessons:
        assert set(lesson.needs) <= read, lesson.section
        own = {t.id for t in lesson.terms} | {t.id for t in lesson.ahead}
        reached = course.before(lesson.section)
        for term in lesson.terms:
            for need in term.prerequisites:
                found = project.catalog.get("terms", need)
                assert need in own or found.section in reached, f"{lesson.section}: {term.id} <- {need}"
        read.add(lesson.section)


def test_the_chapters_of_the_drawing_follow_from_the_sections() -> None:
    course = course_of_the_site()
    needs = chapter_needs(course.lessons)
    assert list(needs) == list(dict.fromkeys(lesson.chapter for lesson in course.lessons))
    reach: dict[int, set[int]] = {}
    for chapter, direct in needs.items():
        reach[chapter] = set(direct).union(*(reach[n] for n in direct))
        for one in direct:  # no arrow that two others already say
            assert not any(one in reach[other] for other in direct if other != one)
    for lesson in course.lessons:
        assert {int(s.split(".")[0]) for s in lesson.needs} - {lesson.chapter} <= reach[lesson.chapter], lesson.section


def test_what_comes_next_needs_nothing_else_on_the_way() -> None:
    course = course_of_the_site()
    for lesson in course.lessons:
        for section in course.next_after(lesson):
            others = set(course.by_section[section].needs) - {lesson.section}
            assert not any(lesson.section in course.before(other) for other in others)


def test_no_section_is_typed_into_the_page_of_the_map() -> None:
    text = (ROOT / "docs/map.md").read_text("utf-8")
    assert re.findall(r"\b\d{1,2}\.\d\b", text) == []
