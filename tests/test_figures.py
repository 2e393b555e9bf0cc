"""Labels of figures: each that names a term uses the term's own form, or says why not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .project import Changes

FIGURE, WARP, PAGE = "data/figures/sm.svg", "data/terms/warp.yml", "docs/gpu/basics.md"
ALIAS = ("[스레드 워프]", "[실다발]")
BOX = '<rect class="fig-box" x="8" y="8" width="100" height="50"/>\n'


def label(text: str, attributes: str = "") -> tuple[str, str]:
    return BOX, f'{BOX}<text class="fig-text"{attributes}>{text}</text>\n'


SAY = "워프로 쓰고, 그럴 수 없으면 <text>에 data-form으로 까닭을 적으십시오."
CASES: list[tuple[str, Changes, list[str]]] = [
    ("own form", {FIGURE: label("워프")}, []),
    ("own form with particles", {FIGURE: label("워프마다 명령 하나")}, []),
    (
        "alias",
        {WARP: ALIAS, FIGURE: label("실다발")},
        ["data/figures/sm.svg:5:24: 그림의 말 '실다발'은 용어 'warp'의 바른 말이 아닙니다. " + SAY],
    ),
    ("English", {FIGURE: label("warp")}, ["data/figures/sm.svg:5:24: 그림의 말 'warp'는 용어 'warp'의 바른 말이 아닙니다. " + SAY]),
    (
        "spacing",
        {WARP: ("ko: 워프", "ko: 긴 워프"), FIGURE: label("긴워프"), PAGE: ('term("warp")', 'term("warp", "워프")')},
        [
            "data/figures/sm.svg:5:24: 그림의 말 '긴워프'는 용어 'warp'의 바른 말이 아닙니다."
            " 긴 워프로 쓰고, 그럴 수 없으면 <text>에 data-form으로 까닭을 적으십시오."
        ],
    ),
    ("abbreviation", {WARP: ("en: warp", "en: warp unit\nabbr: WU"), FIGURE: label("WU 32")}, []),
    ("form that holds the own one", {WARP: ("[스레드 워프]", "[워프 묶음]"), FIGURE: label("워프 묶음")}, []),
    ("reason", {WARP: ALIAS, FIGURE: label("실다발", ' data-form="칸이 좁다"')}, []),
    (
        "reason on the text around",
        {WARP: ALIAS, FIGURE: (BOX, f'{BOX}<text class="fig-text" data-form="칸이 좁다"><tspan x="4">실다발</tspan></text>\n')},
        [],
    ),
    (
        "no reason",
        {WARP: ALIAS, FIGURE: label("실다발", ' data-form=" "')},
        ["data/figures/sm.svg:5:1: data-form에 까닭이 없습니다. 왜 용어의 바른 말을 쓸 수 없는지 적으십시오."],
    ),
    (
        "reason that is not needed",
        {FIGURE: label("워프", ' data-form="칸이 좁다"')},
        ["data/figures/sm.svg:5:1: data-form이 필요 없습니다. 이 글에는 바른 말만 있습니다."],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_label(problems_of: Callable[[Changes], list[str]], changes: Changes, expected: list[str]) -> None:
    assert problems_of(changes) == expected
