"""Every page type at phone and desk width, light and dark."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from .conftest import Seen

pytestmark = pytest.mark.browser

PAGES = {
    "home": "",
    "chapter": "gpu/",
    "section": "gpu/how-gpus-work/",
    "section with figures": "performance/model-optimization/",
    "section with code": "gpu/cuda/",
    "wide matrix": "compare/dgx-generations/",
    "timeline": "overview/history/",
    "law": "security/regulation/",
    "compare": "compare/",
    "glossary": "glossary/",
    "errata": "errata/",
    "learning order": "map/",
    "product": "products/h100-sxm5/",
    "products": "products/",
    "compare anything": "compare/any/",
    "data": "data/",
    "trust": "trust/",
    "about": "about/",
    "contributing": "contributing/",
    "macros": "macros/",
}
SIZES = {"phone": (390, 844), "desk": (1280, 900)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PAGES)
def test_page(browser: Browser, address: str, axe: str, kind: str, size: str, scheme: str) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    seen = Seen(page, address)
    page.goto(address + PAGES[kind], wait_until="load")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"
    page.evaluate(axe)
    violations = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3)]))"
    )
    assert violations == [], json.dumps(violations, ensure_ascii=False, indent=1)
    assert seen.errors == []
    assert seen.elsewhere == []
    assert not [r for r in seen.requests if "search" in r or "bundle" in r], "search is loaded before it is opened"
    context.close()


@pytest.mark.parametrize("kind", ["section", "wide matrix", "glossary"])
def test_zensical_page(browser: Browser, zensical_address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    seen = Seen(page, zensical_address)
    page.goto(zensical_address + PAGES[kind], wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.errors == [] and seen.elsewhere == []
    page.close()


@pytest.mark.parametrize("kind", PAGES)
def test_no_shift_when_fonts_arrive(browser: Browser, address: str, kind: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(address + PAGES[kind], wait_until="load")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(200)
    assert page.evaluate("window.shift") < 0.01
    page.close()
