"""What a page says about its terms, and what the glossary says about all of them."""

from __future__ import annotations

import gzip
import json
import re
import statistics
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from macros import catalog
from publish.html import BuiltPage

from .conftest import ROOT

pytestmark = pytest.mark.site
Pages = dict[str, BuiltPage]
ABOUT_TERMS = ("glossary/", "confusables/")


def marked(page: BuiltPage) -> set[str]:
    return set(page.tree.xpath("//article//*[@data-term]/@data-term"))


def noted(page: BuiltPage) -> list[str]:
    """Whose notes a page carries."""
    return [note.get("id", "").removeprefix("t-") for note in notes_of(page)]


def notes_of(page: BuiltPage) -> list[lxml.html.HtmlElement]:
    return list(page.tree.xpath("//section[@class='terms']//li"))


def explaining(pages: Pages) -> dict[str, BuiltPage]:
    return {path: page for path, page in pages.items() if not path.startswith(ABOUT_TERMS)}


def test_a_page_carries_the_notes_of_its_terms_and_no_others(built_pages: Pages) -> None:
    seen = 0
    for path, page in explaining(built_pages).items():
        assert sorted(noted(page)) == sorted(marked(page)), path
        seen += len(noted(page))
    assert seen > 2000
    assert not any(noted(page) for path, page in built_pages.items() if path.startswith(ABOUT_TERMS))


def test_a_note_says_what_the_glossary_says(built_pages: Pages) -> None:
    terms = catalog.load(ROOT / "data").terms
    for path, page in explaining(built_pages).items():
        notes = notes_of(page)
        assert len(notes) == len(noted(page)), path
        for id, note in zip(noted(page), notes, strict=True):
            term = terms[id]
            first = note.find("p").text_content()
            assert first.startswith(term.ko) and first.endswith(term.definition), path
            assert all(name in first for name in (term.en, term.abbr, term.reading) if name), path


def test_every_note_says_what_to_know_first_and_who_says_so(built_pages: Pages) -> None:
    loaded = catalog.load(ROOT / "data")
    for path, page in explaining(built_pages).items():
        for id, note in zip(noted(page), notes_of(page), strict=True):
            told, term = note.text_content(), loaded.terms[id]
            assert all(loaded.terms[p].ko in told for p in term.prerequisites), f"{path}: {id}"
            assert all(loaded.sources[s].publisher in told for s in term.sources), f"{path}: {id}"


def test_every_note_says_why_and_what_tells_its_term_apart(built_pages: Pages) -> None:
    """A sentence that tells two terms of the page apart stands in one of their notes; the other's card reads it by its place."""
    loaded = catalog.load(ROOT / "data")
    told = 0
    for path, page in explaining(built_pages).items():
        notes = notes_of(page)
        for place, (id, note) in enumerate(zip(noted(page), notes, strict=True)):
            lines = [p.text_content() for p in note.iter("p")]
            confusions = loaded.confusions[id].values()
            assert loaded.terms[id].why in lines, f"{path}: {id}"
            read = [*lines, *(p.text_content() for other in notes for p in other.xpath(f"./p[@data-apart='{place}']"))]
            assert not confusions or any(f"구별: {sentence}" in read for sentence in confusions), f"{path}: {id}"
            told += bool(confusions)
    assert told > 2000, told


def test_notes_are_light(built_pages: Pages) -> None:
    """Under 4 KB on a typical page, which is three of four. Sections link more than fifty terms each: there the definitions are."""
    added = {path: _added(page) for path, page in built_pages.items() if noted(page)}
    sections = [path for path in added if built_pages[path].section]
    assert len(added) > 100 and len(sections) > 40
    whole = [notes for notes, _ in added.values()]
    assert statistics.median(whole) < 2 * 1024 and statistics.quantiles(whole, n=4)[2] < 4 * 1024
    assert statistics.median(added[path][1] for path in sections) < 4 * 1024, "names and definitions"
    assert statistics.median(added[path][0] / len(noted(built_pages[path])) for path in sections) < 110, "bytes a note"
    assert max(whole) < 10 * 1024, max(added, key=added.__getitem__)


def _added(page: BuiltPage) -> tuple[int, int]:
    """Compressed bytes that the notes add to a page: all that they say, and their names and definitions alone."""
    html = page.file.read_text("utf-8")
    before, start, rest = html.partition('<section class="terms"')
    notes, end, after = rest.partition("</section>")
    assert start and end
    defined = re.sub(r"(<li[^>]*><p>.*?)<p[ >].*?(?=<li|</ul>)", r"\1", notes, flags=re.S)
    bare = _compressed(before + after)
    return _compressed(html) - bare, _compressed(before + start + defined + end + after) - bare


def _compressed(html: str) -> int:
    return len(gzip.compress(html.encode(), 6))


def test_every_term_says_where_it_is_used(built_pages: Pages) -> None:
    glossary = built_pages["glossary/index.html"]
    terms = catalog.load(ROOT / "data").terms
    assert set(terms) | {old for term in terms.values() for old in term.former_ids} <= glossary.ids
    for entry in glossary.tree.xpath("//section[@class='entry']"):
        target, anchor = glossary.resolve(entry.xpath(".//li[last()]/a/@href")[-1])
        assert target is not None and anchor == entry.get("id"), entry.get("id")
        uses = built_pages[target].tree.xpath(f"//section[@id='{anchor}']")[0]
        assert uses.xpath("./ul/li[a and normalize-space(text())]"), f"{anchor}: a page and its sentence"
    assert not glossary.tree.xpath("//ul[not(li)]")


def test_backlinks_lead_to_pages_that_say_the_sentence(built_pages: Pages) -> None:
    page = built_pages["glossary/n/index.html"]
    links = page.tree.xpath("//section[@id='nvlink']/ul/li")
    assert len(links) > 10
    for item in links:
        target, anchor = page.resolve(item.find("a").get("href"))
        sentence = item.find("a").tail.removeprefix(": ").removesuffix(" …")
        said = article(built_pages[target or ""])
        # Of a table: the headings of the row and the column, and the cell, each of which the page says.
        parts = [sentence] if plain(sentence)[:20] in said else re.split(" · |: ", sentence)
        assert all(plain(part) and plain(part)[:20] in said for part in parts), sentence
        assert not anchor or anchor in built_pages[target].ids


def article(page: BuiltPage) -> str:
    """The words of a page without marks of sources."""
    return plain("".join(page.tree.xpath("//article//text()[not(ancestor::sup)]")))


def plain(text: str) -> str:
    """Without spaces and without what stands in brackets, such as the English of a term at its first use."""
    while (shorter := re.sub(r"\([^()]*\)", "", text)) != text:
        text = shorter
    return "".join(text.split())


def test_facts_and_matrices_about_a_term(built_pages: Pages) -> None:
    page = built_pages["glossary/n/index.html"]
    targets = {page.resolve(href)[0] for href in page.tree.xpath("//section[@id='nvlink']/dl//a/@href")}
    assert "products/h100-sxm5/index.html" in targets
    assert any(target and target.startswith("compare/") for target in targets)


def test_index_from_a_to_z_names_every_term(built_pages: Pages) -> None:
    page = built_pages["glossary/english/index.html"]
    targets = {page.resolve(href) for href in page.tree.xpath("//ul[@class='glossary-english']//a/@href")}
    assert {anchor for path, anchor in targets if path == "glossary/index.html"} == set(catalog.load(ROOT / "data").terms)


def test_confusable_pairs(built_pages: Pages) -> None:
    groups = built_pages["confusables/index.html"].tree.xpath("//div[@class='confusables']/section")
    assert len(groups) >= 30
    for group in groups:
        assert [dt.text for dt in group.iter("dt")] == ["같은 점", "차이", "가리는 법"]
        assert all(len(dd.text_content()) > 10 for dd in group.iter("dd")), group.get("id")
        assert group.xpath("string(.//strong)").endswith("."), group.get("id")


def test_defined_terms_for_search_engines(site: Path, built_pages: Pages) -> None:
    whole = said(built_pages["glossary/index.html"])
    assert whole["@type"] == "DefinedTermSet" and whole["url"] == whole["@id"]
    defined = [
        d
        for path in built_pages
        if path.count("/") == 2 and path.startswith("glossary/")
        for d in said(built_pages[path]).get("@graph", [])
    ]
    assert sorted(d["termCode"] for d in defined) == sorted(catalog.load(ROOT / "data").terms)
    assert all(d["inDefinedTermSet"] == whole["url"] and d["url"] == f"{whole['url']}#{d['termCode']}" for d in defined)
    assert (site / "data/terms.tbx").is_file()


def said(page: BuiltPage) -> dict[str, Any]:
    found = page.tree.xpath("//script[@type='application/ld+json']/text()")
    return dict(json.loads(found[0])) if found else {}


def test_both_engines_say_the_same(both: dict[str, Pages]) -> None:
    for path, page in both["mkdocs"].items():
        other = both["zensical"][path]
        assert [_words(e) for e in _notes(page)] == [_words(e) for e in _notes(other)], path
        assert [page.resolve(h) for e in _notes(page) for h in e.xpath(".//a/@href")] == [
            other.resolve(h) for e in _notes(other) for h in e.xpath(".//a/@href")
        ], path


def _notes(page: BuiltPage) -> list[lxml.html.HtmlElement]:
    return list(page.tree.xpath("//section[@class='terms' or @class='entry']"))


def _words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
