"""Text that readers read, wherever it is written: a page, the texts of a data file, the words of a figure. For the writing rules.

Characters that are not read keep their places, so that an offset is a place in the file: code, macros and what is marked as it is
become `AS_IS`, which no rule reads; markup, tags and targets of links become `HIDDEN`, over which a word goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from .catalog import Catalog
from .pages import Page, position
from .reader import Document, Place

AS_IS, HIDDEN = "\ue000", "\ue001"
_AS_IS = re.compile(
    r"<!--.*?-->|<(?:code|kbd|samp|q|cite)\b.*?</(?:code|kbd|samp|q|cite)>|<span class=\"as-is\">.*?</span>|<blockquote\b.*?</blockquote>"
    r"|^[ \t]*>.*$|https?://[^\s)\"'<>]+|(?<![가-힣A-Za-z])[\w./-]+\.(?:md|yml|py|com|org|io|ai)\b(?![A-Za-z])|&[a-z]+;|\$[^$\n]+\$",
    re.S | re.M,
)
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_HIDDEN = re.compile(r"<[^<>\n]+>|\]\([^)\n]*\)|!?\[(?=[^\]\n]*\])|\{ ?[#.:][^}\n]*\}|\*\*")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_QUOTED = re.compile(r"'[^'\n]{1,120}'|\"[^\"\n]{1,120}\"|「[^」\n]*」|『[^』\n]*』")
# Keys of data whose text is our prose; others are ids, names, other people's words.
_OURS = frozenset(
    "definition why detail difference prompt answer text context items left right correct title description how_to_read limits criterion"
    " group explain note label subject_labels reason rate".split()
)
_FIGURE = re.compile(r"<(text|title|desc|tspan)\b[^>]*>([^<]*)", re.S)


@dataclass(frozen=True)
class Prose:
    """One file's text. `kind` is 'page' or the kind of data, `fields` the place in the data of each stretch of the text."""

    shown: str
    kind: str
    text: str
    locate: Callable[[int], tuple[int, int]]
    page: Page | None = None
    starts: tuple[int, ...] = ()
    fields: tuple[Place, ...] = ()

    def field(self, offset: int) -> Place:
        """The key in the data that holds this offset."""
        return self.fields[bisect_right(self.starts, offset) - 1] if self.fields else ()

    @cached_property
    def unquoted(self) -> str:
        """The text without what stands in quotation marks: words that are spoken of, and other people's."""
        return _QUOTED.sub(_as_is, self.text)


def everything(pages: Mapping[str, Page], catalog: Catalog) -> Iterator[Prose]:
    """All prose of a project."""
    for page in pages.values():
        yield of_page(page)
        if page.meta_document:
            yield from of_fields(page.meta_document, "page", {k: v for k, v in page.meta.items() if k in ("title", "description")})
    seen: set[int] = set()
    for (kind, _), document in catalog.documents.items():
        if kind != "sources" and id(document) not in seen:
            seen.add(id(document))
            yield from of_fields(document, kind, document.data)
    for name, svg in catalog.figures.items():
        yield of_figure(f"data/figures/{name}.svg", svg)


def of_page(page: Page) -> Prose:
    text = _CODE.sub(_as_is, _AS_IS.sub(_as_is, _FENCES.sub(_as_is, page.body)))
    text = _HIDDEN.sub(_hidden, _MACRO.sub(_as_is, text))
    return Prose(page.shown, "page", text, lambda offset: position(page.body, offset), page)


_FENCES = re.compile(r"^([ \t]*)(`{3,}|~{3,})[^\n]*\n.*?^\1\2[ \t]*$", re.S | re.M)


def of_fields(document: Document, kind: str, data: object) -> Iterator[Prose]:
    """The texts of a data file, a line each."""
    found = list(_texts(data, ()))
    if not found:
        return
    starts, at = [], 0
    for _, text in found:
        starts.append(at)
        at += len(text) + 1
    whole = "\n".join(text for _, text in found)
    text = _HIDDEN.sub(_hidden, _MACRO.sub(_as_is, _CODE.sub(_as_is, _AS_IS.sub(_as_is, whole))))
    fields = tuple(place for place, _ in found)

    def locate(offset: int) -> tuple[int, int]:
        number = bisect_right(starts, offset) - 1
        return _in_document(document, fields[number], found[number][1], offset - starts[number])

    yield Prose(document.path, kind, text, locate, None, tuple(starts), fields)


def of_figure(shown: str, svg: str) -> Prose:
    text, at = [], 0
    for match in _FIGURE.finditer(svg):
        text += [re.sub(r"[^\n]", HIDDEN, svg[at : match.start(2)]), match.group(2)]
        at = match.end(2)
        if svg.startswith("</", at):
            text.append("\n")
            at += 1
    return Prose(shown, "figures", "".join(text), lambda offset: position(svg, offset))


def _texts(data: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(data, str) and not _OURS.isdisjoint(place):
        yield place, data.replace("\n", " ")
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from _texts(value, (*place, key))


def _in_document(document: Document, place: Place, value: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset of a value, which YAML may have folded or escaped: then those of the value."""
    line, column = document.at(place)
    lines = document.text.split("\n")
    start = sum(len(text) + 1 for text in lines[: line - document.first_line]) + column - 1
    word = value[offset : offset + 6].split(" ")[0] or value[offset]
    nth = value.count(word, 0, offset)
    found = start - 1
    for _ in range(nth + 1):
        found = document.text.find(word, found + 1)
        if found < 0:
            return line, column
    if "\n" in document.text[start:found] and document.text.count("\n", start, found) > value.count(" "):
        return line, column
    row, column = position(document.text, found)
    return row + document.first_line - 1, column


def _as_is(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", AS_IS, match.group())


def _hidden(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", HIDDEN, match.group())
