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
from .reader import Place
from .term_finder import Finder, Mention

_EVERYDAY = frozenset(
    (
        "CT DVD HTTP HTTPS ID IT MRI PC TV USB"  # known to any reader, and no terms of this field
        " API IP SDK TCP"  # what whoever writes or runs software says every day
        " C D S"  # the language, D램, S자
    )
    .casefold()
    .split()
)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9+]*")
_MODEL = re.compile(r"[a-z]+[0-9][a-z0-9]*")
# A sentence that ends before the text does. A figure ("3.5") and a Latin name ("U.S. ") end none.
_SENTENCE = re.compile(r"[.?!…。](?<=[가-힣)'].)(?:\)?\s+|(?=[가-힣]))")


def definitions_sound(catalog: Catalog) -> Iterator[Problem]:
    """No term is defined by itself, or by a Latin word that nothing explains."""
    names = _Names(catalog)
    for id, term in catalog.terms.items():
        itself = _itself(catalog, term)
        if itself:
            form = term.definition[itself.start : itself.end]
            yield catalog.problem("terms", id, ("definition",), f"정의가 용어 자신을 씁니다: '{form}'.", "다른 말로 풀어 쓰십시오.")
        for word in names.unknown(term.definition):
            message = f"정의에 쓴 '{word}'을(를) 설명하는 용어가 없습니다."
            yield catalog.problem("terms", id, ("definition",), message, "풀어 쓰거나 그 용어를 더하십시오.")


def cards_sound(catalog: Catalog) -> Iterator[Problem]:
    """What a card shows of a term is one sentence each. All are looked at together, since nearly all are right."""
    if not _SENTENCE.search("\0".join([text for term in catalog.terms.values() for text in _on_card(term)])):
        return
    for id, term in catalog.terms.items():
        for number, text in enumerate(_on_card(term)):
            second = _SENTENCE.search(text)
            if second:
                place: Place = (("definition",), ("why",))[number] if number < 2 else ("confused_with", number - 2, "difference")
                message = f"{place[-1]}에 문장이 둘입니다: '{text[second.end() :]}'."
                yield catalog.problem("terms", id, place, message, "한 문장으로 쓰고 나머지는 detail에 적으십시오.")


def _on_card(term: Term) -> list[str]:
    return [term.definition, term.why, *[other.difference for other in term.confused_with]]


def _itself(catalog: Catalog, term: Term) -> Mention | None:
    """Where a definition names its term. The finder of all terms is asked only when the term's own words are there at all."""
    text = normal(term.definition)
    if not any(normal(form) in text for form in (*term.forms, *term.local)):
        return None
    if not any(Finder({term.id: term}).find(term.definition, term.section)):
        return None
    return next((m for m in catalog.finder.find(term.definition, term.section) if m.term == term.id), None)


class _Names:
    """The names that the catalog gives things. A word in the middle of one is no name: 'verbs API' explains no API."""

    def __init__(self, catalog: Catalog) -> None:
        forms = [form for term in catalog.terms.values() for form in (*term.forms, *term.local)]
        products = [n for p in catalog.products.values() for n in (p.name, p.vendor, p.family or "", *p.aliases)]
        others = {*products, *[source.publisher for source in catalog.sources.values()]}
        self.names = "\n".join([*forms, *others]).casefold().split("\n")
        self.known = _EVERYDAY.union(self.names)
        self.known |= {name.split(" ", 1)[0].casefold() for name in others}  # a brand or a house: 'RTX PRO 6000', 'Arm Ltd'
        self.known |= set(_MODEL.findall("\n".join(products).casefold()))  # 'Tesla P100 SXM2'

    def unknown(self, definition: str) -> Iterator[str]:
        """The Latin words of a definition that are neither a name, nor in one that stands there, nor put in other words after it."""
        for word in dict.fromkeys(_WORD.findall(definition)):
            name = word.casefold()
            if (
                name not in self.known
                and not units.known(word)
                and not re.search(rf"(?<![A-Za-z0-9]){re.escape(word)}\([^()]*[가-힣]", definition)
            ):
                text = definition.casefold()
                if not any(name in longer and longer in text for longer in self.names):
                    yield word


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
