"""What the search knows: the text of the built pages by heading, and the names that the catalog gives things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import lxml.html

from macros.catalog import Catalog
from macros.model.term import Term

from .html import BuiltPage

# Pages about making the site, and long lists that only repeat what other pages say.
_LEFT_OUT = re.compile(r"(404\.html|glossary/.*|(map|macros|contributing|trust|errata|confusables|compare/any)/index\.html|index\.html)\Z")
# What a page says for another purpose than to explain; questions become documents of their own.
_NOT_TEXT = frozenset("script style template svg math pre".split())
_NOT_TEXT_CLASSES = frozenset("facts terms sources quiz ref md-source-file arithmatex footnote md-content__button go needs".split())
_LABELS = frozenset("strong b dt caption figcaption summary dfn".split())
_UNSAID = "ancestor::sup or ancestor::script or ancestor::style or ancestor::small[ancestor::p]"
_BLOCKS = frozenset("p li tr td th div section table figure dd dt ul ol".split())
_HEADINGS = frozenset({"h1", "h2", "h3"})
# What the lab macro writes before what it shows (macros/render/templates/lab.html).
_TELLS = 3
"""Characters of a form that tells a term by itself."""
_LAB = "lab-note"
_SILENT_HEADINGS = frozenset({"quiz", "sources"})


def documents(pages: Mapping[str, BuiltPage], catalog: Catalog) -> dict[str, Any]:
    """Everything that the index is packed from."""
    found = [made for path, page in pages.items() if not _LEFT_OUT.match(path) for made in [_page(path, page, catalog)] if made]
    return {"pages": found, "terms": list(_terms(catalog))}


def _terms(catalog: Catalog) -> Iterator[dict[str, Any]]:
    for id, term in sorted(catalog.terms.items()):
        forms = [f for f in (*_short(term), term.reading, *term.wrong_forms) if f]
        yield {
            "id": id,
            "title": term.abbr or term.ko,
            "gloss": next((f for f in (term.ko, term.en) if f != (term.abbr or term.ko)), ""),
            "forms": list(dict.fromkeys(forms)),
            "wrong": list(term.wrong_forms),
            "section": term.explained or term.section,
            "level": term.level,
            "definition": term.definition,
            "about": " ".join((term.definition, term.why, *(c.difference for c in term.confused_with))),
        }


def _short(term: Term) -> Iterator[str]:
    """The forms of a term but those that say another of them and a word more: who types 액침 냉각 방식 has typed 액침 냉각."""
    split = {form: form.replace("-", " ").split() for form in term.forms}
    for form, words in split.items():
        within = (w for o, w in split.items() if len(w) < len(words) and len("".join(w)) >= _TELLS)
        if form in (term.ko, term.en, term.abbr) or not any(w in (words[: len(w)], words[-len(w) :]) for w in within):
            yield form


def _page(path: str, page: BuiltPage, catalog: Catalog) -> dict[str, Any] | None:
    articles = page.tree.xpath("//article")
    titles = page.tree.xpath("//article//h1")
    if not articles or not titles or page.tree.xpath("//meta[@name='guide:moved']"):
        return None
    url = path.removesuffix("index.html")
    kind = kind_of(path, page)
    made: dict[str, Any] = {"url": url, "title": _text(titles[0]), "kind": kind, "section": page.section or "", "docs": []}
    if kind == "product":
        product = catalog.products.get(path.split("/")[1])
        made["forms"] = [product.name, *product.aliases] if product else []
    made["docs"] = _Reading(articles[0], whole=kind == "product").docs
    made["about"] = " ".join(page.tree.xpath("//meta[@name='description']/@content"))
    made["docs"] += _questions(articles[0])
    return made


def kind_of(path: str, page: BuiltPage) -> str:
    parts = path.split("/")
    if parts[0] == "products" and len(parts) == 3:
        return "product"
    if parts[0] == "compare":
        return "matrix"
    return "section" if page.section else "page"


def _questions(article: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    for item in article.xpath('.//*[contains(concat(" ", @class, " "), " quiz ")]//li[@id]'):
        prompt = next(iter(item.xpath(".//p")), None)
        if prompt is not None:
            yield {
                "id": item.get("id"),
                "heading": _text(prompt),
                "text": " ".join(" ".join(item.itertext()).split()),
                "labels": [],
                "kind": "question",
            }


class _Reading:
    """An article cut at its headings."""

    def __init__(self, article: lxml.html.HtmlElement, *, whole: bool) -> None:
        self._docs: list[dict[str, Any]] = [{"id": "", "heading": "", "text": "", "labels": []}]
        self._at: dict[str, Any] | None = self._docs[0]
        self._whole = whole
        self._walk(article)

    @property
    def docs(self) -> list[dict[str, Any]]:
        return [{**doc, "text": " ".join(doc["text"].split())} for doc in self._docs]

    def _walk(self, element: lxml.html.HtmlElement) -> None:
        for child in element:
            if isinstance(child.tag, str) and not _silent(child):
                if child.tag in _HEADINGS:
                    self._heading(child)
                else:
                    self._block(child)
            self._add(child.tail)

    def _heading(self, heading: lxml.html.HtmlElement) -> None:
        id = heading.get("id") or ""
        if heading.tag == "h1" or not id or self._whole:
            return
        if id in _SILENT_HEADINGS:
            self._at = None
        elif id == "goals":
            self._at = self._docs[0]
        else:
            self._at = {"id": id, "heading": _text(heading), "text": "", "labels": []}
            self._docs.append(self._at)

    def _block(self, element: lxml.html.HtmlElement) -> None:
        block = element.tag in _BLOCKS
        if self._at is not None and _LAB in _classes(element):
            self._at["kind"] = "lab"
        if self._at is not None and (element.tag in _LABELS or (element.tag == "th" and element.get("scope") == "row")):
            self._at["labels"].append(_text(element))
        self._add(f" {element.text or ''}" if block else element.text)
        self._walk(element)
        if block:
            self._add(" ")

    def _add(self, text: str | None) -> None:
        if text and self._at is not None:
            self._at["text"] += text


def _silent(element: lxml.html.HtmlElement) -> bool:
    return element.tag in _NOT_TEXT or not _NOT_TEXT_CLASSES.isdisjoint(_classes(element))


def _classes(element: lxml.html.HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _text(element: lxml.html.HtmlElement) -> str:
    """What an element says, without source marks and the small print of a question."""
    return " ".join("".join(element.xpath(f".//text()[not({_UNSAID})]")).split())
