"""What the engines leave undone in a page's HTML, mended in the built file so that both get the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin

from .html import BuiltPage

# Code that scrolls sideways must take the focus, or it cannot be read by keyboard.
_CODE = re.compile(r"(<pre(?:\s[^>]*)?>(?:<span></span>)?<code)(?![^>]*tabindex)")
# Lines that begin with space and empty lines, where they mean nothing.
_INDENT = re.compile(r"\s*\n\s*")
_AS_IT_IS = re.compile(r"(<(?:pre|textarea|script)\b.*?</(?:pre|textarea|script)>)", re.S)

# A page that has moved names the new one.
_MOVED = re.compile(r'<meta name="guide:moved" content="([^"]+)">')
_CANONICAL = re.compile(r'(<link rel="canonical" href=")([^"]+)(")')


def mend(html: str) -> str:
    """The page with focusable code and the address of what replaced it where it has moved."""
    if moved := _MOVED.search(html):
        html = _CANONICAL.sub(lambda m: f"{m[1]}{urljoin(m[2], moved[1])}{m[3]}", html)
    html = "".join(part if n % 2 else _INDENT.sub("\n", part) for n, part in enumerate(_AS_IT_IS.split(html)))
    return _CODE.sub(r'\1 tabindex="0"', html)


def pages(built: Mapping[str, BuiltPage]) -> None:
    for page in built.values():
        before = page.file.read_text("utf-8")
        after = mend(before)
        if after != before:
            page.file.write_text(after, "utf-8")
