"""Using the site: keyboard, search, brightness, no script, print."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from .test_pages import PAGES

pytestmark = pytest.mark.browser


def opened(browser: Browser, url: str, width: int = 1280, **options: object) -> Page:
    return_page = browser.new_context(viewport={"width": width, "height": 844}, **options).new_page()  # type: ignore[arg-type]
    return_page.goto(url, wait_until="load")
    return return_page


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["gpu/how-gpus-work/", "compare/dgx-generations/", ""])
def test_keyboard_reaches_everything(browser: Browser, address: str, width: int, path: str) -> None:
    """Tab visits every link, button, disclosure and scrolling region that is shown, and focus can be seen."""
    page = opened(browser, address + path, width)
    page.wait_for_function(
        "[...document.querySelectorAll('spec-matrix')].every(e => e.matches('[data-ready]'))"
    )  # one stop each; see test_matrix.py
    wanted = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, summary, input, select, [tabindex='0']")]
             .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && e.getClientRects().length && !e.closest("[hidden]") && e.tabIndex >= 0
                 && getComputedStyle(e).display !== "none" && e.type !== "checkbox" && !e.disabled && !e.matches(".md-skip")
                 && (e.type !== "radio" || e === document.querySelector(`input[type=radio][name="${e.name}"]`)))
             .filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0 && r.right > 0 })
             .map((e, i) => { e.dataset.probe = i; return i })"""
    )
    visited: set[str] = set()
    unseen = []
    for _ in range(len(wanted) + 80):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const e = document.activeElement; if (!e || e === document.body) return null;
                 const s = getComputedStyle(e); return [e.dataset.probe ?? "", s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0, e.outerHTML.slice(0, 90)] }"""
        )
        if found is None:
            break
        if found[0]:
            visited.add(found[0])
        if not found[1]:
            unseen.append(found[2])
    missed = {str(i) for i in wanted} - visited
    html = [page.evaluate(f"document.querySelector('[data-probe=\"{i}\"]').outerHTML.slice(0, 120)") for i in sorted(missed)[:4]]
    assert not missed, html
    assert not unseen, unseen[:3]
    page.context.close()


def test_wide_table_scrolls_by_keyboard(browser: Browser, address: str) -> None:
    """As the plain table; with script its cells take the focus (test_matrix.py)."""
    page = opened(browser, address + "compare/dgx-generations/", 390, java_script_enabled=False)
    region = page.locator(".matrix .scroll").first
    region.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)
    assert region.evaluate("e => e.scrollLeft") > 0
    head = region.locator("tbody th[scope=row]").first.bounding_box()
    box = region.bounding_box()
    assert head and box and abs(head["x"] - box["x"]) < 3, "the first column stays"
    page.context.close()


def test_skip_link_comes_first(browser: Browser, address: str) -> None:
    page = opened(browser, address + "gpu/cuda/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('md-skip')")
    page.keyboard.press("Enter")
    assert "#" in page.url
    page.context.close()


def test_brightness_is_remembered(browser: Browser, address: str) -> None:
    page = opened(browser, address, color_scheme="light")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="어둡게 보기").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(address + "glossary/")
    assert page.evaluate(paper) == dark
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_script(browser: Browser, address: str, scheme: str) -> None:
    page = opened(browser, address + "gpu/how-gpus-work/", 390, java_script_enabled=False, color_scheme=scheme)
    assert page.locator("article h1").is_visible()
    assert page.locator(".quiz summary").first.is_visible()
    assert not page.locator(".quiz dl").first.is_visible()
    page.locator(".quiz summary").first.click()
    assert page.locator(".quiz dl").first.is_visible(), "answers open without script"
    assert not page.locator(".guide-search").is_visible(), "no box that cannot search"
    page.locator("label.guide-menu").click()
    assert page.locator(".md-sidebar--primary").is_visible()
    page.goto(address + "compare/dgx-generations/")
    assert page.locator(".matrix table tbody tr").count() > 5
    page.context.close()


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_type_reads_without_script(browser: Browser, address: str, kind: str) -> None:
    page = opened(browser, address + PAGES[kind], 390, java_script_enabled=False)
    assert page.locator("article h1").is_visible()
    assert len(page.locator("article.md-content__inner").inner_text()) > 400
    page.context.close()


def test_dark_without_script_is_dark(browser: Browser, address: str) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = opened(browser, address, java_script_enabled=False, color_scheme=scheme)
        colours.append(page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor"))
        page.context.close()
    assert colours[0] != colours[1]


def test_print_shows_the_whole_table(browser: Browser, address: str) -> None:
    page = opened(browser, address + "compare/dgx-generations/")
    page.emulate_media(media="print")
    assert page.locator(".matrix .scroll").first.evaluate("e => getComputedStyle(e).overflowX") == "visible"
    assert not page.locator(".guide-header").is_visible()
    page.context.close()


def test_header_fits_360(browser: Browser, address: str) -> None:
    page = opened(browser, address + "gpu/cuda/", 360)
    brand, actions = page.locator(".guide-brand span").bounding_box(), page.locator(".guide-actions").bounding_box()
    assert brand and actions
    assert brand["height"] < 30, "the name stays on one line"
    assert brand["x"] + brand["width"] <= actions["x"] and actions["x"] + actions["width"] <= 360
    page.context.close()


def test_prose_keeps_words_whole(browser: Browser, address: str) -> None:
    page = opened(browser, address + "gpu/how-gpus-work/", 390)
    assert page.locator("article p").first.evaluate("e => getComputedStyle(e).wordBreak") == "keep-all"
    page.goto(address + "compare/dgx-generations/")
    assert page.locator("article td").first.evaluate("e => getComputedStyle(e).wordBreak") == "normal"
    page.context.close()


def test_hangul_is_drawn_with_our_font(browser: Browser, address: str) -> None:
    page = opened(browser, address + "gpu/how-gpus-work/", 390)
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length") > 0
    page.context.close()


def test_missing_page_helps(browser: Browser, address: str) -> None:
    page = opened(browser, address + "no/such/page/")
    assert page.locator("h1").count() == 1
    page.context.close()
