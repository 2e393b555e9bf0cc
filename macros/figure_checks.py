"""Rules for the words of figures: a label that names a term uses the term's own form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .catalog import Catalog
from .josa import josa
from .model import Term
from .pages import Page, position
from .problems import Problem

KEPT = "data-form"
"""On a `<text>`: why it keeps another form of a term."""
_LABEL = re.compile(r"<(text|tspan)\b([^>]*)>([^<]*)")
_WHY = re.compile(rf'\b{KEPT}="([^"]*)"')
_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")


class _Label(NamedTuple):
    text: str
    start: int
    why: str | None
    """What KEPT says, on the text or on the one around it."""
    tag: int


def labels_are_terms(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Every label of every figure, read as on the page that shows it."""
    shown = {call.subject: page.section for page in pages.values() for call in page.calls if call.name == "figure" and page.section}
    for id, svg in catalog.figures.items():
        path = f"data/figures/{id}.svg"
        needless: dict[int, bool] = {}
        for label in _labels(svg):
            wrong = [(w, t) for w, t in _mentions(catalog, label.text, shown.get(id)) if not _preferred(w[1], t)]
            if label.why is not None:
                needless[label.tag] = needless.get(label.tag, True) and not wrong
            if label.why is not None and not label.why.strip():
                yield Problem(path, *position(svg, label.tag), f"{KEPT}에 까닭이 없습니다.", "왜 용어의 바른 말을 쓸 수 없는지 적으십시오.")
            for (offset, word), term in wrong if label.why is None else ():
                message = f"그림의 말 '{word}'{josa(word, '는')[len(word) :]} 용어 '{term.id}'의 바른 말이 아닙니다."
                hint = f"{josa(_plain(term.ko), '로')} 쓰고, 그럴 수 없으면 <text>에 {KEPT}으로 까닭을 적으십시오."
                yield Problem(path, *position(svg, label.start + offset), message, hint)
        for tag, is_needless in needless.items():
            if is_needless:
                yield Problem(path, *position(svg, tag), f"{KEPT}이 필요 없습니다.", "이 글에는 바른 말만 있습니다.")


def _labels(svg: str) -> Iterator[_Label]:
    around: tuple[str | None, int] = (None, 0)
    for match in _LABEL.finditer(svg):
        why = _WHY.search(match.group(2))
        if match.group(1) == "text" or why:
            around = (why.group(1) if why else None, match.start())
        yield _Label(match.group(3), match.start(3), around[0], around[1])


def _mentions(catalog: Catalog, text: str, section: str | None) -> Iterator[tuple[tuple[int, str], Term]]:
    for mention in catalog.finder.find(text, section):
        yield (mention.start, text[mention.start : mention.end]), catalog.terms[mention.term]


def _preferred(word: str, term: Term) -> bool:
    """Whether a word is the term's own form or abbreviation, or holds it: 'TLS 1.3', '풀링 층'."""
    return any(re.search(rf"(?<![\w가-힣]){re.escape(form)}", word) for form in (_plain(term.ko), term.abbr) if form)


def _plain(name: str) -> str:
    """A name without what tells it from its homonym: 정밀도(분류)."""
    return _BRACKETS.sub("", name)
