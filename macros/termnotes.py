"""Python-Markdown extension: at the end of a page, the notes of the terms it links. The card shows them, and print shows them as a list."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from . import check, links
from .catalog import Catalog
from .model.term import Confusion, Term
from .render import Renderer

_IN_RAW = re.compile(r'<(?:a|span) class="term"[^<>]* data-term="([a-z0-9-]+)"')

_ROOM = 3500
"""Compressed bytes, as estimated, that the notes of terms of other sections may bring a page's notes to."""
_IN_PAGE = 0.95
"""What compressed text adds to a page, of what it takes alone: the page has said many of its words."""
_MARKUP = 6
"""What the tags of a note add."""


class TermNotes(Treeprocessor):
    """Adds the notes, as HTML that the engine leaves as it is but for the addresses."""

    def run(self, root: etree.Element) -> None:
        current = links.current_page(self.md)
        if current is None or current[1] in links.ABOUT_TERMS or current[1].startswith(f"{links.LETTERS}/"):
            return
        folder, page = current
        used = set(_used(self.md, root))
        if used:
            link = links.source_relative if links.rewrites_raw(self.md) else links.relative
            project = check.latest(folder)
            source = project.pages.get(page)
            html = notes(project.catalog, used, page, link, source.section if source else None)
            etree.SubElement(root, "p").text = self.md.htmlStash.store(html)


def _used(md: Markdown, root: etree.Element) -> Iterator[str]:
    """Terms marked in the text, and in raw HTML that macros wrote."""
    for element in root.iter():
        if term := element.get("data-term"):
            yield term
    for raw in md.htmlStash.rawHtmlBlocks:
        if isinstance(raw, str) and "data-term" in raw:
            yield from _IN_RAW.findall(raw)


def notes(catalog: Catalog, used: set[str], page: str, link: Callable[..., str], section: str | None = None) -> str:
    """The notes of some terms, in the order in which they are taught: like stands by like, which compresses better."""
    found = (catalog.get("terms", id) for id in used)
    terms: list[Term] = sorted((t for t in found if t is not None), key=lambda t: (*map(int, t.section.split(".")), t.ko.casefold(), t.id))
    if not terms:
        return ""
    told = differences(terms)
    full = _full(terms, told, catalog, section)
    said = {"terms": terms, "apart": _apart(terms, told, full), "full": full, "page": page, "glossary": links.GLOSSARY}
    return Renderer(catalog, link).block("term_notes", **said)


def differences(terms: Sequence[Term]) -> Mapping[str, Sequence[Confusion]]:
    """Term -> what it is confused with first: a term of the page, where it is confused with one."""
    here = {t.id for t in terms}
    return {t.id: (*(c for c in t.confused_with if c.term in here), *t.confused_with)[:1] for t in terms}


def _apart(terms: Sequence[Term], told: Mapping[str, Sequence[Confusion]], full: frozenset[str]) -> Mapping[str, Sequence[Confusion]]:
    """Term -> what its note says it is confused with, which the card of the other says too: each pair once."""
    said: set[frozenset[str]] = set()
    found: dict[str, Sequence[Confusion]] = {}
    for term in terms:
        new = [c for c in told[term.id] if term.id in full and frozenset((term.id, c.term)) not in said]
        said |= {frozenset((term.id, c.term)) for c in new}
        found[term.id] = new
    return found


def _full(terms: Sequence[Term], told: Mapping[str, Sequence[Confusion]], catalog: Catalog, section: str | None) -> frozenset[str]:
    """The terms whose notes say all: those that the page teaches, and while there is room others, those of its chapter first."""
    own = [t for t in terms if t.section == section]
    others = sorted((t for t in terms if t.section != section and _more(t, told, catalog)), key=lambda t: t.chapter != _chapter(section))
    base = [" ".join(filter(None, (t.ko, t.en, t.abbr, t.reading, t.definition))) for t in terms]
    base += [_more(t, told, catalog) for t in own]
    more = [_more(t, told, catalog) for t in others]

    def over(number: int) -> bool:
        text = "\n".join([*base, *more[:number]])
        return len(zlib.compress(text.encode())) * _IN_PAGE + _MARKUP * len(terms) > _ROOM

    fit = bisect_left(range(1, len(others) + 1), True, key=over)
    return frozenset(t.id for t in (*own, *others[:fit]))


def _more(term: Term, told: Mapping[str, Sequence[Confusion]], catalog: Catalog) -> str:
    """What a full note adds, as text."""
    before = (t.ko for t in map(partial(catalog.get, "terms"), term.prerequisites) if t)
    return " ".join((term.why or "", *(c.difference for c in told[term.id]), *before, "출처" * bool(term.sources))).strip()


def _chapter(section: str | None) -> int:
    return int((section or "0").split(".")[0])


class TermNotesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        # After the terms are marked (3); before the engine turns source paths into URLs (0).
        md.treeprocessors.register(TermNotes(md), "guide_term_notes", 2)


def makeExtension(**options: Any) -> TermNotesExtension:  # noqa: N802 - the name Python-Markdown looks for
    return TermNotesExtension(**options)
