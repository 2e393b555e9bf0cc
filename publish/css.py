"""The theme's style sheets, cut to the rules that the built pages can use."""

from __future__ import annotations

import re
from pathlib import Path

from . import node

# Classes that scripts add, and ours.
SAFE = ["/^md-overlay/", "/^md-toggle/", "/^focus-visible/", "/^js/", "/^no-js/", "/^guide/", "/^fig-/"]

# Tables stand in boxes here, so nothing follows one; but with this rule, moving a cell restyles its whole row and what is in it.
_COSTLY = re.compile(r"\.md-typeset table:not\(\[class\]\)\s*\+\s*\*\s*\{[^}]*\}")

# The site is written from left to right.
_LEFTWARDS = re.compile(r"(?<=[{}])\[dir=rtl\][^{},]*(?:,\[dir=rtl\][^{},]*)*\{[^{}]*\}")
_WANTED = re.compile(r"var\(\s*(--[\w-]+)")
_GIVEN = re.compile(r"(?<=[{;])(--[\w-]+):(?:url\((?:'[^']*'|\"[^\"]*\"|[^)]*)\)|[^;{}])*;?")
_LOOSE = re.compile(r"(?P<text>\"[^\"]*\"|'[^']*')|(?P<note>/\*.*?\*/)|\s*(?P<sign>[{};,])\s*|\s+", re.S)


def purge(site: Path, root: Path) -> None:
    """Cut the style sheets that the pages link, in place; remove the others and the source maps."""
    ours = site / "assets/site.css"
    for sheet in sorted((site / "assets/stylesheets").rglob("*.css")):
        if _linked(site, sheet):
            text = node.run(str(root / "publish/purge.mjs"), str(site), str(sheet), *SAFE, cwd=root)
            sheet.write_text(without_unused(_COSTLY.sub("", re.sub(r"/\*#.*?\*/", "", text)), ours.read_text("utf-8")), "utf-8")
        else:
            sheet.unlink()
    for extra in site.glob("assets/**/*.map"):
        extra.unlink()
    ours.write_text(squeezed(ours.read_text("utf-8")), "utf-8")


def without_unused(css: str, other: str) -> str:
    """A sheet without rules for other scripts and properties that neither it nor the other asks for: icons are most of its weight."""
    wanted = set(_WANTED.findall(css + other))
    return _GIVEN.sub(lambda m: m[0] if m[1] in wanted else "", _LEFTWARDS.sub("", css))


def squeezed(css: str) -> str:
    """A sheet without comments and without spaces that mean nothing; strings stay."""
    return _LOOSE.sub(lambda m: m["text"] or m["sign"] or ("" if m["note"] else " "), css).replace(";}", "}").strip()


def _linked(site: Path, sheet: Path) -> bool:
    return sheet.relative_to(site).as_posix() in (site / "index.html").read_text("utf-8")
