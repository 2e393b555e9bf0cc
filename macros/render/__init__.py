"""Models in, HTML out. Templates autoescape, and inline output also escapes what Markdown would read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup

from .. import formula, links
from ..josa import josa
from ..model.erratum import KIND_WORDS
from ..model.quantity import QUALIFIER_WORDS
from ..model.source import SEEN_WORDS
from . import hangul, numbers

# "missing": nothing is recorded; "unknown": looked for and not found.
STATE_WORDS = {
    "missing": "자료 없음",
    "unknown": "확인되지 않음",
    "no": "없음",
    "yes": "있음",
    "partial": "일부",
    "not_applicable": "해당 없음",
}
HOW_WORDS = {"document": "문서 확인", "copy": "사본 확인", "quoted": "인용 확인", "derived": "계산값"}
CONFIDENCE_WORDS = {"high": "높음", "medium": "보통", "low": "낮음"}
STAGE_WORDS = {"preliminary": "예비 사양", "shipping": "", "discontinued": "단종"}
# One pass over the raw text: escaping an entity's own signs would show the entity.
_MARKUP = re.compile(r"[&<>\"'\\`*_{}\[\]|!~^=+#:]")


def _entities(value: object) -> object:
    """Text as entities wherever Markdown could read markup in it; markup of our own passes."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return Markup(_MARKUP.sub(lambda m: f"&#{ord(m.group())};", value))


@lru_cache(maxsize=2)
def _environment(inline: bool) -> jinja2.Environment:
    """Shared by all renderers, so that a template is compiled once a process; what differs is passed at each rendering."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("macros.render"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_entities if inline else None,
    )
    environment.globals.update(
        state_words=STATE_WORDS,
        how_words=HOW_WORDS,
        confidence_words=CONFIDENCE_WORDS,
        kind_words=KIND_WORDS,
        seen_words=SEEN_WORDS,
        stage_words=STAGE_WORDS,
        shown=numbers.shown,
        shown_with_unit=numbers.with_unit,
        in_unit=numbers.in_unit,
        amount=numbers.amount,
        machine=numbers.machine,
        brief=numbers.brief,
        spelled=formula.spelled,
        choices=choices,
        shuffled=shuffled,
        hints={"multiple": "모두 고르기", "wrong": "틀린 것 고르기", "numeric": "수로 답하기", "order": "차례대로 놓기", "match": "짝짓기"},
        own_words=own_words,
        josa=josa,
        publishers=publishers,
        shortened=shortened,
        product_path=links.product,
        own_qualifiers=own_qualifiers,
        other_value=numbers.other_value,
        latin=hangul.is_latin,
        date_words=numbers.date_words,
    )
    return environment


class Renderer:
    """Templates for one catalog. `link` gives the URL of a page (and anchor) as seen from another."""

    def __init__(self, catalog: Any, link: Callable[..., str]) -> None:
        self._given = {"catalog": catalog, "link": link}

    def inline(self, name: str, **values: Any) -> str:
        """HTML for inside a sentence: one line, safe in a paragraph, a list item or a pipe table."""
        template = _environment(inline=True).get_template(f"{name}.html")
        return " ".join(template.render(**self._given, **values).split("\n")).strip()

    def block(self, name: str, **values: Any) -> str:
        """HTML that stands alone: no blank and no indented line, which Markdown would read as paragraphs or code."""
        return flat(_environment(inline=False).get_template(f"{name}.html").render(**self._given, **values))

    def text(self, value: str) -> str:
        """A text in a line of Markdown, such as a heading, as it is."""
        return str(_entities(value))

    def fact(self, found: Any, unit: str | None, digits: int | None, words: bool, marks: list[tuple[int, str]]) -> str:
        return self.inline("fact", found=found, unit=unit, digits=digits, words=words, marks=marks)


def flat(html: str) -> str:
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def choices(question: Any) -> list[tuple[str, bool, str]]:
    """(text, right, why wrong) of a question's choices, in an order that is fixed but not the author's."""
    found = [(text, True, "") for text in question.answers] + [(d.text, False, d.why) for d in question.distractors]
    return sorted(found, key=lambda c: hashlib.sha256(f"{question.id}/{c[0]}".encode()).hexdigest())


def shuffled(question: Any, items: Sequence[str]) -> list[tuple[int, str]]:
    """(right place, text) of items to order or match, in a fixed order that is not the right one."""
    key = lambda place: hashlib.sha256(f"{question.id}/{items[place]}".encode()).hexdigest()  # noqa: E731
    places = sorted(range(len(items)), key=key)
    if places == sorted(places):
        places = [*places[1:], places[0]]
    return [(place, items[place]) for place in places]


def own_words(found: Any, shared: Sequence[tuple[str, str]]) -> list[str]:
    """The qualifiers a cell must say itself, since its row does not."""
    return [QUALIFIER_WORDS[key][value] for key, value in found.fact.qualifiers.items() if (key, value) not in shared]


def own_qualifiers(found: Any, shared: Sequence[tuple[str, str]]) -> str:
    """The same for scripts. Two values of a row compare only when these are equal."""
    return " ".join(f"{key}:{value}" for key, value in found.fact.qualifiers.items() if (key, value) not in shared)


def publishers(catalog: Any, sources: Sequence[str]) -> list[str]:
    """Who says so: first those who speak of their own."""
    found = sorted((catalog.get("sources", id) for id in sources), key=lambda source: source.kind != "primary")
    return list(dict.fromkeys(source.publisher for source in found))


def shortened(sentence: str, most: int = 110) -> str:
    """A sentence, cut at a space where it is long."""
    return sentence if len(sentence) <= most else f"{sentence[:most].rsplit(' ', 1)[0]} …"
