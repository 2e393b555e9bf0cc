"""Small modules: reader, units, formulas, facts, links, matrices, pages, catalog, schemas."""

from __future__ import annotations

import importlib.util
import json
import math
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import termlink
from macros import catalog, check, formula, links, matrix, pages, reader, schemas, units
from macros.facts import FactError
from macros.problems import Problem, ProblemsFound, did_you_mean, report
from macros.render import hangul, numbers

from .project import ROOT, Changes, changed

Make = Callable[[Changes], Path]

# --- reader ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("true", True), ("false", False), ("null", None), ("~", None), ("''", ""),
        ("1.10", 1.1), ("'1.10'", "1.10"), ("12:30", "12:30"), ("0x1F", 31), ("0o17", 15), ("012", "012"), ("1_000", "1_000"), ("-3", -3),
        ("1e3", 1000.0), (".5", 0.5), ("5.", 5.0), ("+5", 5), ("1e400", "1e400"), (".inf", math.inf), ("inf", "inf"), ("True", True),
        ("Null", None), ("tRUE", "tRUE"), ("2026-11-23", "2026-11-23"), ("2026-13-45", "2026-13-45"), ("'2.1'", "2.1"), ("8", 8),
        ("1.2.3", "1.2.3"), ("-", [None]), ("--5", "--5"), ("1e", "1e"), ("0.0", 0.0), ("-0.5", -0.5), ("'true'", "true"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("fast", [True, False])
def test_plain_scalars_mean_what_they_look_like(text: str, value: object, fast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """YAML 1.2's core schema, from the fast parser and from the one that reads where it cannot be had."""
    if not fast:
        monkeypatch.setattr(reader, "ryaml", None)
    document, problems = reader.read_text.__wrapped__(f"key:\n  {text}\n", "x.yml")
    assert not problems and document is not None
    assert document.data == {"key": value} and type(document.data["key"]) is type(value)


def test_both_parsers_read_all_data_alike() -> None:
    """The fast parser is the one in use; what it reads is what PyYAML reads."""
    assert importlib.util.find_spec("ryaml")
    for file in sorted((ROOT / "data").rglob("*.yml")):
        text = file.read_text("utf-8")
        slow, problems = reader.read_slowly(text, str(file))
        fast, _ = reader.read_text(text, str(file))
        assert not problems and slow is not None and fast is not None
        assert slow.data == fast.data, file


def test_positions_count_from_one_and_skip_unknown_steps() -> None:
    document, _ = reader.read_text("a:\n  - b: 1\n    c: 2\n", "x.yml", first_line=10)
    assert document is not None
    assert document.at(("a", 0, "c")) == (12, 8)
    assert document.at(("a", 0, "c"), key=True) == (12, 5)
    assert document.at(("a", 0, "nowhere", 3)) == (11, 5)


def test_a_duplicate_key_keeps_the_first_value() -> None:
    document, problems = reader.read_text("a: 1\na: 2\n", "x.yml")
    assert document is not None and document.data == {"a": 1}
    assert [(p.line, p.column) for p in problems] == [(2, 1)]


# --- problems ----------------------------------------------------------------------------------------------------


def test_problems_are_reported_sorted_once_and_counted() -> None:
    found = [Problem("b", 1, 1, "둘."), Problem("a", 2, 1, "하나.", "힌트."), Problem("a", 2, 1, "하나.", "힌트.")]
    assert report(found) == "a:2:1: 하나. 힌트.\nb:1:1: 둘.\n문제 2건"
    assert ProblemsFound(found).problems == sorted(set(found))


@pytest.mark.parametrize(
    ("word", "allowed", "hint"),
    [
        ("h100-sxm", ["h100-sxm5", "a100"], "혹시 'h100-sxm5'입니까?"), ("defn", ["definition", "why"], "혹시 'definition'입니까?"),
        ("zzz", list("abcdefghij"), ""), ("x", [], ""),
    ],
)  # fmt: skip
def test_the_nearest_right_thing(word: str, allowed: list[str], hint: str) -> None:
    assert did_you_mean(word, allowed) == hint


# --- units -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "to", "result"),
    [
        (3.35, "TB/s", "GB/s", 3350), (400, "Gb/s", "GB/s", 50), (1, "GiB", "B", 2**30), (1, "GB", "B", 10**9), (1.44, "EFLOPS", "PFLOPS", 1440),
        (10.2, "kW", "W", 10200), (1, "TOPS", "POPS", 0.001), (2, "GHz", "MHz", 2000), (542, "억 개", "개", 54.2e9),
    ],
)  # fmt: skip
def test_units_convert(value: float, unit: str, to: str, result: float) -> None:
    assert units.convert(value, unit, to) == pytest.approx(result, rel=1e-12)


@pytest.mark.parametrize(("one", "other"), [("TB/s", "W"), ("FLOPS", "OPS"), ("B", "B/s"), ("USD", "개"), ("GHz", "GB/s")])
def test_dimensions_do_not_mix(one: str, other: str) -> None:
    assert not units.same_dimension(one, other)
    with pytest.raises(ValueError):
        units.convert(1, one, other)


@given(st.floats(min_value=1e-6, max_value=1e9), st.sampled_from([("GB/s", "TB/s"), ("GiB", "GB"), ("W", "kW"), ("Gb/s", "GB/s")]))
def test_converting_back_gives_the_same(value: float, pair: tuple[str, str]) -> None:
    there, back = pair
    assert units.convert(units.convert(value, there, back), back, there) == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize("unit", ["furlong", "TB/", "TB//s", "", "GB s s"])
def test_unknown_units_are_unknown(unit: str) -> None:
    assert not units.known(unit) or units.same_dimension(unit, "개")


# --- formulas and facts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "value"), [("2 * a.x + 1", 7), ("( a.x + 1 ) / 2", 2), ("a.x - 1 - 1", 1), ("6 / a.x", 2), ("2 * 3", 6)])
def test_formulas(text: str, value: float) -> None:
    assert formula.evaluate(text, {"a.x": 3}.__getitem__) == value


@pytest.mark.parametrize("text", ["a.x ** 2", "__import__('os')", "a.x +", "lambda : 1", "1 / 0", "a.x if 1 else 2", "[ 1 ]"])
def test_bad_formulas_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        formula.evaluate(text, {"a.x": 3}.__getitem__)


def test_references_of_a_formula() -> None:
    assert formula.references("8 * x-1.memory.gpu + 2.5 / box.gpus") == ["x-1.memory.gpu", "box.gpus"]


def test_facts_are_found_by_as_much_of_the_id_as_it_takes(shared_project: Path) -> None:
    facts = catalog.load(shared_project / "data").facts
    assert facts.find("x1.memory_bandwidth").id == "x1.memory_bandwidth.gpu"
    assert facts.find("x1.throughput.dense").value == 500
    assert facts.find("x1.throughput.fp16.sparse").unit == "PFLOPS"
    assert facts.find("x1.throughput.sparse.fp16") == facts.find("x1.throughput.sparse")


def test_a_derived_fact_is_computed_and_cites_what_it_uses(shared_project: Path) -> None:
    found = catalog.load(shared_project / "data").facts.find("box.memory_bandwidth")
    assert (found.value, found.unit) == (20, "TB/s")
    assert found.sources == (("acme-page", "상자 그림"), ("acme-page", "사양 표, Memory 행"))


@pytest.mark.parametrize("fact_id", ["x1.throughput", "x1.throughput.fp8", "x1.nothing", "x2.power", "x1.power.dense", "x1"])
def test_an_id_that_selects_nothing_or_too_much_is_an_error(shared_project: Path, fact_id: str) -> None:
    with pytest.raises(FactError) as error:
        catalog.load(shared_project / "data").facts.find(fact_id)
    assert error.value.hint


# --- matrices ----------------------------------------------------------------------------------------------------


def test_a_matrix_shows_shared_qualifiers_in_the_row_and_others_in_the_cell(shared_project: Path) -> None:
    loaded = catalog.load(shared_project / "data")
    group, gpus, bandwidth, _, throughput, maker = matrix.shown_rows(loaded.matrices["x1-vs-box"], loaded)
    assert (group.label, group.cells) == ("크기", ())
    assert [len(c.facts) for c in gpus.cells] == [0, 1]
    assert (bandwidth.words, bandwidth.shared, bandwidth.unit) == ((), (), "GB/s")
    assert dict(bandwidth.units) == {"GB/s": 1, "TB/s": 0.001, "Gb/s": 8, "Tb/s": 0.008}
    assert throughput.words == ("FP16", "밀집") and throughput.cells[1].facts[0].state == "unknown"
    assert maker.cells[0].written is not None and maker.cells[0].written.text == "Acme"
    assert [r.key for r in (gpus, bandwidth, throughput, maker)] == ["gpus", "memory_bandwidth", "throughput.fp16.dense", "누가 만드나"]


def test_a_row_that_varies_becomes_two_and_names_stay_apart(project: Make) -> None:
    root = project(
        {"data/matrices/x1-vs-box.yml": ("sparsity: dense}\n", "sparsity: dense}\n  - attribute: throughput\n    vary: sparsity\n")}
    )
    loaded = catalog.load(root / "data")
    rows = matrix.shown_rows(loaded.matrices["x1-vs-box"], loaded)
    assert [(r.key, r.variant) for r in rows if r.row.attribute == "throughput"] == [
        ("throughput.fp16.dense", None),
        ("throughput.dense", "dense"),
        ("throughput.sparse", "sparse"),
    ]
    assert [r.cells[0].facts[0].id for r in rows if r.variant] == ["x1.throughput.fp16.dense", "x1.throughput.fp16.sparse"]


def test_a_filter_chooses_subjects_by_date(project: Make) -> None:
    root = project({"data/matrices/x1-vs-box.yml": ("subjects: [x1, box]", "subjects: {family: [X]}")})
    loaded = catalog.load(root / "data")
    assert matrix.subjects(loaded.matrices["x1-vs-box"], loaded) == ("x1", "box")


# --- links -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "page", "anchor", "url", "source"),
    [
        ("glossary.md", "gpu/cuda.md", "warp", "../../glossary/#warp", "../glossary.md#warp"),
        ("gpu/cuda.md", "gpu/index.md", "", "cuda/", "cuda.md"), ("gpu/index.md", "gpu/cuda.md", "", "../", "index.md"),
        ("index.md", "gpu/cuda.md", "", "../../", "../index.md"), ("gpu/cuda.md", "index.md", "x", "gpu/cuda/#x", "gpu/cuda.md#x"),
        ("gpu/cuda.md", "gpu/cuda.md", "x", "#x", "#x"), ("index.md", "index.md", "", "./", "index.md"),
    ],
)  # fmt: skip
def test_links_are_relative(to: str, page: str, anchor: str, url: str, source: str) -> None:
    assert links.relative(to, page, anchor) == url
    assert links.source_relative(to, page, anchor) == source


@pytest.mark.parametrize(
    ("context", "path", "rewrites"),
    [
        ({"page": SimpleNamespace(file=SimpleNamespace(src_uri="a/b.md"))}, "a/b.md", False),
        ({"page": SimpleNamespace(path="a/b.md")}, "a/b.md", True), ({}, "", False),
    ],
)  # fmt: skip
def test_the_current_page_under_either_engine(context: dict[str, Any], path: str, rewrites: bool) -> None:
    assert links.page_path(context) == path
    assert links.rewrites_html(context) is rewrites


# --- pages -------------------------------------------------------------------------------------------------------

_PAGE = """---
title: 쪽
section: '1.1'
---
# 제목 { #top }

{{ fact("a.b") }} 그리고 {{ fact("c.d", unit="GB/s") }}

{% raw %}{{ fact("not.this") }}{% endraw %}

```python
[link](in-code.md)
```

`[link](in-code.md)` [글](other.md#here) ![그림](pic.svg)

## 둘째 제목
"""


@pytest.fixture
def page(tmp_path: Path) -> pages.Page:
    (tmp_path / "docs").mkdir()
    file = tmp_path / "docs/page.md"
    file.write_text(_PAGE, "utf-8")
    return pages.page_of(file, tmp_path / "docs", tmp_path)


def test_calls_have_exact_places_after_front_matter(page: pages.Page) -> None:
    assert [(c.name, c.args, c.kwargs, c.line, c.column) for c in page.calls] == [
        ("fact", ("a.b",), {}, 7, 4), ("fact", ("c.d",), {"unit": "GB/s"}, 7, 26),
    ]  # fmt: skip


def test_links_in_code_are_not_links(page: pages.Page) -> None:
    assert [(link.target, link.line) for link in page.links] == [("other.md#here", 15), ("pic.svg", 15)]


def test_anchors_are_explicit_or_made_from_headings(page: pages.Page) -> None:
    assert page.anchors == {"top", "둘째-제목"}
    assert (page.section, page.chapter, page.title) == ("1.1", 1, "쪽")


# --- catalog, project, schemas ------------------------------------------------------------------------------------


def test_nothing_changed_gives_the_same_object(shared_project: Path) -> None:
    assert catalog.load(shared_project / "data") is catalog.load(shared_project / "data")
    assert check.load(shared_project) is check.load(shared_project)


def test_a_changed_file_is_read_again(shared_project: Path) -> None:
    before = check.load(shared_project)
    with changed(shared_project, {"docs/index.md": "# 새 글\n"}):
        assert check.load(shared_project) is not before
    with changed(shared_project, {"data/terms/thread.yml": None}):
        assert "thread" not in catalog.load(shared_project / "data").terms


def test_a_former_id_still_finds_its_entry(project: Make) -> None:
    root = project({"data/terms/warp.yml": ("ko: 워프", "former_ids: [warps]\nko: 워프")})
    loaded = catalog.load(root / "data")
    assert loaded.get("terms", "warps") is loaded.terms["warp"]


def test_schemas_say_what_the_models_say() -> None:
    made = {name: json.loads(text) for name, text in schemas.schemas().items()}
    term = made["term.json"]
    assert term["additionalProperties"] is False and "id" not in term["properties"]
    assert {"ko", "en", "definition", "kind", "section", "level"} <= set(term["required"])
    assert set(made) == {f"{n}.json" for n in (*schemas.NAMES.values(), "publisher", "errata", "attributes", "arithmetic", "exam")}
    editors = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert set(editors) == {f"./{schemas.FOLDER}/{name}" for name in made}, "each is used by the editor"
    assert all(list(ROOT.glob(files)) for files in editors.values())


# --- how things look ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"), [(3.35, "3.35"), (16896, "16,896"), (999, "999"), (1000, "1,000"), (0.5, "0.5"), (True, "있음"), (False, "없음"), ("공랭", "공랭"), (1e12, "1,000,000,000,000")]
)  # fmt: skip
def test_numbers_look_right(value: object, text: str) -> None:
    assert numbers.shown(value) == text


@pytest.mark.parametrize(("date", "words"), [("2022", "2022년"), ("2022-03", "2022년 3월"), ("2022-03-05", "2022년 3월 5일")])
def test_dates_in_words(date: str, words: str) -> None:
    assert numbers.date_words(date) == words


@pytest.mark.parametrize(
    ("word", "initial"), [("워프", "ㅇ"), ("깊이", "ㄱ"), ("쌍", "ㅅ"), ("NVLink", "N"), ("2:4 희소성", "0–9"), ("힣", "ㅎ"), ("가", "ㄱ")]
)
def test_initials(word: str, initial: str) -> None:
    assert hangul.initial(word) == initial


def test_a_letter_with_many_terms_is_parted_by_vowel() -> None:
    words = [SimpleNamespace(ko=f"{syllable}{n}") for syllable in "아오와이" for n in range(11)]
    found = [(sheet.title, sheet.anchor, sorted({term.ko[0] for term in sheet.terms})) for sheet in hangul.sheets(words)]
    assert found == [("ㅇ (아–오)", "ko-ng", ["아", "오"]), ("ㅇ (와–이)", "ko-ng-2", ["와", "이"])]
    few = [SimpleNamespace(ko="워프"), SimpleNamespace(ko="NVLink")]
    assert [(sheet.title, sheet.anchor) for sheet in hangul.sheets(few)] == [("ㅇ", "ko-ng"), ("N", "n")]
    half = [SimpleNamespace(ko=f"기{n}") for n in range(41)]
    assert [(sheet.title, sheet.anchor) for sheet in hangul.sheets(half)] == [("ㄱ (과–기)", "ko-g-2")]


# --- bench -------------------------------------------------------------------------------------------------------


def test_the_bench_of_term_links_makes_terms() -> None:
    """It is run by hand: what it makes must be what the models ask for."""
    made = termlink.terms(700)
    assert len(made) == 700 and len({form for term in made.values() for form in term.forms}) > 2000
