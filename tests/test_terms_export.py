"""terms.tbx: well-formed TBX-Basic in which every form of every term stands once, with its standing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as etree

from macros import catalog
from publish import exports, terms

from .project import ROOT, Changes

NS = {"t": "urn:iso:std:iso:30042:ed-2"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DATA = catalog.load(ROOT / "data")


def read(data: catalog.Catalog) -> etree.Element:
    return etree.fromstring(terms.tbx(data, "용어", exports.LICENCE).encode())


def test_every_form_has_its_standing() -> None:
    root = read(DATA)
    assert root.get("type") == "TBX-Basic" and root.get("style") == "dca"
    concepts = {c.get("id"): c for c in root.iterfind(".//t:conceptEntry", NS)}
    assert set(concepts) == {f"t-{id}" for id in DATA.terms}
    for id, term in DATA.terms.items():
        found: dict[str, set[str]] = {}
        for section in concepts[f"t-{id}"].iterfind(".//t:termSec", NS):
            status = section.findtext("t:termNote[@type='administrativeStatus']", "", NS)
            found.setdefault(status, set()).add(section.findtext("t:term", "", NS))
        assert found[terms.PREFERRED] == {term.ko, term.en}, id
        assert found.get(terms.DEPRECATED, set()) == set(term.wrong_forms), id
        assert set().union(*found.values()) == {*term.forms, *term.wrong_forms}, id


def test_both_languages_and_the_definition_in_korean() -> None:
    for concept in read(DATA).iterfind(".//t:conceptEntry", NS):
        sections = {s.get(LANG): s for s in concept.iterfind("t:langSec", NS)}
        assert list(sections) == ["ko", "en"] and all(s.find("t:termSec", NS) is not None for s in sections.values())
        term = DATA.terms[str(concept.get("id"))[2:]]
        assert sections["ko"].findtext("t:descrip[@type='definition']", "", NS) == term.definition
        assert sections["en"].find("t:descrip", NS) is None
        for language, own in (("ko", term.ko), ("en", term.en)):
            preferred = [
                t.findtext("t:term", "", NS)
                for t in sections[language].iterfind("t:termSec", NS)
                if t.findtext("t:termNote[@type='administrativeStatus']", "", NS) == terms.PREFERRED
            ]
            assert own in preferred, (term.id, language)


def test_references_lead_to_concepts() -> None:
    root = read(DATA)
    ids = {c.get("id") for c in root.iterfind(".//t:conceptEntry", NS)}
    targets = {r.get("target") for r in root.iterfind(".//t:ref", NS)}
    assert len(targets) > 100 and targets <= ids


def test_markup_in_a_term_is_text(project: Callable[[Changes], Path]) -> None:
    root = project({"data/terms/thread.yml": ("en: thread", "en: 'a & <b> thread'")})
    found = read(catalog.load(root / "data")).findall(".//t:term", NS)
    assert "a & <b> thread" in [t.text for t in found]
