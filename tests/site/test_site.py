"""What the built site owes its reader, whichever engine built it."""

from __future__ import annotations

import gzip
import itertools
import os
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from macros import catalog
from macros import pages as sources
from macros.matrix import columns, shown_rows
from publish import budget, links
from publish.engines import DIFFERENCES
from publish.fonts import characters, codes
from publish.html import BuiltPage

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.site
Pages = dict[str, BuiltPage]


def content(page: BuiltPage) -> list:
    return page.tree.xpath('//article[contains(@class, "md-content__inner")]')


def test_every_source_page_is_built(built_pages: Pages) -> None:
    for path in sources.scan(ROOT):
        from macros.links import url_of

        assert f"{url_of(path)}index.html" in built_pages, path


def test_thirty_sections_say_which_they_are(built_pages: Pages) -> None:
    expected = {f"{chapter}.{section}" for chapter in range(1, 11) for section in range(1, 4)}
    assert {p.section for p in built_pages.values() if p.section} >= expected


def test_no_link_is_broken_and_nothing_comes_from_elsewhere(site: Path, built_pages: Pages) -> None:
    assert list(links.broken(site, built_pages)) == []


def test_no_macro_is_left_unrendered(built_pages: Pages) -> None:
    assert list(links.unrendered(built_pages)) == []


def test_every_term_has_its_anchor(built_pages: Pages) -> None:
    glossary = built_pages["glossary/index.html"]
    missing = set(catalog.load(ROOT / "data").terms) - glossary.ids
    assert not missing


def test_tables_have_captions_or_labels_and_scopes(built_pages: Pages) -> None:
    for page in built_pages.values():
        for article in content(page):
            for table in article.xpath(".//table[not(ancestor::div[contains(@class, 'highlight')])]"):
                named = table.xpath("./caption") or table.xpath("ancestor::div[@role='region'][@aria-label]")
                assert named, f"{page.path}: a table without a name"
                for head in table.xpath(".//th"):
                    assert head.get("scope"), f"{page.path}: {head.text_content().strip()!r} has no scope"


def test_a_source_is_reachable_from_every_number(built_pages: Pages) -> None:
    seen = 0
    for page in built_pages.values():
        for article in content(page):
            for number in article.xpath(".//a[@class='fact']/data"):
                near = number.xpath("ancestor::*[self::td or self::p or self::li or self::th or self::dd][1]")
                marks = near[0].xpath(".//sup[@class='ref']/a/@href") if near else []
                assert marks, f"{page.path}: {number.text_content()} has no source"
                assert all(m[1:] in page.ids for m in marks), f"{page.path}: {marks}"
                seen += 1
    assert seen > 500


def test_every_fact_leads_to_its_anatomy(built_pages: Pages) -> None:
    """The value, the source and the day stand in the note; notes are numbered, and none is without its number on the page."""
    loaded, seen = catalog.load(ROOT / "data"), 0
    for page in built_pages.values():
        links_to = {
            href for href in page.tree.xpath("//a[@class='fact' or ancestor::section[@class='facts']]/@href") if href.startswith("#f-")
        }
        notes = {note.get("id"): note for note in page.tree.xpath("//section[@class='facts']/ol/li")}
        numbers = [int(ol.get("start", "1")) + n for ol in page.tree.xpath("//section[@class='facts']/ol") for n in range(len(ol))]
        assert numbers == list(range(1, len(notes) + 1)), page.path
        assert {href[1:] for href in links_to} == set(notes), page.path
        for id, note in notes.items():
            if not id.startswith("f-calc-"):
                found, said = loaded.facts.find(id[2:]), " ".join(note.text_content().split())
                of = " ".join(note.getparent().getprevious().text_content().split())
                assert found.product.name in of and found.attribute.ko in said, id
                assert all(word in said for word in found.fact.qualifiers.words()), id
                assert all(other.why in said for other in found.fact.disagrees), id
                if found.fact.source:
                    source = loaded.get("sources", found.fact.source)
                    named = note.xpath(f".//a[@href='#src-{source.id}']")
                    assert source.url in page.tree.xpath(f"//li[@id='src-{source.id}']/a/@href") and named and found.fact.locator in said, (
                        id
                    )
                    assert str(found.fact.verified) in said and "신뢰도" in said, id
                seen += 1
        assert not page.tree.xpath("//article//*[contains(@class, 'fact') or contains(@class, 'state')]/@title"), page.path
    assert seen > 500


def test_matrices_show_every_column(built_pages: Pages) -> None:
    loaded = catalog.load(ROOT / "data")
    shown = 0
    for page in built_pages.values():
        for section in page.tree.xpath("//section[contains(@class, 'matrix')][starts-with(@id, 'matrix-')]"):
            table = loaded.matrices[section.get("id")[len("matrix-") :]]
            assert len(section.xpath(".//thead//th")) == len(columns(table, loaded)) + 1
            assert len(section.xpath(".//tbody/tr")) == len(shown_rows(table, loaded))
            shown += 1
    assert shown >= len(loaded.matrices)


def test_english_terms_say_so(built_pages: Pages) -> None:
    for entry in built_pages["glossary/index.html"].tree.xpath("//section[@class='entry']"):
        small = entry.xpath("./h3/small/span")
        assert all(s.get("lang") == "en" for s in small), entry.get("id")


def test_pages_are_described_for_search_engines(built_pages: Pages) -> None:
    for page in built_pages.values():
        if page.path == "404.html":
            continue
        assert page.tree.get("lang") == "ko"
        assert page.tree.xpath('//meta[@name="description"]/@content')[0].strip(), page.path
        assert len(page.tree.xpath("//h1")) == 1, page.path
        assert page.tree.xpath("//title/text()")[0].strip()


def test_headings_do_not_skip_levels(built_pages: Pages) -> None:
    for page in built_pages.values():
        levels = [int(h.tag[1]) for article in content(page) for h in article.xpath(".//h1|.//h2|.//h3|.//h4|.//h5")]
        for before, after in itertools.pairwise(levels):
            assert after <= before + 1, f"{page.path}: h{before} is followed by h{after}"


def test_ids_are_unique(built_pages: Pages) -> None:
    for page in built_pages.values():
        ids = page.tree.xpath("//@id[not(ancestor::template)]")
        assert len(ids) == len(set(ids)), f"{page.path}: {sorted({i for i in ids if ids.count(i) > 1})}"


def test_pages_stay_within_budget(site: Path, built_pages: Pages) -> None:
    assert [line for w in budget.weights(site, built_pages) for line in w.over()] == []


def test_budget_of_a_section_is_what_was_promised() -> None:
    assert budget.BUDGETS["section"] == (60 * 1024, 90 * 1024)


def test_budget_counts_what_the_page_loads(site: Path, built_pages: Pages) -> None:
    page = built_pages["gpu/cuda/index.html"]
    weight = budget.weigh(site, page)
    html = len(gzip.compress(page.file.read_bytes(), 6))
    assert weight.other > html + 5000, "style sheets count"
    assert weight.fonts > 10_000


def test_nothing_of_search_is_loaded_before_the_box_is_opened(built_pages: Pages) -> None:
    for page in built_pages.values():
        assert not [a for a in page.loads if "bundle" in a or "search" in a or "worker" in a], page.path


def test_edit_links_only_with_a_repository(built_pages: Pages) -> None:
    links_to_edit = built_pages["gpu/cuda/index.html"].tree.xpath('//a[@rel="edit"]/@href')
    repository, folder = os.environ.get("REPO_URL"), os.environ.get("EDIT_URI")
    assert links_to_edit == ([f"{repository}/{folder}gpu/cuda.md"] if repository else [])


def test_fonts_cover_every_page(site: Path, built_pages: Pages) -> None:
    shared = (site / "assets/fonts/fonts.css").read_text("utf-8")
    for page in built_pages.values():
        rules = shared + "".join(page.tree.xpath("//head/style/text()"))
        for weight in (400, 700):
            faces = "".join(f for f in rules.split("@font-face") if f"font-weight:{weight}" in f)
            missing = {c for c in characters(page, bold=weight == 700) if "가" <= c <= "힣" and ord(c) not in codes(faces)}
            assert not missing or page.path == "404.html", f"{page.path}: {''.join(sorted(missing))}"


def test_the_search_can_show_what_any_page_says(site: Path, built_pages: Pages) -> None:
    """Its dialog quotes all pages: what the core lacks in either weight is in the font that it asks for last."""
    shared = (site / "assets/fonts/fonts.css").read_text("utf-8")
    core = set.intersection(*(codes("".join(f for f in shared.split("@font-face") if f"font-weight:{w}" in f)) for w in (400, 700)))
    rest = set(TTFont(site / "assets/fonts/rest.woff2").getBestCmap())
    said = {ord(c) for page in built_pages.values() for c in characters(page, bold=False) if "가" <= c <= "힣"}
    assert said - core and said <= core | rest
    assert 'url("../fonts/rest.woff2")' in (site / "assets/search/search.css").read_text("utf-8")


# --- terms in running text ------------------------------------------------------------------------------------------------


def term_marks(page: BuiltPage) -> list[tuple[str, str, str | None, str]]:
    found = (e for a in content(page) for e in a.xpath(".//*[@data-term]"))
    return [(e.tag, e.get("data-term"), e.get("href"), e.text_content()) for e in found]


def by_author(page: BuiltPage) -> set[str]:
    """Terms that the page's author links by hand."""
    folder = page.path.removesuffix("index.html").rstrip("/") or "index"
    files = [f for f in (ROOT / f"docs/{folder}.md", ROOT / f"docs/{folder}/index.md") if f.exists()]
    return {id for file in files for id in re.findall(r"""term\(["']([a-z0-9-]+)""", file.read_text("utf-8"))}


def test_terms_in_running_text_lead_to_their_entries(built_pages: Pages) -> None:
    glossary, seen = built_pages["glossary/index.html"], 0
    for page in built_pages.values():
        for tag, term, href, _ in term_marks(page):
            assert term in glossary.ids, f"{page.path}: {term}"
            if tag == "a":
                assert page.resolve(href or "") == ("glossary/index.html", term), f"{page.path}: {href}"
                seen += 1
    assert seen > 2000


def test_a_term_is_linked_once_a_section_unless_its_author_links_it(built_pages: Pages) -> None:
    for page in built_pages.values():
        for article in content(page):
            linked: set[str] = set()
            for element in article.iter():
                if element.tag in ("h1", "h2"):
                    linked = set()
                if element.tag == "a" and element.get("data-term") and element.get("data-term") not in by_author(page):
                    assert element.get("data-term") not in linked, f"{page.path}: {element.get('data-term')}"
                    linked.add(element.get("data-term"))


def test_terms_are_left_alone_where_they_must_be(built_pages: Pages) -> None:
    alone = "ancestor::a or ancestor::code or ancestor::pre or ancestor::h2 or ancestor::h3 or ancestor::figure or ancestor::summary"
    for page in built_pages.values():
        for article in content(page):
            found = article.xpath(f'.//*[@class="term"][@data-term][{alone}]')
            wrong = [e for e in found if e.get("data-term") not in by_author(page)]
            assert not wrong, f"{page.path}: {[w.text_content() for w in wrong]}"
    for path in ("glossary/index.html", "errata/index.html", "macros/index.html", "contributing/index.html"):
        quiet = [m for m in term_marks(built_pages[path]) if m[0] == "span"]
        assert not quiet, f"{path}: {quiet[:3]}"


# --- the two engines agree ---------------------------------------------------------------------------------------


def test_same_pages(both: dict[str, Pages]) -> None:
    ours, theirs = set(both["mkdocs"]), set(both["zensical"])
    assert ours ^ theirs <= set(DIFFERENCES["pages"])


def test_same_tables(both: dict[str, Pages]) -> None:
    for path, page in both["mkdocs"].items():
        other = both["zensical"].get(path)
        if other is not None:
            assert tables(page) == tables(other), path


def tables(page: BuiltPage) -> list[list[str]]:
    return [
        [" ".join(c.text_content().split()) for c in t.iter("th", "td")]
        for a in content(page)
        for t in a.iter("table")
        if t.get("class") != "highlighttable"
    ]


def test_same_anchors_in_the_text(both: dict[str, Pages]) -> None:
    for path, page in both["mkdocs"].items():
        other = both["zensical"].get(path)
        if other is not None:
            assert anchors(page) == anchors(other), path


def test_same_terms(both: dict[str, Pages]) -> None:
    for path, page in both["mkdocs"].items():
        other = both["zensical"].get(path)
        if other is not None:
            assert term_marks(page) == term_marks(other), path


def anchors(page: BuiltPage) -> set[str]:
    return {i for a in content(page) for i in a.xpath(".//@id[not(ancestor::pre)]") if not i.startswith("__")}


def test_same_words(both: dict[str, Pages]) -> None:
    for path, page in both["mkdocs"].items():
        other = both["zensical"].get(path)
        if other is not None and content(page):
            assert words(page) == words(other), path


def words(page: BuiltPage) -> str:
    return "".join("".join(a.text_content().split()) for a in content(page)).replace("¶", "")
