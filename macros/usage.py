"""What names what: sources in use, and entries that nothing shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .catalog import Catalog
from .pages import Page
from .problems import Problem

Pages = Mapping[str, Page]


def source_uses(catalog: Catalog) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    for kind in ("terms", "confusables", "errata"):
        for id, entry in catalog.of(kind).items():
            for number, source in enumerate(entry.sources):
                yield kind, id, ("sources", number), source
    if catalog.exam:
        yield "exam", "exam", ("source",), catalog.exam.source
    for id, line in catalog.timelines.items():
        for number, event in enumerate(line.events):
            for nth, source in enumerate(event.sources):
                yield "timelines", id, ("events", number, "sources", nth), source
    for id, product in catalog.products.items():
        if product.announced:
            yield "products", id, ("announced", "source"), product.announced.source
        for attribute, facts in product.specs.items():
            for number, fact in enumerate(facts):
                place = ("specs", attribute, number)
                if fact.source:
                    yield "products", id, (*place, "source"), fact.source
                for nth, other in enumerate(fact.disagrees):
                    yield "products", id, (*place, "disagrees", nth, "source"), other.source
    for id, table in catalog.matrices.items():
        for number, row in enumerate(table.rows):
            for subject, cell in row.cells.items():
                if cell.source:
                    yield "matrices", id, ("rows", number, "cells", subject, "source"), cell.source


_KIND_WORDS = {
    "sources": "출처",
    "matrices": "비교표",
    "charts": "그림표",
    "timelines": "연표",
    "quizzes": "확인 문제",
    "figures": "그림",
}


def unused(catalog: Catalog, pages: Pages) -> Iterator[Problem]:
    """Entries that nothing shows. A product always has its own page."""
    calls: dict[str, set[str]] = {}
    for page in pages.values():
        for call in page.calls:
            if isinstance(call.subject, str):
                calls.setdefault(call.name, set()).add(call.subject)
    named = _named_in_unreadable(catalog, pages)
    used = {
        "matrices": calls.get("matrix", set()),
        "charts": calls.get("chart", set()),
        "timelines": calls.get("timeline", set()),
        "quizzes": calls.get("quiz", set()),
        "figures": calls.get("figure", set()),
        "sources": {s for kind, _, _, s in source_uses(catalog)} | calls.get("cite", set()),
    }
    doubtful = {kind for kind, ids in used.items() for id in ids if not catalog.has(kind, id)}
    for kind, ids in used.items():
        now = {catalog.former.get((kind, id), id) for id in ids | named}
        for id in catalog.of(kind):
            # A wrong id of this kind may be meant for this very entry: that is said where it stands.
            if id not in now and kind not in doubtful:
                message, hint = f"{_KIND_WORDS[kind]} '{id}'을(를) 아무 데서도 쓰지 않습니다.", "쓰는 곳을 만들거나 파일을 지우십시오."
                if kind == "figures":
                    yield Problem(f"data/figures/{id}.svg", 1, 1, message, hint)
                else:
                    yield catalog.problem(kind, id, (), message, hint)
    specs = {a for p in catalog.products.values() for a in p.specs} | named
    for id in catalog.attributes:
        if id not in specs and specs - named <= set(catalog.attributes):
            yield catalog.problem(
                "attributes", id, (id,), f"속성 '{id}'을(를) 쓰는 제품이 없습니다.", "쓰는 제품을 적거나 속성을 지우십시오.", key=True
            )


def _named_in_unreadable(catalog: Catalog, pages: Pages) -> set[str]:
    """All words of files that cannot be read, which may use anything they name."""
    texts = [*catalog.broken.values(), *(p.body for p in pages.values() if not p.readable)]
    words = {w for text in texts for w in re.findall(r"[A-Za-z0-9_.-]+", text)}
    return words | {w.split(".")[0] for w in words}
