"""The theme's style sheets, cut to the rules that the built pages can use."""

from __future__ import annotations

import re
from pathlib import Path

from . import node

# Classes that the theme's script adds once the search box is open, and ours.
SAFE = ["/^md-search/", "/^md-dialog/", "/^md-overlay/", "/^md-toggle/", "/^focus-visible/", "/^js/", "/^no-js/", "/^guide/", "/^fig-/"]


def purge(site: Path, root: Path) -> dict[str, tuple[int, int]]:
    """Cut every theme style sheet in place. Returns name -> (bytes before, bytes after)."""
    sheets = sorted((site / "assets/stylesheets").rglob("*.css")) if (site / "assets/stylesheets").is_dir() else []
    used = {s for s in sheets if _linked(site, s)}
    sizes = {}
    for sheet in sheets:
        before = sheet.stat().st_size
        if sheet in used:
            text = node.run(str(root / "publish/purge.mjs"), str(site), str(sheet), *SAFE, cwd=root)
            sheet.write_text(re.sub(r"/\*#.*?\*/", "", text), "utf-8")
            sizes[sheet.name] = (before, sheet.stat().st_size)
        else:
            sheet.unlink()
    for extra in site.glob("assets/**/*.map"):
        extra.unlink()
    return sizes


def _linked(site: Path, sheet: Path) -> bool:
    return sheet.relative_to(site).as_posix() in (site / "index.html").read_text("utf-8")
