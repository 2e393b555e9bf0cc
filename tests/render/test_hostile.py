"""Data that looks like markup comes out as text: in a paragraph, a list, a table cell, and in every block."""

from __future__ import annotations

import datetime
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros import catalog, pages
from tests.markup import Site, extensions, tags_and_text, to_html
from tests.project import BASE, changed, load_yaml

NASTY = (
    "<script>alert(1)</script>",
    "</a></p></section></td><img src=x onerror=alert(1)>",
    "\"quoted\" and 'quoted'",
    "a | b || c",
    "{{ 7 * 7 }} {% raw %} {%- endraw -%} {# gone #}",
    "*x* **y** _y_ __z__ ***w*** ~~s~~",
    "`code` ``two``",
    "[a](b) ![a](b) [a][b] [^1] [x]: y",
    "&amp; &lt;b&gt; &#65; &copy &nbsp;",
    "# heading", "- item", "1. item", "> quote", "    indented", ": definition", "*[HTML]: abbr", "!!! note",
    "{: .x #y onclick=z } { #id }",
    "back\\slash \\* \\_",
    "https://example.org/?a=b&c=d <https://example.org> mail@example.org",
    "$x^2$ ^up^ ~down~ ==mark== ++ins++ :smile: -- ... (c)",
    "``` fence", "---", "***", "| --- |",
)  # fmt: skip
ALL = " ".join(NASTY)
FORMS = [*NASTY, ALL]
INLINE = {
    "term": '{{ term("warp") }}',
    "term with text": '{{ term("warp", nasty) }}',
    "fact": '{{ fact("x1.cooling", words=True) }}',
    "state": '{{ fact("box.throughput") }}',
    "calc": '{{ calc("2 * x1.power", "W") }}',
    "cite": '{{ cite("acme-page", nasty) }}',
}
# Those whose call shows the text itself; a source mark shows its number, a state its word.
SHOWN = {"term", "term with text", "fact"}
PLACES = {
    "paragraph": "앞 %s 뒤",
    "list item": "- 앞 %s 뒤\n- 다음",
    "table cell": "| 가 | 나 |\n|---|---|\n| 앞 %s 뒤 | 끝 |",
    "quotation": "> 앞 %s 뒤",
}
BLOCKS = {
    "matrix": '{{ matrix("x1-vs-box") }}',
    "product": '{{ product("x1") }}',
    "product page": '{{ product("x1", page=True) }}',
    "products": "{{ products() }}",
    "matrices": "{{ matrices() }}",
    "ledger": "{{ ledger() }}",
    "timeline": '{{ timeline("history") }}',
    "figure": '{{ figure("sm", caption=nasty) }}',
    "quiz": '{{ quiz("2.1") }}',
    "errata": "{{ errata() }}",
    "glossary": "{{ glossary() }}",
    "terms of a section": '{{ glossary(section="2.1") }}',
    "contents": "{{ contents() }}",
    "contents of a chapter": "{{ contents(chapter=2) }}",
    "sources": '{{ cite("acme-page", nasty) }}\n\n{{ sources() }}',
    "notes of facts": '{{ product("x1") }}\n\n{{ product("box") }}\n\n{{ sources() }}',
    "note of a calculation": '{{ calc("2 * x1.power + 3 * x1.power", "W") }}\n\n{{ sources() }}',
}  # fmt: skip
# Keys whose value is free text, which an author may fill with anything.
FREE = {
    "ko", "en", "abbr", "reading", "definition", "why", "detail", "difference", "title", "publisher", "note", "name", "reason", "locator", "how_to_read",
    "limits", "group", "criterion", "explain", "said", "correct", "prompt", "answer", "context", "text", "value", "vendor",
}  # fmt: skip

SHORT = {"definition": 100, "why": 40, "difference": 50, "detail": 300}


@cache
def base_data() -> dict[str, Any]:
    files = sorted(BASE.glob("data/**/*.yml"))
    return {file.relative_to(BASE).as_posix(): load_yaml(file.read_text("utf-8")) for file in files}


def filled(text: str, shared_project: Path) -> Site:
    """The base project with `text` for every free text, unchecked: two terms of one name do not matter here."""
    changes: dict[str, str | tuple[str, str] | None] = {}
    for path, data in base_data().items():
        changes[path] = json.dumps(_filled(data, text), ensure_ascii=False)  # which is YAML too
    page = (BASE / "docs/gpu/basics.md").read_text("utf-8")
    changes["docs/gpu/basics.md"] = re.sub(
        r"\ntitle: .*\ndescription: .*", lambda _: "\n" + f"title: {json.dumps(text)}\ndescription: {json.dumps(text)}", page
    )
    with changed(shared_project, changes) as root:
        data = catalog.load(root / "data")
        assert data.problems == ()
        return Site.unchecked(data, pages.scan(root))


def _filled(data: Any, text: str, key: str = "", number: int = 0) -> Any:
    if isinstance(data, dict):
        return {k: _filled(v, text, k, number) for k, v in data.items()}
    if isinstance(data, list):
        return [_filled(v, text, key, n) for n, v in enumerate(data)]
    if isinstance(data, str) and key in FREE:
        # An answer must differ from the wrong choices; what a card says is short.
        return f"{text} {number}" if key == "text" else text[: SHORT.get(key)]
    return str(data) if isinstance(data, datetime.date) else data


@pytest.fixture(scope="module")
def plain(shared_project: Path) -> dict[str, list[str]]:
    """The tags of each call when the text is plain."""
    site = filled("Plain", shared_project)
    inline = {name: structure(tags_and_text(site.markdown(call, nasty="Plain"))[0]) for name, call in INLINE.items()}
    blocks = {name: structure(tags_and_text(to_html(site.markdown(call, nasty="Plain")))[0]) for name, call in BLOCKS.items()}
    return inline | blocks


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("nasty", FORMS, ids=[f[:16] for f in FORMS[:-1]] + ["all"])
def test_text_stays_text(nasty: str, plain: dict[str, list[str]], shared_project: Path) -> None:
    site = filled(nasty, shared_project)
    for name, call in INLINE.items():
        html = site.markdown(call, nasty=nasty)
        tags, text = tags_and_text(html)
        assert structure(tags) == plain[name], name
        if name in SHOWN:
            assert words(nasty) in words(text), name
        for place, frame in PLACES.items():
            expected_tags, expected_text = tags_and_text(to_html(frame % "QQQ"))
            got_tags, got_text = tags_and_text(to_html(frame % html))
            assert sorted(got_tags) == sorted(expected_tags + tags), f"{name} in a {place}"
            assert words(got_text) == words(expected_text.replace("QQQ", text)), f"{name} in a {place}"
    for name, call in BLOCKS.items():
        tags, text = tags_and_text(to_html(site.markdown(call, nasty=nasty)))
        assert structure(tags) == plain[name], name
        assert words(nasty)[:100] in words(text), name


def structure(tags: list[str]) -> list[str]:
    """The tags without the spans that say which language a text is in."""
    return [tag for tag in tags if tag != "span"]


def test_places_hold_what_the_macros_give() -> None:
    """The frames above do not lose text by themselves."""
    for frame in PLACES.values():
        assert "앞 QQQ 뒤" in words(tags_and_text(to_html(frame % "QQQ"))[1])


def test_extensions_are_those_of_the_site() -> None:
    assert {"attr_list", "md_in_html", "tables", "pymdownx.superfences", "macros.tables"} <= set(extensions()[0])
