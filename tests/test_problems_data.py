"""Every kind of mistake in data/, and the whole message it gets: place, what is wrong, the nearest right thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import check

from .project import Changes

WARP, THREAD, TERM_X1 = "data/terms/warp.yml", "data/terms/thread.yml", "data/terms/x1.yml"
X1, BOX, ATTRIBUTES = "data/products/x1.yml", "data/products/box.yml", "data/attributes.yml"
SOURCE, NEWS = "data/sources/acme.yml", "data/sources/the-daily.yml"
SOURCED = "source: acme-page, locator: 1쪽, verified: 2026-01-02, how: document, confidence: high"
CHART_USED = ('{{ figure("sm") }}', '{{ figure("sm") }}\n\n{{ chart("c") }}')
CHART = """title: 대역폭
how_to_read: 길수록 빠르다.
limits: 최고값이다.
subjects: [x1]
attribute: memory_bandwidth
unit: GB/s
"""
LADDER = """title: 사다리
how_to_read: 위가 빠르다.
limits: 최고값이다.
amount: {value: 10, unit: GB}
steps: [{label: HBM, rate: x1.memory_bandwidth}]
"""
LINK: Changes = {
    ATTRIBUTES: ("memory_bandwidth:\n  ko:", "link: {ko: 링크, en: link, unit: GB/s}\nmemory_bandwidth:\n  ko:"),
    X1: ("specs:\n", "specs:\n  link: {value: 9, unit: GB/s, qualifiers: {direction: both-ways}, " + SOURCED + "}\n"),
}
OPTIONS = """title: 두 방법
how_to_read: 위에서 아래로.
limits: 값은 없다.
options: {a: {label: 가, term: warp}, b: {label: 나}}
rows:
  - criterion: 빠른가
    cells:
      a: {state: 'yes', source: acme-page, locator: 1쪽}
      b: {state: unknown}
"""
MATRIX, TIMELINE, QUIZ = "data/matrices/x1-vs-box.yml", "data/timelines/history.yml", "data/quizzes/2.1.yml"
ERRATUM, FIGURE, PAGE, HOME = "data/errata/2.yml", "data/figures/sm.svg", "docs/gpu/basics.md", "docs/index.md"

CASES: list[tuple[str, Changes, list[str]]] = [
    (
        "broken yaml bracket",
        {WARP: ("related: [x1]", "related: [x1")},
        ["data/terms/warp.yml:12:10: YAML을 읽을 수 없습니다: '['로 연 목록에 ',' 또는 ']'이 빠졌습니다."],
    ),
    (
        "broken yaml colon",
        {WARP: ("why: 성능을 재는 눈금이 된다.", "why: 성능: 눈금이 된다.")},
        [
            "data/terms/warp.yml:6:8: YAML을 읽을 수 없습니다: 들여쓰기가 맞지 않거나 값 안에 ': '이 있습니다. 그런 값은 따옴표로 감싸십시오."
        ],
    ),
    (
        "broken yaml tab",
        {WARP: ("  - term: thread", "\t- term: thread")},
        [
            "data/terms/warp.yml:9:1: YAML을 읽을 수 없습니다: 탭, `, @로 시작할 수 없습니다. 들여쓰기에는 빈칸을 쓰고 값은 따옴표로 감싸십시오."
        ],
    ),
    (
        "broken yaml indent",
        {WARP: ("why: 성능", " why: 성능")},
        [
            "data/terms/warp.yml:6:5: YAML을 읽을 수 없습니다: 들여쓰기가 맞지 않거나 값 안에 ': '이 있습니다. 그런 값은 따옴표로 감싸십시오."
        ],
    ),
    (
        "broken yaml quote",
        {WARP: ("section: '2.1'", "section: '2.1")},
        ["data/terms/warp.yml:13:10: YAML을 읽을 수 없습니다: 따옴표가 닫히지 않았습니다."],
    ),
    (
        "broken yaml star",
        {WARP: ("why: 성능을 재는 눈금이 된다.", "why: *성능")},
        ["data/terms/warp.yml:6:7: YAML을 읽을 수 없습니다: '*'나 '&'로 시작하는 값은 따옴표로 감싸십시오."],
    ),
    (
        "broken yaml backtick",
        {WARP: ("why: 성능을 재는 눈금이 된다.", "why: `성능`")},
        [
            "data/terms/warp.yml:6:6: YAML을 읽을 수 없습니다: 탭, `, @로 시작할 수 없습니다. 들여쓰기에는 빈칸을 쓰고 값은 따옴표로 감싸십시오."
        ],
    ),
    (
        "two docs",
        {WARP: ("why: 성능을", "---\nwhy: 성능을")},
        ["data/terms/warp.yml:6:1: YAML을 읽을 수 없습니다: '---'로 파일을 나눌 수 없습니다."],
    ),
    ("list file", {WARP: "- a\n- b\n"}, ["data/terms/warp.yml:1:1: 파일의 맨 위는 '키: 값'이어야 합니다."]),
    ("empty file", {WARP: ""}, ["data/terms/warp.yml:1:1: 파일의 맨 위는 '키: 값'이어야 합니다."]),
    (
        "yaml suffix",
        {"data/terms/sm.yaml": "ko: x\n"},
        ["data/terms/sm.yaml:1:1: 파일 이름은 .yml로 끝나야 합니다. 'sm.yml'로 바꾸십시오."],
    ),
    (
        "dup key",
        {WARP: ("why: 성능을", "en: warp2\nwhy: 성능을")},
        ["data/terms/warp.yml:6:1: 키 'en'이(가) 두 번 나옵니다. 첫 번째는 2행에 있습니다."],
    ),
    ("unknown key defn", {WARP: ("definition:", "defn:")}, ["data/terms/warp.yml:5:1: 모르는 키 'defn'입니다. 혹시 'definition'입니까?"]),
    ("unknown key", {WARP: ("aliases:", "alias:")}, ["data/terms/warp.yml:3:1: 모르는 키 'alias'입니다. 혹시 'aliases'입니까?"]),
    (
        "unknown key nested",
        {WARP: ("    difference:", "    diference:")},
        ["data/terms/warp.yml:10:5: 모르는 키 'diference'입니다. 혹시 'difference'입니까?"],
    ),
    (
        "unknown nested qual",
        {X1: ("    qualifiers: {scope: gpu}", "    qualifiers: {scop: gpu}")},
        ["data/products/x1.yml:10:18: 모르는 키 'scop'입니다. 혹시 'scope'입니까?"],
    ),
    (
        "unknown qual value",
        {X1: ("    qualifiers: {scope: gpu}", "    qualifiers: {scope: gpus}")},
        ["data/products/x1.yml:10:25: 'scope'에 'gpus'은(는) 쓸 수 없습니다. 혹시 'gpu'입니까?"],
    ),
    (
        "wrong type list",
        {WARP: ("aliases: [스레드 워프]", "aliases: 스레드 워프")},
        ["data/terms/warp.yml:3:10: 'aliases'에는 목록이 와야 하는데 '스레드 워프'이(가) 있습니다."],
    ),
    (
        "wrong type text",
        {WARP: ("why: 성능을 재는 눈금이 된다.", "why: [가, 나]")},
        ["data/terms/warp.yml:6:6: 'why'에는 글이 와야 하는데 목록이 있습니다."],
    ),
    (
        "wrong type text2",
        {WARP: ("why: 성능을 재는 눈금이 된다.", "why: {가: 나}")},
        ["data/terms/warp.yml:6:6: 'why'에는 글이 와야 하는데 '키: 값' 묶음이 있습니다."],
    ),
    ("wrong type null", {WARP: ("ko: 워프", "ko:")}, ["data/terms/warp.yml:1:4: 'ko'에는 글이 와야 하는데 빈 값이 있습니다."]),
    ("empty str", {WARP: ("ko: 워프", "ko: ''")}, ["data/terms/warp.yml:1:5: 'ko'이(가) 비어 있습니다."]),
    ("key a number", {WARP: ("ko: 워프", "7: 워프\nko: 워프")}, ["data/terms/warp.yml:1:1: 키에는 글이 와야 합니다. 따옴표로 감싸십시오."]),
    (
        "number without end",
        {X1: ("value: 2.5", "value: .inf")},
        ["data/products/x1.yml:8:12: 'memory_bandwidth'에는 수가 와야 하는데 'inf'이(가) 있습니다."],
    ),
    ("wrong bool", {WARP: ("ko: 워프", "ko: true")}, ["data/terms/warp.yml:1:5: 'ko'에는 글이 와야 하는데 'true'이(가) 있습니다."]),
    (
        "date type",
        {SOURCE: ("accessed: 2026-01-02", "accessed: 어제")},
        ["data/sources/acme.yml:7:15: 'accessed'에는 날짜(예: 2026-11-23)가 와야 하는데 '어제'이(가) 있습니다."],
    ),
    (
        "date not exist",
        {SOURCE: ("accessed: 2026-01-02", "accessed: 2026-02-30")},
        ["data/sources/acme.yml:7:15: 'accessed'에는 날짜(예: 2026-11-23)가 와야 하는데 '2026-02-30'이(가) 있습니다."],
    ),
    (
        "date future",
        {SOURCE: ("accessed: 2026-01-02", "accessed: 2099-01-02")},
        ["data/sources/acme.yml:7:15: 날짜 2099-01-02은(는) 아직 오지 않았습니다."],
    ),
    (
        "verified future",
        {
            X1: (
                "    verified: 2026-01-02\n    how: document\n    confidence: high\n    disagrees",
                "    verified: 2099-01-02\n    how: document\n    confidence: high\n    disagrees",
            )
        },
        ["data/products/x1.yml:13:15: 날짜 2099-01-02은(는) 아직 오지 않았습니다."],
    ),
    (
        "loose date",
        {SOURCE: ("date: 2024-05", "date: 24년 5월")},
        ["data/sources/acme.yml:6:11: 날짜 '24년 5월'은(는) 2022, 2022-03, 2022-03-22 가운데 한 모양이어야 합니다."],
    ),
    (
        "loose date bad",
        {SOURCE: ("date: 2024-05", "date: 2024-13-01")},
        ["data/sources/acme.yml:6:11: '2024-13-01'은(는) 달력에 없는 날짜입니다."],
    ),
    (
        "loose date bad2",
        {SOURCE: ("date: 2024-05", "date: 2024-13")},
        ["data/sources/acme.yml:6:11: '2024-13'은(는) 달력에 없는 날짜입니다."],
    ),
    (
        "loose date future",
        {SOURCE: ("date: 2024-05", "date: 2099-05")},
        ["data/sources/acme.yml:6:11: 날짜 2099-05은(는) 아직 오지 않았습니다."],
    ),
    (
        "literal",
        {WARP: ("level: basic", "level: basics")},
        ["data/terms/warp.yml:14:8: 'level'에 'basics'은(는) 쓸 수 없습니다. 혹시 'basic'입니까?"],
    ),
    (
        "literal2",
        {WARP: ("kind: concept", "kind: 개념")},
        [
            "data/terms/warp.yml:7:7: 'kind'에 '개념'은(는) 쓸 수 없습니다. 쓸 수 있는 값: concept, hardware, law, metric, organization, product, software, standard."
        ],
    ),
    (
        "section pattern",
        {WARP: ("section: '2.1'", "section: 둘")},
        ["data/terms/warp.yml:13:10: 'section'에 '둘'은(는) 쓸 수 없습니다. 절 번호는 '2.1'처럼 씁니다."],
    ),
    (
        "id ref pattern",
        {WARP: ("related: [x1]", "related: [X1 가속기]")},
        ["data/terms/warp.yml:12:11: 'related'에 'X1 가속기'은(는) 쓸 수 없습니다. id는 소문자, 숫자, 붙임표로 씁니다. 예: thread-block."],
    ),
    (
        "url",
        {SOURCE: ("https://acme.example/x1", "acme.example/x1")},
        ["data/sources/acme.yml:5:10: 'url'에 'acme.example/x1'은(는) 쓸 수 없습니다. 주소는 https://로 시작합니다."],
    ),
    (
        "too long",
        {
            WARP: (
                "definition: 함께",
                "definition: 가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가가함께",
            )
        },
        ["data/terms/warp.yml:5:13: 'definition'이(가) 깁니다: 142자. 120자까지 씁니다."],
    ),
    ("missing key", {WARP: ("level: basic\n", "")}, ["data/terms/warp.yml:1:1: 필수 키 'level'이(가) 없습니다."]),
    (
        "value missing source",
        {X1: ("    source: acme-page\n    locator: 사양 표, Memory 행\n", "")},
        ["data/products/x1.yml:8:5: 값에는 출처가 있어야 합니다. 빠진 키: source, locator."],
    ),
    (
        "value and state",
        {BOX: ("{state: unknown, reason", "{value: 3, state: unknown, reason")},
        ["data/products/box.yml:12:15: value, derived, state 가운데 꼭 하나를 써야 합니다."],
    ),
    (
        "value list",
        {BOX: ("gpus: {value: 8", "gpus: {value: [8]")},
        ["data/products/box.yml:7:17: 값에는 수, 글, true, false 가운데 하나를 씁니다."],
    ),
    (
        "value null",
        {BOX: ("gpus: {value: 8", "gpus: {value: ")},
        ["data/products/box.yml:7:9: value, derived, state 가운데 꼭 하나를 써야 합니다."],
    ),
    (
        "fact not map",
        {BOX: ("throughput: {state: unknown, reason: 공개된 자료가 없다.}", "throughput: 3")},
        ["data/products/box.yml:12:15: 'throughput'에는 '키: 값' 묶음이 와야 하는데 '3'이(가) 있습니다."],
    ),
    (
        "fact list of str",
        {BOX: ("throughput: {state: unknown, reason: 공개된 자료가 없다.}", "throughput: [a]")},
        ["data/products/box.yml:12:16: 'throughput'에는 '키: 값' 묶음이 와야 하는데 'a'이(가) 있습니다."],
    ),
    (
        "derived with source",
        {BOX: ("    unit: TB/s\n", "    unit: TB/s\n    source: acme-page\n")},
        ["data/products/box.yml:9:5: derived로 계산하는 값에는 source를 쓰지 않습니다. 출처는 식에 쓰인 사실의 것입니다."],
    ),
    (
        "subjects int",
        {MATRIX: ("subjects: [x1, box]", "subjects: 3")},
        ["data/matrices/x1-vs-box.yml:4:11: 'subjects'에는 목록이 와야 하는데 '3'이(가) 있습니다."],
    ),
    (
        "subjects filter bad",
        {MATRIX: ("subjects: [x1, box]", "subjects: {knd: gpu}")},
        ["data/matrices/x1-vs-box.yml:4:12: 모르는 키 'knd'입니다. 혹시 'kind'입니까?"],
    ),
    (
        "subjects bad id",
        {MATRIX: ("subjects: [x1, box]", "subjects: [X1, box]")},
        ["data/matrices/x1-vs-box.yml:4:12: 'subjects'에 'X1'은(는) 쓸 수 없습니다. id는 소문자, 숫자, 붙임표로 씁니다. 예: thread-block."],
    ),
    (
        "filter empty",
        {MATRIX: ("subjects: [x1, box]\nsubject_labels: {box: 상자}", "subjects: {kind: gpuu}")},
        ["data/matrices/x1-vs-box.yml:4:11: 조건에 맞는 제품이 없습니다. kind와 family를 확인하십시오."],
    ),
    (
        "columns of two kinds",
        {MATRIX: ("subjects: [x1, box]", "subjects: [x1, box]\noptions: {a: {label: 가}}")},
        ["data/matrices/x1-vs-box.yml:1:1: 열은 subjects(제품)와 options(제품이 아닌 것) 가운데 꼭 하나로 씁니다."],
    ),
    (
        "no columns",
        {MATRIX: ("subjects: [x1, box]\n", "")},
        ["data/matrices/x1-vs-box.yml:1:1: 열은 subjects(제품)와 options(제품이 아닌 것) 가운데 꼭 하나로 씁니다."],
    ),
    (
        "options with facts",
        {MATRIX: ("subjects: [x1, box]\nsubject_labels: {box: 상자}", "options: {x1: {label: 가}, box: {label: 나}}")},
        ["data/matrices/x1-vs-box.yml:1:1: options 표의 행에는 attribute를 쓸 수 없습니다. criterion으로 쓰십시오."],
    ),
    (
        "option with unknown term",
        {
            "data/matrices/ways.yml": OPTIONS.replace("warp", "wrap"),
            PAGE: ('{{ figure("sm") }}', '{{ figure("sm") }}\n\n{{ matrix("ways") }}'),
        },
        ["data/matrices/ways.yml:4:31: 용어 'wrap'이(가) 없습니다. 혹시 'warp'입니까?"],
    ),
    (
        "option without cell",
        {
            "data/matrices/ways.yml": OPTIONS.replace("      b: {state: unknown}\n", ""),
            PAGE: ('{{ figure("sm") }}', '{{ figure("sm") }}\n\n{{ matrix("ways") }}'),
        },
        ["data/matrices/ways.yml:7:5: 열 'b'의 칸이 없습니다. 모르면 b: {state: unknown}이라고 쓰십시오."],
    ),
    (
        "chart of one fact and a ladder",
        {"data/charts/c.yml": CHART + LADDER.split("limits")[1].split("\n", 1)[1], PAGE: CHART_USED},
        ["data/charts/c.yml:1:1: 그림은 subjects·attribute·unit이나 amount·steps 가운데 한 벌로 만듭니다."],
    ),
    (
        "chart without unit",
        {"data/charts/c.yml": CHART.replace("unit: GB/s\n", ""), PAGE: CHART_USED},
        ["data/charts/c.yml:1:1: subjects, attribute, unit은 함께 씁니다."],
    ),
    (
        "chart unknown product",
        {"data/charts/c.yml": CHART.replace("[x1]", "[x1, boxx]"), PAGE: CHART_USED},
        ["data/charts/c.yml:4:16: 제품 'boxx'이(가) 없습니다. 혹시 'box'입니까?"],
    ),
    (
        "chart unknown attribute",
        {"data/charts/c.yml": CHART.replace("memory_bandwidth", "memory_bandwith"), PAGE: CHART_USED},
        ["data/charts/c.yml:5:12: 속성 'memory_bandwith'이(가) 없습니다. 혹시 'memory_bandwidth'입니까?"],
    ),
    (
        "chart of another dimension",
        {"data/charts/c.yml": CHART.replace("GB/s", "W"), PAGE: CHART_USED},
        ["data/charts/c.yml:6:7: 'memory_bandwidth'의 단위 'W'은(는) TB/s와 차원이 다릅니다."],
    ),
    (
        "chart of mixed qualifiers",
        {"data/charts/c.yml": CHART.replace("[x1]", "[x1, box]"), PAGE: CHART_USED},
        [
            "data/charts/c.yml:5:12: 행 'memory_bandwidth'이(가) 범위(scope)가 다른 값을 나란히 놓습니다 (x1: gpu, box: system). where로 하나를 고르거나, 일부러라면 mixed: [scope]라고 쓰십시오."
        ],
    ),
    (
        "ladder of a text",
        {"data/charts/c.yml": LADDER.replace("x1.memory_bandwidth", "x1.cooling"), PAGE: CHART_USED},
        ["data/charts/c.yml:5:28: 사실 'x1.cooling'은(는) GB를 옮기는 속도가 아닙니다. 예: GB/s나 Gb/s인 사실."],
    ),
    (
        "ladder of power",
        {"data/charts/c.yml": LADDER.replace("x1.memory_bandwidth", "x1.power"), PAGE: CHART_USED},
        ["data/charts/c.yml:5:28: 사실 'x1.power'은(는) GB를 옮기는 속도가 아닙니다. 예: GB/s나 Gb/s인 사실."],
    ),
    (
        "ladder of no fact",
        {"data/charts/c.yml": LADDER.replace("x1.memory_bandwidth", "x1.memory_bandwith"), PAGE: CHART_USED},
        ["data/charts/c.yml:5:28: 제품 'x1'에 사실 'memory_bandwith'이(가) 없습니다. 혹시 'memory_bandwidth'입니까?"],
    ),
    (
        "ladder both ways",
        {"data/charts/c.yml": LADDER.replace("x1.memory_bandwidth", "x1.link"), PAGE: CHART_USED, **LINK},
        [
            "data/charts/c.yml:5:28: 사실 'x1.link.both-ways'은(는) 양방향 합계라 옮기는 시간을 말하지 않습니다. 한 방향(one-way)의 값을 쓰십시오."
        ],
    ),
    (
        "numeric of both",
        {
            QUIZ: "section: '2.1'\nquestions:\n  - {id: q, prompt: 몇, context: 답, kind: numeric, answer: 3, derived: box.gpus * 2, mistakes: [{answer: 5, why: 가}]}\n"
        },
        ["data/quizzes/2.1.yml:3:5: answer와 derived 가운데 꼭 하나를 써야 합니다."],
    ),
    (
        "numeric unknown unit",
        {
            QUIZ: "section: '2.1'\nquestions:\n  - {id: q, prompt: 몇, context: 답, kind: numeric, answer: 3, unit: GBs, mistakes: [{answer: 5, why: 가}]}\n"
        },
        ["data/quizzes/2.1.yml:3:68: 단위 'GBs'을(를) 모릅니다. 혹시 'GB/s'입니까?"],
    ),
    (
        "numeric unknown fact",
        {
            QUIZ: "section: '2.1'\nquestions:\n  - {id: q, prompt: 몇, context: 답, kind: numeric, derived: box.gpu * 2, mistakes: [{answer: 5, why: 가}]}\n"
        },
        ["data/quizzes/2.1.yml:3:60: 제품 'box'에 사실 'gpu'이(가) 없습니다. 혹시 'gpus'입니까?"],
    ),
    (
        "numeric of another dimension",
        {
            QUIZ: "section: '2.1'\nquestions:\n  - {id: q, prompt: 몇, context: 답, kind: numeric, derived: box.gpus * 2, unit: GB, mistakes: [{answer: 5, why: 가}]}\n"
        },
        ["data/quizzes/2.1.yml:3:60: 계산 결과의 차원이 GB와 다릅니다."],
    ),
    (
        "mistake that is right",
        {
            QUIZ: "section: '2.1'\nquestions:\n  - {id: q, prompt: 몇, context: 답, kind: numeric, derived: box.gpus * 2, mistakes: [{answer: 16.1, why: 가}]}\n"
        },
        ["data/quizzes/2.1.yml:3:85: 틀린 값이 정답으로 칠 만큼 정답에 가깝습니다. tolerance를 줄이거나 다른 값을 쓰십시오."],
    ),
    (
        "order of two",
        {QUIZ: "section: '2.1'\nquestions:\n  - {id: q, prompt: 몇, context: 답, kind: order, items: [가, 나]}\n"},
        ["data/quizzes/2.1.yml:3:56: 'items'에는 적어도 3개가 있어야 합니다."],
    ),
    (
        "order repeats",
        {QUIZ: "section: '2.1'\nquestions:\n  - {id: q, prompt: 몇, context: 답, kind: order, items: [가, 나, 가]}\n"},
        ["data/quizzes/2.1.yml:3:5: items에 같은 것이 두 번 있습니다."],
    ),
    (
        "match repeats",
        {
            QUIZ: "section: '2.1'\nquestions:\n  - {id: q, prompt: 몇, context: 답, kind: match, pairs: [{left: 가, right: 1}, {left: 나, right: 1}, {left: 다, right: 2}]}\n"
        },
        ["data/quizzes/2.1.yml:3:5: pairs의 right에 같은 것이 두 번 있습니다."],
    ),
    (
        "typed number in a cell",
        {MATRIX: ("x1: {text: Acme, source", "x1: {text: '2.5 TB/s', source")},
        [
            "data/matrices/x1-vs-box.yml:19:18: 수 '2.5 TB/s'을(를) 손으로 적었습니다. 사실 'x1.memory_bandwidth.gpu'의 값입니다. "
            "criterion 대신 attribute: memory_bandwidth 행으로 쓰십시오."
        ],
    ),
    (
        "typed number in a question",
        {QUIZ: ("context: X1은 칩이다.", "context: X1은 2.5 TB/s다.")},
        [
            "data/quizzes/2.1.yml:19:14: 수 '2.5 TB/s'을(를) 손으로 적었습니다. 사실 'x1.memory_bandwidth.gpu'의 값입니다. "
            "수를 빼거나, 문제라면 kind: numeric과 derived로 쓰십시오."
        ],
    ),
    (
        "timeline of nothing",
        {TIMELINE: "title: 역사\nproducts: {kind: gpuu}\n"},
        ["data/timelines/history.yml:2:11: 조건에 맞고 발표일이 있는 제품이 없습니다. kind와 family를 확인하십시오."],
    ),
    (
        "timeline of both",
        {TIMELINE: ("events:\n", "products: {kind: gpu}\nevents:\n")},
        ["data/timelines/history.yml:1:1: 연표에는 events나 products 가운데 꼭 하나를 씁니다."],
    ),
    (
        "row two kinds",
        {MATRIX: ("  - attribute: gpus\n", "  - attribute: gpus\n    group: 가\n")},
        ["data/matrices/x1-vs-box.yml:8:5: 행에는 attribute, criterion, group 가운데 꼭 하나가 있어야 합니다."],
    ),
    (
        "row cells on group",
        {MATRIX: ("  - group: 크기\n", "  - group: 크기\n    cells: {x1: {text: 가, source: acme-page}}\n")},
        ["data/matrices/x1-vs-box.yml:7:5: group 행에는 cells를 쓰지 않습니다."],
    ),
    (
        "written cell over a fact",
        {MATRIX: ("  - attribute: gpus\n", "  - attribute: gpus\n    cells: {box: {text: 여덟, source: acme-page}}\n")},
        ["data/matrices/x1-vs-box.yml:9:13: 열 'box'에는 사실 'box.gpus'이(가) 있습니다. 칸을 지우십시오."],
    ),
    (
        "written cell beside facts",
        {MATRIX: ("  - attribute: gpus\n", "  - attribute: gpus\n    cells: {x1: {text: 하나, source: acme-page}}\n")},
        [],
    ),
    (
        "cell without source",
        {MATRIX: ("x1: {text: Acme, source: acme-page, locator: 1쪽}", "x1: {text: Acme}")},
        ["data/matrices/x1-vs-box.yml:19:11: 칸에는 source가 있어야 합니다."],
    ),
    (
        "cell empty",
        {MATRIX: ("box: {state: unknown}", "box: {}")},
        ["data/matrices/x1-vs-box.yml:20:12: 칸에는 text나 state가 있어야 합니다."],
    ),
    (
        "mixed bad",
        {MATRIX: ("mixed: [scope]", "mixed: [scopes]")},
        ["data/matrices/x1-vs-box.yml:11:13: 'mixed'에 'scopes'은(는) 쓸 수 없습니다. 혹시 'scope'입니까?"],
    ),
    (
        "quiz kind bad",
        {QUIZ: ("kind: single", "kind: one")},
        ["data/quizzes/2.1.yml:4:11: 'kind'에 'one'은(는) 쓸 수 없습니다. 쓸 수 있는 값: match, multiple, numeric, order, single, wrong."],
    ),
    ("quiz kind missing", {QUIZ: ("    kind: single\n", "")}, ["data/quizzes/2.1.yml:3:5: 필수 키 'kind'이(가) 없습니다."]),
    (
        "quiz one distractor",
        {QUIZ: ("      - {text: 64개, why: 두 배이다.}\n", "")},
        ["data/quizzes/2.1.yml:8:7: 'distractors'에는 적어도 2개가 있어야 합니다."],
    ),
    (
        "quiz answer in distractors",
        {QUIZ: ("answer: 32개", "answer: 16개")},
        ["data/quizzes/2.1.yml:3:5: 정답이 틀린 선택지에도 있습니다: 16개."],
    ),
    (
        "quiz why missing",
        {QUIZ: ("{text: 64개, why: 두 배이다.}", "{text: 64개}")},
        ["data/quizzes/2.1.yml:9:9: 필수 키 'why'이(가) 없습니다."],
    ),
    (
        "quiz single w/ list",
        {QUIZ: ("answer: 32개", "answer: [32개]")},
        ["data/quizzes/2.1.yml:6:13: 'answer'에는 글이 와야 하는데 목록이 있습니다."],
    ),
    (
        "erratum no source",
        {ERRATUM: ("  sources: [acme-page]\n", "")},
        ["data/errata/2.yml:1:1: wrong, misleading, outdated에는 sources가 있어야 합니다."],
    ),
    (
        "prereq unknown",
        {WARP: ("prerequisites: [thread]", "prerequisites: [thred]")},
        ["data/terms/warp.yml:11:17: 용어 'thred'이(가) 없습니다. 혹시 'thread'입니까?"],
    ),
    (
        "related unknown",
        {WARP: ("related: [x1]", "related: [x2]")},
        ["data/terms/warp.yml:12:11: 용어 'x2'이(가) 없습니다. 쓸 수 있는 값: thread, warp, x1."],
    ),
    (
        "confused unknown",
        {WARP: ("- term: thread", "- term: threads")},
        ["data/terms/warp.yml:9:11: 용어 'threads'이(가) 없습니다. 혹시 'thread'입니까?"],
    ),
    ("self", {WARP: ("related: [x1]", "related: [warp]")}, ["data/terms/warp.yml:12:11: 용어 'warp'이(가) 자기 자신을 가리킵니다."]),
    (
        "term source unknown",
        {TERM_X1: ("sources: [acme-page]", "sources: [acme-pages]")},
        ["data/terms/x1.yml:9:11: 출처 'acme-pages'이(가) 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "errata source",
        {ERRATUM: ("[acme-page]", "[acme-pag]")},
        ["data/errata/2.yml:7:13: 출처 'acme-pag'이(가) 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "erratum twice",
        {"data/errata/3.yml": "e2-1-1: {section: '3.1'}\n"},
        ["data/errata/3.yml:1:1: 바로잡음 'e2-1-1'을(를) 'data/errata/2.yml'도 적고 있습니다. id를 하나 바꾸십시오."],
    ),
    (
        "erratum id",
        {"data/errata/3.yml": "E3_1: {section: '3.1'}\n"},
        ["data/errata/3.yml:1:1: id 'E3_1'은(는) 쓸 수 없습니다. 소문자, 숫자, 붙임표로 씁니다. 예: nv-h100-page."],
    ),
    (
        "erratum no mapping",
        {"data/errata/3.yml": "e3-1-1: 틀렸다\n"},
        ["data/errata/3.yml:1:1: 바로잡음 'e3-1-1'에는 '키: 값' 묶음이 와야 합니다. section, kind, said, correct, why를 적습니다."],
    ),
    (
        "timeline source",
        {TIMELINE: ("sources: [daily-news]", "sources: [daily-new]")},
        ["data/timelines/history.yml:6:15: 출처 'daily-new'이(가) 없습니다. 혹시 'daily-news'입니까?"],
    ),
    (
        "announced source",
        {X1: ("announced: {date: 2024-05-06, source: acme-page}", "announced: {date: 2024-05-06, source: acmepage}")},
        ["data/products/x1.yml:5:39: 출처 'acmepage'이(가) 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "fact source",
        {X1: ("    source: acme-page\n    locator: 사양 표", "    source: acme-pagee\n    locator: 사양 표")},
        ["data/products/x1.yml:11:13: 출처 'acme-pagee'이(가) 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "list fact source",
        {
            X1: (
                "{value: 1, unit: PFLOPS, qualifiers: {precision: fp16, sparsity: sparse}, source: acme-page",
                "{value: 1, unit: PFLOPS, qualifiers: {precision: fp16, sparsity: sparse}, source: acme-pagee",
            )
        },
        ["data/products/x1.yml:20:89: 출처 'acme-pagee'이(가) 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "disagree source",
        {X1: ("source: daily-news", "source: daily-newz")},
        ["data/products/x1.yml:17:40: 출처 'daily-newz'이(가) 없습니다. 혹시 'daily-news'입니까?"],
    ),
    (
        "cell source",
        {MATRIX: ("source: acme-page", "source: acme-pge")},
        ["data/matrices/x1-vs-box.yml:19:32: 출처 'acme-pge'이(가) 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "cell product",
        {MATRIX: ("      box: {state: unknown}", "      bix: {state: unknown}")},
        ["data/matrices/x1-vs-box.yml:20:7: 칸 'bix'은(는) 이 표의 열이 아닙니다. 혹시 'box'입니까?"],
    ),
    (
        "subject",
        {MATRIX: ("subjects: [x1, box]", "subjects: [x1, boxx]")},
        ["data/matrices/x1-vs-box.yml:4:16: 제품 'boxx'이(가) 없습니다. 혹시 'box'입니까?"],
    ),
    (
        "label",
        {MATRIX: ("subject_labels: {box", "subject_labels: {bos")},
        ["data/matrices/x1-vs-box.yml:5:18: 'bos'은(는) 이 표의 열이 아닙니다. 혹시 'box'입니까?"],
    ),
    (
        "row attribute",
        {MATRIX: ("attribute: gpus", "attribute: gpu")},
        ["data/matrices/x1-vs-box.yml:8:16: 속성 'gpu'이(가) 없습니다. 혹시 'gpus'입니까?"],
    ),
    (
        "spec attribute",
        {X1: ("  memory_bandwidth:", "  memory_bandwith:")},
        ["data/products/x1.yml:7:3: 속성 'memory_bandwith'이(가) attributes.yml에 없습니다. 혹시 'memory_bandwidth'입니까?"],
    ),
    (
        "attribute term",
        {ATTRIBUTES: ("term: x1", "term: x3")},
        ["data/attributes.yml:31:9: 용어 'x3'이(가) 없습니다. 쓸 수 있는 값: thread, warp, x1."],
    ),
    (
        "quiz term",
        {QUIZ: ("terms: [warp]", "terms: [wrap]")},
        ["data/quizzes/2.1.yml:11:13: 용어 'wrap'이(가) 없습니다. 혹시 'warp'입니까?"],
    ),
    (
        "attr demands",
        {ATTRIBUTES: ("demands: [scope]", "demands: [scopes]")},
        ["data/attributes.yml:5:13: 'demands'에 'scopes'은(는) 쓸 수 없습니다. 혹시 'scope'입니까?"],
    ),
    (
        "term without source",
        {TERM_X1: ("sources: [acme-page]\n", ""), WARP: ("sources: [acme-page]", "sources: []")},
        [
            "data/terms/warp.yml:16:10: 'sources'에는 적어도 1개가 있어야 합니다.",
            "data/terms/x1.yml:1:1: 필수 키 'sources'이(가) 없습니다.",
        ],
    ),
    (
        "term without long form",
        {WARP: ("detail: 갈라지는 길은 차례로 실행된다.\n", "")},
        ["data/terms/warp.yml:1:1: 필수 키 'detail'이(가) 없습니다."],
    ),
    (
        "a difference said by both",
        {THREAD: ("kind: concept", "confused_with: [{term: warp, difference: 스레드는 하나이다.}]\nkind: concept")},
        [
            "data/terms/warp.yml:9:5: 'warp'와(과) 'thread'의 구별을 'data/terms/thread.yml'에 이미 적었습니다. "
            "한쪽에만 적으십시오. 두 용어에 다 나옵니다."
        ],
    ),
    (
        "term without why",
        {WARP: ("why: 성능을 재는 눈금이 된다.\n", "")},
        ["data/terms/warp.yml:1:1: 필수 키 'why'이(가) 없습니다."],
    ),
    (
        "card too long",
        {
            WARP: ("why: 성능을 재는 눈금이 된다.", f"why: {'가' * 41}"),
            THREAD: ("kind: concept", f"confused_with: [{{term: warp, difference: {'나' * 51}}}]\nkind: concept"),
        },
        [
            "data/terms/thread.yml:4:42: 'difference'이(가) 깁니다: 51자. 50자까지 씁니다.",
            "data/terms/warp.yml:6:6: 'why'이(가) 깁니다: 41자. 40자까지 씁니다.",
        ],
    ),
    (
        "dup url",
        {NEWS: ("https://daily.example/chips", "http://www.acme.example/x1/")},
        ["data/sources/the-daily.yml:5:10: 같은 주소가 출처 'acme-page'에 있습니다. 한 주소는 한 번만 적습니다."],
    ),
    (
        "alias clash",
        {WARP: ("aliases: [스레드 워프]", "aliases: [스 레드]")},
        [
            "data/terms/warp.yml:3:11: '스 레드'을(를) 용어 'thread'도 씁니다. 한 말은 한 용어에만 속합니다. 뜻이 둘이면 두 용어의 local에 적으십시오."
        ],
    ),
    (
        "alias clash en",
        {TERM_X1: ("en: X1 accelerator", "en: Warp")},
        [
            "data/terms/x1.yml:2:5: 'Warp'을(를) 용어 'warp'도 씁니다. 한 말은 한 용어에만 속합니다. 뜻이 둘이면 두 용어의 local에 적으십시오."
        ],
    ),
    (
        "wrong form right",
        {WARP: ("wrong_forms: [와프]", "wrong_forms: [스레드]")},
        ["data/terms/warp.yml:4:15: 틀린 말 '스레드'을(를) 용어 'thread'이(가) 바른 말로 씁니다."],
    ),
    (
        "cycle",
        {THREAD: ("kind: concept", "prerequisites: [warp]\nkind: concept")},
        ["data/terms/thread.yml:4:1: 선수 용어가 돌고 돕니다: thread → warp → thread."],
    ),
    (
        "unit dim",
        {X1: ("    value: 2.5\n    unit: TB/s", "    value: 2.5\n    unit: TB")},
        ["data/products/x1.yml:9:11: 'memory_bandwidth'의 단위 'TB'은(는) TB/s와 차원이 다릅니다."],
    ),
    (
        "unit flops/ops",
        {X1: ("{value: 500, unit: TFLOPS", "{value: 500, unit: TOPS")},
        ["data/products/x1.yml:19:26: 'throughput'의 단위 'TOPS'은(는) TFLOPS와 차원이 다릅니다."],
    ),
    (
        "unit unknown",
        {X1: ("    value: 2.5\n    unit: TB/s", "    value: 2.5\n    unit: TB/x")},
        ["data/products/x1.yml:9:11: 단위 'TB/x'을(를) 모릅니다. 혹시 'TB/s'입니까?"],
    ),
    (
        "unit weird",
        {X1: ("    value: 2.5\n    unit: TB/s", "    value: 2.5\n    unit: 'TB/('")},
        ["data/products/x1.yml:9:11: 단위 'TB/('을(를) 모릅니다. 혹시 'TB/s'입니까?"],
    ),
    (
        "unit missing",
        {X1: ("    value: 2.5\n    unit: TB/s\n", "    value: 2.5\n")},
        ["data/products/x1.yml:8:5: 'memory_bandwidth'에는 단위가 있어야 합니다. 예: unit: TB/s."],
    ),
    (
        "unit of derived wrong",
        {BOX: ("    unit: TB/s", "    unit: TB")},
        ["data/products/box.yml:10:11: 'memory_bandwidth'의 단위 'TB'은(는) TB/s와 차원이 다릅니다."],
    ),
    (
        "unit of derived unknown",
        {BOX: ("    unit: TB/s", "    unit: TBBB")},
        ["data/products/box.yml:10:11: 단위 'TBBB'을(를) 모릅니다. 혹시 'TB'입니까?"],
    ),
    (
        "value text",
        {X1: ("    value: 2.5\n", "    value: 2.5 TB/s\n")},
        ["data/products/x1.yml:8:12: 'memory_bandwidth'에는 수가 와야 하는데 '2.5 TB/s'이(가) 있습니다."],
    ),
    ("flag text", {X1: ("ecc: {value: true", "ecc: {value: 있음")}, ["data/products/x1.yml:23:16: 'ecc'에는 true나 false를 씁니다."]),
    (
        "qualifier missing",
        {X1: ("    qualifiers: {scope: gpu}\n", "")},
        ["data/products/x1.yml:8:5: 'memory_bandwidth'에는 한정어 'scope'이(가) 있어야 합니다. 예: qualifiers: {scope: …}."],
    ),
    (
        "qualifier missing in list",
        {X1: ("{precision: fp16, sparsity: dense}", "{precision: fp16}")},
        ["data/products/x1.yml:19:7: 'throughput'에는 한정어 'sparsity'이(가) 있어야 합니다. 예: qualifiers: {sparsity: …}."],
    ),
    (
        "twice",
        {X1: ("sparsity: sparse", "sparsity: dense")},
        [
            "data/products/x1.yml:20:7: 사실 'x1.throughput.fp16.dense'이(가) 두 번 있습니다. 다른 값은 disagrees에, 다른 뜻은 qualifiers로 가르십시오."
        ],
    ),
    (
        "derived missing fact",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus * x1.memory_bandwith")},
        ["data/products/box.yml:9:14: 제품 'x1'에 사실 'memory_bandwith'이(가) 없습니다. 혹시 'memory_bandwidth'입니까?"],
    ),
    (
        "derived missing product",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus * x2.memory_bandwidth")},
        ["data/products/box.yml:9:14: 제품 'x2'이(가) 없습니다. 쓸 수 있는 값: box, x1."],
    ),
    (
        "derived missing qual",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus * x1.memory_bandwidth.rack")},
        ["data/products/box.yml:9:14: 사실 'x1.memory_bandwidth.rack'이(가) 없습니다. 있는 것: x1.memory_bandwidth.gpu."],
    ),
    (
        "derived bad qual",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus * x1.throughput.fp17")},
        ["data/products/box.yml:9:14: 사실 'x1.throughput.fp17'의 한정어 'fp17'을(를) 모릅니다. 혹시 'fp16'입니까?"],
    ),
    (
        "derived ambiguous",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus * x1.throughput")},
        [
            "data/products/box.yml:9:14: 사실 'x1.throughput'에 해당하는 값이 둘 이상입니다. 있는 것: x1.throughput.fp16.dense, x1.throughput.fp16.sparse."
        ],
    ),
    (
        "derived cycle",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.memory_bandwidth * 2")},
        ["data/products/box.yml:9:14: 식이 자기 자신으로 돌아옵니다: box.memory_bandwidth.system → box.memory_bandwidth.system."],
    ),
    (
        "derived text",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus * x1.cooling")},
        ["data/products/box.yml:9:14: 식이 쓰는 사실 'x1.cooling'이(가) 수가 아닙니다."],
    ),
    (
        "derived state",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus * box.power")},
        ["data/products/box.yml:9:14: 식이 쓰는 사실 'box.power'이(가) 수가 아닙니다."],
    ),
    (
        "derived no facts",
        {BOX: ("box.gpus * x1.memory_bandwidth", "8 * 2")},
        ["data/products/box.yml:9:14: 식이 아무 사실도 쓰지 않습니다. 값이라면 value와 source로 쓰십시오."],
    ),
    (
        "derived syntax",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus * (x1.memory_bandwidth")},
        ["data/products/box.yml:9:14: 식 'box.gpus * (x1.memory_bandwidth'의 모양이 맞지 않습니다."],
    ),
    (
        "derived glued",
        {BOX: ("box.gpus * x1.memory_bandwidth", "8*x1.memory_bandwidth")},
        [
            "data/products/box.yml:9:14: 식에서 '8*x1.memory_bandwidth'을(를) 읽을 수 없습니다. 수, 사실의 id, + - * /를 띄어 씁니다. 예: 8 * x.memory_bandwidth."
        ],
    ),
    (
        "derived power",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus ** x1.memory_bandwidth")},
        [
            "data/products/box.yml:9:14: 식에서 '**'을(를) 읽을 수 없습니다. 수, 사실의 id, + - * /를 띄어 씁니다. 예: 8 * x.memory_bandwidth."
        ],
    ),
    (
        "derived zero",
        {BOX: ("box.gpus * x1.memory_bandwidth", "x1.memory_bandwidth / 0")},
        ["data/products/box.yml:9:14: 식 'x1.memory_bandwidth / 0'이(가) 0으로 나눕니다."],
    ),
    (
        "derived add dims",
        {BOX: ("box.gpus * x1.memory_bandwidth", "box.gpus + x1.memory_bandwidth")},
        ["data/products/box.yml:9:14: 식이 차원이 다른 값을 더하거나 뺍니다."],
    ),
    (
        "derived uses fact w/ unknown unit",
        {X1: ("    value: 2.5\n    unit: TB/s", "    value: 2.5\n    unit: TBX/s")},
        ["data/products/x1.yml:9:11: 단위 'TBX/s'을(를) 모릅니다. 혹시 'TB/s'입니까?"],
    ),
    (
        "matrix mixes",
        {MATRIX: ("    mixed: [scope]\n", "")},
        [
            "data/matrices/x1-vs-box.yml:9:16: 행 'memory_bandwidth'이(가) 범위(scope)가 다른 값을 나란히 놓습니다 (x1: gpu, box: system). where로 하나를 고르거나, 일부러라면 mixed: [scope]라고 쓰십시오."
        ],
    ),
    (
        "matrix several",
        {MATRIX: ("    where: {precision: fp16, sparsity: dense}\n", "")},
        [
            "data/matrices/x1-vs-box.yml:13:16: 'x1'의 값이 둘 이상 골라집니다: x1.throughput.fp16.dense, x1.throughput.fp16.sparse. where에 한정어를 더하십시오."
        ],
    ),
    (
        "vary on a written row",
        {MATRIX: ("    explain: 파는 곳이 아니다.\n", "    vary: sparsity\n")},
        ["data/matrices/x1-vs-box.yml:16:5: vary는 attribute 행에만 씁니다."],
    ),
    (
        "vary and where",
        {MATRIX: ("    note: 학습 기준\n", "    vary: sparsity\n")},
        ["data/matrices/x1-vs-box.yml:13:5: vary: sparsity가 밀집과 희소를 고릅니다. where와 mixed에서 sparsity를 지우십시오."],
    ),
    (
        "vary and mixed",
        {MATRIX: ("sparsity: dense}\n    note: 학습 기준\n", "scope: gpu}\n    mixed: [sparsity]\n    vary: sparsity\n")},
        ["data/matrices/x1-vs-box.yml:13:5: vary: sparsity가 밀집과 희소를 고릅니다. where와 mixed에서 sparsity를 지우십시오."],
    ),
    (
        "vary unknown",
        {MATRIX: (", sparsity: dense}\n    note: 학습 기준\n", "}\n    vary: sparseness\n")},
        ["data/matrices/x1-vs-box.yml:15:11: 'vary'에 'sparseness'은(는) 쓸 수 없습니다. 혹시 'sparsity'입니까?"],
    ),
    (
        "vary with nothing sparse",
        {
            MATRIX: (", sparsity: dense}\n    note: 학습 기준\n", "}\n    vary: sparsity\n"),
            X1: (
                "    - {value: 1, unit: PFLOPS, qualifiers: {precision: fp16, sparsity: sparse}, source: acme-page, locator: 2쪽, verified: 2026-01-02, how: document, confidence: high}\n",
                "",
            ),
        },
        [
            "data/matrices/x1-vs-box.yml:15:11: 행 'throughput'의 희소(2:4) 값이 어느 열에도 없습니다. vary 대신 where에 sparsity: dense를 쓰십시오."
        ],
    ),
    (
        "vary with nothing dense",
        {
            MATRIX: (", sparsity: dense}\n    note: 학습 기준\n", "}\n    vary: sparsity\n"),
            X1: ("precision: fp16, sparsity: dense", "precision: fp8, sparsity: dense"),
        },
        [
            "data/matrices/x1-vs-box.yml:15:11: 행 'throughput'의 밀집 값이 어느 열에도 없습니다. vary 대신 where에 sparsity: sparse를 쓰십시오."
        ],
    ),
    (
        "vary still selects one",
        {
            MATRIX: ("    where: {precision: fp16, sparsity: dense}\n    note: 학습 기준\n", "    vary: sparsity\n"),
            X1: (
                "precision: fp16, sparsity: sparse}, source: acme-page, locator: 2쪽, verified: 2026-01-02, how: document, confidence: high}\n",
                "precision: fp16, sparsity: sparse}, source: acme-page, locator: 2쪽, verified: 2026-01-02, how: document, confidence: high}\n    - {value: 2, unit: PFLOPS, qualifiers: {precision: fp8, sparsity: sparse}, source: acme-page, locator: 2쪽, verified: 2026-01-02, how: document, confidence: high}\n",
            ),
        },
        [
            "data/matrices/x1-vs-box.yml:13:16: 'x1'의 값이 둘 이상 골라집니다: x1.throughput.fp16.sparse, x1.throughput.fp8.sparse. where에 한정어를 더하십시오."
        ],
    ),
    (
        "matrix nothing",
        {
            MATRIX: ("where: {precision: fp16, sparsity: dense}", "where: {precision: fp8}"),
            BOX: ("  throughput: {state: unknown, reason: 공개된 자료가 없다.}\n", ""),
        },
        ["data/matrices/x1-vs-box.yml:13:16: 행 'throughput'에 해당하는 값이 어느 열에도 없습니다. where를 확인하십시오."],
    ),
    (
        "row unit dim",
        {MATRIX: ("unit: GB/s", "unit: GB")},
        ["data/matrices/x1-vs-box.yml:10:11: 'memory_bandwidth'의 단위 'GB'은(는) TB/s와 차원이 다릅니다."],
    ),
    (
        "row unit unknown",
        {MATRIX: ("unit: GB/s", "unit: GBps")},
        ["data/matrices/x1-vs-box.yml:10:11: 단위 'GBps'을(를) 모릅니다. 혹시 'GB/s'입니까?"],
    ),
    (
        "row unit on text",
        {MATRIX: ("  - attribute: gpus\n", "  - attribute: cooling\n    unit: W\n")},
        ["data/matrices/x1-vs-box.yml:9:11: 속성 'cooling'에는 단위가 없습니다. unit을 지우십시오."],
    ),
    (
        "former again",
        {WARP: ("kind: concept", "former_ids: [thread]\nkind: concept")},
        ["data/terms/warp.yml:7:14: 옛 id 'thread'을(를) 'thread'이(가) 씁니다. id는 다시 쓰지 않습니다."],
    ),
    (
        "former two",
        {WARP: ("kind: concept", "former_ids: [old]\nkind: concept"), THREAD: ("kind: concept", "former_ids: [old]\nkind: concept")},
        ["data/terms/warp.yml:7:14: 옛 id 'old'을(를) 'thread'이(가) 씁니다. id는 다시 쓰지 않습니다."],
    ),
    (
        "broken product + refs",
        {X1: ("vendor: Acme", "vender: Acme")},
        ["data/products/x1.yml:2:1: 모르는 키 'vender'입니다. 혹시 'vendor'입니까?"],
    ),
    (
        "broken source + refs",
        {SOURCE: ("kind: primary", "kind: primry")},
        ["data/sources/acme.yml:8:11: 'kind'에 'primry'은(는) 쓸 수 없습니다. 혹시 'primary'입니까?"],
    ),
    (
        "broken attributes",
        {ATTRIBUTES: ("  ko: 메모리 대역폭", "  kor: 메모리 대역폭")},
        ["data/attributes.yml:2:3: 모르는 키 'kor'입니다. 혹시 'ko'입니까?"],
    ),
    (
        "broken attributes yaml",
        {ATTRIBUTES: ("memory_bandwidth:", "memory_bandwidth: [")},
        ["data/attributes.yml:1:19: YAML을 읽을 수 없습니다: '['로 연 목록에 ',' 또는 ']'이 빠졌습니다."],
    ),
    (
        "attributes val str",
        {ATTRIBUTES: ("cooling:\n  ko: 냉각\n  en: cooling\n  type: text\n", "cooling: 냉각\n")},
        ["data/attributes.yml:23:10: 'cooling'에는 '키: 값' 묶음이 와야 하는데 '냉각'이(가) 있습니다."],
    ),
    (
        "attribute unit",
        {ATTRIBUTES: ("  unit: TB/s", "  unit: TBx")},
        ["data/attributes.yml:4:9: 속성 'memory_bandwidth'의 단위 'TBx'을(를) 모릅니다. 혹시 'TB'입니까?"],
    ),
    (
        "attribute unit missing",
        {ATTRIBUTES: ("  unit: TB/s\n", "")},
        ["data/attributes.yml:1:1: 속성 'memory_bandwidth'에 unit이 없습니다. 글이면 type: text를 씁니다."],
    ),
    (
        "unused source",
        {
            "data/sources/nobody.yml": "name: Nobody\nsources:\n  nobody:\n    title: t\n    url: https://n.example/\n"
            "    accessed: 2026-01-02\n    kind: primary\n    seen: document\n"
        },
        ["data/sources/nobody.yml:3:3: 출처 'nobody'을(를) 아무 데서도 쓰지 않습니다. 쓰는 곳을 만들거나 파일을 지우십시오."],
    ),
    (
        "source id twice",
        {"data/sources/nobody.yml": "name: Nobody\nsources:\n  acme-page: {title: t}\n"},
        ["data/sources/nobody.yml:3:3: 출처 'acme-page'을(를) 'data/sources/acme.yml'도 적고 있습니다. id를 하나 바꾸십시오."],
    ),
    (
        "publisher twice",
        {NEWS: ("name: The Daily", "name: Acme")},
        ["data/sources/the-daily.yml:3:3: 'Acme'의 문서는 'data/sources/acme.yml'에 있습니다. 한 곳의 문서는 한 파일에 적습니다."],
    ),
    (
        "source id",
        {"data/sources/nobody.yml": "name: Nobody\nsources:\n  Daily_news: {title: t}\n"},
        ["data/sources/nobody.yml:3:3: id 'Daily_news'은(는) 쓸 수 없습니다. 소문자, 숫자, 붙임표로 씁니다. 예: nv-h100-page."],
    ),
    (
        "source is text",
        {"data/sources/nobody.yml": "name: Nobody\nsources:\n  nobody: https://n.example/\n"},
        ["data/sources/nobody.yml:3:3: 출처 'nobody'에는 '키: 값' 묶음이 와야 합니다. title, url, accessed, kind, seen을 적습니다."],
    ),
    (
        "publisher of one source",
        {SOURCE: ("    url:", "    publisher: Acme\n    url:")},
        ["data/sources/acme.yml:5:5: publisher는 적지 않습니다. 파일의 name이 만든 곳입니다."],
    ),
    (
        "publisher without a name",
        {SOURCE: ("name: Acme\n", "")},
        ["data/sources/acme.yml:1:1: 필수 키 'name'이(가) 없습니다."],
    ),
    (
        "publisher with a strange key",
        {SOURCE: ("sources:", "home: https://acme.example/\nsources:")},
        ["data/sources/acme.yml:2:1: 모르는 키 'home'입니다. 쓸 수 있는 값: name, sources."],
    ),
    (
        "page in the place of pages made from data",
        {"docs/products/x1.md": "---\ntitle: 가\ndescription: 나\n---\n# 가\n"},
        ["docs/products/x1.md:1:1: docs/products/에는 데이터에서 저절로 만드는 페이지만 둡니다. 다른 폴더로 옮기십시오."],
    ),
    (
        "unused attr",
        {ATTRIBUTES: ("ecc:", "spare:\n  ko: 예비\n  en: spare\n  unit: 개\necc:")},
        ["data/attributes.yml:27:1: 속성 'spare'을(를) 쓰는 제품이 없습니다. 쓰는 제품을 적거나 속성을 지우십시오."],
    ),
    (
        "unused figure",
        {
            "data/figures/extra.svg": '<svg viewBox="0 0 360 100" role="img" aria-labelledby="extra-t extra-d">\n<title id="extra-t">SM의 구조</title>\n<desc id="extra-d">상자 하나가 있다.</desc>\n<rect class="fig-box" x="8" y="8" width="100" height="50"/>\n</svg>\n'
        },
        ["data/figures/extra.svg:1:1: 그림 'extra'을(를) 아무 데서도 쓰지 않습니다. 쓰는 곳을 만들거나 파일을 지우십시오."],
    ),
    (
        "unused matrix/timeline",
        {PAGE: ('{{ timeline("history") }}\n', "")},
        ["data/timelines/history.yml:1:1: 연표 'history'을(를) 아무 데서도 쓰지 않습니다. 쓰는 곳을 만들거나 파일을 지우십시오."],
    ),
    (
        "unused quiz",
        {PAGE: ('{{ quiz("2.1") }}\n', "")},
        ["data/quizzes/2.1.yml:1:1: 확인 문제 '2.1'을(를) 아무 데서도 쓰지 않습니다. 쓰는 곳을 만들거나 파일을 지우십시오."],
    ),
    (
        "unused matrix",
        {PAGE: ('{{ matrix("x1-vs-box") }}\n', "")},
        [
            "data/matrices/x1-vs-box.yml:1:1: 비교표 'x1-vs-box'을(를) 아무 데서도 쓰지 않습니다. 쓰는 곳을 만들거나 파일을 지우십시오.",
        ],
    ),
    (
        "quiz section",
        {QUIZ: ("section: '2.1'", "section: '2.2'")},
        ["data/quizzes/2.1.yml:1:10: section '2.2'이(가) 파일 이름 '2.1'과(와) 다릅니다."],
    ),
    (
        "quiz id twice",
        {QUIZ: ("id: q2-1-parts", "id: q2-1-warp")},
        ["data/quizzes/2.1.yml:12:9: 문제 id 'q2-1-warp'을(를) 'data/quizzes/2.1.yml'도 씁니다."],
    ),
    (
        "figure colour",
        {FIGURE: ('<rect class="fig-box"', '<rect fill="red" class="fig-box"')},
        ["data/figures/sm.svg:4:7: 그림에 색이나 글꼴 지정이 있습니다: fill=. 모양은 fig-… 클래스로만 정합니다."],
    ),
    (
        "figure script",
        {FIGURE: ("</svg>", "<script>1</script>\n</svg>")},
        ["data/figures/sm.svg:5:1: 그림에 스크립트가 있습니다: <script. 모양은 fig-… 클래스로만 정합니다."],
    ),
    (
        "figure href",
        {FIGURE: ("</svg>", '<a href="https://x.example"><text>x</text></a>\n</svg>')},
        ['data/figures/sm.svg:5:4: 그림에 바깥 파일이 있습니다: href=". 모양은 fig-… 클래스로만 정합니다.'],
    ),
    (
        "figure no title",
        {FIGURE: ('<title id="sm-t">SM의 구조</title>\n', "")},
        ['data/figures/sm.svg:1:1: 그림에 <title id="sm-t">이(가) 없습니다. 화면을 읽어 주는 도구가 씁니다.'],
    ),
    (
        "timeline comma",
        {TIMELINE: ("    text: 두 사람이 회사를 세웠다.", "    text: 두 사람이 회사를 세웠다.\n    안전성: 가")},
        ["data/timelines/history.yml:6:5: 모르는 키 '안전성'입니다. 쓸 수 있는 값: date, section, sources, text, title."],
    ),
    (
        "file name is no id",
        {
            "data/terms/Warp_2.yml": "ko: 가\nen: a\ndefinition: 가이다.\nkind: concept\nsection: '2.1'\nlevel: basic\ndetail: 나이다.\nwhy: 다이다.\nsources: [acme-page]\n"
        },
        ["data/terms/Warp_2.yml:1:1: 파일 이름 'Warp_2'은(는) 쓸 수 없습니다. id는 소문자, 숫자, 붙임표로 씁니다. 예: thread-block."],
    ),
    (
        "attribute id is no id",
        {ATTRIBUTES: ("ecc:", "ECC:"), X1: ("ecc:", "ECC:")},
        [
            "data/attributes.yml:27:1: id 'ECC'은(는) 소문자, 숫자, 밑줄로 씁니다.",
            "data/products/x1.yml:23:8: 'ECC'에 'ECC'은(는) 쓸 수 없습니다. 속성의 id는 소문자, 숫자, 밑줄로 씁니다. 예: memory_bandwidth.",
        ],
    ),
    ("attributes are a list", {ATTRIBUTES: "- a\n"}, ["data/attributes.yml:1:1: 파일의 맨 위는 '키: 값'이어야 합니다."]),
    (
        "term defined by itself",
        {THREAD: ("프로그램이 실행되는 가장 작은 흐름이다.", "스레드가 실행되는 가장 작은 흐름이다.")},
        ["data/terms/thread.yml:3:13: 정의가 용어 자신을 씁니다: '스레드'. 다른 말로 풀어 쓰십시오."],
    ),
    (
        "term defined by an abbreviation that nothing explains",
        {THREAD: ("프로그램이 실행되는", "QZX가 실행하는")},
        ["data/terms/thread.yml:3:13: 정의에 쓴 'QZX'을(를) 설명하는 용어가 없습니다. 풀어 쓰거나 그 용어를 더하십시오."],
    ),
    (
        "term defined by a word that only stands inside another name",
        {THREAD: ("프로그램이 실행되는", "Verbs와 box가 kernel을 도는"), WARP: ("[스레드 워프]", "[스레드 워프, RDMA Verbs 묶음]")},
        [
            "data/terms/thread.yml:3:13: 정의에 쓴 'Verbs'을(를) 설명하는 용어가 없습니다. 풀어 쓰거나 그 용어를 더하십시오.",
            "data/terms/thread.yml:3:13: 정의에 쓴 'kernel'을(를) 설명하는 용어가 없습니다. 풀어 쓰거나 그 용어를 더하십시오.",
        ],
    ),
    (
        "words of a whole name, and a word put in other words, in a definition",
        {
            THREAD: ("프로그램이 실행되는", "RDMA Verbs 묶음과 QZX(무엇인지 말한 것), SDK의"),
            WARP: ("[스레드 워프]", "[스레드 워프, RDMA Verbs 묶음]"),
        },
        [],
    ),
    (
        "two sentences in a definition",
        {THREAD: ("흐름이다.", "흐름이다. 저마다 돈다.")},
        ["data/terms/thread.yml:3:13: definition에 문장이 둘입니다: '저마다 돈다.'. 한 문장으로 쓰고 나머지는 detail에 적으십시오."],
    ),
    (
        "two sentences in a definition without a space",
        {THREAD: ("흐름이다.", "흐름이다.저마다 돈다.")},
        ["data/terms/thread.yml:3:13: definition에 문장이 둘입니다: '저마다 돈다.'. 한 문장으로 쓰고 나머지는 detail에 적으십시오."],
    ),
    (
        "two sentences in why and in a difference",
        {THREAD: ("why: 나눌수록", "why: 많다. 나눌수록"), WARP: ("묶음이고 스레드는", "묶음이다. 스레드는")},
        [
            "data/terms/thread.yml:9:6: why에 문장이 둘입니다: '나눌수록 함께 돈다.'. 한 문장으로 쓰고 나머지는 detail에 적으십시오.",
            "data/terms/warp.yml:10:17: difference에 문장이 둘입니다: '스레드는 하나이다.'. 한 문장으로 쓰고 나머지는 detail에 적으십시오.",
        ],
    ),
    (
        "figures and Latin names end no sentence",
        {THREAD: ("프로그램이 실행되는", "1. 5와 3.5 (가장 흔한 것), HTTP. 등이")},
        [],
    ),
    (
        "names, units and everyday words in a definition",
        {THREAD: ("프로그램이 실행되는", "X1과 Box 8, XA, HTTP, 3 GB/s의")},
        [],
    ),
    (
        "term explained where it is taught first",
        {"data/terms/warp.yml": ("section: '2.1'", "section: '2.1'\nexplained: '2.1'")},
        ["data/terms/warp.yml:14:12: 설명하는 절이 처음 가르치는 절 2.1과(와) 같습니다. explained 줄을 지우십시오."],
    ),
    (
        "term explained by a section that does not use it",
        {"data/terms/warp.yml": ("section: '2.1'", "section: '2.1'\nexplained: '2.2'")},
        ["data/terms/warp.yml:14:12: 2.2절은 용어 'warp'을(를) 쓰지 않습니다. 쓰는 절: 2.1."],
    ),
    (
        "term that no page uses",
        {
            "data/terms/grid.yml": "ko: 그리드\nen: grid\ndefinition: 블록의 묶음이다.\nkind: concept\nsection: '2.1'\nlevel: basic\ndetail: 나이다.\nwhy: 다이다.\nsources: [acme-page]\n"
        },
        ["data/terms/grid.yml:1:1: 용어 'grid'을(를) 쓰는 페이지가 없습니다. 쓰는 곳을 만들거나 파일을 지우십시오."],
    ),
    (
        "group of a term that is not there",
        {"data/confusables/warp-thread.yml": ("[warp, thread]", "[warp, thred]")},
        ["data/confusables/warp-thread.yml:1:15: 용어 'thred'이(가) 없습니다. 혹시 'thread'입니까?"],
    ),
    (
        "group without a difference",
        {"data/confusables/warp-thread.yml": ("[warp, thread]", "[warp, thread, x1]")},
        [
            "data/confusables/warp-thread.yml:1:23: 'x1'이(가) 나머지와 어떻게 다른지 적은 confused_with가 없습니다. data/terms/x1.yml에 적으십시오."
        ],
    ),
    (
        "group of one",
        {"data/confusables/warp-thread.yml": ("[warp, thread]", "[warp]")},
        ["data/confusables/warp-thread.yml:1:8: 'terms'에는 적어도 2개가 있어야 합니다."],
    ),
    (
        "group without a source",
        {"data/confusables/warp-thread.yml": ("sources: [acme-page]\n", "")},
        ["data/confusables/warp-thread.yml:1:1: 필수 키 'sources'이(가) 없습니다."],
    ),
    (
        "group with an empty list of sources",
        {"data/confusables/warp-thread.yml": ("sources: [acme-page]", "sources: []")},
        ["data/confusables/warp-thread.yml:4:10: 'sources'에는 적어도 1개가 있어야 합니다."],
    ),
    (
        "group of an unknown source",
        {"data/confusables/warp-thread.yml": ("[acme-page]", "[acme-pge]")},
        ["data/confusables/warp-thread.yml:4:11: 출처 'acme-pge'이(가) 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "renamed without former id",
        {
            WARP: None,
            "data/confusables/warp-thread.yml": None,
            "data/terms/warps.yml": "ko: 워프\nen: warp\naliases: [스레드 워프]\nwrong_forms: [와프]\ndefinition: 함께 실행되는 스레드 32개의 묶음이다.\nkind: concept\nconfused_with:\n  - term: thread\n    difference: 워프는 묶음이고 스레드는 하나이다.\nprerequisites: [thread]\nrelated: [x1]\nsection: '2.1'\nlevel: basic\ndetail: 나이다.\nwhy: 다이다.\nsources: [acme-page]\n",
            PAGE: ('term("warp")', 'term("warps")'),
            QUIZ: ("terms: [warp]", "terms: [warps]"),
            HOME: ("glossary.md#warp", "glossary.md#warps"),
        },
        [
            "data/published-ids.txt:7:1: 공개했던 id 'warp'이(가) data/terms/에서 사라졌습니다. 이름을 바꿨다면 새 파일에 former_ids: [warp]를 쓰십시오."
        ],
    ),
    (
        "renamed with former id",
        {
            WARP: None,
            "data/terms/warps.yml": "ko: 워프\nen: warp\naliases: [스레드 워프]\nwrong_forms: [와프]\ndefinition: 함께 실행되는 스레드 32개의 묶음이다.\nformer_ids: [warp]\nkind: concept\nconfused_with:\n  - term: thread\n    difference: 워프는 묶음이고 스레드는 하나이다.\nprerequisites: [thread]\nrelated: [x1]\nsection: '2.1'\nlevel: basic\ndetail: 나이다.\nwhy: 다이다.\nsources: [acme-page]\n",
        },
        [],
    ),
    (
        "product in two files",
        {
            "data/products/x1-new.yml": "name: X-1\nvendor: Acme\nkind: gpu\nspecs: {ecc: {state: unknown}}\n",
            PAGE: ('{{ product("x1") }}', '{{ product("x1") }}\n\n{{ product("x1-new") }}'),
        },
        ["data/products/x1.yml:1:7: 제품 'X1'을(를) 'data/products/x1-new.yml'도 적고 있습니다. 한 제품은 한 파일에만 적습니다."],
    ),
    (
        "product name is another's alias",
        {BOX: ("family: X\n", "family: X\naliases: [엑스, X 1]\n")},
        ["data/products/x1.yml:1:7: 제품 'X1'을(를) 'data/products/box.yml'도 적고 있습니다. 한 제품은 한 파일에만 적습니다."],
    ),
    (
        "cycle of three facts at the first",
        {
            BOX: ("box.gpus * x1.memory_bandwidth", "x1.memory_bandwidth * 2"),
            X1: (
                "    value: 2.5\n    unit: TB/s\n    qualifiers: {scope: gpu}\n    source: acme-page\n    locator: 사양 표, Memory 행\n    verified: 2026-01-02\n    how: document\n    confidence: high\n",
                "    derived: box.memory_bandwidth / 8\n    unit: TB/s\n    qualifiers: {scope: gpu}\n",
            ),
        },
        [
            "data/products/box.yml:9:14: 식이 자기 자신으로 돌아옵니다: box.memory_bandwidth.system → x1.memory_bandwidth.gpu → box.memory_bandwidth.system."
        ],
    ),
    (
        "cycle of three terms at the first",
        {
            THREAD: ("kind: concept", "prerequisites: [x1]\nkind: concept"),
            TERM_X1: ("kind: product", "prerequisites: [warp]\nkind: product"),
        },
        ["data/terms/thread.yml:4:1: 선수 용어가 돌고 돕니다: thread → x1 → warp → thread."],
    ),
    (
        "date of an announcement in the future",
        {X1: ("announced: {date: 2024-05-06", "announced: {date: 2099-05-06")},
        ["data/products/x1.yml:5:19: 날짜 2099-05-06은(는) 아직 오지 않았습니다."],
    ),
    (
        "subject by a former id",
        {X1: ("vendor: Acme", "former_ids: [x0]\nvendor: Acme"), MATRIX: ("subjects: [x1, box]", "subjects: [x0, box]")},
        ["data/matrices/x1-vs-box.yml:4:12: 제품 'x0'의 id가 바뀌었습니다. 지금은 'x1'입니다."],
    ),
    (
        "column without a cell",
        {MATRIX: ("      box: {state: unknown}\n", "")},
        ["data/matrices/x1-vs-box.yml:18:5: 열 'box'의 칸이 없습니다. 모르면 box: {state: unknown}이라고 쓰십시오."],
    ),
    (
        "number that is no number",
        {X1: ("{value: 500, unit", "{value: 5e, unit")},
        ["data/products/x1.yml:19:15: 'throughput'에는 수가 와야 하는데 '5e'이(가) 있습니다."],
    ),
    (
        "yes is text",
        {WARP: ("aliases: [스레드 워프]", "aliases: yes")},
        ["data/terms/warp.yml:3:10: 'aliases'에는 목록이 와야 하는데 'yes'이(가) 있습니다."],
    ),
    (
        "form of one letter",
        {WARP: ("aliases: [스레드 워프]", "aliases: [스레드 워프, 줄]")},
        [
            "data/terms/warp.yml:3:19: '줄'은(는) 본문 어디에나 걸리는 한 글자입니다. 더 긴 이름을 쓰거나, 이름이 그것뿐이면 unlinked에도 적으십시오."
        ],
    ),
    (
        "form that is a particle",
        {WARP: ("aliases: [스레드 워프]", "aliases: [에서는]")},
        [
            "data/terms/warp.yml:3:11: '에서는'은(는) 조사나 어미와 같아 본문 어디에나 걸립니다. 더 긴 이름을 쓰거나, 이름이 그것뿐이면 unlinked에도 적으십시오."
        ],
    ),
    (
        "form with markup",
        {WARP: ("aliases: [스레드 워프]", "aliases: ['<b>워프</b>']")},
        ["data/terms/warp.yml:3:11: '<b>워프</b>'에 마크업 '<b>'이(가) 있습니다. 글만 씁니다: '워프'."],
    ),
    (
        "form with emphasis",
        {WARP: ("ko: 워프", "ko: '**워프**'")},
        ["data/terms/warp.yml:1:5: '**워프**'에 마크업 '*'이(가) 있습니다. 글만 씁니다: '워프'."],
    ),
    (
        "form in NFD",
        {WARP: ("aliases: [스레드 워프]", "aliases: [\u110b\u116f\u1105\u1165\u11b8]")},
        ["data/terms/warp.yml:3:11: '워럽'의 글자가 낱자로 풀어져 있습니다(NFD). '워럽'로 다시 쓰십시오."],
    ),
    (
        "form with a Cyrillic letter",
        {WARP: ("aliases: [스레드 워프]", "aliases: [WА\u0420P]")},
        ["data/terms/warp.yml:3:11: 'WА\u0420P'에 키릴 문자가 있습니다: 'А'(U+0410). 'WAPP'로 다시 쓰십시오."],
    ),
    (
        "form in full width",
        {WARP: ("aliases: [스레드 워프]", "aliases: [ＷＡＲＰＳ]")},
        ["data/terms/warp.yml:3:11: 'ＷＡＲＰＳ'에 전각 문자가 있습니다: 'Ｗ'(U+FF37). 'WARPS'로 다시 쓰십시오."],
    ),
    (
        "form in Han",
        {WARP: ("aliases: [스레드 워프]", "aliases: [線條]")},
        ["data/terms/warp.yml:3:11: '線條'에 한자가 있습니다: '線'(U+7DDA). 한글이나 로마자로 씁니다."],
    ),
    (
        "form with a zero-width space",
        {WARP: ("aliases: [스레드 워프]", 'aliases: ["스레드\u200b 워프"]')},
        ["data/terms/warp.yml:3:11: '스레드 워프' 안에 보이지 않는 글자 U+200B이(가) 있습니다. '스레드 워프'로 다시 쓰십시오."],
    ),
    *(
        (
            f"form with U+{ord(hidden):04X}",
            {WARP: ("aliases: [스레드 워프]", f'aliases: ["스레드{hidden} 워프"]')},
            [
                f"data/terms/warp.yml:3:11: '스레드 워프' 안에 보이지 않는 글자 U+{ord(hidden):04X}이(가) 있습니다."
                " '스레드 워프'로 다시 쓰십시오."
            ],
        )
        for hidden in "\u034f\u115f\u1160\u2800\u3164\uffa0\ufe0f"
    ),
    *(
        (
            f"form with the space U+{ord(space):04X}",
            {WARP: ("aliases: [스레드 워프]", f'aliases: ["스레드{space}워프"]')},
            [
                f"data/terms/warp.yml:3:11: '스레드 워프' 안에 보통 빈칸이 아닌 빈칸 U+{ord(space):04X}이(가) 있습니다."
                " '스레드 워프'로 다시 쓰십시오."
            ],
        )
        for space in "\u00a0\u2003\u202f\u3000"
    ),
    (
        "form with two spaces",
        {WARP: ("aliases: [스레드 워프]", 'aliases: ["스레드  워프"]')},
        ["data/terms/warp.yml:3:11: '스레드 워프' 안에 빈칸이 이어서 둘 있습니다. '스레드 워프'로 다시 쓰십시오."],
    ),
    *(
        (f"form with {what}", {WARP: ("aliases: [스레드 워프]", f"aliases: [{form}]")}, [f"data/terms/warp.yml:3:11: '{form}'에 {said}"])
        for form, what, said in (
            ("Fl\u0585\u0585r", "Armenian letters", "아르메니아 문자가 있습니다: '\u0585'(U+0585). 'Floor'로 다시 쓰십시오."),
            ("\U0001d416arps", "a mathematical letter", "수식 글자가 있습니다: '\U0001d416'(U+1D416). 'Warps'로 다시 쓰십시오."),
            ("H\U0001d7cf00", "a mathematical digit", "수식 글자가 있습니다: '\U0001d7cf'(U+1D7CF). 'H100'로 다시 쓰십시오."),
            ("H１00", "a digit in full width", "전각 문자가 있습니다: '１'(U+FF11). 'H100'로 다시 쓰십시오."),
            ("텐서 Ｃore", "Hangul and full width", "전각 문자가 있습니다: 'Ｃ'(U+FF23). '텐서 Core'로 다시 쓰십시오."),
            ("ก\u0e32r", "Thai letters", "태국 문자가 있습니다: 'ก'(U+0E01). 한글이나 로마자로 씁니다."),
            ("שלום", "Hebrew letters", "히브리 문자가 있습니다: 'ש'(U+05E9). 한글이나 로마자로 씁니다."),
            ("ᏔᎠᎡᏢ", "letters of an alphabet without a name here", "다른 문자가 있습니다: 'Ꮤ'(U+13D4). 한글이나 로마자로 씁니다."),
        )
    ),
    ("form with letters of Latin and a micro sign", {WARP: ("aliases: [스레드 워프]", "aliases: [Café 워프, µ워프]")}, []),
    (
        "term texts with spaces that are not plain and single",
        {THREAD: ("흐름이다.", "\u00a0흐름이다."), WARP: ("갈라지는 길은 차례로", "갈라지는  길은\u3000차례로")},
        [
            "data/terms/thread.yml:3:27: KO-16 보통 빈칸 하나가 아닙니다. '작은 흐름이다.'로 쓰십시오.",
            "data/terms/warp.yml:15:9: KO-16 보통 빈칸 하나가 아닙니다. '갈라지는 길은'으로 쓰십시오.",
            "data/terms/warp.yml:15:15: KO-16 보통 빈칸 하나가 아닙니다. '길은 차례로'로 쓰십시오.",
        ],
    ),
    (
        "unlinked form of another",
        {WARP: ("wrong_forms: [와프]", "wrong_forms: [와프]\nunlinked: [스레드 와프]")},
        ["data/terms/warp.yml:5:12: unlinked의 '스레드 와프'은(는) 이 용어의 말이 아닙니다. 혹시 '스레드 워프'입니까?"],
    ),
    (
        "not_in without the form",
        {WARP: ("wrong_forms: [와프]", "wrong_forms: [와프]\nnot_in: [리눅스 커널]")},
        ["data/terms/warp.yml:5:10: not_in의 '리눅스 커널'에는 이 용어의 말이 들어 있지 않습니다. 예: 용어가 '커널'이면 '리눅스 커널'."],
    ),
    (
        "words that need company and their company",
        {
            WARP: (
                "wrong_forms: [와프]",
                "wrong_forms: [와프]\nonly_near: [스레드 와프]",
            ),
            THREAD: ("en: thread", "en: thread\nnear: [워프]"),
        },
        [
            "data/terms/thread.yml:3:7: near의 말은 only_near나 not_near가 있어야 쓰입니다."
            " 뜻이 여럿인 말을 only_near에 적거나 near를 지우십시오.",
            "data/terms/warp.yml:5:12: only_near의 말은 near의 말 곁에서만 잇는데 near에 다른 말이 없습니다."
            " 이 용어의 뜻일 때 함께 나오는 말을 near에 적으십시오.",
            "data/terms/warp.yml:5:13: only_near의 '스레드 와프'은(는) 이 용어의 이을 말이 아닙니다. 혹시 '스레드 워프'입니까?",
        ],
    ),
    (
        "senses that contradict each other",
        {
            WARP: ("wrong_forms: [와프]", "wrong_forms: [와프]\nonly_near: [스레드 워프]\nnear: [스레드 워프]"),
            THREAD: ("en: thread", "en: thread\nnot_near: [스레드, 직물]\nnear: [직물]"),
        },
        [
            "data/terms/thread.yml:3:12: not_near의 '스레드'은(는) 이 용어의 말이라 제 곁에서는 늘 이어지지 않습니다."
            " 다른 뜻일 때 함께 나오는 말만 적으십시오.",
            "data/terms/thread.yml:3:17: '직물'이(가) near와 not_near에 다 있습니다. 한쪽에서 지우십시오.",
            "data/terms/warp.yml:5:12: only_near의 말은 near의 말 곁에서만 잇는데 near에 다른 말이 없습니다."
            " 이 용어의 뜻일 때 함께 나오는 말을 near에 적으십시오.",
            "data/terms/warp.yml:6:8: '스레드 워프'이(가) near와 only_near에 다 있습니다. 한쪽에서 지우십시오.",
        ],
    ),
    (
        "homonym that only one declares",
        {WARP: ("aliases: [스레드 워프]", "aliases: [스레드 워프]\nlocal: [스레드]")},
        [
            "data/terms/warp.yml:4:9: '스레드'을(를) 용어 'thread'도 씁니다. 한 말은 한 용어에만 속합니다. 뜻이 둘이면 두 용어의 local에 적으십시오."
        ],
    ),
    (
        "homonym that both declare",
        {
            WARP: ("aliases: [스레드 워프]", "aliases: [스레드 워프]\nlocal: [스레드]"),
            THREAD: ("en: thread", "en: thread\nlocal: [스레드]"),
        },
        [],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mistake(problems_of: Callable[[Changes], list[str]], changes: Changes, expected: list[str]) -> None:
    assert problems_of(changes) == expected


def test_base_has_no_problem(problems_of: Callable[[Changes], list[str]]) -> None:
    assert problems_of({}) == []


def test_not_utf8(project: Callable[[Changes], Path]) -> None:
    root = project({})
    (root / WARP).write_bytes("ko: 워프".encode("cp949"))
    assert [str(p) for p in check.problems(root)] == [f"{WARP}:1:1: UTF-8이 아닙니다 (5번째 바이트). UTF-8로 저장하십시오."]


def test_byte_order_mark_is_no_problem(project: Callable[[Changes], Path]) -> None:
    root = project({})
    (root / WARP).write_bytes(b"\xef\xbb\xbf" + (root / WARP).read_bytes())
    (root / PAGE).write_bytes(b"\xef\xbb\xbf" + (root / PAGE).read_bytes())
    assert check.problems(root) == []


FIVE: Changes = {
    WARP: ("aliases:", "alias:"),
    SOURCE: ("kind: primary", "kind: first"),
    BOX: ("box.gpus * x1.memory_bandwidth", "box.gpu * x1.memory_bandwidth"),
    TIMELINE: ("sources: [daily-news]", "sources: [daily-newz]"),
    PAGE: ('{{ figure("sm") }}', '{{ figure("ms") }}'),
}
FIVE_LINES = [
    "data/products/box.yml:9:14: 제품 'box'에 사실 'gpu'이(가) 없습니다. 혹시 'gpus'입니까?",
    "data/sources/acme.yml:8:11: 'kind'에 'first'은(는) 쓸 수 없습니다. 쓸 수 있는 값: primary, secondary.",
    "data/terms/warp.yml:3:1: 모르는 키 'alias'입니다. 혹시 'aliases'입니까?",
    "data/timelines/history.yml:6:15: 출처 'daily-newz'이(가) 없습니다. 혹시 'daily-news'입니까?",
    "docs/gpu/basics.md:25:4: figure('ms')가 가리키는 것이 없습니다. 쓸 수 있는 값: sm.",
]


def test_five_mistakes_in_five_files_are_five_lines_and_exit_status_1(
    project: Callable[[Changes], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(FIVE)
    before = {p: p.stat().st_mtime_ns for p in root.rglob("*") if p.is_file()}
    assert check.main(["--root", str(root), "--write"]) == 1
    said = capsys.readouterr()
    assert said.err.splitlines() == [*FIVE_LINES, "문제 5건"]
    assert said.out == ""
    assert {p: p.stat().st_mtime_ns for p in root.rglob("*") if p.is_file()} == before, "nothing is written when something is wrong"


def test_sound_project_says_so(project: Callable[[Changes], Path], capsys: pytest.CaptureFixture[str]) -> None:
    root = project({})
    assert check.main(["--root", str(root), "--write"]) == 0
    assert capsys.readouterr().out == "이상 없음: 페이지 11, 용어 3, 사실 11, 출처 2, 비교표 1\n"
    assert check.main(["--root", str(root)]) == 0


def test_generated_files_that_are_stale(project: Callable[[Changes], Path], capsys: pytest.CaptureFixture[str]) -> None:
    root = project({})
    check.main(["--root", str(root), "--write"])
    (root / "schemas/term.json").write_text("{}")
    (root / "data/published-ids.txt").write_text("terms/warp\n")
    capsys.readouterr()
    assert check.main(["--root", str(root)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "data/published-ids.txt:1:1: 새 id 7개가 목록에 없습니다 (예: matrices/x1-vs-box). 'make check'를 실행해 함께 커밋하십시오.",
        "schemas/term.json:1:1: 스키마가 모델과 다릅니다. 'make check'가 새로 씁니다.",
        "문제 2건",
    ]
