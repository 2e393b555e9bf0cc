"""Rules of wording that follow the glossary: wrong forms, forms this site does not use, spacing, English at the first mention."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from .catalog import Catalog
from .model.term import Term
from .pages import Call, Page
from .particles import ends_word
from .problems import Problem, did_you_mean
from .prose import HIDDEN, Prose
from .writing_words import Hit, say

_BEFORE = re.compile(r"[가-힣A-Za-z0-9_./\-]\Z|[A-Za-z0-9] \Z|[(\-/]\Z")
_AFTER = re.compile(r"[A-Za-z0-9_]|[-./:][A-Za-z0-9]|[ \u00a0-](?:[A-Za-z0-9]|\([A-Za-z])")
_NAMES = ("subject_labels", "label", "left", "right")
"""Keys that hold names rather than sentences."""


class Forms:
    """What the glossary says of forms: those that are wrong, and those that others use and this site does not."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.terms = terms
        right = {form for term in terms.values() for form in term.forms}  # a form that is both is reported with the term
        self.wrong = {form: term for term in terms.values() for form in term.wrong_forms if form not in right}
        self.avoided = {form: term for term in terms.values() for form in term.avoid if form != term.ko}
        self.avoided |= {form: term for form, term in self._unspaced() if form not in self.avoided}

    def _unspaced(self) -> Iterator[tuple[str, Term]]:
        """Aliases that are the preferred form with other spaces or hyphens: 데이터센터."""
        for term in self.terms.values():
            bare = re.sub(r"[ -]", "", term.ko)
            same = {a for a in term.aliases if re.sub(r"[ -]", "", a) == bare} | ({bare} if len(bare) > 3 else set())
            yield from ((form, term) for form in same if form != term.ko and re.search("[가-힣]", form))

    @cached_property
    def preferred(self) -> frozenset[str]:
        return frozenset(term.ko for term in self.terms.values())

    def find(self, prose: Prose) -> Iterator[Hit]:
        text = prose.unquoted
        for rule, forms, what in (("KO-01", self.wrong, "틀린 말"), ("KO-02", self.avoided, "이 사이트가 쓰지 않는 말")):
            for form in forms:
                if form in text:
                    for offset in self._places(prose, text, form):
                        yield Hit(rule, offset, f"{what}입니다: '{form}'.", say(forms[form].ko))

    def _places(self, prose: Prose, text: str, form: str) -> Iterator[int]:
        latin = form.isascii()
        longer = [p for p in self.preferred if form in p and form != p and p in text]
        for match in re.finditer(re.escape(form), text):
            start, end = match.span()
            before, after = text[max(0, start - 3) : start].replace(HIDDEN, ""), text[end : end + 4].replace(HIDDEN, "")
            inside = any(text.startswith(p, start - p.index(form)) for p in longer)
            joined = _AFTER.match(after) or _BEFORE.search(before) if latin else re.search(r"[가-힣A-Za-z0-9]\Z", before)
            if not (inside or joined or _is_name(prose, text, start)):
                yield start


def _is_name(prose: Prose, text: str, offset: int) -> bool:
    """Whether a place is the title of a page, after a section of the primer, or a label."""
    if prose.page:
        return text.startswith("# ", text.rfind("\n", 0, offset) + 1)
    place = prose.field(offset)
    return (prose.kind == "page" and place[:1] == ("title",)) or any(step in _NAMES for step in place)


def avoided(catalog: Catalog) -> Iterator[Problem]:
    """Forms to avoid that the term does not have, or that it prefers."""
    for id, term in catalog.terms.items():
        for number, form in enumerate(term.avoid):
            others = [f for f in term.forms if f != term.ko]
            if form not in others:
                message = f"avoid의 '{form}'이(가) 이 용어의 en, abbr, aliases에 없습니다."
                hint = did_you_mean(form, others) if form != term.ko else "ko는 쓰는 말입니다."
                yield catalog.problem("terms", id, ("avoid", number), message, hint)


def glossed(page: Page, catalog: Catalog) -> Iterator[tuple[int, int, Hit]]:
    """First mentions whose text repeats the preferred form, which keeps the macro from adding the English: line, column, hit."""
    seen: set[str] = set()
    said = page.prose.lower()
    for call in sorted(page.calls, key=lambda c: (c.line, c.column)) if page.section else ():
        term = catalog.get("terms", str(call.subject)) if call.name == "term" else None
        if term is None or term.id in seen:
            continue
        seen.add(term.id)
        text = call.args[1] if len(call.args) > 1 else call.kwargs.get("text")
        open_bracket = re.search(r"\([^()]*\Z", page.line(call.line)[: call.column - 1].replace("{{", ""))
        if text == term.ko and re.search("[가-힣]", text) and term.en.lower() not in said and not open_bracket and _ends(page, call):
            hint = f"{{{{ term(\"{call.subject}\") }}}}로 쓰면 '{term.ko}({term.en})'로 나옵니다."
            yield call.line, call.column, Hit("KO-03", 0, f"처음 나오는 '{term.ko}'에 영어가 없습니다.", hint)


def _ends(page: Page, call: Call) -> bool:
    """Whether the word ends with the macro, particles aside: '{{ term("rail") }}망' is one word, and a gloss would cut it."""
    line = page.line(call.line)
    match = re.compile(r"\s*\}\}(?:\*\*)?([가-힣]*)").match(line, max(line.find("}}", call.column), 0))
    return match is not None and (not match.group(1) or ends_word(match.group(1)))
