"""The search as a reader uses it: opening, finding, keys, addresses, memory, and everything that can go wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from .conftest import Seen

pytestmark = pytest.mark.browser
RESULT = ".md-search-result__item a.md-search-result__link"
CORE = "**/search/core.json"


@contextmanager
def page_of(browser: Browser, url: str, width: int = 1280, **options: Any) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 800}, **options)
    page = context.new_page()
    page.goto(url)
    yield page
    context.close()


def search(page: Page, query: str) -> None:
    if not page.locator("dialog.guide-find").evaluate("d => d.open"):
        page.keyboard.press("/")
    page.get_by_role("searchbox", name="찾을 말").fill(query)


def titles(page: Page) -> list[str]:
    page.locator(RESULT).first.wait_for(timeout=20_000)
    return page.locator(f"{RESULT} .guide-find__title").all_inner_texts()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize("width", [390, 1280])
def test_opens_finds_and_closes(request: pytest.FixtureRequest, browser: Browser, engine: str, width: int) -> None:
    address = request.getfixturevalue("address" if engine == "mkdocs" else "zensical_address")
    with page_of(browser, f"{address}gpu/cuda/", width) as page:
        seen = Seen(page, address)
        opener = page.locator(".guide-search") if width < 900 else page.get_by_role("searchbox")
        opener.click()
        dialog = page.get_by_role("dialog", name="찾기")
        expect(page.get_by_role("searchbox", name="찾을 말")).to_be_focused()
        page.keyboard.type("NVLink")
        assert any("NVLink" in t for t in titles(page))
        expect(dialog.get_by_role("status")).to_contain_text("곳을 찾았습니다")
        page.keyboard.press("Escape")
        expect(page.locator("dialog[open]")).to_have_count(0)
        expect(opener).to_be_focused()
        assert seen.elsewhere == [] and seen.errors == []


def test_nothing_comes_before_it_is_used(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        requests: list[str] = []
        page.on("request", lambda r: requests.append(r.url))
        page.reload()
        page.wait_for_load_state("networkidle")
        assert not [r for r in requests if "search" in r]
        search(page, "양자화")
        titles(page)
        assert [r for r in requests if r.endswith("core.json")]


def test_a_term_is_defined_first_and_marked_where_it_leads(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        search(page, "didwkghk")
        titles(page)
        term = page.get_by_role("region", name="용어의 뜻")
        expect(term).to_contain_text("더 적은 비트")
        expect(term.get_by_role("link").first).to_have_attribute("href", f"{address}glossary/#quantization")
        expect(page.get_by_role("status")).to_contain_text("'양자화'로 찾았습니다.")
        expect(page.locator(".guide-find__passage mark").first).to_have_text("양자화")
        page.locator(RESULT).first.click()
        page.wait_for_url("**/performance/model-optimization/**")
        assert page.evaluate("decodeURIComponent(location.search)").startswith("?h=")
        page.wait_for_function("CSS.highlights.get('guide-find')?.size > 3")


def test_by_keyboard(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        search(page, "텐서 코어")
        titles(page)
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.closest('.guide-find__term') !== null"), "the definition first"
        page.keyboard.press("ArrowUp")
        expect(page.get_by_role("searchbox", name="찾을 말")).to_be_focused()
        page.keyboard.press("Enter")
        page.wait_for_url("**/gpu/tensor-cores-dlss/**")


def test_addresses(browser: Browser, address: str) -> None:
    with page_of(browser, f"{address}?q=%ED%85%90%EC%84%9C%EC%BD%94%EC%96%B4", permissions=["clipboard-read", "clipboard-write"]) as page:
        assert any("텐서 코어" in t for t in titles(page))
        expect(page.get_by_role("searchbox", name="찾을 말")).to_have_value("텐서코어")
        page.get_by_role("button", name="이 검색의 주소 복사").click()
        assert page.evaluate("navigator.clipboard.readText()") == f"{address}?q=%ED%85%90%EC%84%9C%EC%BD%94%EC%96%B4"


def test_filters_by_kind_and_chapter(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        search(page, "GPU 메모리")
        titles(page)
        page.get_by_role("button", name="문제").click()
        expect(page.get_by_role("button", name="문제")).to_have_attribute("aria-pressed", "true")
        assert all(k == "문제" for k in page.locator(f"{RESULT} .guide-find__kind").all_inner_texts())
        search(page, "동적 배칭")
        page.get_by_role("button", name="실습").click()
        page.locator(RESULT, has_text="실습").first.click()
        page.wait_for_url("**/operations/deployment/**#serve-lab")


def test_filters_go_together(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        search(page, "GPU 메모리")
        every = len(titles(page))
        page.get_by_label("장").select_option("8")
        expect(page.locator(RESULT)).not_to_have_count(every)
        assert all("8." in w for w in page.locator(f"{RESULT} .guide-find__where").all_inner_texts())


def test_suggestions_and_a_helpful_nothing(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        search(page, "양자")
        titles(page)
        page.get_by_role("region", name="이어서 찾기").get_by_role("button", name="양자화", exact=True).click()
        expect(page.get_by_role("searchbox", name="찾을 말")).to_have_value("양자화")
        search(page, "오징어볶음")
        expect(page.get_by_role("status")).to_have_text("맞는 글이 없습니다.")
        expect(page.get_by_text("'오징어볶음'에 맞는 글이 없습니다.")).to_be_visible()
        page.get_by_role("dialog").get_by_role("link", name="학습 순서").click()
        expect(page).to_have_title(re.compile("학습 순서"))


def test_recent_searches_stay_here_and_can_be_cleared(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        search(page, "양자화")
        titles(page)
        page.locator(RESULT).first.click()
        page.wait_for_url("**/performance/**")
        page.keyboard.press("/")
        recent = page.get_by_role("region", name="최근 찾은 말")
        expect(recent.get_by_role("button", name="양자화")).to_be_visible()
        assert json.loads(page.evaluate("localStorage.getItem('guide.search')")) == ["양자화"]
        recent.get_by_role("button", name="최근 찾은 말 지우기").click()
        expect(recent).to_have_count(0)
        assert page.evaluate("localStorage.getItem('guide.search')") is None


def test_without_storage(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
        page.goto(address)
        seen = Seen(page, address)
        search(page, "양자화")
        assert titles(page)
        assert seen.errors == []


def fulfil(**answer: Any) -> Callable[[Route], None]:
    return lambda route: route.fulfill(**answer)


@pytest.mark.parametrize(
    ("pattern", "handler", "said"),
    [
        (CORE, fulfil(status=404, body=""), "찾기 색인이 없습니다."),
        (CORE, fulfil(status=200, body='{"pages": [[', content_type="application/json"), "찾기 색인을 읽을 수 없습니다."),
        (CORE, fulfil(status=200, body='{"pages": 3}', content_type="application/json"), "찾기 색인을 읽을 수 없습니다."),
        (CORE, fulfil(status=200, body="<html>", content_type="text/html"), "찾기 색인을 읽을 수 없습니다."),
        (CORE, lambda route: route.abort(), "찾기 색인을 받지 못했습니다."),
        ("**/search/words-*.json", fulfil(status=200, body='{"build": "other", "words": {}}'), "사이트가 방금 바뀌었습니다."),
        ("**/search/worker.js", lambda route: route.abort(), "찾기를 시작하지 못했습니다."),
        ("**/search/dialog.js", lambda route: route.abort(), "찾기를 불러오지 못했습니다."),
    ],
    ids=["missing", "cut off", "not an index", "a page", "network", "another build", "no worker", "no script"],
)
def test_what_is_wrong_is_said(browser: Browser, address: str, pattern: str, handler: Callable[[Route], None], said: str) -> None:
    with page_of(browser, address) as page:
        page.context.route(pattern, handler)
        search(page, "느린 구간을 찾는 도구")
        expect(page.locator("dialog.guide-find")).to_contain_text(said, timeout=15_000)
        expect(page.get_by_role("searchbox", name="찾을 말")).to_be_editable()


def test_offline_and_back(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        page.keyboard.press("/")
        expect(page.get_by_role("status")).to_contain_text("초성")
        page.keyboard.press("Escape")
        page.reload()
        page.context.route(CORE, lambda route: route.abort())
        search(page, "양자화")
        expect(page.locator("dialog.guide-find")).to_contain_text("찾기 색인을 받지 못했습니다.")
        page.context.unroute(CORE)
        search(page, "양자화란")
        assert titles(page)


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)>양자화", "<b>양자화</b>", "'\"><script>alert(1)</script> 양자화"])
def test_a_query_is_never_markup(browser: Browser, address: str, query: str) -> None:
    with page_of(browser, f"{address}?q={query}") as page:
        dialogs: list[str] = []
        page.on("dialog", lambda d: (dialogs.append(d.message), d.dismiss()))
        page.get_by_role("status").filter(has_text="습니다").wait_for(timeout=15_000)
        page.wait_for_timeout(300)
        assert page.locator(".guide-find__body img, .guide-find__body b, .guide-find__body script").count() == 0
        assert dialogs == []


@pytest.mark.parametrize("query", ["가" * 10_000, "양자화 " * 1_400, "((a+)+)+$[", "\ud55c\u202e\u0007\u200b", "   ", "은 는 이 가"])
def test_stays_usable_after_anything(browser: Browser, address: str, query: str) -> None:
    with page_of(browser, address) as page:
        seen = Seen(page, address)
        search(page, query)
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        search(page, "양자화")
        assert titles(page)
        assert seen.errors == []


def test_answers_never_overtake(browser: Browser, address: str) -> None:
    with page_of(browser, address) as page:
        search(page, "프루닝")
        titles(page)
        page.evaluate(
            """async () => {
                const input = document.querySelector('.guide-find input')
                for (const query of ['느린 구간을 찾는 도구', '데이터 센터 전력', '모델 크기를 줄이려면', '워', '워프', '텐서 코어']) {
                    input.value = query
                    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
                    await new Promise(r => setTimeout(r, 3))
                }
            }"""
        )
        expect(page.get_by_role("region", name="용어의 뜻")).to_contain_text("텐서 코어")
        page.wait_for_timeout(500)
        expect(page.get_by_role("region", name="용어의 뜻")).to_contain_text("텐서 코어")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_open_it_passes_axe_and_does_not_overflow(browser: Browser, address: str, axe: str, width: int, scheme: str) -> None:
    with page_of(browser, f"{address}gpu/cuda/", width, color_scheme=scheme) as page:
        search(page, "텐서 코아")
        titles(page)
        page.locator(".guide-find__passage mark").first.wait_for()
        page.evaluate(axe)
        found = page.evaluate("axe.run('dialog').then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 120))]))")
        assert found == [], found
        assert page.evaluate("(d => d.scrollWidth <= d.clientWidth + 1)(document.querySelector('.guide-find__body'))")
