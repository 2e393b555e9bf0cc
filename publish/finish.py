"""What the engines leave undone in a page's HTML, mended in the built file so that both get the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .html import BuiltPage

# Code that scrolls sideways must take the focus, or it cannot be read by keyboard.
_CODE = re.compile(r"(<pre(?:\s[^>]*)?>(?:<span></span>)?<code)(?![^>]*tabindex)")
# The theme's search dialog has no name.
_DIALOG = re.compile(r'(data-md-component="search" role="dialog")(?! aria-label)')


def mend(html: str) -> str:
    """The page with focusable code and a named dialog."""
    html = _CODE.sub(r'\1 tabindex="0"', html)
    return _DIALOG.sub(r'\1 aria-label="찾기"', html)


def pages(built: Mapping[str, BuiltPage]) -> None:
    for page in built.values():
        before = page.file.read_text("utf-8")
        after = mend(before)
        if after != before:
            page.file.write_text(after, "utf-8")
