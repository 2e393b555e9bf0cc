"""What the backlinks of the glossary quote: a sentence where a page has one, else a row of a table that one can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from macros import catalog, mentions, pages
from macros.product_page import ProductIndex
from macros.term_index import TermIndex

from .project import ROOT, Changes

PAGE = "docs/gpu/basics.md"
HEAD = "---\ntitle: GPU의 기본\nsection: '2.1'\n---\n\n# GPU의 기본\n\n"
TABLE = "| 무엇 | 누가 정하나 | 몇 개 |\n| --- | --- | --- |\n| 계산 단위 | 하드웨어가 워프로 | 여럿 |\n| 스레드 | 프로그램 |  |\n"


@pytest.mark.parametrize(
    ("text", "term", "quoted"),
    [
        (TABLE, "warp", "계산 단위 · 누가 정하나: 하드웨어가 워프로"),
        (TABLE, "thread", "스레드 · 프로그램"),
        ("| 무엇 | 워프 |\n| --- | --- |\n| 수 | 32 |\n", "warp", "무엇 · 워프"),
        ("| 무엇 | |\n| --- | --- |\n| 묶음 | 워프 |\n", "warp", "묶음 · 워프"),
        ("| 무엇 | 크기 |\n| --- | --- |\n| | 워프 |\n", "warp", "크기: 워프"),
        (f"{TABLE}\n워프는 묶음입니다.\n", "warp", "워프는 묶음입니다."),
        (f"{TABLE}\n글입니다.\n\n| 이름 | 뜻 |\n| --- | --- |\n| 하나 | 가 |\n", "warp", "계산 단위 · 누가 정하나: 하드웨어가 워프로"),
        ("| 이름 | 뜻 |\n| --- | --- |\n| 하나 | 가 |\n\n| 값 | 둘 |\n| --- | --- |\n| 묶음 | 워프 |\n", "warp", "묶음 · 둘: 워프"),
    ],
    ids=["cell", "row heading", "column heading", "no column heading", "no row heading", "sentence first", "after a table", "second table"],
)
def test_a_backlink_can_be_read(project: Callable[[Changes], Path], text: str, term: str, quoted: str) -> None:
    root = project({PAGE: HEAD + text})
    found = mentions.mentions(catalog.load(root / "data"), pages.scan(root))[term]
    assert [m.sentence for m in found if m.page.section == "2.1"] == [quoted]


def test_a_text_attribute_measures_a_term_where_its_value_names_it() -> None:
    """메모리 종류 is about HBM for what has HBM; PCIe 세대 is about PCIe whatever its value."""
    data = catalog.load(ROOT / "data")
    index = TermIndex(data, {}, cast(ProductIndex, SimpleNamespace(pages_of_matrix={})))
    measured = {m.attribute.ko: {p.id for p in m.products} for id in ("hbm", "nvlink") for m in index.of(data.terms[id]).measures}
    assert "h100-sxm5" in measured["메모리 종류"] and not measured["메모리 종류"] & {"rtx-4090", "epyc-9654", "t4"}
    assert measured["NVLink 세대"] == {id for id, product in data.products.items() if "nvlink_generation" in product.specs}
