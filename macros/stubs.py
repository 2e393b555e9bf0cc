"""Pages made from data: one for each product, one for each id a product had before, one for what uses the terms of a letter.

Engines read pages from files, so each is a small file in docs/products/ or docs/glossary/, ignored by git and written only when it would
change: its content is a macro call. Checks and links use the same pages from memory, so that they do not depend on what is on disk.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from . import links
from .catalog import Catalog
from .family import lead
from .josa import josa
from .model.product import Product
from .pages import GENERATED, Page, read_page
from .problems import Problem
from .render import hangul

FOLDERS = (links.PRODUCTS, links.LETTERS)


@dataclass(frozen=True)
class Stubs:
    """The pages of a project, by path."""

    pages: Mapping[str, Page]
    written: Mapping[str, Page]
    """The other pages, which people write."""
    stale: frozenset[str]
    """Generated pages whose file says something else."""
    problems: tuple[Problem, ...]

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """What is in each of FOLDERS when everything is as it should be; docs/products/ has one written page."""
        own = {folder: {path.partition("/")[2] for path in self.pages if path.startswith(f"{folder}/")} for folder in FOLDERS}
        own[links.PRODUCTS].add("index.md")
        return {folder: frozenset(names) for folder, names in own.items()}


def of(catalog: Catalog, scanned: Mapping[str, Page]) -> Stubs:
    """The pages that the catalog makes, against those that are on disk."""
    wanted = texts(catalog) | (letters(catalog) if links.GLOSSARY in scanned else {})
    made = {path: read_page(text, path, f"docs/{path}") for path, text in wanted.items()}
    index = f"{links.PRODUCTS}/index.md"
    written = {path: page for path, page in scanned.items() if not page.generated}
    strays = {path for path in written if path.split("/")[0] in FOLDERS and "/" in path and path != index}
    problems = tuple(
        Problem(
            f"docs/{path}", 1, 1, f"docs/{path.split('/')[0]}/에는 데이터에서 저절로 만드는 페이지만 둡니다.", "다른 폴더로 옮기십시오."
        )
        for path in sorted(strays)
    )
    return Stubs(
        made,
        {path: page for path, page in written.items() if path not in strays},
        frozenset(path for path in made if path in scanned and path not in strays and scanned[path].text != made[path].text),
        problems,
    )


def texts(catalog: Catalog) -> dict[str, str]:
    """Path below docs/ -> text of every generated page. A file that cannot be read keeps its place."""
    found = {links.product(id): _broken(id) for kind, id in catalog.broken if kind == "products"}
    for id, product in catalog.products.items():
        found[links.product(id)] = _page(product)
        for old in product.former_ids:
            found.setdefault(links.product(old), _moved(product))
    return found


def write(root: Path, stubs: Stubs) -> None:
    """Bring docs/ up to date. Files that are right stay untouched, or a watching server would build without end.

    What is there at all is looked up now, since a project that is as it was before is not read again.
    """
    there = {folder: frozenset(_names(f"{root}/docs/{folder}")) for folder in FOLDERS}
    if there == stubs.names and not stubs.stale:
        return
    made, present = stubs.pages, {f"{folder}/{name}" for folder, names in there.items() for name in names}
    for path in made.keys() - present | stubs.stale:
        file = root / "docs" / path
        if not file.exists() or file.read_text("utf-8") != made[path].text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made[path].text, "utf-8")
    for path in present - made.keys():
        file = root / "docs" / path
        if file.suffix == ".md" and file.read_text("utf-8").startswith(f"---\n{GENERATED}\n"):
            file.unlink()


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []


def letters(catalog: Catalog) -> dict[str, str]:
    """Path -> text of the pages beside the glossary."""
    if not catalog.terms:
        return {}
    head = {"title": "영어로 찾는 용어", "description": "용어를 영어 이름과 약어의 차례(A–Z)로 늘어놓은 찾아보기입니다."}
    found = {links.letter("english"): f'{_front(head)}\n# 영어로 찾는 용어\n\n{{{{ glossary(part="english") }}}}\n'}
    for sheet in hangul.sheets(catalog.terms.values()):
        title = f"{sheet.title}: 용어의 긴 풀이와 쓰는 곳"
        head = {
            "title": title,
            "description": f"첫 글자가 {sheet.title}인 용어의 긴 풀이와 출처, 그 용어를 쓰는 문장과 재는 사실, 비교표입니다.",
        }
        body = f'{{{{ glossary(part="{sheet.anchor}") }}}}\n\n## 출처 {{ #sources }}\n\n{{{{ sources() }}}}\n'
        found[links.letter(sheet.anchor)] = f"{_front(head)}\n# {title}\n\n{body}"
    return found


def description(product: Product) -> str:
    """One sentence for search engines."""
    attributes = len(product.specs)
    return f"{lead(product)} {product.name}의 사양 {attributes}가지를 한정어와 출처, 확인한 날과 함께 보이고 이웃한 제품과 견줍니다."


def _page(product: Product) -> str:
    head = {"title": product.name, "description": description(product)}
    return f'{_front(head)}\n{{{{ product("{product.id}", page=True) }}}}\n\n## 출처 {{ #sources }}\n\n{{{{ sources() }}}}\n'


def _moved(product: Product) -> str:
    head = {
        "title": f"{product.name} (옮긴 페이지)",
        "description": f"{product.name} 페이지의 예전 주소입니다. 지금의 주소를 알려 줍니다.",
        "moved_to": f"../{product.id}/",
    }
    return (
        f"{_front(head)}\n# 옮긴 페이지\n\n이 주소는 예전 것입니다. 지금은 [{_plain(product.name)}]({product.id}.md) 페이지에 있습니다.\n"
    )


def _broken(id: str) -> str:
    return f'{_front({"title": id, "description": josa(id, "은")})}\n{{{{ product("{id}", page=True) }}}}\n\n{{{{ sources() }}}}\n'


def _front(head: Mapping[str, str]) -> str:
    """JSON is YAML, whatever a name holds."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    return "\n".join(["---", GENERATED, *lines, "---", ""])


def _plain(name: str) -> str:
    """A name as Markdown text."""
    return "".join(f"&#{ord(c)};" if c in "\\`*_{}[]()<>#|!&\"'~^" else c for c in name)
