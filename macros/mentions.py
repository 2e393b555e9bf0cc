"""Where the pages mention each term: what the glossary's backlinks and the check of unused terms are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from . import links
from .catalog import Catalog
from .pages import Page
from .plain import Reader, Sentence
from .term_finder import BLOCK

_ABOUT_THE_SITE = frozenset({"macros.md", "contributing.md", "about.md", "errata.md"})


@dataclass(frozen=True)
class Mention:
    """The first sentence of a page that uses a term; where only tables do, a row's heading and its cell."""

    page: Page
    sentence: str
    anchor: str


def mentions(catalog: Catalog, site: Mapping[str, Page]) -> Mapping[str, tuple[Mention, ...]]:
    """Term -> one mention for each page that uses it, in reading order."""
    found: dict[str, list[Mention]] = {id: [] for id in catalog.terms}
    reader = Reader(catalog)
    for page in sorted(site.values(), key=_order):
        if page.generated or page.path in _ABOUT_THE_SITE | links.ABOUT_TERMS:
            continue
        for id, mention in _of_page(page, catalog, reader).items():
            found[id].append(mention)
    return {id: tuple(where) for id, where in found.items()}


def _of_page(page: Page, catalog: Catalog, reader: Reader) -> dict[str, Mention]:
    said = reader.sentences(page)
    edges = [" " if after and after.block == s.block else BLOCK for s, after in zip_longest(said, said[1:])]
    text = "".join(s.linked + edge for s, edge in zip(said, edges, strict=True))
    whole = "".join(s.text + edge for s, edge in zip(said, edges, strict=True))
    ends, end = [], 0
    for sentence in said:
        end += len(sentence.text) + 1
        ends.append(end)
    found: dict[str, Mention] = {}
    in_cells: dict[str, Mention] = {}
    number = 0
    forbidden = page.no_terms
    for mention in () if "*" in forbidden else catalog.finder.find(text, page.section, whole):
        if mention.term in found or mention.term in forbidden:
            continue
        while mention.start >= ends[number]:
            number += 1
        where = said[number]
        (in_cells if where.row else found).setdefault(mention.term, _mention(page, where))
    for id, words in _linked(page, catalog):
        if id not in found and (linked := _first([s for s in said if words in s.text])):
            (in_cells if linked.row else found).setdefault(id, _mention(page, linked))
    return in_cells | found


def _first(said: list[Sentence]) -> Sentence | None:
    """The first that is a sentence, or else the first cell."""
    return next((s for s in said if not s.row), said[0] if said else None)


def _mention(page: Page, said: Sentence) -> Mention:
    return Mention(page, said.row or said.text, said.anchor)


def _linked(page: Page, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """(term, its words) of the terms that the page's author links."""
    for call in page.calls:
        term = catalog.get("terms", call.subject) if call.name == "term" and isinstance(call.subject, str) else None
        if term is not None:
            yield term.id, str((call.args[1] if len(call.args) > 1 else call.kwargs.get("text")) or term.ko)


def _order(page: Page) -> tuple[bool, list[int], str]:
    return page.section is None, [int(n) for n in (page.section or "0").split(".")], page.path
