"""The card that says what a number is: by mouse, keyboard and touch, and the same note without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page

from .conftest import Seen
from .test_use import opened

pytestmark = pytest.mark.browser

PROSE, TABLE = "gpu/how-gpus-work/", "compare/gpus/"
IN_TEXT, IN_TABLE = "article p a.fact", ".matrix td a.fact"
PLACES = pytest.mark.parametrize(("path", "where"), [(PROSE, IN_TEXT), (TABLE, IN_TABLE)], ids=["prose", "matrix"])


def number(page: Page, where: str) -> Locator:
    """A fact in the middle of the window, with the script that shows its card in place."""
    page.wait_for_function("document.querySelector('a.fact[aria-haspopup]')")
    page.wait_for_load_state("networkidle")
    found = page.locator(f"{where}:visible").first
    found.evaluate("e => e.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(100)
    return found


def card(page: Page) -> Locator:
    return page.locator(".fact-card")


def says_what_the_note_says(page: Page, fact: Locator) -> None:
    """The card has the product and all of the note, with the source by its title and address instead of its number."""
    product, note, titles, addresses = page.evaluate(
        """a => {
             const note = document.getElementById(a.hash.slice(1)), sources = [...note.querySelectorAll("a[href^='#src-']")].map(m => document.querySelector(`[id="${m.hash.slice(1)}"] a`))
             return [note.parentElement.previousElementSibling.textContent.trim(), [...note.querySelectorAll("p")].map(p => p.textContent.replace(/출처 \\d+/, "").trim()),
                     sources.map(s => s.textContent), sources.map(s => s.href)] }""",
        fact.element_handle(),
    )
    said = card(page).text_content() or ""
    assert titles and all(text.lstrip(",. ") in said for text in [product, *note, *titles])
    assert set(addresses) <= set(card(page).locator("a").evaluate_all("all => all.map(a => a.href)"))


def fits(page: Page, fact: Locator) -> None:
    """The card is inside the window and not over the number."""
    at, box = fact.bounding_box(), card(page).bounding_box()
    assert at and box
    right = page.evaluate("document.body.getBoundingClientRect().right")
    assert box["x"] >= 0 and box["x"] + box["width"] <= right and box["y"] >= 0 and box["y"] + box["height"] <= 844
    assert box["y"] >= at["y"] + at["height"] or box["y"] + box["height"] <= at["y"], "the card covers its number"


@PLACES
def test_hover(browser: Browser, address: str, path: str, where: str) -> None:
    page = opened(browser, address + path)
    seen = Seen(page, address)
    fact = number(page, where)
    seen.requests.clear()
    fact.hover()
    card(page).wait_for(state="visible")
    says_what_the_note_says(page, fact)
    fits(page, fact)
    card(page).hover()
    page.wait_for_timeout(500)
    assert card(page).is_visible(), "the pointer can move onto the card"
    page.mouse.move(5, 5)
    card(page).wait_for(state="hidden")
    fact.hover()
    card(page).wait_for(state="visible")
    page.keyboard.press("Escape")
    card(page).wait_for(state="hidden")
    assert page.evaluate("document.activeElement === document.body"), "Escape moves no focus"
    page.wait_for_timeout(300)
    assert not card(page).is_visible(), "it stays away while the pointer stays"
    assert seen.errors == [] and seen.requests == [], "the card asks for nothing"
    page.context.close()


@PLACES
def test_keyboard(browser: Browser, address: str, path: str, where: str) -> None:
    page = opened(browser, address + path)
    fact = number(page, where)
    page.keyboard.press("Tab")  # so that focus is a keyboard's
    fact.focus()
    card(page).wait_for(state="visible")
    fits(page, fact)
    focused = f"document.activeElement === document.querySelector({where!r})"
    assert page.evaluate(focused), "showing the card takes no focus"
    described = fact.get_attribute("aria-describedby")
    what = page.evaluate("ids => ids.split(' ').map(id => document.getElementById(id).textContent.trim()).join(' ')", described)
    assert fact.inner_text() in what
    page.keyboard.press("Enter")
    assert "#" not in page.url, "the first activation does not jump"
    assert page.evaluate("document.activeElement.getAttribute('role')") == "dialog"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == what
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.fact-card') && document.activeElement.tagName") == "A"
    page.keyboard.press("Escape")
    card(page).wait_for(state="hidden")
    assert page.evaluate(focused), "focus returns"
    page.keyboard.press("Enter")
    assert card(page).is_visible(), "and the card opens again"
    for _ in range(card(page).locator("a, button").count() + 1):
        page.keyboard.press("Tab")
    assert not card(page).is_visible()
    following = page.evaluate(
        "where => { const all = [...document.querySelectorAll('a[href], button')]; return all[all.indexOf(document.querySelector(where)) + 1] === document.activeElement }",
        where,
    )
    assert following, "Tab past the card goes on after the number"
    page.keyboard.press("Shift+Tab")
    card(page).wait_for(state="visible")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(focused) and not card(page).is_visible()
    page.context.close()


@PLACES
def test_touch(browser: Browser, address: str, path: str, where: str) -> None:
    page = opened(browser, address + path, 390, has_touch=True, is_mobile=True)
    fact = number(page, where)
    fact.tap()
    card(page).wait_for(state="visible")
    assert "#" not in page.url
    fits(page, fact)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.wait_for_timeout(600)
    assert card(page).is_visible(), "it stays until it is dismissed"
    shut = card(page).get_by_role("button", name="닫기").bounding_box()
    assert shut and shut["width"] >= 24 and shut["height"] >= 24
    card(page).get_by_role("button", name="닫기").tap()
    card(page).wait_for(state="hidden")
    fact.tap()
    card(page).wait_for(state="visible")
    page.touchscreen.tap(3, 300)
    card(page).wait_for(state="hidden")
    fact.tap()
    card(page).wait_for(state="visible")
    fact.tap()
    page.wait_for_url(re.compile("#f-"))
    assert page.locator("li:target").is_visible() and not card(page).is_visible(), "a second tap goes to the note"
    page.context.close()


def test_click_keeps_the_card_and_its_link_goes_to_the_note(browser: Browser, address: str) -> None:
    page = opened(browser, address + PROSE)
    fact = number(page, IN_TEXT)
    fact.click()
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert card(page).is_visible() and "#" not in page.url
    card(page).locator(".card__foot a").click()
    page.wait_for_url(re.compile("#f-"))
    assert not card(page).is_visible()
    assert page.locator("li:target").get_attribute("id") == fact.get_attribute("href")[1:]  # type: ignore[index]
    page.context.close()


def test_card_follows_its_number_and_goes_with_it(browser: Browser, address: str) -> None:
    page = opened(browser, address + TABLE, 700)  # a narrower one may show cards instead of a table
    fact = number(page, IN_TABLE)
    fact.click()
    fits(page, fact)
    page.mouse.wheel(0, 60)
    page.wait_for_timeout(200)
    fits(page, fact)
    page.locator(".matrix .scroll").first.evaluate("e => e.scrollLeft = e.scrollWidth")
    card(page).wait_for(state="hidden")
    page.context.close()


def test_long_card_in_a_low_window_scrolls(browser: Browser, address: str) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 300}).new_page()
    page.goto(address + PROSE)
    fact = number(page, IN_TEXT)
    page.evaluate("a => document.getElementById(a.hash.slice(1)).append('가나다'.repeat(400))", fact.element_handle())
    fact.click()
    at, box = fact.bounding_box(), card(page).bounding_box()
    assert at and box and box["y"] >= 0 and box["y"] + box["height"] <= 300 and box["x"] + box["width"] <= 390
    assert box["y"] >= at["y"] + at["height"] or box["y"] + box["height"] <= at["y"]
    assert card(page).evaluate("e => e.scrollHeight > e.clientHeight && e.scrollWidth <= e.clientWidth")
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@PLACES
def test_open_card_passes_axe(browser: Browser, address: str, axe: str, path: str, where: str, width: int, scheme: str) -> None:
    page = opened(browser, address + path, width, color_scheme=scheme)
    fact = number(page, where)
    fact.click()
    card(page).wait_for(state="visible")
    fits(page, fact)
    page.evaluate(axe)
    violations = page.evaluate(
        "axe.run(document).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3)]))"
    )
    assert violations == []
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids)), "the card repeats no id"
    page.context.close()


@PLACES
def test_without_script_the_number_leads_to_its_note(browser: Browser, address: str, path: str, where: str) -> None:
    page = opened(browser, address + path, 390, java_script_enabled=False)
    fact = page.locator(where).first
    shown = fact.inner_text()
    fact.click()
    page.wait_for_url(re.compile("#f-"))
    target = page.locator("li:target")
    assert target.is_visible() and shown in target.inner_text()
    target.locator("a[href^='#src-']").first.click()
    page.wait_for_url(re.compile("#src-"))
    assert page.locator("li:target a[href^=http]").count() >= 1, "and the note to its source"
    page.context.close()


def test_print_has_notes_and_no_card(browser: Browser, address: str) -> None:
    page = opened(browser, address + PROSE)
    fact = number(page, IN_TEXT)
    fact.click()
    card(page).wait_for(state="visible")
    page.emulate_media(media="print")
    assert not card(page).is_visible() and page.locator(".facts li").first.is_visible()
    page.context.close()


def test_the_second_engine_has_the_same_card(browser: Browser, zensical_address: str) -> None:
    page = opened(browser, zensical_address + PROSE)
    seen = Seen(page, zensical_address)
    fact = number(page, IN_TEXT)
    fact.hover()
    card(page).wait_for(state="visible")
    says_what_the_note_says(page, fact)
    fits(page, fact)
    assert seen.errors == []
    page.context.close()


def test_the_module_comes_only_with_a_fact(browser: Browser, address: str) -> None:
    page = browser.new_page()
    seen = Seen(page, address)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(200)
    assert not [r for r in seen.requests if "fact-card" in r]
    page.goto(address + PROSE, wait_until="load")
    page.wait_for_function("document.querySelector('a.fact[aria-haspopup]')")
    assert [r for r in seen.requests if "fact-card" in r]
    page.close()
