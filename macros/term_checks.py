"""Rules for what is said about terms: definitions that define, pairs that tell apart, terms that some page uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from . import links, units
from .catalog import Catalog
from .forms import normal
from .mentions import Mention as Use
from .model import Term
from .pages import Page
from .problems import Problem, did_you_mean
from .term_finder import Finder, Mention

# Known to any reader, and no terms of this field.
_EVERYDAY = frozenset("CT DVD HTTP HTTPS ID IT MRI PC TV USB".split())
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9+]*")
_CAPITALS = re.compile(r"[A-Z].*[A-Z]")


def definitions_sound(catalog: Catalog) -> Iterator[Problem]:
    """No term is defined by itself, or by an abbreviation or a name that nothing explains."""
    known = _known(catalog)
    for id, term in catalog.terms.items():
        itself = _itself(catalog, term)
        if itself:
            form = term.definition[itself.start : itself.end]
            yield catalog.problem("terms", id, ("definition",), f"정의가 용어 자신을 씁니다: '{form}'.", "다른 말로 풀어 쓰십시오.")
        for word in dict.fromkeys(_WORD.findall(term.definition)):
            if _CAPITALS.search(word) and word.casefold() not in known and not units.known(word):
                message = f"정의에 쓴 '{word}'을(를) 설명하는 용어가 없습니다."
                yield catalog.problem("terms", id, ("definition",), message, "풀어 쓰거나 그 용어를 더하십시오.")


def _itself(catalog: Catalog, term: Term) -> Mention | None:
    """Where a definition names its term. The finder of all terms is asked only when the term's own words are there at all."""
    text = normal(term.definition)
    if not any(normal(form) in text for form in (*term.forms, *term.local)):
        return None
    if not any(Finder({term.id: term}).find(term.definition, term.section)):
        return None
    return next((m for m in catalog.finder.find(term.definition, term.section) if m.term == term.id), None)


def _known(catalog: Catalog) -> set[str]:
    """Words of the names that the catalog gives things."""
    names = [form for term in catalog.terms.values() for form in (*term.forms, *term.local)]
    names += [n for p in catalog.products.values() for n in (p.name, p.vendor, p.family or "", *p.aliases)]
    names += [source.publisher for source in catalog.sources.values()]
    return {word.casefold() for name in (*names, *_EVERYDAY) for word in _WORD.findall(name)}


def confusables_sound(catalog: Catalog) -> Iterator[Problem]:
    """The terms of a group exist, and `confused_with` says how each differs from another of the group."""
    for id, group in catalog.confusables.items():
        terms = [catalog.get("terms", name) for name in group.terms]
        for number, (name, term) in enumerate(zip(group.terms, terms, strict=True)):
            if not catalog.has("terms", name):
                hint = did_you_mean(name, catalog.ids("terms"))
                yield catalog.problem("confusables", id, ("terms", number), f"용어 '{name}'이(가) 없습니다.", hint)
            elif _readable(terms, catalog) and not any(t.id in catalog.confusions[term.id] for t in terms):
                message = f"'{name}'이(가) 나머지와 어떻게 다른지 적은 confused_with가 없습니다."
                yield catalog.problem("confusables", id, ("terms", number), message, f"data/terms/{name}.yml에 적으십시오.")


def differences_once(catalog: Catalog) -> Iterator[Problem]:
    """What tells two terms apart stands with one of them, and is shown with both."""
    first: dict[frozenset[str], str] = {}
    for id, term in catalog.terms.items():
        for number, other in enumerate(term.confused_with):
            pair = frozenset((id, other.term))
            if pair in first:
                message = f"'{id}'와(과) '{other.term}'의 구별을 'data/terms/{first[pair]}.yml'에 이미 적었습니다."
                yield catalog.problem("terms", id, ("confused_with", number), message, "한쪽에만 적으십시오. 두 용어에 다 나옵니다.")
            first.setdefault(pair, id)


def _readable(terms: Sequence[Term | None], catalog: Catalog) -> bool:
    """Whether what is said about the terms can be told: a wrong id may be meant for one of them, and is reported where it stands."""
    distinct = {t.id for t in terms if t}
    return len(distinct) == len(terms) and all(catalog.has("terms", c.term) for t in terms if t for c in t.confused_with)


def unused_terms(catalog: Catalog, pages: Mapping[str, Page], mentioned: Mapping[str, tuple[Use, ...]]) -> Iterator[Problem]:
    """Terms that no page mentions, where there is a glossary to list them."""
    if links.GLOSSARY not in pages:
        return
    for id, found in mentioned.items():
        if not found:
            message = f"용어 '{id}'을(를) 쓰는 페이지가 없습니다."
            yield catalog.problem("terms", id, (), message, "쓰는 곳을 만들거나 파일을 지우십시오.")


def explained_there(catalog: Catalog, mentioned: Mapping[str, tuple[Use, ...]]) -> Iterator[Problem]:
    """A term that another section than its own explains: that section speaks of it."""
    for id, found in mentioned.items():
        term = catalog.terms[id]
        if term.explained == term.section:
            message = f"설명하는 절이 처음 가르치는 절 {term.section}과(와) 같습니다."
            yield catalog.problem("terms", id, ("explained",), message, "explained 줄을 지우십시오.")
        elif term.explained and all(use.page.section != term.explained for use in found):
            sections = ", ".join(sorted({use.page.section for use in found if use.page.section}))
            message = f"{term.explained}절은 용어 '{id}'을(를) 쓰지 않습니다."
            yield catalog.problem("terms", id, ("explained",), message, f"쓰는 절: {sections or '없음'}.")
