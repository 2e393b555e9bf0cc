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


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("도시를 달립니다.\n\n워프입니다.\n", ["워프입니다."]),
        ("도시를 달립니다. {{ cite('nvidia-h100') }} 워프입니다.\n", []),
        ("`도시`를 [달리는](x.md) 워프입니다.\n", []),
        ("- 도시\n- 워프\n", ["워프"]),
        ("| 이름 | 뜻 |\n| --- | --- |\n| 도시 | 워프 |\n", ["도시 · 뜻: 워프"]),
        ("{{ term('thread', '워프') | josa('를') }} 씁니다.\n", []),
        ("{{ term('thread', '도시') }}의 워프입니다.\n", []),
        ("{{ term('thread') }}의 워프입니다.\n", ["스레드의 워프입니다."]),
    ],
)
def test_a_backlink_is_where_the_page_links(project: Callable[[Changes], Path], text: str, quoted: list[str]) -> None:
    """The senses of words are told within a paragraph, also by what is not linked itself; an author's link names what he says."""
    warp = (ROOT / "tests/base/data/terms/warp.yml").read_text("utf-8")
    root = project({PAGE: HEAD + text, "data/terms/warp.yml": f"{warp}not_near: [도시]\n"})
    found = mentions.mentions(catalog.load(root / "data"), pages.scan(root))["warp"]
    assert [m.sentence for m in found if m.page.section == "2.1"] == quoted


def test_a_text_attribute_measures_a_term_where_its_value_names_it() -> None:
    """메모리 종류 is about HBM for what has HBM; PCIe 세대 is about PCIe whatever its value."""
    data = catalog.load(ROOT / "data")
    index = TermIndex(data, {}, cast(ProductIndex, SimpleNamespace(pages_of_matrix={})))
    measured = {m.attribute.ko: {p.id for p in m.products} for id in ("hbm", "nvlink") for m in index.of(data.terms[id]).measures}
    assert "h100-sxm5" in measured["메모리 종류"] and not measured["메모리 종류"] & {"rtx-4090", "epyc-9654", "t4"}
    assert measured["NVLink 세대"] == {id for id, product in data.products.items() if "nvlink_generation" in product.specs}


@pytest.mark.parametrize(
    ("said", "term", "quoted"),
    [
        ("<span class='no-terms'>워프</span>는 다른 뜻입니다. 워프는 묶음입니다.", "warp", ["워프는 묶음입니다."]),
        ('여기의 <strong class="no-terms">워프</strong>는 다른 뜻입니다.', "warp", []),
        ("우주선이 은하를 건넙니다.\n\n워프는 묶음입니다.", "warp", ["워프는 묶음입니다."]),
        ("우주선이 은하를 건넙니다. 워프로 납니다.", "warp", []),
        ("| 무엇 | 이름 |\n| --- | --- |\n| 스레드 | 워프 |\n", "thread", ["스레드 · 워프"]),
    ],
    ids=["span", "strong", "another paragraph", "same paragraph", "cells apart"],
)
def test_a_use_is_quoted_where_it_is_linked(project: Callable[[Changes], Path], said: str, term: str, quoted: list[str]) -> None:
    """Each paragraph and cell is read for itself, as the links are; what an author leaves unlinked is no use."""
    words = "en: warp\nnot_near: [은하]"
    root = project({PAGE: HEAD + said, "data/terms/warp.yml": ("en: warp", words)})
    found = mentions.mentions(catalog.load(root / "data"), pages.scan(root))[term]
    assert [m.sentence for m in found if m.page.section == "2.1"] == quoted


@pytest.mark.parametrize("forbidden", ["[warp]", "true"])
def test_a_page_without_a_term_does_not_use_it(project: Callable[[Changes], Path], forbidden: str) -> None:
    head = HEAD.replace("\n---\n\n#", f"\nno_terms: {forbidden}\n---\n\n#")
    root = project({PAGE: head + "워프는 묶음입니다.\n"})
    found = mentions.mentions(catalog.load(root / "data"), pages.scan(root))["warp"]
    assert not [m for m in found if m.page.section == "2.1"]


def test_the_pages_of_this_site_use_words_in_their_sense() -> None:
    """Studying is no training of a model, a graph's node no computer; the switches beside PCIe on another row are those of a network."""
    uses = mentions.mentions(catalog.load(ROOT / "data"), pages.scan(ROOT))
    paths = {id: {m.page.path for m in uses[id]} for id in ("training", "calibration", "node", "switch")}
    assert "exam.md" not in paths["training"] and "deep-learning/training.md" in paths["training"]
    assert "practice/labs.md" not in paths["node"] and "gpu-ops/scheduling.md" in paths["node"]
    assert "networking/rdma.md" in paths["switch"]
    assert not [m for m in uses["calibration"] if "보정 항" in m.sentence]
