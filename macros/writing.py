"""The writing lint: rules KO-01 and on, over pages, texts of data and figures. Each says where, what, and the preferred form.

What each rule finds, how precise it is on these pages, and what a person reads instead, stands in CONTRIBUTING.md. Text of other
people, and what a rule would have wrong, goes into code, quotation marks or `<span class="as-is">`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from . import prose, writing_forms, writing_sound, writing_table
from .catalog import Catalog
from .pages import Page
from .problems import Problem
from .prose import Prose
from .writing_words import Hit

Pages = Mapping[str, Page]


def check(pages: Pages, catalog: Catalog) -> Iterator[Problem]:
    """Everything the rules find."""
    yield from writing_forms.avoided(catalog)
    forms, sounds = writing_forms.Forms(catalog.terms), writing_sound.Sounds(catalog.terms)
    for text in prose.everything(pages, catalog):
        for hit in _hits(text, forms, sounds):
            yield _problem(text.shown, text.locate(hit.offset), hit)
    for page in pages.values():
        for line, column, hit in (*writing_forms.glossed(page, catalog), *writing_sound.after_macros(page, catalog, sounds)):
            yield _problem(page.shown, (line, column), hit)


def _hits(text: Prose, forms: writing_forms.Forms, sounds: writing_sound.Sounds) -> Iterator[Hit]:
    for rule in writing_table.RULES:
        yield from rule(text)
    yield from forms.find(text)
    yield from writing_sound.find(text, sounds)


def _problem(shown: str, place: tuple[int, int], hit: Hit) -> Problem:
    return Problem(shown, *place, f"{hit.rule} {hit.message}", hit.hint)
