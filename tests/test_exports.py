"""/data/: every file follows its schema in the eyes of a validator that nobody here wrote, and CSV says what JSON says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from macros import catalog, records
from macros.model.record import MatrixCellRecord, MatrixRecord
from publish import exports, tabular
from publish.comparable import comparable

from .project import ROOT, Changes

DATA = catalog.load(ROOT / "data")
NAMES = [dataset.name for dataset in records.DATASETS]
PAGE = '<head><link rel="canonical" href="https://example.org/guide/data/"></head><body></body>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    (site / "data").mkdir()
    (site / "data/index.html").write_text(PAGE, "utf-8")
    exports.write(site, DATA, {"SOURCE_DATE_EPOCH": "1830297600"})
    return site / "data"


def load(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


@pytest.mark.parametrize("name", [*NAMES, "trust"])
def test_json_follows_its_schema(name: str, folder: Path) -> None:
    data, schema = load(folder / f"{name}.json"), load(folder / f"schema/{name}.json")
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.check_schema(schema)
    assert [e.message for e in validator.iter_errors(data)] == []
    assert data["$schema"] == f"schema/{name}.json" and data["licence"] == exports.LICENCE and data["date"] == "2028-01-01"


@pytest.mark.parametrize("name", NAMES)
def test_schemas_refuse_what_is_wrong(name: str, folder: Path) -> None:
    data, schema = load(folder / f"{name}.json"), load(folder / f"schema/{name}.json")
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    first = data["items"][0]
    for wrong in ({**first, "extra": 1}, {k: v for k, v in first.items() if k != "id"}, {**first, "id": 7}):
        assert not validator.is_valid({**data, "items": [wrong]}), wrong
    assert not validator.is_valid({k: v for k, v in data.items() if k != "licence"})
    assert not validator.is_valid({**data, "date": "yesterday"})


def test_every_json_file_has_been_read(folder: Path) -> None:
    schemas = {f.stem for f in (folder / "schema").iterdir()}
    assert {f.stem for f in folder.glob("*.json")} - schemas == {"compare", "index"}
    index = load(folder / "index.json")
    assert [d["name"] for d in index["datasets"]] == NAMES
    assert all(d["records"] == len(load(folder / f"{d['name']}.json")["items"]) > 0 for d in index["datasets"])


def flat(name: str, folder: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON file as flat as its CSV, made here from the file alone."""
    for item in load(folder / f"{name}.json")["items"]:
        if name != "matrices":
            qualifiers = item.pop("qualifiers", {})
            yield item | {f"q_{key}": value for key, value in qualifiers.items()}
            continue
        for number, row in enumerate(item["rows"], start=1):
            for cell in row["cells"] or [{"column": None, "facts": [], "state": None, "text": None, "source": None, "locator": None}]:
                said = {key: row[key] for key in ("kind", "label", "attribute", "unit")}
                yield {"matrix": item["id"], "row": number, **said, **cell}


@pytest.mark.parametrize("name", NAMES)
def test_csv_says_what_json_says(name: str, folder: Path) -> None:
    text = (folder / f"{name}.csv").read_bytes().decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    expected = list(flat(name, folder))
    assert len(lines) == len(expected) > 0 and set(lines[0]) == set(expected[0])
    for line, record in zip(lines, expected, strict=True):
        for key, value in record.items():
            if value is None:
                assert line[key] == "", (key, line)
            elif isinstance(value, str):
                assert line[key] == (f"'{value}" if value[0] in "=+-@\t\r'" else value), (key, line)
            else:
                assert json.loads(line[key]) == value, (key, line)
    assert [line["id" if name != "matrices" else "label"] for line in tabular.read(text)] == [
        record["id" if name != "matrices" else "label"] for record in expected
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_a_formula(name: str, folder: Path) -> None:
    for line in csv.reader(io.StringIO((folder / f"{name}.csv").read_text("utf-8-sig"), newline="")):
        for value in line:
            assert not value.startswith(("=", "+", "@", "\t", "\r")), value
            assert not value.startswith("-") or float(value) < 0, value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=1+1", "'=1+1"), ("+82", "'+82"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\r=1", "'\r=1"), ("'x", "''x"),
        (-3.5, "-3.5"), (80, "80"), (True, "true"), (None, ""), ("8.0", "8.0"), (["a", "=b"], '["a", "=b"]'), ({"x1": 8}, '{"x1": 8}'),
    ],
)  # fmt: skip
def test_cells(value: Any, text: str) -> None:
    assert tabular.cell(value) == text
    if isinstance(value, str):
        assert text.removeprefix(tabular.GUARD) == value


def test_texts_survive_quotes_lines_and_guards() -> None:
    nasty = ['a,"b"', "둘째\n줄", "=1", "'=1", "''", " x "]
    made = [{"column": text, "label": "l"} for text in nasty]
    read = list(tabular.read(tabular.table(MatrixCellRecord, made)))
    assert [line["column"] for line in read] == nasty


def test_a_derived_fact_has_its_formula_inputs_and_value(folder: Path) -> None:
    facts = {f["id"]: f for f in load(folder / "facts.json")["items"]}
    derived = [f for f in facts.values() if f["formula"]]
    assert len(derived) > 50
    for fact in derived:
        assert fact["how"] == "derived" and fact["value"] is not None and fact["source"] is None
        assert fact["inputs"] and all(i in facts for i in fact["inputs"])
        assert {s for i in fact["inputs"] for s in facts[i]["sources"]} == set(fact["sources"])
    one = facts["h100-sxm5.nvlink_bandwidth.gpu.one-way"]
    assert one["standard_value"] * 2 == facts["h100-sxm5.nvlink_bandwidth.gpu.both-ways"]["standard_value"]


def test_ids_lead_somewhere(folder: Path) -> None:
    ids = {name: {item["id"] for item in load(folder / f"{name}.json")["items"]} for name in NAMES}
    for fact in load(folder / "facts.json")["items"]:
        assert fact["product"] in ids["products"] and fact["attribute"] in ids["attributes"] and set(fact["sources"]) <= ids["sources"]
        assert {d["source"] for d in fact["disagrees"]} <= ids["sources"]
    for table in load(folder / "matrices.json")["items"]:
        assert {f for row in table["rows"] for cell in row["cells"] for f in cell["facts"]} <= ids["facts"]
    assert all(len(found) == len(load(folder / f"{name}.json")["items"]) for name, found in ids.items()), "ids are unique"


def test_standard_values_are_in_the_unit_of_the_attribute(project: Callable[[Changes], Path]) -> None:
    data = catalog.load(project({}) / "data")
    facts = {f.id: f for f in records.facts(data)}
    sparse = facts["x1.throughput.fp16.sparse"]
    assert (sparse.value, sparse.unit, sparse.standard_value, sparse.standard_unit) == (1, "PFLOPS", 1000.0, "TFLOPS")
    assert facts["x1.ecc"].value is True and facts["x1.ecc"].standard_value is None
    assert facts["box.throughput"].state == "unknown" and facts["box.throughput"].value is None


def test_the_date_is_never_the_clock(project: Callable[[Changes], Path]) -> None:
    data = catalog.load(project({}) / "data")
    looked = [f.verified for p in data.products.values() for fs in p.specs.values() for f in fs if f.verified]
    newest = max([*looked, *(s.accessed for s in data.sources.values())])
    assert exports.date_of(data, {}) == newest
    assert exports.date_of(data, {"SOURCE_DATE_EPOCH": "0"}).isoformat() == "1970-01-01"


def test_the_same_data_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    exports.write(tmp_path, DATA, {"SOURCE_DATE_EPOCH": "1830297600"})
    for file in folder.rglob("*"):
        if file.is_file() and file.suffix != ".html":
            assert file.read_bytes() == (tmp_path / "data" / file.relative_to(folder)).read_bytes(), file


def test_the_page_describes_the_dataset(folder: Path) -> None:
    html = (folder / "index.html").read_text("utf-8")
    data = json.loads(html.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert data["@type"] == "Dataset" and data["license"] == exports.LICENCE and data["url"] == "https://example.org/guide/data/"
    urls = [d["contentUrl"] for d in data["distribution"]]
    assert "https://example.org/guide/data/facts.csv" in urls and len(urls) == 2 * len(NAMES)
    for url in urls:
        assert (folder / url.rpartition("/")[2]).is_file()


def test_a_description_cannot_close_its_block() -> None:
    index = [{"name": "x", "title": "</script><b>", "description": "", "records": 1}]
    html = exports.described(PAGE, index, exports.date_of(DATA, {}))
    assert "</script><b>" not in html and "\\u003c/script>" in html


def test_a_matrix_is_one_line_a_cell(folder: Path) -> None:
    table = MatrixRecord.model_validate(load(folder / "matrices.json")["items"][0])
    lines = list(records.matrix_cells(table))
    assert len(lines) == sum(len(row.cells) or 1 for row in table.rows)


# --- the file of the page that compares anything ---------------------------------------------------------------------------


def test_comparable_rows_never_mix_qualifiers() -> None:
    data = comparable(DATA)
    facts = {f.id: f for f in records.facts(DATA)}
    shown = 0
    for product, found in data["facts"].items():
        for row, text, value, id, _ in found:
            fact, head = facts[id], data["rows"][row]
            assert (fact.product, fact.attribute) == (product, head["a"]) and text
            assert [v for _, v in fact.qualifiers.items()] == head["q"]
            unit = data["attributes"][head["a"]].get("u")
            if value is not None and fact.standard_unit:
                factor = data["attributes"][head["a"]]["f"][fact.standard_unit]
                assert value * factor == pytest.approx(fact.standard_value), (id, unit)
            shown += 1
    assert shown == sum(f.state in ("value", "no") for f in facts.values())
    assert len({(r["a"], *r["q"]) for r in data["rows"]}) == len(data["rows"])


def test_comparable_rows_come_in_groups() -> None:
    data = comparable(DATA)
    order = [data["attributes"][row["a"]]["g"] for row in data["rows"]]
    assert order == sorted(order, key=list(data["groups"]).index)
    assert set(data["products"]) == set(DATA.products)
