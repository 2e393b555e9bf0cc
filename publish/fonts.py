"""Korean web fonts cut from Noto Sans KR.

`prepare` (before the build) makes one file a weight with every character of the sources: enough for `make serve`. `split` (after the
build) replaces them by a core that most pages share and a small rest for each page, so that a first visit fetches only what it shows.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import lxml.html
from fontTools import subset
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from .html import BuiltPage

PACKAGE = "node_modules/@fontsource-variable/noto-sans-kr/files"
WEIGHTS = {"text": 400, "bold": 700}
BASIC = frozenset(map(chr, range(32, 127))) | set("·…‘’“”–—×→≤≥±°²³½\u00a0")
REST = "rest.woff2"
"""What a core lacks, for what script writes from all pages: search.css asks for it where the system has no Korean font."""
SHARED = 0.25
"""A character on at least this share of the pages belongs to the core."""
# Fonts are asked for first, after the encoding, which must stand in the first kilobyte.
_CHARSET = '<meta charset="utf-8">'
_BOLD = (
    "//h1|//h2|//h3|//h4|//h5|//h6|//strong|//b|//th|//dt|//summary|//caption"
    "|//*[contains(@class, 'md-nav')]//a|//*[contains(@class, 'md-nav__title')]"
    "|//*[contains(@class, 'guide-brand')]|//*[contains(@class, 'fig-strong')]|//*[contains(@class, 'admonition-title')]"
    "|//*[contains(@class, 'erratum__kind')]|//ol[contains(@class, 'contents')]//a|//p[@class='go']"
)


def prepare(root: Path) -> None:
    """Write theme/assets/fonts for every character in docs/, data/ and theme/. Does nothing when the characters are the same."""
    out = root / "theme/assets/fonts"
    files = sorted((root / PACKAGE).glob("*-wght-normal.woff2"))
    wanted = BASIC | _source_characters(root)
    key = hashlib.sha256(("".join(sorted(wanted)) + Path(__file__).read_text("utf-8")).encode()).hexdigest()
    if (out / "key.txt").exists() and (out / "key.txt").read_text() == key:
        return
    out.mkdir(parents=True, exist_ok=True)
    rules = []
    for name, weight in WEIGHTS.items():
        font = _static(files, weight, wanted)
        (out / f"{name}.woff2").write_bytes(_woff2(font))
        rules.append(face(f"{name}.woff2", weight, {chr(c) for c in font.getBestCmap()}))
    (out / "fonts.css").write_text("\n".join(rules) + "\n", "utf-8")
    # The Open Font License travels with the font.
    shutil.copyfile(root / PACKAGE / "../LICENSE", out / "OFL.txt")
    (out / "key.txt").write_text(key)


def split(site: Path, pages: Mapping[str, BuiltPage], cache: Path) -> None:
    """Replace the whole fonts of a built site by a core and a rest for each page, named in the page's own head."""
    folder = site / "assets/fonts"
    if not (folder / "text.woff2").exists():
        return
    heads: dict[str, list[str]] = {path: [] for path in pages}
    files: dict[str, list[str]] = {path: [] for path in pages}
    rules = []
    cutters: dict[str, _Cutter] = {}
    cores: dict[str, set[str]] = {}
    for name, weight in WEIGHTS.items():
        source = (folder / f"{name}.woff2").read_bytes()
        cutter = _Cutter(source, cache)
        texts = {path: (characters(page, bold=name == "bold") | scripted(site, page)) & cutter.available for path, page in pages.items()}
        core = _core(texts) | (BASIC & cutter.available)
        (folder / f"{name}.woff2").write_bytes(cutter.cut(core))
        rules.append(face(f"{name}.woff2", weight, core))
        cutters[name], cores[name] = cutter, core
        for path, text in texts.items():
            files[path].append(f"{name}.woff2")
            rest = text - core
            if rest:
                data = cutter.cut(rest)
                file = f"{name}-{hashlib.sha256(data).hexdigest()[:10]}.woff2"
                (folder / file).write_bytes(data)
                files[path].append(file)
                heads[path].append(face(_up(path) + file, weight, rest))
    (folder / REST).write_bytes(cutters["text"].cut(cutters["text"].available - (cores["text"] & cores["bold"])))
    (folder / "fonts.css").write_text("\n".join(rules) + "\n", "utf-8")
    (folder / "key.txt").unlink(missing_ok=True)
    for path, faces in heads.items():
        if path != "404.html":
            # All of a page's fonts are asked for at once, so that they arrive together or not at all.
            early = "".join(f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{_up(path)}{f}">' for f in files[path])
            style = f"<style>{''.join(faces)}</style>" if faces else ""
            html = pages[path].file.read_text("utf-8").replace(_CHARSET, _CHARSET + early, 1)
            pages[path].file.write_text(html.replace("</head>", f"{style}</head>", 1), "utf-8")


def _up(path: str) -> str:
    """The fonts folder as seen from a page."""
    return f"{'../' * path.count('/')}assets/fonts/"


def characters(page: BuiltPage, *, bold: bool) -> set[str]:
    """The characters a page shows, or only those it shows in bold."""
    if not bold:
        attributes = page.tree.xpath("//@placeholder")
        return set(page.text) | set("".join(attributes)) | _written(page)
    found: list[lxml.html.HtmlElement] = page.tree.xpath(_BOLD)
    return set("".join(e.text_content() for e in found)) | _written(page)


def _written(page: BuiltPage) -> set[str]:
    """What script may write on the page, as the page itself says."""
    return set("".join(page.tree.xpath("//@data-glyphs")))


def scripted(site: Path, page: BuiltPage) -> set[str]:
    """The Korean characters that the page's own elements may show: those of `<x-y>` are in assets/x-y.js and what it imports."""
    tags = {str(e.tag) for e in page.tree.iter() if "-" in str(e.tag)}
    return set().union(*(_in_module(site / f"assets/{tag}.js") for tag in tags))


@lru_cache(maxsize=64)
def _in_module(module: Path) -> frozenset[str]:
    if not module.is_file():
        return frozenset()
    text = module.read_text("utf-8")
    imported = (_in_module(module.parent / name) for name in re.findall(r"""(?:from |import\()"\./([\w-]+\.js)\"""", text))
    return frozenset(c for c in text if c > "\x7f").union(*imported)


def _core(texts: Mapping[str, set[str]]) -> set[str]:
    count = Counter(c for text in texts.values() for c in text)
    return {c for c, n in count.items() if n >= max(2, SHARED * len(texts))}


class _Cutter:
    """Cuts one font again and again; remembers what it has cut across builds."""

    def __init__(self, source: bytes, cache: Path) -> None:
        self._cache = cache / hashlib.sha256(source).hexdigest()[:16]
        self._cache.mkdir(parents=True, exist_ok=True)
        font = TTFont(io.BytesIO(source))
        self.available = {chr(c) for c in font.getBestCmap()}
        font.flavor = None
        plain = io.BytesIO()
        font.save(plain)
        self._plain = plain.getvalue()

    def cut(self, wanted: Iterable[str]) -> bytes:
        text = "".join(sorted(wanted))
        file = self._cache / hashlib.sha256(text.encode()).hexdigest()[:24]
        if not file.exists():
            font = TTFont(io.BytesIO(self._plain))
            _subset(font, text)
            file.write_bytes(_woff2(font))
        return file.read_bytes()


def _source_characters(root: Path) -> set[str]:
    files = [root / "mkdocs.yml", *(root / "theme").rglob("*.html"), *(root / "macros").rglob("*.html"), *(root / "macros").rglob("*.py")]
    for folder, ending in (("docs", "md"), ("data", "yml"), ("data", "svg"), ("theme", "js")):
        files += (root / folder).rglob(f"*.{ending}")
    # The theme's own Korean words.
    import material

    files.append(Path(str(material.__path__[0])) / "templates/partials/languages/ko.html")
    return {c for file in files if file.is_file() for c in file.read_text("utf-8") if c > "\x7f"}


def _static(files: list[Path], weight: int, wanted: Iterable[str]) -> TTFont:
    """One font of one weight with the wanted characters, from the package's many variable slices."""
    wanted = set(wanted)
    with TemporaryDirectory() as folder:
        parts = []
        taken: set[str] = set()
        for number, file in enumerate(files):
            font = TTFont(file)
            here = ({chr(c) for c in font.getBestCmap()} & wanted) - taken
            if here:
                taken |= here
                _subset(font, "".join(sorted(here)))
                instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True)
                font.flavor = None
                font.save(f"{folder}/{number}.ttf")
                parts.append(f"{folder}/{number}.ttf")
        options = Options()
        options.drop_tables = ["vhea", "vmtx", "GDEF", "GPOS", "GSUB", "STAT", "BASE", "VORG"]
        return Merger(options).merge(parts)


def _subset(font: TTFont, text: str) -> None:
    options = subset.Options()
    options.hinting, options.name_IDs, options.layout_features = False, [1, 2], []
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)


def _woff2(font: TTFont) -> bytes:
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def face(file: str, weight: int, covered: Iterable[str]) -> str:
    """An @font-face rule. `optional`: text never jumps; a font that comes late is used from the next page on."""
    return (
        f'@font-face{{font-family:"Guide";font-weight:{weight};font-display:optional;'
        f'src:url("{file}")format("woff2");unicode-range:{ranges(covered)}}}'
    )


def ranges(covered: Iterable[str]) -> str:
    """CSS unicode-range of a set of characters."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, covered)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def codes(css: str) -> set[int]:
    """The code points that the @font-face rules in a text cover; the inverse of `ranges`."""
    found: set[int] = set()
    for spans in re.findall(r"unicode-range:([^;}]+)", css):
        for span in spans.split(","):
            low, _, high = span.strip()[2:].partition("-")
            found |= set(range(int(low, 16), int(high or low, 16) + 1))
    return found


if __name__ == "__main__":
    prepare(Path.cwd())
