"""Compare anything: choosing, sharing, going back, and what is said when something is wrong."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Seen
from .test_use import opened

pytestmark = pytest.mark.browser
PATH = "compare/any/"
TWO = f"{PATH}?p=h100-sxm5,b200-sxm&a=memory_bandwidth,tdp"


def table(page: Page) -> dict[str, list[str]]:
    """Row key -> the numbers of its cells."""
    page.locator("#matrix-any table").wait_for()
    return page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("#matrix-any tr[data-row]")].map(
             tr => [tr.dataset.row, [...tr.querySelectorAll("td")].map(td => td.querySelector("data")?.value ?? td.textContent.trim())]))"""
    )


def heads(page: Page) -> list[str]:
    return page.evaluate("() => [...document.querySelectorAll('#matrix-any th[data-subject]')].map(th => th.dataset.subject)")


@pytest.mark.parametrize("width", [390, 1280])
def test_an_address_opens_its_table(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    seen = Seen(page, address)
    page.goto(address + TWO, wait_until="load")
    found = table(page)
    assert {key.split(".")[0] for key in found} == {"memory_bandwidth", "tdp"}
    assert found["memory_bandwidth.gpu"][0] in ("3.35", "3350")
    assert page.get_by_role("status").first.inner_text() == f"제품 2개, 행 {len(found)}개입니다."
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert seen.elsewhere == [] and seen.errors == []
    context.close()


def test_numbers_lead_to_their_fact(browser: Browser, address: str) -> None:
    page = opened(browser, address + TWO)
    table(page)
    link = page.locator("#matrix-any tr[data-row='memory_bandwidth.gpu'] a.fact").first
    assert link.get_attribute("href").endswith("products/h100-sxm5/#f-h100-sxm5.memory_bandwidth.gpu")
    page.goto(link.evaluate("a => a.href"))
    assert page.locator("h1").inner_text() == "H100 SXM5 80GB"
    page.context.close()


def test_choosing_with_the_keyboard_is_kept_in_the_address_and_undone_by_back(browser: Browser, address: str) -> None:
    page = opened(browser, address + PATH)
    expect(page.get_by_text("제품을 고르면 여기에 표가 나타납니다.")).to_be_visible()
    page.get_by_role("searchbox", name="제품 이름으로 찾기").fill("a100 sxm4 80")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("location.search") == "?p=a100-sxm4-80gb"
    page.get_by_role("searchbox", name="제품 이름으로 찾기").fill("h100 sxm5")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate("location.search") == "?p=a100-sxm4-80gb,h100-sxm5"
    table(page)
    assert heads(page) == ["a100-sxm4-80gb", "h100-sxm5"]
    page.go_back()
    assert heads(page) == ["a100-sxm4-80gb"] and page.evaluate("location.search") == "?p=a100-sxm4-80gb"
    assert page.get_by_role("checkbox", name="H100 SXM5 80GB").is_checked() is False
    page.go_forward()
    assert heads(page) == ["a100-sxm4-80gb", "h100-sxm5"]
    page.get_by_role("button", name="A100 SXM4 80GB 빼기").click()
    assert heads(page) == ["h100-sxm5"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "H100 SXM5 80GB 빼기", "focus is not lost"
    page.context.close()


def test_attributes_are_chosen_among_those_a_product_has(browser: Browser, address: str) -> None:
    page = opened(browser, address + f"{PATH}?p=nvlink-4,nvlink-5")
    table(page)
    page.get_by_text("항목 고르기").click()
    boxes = page.locator("compare-any input[type=checkbox][value=tdp]")
    assert boxes.count() == 0, "no link has a TDP"
    page.get_by_role("checkbox", name="GPU당 링크 수").uncheck()
    chosen = page.evaluate("new URLSearchParams(location.search).get('a').split(',')")
    assert chosen and "links_per_gpu" not in chosen
    assert "links_per_gpu" not in table(page)
    assert page.evaluate("document.activeElement.value") == "links_per_gpu", "focus stays on the box"
    page.get_by_role("button", name="공통 항목으로").click()
    assert page.evaluate("location.search") == "?p=nvlink-4,nvlink-5"
    page.context.close()


def test_rows_never_mix_qualifiers(browser: Browser, address: str) -> None:
    page = opened(browser, address + f"{PATH}?p=h100-sxm5,b200-sxm,l4&a=tensor_throughput,nvlink_bandwidth")
    for key, values in table(page).items():
        kinds = set(key.split(".")[1:])
        assert not {"dense", "sparse"} <= kinds and not {"one-way", "both-ways"} <= kinds
        assert len(values) == 3
    for row in page.locator("#matrix-any tr[data-row]").all():
        for href in row.locator("a.fact").evaluate_all("links => links.map(a => a.hash)"):
            assert href.split(".", 1)[1] == row.get_attribute("data-row")
    page.context.close()


def test_what_an_address_gets_wrong_is_said(browser: Browser, address: str) -> None:
    page = opened(browser, address + f"{PATH}?p=h100-sxm5,h900,__proto__&a=tdp,colour,links_per_gpu")
    table(page)
    assert page.locator("compare-any [role=alert] p").all_inner_texts() == [
        "주소에 적힌 제품 'h900'을(를) 모릅니다.",
        "주소에 적힌 제품 '__proto__'을(를) 모릅니다.",
        "주소에 적힌 항목 'colour'을(를) 모릅니다.",
        "고른 제품에는 'GPU당 링크 수'의 값이 없습니다.",
    ]
    assert [key.split(".")[0] for key in table(page)] == ["tdp"]
    page.context.close()


def test_markup_in_an_address_stays_text(browser: Browser, address: str) -> None:
    page = opened(browser, address + f"{PATH}?p=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.locator("compare-any [role=alert] p").wait_for()
    assert page.locator("compare-any [role=alert] img").count() == 0
    page.context.close()


def test_missing_data_is_said_and_the_ready_tables_stay(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/data/compare.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(address + TWO, wait_until="load")
    expect(page.locator("compare-any [role=alert]")).to_contain_text("비교할 데이터를 가져오지 못했습니다.")
    assert page.locator("ul.matrices li").count() > 5
    page.unroute("**/data/compare.json")
    page.route("**/data/compare.json", lambda route: route.fulfill(body=json.dumps([])[:1]))
    page.reload()
    expect(page.locator("compare-any [role=alert]")).to_contain_text("비교할 데이터를 가져오지 못했습니다.")
    context.close()


def test_without_script_the_tables_and_products_are_there(browser: Browser, address: str) -> None:
    page = opened(browser, address + TWO, 390, java_script_enabled=False)
    assert page.get_by_text("스크립트가 필요합니다").is_visible()
    assert page.locator("ul.matrices a").count() > 5 and page.locator("dl.products a").count() > 50
    page.context.close()
