"""<spec-matrix> and 'predict first': every control, the address, the keyboard, what is said, copied and printed; and no script."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from .conftest import Seen

pytestmark = pytest.mark.browser

GPUS, ONE = "compare/gpus/", "overview/cpu-vs-gpu/"
NAMES = ["P100", "V100", "A100 80GB", "H100", "H200", "B200", "B300", "Rubin"]
NS = "gpu-generations."


class Matrix:
    """The first matrix of a page, as a reader uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.box = page.locator("spec-matrix").first
        self.box.and_(page.locator("[data-ready]")).wait_for()

    @property
    def columns(self) -> list[str]:
        return self.box.evaluate("e => [...e.querySelectorAll('thead th[data-subject]')].map(h => h.firstChild.textContent.trim())")  # type: ignore[no-any-return]

    @property
    def rows(self) -> list[str]:
        return self.box.evaluate("e => [...e.querySelectorAll('tr[data-row]')].filter(r => !r.hidden).map(r => r.dataset.row)")  # type: ignore[no-any-return]

    def cells(self, row: str) -> list[str]:
        """Texts of a row, once its cells are where they belong."""
        self.page.wait_for_function(
            "k => { const t = document.querySelector('spec-matrix table'), r = t.querySelector(`[data-row='${k}']`);"
            "return r.cells.length === t.tHead.rows[0].cells.length && [...r.cells].every(c => !c.style.order) }",
            arg=row,
        )
        return self.box.locator(f"[data-row='{row}'] td").all_inner_texts()

    @property
    def said(self) -> str:
        return self.box.locator(".matrix__said").inner_text()

    def tool(self, name: str) -> Locator:
        return self.box.locator(".matrix__tools, .matrix__panel").get_by_role("button", name=name)

    def choose(self, label: str, option: str) -> None:
        self.box.get_by_role("combobox", name=label, exact=True).select_option(label=option)
        self.page.wait_for_function("() => !document.querySelector('table[aria-busy]')")

    def query(self, has: str) -> str:
        self.page.wait_for_function("s => location.search.includes(s)", arg=has)
        return str(self.page.evaluate("location.search"))


@pytest.fixture
def open_matrix(browser: Browser, address: str) -> Iterator[Any]:
    contexts = []

    def opened(path: str = GPUS, width: int = 1280, **options: Any) -> Matrix:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.seen = Seen(page, address)  # type: ignore[attr-defined]
        page.goto(address + path, wait_until="load")
        return Matrix(page)

    yield opened
    for context in contexts:
        assert [e for p in context.pages for e in p.seen.errors + p.seen.elsewhere] == []  # type: ignore[attr-defined]
        context.close()


# --- columns ----------------------------------------------------------------------------------------------------------


def test_columns_are_chosen_and_ordered_by_keyboard(open_matrix: Any) -> None:
    m = open_matrix()
    assert m.columns == NAMES
    opener = m.box.locator("button[aria-controls$=columns]")
    assert opener.inner_text() == "열 8/8"
    opener.focus()
    m.page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    m.box.get_by_role("checkbox", name="V100").focus()
    m.page.keyboard.press("Space")
    assert m.columns == [n for n in NAMES if n != "V100"]
    assert m.said == "열 7개를 봅니다."
    earlier = m.box.get_by_role("button", name="H200 앞으로")
    earlier.focus()
    m.page.keyboard.press("Enter")
    assert m.columns[2:4] == ["H200", "H100"]
    assert m.said == "H200: 7개 가운데 3번째."
    assert earlier.evaluate("e => e === document.activeElement"), "the button keeps the focus"
    assert m.query("cols=") == f"?{NS}cols=p100-sxm2,a100-sxm4-80gb,h200-sxm,h100-sxm5,b200-sxm,b300-sxm,rubin-gpu"
    heads = len(m.columns)
    assert len(m.cells("memory_bandwidth")) == heads and len(m.cells("tdp")) == heads
    m.page.keyboard.press("Escape")
    assert opener.evaluate("e => e === document.activeElement") and opener.get_attribute("aria-expanded") == "false"


def test_the_last_column_stays(open_matrix: Any) -> None:
    m = open_matrix(f"{GPUS}?{NS}cols=h100-sxm5")
    assert m.columns == ["H100"]
    m.tool("열 1/8").click()
    m.box.get_by_role("checkbox", name="H100").click()
    assert m.columns == ["H100"] and m.said == "열은 하나 이상 있어야 합니다."
    m.tool("모두 고르기").click()
    assert sorted(m.columns) == sorted(NAMES)


def test_only_differences(open_matrix: Any) -> None:
    m = open_matrix(f"{GPUS}?{NS}cols=h100-sxm5,h200-sxm")
    before = m.rows
    assert "memory_bandwidth" in before and "sm_count" in before
    m.tool("차이만").click()
    assert "memory_bandwidth" in m.rows and "sm_count" not in m.rows, "132 SMs in both"
    assert m.said == f"차이 나는 행만 봅니다. {len(m.rows)}행."
    empty = m.box.evaluate(
        "e => [...e.querySelectorAll('.matrix__group:not([hidden])')].filter(g => !g.nextElementSibling || g.nextElementSibling.matches('.matrix__group')).length"
    )
    assert empty == 0, "no heading without a row"


def test_sort_by_a_row(open_matrix: Any) -> None:
    m = open_matrix()
    row = m.box.locator("[data-row='memory_bandwidth']")
    row.locator(".matrix__sort").click()
    assert row.locator("th").get_attribute("aria-sort") == "descending", "more is better"
    assert m.said == "정렬: 메모리 대역폭, 큰 것부터. 조건이 다른 열 1개는 뒤에 둡니다."
    assert m.columns[-1] == "Rubin", "a value that says 'up to' or 'preliminary' does not stand among the others"
    speeds = [float(re.search(r"([\d,.]+)\s*GB/s", cell)[1].replace(",", "")) for cell in m.cells("memory_bandwidth")]  # type: ignore[index]
    assert len(speeds) == len(NAMES) and speeds[:-1] == sorted(speeds[:-1], reverse=True)
    row.locator(".matrix__sort").click()
    assert row.locator("th").get_attribute("aria-sort") == "ascending" and m.columns[0] == "P100"
    row.locator(".matrix__sort").click()
    assert row.locator("th").get_attribute("aria-sort") is None and m.columns == NAMES


def test_values_of_another_kind_sort_last(open_matrix: Any) -> None:
    """A column whose number measures something else does not stand among the others."""
    m = open_matrix()
    order = m.page.evaluate(
        """async () => { const { columnsOf, START } = await import(new URL("assets/matrix-state.js", document.querySelector("script[src$='site.js']").src.replace("assets/site.js", "")).href)
          const { read } = await import(document.querySelector("script[src$='site.js']").src.replace("site.js", "matrix-model.js"))
          const t = document.createElement("table")
          t.innerHTML = `<thead><tr><th>x<th data-subject=a>A<th data-subject=b>B<th data-subject=c>C<th data-subject=d>D</tr></thead><tbody><tr data-row=r data-unit=W><th>r
            <td><span class=matrix__value data-q=scope:system><data value=9>9</data></span><td><span class=matrix__value><data value=2>2</data></span>
            <td><span class=state data-state=unknown>?</span><td><span class=matrix__value><data value=3>3</data></span></tr></tbody>`
          return columnsOf({ ...START, sort: { row: "r", down: true } }, read(t)).map(c => c.id) }"""
    )
    assert order == ["d", "b", "a", "c"]


# --- values -----------------------------------------------------------------------------------------------------------


def test_dense_and_sparse_fold(open_matrix: Any) -> None:
    m = open_matrix()
    dense, sparse = "tensor_throughput.fp16.dense", "tensor_throughput.fp16.sparse"
    assert dense in m.rows and sparse not in m.rows
    m.choose("밀집과 희소", "희소")
    assert dense not in m.rows and sparse in m.rows and m.said == "희소 값을 봅니다."
    m.choose("밀집과 희소", "밀집·희소")
    assert dense in m.rows and sparse in m.rows
    assert m.query("both") == f"?{NS}sparsity=both"


def test_units(open_matrix: Any) -> None:
    m = open_matrix()
    before = m.cells("memory_bandwidth")
    assert "3,350 GB/s" in before[3].replace("\u00a0", " ")
    m.tool("정렬·단위·복사").click()
    m.choose("대역폭", "TB/s")
    assert "3.35 TB/s" in m.cells("memory_bandwidth")[3].replace("\u00a0", " ") and m.said == "단위: TB/s."
    m.choose("대역폭", "표 그대로")
    assert m.cells("memory_bandwidth") == before, "the page's own text comes back"


def test_bars_against_a_column(open_matrix: Any) -> None:
    m = open_matrix(f"{GPUS}?{NS}cols=h100-sxm5,h200-sxm,p100-sxm2")
    m.choose("막대 기준", "기준 H100")
    ratio = lambda row: m.box.locator(f"[data-row='{row}'] td").evaluate_all(  # noqa: E731
        "cells => cells.map(c => c.querySelector('.matrix__ratio:not([hidden])')).map(r => r && [r.textContent, r.dataset.tone, r.style.getPropertyValue('--share')])"
    )
    assert ratio("memory_bandwidth")[0][0] == "기준"
    text, tone, share = ratio("memory_bandwidth")[1]
    assert (text, tone, share) == ("1.43배 · 유리", "better", "1.0000")
    assert ratio("tdp")[2][1:2] == ["none"], "nobody said which power is better"
    assert ratio("memory_type") == [None, None, None], "words have no bars"
    m.choose("막대 기준", "막대 없음")
    assert ratio("memory_bandwidth") == [None, None, None]


def test_bars_never_cross_qualifiers(open_matrix: Any) -> None:
    m = open_matrix("compare/dgx-vs-hgx/")
    row = m.box.locator("tr[data-row]:has([data-q*='scope:system']):has([data-q*='scope:board'])").first
    assert row.count(), "this table sets systems beside boards"
    m.box.get_by_label("막대 기준", exact=True).select_option(index=1)
    assert "조건이 달라 견주지 않음" in row.inner_text()


def test_two_official_values_keep_their_sources(open_matrix: Any) -> None:
    m = open_matrix()
    cell = m.box.locator("td:has([data-split])").first
    values = cell.locator(".matrix__value")
    assert values.count() >= 2
    links = [values.nth(i).locator("sup.ref a").first.get_attribute("href") for i in range(2)]
    assert all(links) and links[0] != links[1]
    assert "다른 공식 값" in cell.inner_text()


def test_preliminary_columns_say_so(open_matrix: Any) -> None:
    m = open_matrix()
    assert m.box.locator("th[data-stage=preliminary]").inner_text().split() == ["Rubin", "2026", "·", "예비", "사양"]


# --- the address ------------------------------------------------------------------------------------------------------


def test_back_takes_back_one_change_at_a_time(open_matrix: Any) -> None:
    m = open_matrix()
    m.tool("차이만").click()
    m.query("diff=1")
    m.choose("막대 기준", "기준 V100")
    m.query("base=v100")
    m.page.go_back()
    m.page.wait_for_function("!location.search.includes('base')")
    assert m.box.get_by_label("막대 기준", exact=True).input_value() == ""
    assert m.tool("차이만").get_attribute("aria-pressed") == "true"
    assert m.said == "주소에 맞추어 표를 바꿨습니다."
    m.page.go_back()
    m.page.wait_for_function("!location.search")
    assert m.tool("차이만").get_attribute("aria-pressed") == "false"
    m.page.go_forward()
    m.page.wait_for_function("location.search.includes('diff')")
    assert m.tool("차이만").get_attribute("aria-pressed") == "true"


def test_an_address_is_restored_and_nonsense_in_it_ignored(open_matrix: Any) -> None:
    query = f"{NS}cols=b200-sxm,nothing,h100-sxm5&{NS}sort=-nope&{NS}unit=TB/s,parsec&{NS}base=zzz&{NS}diff=2&{NS}sparsity=sparse&other=1&%E0%A4=2"
    m = open_matrix(f"{GPUS}?{query}#x")
    assert m.columns == ["B200", "H100"]
    assert "3.35 TB/s" in m.cells("memory_bandwidth")[1].replace("\u00a0", " ")
    assert "tensor_throughput.fp16.sparse" in m.rows
    assert m.box.get_by_label("막대 기준", exact=True).input_value() == ""
    m.tool("차이만").click()
    assert m.query("diff=1") == f"?other=1&%E0%A4=2&{NS}cols=b200-sxm,h100-sxm5&{NS}diff=1&{NS}sparsity=sparse&{NS}unit=TB/s"
    assert m.page.evaluate("location.hash") == "#x"


def test_one_matrix_needs_no_name_in_the_address(open_matrix: Any) -> None:
    m = open_matrix(ONE)
    m.tool("차이만").click()
    assert m.query("diff") == "?diff=1"


def test_matrices_of_a_page_do_not_meddle(open_matrix: Any) -> None:
    m = open_matrix()
    m.tool("차이만").click()
    m.query("diff")
    assert m.page.locator("spec-matrix").nth(1).locator("button[aria-pressed]").get_attribute("aria-pressed") == "false"


# --- keyboard and what is said ----------------------------------------------------------------------------------------


def test_arrows_walk_the_grid_and_tab_leaves_it(open_matrix: Any) -> None:
    m = open_matrix()
    table = m.box.locator("table")
    assert table.get_attribute("role") == "grid"
    assert table.locator("[tabindex='0']").count() == 1
    table.locator("thead th").first.focus()
    where = "(([r, c]) => `${r},${c}`)((e => [e.closest('table').querySelectorAll('tr:not([hidden])').values().toArray().indexOf(e.closest('tr')), e.closest('td, th').cellIndex])(document.activeElement))"
    for keys, expected in {
        "ArrowRight ArrowRight": "0,2",
        "ArrowDown ArrowDown": "2,2",
        "Home": "2,0",
        "End": "2,8",
        "Control+Home": "0,0",
    }.items():
        for key in keys.split():
            m.page.keyboard.press(key)
        assert m.page.evaluate(where) == expected, keys
    m.page.keyboard.press("ArrowDown")
    m.page.keyboard.press("ArrowDown")
    m.page.keyboard.press("ArrowRight")
    m.page.keyboard.press("Tab")
    assert m.page.evaluate("document.activeElement.matches('td a')"), "the links of the current cell are stops"
    m.page.keyboard.press("Escape")  # the number's card
    m.page.keyboard.press("Escape")
    assert m.page.evaluate("document.activeElement.matches('td')")
    for _ in range(6):
        m.page.keyboard.press("Tab")
        if not m.page.evaluate("!!document.activeElement.closest('table')"):
            break
    assert not m.page.evaluate("!!document.activeElement.closest('spec-matrix table')"), "Tab leaves the grid after one cell"


def test_a_row_sorts_by_keyboard(open_matrix: Any) -> None:
    m = open_matrix()
    m.box.locator("[data-row='tdp'] th").focus()
    m.box.locator("[data-row='tdp'] th").evaluate("e => { e.tabIndex = 0; e.focus() }")
    m.page.keyboard.press("Enter")
    m.page.keyboard.press("Enter")
    assert m.columns != NAMES and m.said.startswith("정렬: ")


def test_the_focused_cell_is_not_under_what_is_fixed(open_matrix: Any) -> None:
    m = open_matrix()
    m.box.locator("thead th").first.focus()
    for key in ["ArrowDown"] * 14 + ["End"] + ["ArrowLeft"] * 6 + ["ArrowUp"] * 9:
        m.page.keyboard.press(key)
    on_top = "(r => document.elementFromPoint(r.x + 4, r.y + 4)?.closest('td, th') === document.activeElement)(document.activeElement.getBoundingClientRect())"
    assert m.page.evaluate(on_top)


def test_changes_are_said_politely(open_matrix: Any) -> None:
    m = open_matrix()
    said = m.box.locator(".matrix__said")
    assert said.get_attribute("role") == "status" and m.said == ""
    box = said.bounding_box()
    assert box and box["width"] <= 1


# --- copies -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def copying(open_matrix: Any) -> Matrix:
    m: Matrix = open_matrix(f"{GPUS}?{NS}cols=h100-sxm5,b200-sxm&{NS}unit=TB/s", permissions=["clipboard-read", "clipboard-write"])
    m.tool("정렬·단위·복사").click()
    return m


def copied(m: Matrix, kind: str) -> str:
    m.tool(f"{kind} 복사").click()
    m.page.wait_for_function("document.querySelector('.matrix__said').textContent.startsWith('복사했습니다')")
    return str(m.page.evaluate("navigator.clipboard.readText()"))


def test_csv(copying: Matrix) -> None:
    rows = list(csv.DictReader(io.StringIO(copied(copying, "CSV"))))
    assert len(rows) == len(copying.rows)
    bandwidth = next(r for r in rows if r["항목"] == "메모리 대역폭")
    assert (bandwidth["단위"], bandwidth["조건"]) == ("TB/s", "GPU 하나")
    assert bandwidth["H100 (2022)"].startswith("3.35")
    assert bandwidth["H100 출처"].startswith("https://")


def test_markdown(copying: Matrix) -> None:
    text = copied(copying, "Markdown")
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert len(table) == len(copying.rows) + 2 and {line.count(" | ") for line in table} == {2}
    assert "3.35\u00a0TB/s" in text and re.search(r"^1\. .+ <https://", text, re.M)


def test_json(copying: Matrix) -> None:
    data = json.loads(copied(copying, "JSON"))
    assert [c["name"] for c in data["columns"]] == ["H100", "B200"]
    row = next(r for r in data["rows"] if r["key"] == "memory_bandwidth")
    first, second = row["cells"]["b200-sxm"][:2]
    assert (row["unit"], row["better"], first["value"], first["unit"]) == ("TB/s", "higher", 7.7, "TB/s")
    assert first["qualifiers"] == {"scope": "gpu"} and first["sources"][0]["url"].startswith("https://")
    assert second["other"] and second["value"] == 8 and second["sources"] != first["sources"]


def test_without_a_clipboard_the_text_is_offered(open_matrix: Any) -> None:
    m = open_matrix()
    m.page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    m.tool("정렬·단위·복사").click()
    m.tool("CSV 복사").click()
    area = m.box.locator("textarea")
    area.wait_for()
    assert area.input_value().startswith("항목,조건,단위,P100")


# --- phones, print, no script -----------------------------------------------------------------------------------------


def test_cards_on_a_phone(open_matrix: Any) -> None:
    m = open_matrix(width=390)
    assert m.columns == ["P100"]
    m.box.get_by_role("button", name="다음 것").click()
    assert m.columns == ["V100"] and m.said == "V100"
    m.box.get_by_label("보는 것").select_option(label="B200")
    assert m.columns == ["B200"] and m.query("card") == f"?{NS}card=b200-sxm"
    assert m.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    m.box.get_by_role("button", name="표로 보기").click()
    assert m.columns == NAMES and "view=table" in m.query("view")
    m.page.go_back()
    m.page.wait_for_function("!location.search.includes('view')")
    assert m.columns == ["B200"]


@pytest.mark.parametrize("width", [390, 1280])
def test_print_shows_the_table_as_chosen(open_matrix: Any, width: int) -> None:
    m = open_matrix(f"{GPUS}?{NS}cols=h200-sxm,h100-sxm5&{NS}diff=1", width)
    m.page.emulate_media(media="print")
    m.page.wait_for_function("document.querySelectorAll('spec-matrix')[0].querySelectorAll('thead th').length === 3")
    assert m.columns == ["H200", "H100"] and "sm_count" not in m.rows
    assert not m.box.locator(".matrix__tools").is_visible()
    assert m.box.locator("tr[data-row]:not([hidden])").first.evaluate("e => getComputedStyle(e).display") == "table-row"


def test_without_script_everything_is_there(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}).new_page()
    page.goto(address + GPUS)
    table = page.locator("spec-matrix table").first
    assert table.locator("thead th").count() == 9 and table.locator("thead th").last.is_visible()
    for variant in ("dense", "sparse"):
        assert table.locator(f"tr[data-variant={variant}]").first.is_visible()
    assert table.locator("tr[data-row] td:empty").count() == 0
    assert page.locator(".matrix__tools").count() == 0
    page.context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_script_arrives(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value }).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(address + "compare/dgx-generations/", wait_until="load")
    page.locator("spec-matrix[data-ready]").first.wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") < 0.01
    page.close()


# --- predict first ----------------------------------------------------------------------------------------------------


def test_predict_first_by_keyboard(open_matrix: Any) -> None:
    m = open_matrix(f"{GPUS}?{NS}cols=h100-sxm5,h200-sxm,b200-sxm")
    start = m.tool("맞혀 보며 열기")
    start.focus()
    m.page.keyboard.press("Enter")
    quiz = m.box.locator(".matrix__quiz")
    quiz.wait_for()
    covered = m.box.locator("tr.is-covered")
    before = covered.count()
    assert before > 5 and not m.box.locator(".matrix__tools").is_visible()
    assert m.box.locator("tr.is-asked td").first.evaluate("e => getComputedStyle(e).visibility") == "hidden"
    assert m.page.evaluate("document.activeElement.matches('.matrix__asked')")
    m.page.keyboard.press("Tab")
    assert m.page.evaluate("document.activeElement.type") == "radio"
    m.page.keyboard.press("Enter")
    assert m.said == "먼저 하나를 고르십시오."
    for _ in range(2):
        m.page.keyboard.press("ArrowDown")  # H200, then B200
    m.page.keyboard.press("Tab")
    m.page.keyboard.type("2.6")
    m.page.keyboard.press("Enter")
    assert m.said.startswith("맞습니다. B200: 가장 작은 값의 2.6배.") and "2.6배라고 했으니 거의 맞혔습니다." in m.said
    assert covered.count() == before - 1
    assert m.box.locator("tr.is-asked .matrix__ratio:not([hidden])").count() == 3, "the true ratios are in the row"
    assert m.page.evaluate("document.activeElement.textContent") == "다음 행"
    m.page.keyboard.press("Enter")
    assert quiz.locator(".matrix__step").inner_text().startswith("2 / ")
    m.page.keyboard.press("Escape")
    assert quiz.count() == 0 and covered.count() == 0
    assert m.said == "1행을 맞혀 보았습니다. 큰 쪽을 맞힌 행 1개, 배수가 가까웠던 행 1개."
    assert start.evaluate("e => e === document.activeElement")
    assert m.box.locator(".matrix__ratio:not([hidden])").count() == 0
    assert m.page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


def test_predict_two_columns_to_the_end(open_matrix: Any) -> None:
    m = open_matrix(f"{ONE}")
    m.tool("맞혀 보며 열기").click()
    quiz = m.box.locator(".matrix__quiz")
    first = quiz.get_by_label("견줄 열", exact=True)
    first.select_option(index=1)
    assert len(m.columns) == 2
    wrong = 0
    while quiz.locator("form").count():
        quiz.locator("input[type=radio]").first.check()
        quiz.get_by_role("button", name="확인하고 열기").click()
        wrong += m.said.startswith("아닙니다.")
        assert re.match(r"(맞습니다|아닙니다)\. .+", m.said)
        quiz.get_by_role("button", name="다음 행").click()
    assert m.said.startswith("모두 열었습니다.") and m.box.locator(".is-covered").count() == 0
    quiz.get_by_role("button", name="표로 돌아가기").click()
    assert len(m.columns) > 2 and m.tool("맞혀 보며 열기").is_visible()


def test_predict_on_a_table_of_words_says_so(open_matrix: Any) -> None:
    m = open_matrix("compare/parallelism/")
    m.tool("맞혀 보며 열기").click()
    m.page.wait_for_function("document.querySelector('.matrix__said').textContent !== ''")
    assert m.box.locator(".is-covered").count() == 0


# --- axe --------------------------------------------------------------------------------------------------------------

STATES = {
    "columns open": "열 8/8",
    "more open": "정렬·단위·복사",
    "predicting": "맞혀 보며 열기",
    "bars": None,
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("state", STATES)
def test_axe(open_matrix: Any, axe: str, state: str, width: int, scheme: str) -> None:
    m = open_matrix(f"{GPUS}?{NS}base=h100-sxm5&{NS}sort=tdp&{NS}sparsity=both", width, color_scheme=scheme)
    if name := STATES[state]:
        m.tool(name).click()
    m.page.wait_for_timeout(300)
    m.page.evaluate(axe)
    found = m.page.evaluate(
        "axe.run('spec-matrix', {resultTypes: ['violations']}).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3)]))"
    )
    assert found == [], json.dumps(found, ensure_ascii=False, indent=1)
    assert m.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
