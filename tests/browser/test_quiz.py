"""Questions that can be answered: each kind by keyboard and by touch, without script, printed, read by axe."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from .conftest import Seen
from .test_use import opened

pytestmark = pytest.mark.browser

SINGLE, MULTIPLE, WRONG = (
    ("gpu/how-gpus-work/", "q2-1-divergence"),
    ("overview/cpu-vs-gpu/", "q1-3-choose"),
    ("overview/history/", "q1-1-firsts"),
)
NUMERIC, ORDER, MATCH = (
    ("overview/components/", "q1-2-hbm-pcie"),
    ("overview/history/", "q1-1-order"),
    ("datacenter/basics/", "q3-1-four-networks"),
)
KINDS = {"single": SINGLE, "multiple": MULTIPLE, "wrong": WRONG, "numeric": NUMERIC, "order": ORDER, "match": MATCH}
EVERY = pytest.mark.parametrize("kind", KINDS)


def question(browser: Browser, address: str, kind: str, width: int = 1280, **options: Any) -> tuple[Page, Locator]:
    """A page, and its upgraded question of a kind. What it tells the page is kept in `heard`."""
    path, id = KINDS[kind]
    page = opened(browser, address + path, width, **options)
    page.wait_for_function("document.querySelector('quiz-question form')")
    page.evaluate("() => { window.heard = []; document.addEventListener('quiz-answered', e => heard.push(e.detail)) }")
    found = page.locator(f"#{id} quiz-question")
    found.evaluate("e => e.scrollIntoView({block: 'center'})")
    return page, found


def answer(question: Locator, right: bool, act: Any) -> None:
    """Give an answer with `act`, which presses or taps a control: {'choose', 'type', 'move', 'pick'}."""
    kind = question.get_attribute("data-kind")
    if kind in ("single", "multiple", "wrong"):
        for item in question.locator("ul > li[data-right]" if right else "ul > li:not([data-right])").all()[: None if right else 1]:
            act("choose", item.locator("input"))
    elif kind == "numeric":
        act("type", question.locator("input"), question.get_attribute("data-answer") if right else "7")
    elif kind == "order":
        _sort(question, act, reverse=not right)
    else:
        count = question.locator("select").count()
        for n, select in enumerate(question.locator("select").all()):
            act("pick", select, str(n if right else (n + 1) % count))


def _sort(question: Locator, act: Any, *, reverse: bool) -> None:
    """Bubble each item up to its place by its own button."""
    places = lambda: [int(p) for p in question.locator("ol.quiz__order > li").evaluate_all("all => all.map(e => e.dataset.place)")]  # noqa: E731
    wanted = sorted(places(), reverse=reverse)
    for at, place in enumerate(wanted):
        while (now := places().index(place)) > at:
            act("move", question.locator(f"li[data-place='{place}'] button").first)
            assert places().index(place) == now - 1
    assert places() == wanted


def by_keyboard(page: Page) -> Any:
    def act(how: str, control: Locator, value: str = "") -> None:
        control.focus()
        if how == "choose":
            page.keyboard.press("Space")
        elif how == "type":
            page.keyboard.insert_text(value)
        elif how == "move":
            page.keyboard.press("Enter")
        else:
            control.evaluate("e => e.selectedIndex = 0")
            options = control.locator("option").evaluate_all("all => all.map(o => o.value)")
            for _ in range(options.index(value)):
                page.keyboard.press("ArrowDown")

    return act


def by_touch(how: str, control: Locator, value: str = "") -> None:
    if how == "type":
        control.tap()
        control.fill(value)
    elif how == "pick":
        control.select_option(value)
    else:
        control.tap()


def buttons(question: Locator) -> tuple[Locator, Locator]:
    return question.get_by_role("button", name="확인", exact=True), question.get_by_role("button", name="다시 풀기")


def result(question: Locator) -> str:
    return question.locator(".quiz__result").inner_text()


@EVERY
def test_keyboard(browser: Browser, address: str, kind: str) -> None:
    page, asked = question(browser, address, kind)
    seen = Seen(page, address)
    check, again = buttons(asked)
    answer(asked, False, by_keyboard(page))
    check.focus()
    page.keyboard.press("Enter")
    assert result(asked).startswith("틀렸습니다.") and asked.get_attribute("data-state") == "wrong"
    assert again.evaluate("e => e === document.activeElement"), "the focus is where the reader goes on"
    assert not asked.locator("details").evaluate("e => e.open"), "a wrong answer gives nothing away"
    if kind in ("single", "multiple", "wrong"):
        why = asked.locator(".quiz__why")
        assert why.count() == 1 and why.inner_text() in (asked.locator("details dl").text_content() or "")
        assert asked.locator("li:has(.quiz__why) input").is_checked(), "beside the choice that was made"
    page.keyboard.press("Enter")
    assert result(asked) == "" and check.is_visible() and not again.is_visible()
    assert page.evaluate("document.activeElement.closest('fieldset') !== null"), "the focus is on the first control"
    assert asked.locator(".quiz__mark, .quiz__why").count() == 0
    answer(asked, True, by_keyboard(page))
    check.focus()
    page.keyboard.press("Enter")
    assert result(asked).startswith("맞았습니다.") and asked.get_attribute("data-state") == "right"
    context = asked.locator(".quiz__context").text_content() or ""
    assert context in result(asked), "a right answer is explained"
    id = KINDS[kind][1]
    assert page.evaluate("heard") == [
        {"id": id, "kind": kind, "right": False, "tries": 1},
        {"id": id, "kind": kind, "right": True, "tries": 2},
    ]
    assert page.locator(".quiz__score").inner_text().endswith("문제 중 1문제를 맞혔습니다.")
    assert seen.errors == []
    assert page.evaluate("Object.keys(localStorage).length + document.cookie.length") == 0, "nothing is stored"
    page.context.close()


@EVERY
def test_touch(browser: Browser, address: str, kind: str) -> None:
    page, asked = question(browser, address, kind, 390, has_touch=True, is_mobile=True)
    check, again = buttons(asked)
    answer(asked, True, by_touch)
    for control in asked.locator("button:visible, select, input[type=text]").all():
        box = control.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24
    check.tap()
    assert result(asked).startswith("맞았습니다.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    again.tap()
    answer(asked, False, by_touch)
    check.tap()
    assert result(asked).startswith("틀렸습니다.")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


@pytest.mark.parametrize("kind", ["single", "multiple", "numeric", "match"])
def test_an_incomplete_answer_is_no_try(browser: Browser, address: str, kind: str) -> None:
    page, asked = question(browser, address, kind)
    check, again = buttons(asked)
    check.click()
    assert result(asked).startswith("먼저 ") and not again.is_visible() and page.evaluate("heard") == []
    assert page.evaluate("document.activeElement.closest('fieldset') !== null")
    page.context.close()


# What is typed -> right, wrong, or what is said when it is no number. The answer is 52.3 times.
TYPED = [
    ("52.3", "right"),
    (" 52.3 배", "right"),
    ("５２．３", "right"),
    ("5.23e1", "right"),
    ("5,230", "wrong"),
    ("52,3", "쉼표는"),
    ("52.3 GB", "단위는 배입니다."),
    ("쉰둘", "수로 적어"),
    ("-52.3", "wrong"),
    ("26.2", "wrong"),
]


def test_numbers_as_people_type_them(browser: Browser, address: str) -> None:
    page, asked = question(browser, address, "numeric")
    check, again = buttons(asked)
    for text, outcome in TYPED:
        asked.locator("input").fill(text)
        check.click()
        said = asked.get_attribute("data-state") or result(asked)
        assert said.startswith(outcome), f"{text}: {said}"
        if outcome in ("right", "wrong"):
            again.click()
        else:
            assert asked.locator("input").get_attribute("aria-invalid") == "true"
    asked.locator("input").fill("26.2")
    check.click()
    assert "양방향" in asked.locator(".quiz__why").inner_text(), "a common mistake is explained"
    page.context.close()


def test_typed_numbers(browser: Browser, address: str) -> None:
    """Thousands, exponents, signs and units, without a page in between."""
    page = opened(browser, address + SINGLE[0])
    cases = [
        ("1,234", "", 1234), ("1234", "", 1234), ("1.2e3", "", 1200), ("1,234.5 GB/s", "GB/s", 1234.5), ("−3", "", -3), (".5", "", 0.5), ("12%", "%", 12),
        ("1,23", "", None), ("12 GB/s", "Gb/s", None), ("", "", None), ("e3", "", None), ("1.2.3", "", None), ("12 개", "", None),
    ]  # fmt: skip
    script = f"async all => {{ const {{ typed }} = await import('{address}assets/quiz-question.js'); return all.map(([text, unit]) => typed(text, unit).value ?? null) }}"
    assert page.evaluate(script, [list(c[:2]) for c in cases]) == [c[2] for c in cases]
    page.context.close()


def test_retry_shuffles(browser: Browser, address: str) -> None:
    page, asked = question(browser, address, "single")
    check, again = buttons(asked)
    texts = lambda: asked.locator("ul > li").all_inner_texts()  # noqa: E731
    for _ in range(3):
        before = texts()
        asked.locator("input").first.check()
        check.click()
        again.click()
        assert texts() != before and sorted(texts()) == sorted(before)
    page.context.close()


def test_order_by_dragging(browser: Browser, address: str) -> None:
    page, asked = question(browser, address, "order")
    last, first = asked.locator("ol.quiz__order > li").last, asked.locator("ol.quiz__order > li").first
    text = last.locator(".quiz__text").inner_text()
    last.drag_to(first, target_position={"x": 60, "y": 4})
    assert asked.locator("ol.quiz__order > li .quiz__text").first.inner_text() == text
    assert asked.locator("ol.quiz__order > li").first.locator("button").first.is_disabled()
    page.context.close()


def test_a_moved_item_keeps_the_focus_and_says_where_it_is(browser: Browser, address: str) -> None:
    page, asked = question(browser, address, "order")
    item = asked.locator("ol.quiz__order > li").nth(1)
    text = item.locator(".quiz__text").inner_text()
    item.get_by_role("button", name="위로").focus()
    page.keyboard.press("Enter")
    assert result(asked) == f"{text}: 6개 중 1번째"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == f"{text}: 아래로", "at the top only the other button works"
    page.context.close()


def test_controls_have_names(browser: Browser, address: str) -> None:
    page, asked = question(browser, address, "match")
    group = asked.locator("fieldset")
    assert (asked.locator(".quiz__prompt").inner_text()) in group.evaluate(
        "e => document.getElementById(e.getAttribute('aria-labelledby')).innerText"
    )
    for left in ("계산망", "스토리지망", "대역 내 관리망", "대역 외 관리망"):
        assert asked.get_by_role("combobox", name=left).count() == 1
    assert asked.locator("[role=status]").count() == 1
    page.context.close()


@EVERY
def test_without_script(browser: Browser, address: str, kind: str) -> None:
    path, id = KINDS[kind]
    page = opened(browser, address + path, 390, java_script_enabled=False)
    asked = page.locator(f"#{id} quiz-question")
    assert asked.locator(".quiz__prompt").is_visible() and asked.locator("button, input, select").count() == 0
    assert not asked.locator(".quiz__context").is_visible()
    asked.locator("summary").click()
    assert asked.locator(".quiz__context").is_visible()
    page.context.close()


def test_print(browser: Browser, address: str) -> None:
    """Questions without answers; with them at the end when the reader wants it."""
    page, asked = question(browser, address, "single")
    asked.locator("input").first.check()
    page.emulate_media(media="print")
    section = page.locator(".quiz")
    assert asked.locator("ul > li").first.is_visible()
    assert section.locator("details:visible, button:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert section.locator(".quiz__answers").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.get_by_label("인쇄할 때 끝에 정답과 해설을 넣기").check()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    answers = section.locator(".quiz__answers > ol > li")
    assert answers.count() == section.locator("quiz-question").count()
    assert answers.first.is_visible() and (asked.locator(".quiz__context").text_content() or "") in (
        section.locator(".quiz__answers").text_content() or ""
    )
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert section.locator(".quiz__answers").count() == 0
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@EVERY
def test_answered_question_passes_axe(browser: Browser, address: str, axe: str, kind: str, width: int, scheme: str) -> None:
    page, asked = question(browser, address, kind, width, color_scheme=scheme)
    answer(asked, False, by_keyboard(page))
    buttons(asked)[0].click()
    page.evaluate(axe)
    violations = page.evaluate(
        "axe.run('.quiz').then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160)).slice(0, 3)]))"
    )
    assert violations == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def test_the_second_engine_has_the_same_questions(browser: Browser, zensical_address: str) -> None:
    page, asked = question(browser, zensical_address, "numeric")
    answer(asked, True, by_keyboard(page))
    buttons(asked)[0].click()
    assert result(asked).startswith("맞았습니다.")
    page.context.close()


def test_the_module_comes_only_with_a_question(browser: Browser, address: str) -> None:
    page = browser.new_page()
    seen = Seen(page, address)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(200)
    assert not [r for r in seen.requests if "quiz-question" in r]
    page.goto(address + SINGLE[0], wait_until="load")
    page.wait_for_function("document.querySelector('quiz-question form')")
    assert [r for r in seen.requests if "quiz-question" in r] and seen.elsewhere == []
    page.close()


def test_exam_table(browser: Browser, address: str, axe: str) -> None:
    page = opened(browser, address + "exam/", 390)
    assert page.locator(".objectives tbody tr").count() == 22
    page.evaluate(axe)
    assert page.evaluate("axe.run('article').then(r => r.violations.map(v => v.id))") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".objectives summary").first.click()
    page.locator(".objectives details[open] a").first.click()
    page.wait_for_load_state()
    assert page.locator("li:target quiz-question").is_visible()
    page.context.close()
