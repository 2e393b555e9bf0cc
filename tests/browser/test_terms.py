"""The card that says what a term means, how much is marked, and the glossary that narrows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros import catalog

from .conftest import ROOT, Seen
from .test_use import opened

pytestmark = pytest.mark.browser
PROSE, GLOSSARY = "gpu/how-gpus-work/", "glossary/"


def mark(page: Page) -> Locator:
    page.wait_for_function("document.querySelector('a.term[aria-haspopup]') && document.getElementById('term-marks')")
    page.wait_for_load_state("networkidle")
    found = page.locator("article p a.term[data-term]:visible").first
    found.evaluate("e => e.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(100)
    return found


def card(page: Page) -> Locator:
    return page.locator(".term-card")


def explains(page: Page, term: Locator) -> None:
    """The card says all that the note says, leads to the glossary, stands in the window and not over the term."""
    card(page).wait_for(state="visible")
    note = page.locator(f"[id='t-{term.get_attribute('data-term')}']").evaluate("e => [...e.children].map(p => p.textContent)")
    said = (card(page).text_content() or "").replace(" ", "")
    assert note and all(re.sub(r"^(구별|먼저|출처): ", r"\1", text).replace(" ", "") in said for text in note)
    assert card(page).locator(".card__foot a").first.get_attribute("href") == term.get_attribute("href")
    at, box = term.bounding_box(), card(page).bounding_box()
    assert at and box
    assert box["x"] >= 0 and box["x"] + box["width"] <= page.evaluate("document.body.getBoundingClientRect().right")
    assert box["y"] >= at["y"] + at["height"] or box["y"] + box["height"] <= at["y"], "the card covers its term"


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_hover(browser: Browser, address: str, zensical_address: str, engine: str) -> None:
    origin = address if engine == "mkdocs" else zensical_address
    page = opened(browser, origin + PROSE)
    seen = Seen(page, origin)
    term = mark(page)
    seen.requests.clear()
    term.hover()
    explains(page, term)
    at, box = term.bounding_box(), card(page).bounding_box()
    assert at and box
    gap = (at["y"] + at["height"] + box["y"]) / 2 if box["y"] > at["y"] else (box["y"] + box["height"] + at["y"]) / 2
    page.mouse.move(at["x"] + 3, gap)
    page.wait_for_timeout(700)
    assert card(page).is_visible(), "the pointer may rest in the gap"
    card(page).hover()
    page.wait_for_timeout(500)
    assert card(page).is_visible(), "the pointer can move onto the card"
    page.mouse.move(5, 5)
    card(page).wait_for(state="hidden")
    term.hover()
    card(page).wait_for(state="visible")
    page.keyboard.press("Escape")
    card(page).wait_for(state="hidden")
    assert seen.errors == [] and seen.requests == [], "the card asks for nothing"
    page.context.close()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize("path", [PROSE, "cluster/cluster-design/"])
def test_every_card_says_what_the_data_say(browser: Browser, address: str, zensical_address: str, engine: str, path: str) -> None:
    """Every term that a page of a section links, by the card that opens on it."""
    page = opened(browser, (address if engine == "mkdocs" else zensical_address) + path)
    mark(page)
    page.keyboard.press("Tab")  # so that focus shows
    cards = page.evaluate(
        """() => [...new Map([...document.querySelectorAll("article a.term[data-term]")].map(a => [a.dataset.term, a]))].map(([id, a]) => {
            a.focus()
            const card = document.querySelector(".term-card"), links = [...card.querySelectorAll("p a")]
            const said = card.hidden ? "" : card.innerText.replaceAll(/\\s+/g, " ")
            return [id, said, card.querySelector(".card__foot a").href, links.map(a => [a.textContent, a.href.split("#")[1]])]
        })"""
    )
    loaded = catalog.load(ROOT / "data")
    apart = linked = 0
    for id, said, href, links in cards:
        term = loaded.terms[id]
        assert href.endswith(f"glossary/#{id}")
        first = [loaded.terms[p] for p in term.prerequisites]
        must = [term.ko, term.en, term.abbr, term.reading, term.definition, term.why]
        must += [t.ko for t in first] + [loaded.sources[source].publisher for source in term.sources]
        must += ["먼저"] * bool(term.prerequisites) + ["출처"] * bool(term.sources)
        assert [text for text in must if text and text not in said] == [], id
        told = differences(loaded, id)
        assert not told or ("구별" in said and any(sentence in said for sentence in told)), id
        assert all([t.ko, t.id] in links for t in first if t.id in {id for id, *_ in cards}), id
        apart, linked = apart + bool(told), linked + len(links)
    assert len(cards) > 40 and apart > 25 and linked > 25
    page.context.close()


def differences(loaded: catalog.Catalog, id: str) -> list[str]:
    """What tells a term from those it is confused with, said of either."""
    return [c.difference for term in loaded.terms.values() for c in term.confused_with if id in (term.id, c.term)]


def test_keyboard(browser: Browser, address: str) -> None:
    page = opened(browser, address + PROSE)
    term = mark(page)
    page.keyboard.press("Tab")
    term.focus()
    explains(page, term)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "dialog"
    page.keyboard.press("Escape")
    card(page).wait_for(state="hidden")
    assert term.evaluate("e => e === document.activeElement"), "focus returns"
    page.context.close()


def test_tap_on_a_phone(browser: Browser, address: str) -> None:
    page = opened(browser, address + PROSE, 390, has_touch=True)
    term = mark(page)
    term.tap()
    explains(page, term)
    assert "glossary" not in page.url
    term.tap()
    page.wait_for_url("**/glossary/#*")
    page.context.close()


def test_how_much_is_marked(browser: Browser, address: str) -> None:
    page = opened(browser, address + PROSE)
    mark(page)
    first, later = page.locator("article a.term[data-term]").count(), page.locator("article span.term[data-term]").count()
    assert first and later
    page.get_by_role("radio", name="모두").check()
    assert page.locator("article a.term[data-term]").count() == first + later
    again = page.locator("article a.term[data-later]:visible").first
    again.scroll_into_view_if_needed()
    again.hover()
    explains(page, again)
    page.get_by_label("표시 안 함").check()
    assert page.locator("article a.term[data-term]").count() == first
    page.goto(address + PROSE)
    assert page.evaluate("document.documentElement.dataset.terms") == "none"
    line = page.locator("article p a.term").first
    assert line.evaluate("e => getComputedStyle(e).textDecorationLine") == "none", "before any module has run, too"
    mark(page)
    assert page.get_by_label("표시 안 함").is_checked() and line.get_attribute("tabindex") == "-1"
    page.get_by_label("처음 나올 때만").check()
    assert line.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    page.context.close()


def test_print_lists_the_terms_and_no_script_leads_to_the_glossary(browser: Browser, address: str) -> None:
    page = opened(browser, address + PROSE, java_script_enabled=False)
    assert not page.locator(".terms li").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(".terms li").first.is_visible()
    page.emulate_media(media="screen")
    page.locator("article p a.term").first.click()
    page.wait_for_url("**/glossary/#*")
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_open_card_and_narrowed_glossary_pass_axe(browser: Browser, address: str, axe: str, width: int) -> None:
    page = opened(browser, address + PROSE, width)
    mark(page).click()
    card(page).wait_for(state="visible")
    assert violations(page, axe) == []
    page.goto(address + GLOSSARY)
    page.locator("[name=term]").fill("ㅌㅅㅋㅇ")
    page.wait_for_function("document.querySelector('glossary-filter output').textContent")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def violations(page: Page, axe: str) -> list[object]:
    page.evaluate(axe)
    return list(
        page.evaluate("axe.run(document).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3)]))")
    )


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("텐서코어", "tensor-core"),
        ("텐섴", "tensor-core"),
        ("ㅌㅅㅋㅇ", "tensor-core"),
        ("Tensor c", "tensor-core"),
        ("xpstjzhdj", "tensor-core"),
        ("헤ㅕ", "gpu"),
        ("엔비링크", "nvlink"),
        ("MIG", "mig"),
        ("텐서 코아를", "tensor-core"),
    ],
)
def test_glossary_narrows(browser: Browser, address: str, typed: str, term: str) -> None:
    page = opened(browser, address + GLOSSARY)
    page.locator("[name=term]").fill(typed)
    page.wait_for_function("document.querySelector('glossary-filter output').textContent")
    shown = page.evaluate("[...document.querySelectorAll('section.entry:not([hidden])')].map(e => e.id)")
    assert term in shown and len(shown) < 60, shown
    assert f"용어 {len(shown)}개" in page.locator("glossary-filter output").inner_text()
    page.context.close()


def test_glossary_by_chapter_level_and_objective(browser: Browser, address: str) -> None:
    page = opened(browser, address + GLOSSARY)
    page.locator("[name=chapter]").select_option("12")
    page.locator("[name=level]").select_option("advanced")
    shown = page.evaluate("[...document.querySelectorAll('section.entry:not([hidden])')].map(e => [e.dataset.section, e.dataset.level])")
    assert shown and all(section.startswith("12.") and level == "advanced" for section, level in shown)
    assert "chapter=12" in page.url
    page.reload()
    page.wait_for_function("document.querySelector('glossary-filter output').textContent")
    assert page.locator("section.entry:not([hidden])").count() == len(shown), "the address says what was chosen"
    page.locator("[name=chapter]").select_option("")
    page.locator("[name=level]").select_option("")
    page.locator("[name=objective]").select_option("2.10")
    chosen = page.evaluate("[...document.querySelectorAll('section.entry:not([hidden])')].map(e => e.dataset.objectives)")
    assert chosen and all("2.10" in objectives.split(" ") for objectives in chosen)
    page.locator("[name=term]").fill("zzzz")
    expect(page.locator("glossary-filter output")).to_have_text("맞는 용어가 없습니다.")
    page.evaluate("location.hash = '#warp'")
    page.wait_for_function("!document.getElementById('warp').hidden")
    page.context.close()


def test_an_address_that_narrows_away_its_term_shows_it(browser: Browser, address: str) -> None:
    page = opened(browser, f"{address}{GLOSSARY}?term=zzzz#warp")
    page.wait_for_function("!location.search.includes('term=')")  # before the script has read it, the field is empty too
    assert page.locator("[name=term]").input_value() == ""
    expect(page.locator("#warp")).to_be_visible()
    page.context.close()


def test_without_script_the_glossary_is_whole(browser: Browser, address: str) -> None:
    page = opened(browser, address + GLOSSARY, java_script_enabled=False)
    assert not page.locator("glossary-filter form").is_visible()
    assert page.locator("section.entry[hidden]").count() == 0
    page.context.close()
