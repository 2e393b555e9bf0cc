"""Korean web fonts cut from Noto Sans KR to the characters this site uses, in slices a page needs few of.

Characters that most pages share come first; a rare one is put with the rare ones of the page that uses it. Each slice has a
`unicode-range`, so that a browser fetches only what the page in front of it shows. Cached by the text and this file.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import subset
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

PACKAGE = "node_modules/@fontsource-variable/noto-sans-kr/files"
WEIGHTS = {"text": 400, "bold": 700}
ASCII = frozenset(map(chr, range(32, 127))) | set("·…‘’“”–—×→≤≥±°²³½ \u00a0")
FIRST, STEP = 430, 110
"""Characters in the first slice and in each further one. Fewer, larger slices waste bytes; more, smaller ones waste requests."""


def build(root: Path, pages: dict[str, tuple[str, str]], out: Path) -> None:
    """Write slices and fonts.css for pages given as name -> (all text, bold text). Does nothing when they are up to date."""
    files = sorted((root / PACKAGE).glob("*-wght-normal.woff2"))
    key = _key(files, pages)
    if (out / "key.txt").exists() and (out / "key.txt").read_text() == key:
        return
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.woff2"):
        old.unlink()
    rules = []
    for nth, (name, weight) in enumerate(WEIGHTS.items()):
        texts = {page: set(both[nth]) for page, both in pages.items()}
        font = _static(files, weight, set().union(*texts.values()) | ASCII)
        available = {chr(c) for c in font.getBestCmap()}
        for number, characters in enumerate(slices(texts, available)):
            file = f"{name}-{number}.woff2"
            (out / file).write_bytes(_cut(font, characters))
            rules.append(_face(file, weight, characters))
    (out / "fonts.css").write_text("\n".join(rules) + "\n", "utf-8")
    (out / "key.txt").write_text(key)


def slices(texts: dict[str, set[str]], available: set[str]) -> list[set[str]]:
    """Characters in groups: shared by most pages first, then by how many pages and which use them."""
    count = Counter(c for characters in texts.values() for c in characters)
    first_page = {c: n for n, page in reversed(list(enumerate(texts))) for c in texts[page]}
    wanted = [c for c in count if c in available and c not in ASCII and c > "\x7f"]
    wanted.sort(key=lambda c: (-_band(count[c]), first_page[c] if count[c] <= 3 else 0, -count[c], c))
    groups = [(ASCII & available) | set(wanted[:FIRST])]
    groups += [set(wanted[i : i + STEP]) for i in range(FIRST, len(wanted), STEP)]
    return groups


def _band(count: int) -> int:
    """Pages that use a character, coarsely: rare ones are equal, so that their page decides."""
    return count if count > 3 else 0


def _key(files: Iterable[Path], pages: dict[str, tuple[str, str]]) -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for file in files:
        digest.update(f"{file.name}{file.stat().st_size}".encode())
    for page, texts in pages.items():
        digest.update(f"{page}{''.join(sorted(set(texts[0])))}|{''.join(sorted(set(texts[1])))}".encode())
    return digest.hexdigest()


def _static(files: list[Path], weight: int, wanted: set[str]) -> TTFont:
    """One font of one weight with the wanted characters, from the package's many variable slices."""
    with TemporaryDirectory() as folder:
        parts = []
        taken: set[str] = set()
        for number, file in enumerate(files):
            font = TTFont(file)
            here = ({chr(c) for c in font.getBestCmap()} & wanted) - taken
            if not here:
                continue
            taken |= here
            _subset(font, here)
            instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
            font.flavor = None
            part = f"{folder}/{number}.ttf"
            font.save(part)
            parts.append(part)
        options = Options()
        options.drop_tables = ["vhea", "vmtx", "GDEF", "GPOS", "GSUB", "STAT", "BASE", "VORG"]
        return Merger(options).merge(parts)


def _subset(font: TTFont, characters: set[str]) -> None:
    options = subset.Options()
    options.hinting, options.notdef_outline, options.name_IDs = False, True, [1, 2]
    options.layout_features = []
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(characters))
    cutter.subset(font)


def _cut(font: TTFont, characters: set[str]) -> bytes:
    import io

    copy = io.BytesIO()
    font.flavor = None
    font.save(copy)
    copy.seek(0)
    small = TTFont(copy)
    _subset(small, characters)
    small.flavor = "woff2"
    out = io.BytesIO()
    small.save(out)
    return out.getvalue()


def _face(file: str, weight: int, characters: set[str]) -> str:
    return (
        f'@font-face{{font-family:"Guide";font-weight:{weight};font-display:optional;'
        f'src:url("{file}")format("woff2");unicode-range:{ranges(characters)}}}'
    )


def ranges(characters: set[str]) -> str:
    """CSS unicode-range of a set of characters."""
    codes = sorted(map(ord, characters))
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


_BOLD = re.compile(r"^#{1,6} .*$|\*\*.+?\*\*|^title: .*$|^\|.*\|$(?=\n\|[-: |]+\|$)|^    \"?.*\"?$", re.M)


def source_texts(root: Path) -> dict[str, tuple[str, str]]:
    """Page -> (all its characters, those that may be bold), read from sources, so that both engines get the same fonts."""
    from macros import catalog, pages
    from macros.authoring import Author

    loaded, site = catalog.load(root / "data"), pages.scan(root)
    frame = "".join(p.read_text("utf-8") for p in sorted((root / "theme").rglob("*.html"))) + (root / "mkdocs.yml").read_text("utf-8")
    author = Author(loaded, site)
    found = {}
    for path, page in site.items():
        rendered = _rendered(author, page)
        bold = "".join(_BOLD.findall(page.text)) + "".join(re.findall(r"<(?:th|strong|h\d|dt|caption|summary)[^>]*>(.*?)</", rendered, re.S))
        found[path] = (page.text + rendered + frame, bold + frame)
    return found


def _rendered(author: object, page: object) -> str:
    """What the page's block macros put on it."""
    out = []
    context = {"page": {"path": page.path}}  # type: ignore[attr-defined]
    for call in page.calls:  # type: ignore[attr-defined]
        if call.name in ("matrix", "product", "timeline", "figure", "quiz", "errata", "glossary", "contents", "sources", "term", "fact", "cite"):
            if None not in call.args:
                out.append(getattr(author, call.name)(context, *call.args, **call.kwargs))
    return "".join(out)


def main(root: Path) -> None:
    build(root, source_texts(root), root / "theme/assets/fonts")


if __name__ == "__main__":
    main(Path.cwd())
