"""What a page says, as sentences, read from its source: short macros as they render, without markup, code, headings and blocks."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jinja2 import nodes

from .catalog import Catalog
from .josa import josa
from .pages import Page
from .render import numbers
from .verbatim import masked

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NO_TERMS = re.compile(r"""<(\w+) class=["']no-terms["']>(.*?)</\1>""")
_MARKED = re.compile("\x02([^\x03]*)\x03")
_MARKS = re.compile("[\x02\x03]")
_CODE = re.compile(r"(`+)(.+?)\1")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_ATTRIBUTES = re.compile(r"\{:?\s*[#.][^{}]*\}")
_HEADING = re.compile(r"#{1,6}\s")
_EXPLICIT = re.compile(r"\{\s*#([\w-]+)\s*\}\s*\Z")
_ITEM = re.compile(r"(?:[-*+]|\d+\.)\s+")
_RULE = re.compile(r"[|:\s-]+\Z")
_BLOCK = re.compile(r"!!!|\?\?\?|\[\^?[^\]]+\]:|:::|---")
_END = re.compile(r"(?<=[다요까죠오][.?!])\s+|(?<=[.?!][\"')])\s+")


class Sentence(NamedTuple):
    text: str
    anchor: str
    """The nearest heading that has an id of its own, or ''."""
    linked: str
    """The text, as long, without the words that the author does not want linked and those that he linked himself."""
    block: int
    """Which paragraph, list item or cell of the page it stands in."""
    row: str = ""
    """Of a table's cell: the row's heading, the column's and the cell, as one reads them together."""


class _Cell(NamedTuple):
    heads: list[str]
    """The table's first row, or nothing in that row itself."""
    row: list[str]
    column: int


class Reader:
    """Reads pages. Macros that stand in a sentence say what they would; the others say nothing."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def sentences(self, page: Page) -> list[Sentence]:
        """What a page says in paragraphs, lists and tables, in order."""
        found = []
        for number, (block, anchor, cell) in enumerate(_blocks(self._rendered(page))):
            if "no-terms" in block:
                block = _NO_TERMS.sub("\x02\\2\x03", block)
            for said in filter(None, map(str.strip, _END.split(_plain(block)))):
                text, linked = _without(said) if _MARKS.search(said) else (said, said)
                found.append(Sentence(text, anchor, linked, number, _row(cell, text) if cell else ""))
        return found

    def _rendered(self, page: Page) -> str:
        if not isinstance(page.tree, nodes.Template):
            return page.body if page.tree is None else ""
        return "".join(self._said(node) for output in page.tree.find_all(nodes.Output) for node in output.nodes)

    def _said(self, node: nodes.Node) -> str:
        """What an expression writes, as far as it can be told without running it; mistakes are reported by the checks."""
        try:
            return self._value(node)
        except (nodes.Impossible, ArithmeticError, AttributeError, TypeError, ValueError):
            return ""

    def _value(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.TemplateData):
            return node.data
        if isinstance(node, nodes.Filter) and node.name == "josa" and node.node is not None:
            noun = self._value(node.node)
            bare = _MARKS.sub("", noun)
            return noun + josa(bare, *(str(a.as_const()) for a in node.args))[len(bare) :]
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name):
            known: dict[str, Callable[..., str]] = {"term": self.term, "fact": self.fact, "calc": self.calc}
            saying = known.get(node.node.name)
            return saying(*(a.as_const() for a in node.args), **{k.key: k.value.as_const() for k in node.kwargs}) if saying else ""
        return str(node.value) if isinstance(node, nodes.Const) else ""

    def term(self, id: str, text: str = "") -> str:
        term = self._catalog.get("terms", id)
        return f"\x02{text or (term.ko if term else '')}\x03"

    def fact(self, id: str, unit: str | None = None, digits: int | None = None, words: bool = False) -> str:
        return numbers.with_unit(self._catalog.facts.find(id), unit, digits)

    def calc(self, formula: str, unit: str, digits: int | None = None) -> str:
        return numbers.amount(self._catalog.facts.compute("", formula, unit).value, unit, digits)


def _blocks(text: str) -> Iterator[tuple[str, str, _Cell | None]]:
    """(paragraph, list item or cell; the anchor above it; where a cell stands)."""
    anchor, fence = "", ""
    heads: list[str] = []
    lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        bare = line.strip()
        if fence:
            fence = "" if bare.startswith(fence) else fence
            continue
        if not bare.startswith("|"):
            heads = []
        starts = _ITEM.match(bare)
        if lines and (not bare or starts or bare[0] in "#|`~<!?:["):
            yield " ".join(lines), anchor, None
            lines = []
        if bare.startswith(("```", "~~~")):
            fence = bare[:3]
        elif _HEADING.match(bare):
            explicit = _EXPLICIT.search(bare)
            anchor = explicit.group(1) if explicit else anchor
        elif bare.startswith("|"):
            if not _RULE.match(bare):
                row = bare.strip("|").split("|")
                yield from ((text, anchor, _Cell(heads, row, column)) for column, text in enumerate(row))
                heads = heads or row
        elif bare and not _BLOCK.match(bare):
            lines.append(bare[starts.end() :] if starts else bare)


def _without(marked: str) -> tuple[str, str]:
    """The text, and as much text without the words between marks."""
    return _MARKS.sub("", marked), _MARKS.sub("", _MARKED.sub(lambda words: masked(words[1]), marked))


def _row(cell: _Cell, said: str) -> str:
    """A cell says little alone: after the headings of its row and column it does, and a heading itself before the rest of its row."""
    if cell.column == 0 or not cell.heads:
        return " · ".join(filter(None, map(_shown, cell.row)))
    column = _shown(cell.heads[cell.column]) if cell.column < len(cell.heads) else ""
    return " · ".join(filter(None, (_shown(cell.row[0]), f"{column}: {said}" if column else said)))


def _shown(cell: str) -> str:
    return _MARKS.sub("", _plain(cell))


def _plain(text: str) -> str:
    text = _CODE.sub(r"\2", text)
    text = _ATTRIBUTES.sub("", _LINK.sub(r"\1", text))
    text = html.unescape(_TAG.sub("", text.replace("**", "")))
    return " ".join(text.split())
