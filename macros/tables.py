"""Python-Markdown extension: a table written in a page scrolls by itself, by keyboard too, and says what it is."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_ATTRIBUTES = re.compile(r"\{:?[^}]*\}\s*$")
_MARK = re.compile(r"<sup class=\"ref\">.*?</sup>")
_TAG = re.compile(r"<[^<>]*>")


def _heading(element: etree.Element) -> str:
    """A heading's words. A fact's source mark belongs neither to them nor to the table of contents."""
    text = _ATTRIBUTES.sub("", "".join(element.itertext())).strip()
    words = unescape(_TAG.sub("", _MARK.sub("", text)))
    if _MARK.search(text):
        element.set("data-toc-label", re.sub(r"[*`]", "", words))
    return words


class _Tables(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        self._walk(root, "표")

    def _walk(self, parent: etree.Element, heading: str) -> None:
        for index, child in enumerate(list(parent)):
            if child.tag in ("h1", "h2", "h3", "h4"):
                heading = _heading(child) or heading
            if child.tag == "table":
                self._wrap(parent, child, index, heading)
            else:
                self._walk(child, heading)

    def _wrap(self, parent: etree.Element, table: etree.Element, index: int, heading: str) -> None:
        for cell in table.iterfind("thead/tr/th"):
            cell.set("scope", "col")
        # Inline markup is parsed after this in the cells; the label keeps plain letters only.
        label = "".join(c for c in heading.replace("\u00a0", " ") if c.isalnum() or c in " .,()-/·").strip()
        box = etree.Element("div", {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": f"표: {label}"})
        box.tail, table.tail = table.tail, None
        parent.remove(table)
        box.append(table)
        parent.insert(index, box)


class TablesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        # Before inline processing (20), so that headings still hold their source text.
        md.treeprocessors.register(_Tables(md), "guide_tables", 25)


def makeExtension(**options: Any) -> TablesExtension:  # noqa: N802 - the name Python-Markdown looks for
    return TablesExtension(**options)
