"""What a first visit to each page weighs, compressed, and the most it may."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin

from .fonts import characters, codes
from .html import BuiltPage

KB = 1024
# Page type -> (all but fonts, fonts for the first view), bytes. Sections carry the promise; reference pages hold more by nature.
BUDGETS = {
    "section": (60 * KB, 90 * KB),
    "chapter": (60 * KB, 90 * KB),
    "home": (60 * KB, 90 * KB),
    "page": (60 * KB, 90 * KB),
    "compare": (60 * KB, 90 * KB),
    "product": (60 * KB, 90 * KB),
    "glossary": (170 * KB, 200 * KB),
    "errata": (90 * KB, 110 * KB),
}


@dataclass(frozen=True)
class Weight:
    page: str
    kind: str
    other: int
    fonts: int

    def over(self) -> Iterator[str]:
        most, most_fonts = BUDGETS[self.kind]
        if self.other > most:
            yield f"{self.page}: {self.other / KB:.1f} KB, 예산은 {most // KB} KB입니다 (글꼴 제외, gzip)."
        if self.fonts > most_fonts:
            yield f"{self.page}: 글꼴 {self.fonts / KB:.1f} KB, 예산은 {most_fonts // KB} KB입니다."


def kind_of(page: BuiltPage) -> str:
    parts = page.path.split("/")
    if page.section:
        return "section"
    if parts == ["index.html"]:
        return "home"
    if parts[0] in ("glossary", "errata", "compare") and parts[0:3:2] != ["glossary", "index.html"]:
        return parts[0]
    if parts[0] == "products":
        return "product"
    return "chapter" if len(parts) == 2 and parts[0] not in ("about", "contributing", "macros", "data", "trust") else "page"


def weigh(site: Path, page: BuiltPage) -> Weight:
    """The page, what it loads, and what its style sheets load: fonts by the characters on the page."""
    files = {t for address in page.loads for t, _ in [page.resolve(address)] if t}
    sheets = {f for f in files if f.endswith(".css")}
    for sheet in list(sheets):
        imported = set(_imports(site, sheet))
        sheets |= imported
        files |= imported
    fonts = {f for f in files if f.endswith(".woff2")}
    fonts |= set(_fonts(site, page, sheets))
    rest = files - fonts
    other = _gzip(page.file) + sum(_gzip(site / f) for f in rest)
    return Weight(page.path, kind_of(page), other, sum((site / f).stat().st_size for f in fonts))


def weights(site: Path, pages: Mapping[str, BuiltPage]) -> list[Weight]:
    return [weigh(site, page) for page in pages.values() if page.path != "404.html"]


@lru_cache(maxsize=1024)
def _gzip(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0


def _imports(site: Path, sheet: str) -> Iterator[str]:
    for address in re.findall(r'@import\s+url\("?([^")]+)"?\)', (site / sheet).read_text("utf-8")):
        yield urljoin(sheet, address)


def _faces(css: str, base: str) -> Iterator[tuple[str, int, set[int]]]:
    """(file, weight, code points) of each @font-face rule."""
    for body in re.findall(r"@font-face\{([^}]*)\}", css):
        url, weight = re.search(r'url\("?([^")]+)', body), re.search(r"font-weight:(\d+)", body)
        if url and weight:
            yield urljoin(base, url.group(1)), int(weight.group(1)), codes(body)


def _fonts(site: Path, page: BuiltPage, sheets: Iterable[str]) -> Iterator[str]:
    """The font files that hold a character which the page shows in that weight."""
    shown = {400: characters(page, bold=False), 700: characters(page, bold=True)}
    styles = [(page.path, text) for text in page.tree.xpath("//head/style/text()")]
    styles += [(sheet, (site / sheet).read_text("utf-8")) for sheet in sheets]
    for base, css in styles:
        for file, weight, covered in _faces(css, base):
            if any(ord(c) in covered for c in shown[weight]):
                yield file
