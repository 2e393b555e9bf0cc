"""Pages made from data: written when they would change, removed when their product is gone, there for whoever runs an engine."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest

import macros
from macros import catalog, check, groups, pages, stubs
from macros.family import BASIS_WORDS, KIND_WORDS, STAGE_WORDS, Families, lead
from macros.model.product import Announced, Product

from .markup import Env, Site
from .project import ROOT, Changes, change

Make = Callable[[Changes], Path]
X9 = "name: X9\nvendor: Acme\nkind: gpu\nspecs: {ecc: {state: unknown}}\n"


def made(root: Path) -> set[str]:
    return {file.name for file in (root / "docs/products").glob("*.md")}


def test_loading_a_project_makes_a_page_for_each_product_before_the_engine_looks_for_pages(project: Make) -> None:
    root = project({})
    macros.define_env(Env(root))
    assert made(root) == {"x1.md", "box.md"}
    page = pages.scan(root)["products/x1.md"]
    assert page.generated and page.title == "X1"
    assert (
        page.description
        == "Acme이 2024년 5월 6일 발표한 X 계열 GPU X1의 사양 5가지를 한정어와 출처, 확인한 날과 함께 보이고 이웃한 제품과 견줍니다."
    )


def test_a_new_product_gets_its_page_and_one_that_is_gone_loses_it(project: Make) -> None:
    root = project({"data/products/x9.yml": X9})
    check.write_pages(root)
    assert made(root) == {"x1.md", "box.md", "x9.md"}
    (root / "data/products/x9.yml").unlink()
    check.write_pages(root)
    assert made(root) == {"x1.md", "box.md"}


def test_a_project_that_is_as_it_was_before_loses_what_came_between(project: Make) -> None:
    """The check remembers what it has read; the disk has changed all the same."""
    root = project({})
    check.write_pages(root)
    change(root, {"data/products/x9.yml": X9})
    check.write_pages(root)
    (root / "data/products/x9.yml").unlink()
    check.write_pages(root)
    assert made(root) == {"x1.md", "box.md"}
    (root / "docs/products/x1.md").unlink()
    check.write_pages(root)
    assert made(root) == {"x1.md", "box.md"}


def test_what_a_person_put_there_is_not_removed(project: Make) -> None:
    root = project({"docs/products/note.txt": "x", "docs/products/index.md": "---\ntitle: 제품\ndescription: 목록\n---\n# 제품\n"})
    change(root, {"mkdocs.yml": ("  - 용어 풀이", "  - 제품: products/index.md\n  - 용어 풀이")})
    check.write_pages(root)
    assert {f.name for f in (root / "docs/products").iterdir()} == {"note.txt", "index.md", "x1.md", "box.md"}


def test_pages_that_are_right_stay_untouched(project: Make) -> None:
    root = project({})
    check.write_pages(root)
    before = {f: f.stat().st_mtime_ns for f in (root / "docs/products").iterdir()}
    change(root, {"data/products/x1.yml": ("value: 700", "value: 650")})
    check.write_pages(root)
    macros.define_env(Env(root))
    assert {f: f.stat().st_mtime_ns for f in (root / "docs/products").iterdir()} == before


def test_writing_the_pages_is_no_change_of_the_project(project: Make) -> None:
    root = project({})
    first = check.load(root)
    check.write_pages(root)
    assert check.load(root) is first


def test_a_page_that_was_tampered_with_is_made_again(project: Make) -> None:
    root = project({})
    check.write_pages(root)
    file = root / "docs/products/x1.md"
    right = file.read_text("utf-8")
    file.write_text(right.replace("X1", "Y1"), "utf-8")
    check._last.cache_clear()
    check.write_pages(root)
    assert file.read_text("utf-8") == right


def test_nothing_is_written_while_there_is_a_problem(project: Make) -> None:
    root = project({"data/products/x9.yml": X9.replace("kind: gpu", "kind: car")})
    check.write_pages(root)
    assert not (root / "docs/products").exists()


def test_check_writes_the_pages_without_write(project: Make) -> None:
    root = project({})
    check.main(["--root", str(root)])
    assert made(root) == {"x1.md", "box.md"}


def test_a_former_id_says_where_the_product_is_now(project: Make) -> None:
    root = project({"data/products/x1.yml": ("name: X1\n", "name: 'X1 [new] *'\nformer_ids: [x-one]\n")})
    check.write_pages(root)
    page = pages.scan(root)["products/x-one.md"]
    assert page.meta["moved_to"] == "../x1/"
    assert [str(p) for p in check.problems(root)] == []
    html = Site.of(root).html(page.body, "products/x-one.md")
    assert '<a href="x1.md">X1 [new] *</a>' in html


def test_links_to_product_pages_hold_whether_or_not_they_are_written(problems_of: Callable[[Changes], list[str]]) -> None:
    """And a wrong one is told, with its anchors."""
    text = "[하나](../products/x1.md), [둘](../products/x1.md#spec-power), [셋](../products/x2.md), [넷](../products/x1.md#spec-powr)"
    assert problems_of({"docs/gpu/basics.md": ("더 읽을 글도 있습니다.", text)}) == [
        "docs/gpu/basics.md:27:129: 링크가 가리키는 파일 'docs/products/x2.md'이(가) 없습니다. 혹시 'docs/products/x1.md'입니까?",
        "docs/gpu/basics.md:27:153: 'docs/products/x1.md'에 앵커 '#spec-powr'이(가) 없습니다. 혹시 'spec-power'입니까?",
    ]


def test_pages_made_from_data_are_not_committed() -> None:
    ignored = ["docs/products/h100-sxm5.md", "docs/products/index.md"]
    done = subprocess.run(["git", "check-ignore", *ignored], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 128:
        pytest.skip("not a git repository")
    assert done.stdout.split() == ["docs/products/h100-sxm5.md"]


# --- families ----------------------------------------------------------------------------------------------------------


def test_every_kind_stage_and_basis_has_words() -> None:
    def choices(model: type, field: str) -> set[str]:
        return set(get_args(model.model_fields[field].annotation))  # type: ignore[attr-defined]

    assert set(KIND_WORDS) == choices(Product, "kind")
    assert set(STAGE_WORDS) == choices(Product, "stage")
    assert set(BASIS_WORDS) == choices(Announced, "basis")


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("announcement", "Acme이 2024년 5월 발표한 GPU"),
        ("sale", "Acme이 2024년 5월 판매를 시작한 GPU"),
        ("document", "Acme이 2024년 5월 문서로 밝힌 GPU"),
        ("generation", "Acme의 2024년 5월 세대 GPU"),
    ],
)
def test_what_a_product_is_in_words(basis: str, words: str) -> None:
    said = {"id": "a", "name": "A", "vendor": "Acme", "kind": "gpu", "specs": {}}
    assert lead(Product.model_validate(said | {"announced": {"date": "2024-05", "source": "s", "basis": basis}})) == words
    assert lead(Product.model_validate(said)) == "Acme의 GPU"


def test_a_product_follows_the_older_one_it_has_most_in_common_with() -> None:
    data = catalog.load(ROOT / "data")
    families = Families(data)
    followed = {id: (b.id if (b := families.before(p)) else None) for id, p in data.products.items()}
    assert followed["b200-sxm"] == "h100-sxm5" and followed["nvlink-4"] == "nvlink-3" and followed["geforce-256"] is None
    for id, before in followed.items():
        if before:
            now, then = data.products[id], data.products[before]
            assert now.kind == then.kind and now.vendor == then.vendor
            assert not (now.announced and then.announced) or then.announced.date < now.announced.date, id
    assert [p.id for p in families.after(data.products["nvlink-3"])] == ["nvlink-4"]


def test_known_attributes_are_grouped() -> None:
    data = catalog.load(ROOT / "data")
    found = {id: groups.group_of(id, a) for id, a in data.attributes.items()}
    assert found["tdp"] == "power" and found["memory_bandwidth"] == "memory" and found["storage_network"] == "links"
    other = sorted(id for id, group in found.items() if group == "other")
    assert len(other) <= len(found) / 10, other


def test_an_attribute_whose_id_says_nothing_is_grouped_by_its_unit() -> None:
    attribute = SimpleNamespace(unit="kW")
    assert groups.group_of("appetite", attribute) == "power"  # type: ignore[arg-type]
    assert groups.group_of("appetite", SimpleNamespace(unit=None)) == "other"  # type: ignore[arg-type]


def test_texts_of_a_file_that_cannot_be_read_keep_its_place(project: Make) -> None:
    root = project({"data/products/x1.yml": "name: [", "docs/index.md": "---\ntitle: 가\ndescription: 나\n---\n[X1](products/x1.md)\n"})
    assert "products/x1.md" in stubs.texts(catalog.load(root / "data"))
    assert not [p for p in check.problems(root) if p.path == "docs/index.md"]
