"""Every link of the built site leads somewhere, and nothing is fetched from another origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .html import BuiltPage


def broken(site: Path, pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """One line for each link or loaded file that is not there, and each load from elsewhere."""
    for page in pages.values():
        if page.path == "404.html":  # its links are absolute: it is shown at any depth
            continue
        for address in dict.fromkeys(page.links):
            target, fragment = page.resolve(address)
            if target is None:
                continue
            if not (site / target).is_file():
                yield f"{page.path}: 링크 '{address}'가 가리키는 파일이 없습니다."
            elif fragment and target in pages and fragment not in pages[target].ids and not fragment.startswith(":~:"):
                yield f"{page.path}: 링크 '{address}'의 앵커가 없습니다."
        for address in dict.fromkeys(page.loads):
            target, _ = page.resolve(address)
            if target is None:
                yield f"{page.path}: 다른 곳에서 가져옵니다: {address}"
            elif not (site / target).is_file():
                yield f"{page.path}: 가져올 파일 '{address}'가 없습니다."


def unrendered(pages: Mapping[str, BuiltPage]) -> Iterator[str]:
    """Macro calls that reached the reader as text."""
    for page in pages.values():
        shown = " ".join(page.tree.xpath("//body//text()[not(ancestor::script or ancestor::code or ancestor::pre or ancestor::template)]"))
        for sign in ("{{", "{%", "Macro Rendering Error", "Macro Syntax Error"):
            if sign in shown:
                yield f"{page.path}: 매크로가 그려지지 않았습니다: {sign} …"
