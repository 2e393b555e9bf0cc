"""What a first visit to each page weighs, compressed, and the most it may."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urljoin

from .html import BuiltPage

KB = 1024
# Page type -> (all but fonts, fonts for the first view), bytes. Sections carry the promise; reference pages hold more by nature.
BUDGETS = {
    "section": (60 * KB, 90 * KB),
    "chapter": (60 * KB, 90 * KB),
    "home": (60 * KB, 90 * KB),
    "page": (60 * KB, 90 * KB),
    "compare": (60 * KB, 90 * KB),
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
    if parts[0] in ("glossary", "errata", "compare"):
        return parts[0]
    return "chapter" if len(parts) == 2 and parts[0] not in ("about", "contributing", "macros") else "page"


def weigh(site: Path, page: BuiltPage) -> Weight:
    """The page, what it loads, and what its style sheets load: fonts by the characters on the page."""
    files = {t for address in page.loads for t, _ in [page.resolve(address)] if t}
    sheets = {f for f in files if f.endswith(".css")}
    for sheet in list(sheets):
        imported = set(_imports(site, sheet))
        sheets |= imported
        files |= imported
    fonts = {f for f in files if f.endswith(".woff2")}
    for sheet in sheets:
        fonts |= set(_fonts(site, sheet, frozenset(page.text)))
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


@lru_cache(maxsize=32)
def _faces(site: Path, sheet: str) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
    found = []
    for body in re.findall(r"@font-face\{([^}]*)\}", (site / sheet).read_text("utf-8")):
        url = re.search(r'url\("?([^")]+)', body)
        spans = re.search(r"unicode-range:([^;}]+)", body)
        if url and spans:
            pairs = [s.strip()[2:].split("-") for s in spans.group(1).split(",")]
            found.append((urljoin(sheet, url.group(1)), tuple((int(p[0], 16), int(p[-1], 16)) for p in pairs)))
    return tuple(found)


def _fonts(site: Path, sheet: str, characters: frozenset[str]) -> Iterator[str]:
    """Slices that hold a character of the page. A bold slice counts although only part of the page is bold: an upper bound."""
    codes = {ord(c) for c in characters}
    for file, spans in _faces(site, sheet):
        if any(a <= code <= b for code in codes for a, b in spans):
            yield file
