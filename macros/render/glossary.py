"""The glossary: the page of all terms, the index by English name, and what uses the terms of a letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import links
from ..forms import normal
from . import hangul

if TYPE_CHECKING:
    from . import Renderer

LEVEL_WORDS = {"basic": "기초", "intermediate": "중급", "advanced": "심화"}


def whole(render: Renderer, catalog: Any, page: str, site: Mapping[str, Any], uses: Callable[[Any], Any]) -> str:
    """All terms: a heading for each initial, so that the table of contents and search see it."""
    where = {p.section: p for p in site.values() if p.section}
    terms = list(catalog.terms.values())
    groups = hangul.by_initial(terms)
    parts = [render.block("glossary_filter", **_choices(terms, site, catalog.exam)), render.block("letters", letters=_letters(groups))]
    pairs = _pairs(catalog) if links.CONFUSABLES in site else {}
    sheets = {t.id: path for sheet in hangul.sheets(terms) if (path := links.letter(sheet.anchor)) in site for t in sheet.terms}
    said = {"sheets": sheets, "others_of": _others, "distinct": _distinct, "pairs": pairs, "confusables": links.CONFUSABLES}
    for initial, group in groups:
        anchor = hangul.anchor(initial)
        parts.append(f"## {initial} {{ #index-{anchor} }}")
        parts.append(render.block("glossary", terms=group, page=page, where=where, uses=uses, **said))
    return "\n\n".join(parts)


def english(render: Renderer, terms: Sequence[Any], page: str) -> str:
    """The index from A to Z, by English name and abbreviation."""
    names = [(name, term) for term in terms for name in dict.fromkeys(n for n in (term.en, term.abbr) if n)]
    groups: dict[str, list[tuple[str, Any]]] = {}
    for name, term in sorted(names, key=lambda n: (n[0].casefold(), n[1].id)):
        groups.setdefault(hangul.initial(name), []).append((name, term))
    ordered = sorted(groups.items(), key=lambda g: (not g[0].isalpha(), g[0]))
    parts = [render.block("letters", letters=_letters(ordered))]
    for initial, group in ordered:
        parts.append(f"## {initial} {{ #index-{hangul.anchor(initial)} }}")
        parts.append(render.block("glossary_english", names=group, page=page, glossary=links.GLOSSARY))
    return "\n\n".join(parts)


def letter(render: Renderer, terms: Sequence[Any], page: str, marks: Callable[..., Any], uses: Callable[[Any], Any]) -> str:
    """What uses each term of a letter, and what its definition rests on."""
    shown = [(term, uses(term)) for term in terms]
    return render.block("glossary_uses", terms=shown, page=page, marks=marks, glossary=links.GLOSSARY)


def _pairs(catalog: Any) -> Mapping[str, list[tuple[str, str]]]:
    """Term -> (id, names) of the groups that tell it from others."""
    found: dict[str, list[tuple[str, str]]] = {}
    for id, group in catalog.confusables.items():
        terms = [term for name in group.terms if (term := catalog.get("terms", name))]
        for term in terms:
            found.setdefault(term.id, []).append((id, " · ".join(t.short for t in terms)))
    return found


def _others(term: Any) -> list[str]:
    """What else a term is called, without the forms that differ from another by a space or a capital only."""
    return _distinct(term.aliases, (term.ko, term.en, term.abbr, term.reading))


def _distinct(forms: Iterable[str], said: Iterable[str | None] = ()) -> list[str]:
    first: dict[str, str] = {}
    for form in forms:
        first.setdefault(normal(form), form)
    known = {normal(name) for name in said if name}
    return [form for key, form in first.items() if key not in known]


def _letters(groups: Sequence[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(initial, hangul.anchor(initial)) for initial, _ in groups]


def _choices(terms: Sequence[Any], site: Mapping[str, Any], exam: Any) -> Mapping[str, Any]:
    """What the terms can be narrowed by, as far as there is anything to choose."""
    folders = {p.chapter: p.path.split("/")[0] for p in site.values() if p.chapter}
    heads = {chapter: site.get(f"{folder}/index.md") for chapter, folder in folders.items()}
    chapters = sorted({t.chapter for t in terms})
    used = {o for t in terms for o in t.objectives}
    objectives = [o for domain in exam.domains for o in domain.objectives if o.id in used] if exam else []
    return {
        "chapters": [(c, head.title if (head := heads.get(c)) else f"{c}장") for c in chapters],
        "levels": [(key, words) for key, words in LEVEL_WORDS.items() if any(t.level == key for t in terms)],
        "objectives": objectives,
    }
