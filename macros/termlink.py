"""Python-Markdown extension: links the terms of the glossary in running text, on the finished element tree.

The visible text of a page becomes one string, with what must be left alone masked in it, so that terms are found in one pass and a word
is seen whole even where markup cuts it ('**HBM**3e' is not HBM). Then the first mention of a term in each section becomes a link and
later ones a mark that looks like text.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from . import check, links
from .term_finder import BLOCK, CUT, Finder, Mention
from .verbatim import masked

_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub time u var wbr".split()
)
_FORMULA_SIGNS = frozenset("()[]$")
"""Signs that keep their backslash, which makes a formula of them or, before a dollar, none."""
# Within a line too, but no word goes on over them.
_CUTTING = frozenset("audio br button canvas img input math meter object picture progress rp rt ruby script select sup svg video".split())
_LEFT_ALONE = frozenset(
    """
    a abbr button canvas code dfn figure h1 h2 h3 h4 h5 h6 iframe kbd
    math object option pre samp script select style summary svg textarea var
    """.split()
)
_LEFT_CLASSES = frozenset({"no-terms", "term", "admonition-title", "arithmatex", "quiz", "headerlink", "ref"})
_VOID = frozenset("br img hr wbr input source area col embed link meta track".split())
_DEEPEST = 64
_STASHED = re.compile("\x02([^\x03]*)\x03")
_STASH_NUMBER = re.compile(r"wzxhzdk:(\d+)\Z")
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)([^<>]*?)(/?)>\Z", re.S)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_FIRST_TAG = re.compile(r"\s*<(?:!--|([A-Za-z][\w:-]*))")
_TO_TERM = re.compile(rf"(?:\A|/){re.escape(links.GLOSSARY)}#([a-z0-9-]+)\Z")


@dataclass(frozen=True)
class Place:
    """The page that is being made: its source path, its section, what to look for and what its author forbids."""

    page: str
    finder: Finder
    section: str | None = None
    forbidden: frozenset[str] = frozenset()

    @property
    def silent(self) -> bool:
        return self.page == links.GLOSSARY or "*" in self.forbidden


class _Piece(NamedTuple):
    """A run of text that may hold links: where it stands in the flat text, and in which string of the tree."""

    start: int
    parent: etree.Element
    slot: int
    """-1 for the text of the parent, n for what follows its nth child."""
    offset: int
    length: int


@dataclass
class _Flat:
    """A tree as one string."""

    md: Markdown
    text: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """The text before anything was masked in it."""
    length: int = 0
    pieces: list[_Piece] = field(default_factory=list)
    sections: list[int] = field(default_factory=list)
    introduced: list[tuple[int, str]] = field(default_factory=list)
    """Terms that the author linked, by position."""
    raw: list[tuple[str, bool]] = field(default_factory=list)
    """Open tags of raw HTML, and whether each, or one around it, is to be left alone."""

    def add(self, text: str, said: str | None = None) -> None:
        self.text.append(text)
        self.said.append(text if said is None else said)
        self.length += len(text)

    def element(self, element: etree.Element, alone: bool) -> None:
        tag = element.tag if isinstance(element.tag, str) else "script"
        edge = self._edge(tag, alone)
        self._cross(edge)
        if tag in ("h1", "h2"):
            self.sections.append(self.length)
        alone = alone or tag in _LEFT_ALONE or bool(element.attrib and _left_alone(tag, element.get("class", ""), element.attrib))
        if tag == "a" and (to := _TO_TERM.search(element.get("href") or "")):
            self.introduced.append((self.length, to.group(1)))
        if not (tag == "pre" or tag in _VOID):
            self.string(element.text, element, -1, alone)
            for slot, child in enumerate(element):
                self.element(child, alone or self._inside_raw())
                self.string(child.tail, element, slot, alone)
        self._cross(edge)

    def _edge(self, tag: str, alone: bool) -> str:
        """What stands in the text where an element begins and where it ends. `alone`: within what is left alone, as the parts of an SVG."""
        if tag in _INLINE:
            return ""
        return CUT if tag in _CUTTING or (alone and not self.md.is_block_level(tag)) else BLOCK

    def _cross(self, edge: str) -> None:
        if edge:
            self.add(edge)
        if edge == BLOCK:
            self.raw.clear()

    def string(self, text: str | None, parent: etree.Element, slot: int, alone: bool) -> None:
        """One string of the tree: text, and signs that stand for raw HTML and escaped characters."""
        if not text:
            return
        if text == "\n":
            self.add(text)
            return
        done = 0
        for match in _STASHED.finditer(text):
            self._plain(text, done, match.start(), parent, slot, alone)
            self._stashed(match.group(1))
            done = match.end()
        self._plain(text, done, len(text), parent, slot, alone)

    def _plain(self, text: str, start: int, end: int, parent: etree.Element, slot: int, alone: bool) -> None:
        if start == end:
            return
        part = text[start:end]
        if alone or self._inside_raw():
            self.add(masked(part), part)
            return
        self.pieces.append(_Piece(self.length, parent, slot, start, end - start))
        self.add(part)

    def _inside_raw(self) -> bool:
        return bool(self.raw) and self.raw[-1][1]

    def _stashed(self, sign: str) -> None:
        number = _STASH_NUMBER.match(sign)
        if number is None:  # an escaped character by its code, or the name of one: amp
            one = chr(int(sign)) if sign.isdigit() else html.unescape(f"&{sign};")
            self.add(f"\\{one}" if one in _FORMULA_SIGNS else masked(one))
            return
        raw = self.md.htmlStash.rawHtmlBlocks[int(number.group(1))]
        tag = _read(raw) if isinstance(raw, str) else None
        if tag:
            self._tag(tag)
        elif isinstance(raw, str) and raw.startswith("&"):
            self.add(masked(html.unescape(raw)))
        else:
            first = _FIRST_TAG.match(raw) if isinstance(raw, str) else None
            self.add(CUT if first and (not first.group(1) or self._edge(first.group(1).lower(), alone=False) != BLOCK) else BLOCK)

    def _tag(self, tag: _Tag) -> None:
        if edge := self._edge(tag.name, self._inside_raw()):
            self.add(edge)
        if tag.closing:
            places = [n for n, (open_name, _) in enumerate(self.raw) if open_name == tag.name]
            if places:
                del self.raw[places[-1] :]
            return
        if tag.term:
            self.introduced.append((self.length, tag.term))
        if not tag.empty and len(self.raw) < _DEEPEST:
            self.raw.append((tag.name, self._inside_raw() or tag.alone))


@dataclass(frozen=True, slots=True)
class _Tag:
    """One tag of raw HTML."""

    name: str
    closing: bool
    empty: bool
    alone: bool
    term: str
    """The term to which it is an author's link."""


@lru_cache(maxsize=4096)
def _read(raw: str) -> _Tag | None:
    """The tag, or None when raw HTML is more or less than one tag."""
    match = _TAG.match(raw.strip())
    if match is None:
        return None
    name = match.group(2).lower()
    found = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(match.group(3))}
    term = found.get("data-term", "") if name == "a" else ""
    alone = _left_alone(name, found.get("class", ""), found)
    return _Tag(name, match.group(1) == "/", match.group(4) == "/" or name in _VOID, alone, term)


def _left_alone(tag: str, classes: str, attributes: Any) -> bool:
    return tag in _LEFT_ALONE or "data-no-terms" in attributes or not _LEFT_CLASSES.isdisjoint(classes.split())


class TermLinks(Treeprocessor):
    """Marks the mentions of terms on one page."""

    def __init__(self, md: Markdown, place: Place | None = None) -> None:
        super().__init__(md)
        self._place = place

    def run(self, root: etree.Element) -> None:
        place = self._place or _place(self.md)
        if place is None or place.silent:
            return
        flat, glossary = _Flat(self.md), links.source_relative(links.GLOSSARY, place.page)
        flat.element(root, alone=False)
        changes: dict[etree.Element, dict[int, list[tuple[int, int, etree.Element]]]] = {}
        for piece, mention, first in _chosen(flat, place):
            start = piece.offset + mention.start - piece.start
            mark = _mark(mention.term, glossary if first else None)
            changes.setdefault(piece.parent, {}).setdefault(piece.slot, []).append((start, start + mention.end - mention.start, mark))
        for parent, slots in changes.items():
            _rebuild(parent, slots)


def _chosen(flat: _Flat, place: Place) -> Iterator[tuple[_Piece, Mention, bool]]:
    """The mentions that stand in one string of the tree, and whether each is the first of its section."""
    starts = [piece.start for piece in flat.pieces]
    seen: set[str] = set()
    section = done = 0
    for mention in place.finder.find("".join(flat.text), place.section, "".join(flat.said)):
        number = bisect_right(starts, mention.start) - 1
        piece = flat.pieces[number] if number >= 0 else None
        if piece is None or mention.end > piece.start + piece.length or mention.term in place.forbidden:
            continue
        here = bisect_right(flat.sections, mention.start)
        if here != section:
            section, seen = here, set()
        while done < len(flat.introduced) and flat.introduced[done][0] <= mention.start:
            position, term = flat.introduced[done]
            if bisect_right(flat.sections, position) == section:
                seen.add(term)
            done += 1
        yield piece, mention, mention.term not in seen
        seen.add(mention.term)


def _mark(term: str, glossary: str | None) -> etree.Element:
    if glossary is None:
        return etree.Element("span", {"class": "term", "data-term": term})
    return etree.Element("a", {"class": "term", "href": f"{glossary}#{term}", "data-term": term})


def _rebuild(parent: etree.Element, slots: dict[int, list[tuple[int, int, etree.Element]]]) -> None:
    """The children of `parent` with marks among them, each string cut once."""
    children = list(parent)
    rebuilt: list[etree.Element] = []
    for slot in range(-1, len(children)):
        owner = children[slot] if slot >= 0 else parent
        if slot >= 0:
            rebuilt.append(owner)
        marks = slots.get(slot)
        if not marks:
            continue
        text = (owner.tail if slot >= 0 else owner.text) or ""
        if slot >= 0:
            owner.tail = text[: marks[0][0]]
        else:
            owner.text = text[: marks[0][0]]
        ends = [*(start for start, _, _ in marks[1:]), len(text)]
        for (start, end, mark), until in zip(marks, ends, strict=True):
            mark.text, mark.tail = text[start:end], text[end:until]
            rebuilt.append(mark)
    parent[:] = rebuilt


def _place(md: Markdown) -> Place | None:
    """Where the engine is, or None outside of one."""
    current = links.current_page(md)
    if current is None:
        return None
    root, path = current
    project = check.latest(root)
    page = project.pages.get(path)
    return Place(path, project.catalog.finder, page.section if page else None, page.no_terms if page else frozenset())


class TermLinkExtension(Extension):
    """`place` is for tests and tools; an engine's page is found from the engine."""

    def __init__(self, place: Place | None = None) -> None:
        super().__init__()
        self._place = place

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        # After inline markup (20), attribute lists (8) and the table of contents (5); before the engine turns source paths into URLs (0).
        md.treeprocessors.register(TermLinks(md, self._place), "guide_terms", 3)


def makeExtension(**options: Any) -> TermLinkExtension:  # noqa: N802 - the name Python-Markdown looks for
    return TermLinkExtension(**options)
