"""The search without a browser: what is read from pages, and the matcher's own tests in Node."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from macros import catalog
from publish import node, search, search_documents
from publish.html import BuiltPage

ROOT = Path(__file__).parents[1]
PAGE = """<html><head><meta name="guide:section" content="2.1"><meta name="description" content="워프를 다룹니다."></head><body><nav>차례</nav><article>
<h1 id="t">GPU의 구조</h1><p>머리말입니다.<sup class="ref"><a href="#s">1</a></sup></p>
<h2 id="goals">이 글을 읽고 나면</h2><ul><li>워프를 설명합니다.</li></ul>
<h2 id="warp">워프 <small>warp</small></h2><p>스레드 <strong>32개</strong>입니다.</p><table><tr><th scope="row">레지스터</th><td>64K</td></tr></table>
<script>bad()</script><pre>code</pre><section class="facts"><p>수 풀이</p></section><section class="terms"><p>워프의 뜻</p></section>
<h2 id="try">직접 세어 보기</h2><p class="lab-note">출력입니다.</p>
<h2 id="quiz">확인 문제</h2><section class="quiz"><ol><li id="q1"><quiz-question><p>워프는 몇 개입니까? <small>(하나)</small></p><ul><li>32</li></ul></quiz-question></li></ol></section>
<h2 id="sources">출처</h2><p>문서 이름</p></article></body></html>"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("built")
    file = folder / "index.html"
    file.write_text(PAGE, "utf-8")
    return search_documents.documents({"gpu/how/index.html": BuiltPage("gpu/how/index.html", file)}, catalog.load(ROOT / "data"))["pages"][
        0
    ]


def test_a_page_is_read_by_heading(page) -> None:
    assert [(d["id"], d["heading"]) for d in page["docs"]] == [
        ("", ""),
        ("warp", "워프 warp"),
        ("try", "직접 세어 보기"),
        ("q1", "워프는 몇 개입니까?"),
    ]
    assert page["about"] == "워프를 다룹니다."
    assert page["section"] == "2.1" and page["kind"] == "section" and page["url"] == "gpu/how/"


def test_goals_belong_to_the_page_and_what_is_no_text_to_nothing(page) -> None:
    top, warp, lab, question = page["docs"]
    assert lab["kind"] == "lab" and "kind" not in warp
    assert top["text"] == "머리말입니다. 워프를 설명합니다."
    assert warp["text"] == "스레드 32개입니다. 레지스터 64K"
    assert warp["labels"] == ["32개", "레지스터"]
    assert question["kind"] == "question" and question["text"] == "워프는 몇 개입니까? (하나) 32"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("products/h100/index.html", "product"),
        ("products/index.html", "page"),
        ("compare/gpus/index.html", "matrix"),
    ],
)
def test_kinds_of_pages(path: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text("<article><h1>이름</h1></article>", "utf-8")
    assert search_documents.kind_of(path, BuiltPage(path, file)) == kind


def test_pages_about_making_the_site_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text("<article><h1>이름</h1></article>", "utf-8")
    paths = ["404.html", "macros/index.html", "contributing/index.html", "index.html", "glossary/index.html", "glossary/ko-g/index.html"]
    paths += ["confusables/index.html", "about/index.html"]
    found = search_documents.documents({p: BuiltPage(p, file) for p in paths}, catalog.load(ROOT / "data"))["pages"]
    assert [p["url"] for p in found] == ["about/"]


def test_every_form_of_a_term_is_there() -> None:
    terms = {t["id"]: t for t in search_documents.documents({}, catalog.load(ROOT / "data"))["terms"]}
    assert {"CUDA", "쿠다", "Compute Unified Device Architecture"} <= set(terms["cuda"]["forms"])
    mma = terms["mma"]
    assert mma["title"] == "MMA" and mma["wrong"] and set(mma["wrong"]) < set(mma["forms"])


def test_the_engines_own_search_is_removed(tmp_path: Path) -> None:
    for name in ("search/search_index.json", "search.json", "assets/javascripts/bundle.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{}")
    search.write(tmp_path, {}, catalog.load(ROOT / "data"), ROOT)
    files = {f.relative_to(tmp_path).as_posix() for f in tmp_path.rglob("*") if f.is_file()}
    assert "search/core.json" in files
    assert not files & {"search/search_index.json", "search.json", "assets/javascripts/bundle.js"}


@pytest.mark.parametrize("file", sorted((ROOT / "tests/search").glob("*.test.mjs")), ids=lambda f: f.name)
def test_in_node(file: Path) -> None:
    done = subprocess.run([*node.node(), "--no-warnings", "--test", str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
