"""Python-Markdown extension: at the end of a page, the notes of the terms it links. The card shows them, and print shows them as a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from . import check, links, term_room
from .catalog import Catalog
from .model.term import Term
from .render import Renderer, publishers

_IN_RAW = re.compile(r'<(?:a|span) class="term"[^<>]* data-term="([a-z0-9-]+)"')
_NO_LETTER = re.compile(r"[^a-z0-9]+")


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
    told = term_room.told_apart(terms)
    sources = {t.id: ", ".join(publishers(catalog, t.sources)) for t in terms}
    said_by = term_room.room(terms, told, section, sources)
    said = {
        "terms": terms,
        "ids": {t.id for t in terms if not _named(t, used)},
        "names": {t.id: _names(t) for t in terms},
        "why": said_by.why,
        "apart": _apart(terms, told, said_by.apart),
        "sources": sources,
    }
    return Renderer(catalog, link).block("term_notes", **said, page=page, glossary=links.GLOSSARY)


def _names(term: Term) -> Sequence[str]:
    """What a term is called besides its Korean name."""
    return [name for name in dict.fromkeys((term.en, term.abbr)) if name and name != term.ko]


def _named(term: Term, used: set[str]) -> bool:
    """Whether the first of its names to be an id of the page is its own: then the note need not say it."""
    spelled = (_NO_LETTER.sub("-", name.lower()).strip("-") for name in ", ".join((term.ko, *_names(term))).split(", "))
    return next((name for name in spelled if name in used), None) == term.id


def _apart(terms: Sequence[Term], told: term_room.Told, shown: frozenset[str]) -> Mapping[str, Mapping[str, int | None]]:
    """Term -> sentences that its note says, and of which other note of the page, by its place, each is true too: each pair once."""
    places = {t.id: n for n, t in enumerate(terms)}
    found: dict[str, dict[str, int | None]] = {t.id: {} for t in terms}
    for id, (holder, confusion) in told.items():
        if id in shown:
            found[holder.id][confusion.difference] = places.get(confusion.term)
    return found


class TermNotesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        # After the terms are marked (3); before the engine turns source paths into URLs (0).
        md.treeprocessors.register(TermNotes(md), "guide_term_notes", 2)


def makeExtension(**options: Any) -> TermNotesExtension:  # noqa: N802 - the name Python-Markdown looks for
    return TermNotesExtension(**options)
