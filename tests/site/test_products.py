"""Pages made from data and files for machines, as either engine built them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from macros import catalog, records
from publish import budget
from publish.html import BuiltPage

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.site
Pages = dict[str, BuiltPage]
DATA = catalog.load(ROOT / "data")


def test_every_product_has_its_page_with_every_fact(built_pages: Pages) -> None:
    for id, product in DATA.products.items():
        page = built_pages[f"products/{id}/index.html"]
        (table,) = page.tree.xpath("//section[@class='product']//table")
        rows = table.xpath("./tbody/tr[not(@class='matrix__group')]")
        assert len(rows) == sum(map(len, product.specs.values())), id
        assert {f"spec-{a}" for a in product.specs} <= page.ids
        assert page.tree.xpath("//h1")[0].text_content().strip() == " ".join(product.name.split())
        assert page.tree.xpath('//meta[@name="description"]/@content')[0].endswith("이웃한 제품과 견줍니다.")


def test_product_pages_lead_to_their_tables_and_the_comparison(built_pages: Pages) -> None:
    page = built_pages["products/h100-sxm5/index.html"]
    targets = [page.resolve(a) for a in page.links]
    assert ("compare/gpus/index.html", "matrix-gpu-generations") in targets
    (compare,) = [a for a in page.links if "compare/any/" in a and "?" in a]
    assert page.resolve(compare)[0] == "compare/any/index.html"
    chosen = parse_qs(urlsplit(compare).query)["p"][0].split(",")
    assert chosen[-1] == "h100-sxm5" and set(chosen) <= set(DATA.products)


def test_the_list_leads_to_every_product(built_pages: Pages) -> None:
    for path in ("products/index.html", "compare/any/index.html"):
        page = built_pages[path]
        linked = {target for target, _ in map(page.resolve, page.links)}
        assert {f"products/{id}/index.html" for id in DATA.products} <= linked, path


def test_examples_of_the_comparison_name_what_is_there(built_pages: Pages) -> None:
    examples = [a for a in built_pages["compare/any/index.html"].links if a.startswith("?p=")]
    assert len(examples) >= 3
    for address in examples:
        given = parse_qs(address[1:])
        assert set(given["p"][0].split(",")) <= set(DATA.products)
        assert set(",".join(given.get("a", [])).split(",")) - {""} <= set(DATA.attributes)


def test_product_pages_have_a_budget_of_their_own(site: Path, built_pages: Pages) -> None:
    assert budget.BUDGETS["product"] == (60 * 1024, 90 * 1024)
    assert budget.weigh(site, built_pages["products/h100-sxm5/index.html"]).kind == "product"


def test_data_is_there_in_every_form(site: Path, built_pages: Pages) -> None:
    page = built_pages["data/index.html"]
    linked = {target for target, _ in map(page.resolve, page.links) if target}
    for dataset in records.DATASETS:
        assert {f"data/{dataset.name}.json", f"data/{dataset.name}.csv", f"data/schema/{dataset.name}.json"} <= linked
    (block,) = page.tree.xpath('//script[@type="application/ld+json"]/text()')
    assert json.loads(block)["@type"] == "Dataset" and json.loads(block)["url"].endswith("/data/")
    assert json.loads((site / "data/compare.json").read_text("utf-8"))["products"].keys() == DATA.products.keys()


def test_both_engines_give_the_same_data(both: dict[str, Pages]) -> None:
    folders = [pages["index.html"].file.parent / "data" for pages in both.values()]
    names = [{f.relative_to(folder) for f in folder.rglob("*.*") if f.suffix in (".json", ".csv")} for folder in folders]
    assert names[0] == names[1] and len(names[0]) > 20
    for name in names[0]:
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes(), name


def test_the_ledger_and_its_file_say_the_same(site: Path, built_pages: Pages) -> None:
    said = json.loads((site / "data/trust.json").read_text("utf-8"))["figures"]
    page = built_pages["trust/index.html"].tree
    shown = {dt.text_content(): dt.getnext().text_content() for dt in page.xpath("//section[@class='ledger']//dt")}
    assert shown["1차 자료가 있는 사실"] == f"{said['total']['primary_share']:.1%} {said['total']['primary']:,}개"
    assert shown["자료끼리 다른 사실"] == f"{len(said['disagreements'])}개"
    kinds = page.xpath("//table[caption[contains(., '제품 종류별')]]/tbody/tr")
    assert [int(row.xpath("./td")[0].text_content()) for row in kinds] == [k["figures"]["facts"] for k in said["kinds"]]
    disputed = page.xpath("//table[caption[contains(., '자료끼리 다른 사실')]]/tbody/tr")
    assert len(disputed) == len(said["disagreements"])


def test_fonts_of_the_comparison_hold_what_its_script_writes(site: Path, built_pages: Pages) -> None:
    (held,) = built_pages["compare/any/index.html"].tree.xpath("//compare-any/@data-glyphs")
    written = (site / "data/compare.json").read_text("utf-8") + (site / "assets/compare-any.js").read_text("utf-8")
    assert set(re.findall("[가-힣]", written)) <= set(held)


def test_every_number_of_the_comparison_and_of_the_exports_leads_to_its_note(site: Path, built_pages: Pages) -> None:
    for product, found in json.loads((site / "data/compare.json").read_text("utf-8"))["facts"].items():
        missing = {f"f-{fact[3]}" for fact in found} - built_pages[f"products/{product}/index.html"].ids
        assert not missing, product
