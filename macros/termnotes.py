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
from .model.term import Term
from .render import Renderer, publishers

_IN_RAW = re.compile(r'<(?:a|span) class="term"[^<>]* data-term="([a-z0-9-]+)"')


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
            html = notes(project.catalog, used, page, link)
            etree.SubElement(root, "p").text = self.md.htmlStash.store(html)


def _used(md: Markdown, root: etree.Element) -> Iterator[str]:
    """Terms marked in the text, and in raw HTML that macros wrote."""
    for element in root.iter():
        if term := element.get("data-term"):
            yield term
    for raw in md.htmlStash.rawHtmlBlocks:
        if isinstance(raw, str) and "data-term" in raw:
            yield from _IN_RAW.findall(raw)


def notes(catalog: Catalog, used: set[str], page: str, link: Callable[..., str]) -> str:
    """The notes of some terms, in the order in which they are taught: like stands by like, which compresses better."""
    found = (catalog.get("terms", id) for id in used)
    terms: list[Term] = sorted((t for t in found if t is not None), key=lambda t: (*map(int, t.section.split(".")), t.ko.casefold(), t.id))
    if not terms:
        return ""
    said = {
        "terms": terms,
        "names": {t.id: _names(t) for t in terms},
        "apart": _apart(terms, catalog.confusions),
        "sources": {t.id: ", ".join(publishers(catalog, t.sources)) for t in terms},
    }
    return Renderer(catalog, link).block("term_notes", **said, page=page, glossary=links.GLOSSARY)


def _names(term: Term) -> Sequence[str]:
    """What a term is called besides its Korean name."""
    return [name for name in dict.fromkeys((term.en, term.abbr)) if name and name != term.ko]


def told_apart(terms: Sequence[str], confusions: Mapping[str, Mapping[str, str]]) -> Mapping[str, tuple[str, str]]:
    """Term that is confused with another -> the pair whose sentence its card says: the term that holds it, and the other.

    Of several one, and as few as can be: a sentence that tells two terms of the page apart serves both.
    """
    told: dict[str, tuple[str, str]] = {}
    here = set(terms)
    pairs = [(id, other) for id in terms for other in confusions[id] if other in here]
    for serves in (2, 1):
        for pair in pairs:
            ends = [end for end in pair if end not in told]
            if len(ends) >= serves:
                told |= dict.fromkeys(ends, pair)
    return told | {id: (id, next(iter(confusions[id]))) for id in terms if confusions[id] and id not in told}


def _apart(terms: Sequence[Term], confusions: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, int | None]]:
    """Term -> sentences that its note says, and of which other note of the page, by its place, each is true too: each pair once."""
    places = {t.id: n for n, t in enumerate(terms)}
    found: dict[str, dict[str, int | None]] = {id: {} for id in places}
    for holder, other in told_apart([*places], confusions).values():
        found[holder][confusions[holder][other]] = places.get(other)
    return found


class TermNotesExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name Python-Markdown calls
        # After the terms are marked (3); before the engine turns source paths into URLs (0).
        md.treeprocessors.register(TermNotes(md), "guide_term_notes", 2)


def makeExtension(**options: Any) -> TermNotesExtension:  # noqa: N802 - the name Python-Markdown looks for
    return TermNotesExtension(**options)
