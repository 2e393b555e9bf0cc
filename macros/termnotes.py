"""Python-Markdown extension: at the end of a page, the notes of the terms it links. The card shows them, and print shows them as a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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

_ROOM = 2900
"""Characters of notes above which they say no more than they must: under 4 KB compressed on most pages, under 5 on most sections."""
_FIRST = ("advanced", "intermediate", "basic")


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
    apart = differences(terms)
    said = {
        "terms": terms,
        "apart": apart,
        "here": frozenset(apart),
        "elsewhere": elsewhere,
        "full": full(terms, apart, section),
        "section": section,
    }
    return Renderer(catalog, link).block("term_notes", **said, page=page, glossary=links.GLOSSARY)


def differences(terms: Sequence[Term]) -> Mapping[str, Sequence[Confusion]]:
    """Term -> what its note tells it apart from: other terms of the page, each pair in one of the two notes."""
    here, told = {t.id for t in terms}, set()
    found: dict[str, Sequence[Confusion]] = {}
    for term in terms:
        near = [c for c in term.confused_with if c.term in here]
        found[term.id] = [c for c in near if frozenset((term.id, c.term)) not in told]
        told |= {frozenset((term.id, c.term)) for c in near}
    return found


def elsewhere(term: Term, here: frozenset[str]) -> Sequence[Confusion]:
    """What a term is confused with first, where the page uses nothing that it is confused with."""
    return () if any(c.term in here for c in term.confused_with) else term.confused_with[:1]


def full(terms: Sequence[Term], apart: Mapping[str, Sequence[Confusion]], section: str | None) -> frozenset[str]:
    """The terms whose notes have room for all: the harder ones first, and those that the page itself teaches last."""
    room = _ROOM - sum(len(t.definition) + sum(len(c.difference) for c in apart[t.id]) for t in terms)
    found, here = set(), frozenset(apart)
    for term in sorted(terms, key=lambda t: (t.section == section, _FIRST.index(t.level))):
        room -= sum(len(c.difference) for c in elsewhere(term, here))
        room -= len(term.why or "") + 12 * len(term.prerequisites) + 8 * bool(term.sources)
        if room < 0:
            break
        found.add(term.id)
    return frozenset(found)


class TermNotesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        # After the terms are marked (3); before the engine turns source paths into URLs (0).
        md.treeprocessors.register(TermNotes(md), "guide_term_notes", 2)


def makeExtension(**options: Any) -> TermNotesExtension:  # noqa: N802 - the name Python-Markdown looks for
    return TermNotesExtension(**options)
