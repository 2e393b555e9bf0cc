"""Python-Markdown extension: at the end of a page, the notes of the terms it links. The card shows them, and print shows them as a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from . import check, links
from .catalog import Catalog
from .model import Term
from .render import Renderer

_IN_RAW = re.compile(r'<(?:a|span) class="term"[^<>]* data-term="([a-z0-9-]+)"')

_MANY = 50


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
    """The notes of some terms, in the order of a glossary."""
    found = (catalog.get("terms", id) for id in used)
    terms: list[Term] = sorted((t for t in found if t is not None), key=lambda t: (t.ko.casefold(), t.id))
    if not terms:
        return ""
    here = frozenset(t.id for t in terms)
    said = {"terms": terms, "here": here, "brief": len(terms) > _MANY, "section": section}
    return Renderer(catalog, link).block("term_notes", **said, page=page, glossary=links.GLOSSARY)


class TermNotesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        # After the terms are marked (3); before the engine turns source paths into URLs (0).
        md.treeprocessors.register(TermNotes(md), "guide_term_notes", 2)


def makeExtension(**options: Any) -> TermNotesExtension:  # noqa: N802 - the name Python-Markdown looks for
    return TermNotesExtension(**options)
