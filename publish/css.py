"""The theme's style sheets, cut to the rules that the built pages can use."""

from __future__ import annotations

import re
from pathlib import Path

from . import node

# Classes that scripts add, and ours.
SAFE = ["/^md-overlay/", "/^md-toggle/", "/^focus-visible/", "/^js/", "/^no-js/", "/^guide/", "/^fig-/"]

# Tables stand in boxes here, so nothing follows one; but with this rule, moving a cell restyles its whole row and what is in it.
_COSTLY = re.compile(r"\.md-typeset table:not\(\[class\]\)\s*\+\s*\*\s*\{[^}]*\}")


def purge(site: Path, root: Path) -> None:
    """Cut the style sheets that the pages link, in place; remove the others and the source maps."""
    for sheet in sorted((site / "assets/stylesheets").rglob("*.css")):
        if _linked(site, sheet):
            text = node.run(str(root / "publish/purge.mjs"), str(site), str(sheet), *SAFE, cwd=root)
            sheet.write_text(_COSTLY.sub("", re.sub(r"/\*#.*?\*/", "", text)), "utf-8")
        else:
            sheet.unlink()
    for extra in site.glob("assets/**/*.map"):
        extra.unlink()


def _linked(site: Path, sheet: Path) -> bool:
    return sheet.relative_to(site).as_posix() in (site / "index.html").read_text("utf-8")
