"""Every kind of mistake on a page, and the whole message it gets. Lines count from the top of the file, front matter included."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import check
from macros.authoring import MACROS

from .project import Changes

PAGE, CHAPTER, HOME = "docs/gpu/basics.md", "docs/gpu/index.md", "docs/index.md"
NAMES = f"{', '.join(sorted(MACROS))}."

CASES: list[tuple[str, Changes, list[str]]] = [
    (
        "needs of no section",
        {HOME: ("# 처음", "# 처음\n\n{{ needs() }}")},
        ['docs/index.md:8:4: needs()는 절의 글에 씁니다. 다른 글에서는 needs("2.1")처럼 절을 적으십시오.'],
    ),
    (
        "needs of an unknown section",
        {HOME: ("# 처음", "# 처음\n\n{{ needs('2.11') }}")},
        ["docs/index.md:8:4: needs('2.11')에 해당하는 절이 없습니다. 혹시 '2.1'입니까?"],
    ),
    (
        "typed number of a product",
        {PAGE: ("더 읽을 글도 있습니다.", "X1은 2.5 TB/s입니다.")},
        [
            "docs/gpu/basics.md:27:73: 수 '2.5 TB/s'을(를) 손으로 적었습니다. 사실 'x1.memory_bandwidth.gpu'의 값입니다. {{ fact(\"x1.memory_bandwidth.gpu\") }}로 쓰고, 가정한 수라면 <span class=\"given\">2.5 TB/s</span>로 감싸십시오."
        ],
    ),
    (
        "typed number in another unit",
        {PAGE: ("더 읽을 글도 있습니다.", "Box 8 속 X1의 2,500 GB/s입니다.")},
        [
            'docs/gpu/basics.md:27:81: 수 \'2,500 GB/s\'을(를) 손으로 적었습니다. 사실 \'x1.memory_bandwidth.gpu\'의 값입니다. {{ fact("x1.memory_bandwidth.gpu", unit="GB/s") }}로 쓰고, 가정한 수라면 <span class="given">2,500 GB/s</span>로 감싸십시오.'
        ],
    ),
    (
        "typed number of a fact the page shows",
        {PAGE: ("더 읽을 글도 있습니다.", "대역폭은 2.5 TB/s입니다.")},
        [
            "docs/gpu/basics.md:27:74: 수 '2.5 TB/s'을(를) 손으로 적었습니다. 사실 'x1.memory_bandwidth.gpu'의 값입니다. {{ fact(\"x1.memory_bandwidth.gpu\") }}로 쓰고, 가정한 수라면 <span class=\"given\">2.5 TB/s</span>로 감싸십시오."
        ],
    ),
    ("assumed number", {PAGE: ("더 읽을 글도 있습니다.", 'X1이 <span class="given">2.5 TB/s</span>라고 합시다.')}, []),
    ("another number", {PAGE: ("더 읽을 글도 있습니다.", "X1이 2.4 TB/s라고 합시다.")}, []),
    ("kilobytes", {PAGE: ("더 읽을 글도 있습니다.", "X1은 160 KB를 160 KB/s로 읽습니다.")}, []),
    ("number in code", {PAGE: ("더 읽을 글도 있습니다.", "X1은 `2.5 TB/s`입니다.")}, []),
    (
        "merge not finished",
        {PAGE: ("더 읽을 글도 있습니다.", "\n\n<<<<<<< HEAD\n가.\n=======\n나.\n>>>>>>> other\n\n")},
        [
            "docs/gpu/basics.md:29:1: 합치다 만 자리입니다: '<<<<<<< HEAD'. 남길 쪽을 고르고 표시를 지우십시오.",
            "docs/gpu/basics.md:33:1: 합치다 만 자리입니다: '>>>>>>> other'. 남길 쪽을 고르고 표시를 지우십시오.",
        ],
    ),
    (
        "unknown macro",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ terms("warp") }}')},
        ["docs/gpu/basics.md:27:72: 매크로 'terms'을(를) 모릅니다. 혹시 'term'입니까?"],
    ),
    (
        "unknown macro2",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ graph("warp") }}')},
        ["docs/gpu/basics.md:27:72: 매크로 'graph'을(를) 모릅니다. 쓸 수 있는 값: " + NAMES],
    ),
    (
        "second on line",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ term("warp") }} {{ term("wrap") }}')},
        ["docs/gpu/basics.md:27:91: term('wrap')가 가리키는 것이 없습니다. 혹시 'warp'입니까?"],
    ),
    (
        "unknown term",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ term("wrap") }}')},
        ["docs/gpu/basics.md:27:72: term('wrap')가 가리키는 것이 없습니다. 혹시 'warp'입니까?"],
    ),
    (
        "unknown matrix",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ matrix("x1-vs-bax") }}')},
        ["docs/gpu/basics.md:27:72: matrix('x1-vs-bax')가 가리키는 것이 없습니다. 혹시 'x1-vs-box'입니까?"],
    ),
    (
        "unknown product",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ product("boxx") }}')},
        ["docs/gpu/basics.md:27:72: product('boxx')가 가리키는 것이 없습니다. 혹시 'box'입니까?"],
    ),
    (
        "unknown timeline",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ timeline("histroy") }}')},
        ["docs/gpu/basics.md:27:72: timeline('histroy')가 가리키는 것이 없습니다. 혹시 'history'입니까?"],
    ),
    (
        "unknown cite",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ cite("acme-pag") }}')},
        ["docs/gpu/basics.md:27:72: cite('acme-pag')가 가리키는 것이 없습니다. 혹시 'acme-page'입니까?"],
    ),
    (
        "unknown quiz",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ quiz("2.3") }}')},
        ["docs/gpu/basics.md:27:72: quiz('2.3')가 가리키는 것이 없습니다. 혹시 '2.1'입니까?"],
    ),
    (
        "unknown figure",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ figure("sn") }}')},
        ["docs/gpu/basics.md:27:72: figure('sn')가 가리키는 것이 없습니다. 쓸 수 있는 값: sm."],
    ),
    (
        "unknown fact product",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x2.power") }}')},
        ["docs/gpu/basics.md:27:72: 제품 'x2'이(가) 없습니다. 쓸 수 있는 값: box, x1."],
    ),
    (
        "unknown fact attr",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x1.powr") }}')},
        ["docs/gpu/basics.md:27:72: 제품 'x1'에 사실 'powr'이(가) 없습니다. 혹시 'power'입니까?"],
    ),
    (
        "unknown fact attr only",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x1") }}')},
        ["docs/gpu/basics.md:27:72: 사실의 id 'x1'에 속성이 없습니다. 예: x1.memory_bandwidth."],
    ),
    (
        "unknown fact qual",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x1.throughput.fp61") }}')},
        ["docs/gpu/basics.md:27:72: 사실 'x1.throughput.fp61'의 한정어 'fp61'을(를) 모릅니다. 혹시 'fp6'입니까?"],
    ),
    (
        "ambiguous",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x1.throughput") }}')},
        [
            "docs/gpu/basics.md:27:72: 사실 'x1.throughput'에 해당하는 값이 둘 이상입니다. 있는 것: x1.throughput.fp16.dense, x1.throughput.fp16.sparse."
        ],
    ),
    (
        "unknown errata section",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ errata("9.9") }}')},
        ["docs/gpu/basics.md:27:72: 절 '9.9'에는 바로잡음이 없습니다."],
    ),
    (
        "unknown glossary section",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ glossary(section="9.9") }}')},
        ["docs/gpu/basics.md:27:72: 여기에 해당하는 용어가 없습니다. chapter는 2처럼 수로, section은 '2.1'처럼 글로 씁니다."],
    ),
    (
        "unknown contents chapter",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ contents(chapter=9) }}")},
        ["docs/gpu/basics.md:27:72: 9장에는 절이 없습니다. chapter는 2처럼 수로 씁니다."],
    ),
    (
        "unknown count",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ count("term") }}')},
        ["docs/gpu/basics.md:27:72: count('term')로 셀 수 있는 것이 없습니다. 혹시 'terms'입니까?"],
    ),
    (
        "kwarg id",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ term(id="wrap") }}')},
        ["docs/gpu/basics.md:27:72: term('wrap')가 가리키는 것이 없습니다. 혹시 'warp'입니까?"],
    ),
    (
        "int id",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ term(3) }}")},
        ['docs/gpu/basics.md:27:72: term()에는 따옴표로 감싼 id를 씁니다. 예: term("3").'],
    ),
    (
        "wrong arg",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x1.power", units="kW") }}')},
        ["docs/gpu/basics.md:27:72: 매크로 fact()에 인자 'units'이(가) 없습니다. 혹시 'unit'입니까?"],
    ),
    (
        "wrong unit arg",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x1.power", unit="GB") }}')},
        ["docs/gpu/basics.md:27:72: 단위 'GB'은(는) W와 차원이 다릅니다."],
    ),
    (
        "unknown unit arg",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x1.power", unit="kwatt") }}')},
        ["docs/gpu/basics.md:27:72: 단위 'kwatt'을(를) 모릅니다."],
    ),
    (
        "digits text",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact("x1.power", digits="a") }}')},
        ["docs/gpu/basics.md:27:72: fact()의 digits에는 0 이상의 정수를 쓰는데 'a'이(가) 있습니다."],
    ),
    (
        "too many",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ timeline("history", 2) }}')},
        ["docs/gpu/basics.md:27:72: 매크로 timeline()의 인자가 맞지 않습니다. 쓰는 법: timeline(id)."],
    ),
    (
        "too few",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ term() }}")},
        ["docs/gpu/basics.md:27:72: 매크로 term()의 인자가 맞지 않습니다. 쓰는 법: term(id, text=None)."],
    ),
    (
        "no call",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ sources }}")},
        ["docs/gpu/basics.md:27:72: 매크로 'sources'을(를) 부르지 않았습니다. {{ sources(…) }}처럼 괄호를 쓰십시오."],
    ),
    (
        "undefined",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ product_name }}")},
        ["docs/gpu/basics.md:27:72: 변수 'product_name'이(가) 정의되지 않았습니다. 혹시 'product'입니까?"],
    ),
    (
        "undefined near",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ pge.title }}")},
        ["docs/gpu/basics.md:27:72: 변수 'pge'이(가) 정의되지 않았습니다. 혹시 'page'입니까?"],
    ),
    (
        "unquoted",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ term(warp) }}")},
        ["docs/gpu/basics.md:27:77: 변수 'warp'이(가) 정의되지 않았습니다."],
    ),
    (
        "unknown filter",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ "X1" | jossa("은") }}')},
        ["docs/gpu/basics.md:27:79: 필터 'jossa'을(를) 모릅니다. 혹시 'josa'입니까?"],
    ),
    (
        "bad particle",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ "X1" | josa("의") }}')},
        [
            "docs/gpu/basics.md:27:79: 조사 '의'을(를) 모릅니다. 쓸 수 있는 조사: 은, 는, 이, 가, 을, 를, 과, 와, 으로, 로, 이다, 이라, 라, 이란, 란, 이나, 나."
        ],
    ),
    (
        "no particle",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ "X1" | josa }}')},
        [
            "docs/gpu/basics.md:27:79: josa에 조사를 주지 않았습니다. 쓸 수 있는 조사: 은, 는, 이, 가, 을, 를, 과, 와, 으로, 로, 이다, 이라, 라, 이란, 란, 이나, 나."
        ],
    ),
    (
        "unknown test",
        {PAGE: ("더 읽을 글도 있습니다.", "{% if 3 is oddd %}x{% endif %}")},
        ["docs/gpu/basics.md:27:80: 조건 'oddd'을(를) 모릅니다. 혹시 'odd'입니까?"],
    ),
    (
        "{#",
        {PAGE: ("더 읽을 글도 있습니다.", "## 제목 {#id}")},
        ["docs/gpu/basics.md:27:75: '{#'은 Jinja 주석의 시작이라 뒤의 글이 사라집니다. '{ #id }'처럼 띄어 쓰십시오."],
    ),
    (
        "{# in fence",
        {PAGE: ("더 읽을 글도 있습니다.", "\n```\n{#id}\n```\n")},
        ["docs/gpu/basics.md:29:1: '{#'은 Jinja 주석의 시작이라 뒤의 글이 사라집니다. '{ #id }'처럼 띄어 쓰십시오."],
    ),
    ("{# in raw ok", {PAGE: ("더 읽을 글도 있습니다.", "{% raw %}{#id}{% endraw %}")}, []),
    (
        "unclosed",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ term("warp")')},
        [
            "docs/gpu/basics.md:27:69: 매크로를 읽을 수 없습니다: '}}'로 닫히지 않았거나 그 앞에 읽을 수 없는 것이 있습니다. 그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        ],
    ),
    (
        "unclosed2",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ term("warp" }}')},
        [
            "docs/gpu/basics.md:27:69: 매크로를 읽을 수 없습니다: ')'이(가) 빠졌습니다. 그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        ],
    ),
    (
        "unclosed3",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ term("warp) }}')},
        [
            "docs/gpu/basics.md:27:69: 매크로를 읽을 수 없습니다: ',', 괄호, 따옴표 가운데 하나가 빠졌습니다. 그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        ],
    ),
    (
        "unclosed tag",
        {PAGE: ("더 읽을 글도 있습니다.", "{% if true %}")},
        [
            "docs/gpu/basics.md:27:69: 매크로를 읽을 수 없습니다: '{% if %}'에 짝이 되는 '{% endif %}'가 없습니다. 그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        ],
    ),
    (
        "unclosed raw",
        {PAGE: ("더 읽을 글도 있습니다.", "{% raw %}")},
        [
            "docs/gpu/basics.md:27:69: 매크로를 읽을 수 없습니다: '{% raw %}'에 짝이 되는 '{% endraw %}'가 없습니다. 그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        ],
    ),
    (
        "unknown tag",
        {PAGE: ("더 읽을 글도 있습니다.", "{% fi %}")},
        [
            "docs/gpu/basics.md:27:69: 매크로를 읽을 수 없습니다: 태그 'fi'을(를) 모릅니다. 그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        ],
    ),
    (
        "jinja in fence",
        {PAGE: ("더 읽을 글도 있습니다.", "\n```yaml\nx: {{ .Values.image }}\n```\n")},
        [
            "docs/gpu/basics.md:29:4: 매크로를 읽을 수 없습니다: '.'이(가) 올 자리가 아닙니다. 그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        ],
    ),
    (
        "jinja in fence undefined",
        {PAGE: ("더 읽을 글도 있습니다.", "\n```yaml\nx: {{ Values.image }}\n```\n")},
        ["docs/gpu/basics.md:29:7: 변수 'Values'이(가) 정의되지 않았습니다."],
    ),
    (
        "broken link",
        {PAGE: ("더 읽을 글도 있습니다.", "[가](basic.md)")},
        ["docs/gpu/basics.md:27:69: 링크가 가리키는 파일 'docs/gpu/basic.md'이(가) 없습니다. 혹시 'docs/gpu/basics.md'입니까?"],
    ),
    (
        "broken link dir",
        {PAGE: ("더 읽을 글도 있습니다.", "[가](../nope/)")},
        ["docs/gpu/basics.md:27:69: 링크가 가리키는 파일 'docs/nope'이(가) 없습니다."],
    ),
    (
        "image",
        {PAGE: ("더 읽을 글도 있습니다.", "![가](../assets/x.png)")},
        ["docs/gpu/basics.md:27:69: 링크가 가리키는 파일 'docs/assets/x.png'이(가) 없습니다."],
    ),
    ("ok asset", {PAGE: ("더 읽을 글도 있습니다.", "[가](../assets/site.css)")}, []),
    (
        "outside",
        {PAGE: ("더 읽을 글도 있습니다.", "[가](../../mkdocs.yml)")},
        ["docs/gpu/basics.md:27:69: 링크 '../../mkdocs.yml'이(가) docs/ 밖을 가리킵니다. docs/ 안의 파일만 사이트에 실립니다."],
    ),
    (
        "broken anchor same",
        {PAGE: ("더 읽을 글도 있습니다.", "[가](#spec)")},
        ["docs/gpu/basics.md:27:69: 'docs/gpu/basics.md'에 앵커 '#spec'이(가) 없습니다. 혹시 'specs'입니까?"],
    ),
    (
        "broken anchor other",
        {PAGE: ("더 읽을 글도 있습니다.", "[가](../glossary.md#wrap)")},
        ["docs/gpu/basics.md:27:69: 'docs/glossary.md'에 앵커 '#wrap'이(가) 없습니다. 혹시 'warp'입니까?"],
    ),
    (
        "anchor matrix ok",
        {
            PAGE: (
                "더 읽을 글도 있습니다.",
                "[가](#matrix-x1-vs-box) [나](#figure-sm) [다](#quiz-2-1) [라](#q2-1-warp) [마](../errata.md#section-2-1) [바](../glossary.md#index-ko-s)",
            )
        },
        [],
    ),
    (
        "abs link",
        {PAGE: ("더 읽을 글도 있습니다.", "[가](/gpu/basics/)")},
        ["docs/gpu/basics.md:27:69: 절대 경로 '/gpu/basics/'은(는) 프로젝트 사이트에서 깨집니다. 상대 경로로 쓰십시오."],
    ),
    ("link in code ok", {PAGE: ("더 읽을 글도 있습니다.", "`[가](nope.md)`")}, []),
    (
        "link single quote title",
        {PAGE: ("더 읽을 글도 있습니다.", "[가](nope.md 'x')")},
        ["docs/gpu/basics.md:27:69: 링크가 가리키는 파일 'docs/gpu/nope.md'이(가) 없습니다. 혹시 'docs/gpu/index.md'입니까?"],
    ),
    ("anchor code heading", {PAGE: ("더 읽을 글도 있습니다.", "[가](#memcpy-쓰기)\n\n## `memcpy` 쓰기\n\n가")}, []),
    ("anchor underscore heading", {PAGE: ("더 읽을 글도 있습니다.", "[가](#memory_bandwidth-값)\n\n## memory_bandwidth 값\n\n가")}, []),
    ("anchor dup heading", {PAGE: ("더 읽을 글도 있습니다.", "[가](#같은-제목_1)\n\n## 같은 제목\n\n## 같은 제목\n\n가")}, []),
    (
        "html comment",
        {PAGE: ("더 읽을 글도 있습니다.", '<!-- {{ nope("x") }} -->')},
        ["docs/gpu/basics.md:27:77: 매크로 'nope'을(를) 모릅니다. 쓸 수 있는 값: " + NAMES],
    ),
    (
        "products kind",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ products(kind="gpus") }}')},
        ["docs/gpu/basics.md:27:72: products('gpus')에 해당하는 종류가 없습니다. 혹시 'gpu'입니까?"],
    ),
    (
        "ledger part",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ ledger("kind") }}')},
        ["docs/gpu/basics.md:27:72: ledger('kind')에 해당하는 부분이 없습니다. 혹시 'kinds'입니까?"],
    ),
    (
        "exports fact",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ exports(fact="x1.powr") }}')},
        ["docs/gpu/basics.md:27:72: 제품 'x1'에 사실 'powr'이(가) 없습니다. 혹시 'power'입니까?"],
    ),
    (
        "not in nav",
        {
            "docs/gpu/extra.md": "---\ntitle: 가\ndescription: 나\nsection: '2.2'\nobjectives: []\nprerequisites: []\nverified: 2026-01-02\nlevel: basic\n---\n# 가\n"
        },
        [
            "docs/gpu/extra.md:1:1: 페이지가 mkdocs.yml의 nav에 없습니다. nav에 'gpu/extra.md' 줄을 더하십시오.",
            "docs/gpu/extra.md:3:14: description이 1자입니다. 60-110자로 쓰십시오.",
        ],
    ),
    (
        "nav without page",
        {"mkdocs.yml": ("gpu/basics.md\n", "gpu/basics.md\n      - gpu/basic.md\n")},
        ["mkdocs.yml:12:9: nav의 'gpu/basic.md'에 해당하는 파일이 docs/에 없습니다. 혹시 'gpu/basics.md'입니까?"],
    ),
    ("no section", {PAGE: ("section: '2.1'\n", "")}, ["docs/gpu/basics.md:1:1: 머리말에 'section'이(가) 없습니다. 예: section: '2.3'."]),
    ("no title", {HOME: ("title: 처음\n", "")}, ["docs/index.md:1:1: 머리말에 'title'이(가) 없습니다."]),
    (
        "no fm",
        {HOME: "# 처음\n"},
        ["docs/index.md:1:1: 머리말에 'description'이(가) 없습니다.", "docs/index.md:1:1: 머리말에 'title'이(가) 없습니다."],
    ),
    (
        "section bad",
        {PAGE: ("section: '2.1'", "section: 둘")},
        ["docs/gpu/basics.md:4:10: 'section'에 '둘'은(는) 쓸 수 없습니다. 절 번호는 '2.1'처럼 씁니다."],
    ),
    ("section float", {PAGE: ("section: '2.1'", "section: 2.1")}, []),
    (
        "section int",
        {PAGE: ("section: '2.1'", "section: 2")},
        ["docs/gpu/basics.md:4:10: 'section'에 '2'은(는) 쓸 수 없습니다. 절 번호는 '2.1'처럼 씁니다."],
    ),
    (
        "section list",
        {PAGE: ("section: '2.1'", "section: [2]")},
        ["docs/gpu/basics.md:4:10: 'section'에는 글이 와야 하는데 목록이 있습니다."],
    ),
    (
        "prereq unknown",
        {PAGE: ("prerequisites: []", "prerequisites: [thred]")},
        ["docs/gpu/basics.md:6:17: 용어 'thred'이(가) 없습니다. 혹시 'thread'입니까?"],
    ),
    (
        "prereq str",
        {PAGE: ("prerequisites: []", "prerequisites: thread")},
        ["docs/gpu/basics.md:6:16: 'prerequisites'에는 목록이 와야 하는데 'thread'이(가) 있습니다."],
    ),
    (
        "level",
        {PAGE: ("level: basic", "level: easy")},
        ["docs/gpu/basics.md:8:8: 'level'에 'easy'은(는) 쓸 수 없습니다. 쓸 수 있는 값: advanced, basic, intermediate."],
    ),
    (
        "verified",
        {PAGE: ("verified: 2026-01-02", "verified: 2099-01-02")},
        ["docs/gpu/basics.md:7:11: 날짜 2099-01-02은(는) 아직 오지 않았습니다."],
    ),
    (
        "verified2",
        {PAGE: ("verified: 2026-01-02", "verified: 어제")},
        ["docs/gpu/basics.md:7:11: 'verified'에는 날짜(예: 2026-11-23)가 와야 하는데 '어제'이(가) 있습니다."],
    ),
    (
        "objectives",
        {PAGE: ("objectives: ['1.1']", "objectives: 1.1")},
        ["docs/gpu/basics.md:5:13: 'objectives'에는 목록이 와야 하는데 '1.1'이(가) 있습니다."],
    ),
    (
        "fm yaml",
        {PAGE: ("level: basic", "level: [basic")},
        ["docs/gpu/basics.md:8:8: YAML을 읽을 수 없습니다: '['로 연 목록에 ',' 또는 ']'이 빠졌습니다."],
    ),
    (
        "fm dup",
        {PAGE: ("level: basic", "level: basic\ntitle: 둘")},
        ["docs/gpu/basics.md:9:1: 키 'title'이(가) 두 번 나옵니다. 첫 번째는 2행에 있습니다."],
    ),
    (
        "fm not map",
        {HOME: "---\n- a\n---\n# 가\n"},
        ["docs/index.md:1:1: 머리말에 'description'이(가) 없습니다.", "docs/index.md:1:1: 머리말에 'title'이(가) 없습니다."],
    ),
    (
        "shadow",
        {PAGE: ("level: basic", "level: basic\nterm: warp")},
        ["docs/gpu/basics.md:9:1: 머리말의 'term'이(가) 같은 이름의 매크로를 가립니다. 다른 이름을 쓰십시오."],
    ),
    ("shadow filter", {PAGE: ("level: basic", "level: basic\njosa: warp")}, []),
    (
        "short desc",
        {PAGE: ("description: GPU가", "description: 짧다.\nx: GPU가")},
        ["docs/gpu/basics.md:3:14: description이 3자입니다. 60-110자로 쓰십시오."],
    ),
    (
        "sources missing",
        {PAGE: ("{{ sources() }}", "")},
        ["docs/gpu/basics.md:13:44: 출처 표시가 있는데 출처 목록이 없습니다. 끝에 {{ sources() }}를 쓰십시오."],
    ),
    (
        "sources before",
        {PAGE: ("{{ sources() }}", '{{ sources() }}\n\n{{ cite("acme-page") }}')},
        ["docs/gpu/basics.md:37:4: 출처 표시가 출처 목록보다 뒤에 있습니다. {{ sources() }}를 맨 끝으로 옮기십시오."],
    ),
    (
        "two sections",
        {CHAPTER: ("description: GPU", "section: '2.1'\ndescription: GPU")},
        ["docs/gpu/index.md:3:10: 절 2.1은(는) 이미 'docs/gpu/basics.md'에 있습니다."],
    ),
    ("render_macros false", {HOME: ("description: 시험", "render_macros: false\ndescription: 시험")}, []),
    (
        "link by reference",
        {PAGE: ("더 읽을 글도 있습니다.", "[가][a]입니다.\n\n[a]: nope.md\n\n끝.")},
        ["docs/gpu/basics.md:29:1: 링크가 가리키는 파일 'docs/gpu/nope.md'이(가) 없습니다. 혹시 'docs/gpu/index.md'입니까?"],
    ),
    (
        "image that is missing by angle brackets",
        {PAGE: ("더 읽을 글도 있습니다.", "![가](<no file.png>)")},
        ["docs/gpu/basics.md:27:69: 링크가 가리키는 파일 'docs/gpu/no file.png'이(가) 없습니다."],
    ),
    (
        "glossary without sources",
        {"docs/glossary.md": ("{{ glossary() }}", '{{ glossary(part="x") }}')},
        ["docs/glossary.md:8:4: 출처 표시가 있는데 출처 목록이 없습니다. 끝에 {{ sources() }}를 쓰십시오."],
    ),
    (
        "sources twice",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ sources() }}")},
        ["docs/gpu/basics.md:35:4: 출처 목록이 두 번 있습니다. {{ sources() }}는 맨 끝에 한 번만 씁니다."],
    ),
    (
        "anchor of a section's errata page",
        {PAGE: ("더 읽을 글도 있습니다.", "[가](../errata.md#section-9-1)")},
        ["docs/gpu/basics.md:27:69: 'docs/errata.md'에 앵커 '#section-9-1'이(가) 없습니다. 혹시 'section-2-1'입니까?"],
    ),
    (
        "unclosed front matter",
        {HOME: "---\ntitle: 처음\n\n# 처음\n"},
        ["docs/index.md:1:1: 머리말에 'description'이(가) 없습니다.", "docs/index.md:1:1: 머리말에 'title'이(가) 없습니다."],
    ),
    (
        "nav entry of a section",
        {"mkdocs.yml": ("  - 처음: index.md", "  - 처음: indx.md")},
        [
            "docs/index.md:1:1: 페이지가 mkdocs.yml의 nav에 없습니다. nav에 'index.md' 줄을 더하십시오.",
            "mkdocs.yml:8:9: nav의 'indx.md'에 해당하는 파일이 docs/에 없습니다. 혹시 'index.md'입니까?",
        ],
    ),
    *(
        (
            f"{call.split('(')[0]} without sources",
            {HOME: f"---\ntitle: 처음\ndescription: 첫 쪽\n---\n\n# 처음\n\n가 {{{{ {call} }}}} 나\n"},
            ["docs/index.md:8:6: 출처 표시가 있는데 출처 목록이 없습니다. 끝에 {{ sources() }}를 쓰십시오."],
        )
        for call in ('fact("x1.power")', 'matrix("x1-vs-box")', 'product("x1")', 'calc("2 * x1.power", "W")')
    ),
    (
        "computed answer without sources",
        {
            HOME: '---\ntitle: 처음\ndescription: 첫 쪽\n---\n\n# 처음\n\n{{ quiz("2.1") }}\n',
            "data/quizzes/2.1.yml": """
                section: '2.1'
                questions:
                  - id: k-numeric
                    kind: numeric
                    prompt: 둘의 전력은 얼마입니까?
                    derived: 2 * x1.power
                    unit: W
                    context: 둘을 더한다.
                    mistakes: [{answer: 700, why: 하나의 값이다.}, {answer: 350, why: 나누었다.}]
                """,
        },
        ["docs/index.md:8:4: 출처 표시가 있는데 출처 목록이 없습니다. 끝에 {{ sources() }}를 쓰십시오."],
    ),
    *(
        (f"calc: {name}", {PAGE: ("더 읽을 글도 있습니다.", f"{{{{ calc({call}) }}}}")}, [f"docs/gpu/basics.md:27:72: {said}"])
        for name, call, said in (
            ("unknown product", '"2 * boxx.power", "W"', "제품 'boxx'이(가) 없습니다. 혹시 'box'입니까?"),
            ("unknown fact", '"2 * x1.powr", unit="W"', "제품 'x1'에 사실 'powr'이(가) 없습니다. 혹시 'power'입니까?"),
            (
                "more than one fact",
                '"2 * x1.throughput", "TFLOPS"',
                "사실 'x1.throughput'에 해당하는 값이 둘 이상입니다. 있는 것: x1.throughput.fp16.dense, x1.throughput.fp16.sparse.",
            ),
            ("no number", '"2 * x1.cooling", "W"', "식이 쓰는 사실 'x1.cooling'이(가) 수가 아닙니다."),
            ("unreadable", '"2 *x1.power", "W"', "식에서 '*x1.power'을(를) 읽을 수 없습니다. 수, 사실의 id, + - * /를 띄어 씁니다."),
            ("bad shape", '"2 * x1.power *", "W"', "식 '2 * x1.power *'의 모양이 맞지 않습니다."),
            ("no fact", '"2 * 2", "개"', "식이 아무 사실도 쓰지 않습니다. 계산할 사실의 id를 쓰십시오."),
            ("by zero", '"x1.power / ( 2 - 2 )", "W"', "식 'x1.power / ( 2 - 2 )'이(가) 0으로 나눕니다."),
            ("another dimension", '"2 * x1.power", "TB/s"', "계산 결과의 차원이 TB/s와 다릅니다."),
            ("sum of two dimensions", '"x1.power + x1.memory_bandwidth", "W"', "식이 차원이 다른 값을 더하거나 뺍니다."),
            ("unknown unit", '"2 * x1.power", "Wx"', "단위 'Wx'을(를) 모릅니다. 혹시 'W'입니까?"),
            ("no unit", '"2 * x1.power"', "매크로 calc()의 인자가 맞지 않습니다. 쓰는 법: calc(formula, unit, digits=None)."),
            (
                "a formula that is no text",
                '8, "W"',
                'calc()에는 따옴표로 감싼 식과 단위를 씁니다. 예: calc("8 * h100-sxm5.memory_capacity", unit="GB").',
            ),
            ("digits", '"2 * x1.power", "W", digits=-1', "calc()의 digits에는 0 이상의 정수를 쓰는데 '-1'이(가) 있습니다."),
        )
    ),
    (
        "fact in the text of a link",
        {PAGE: ("더 읽을 글도 있습니다.", '[값 {{ fact("x1.power") }}](../index.md)')},
        ["docs/gpu/basics.md:27:69: 링크의 글 안에서 fact()를 부릅니다. fact()가 만드는 것도 링크이니 밖에 쓰십시오."],
    ),
    ("calc by names", {PAGE: ("더 읽을 글도 있습니다.", '{{ calc(formula="2 * x1.power", unit="kW", digits=1) }}')}, []),
    *(
        (f"lab: {name}", {PAGE: ("더 읽을 글도 있습니다.", f"{{{{ {call} }}}}")}, [f"docs/gpu/basics.md:27:72: {said}"])
        for name, call, said in (
            ("unknown lab", 'lab("rnig", "bytes")', "lab('rnig')가 가리키는 것이 없습니다. 혹시 'ring'입니까?"),
            ("unknown block", 'lab("ring", "byte")', "실습 'ring'에 토막 'byte'이(가) 없습니다. 혹시 'bytes'입니까?"),
            (
                "unknown block by name",
                'lab("ring", block="zzz")',
                "실습 'ring'에 토막 'zzz'이(가) 없습니다. 쓸 수 있는 값: bytes, code, gpu.",
            ),
            ("no block", 'lab("ring")', "매크로 lab()의 인자가 맞지 않습니다. 쓰는 법: lab(id, block)."),
            ("unknown value", 'measured("ring", "gian")', "실습 'ring'에 값 'gian'이(가) 없습니다. 혹시 'gain'입니까?"),
            ("unknown lab of a value", 'measured("rign", "gain")', "measured('rign')가 가리키는 것이 없습니다. 혹시 'ring'입니까?"),
            ("digits", 'measured("ring", "gain", digits=-1)', "measured()의 digits에는 0 이상의 정수를 쓰는데 '-1'이(가) 있습니다."),
        )
    ),
    (
        "three mistakes on one page",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ term("wrap") }} [가](#nope) {{ fact("x1.powr") }}')},
        [
            "docs/gpu/basics.md:27:72: term('wrap')가 가리키는 것이 없습니다. 혹시 'warp'입니까?",
            "docs/gpu/basics.md:27:88: 'docs/gpu/basics.md'에 앵커 '#nope'이(가) 없습니다.",
            "docs/gpu/basics.md:27:102: 제품 'x1'에 사실 'powr'이(가) 없습니다. 혹시 'power'입니까?",
        ],
    ),
    (
        "mistake on the line after a fence",
        {PAGE: ("더 읽을 글도 있습니다.", '\n```python\nx = "{% raw %}{{ y }}{% endraw %}"\n```\n\n{{ term("wrap") }}')},
        ["docs/gpu/basics.md:32:4: term('wrap')가 가리키는 것이 없습니다. 혹시 'warp'입니까?"],
    ),
    (
        "call over two lines",
        {PAGE: ("더 읽을 글도 있습니다.", '{{ fact(\n  "x1.powr"\n) }}')},
        ["docs/gpu/basics.md:27:72: 제품 'x1'에 사실 'powr'이(가) 없습니다. 혹시 'power'입니까?"],
    ),
    (
        "matrix known by its words only while another call is broken",
        {PAGE: ("더 읽을 글도 있습니다.", "{{ term( }} 뒤")},
        [
            "docs/gpu/basics.md:27:69: 매크로를 읽을 수 없습니다: ')'이(가) 빠졌습니다. 그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        ],
    ),
    (
        "no_terms of an unknown term",
        {PAGE: ("level: basic", "level: basic\nno_terms: [wrap]")},
        ["docs/gpu/basics.md:9:12: 용어 'wrap'이(가) 없습니다. 혹시 'warp'입니까?"],
    ),
    (
        "no_terms that is no list",
        {PAGE: ("level: basic", "level: basic\nno_terms: warp")},
        ["docs/gpu/basics.md:9:11: 'no_terms'에는 목록이 와야 하는데 'warp'이(가) 있습니다."],
    ),
    ("no_terms of all", {PAGE: ("level: basic", "level: basic\nno_terms: true")}, []),
]


@pytest.mark.parametrize(("changes", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_mistake(problems_of: Callable[[Changes], list[str]], changes: Changes, expected: list[str]) -> None:
    assert problems_of(changes) == expected


def test_not_utf8(project: Callable[[Changes], Path]) -> None:
    root = project({})
    (root / HOME).write_bytes("# 처음".encode("cp949"))
    assert [str(p) for p in check.problems(root)] == [
        "docs/index.md:1:1: UTF-8이 아닙니다 (5번째 바이트). UTF-8로 저장하십시오.",
    ]


def test_windows_line_ends_count_as_lines(project: Callable[[Changes], Path]) -> None:
    root = project({PAGE: ("더 읽을 글도 있습니다.", '{{ term("wrap") }}')})
    (root / PAGE).write_bytes((root / PAGE).read_bytes().replace(b"\n", b"\r\n"))
    assert [str(p) for p in check.problems(root)] == ["docs/gpu/basics.md:27:72: term('wrap')가 가리키는 것이 없습니다. 혹시 'warp'입니까?"]
