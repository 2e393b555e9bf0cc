"""The glossary for other programs: TBX-Basic (ISO 30042) for translators' tools, and what search engines read about defined terms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as etree

from macros import links
from macros.catalog import Catalog
from macros.model import Term
from macros.render import hangul

FILE = "terms.tbx"
_TBX = "urn:iso:std:iso:30042:ed-2"
_HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFERRED, ADMITTED, DEPRECATED = (f"{status}-admn-sts" for status in ("preferredTerm", "admittedTerm", "deprecatedTerm"))


def tbx(catalog: Catalog, title: str, licence: str) -> str:
    """Every term as a concept with its Korean and English terms: preferred, admitted and those not to be used."""
    root = etree.Element("tbx", {"type": "TBX-Basic", "style": "dca", _LANG: "ko", "xmlns": _TBX})
    described = etree.SubElement(etree.SubElement(root, "tbxHeader"), "fileDesc")
    _text(etree.SubElement(described, "titleStmt"), "title", title)
    _text(etree.SubElement(described, "sourceDesc"), "p", licence)
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for id, term in catalog.terms.items():
        _concept(body, term, (*term.related, *catalog.confusions[id]))
    etree.indent(root, " ")
    return f"{_HEADER}{etree.tostring(root, encoding='unicode')}\n"


def _concept(body: etree.Element, term: Term, others: Iterable[str]) -> None:
    concept = etree.SubElement(body, "conceptEntry", {"id": f"t-{term.id}"})
    for other in dict.fromkeys(others):
        _text(concept, "ref", other, type="crossReference", target=f"t-{other}")
    named = dict(_forms(term))
    for language in ("ko", "en"):
        section = etree.SubElement(concept, "langSec", {_LANG: language})
        if language == "ko":
            _text(section, "descrip", term.definition, type="definition")
        own = term.ko if language == "ko" else term.en
        if (language == "en") != hangul.is_latin(own):  # Korean, too, writes it in Latin letters: it is preferred to Hangul names
            _term(section, own, PREFERRED, abbreviated=own == term.abbr)
        for form, status in named.items():
            if (language == "en") == hangul.is_latin(form):
                _term(section, form, status, abbreviated=form == term.abbr)


def _forms(term: Term) -> Iterator[tuple[str, str]]:
    """(form, status). A form said twice keeps its first status."""
    said: dict[str, str] = {}
    for form in (term.ko, term.en):
        said.setdefault(form, PREFERRED)
    for form in filter(None, (term.abbr, *term.aliases)):
        said.setdefault(form, ADMITTED)
    for form in term.wrong_forms:
        said.setdefault(form, DEPRECATED)
    yield from said.items()


def _term(section: etree.Element, form: str, status: str, *, abbreviated: bool) -> None:
    made = etree.SubElement(section, "termSec")
    _text(made, "term", form)
    _text(made, "termNote", status, type="administrativeStatus")
    if abbreviated:
        _text(made, "termNote", "abbreviation", type="termType")


def _text(parent: etree.Element, tag: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, tag, attributes).text = text


def structured(site: Path, catalog: Catalog, title: str, licence: str) -> None:
    """Say in the glossary that it is a set of defined terms, and beside the uses of a letter what those terms are."""
    glossary = site / links.url_of(links.GLOSSARY) / "index.html"
    if not glossary.exists():
        return
    html = glossary.read_text("utf-8")
    address = html.partition('rel="canonical" href="')[2].partition('"')[0]
    whole = {"@type": "DefinedTermSet", "@id": address, "name": title, "url": address, "inLanguage": "ko", "license": licence}
    _say(glossary, html, whole)
    for sheet in hangul.sheets(catalog.terms.values()):
        page = site / links.url_of(links.letter(sheet.anchor)) / "index.html"
        if page.exists():
            _say(page, page.read_text("utf-8"), {"@graph": list(_defined(sheet.terms, address))})


def _defined(terms: Sequence[Term], address: str) -> Iterator[dict[str, Any]]:
    for term in terms:
        yield {
            "@type": "DefinedTerm",
            "name": term.ko,
            "alternateName": [form for form in term.forms if form != term.ko],
            "description": term.definition,
            "termCode": term.id,
            "url": urljoin(address, f"#{term.id}"),
            "inDefinedTermSet": address,
        }


def _say(page: Path, html: str, data: dict[str, Any]) -> None:
    text = json.dumps({"@context": "https://schema.org/", **data}, ensure_ascii=False).replace("<", "\\u003c")
    page.write_text(html.replace("</head>", f'<script type="application/ld+json">{text}</script></head>', 1), "utf-8")
