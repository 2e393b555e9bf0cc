"""Rules across files of data/, one function a rule. All run; all problems come out together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from . import formula, matrix, units
from .catalog import KINDS, Catalog
from .facts import FactError, Reported, fact_id_of, measured
from .josa import josa
from .model.matrix import Filter
from .model.quantity import Fact
from .model.term import NEEDS_SOURCE
from .pages import Page, position
from .problems import Problem, did_you_mean

Pages = Mapping[str, Page]
LEDGER = "data/published-ids.txt"


def check_data(catalog: Catalog, pages: Pages) -> list[Problem]:
    """Every problem of the data: those of form that loading found, and those across files."""
    problems = list(catalog.problems)
    for rule in RULES:
        problems += rule(catalog)
    return [*problems, *unused(catalog, pages)]


def term_references(catalog: Catalog) -> Iterator[Problem]:
    for id, term in catalog.terms.items():
        for key in ("prerequisites", "related", "confused_with"):
            for number, item in enumerate(getattr(term, key)):
                other = item if isinstance(item, str) else item.term
                place = (key, number) if isinstance(item, str) else (key, number, "term")
                if not catalog.has("terms", other):
                    yield catalog.problem("terms", id, place, f"용어 '{other}'이(가) 없습니다.", did_you_mean(other, catalog.ids("terms")))
                elif other == id:
                    yield catalog.problem("terms", id, place, f"용어 '{id}'이(가) 자기 자신을 가리킵니다.")


def source_references(catalog: Catalog) -> Iterator[Problem]:
    for kind, id, place, source in _source_uses(catalog):
        if not catalog.has("sources", source):
            yield catalog.problem(kind, id, place, f"출처 '{source}'이(가) 없습니다.", did_you_mean(source, catalog.ids("sources")))


def _source_uses(catalog: Catalog) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    for kind in ("terms", "errata"):
        for id, entry in catalog.of(kind).items():
            for number, source in enumerate(entry.sources):
                yield kind, id, ("sources", number), source
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


def sources_stated(catalog: Catalog) -> Iterator[Problem]:
    """Products, standards, laws and software are nothing without a source."""
    for id, term in catalog.terms.items():
        if term.kind in NEEDS_SOURCE and not term.sources:
            yield catalog.problem("terms", id, ("kind",), f"kind가 '{term.kind}'인 용어에는 sources가 있어야 합니다.")


def one_url_one_source(catalog: Catalog) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for id, source in catalog.sources.items():
        url = re.sub(r"^https?://(www\.)?", "", source.url).rstrip("/")
        if url in first:
            yield catalog.problem("sources", id, ("url",), f"같은 주소가 출처 '{first[url]}'에 있습니다.", "한 주소는 한 파일에만 둡니다.")
        first.setdefault(url, id)


def normal(form: str) -> str:
    """A form as readers confuse it: case, spaces and hyphens do not count."""
    return re.sub(r"[\s\-_]+", "", unicodedata.normalize("NFKC", form)).casefold()


def aliases_clash(catalog: Catalog) -> Iterator[Problem]:
    """A form that two terms claim would link to either."""
    first: dict[str, str] = {}
    for id, term in catalog.terms.items():
        for form in term.forms:
            owner = first.setdefault(normal(form), id)
            if owner != id:
                place = next((k for k in ("ko", "en", "abbr") if getattr(term, k) == form), None)
                where = (place,) if place else ("aliases", term.aliases.index(form))
                yield catalog.problem("terms", id, where, f"'{form}'을(를) 용어 '{owner}'도 씁니다.", "한 말은 한 용어에만 속합니다.")


def wrong_forms_wrong(catalog: Catalog) -> Iterator[Problem]:
    """A wrong form that some term uses as a right one would be flagged everywhere."""
    right = {form: id for id, term in catalog.terms.items() for form in term.forms}
    for id, term in catalog.terms.items():
        for number, form in enumerate(term.wrong_forms):
            if form in right:
                yield catalog.problem(
                    "terms", id, ("wrong_forms", number), f"틀린 말 '{form}'을(를) 용어 '{right[form]}'이(가) 바른 말로 씁니다."
                )


def prerequisite_cycles(catalog: Catalog) -> Iterator[Problem]:
    """Each cycle once, at its alphabetically first term."""
    for start in sorted(catalog.terms):
        trail = _cycle(catalog, start)
        if trail and start == min(trail):
            yield catalog.problem("terms", start, ("prerequisites",), f"선수 용어가 돌고 돕니다: {' → '.join((*trail, start))}.", key=True)


def _cycle(catalog: Catalog, start: str) -> tuple[str, ...]:
    stack: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while stack:
        trail = stack.pop()
        for id in catalog.terms[trail[-1]].prerequisites:
            if id == start and len(trail) > 1:
                return trail
            if id in catalog.terms and id not in seen:
                seen.add(id)
                stack.append((*trail, id))
    return ()


def former_ids(catalog: Catalog) -> Iterator[Problem]:
    """A former id that is in use again, or that two entries claim."""
    for kind in KINDS:
        first: dict[str, str] = {}
        for id, entry in catalog.of(kind).items():
            for number, old in enumerate(entry.former_ids):
                owner = id if old not in catalog.of(kind) else old
                owner = first.setdefault(old, owner)
                if owner != id:
                    yield catalog.problem(
                        kind, id, ("former_ids", number), f"옛 id '{old}'을(를) '{owner}'이(가) 씁니다.", "id는 다시 쓰지 않습니다."
                    )


def published_ids(catalog: Catalog) -> Iterator[Problem]:
    """An id that was ever published must live on, or be a former id of what replaced it."""
    for number, line in enumerate(ledger(catalog.root), start=1):
        kind, _, id = line.partition("/")
        if kind in KINDS and not catalog.has(kind, id):
            message = f"공개했던 id '{id}'이(가) data/{kind}/에서 사라졌습니다."
            yield Problem(LEDGER, number, 1, message, f"이름을 바꿨다면 새 파일에 former_ids: [{id}]를 쓰십시오.")


def ledger(root: Path) -> list[str]:
    file = root / LEDGER
    return file.read_text("utf-8").split() if file.exists() else []


def all_ids(catalog: Catalog) -> list[str]:
    """What the ledger must hold: kinds that others link to."""
    return sorted(f"{kind}/{id}" for kind in ("terms", "products", "matrices", "sources") for id in catalog.of(kind))


def facts_sound(catalog: Catalog) -> Iterator[Problem]:
    """Known attribute, unit of its dimension, demanded qualifiers, a formula that computes; no two facts alike."""
    for id, product in catalog.products.items():
        for attribute_id, facts in product.specs.items():
            if attribute_id not in catalog.attributes:
                if _attribute_broken(catalog, attribute_id):
                    continue
                hint = did_you_mean(attribute_id, catalog.attributes, limit=0)
                yield catalog.problem(
                    "products", id, ("specs", attribute_id), f"속성 '{attribute_id}'이(가) attributes.yml에 없습니다.", hint, key=True
                )
                continue
            seen: set[str] = set()
            for number, fact in enumerate(facts):
                yield from _fact(catalog, id, attribute_id, fact, number)
                own = fact_id_of(id, attribute_id, fact)
                if own in seen:
                    yield catalog.problem(
                        "products",
                        id,
                        ("specs", attribute_id, number),
                        f"사실 '{own}'이(가) 두 번 있습니다.",
                        "다른 값은 disagrees에, 다른 뜻은 qualifiers로 가르십시오.",
                    )
                seen.add(own)


def _attribute_broken(catalog: Catalog, id: str) -> bool:
    """Whether what is wrong is the attribute's own entry, or all of attributes.yml."""
    return ("attributes", id) in catalog.broken or ("attributes", "attributes") in catalog.broken


def _fact(catalog: Catalog, id: str, attribute_id: str, fact: Fact, number: int) -> Iterator[Problem]:
    attribute, place = catalog.attributes[attribute_id], ("specs", attribute_id, number)
    if fact.state:
        return
    unit, measurable = fact.unit, True
    if attribute.type == "quantity":
        measurable = measured(attribute, fact.model_copy(update={"value": 1, "unit": unit or attribute.unit}))
        if unit is None and not fact.derived:
            hint = f"예: unit: {attribute.unit}." if attribute.unit else ""
            yield catalog.problem("products", id, place, f"'{attribute_id}'에는 단위가 있어야 합니다.", hint)
        elif unit is not None and not units.known(unit):
            yield catalog.problem(
                "products", id, (*place, "unit"), f"단위 '{unit}'을(를) 모릅니다.", did_you_mean(unit, units.names(), limit=0)
            )
        elif unit is not None and not measurable:
            message = f"'{attribute_id}'의 단위 '{unit}'은(는) {josa(str(attribute.unit), '와')} 차원이 다릅니다."
            yield catalog.problem("products", id, (*place, "unit"), message)
        if fact.derived is None and (isinstance(fact.value, bool) or not isinstance(fact.value, int | float)):
            yield catalog.problem(
                "products", id, (*place, "value"), f"'{attribute_id}'에는 수가 와야 하는데 '{fact.value}'이(가) 있습니다."
            )
    elif attribute.type == "flag" and not isinstance(fact.value, bool):
        yield catalog.problem("products", id, (*place, "value"), f"'{attribute_id}'에는 true나 false를 씁니다.")
    for key in attribute.demands:
        if getattr(fact.qualifiers, key) is None:
            yield catalog.problem(
                "products", id, place, f"'{attribute_id}'에는 한정어 '{key}'이(가) 있어야 합니다.", f"예: qualifiers: {{{key}: …}}."
            )
    if fact.derived and measurable:
        yield from _formula(catalog, id, attribute_id, fact, place)


def _formula(catalog: Catalog, id: str, attribute_id: str, fact: Fact, place: tuple[str | int, ...]) -> Iterator[Problem]:
    where = (*place, "derived")
    if strange := formula.unreadable(fact.derived or ""):
        message = f"식에서 '{strange[0]}'을(를) 읽을 수 없습니다."
        yield catalog.problem("products", id, where, message, "수, 사실의 id, + - * /를 띄어 씁니다. 예: 8 * x.memory_bandwidth.")
        return
    if not formula.references(fact.derived or ""):
        yield catalog.problem("products", id, where, "식이 아무 사실도 쓰지 않습니다.", "값이라면 value와 source로 쓰십시오.")
        return
    try:
        catalog.facts.resolve(id, attribute_id, fact)
    except Reported:
        pass
    except FactError as error:
        yield catalog.problem("products", id, where, error.message, error.hint)


def product_clash(catalog: Catalog) -> Iterator[Problem]:
    """One product, one file: no name or other name of it in a second."""
    first: dict[str, str] = {}
    for id, product in catalog.products.items():
        for place, name in (("name",), product.name), *((("aliases", n), a) for n, a in enumerate(product.aliases)):
            owner = first.setdefault(normal(name), id)
            if owner != id:
                message = f"제품 '{name}'을(를) 'data/products/{owner}.yml'도 적고 있습니다."
                yield catalog.problem("products", id, place, message, "한 제품은 한 파일에만 적습니다.")


def matrices_sound(catalog: Catalog) -> Iterator[Problem]:
    for id, table in catalog.matrices.items():
        if not isinstance(table.subjects, Filter):
            for number, subject in enumerate(table.subjects):
                if now := catalog.former.get(("products", subject)):
                    message = f"제품 '{subject}'의 id가 바뀌었습니다."
                    yield catalog.problem("matrices", id, ("subjects", number), message, f"지금은 '{now}'입니다.")
                elif not catalog.has("products", subject):
                    hint = did_you_mean(subject, catalog.ids("products"))
                    yield catalog.problem("matrices", id, ("subjects", number), f"제품 '{subject}'이(가) 없습니다.", hint)
        elif not matrix.subjects(table, catalog) and not any(kind == "products" for kind, _ in catalog.broken):
            yield catalog.problem("matrices", id, ("subjects",), "조건에 맞는 제품이 없습니다.", "kind와 family를 확인하십시오.")
        for number, row in enumerate(table.rows):
            if row.attribute and row.attribute not in catalog.attributes and not _attribute_broken(catalog, row.attribute):
                yield catalog.problem(
                    "matrices",
                    id,
                    ("rows", number, "attribute"),
                    f"속성 '{row.attribute}'이(가) 없습니다.",
                    did_you_mean(row.attribute, catalog.attributes, limit=0),
                )
        for error in matrix.errors(table, catalog):
            yield catalog.problem("matrices", id, error.place, error.message, error.hint, key=error.key)


def quizzes_sound(catalog: Catalog) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for id, quiz in catalog.quizzes.items():
        if quiz.section != id:
            yield catalog.problem("quizzes", id, ("section",), f"section '{quiz.section}'이(가) 파일 이름 '{id}'과(와) 다릅니다.")
        for number, question in enumerate(quiz.questions):
            if question.id in first:
                message = f"문제 id '{question.id}'을(를) 'data/quizzes/{first[question.id]}.yml'도 씁니다."
                yield catalog.problem("quizzes", id, ("questions", number, "id"), message)
            first.setdefault(question.id, id)
            for nth, term in enumerate(question.terms):
                if not catalog.has("terms", term):
                    yield catalog.problem(
                        "quizzes",
                        id,
                        ("questions", number, "terms", nth),
                        f"용어 '{term}'이(가) 없습니다.",
                        did_you_mean(term, catalog.ids("terms")),
                    )


def attribute_terms(catalog: Catalog) -> Iterator[Problem]:
    for id, attribute in catalog.attributes.items():
        if attribute.term and not catalog.has("terms", attribute.term):
            yield catalog.problem(
                "attributes",
                id,
                (id, "term"),
                f"용어 '{attribute.term}'이(가) 없습니다.",
                did_you_mean(attribute.term, catalog.ids("terms")),
            )
        if attribute.type == "quantity" and not attribute.unit:
            yield catalog.problem("attributes", id, (id,), f"속성 '{id}'에 unit이 없습니다.", "글이면 type: text를 씁니다.", key=True)
        elif attribute.type == "quantity" and not units.known(attribute.unit or ""):
            yield catalog.problem(
                "attributes",
                id,
                (id, "unit"),
                f"속성 '{id}'의 단위 '{attribute.unit}'을(를) 모릅니다.",
                did_you_mean(str(attribute.unit), units.names(), limit=0),
            )


_FIGURE_BANS = {
    r"<script|\son\w+=": "스크립트",
    r"<style|\s(?:style|fill|stroke|color|stop-color|font-family|font-size)=": "색이나 글꼴 지정",
    r"href=[\"'](?!#)|<image|<foreignObject": "바깥 파일",
}


def figures_sound(catalog: Catalog) -> Iterator[Problem]:
    """Figures follow the theme and have a name and a description."""
    for id, svg in catalog.figures.items():
        path = f"data/figures/{id}.svg"
        for pattern, what in _FIGURE_BANS.items():
            match = re.search(pattern, svg)
            if match:
                found = f"그림에 {josa(what, '이')} 있습니다: {match.group().strip()}."
                yield Problem(path, *position(svg, match.start() + match.group()[0].isspace()), found, "모양은 fig-… 클래스로만 정합니다.")
        for part in (f'<title id="{id}-t">', f'<desc id="{id}-d">', 'role="img"', "viewBox="):
            if part not in svg:
                yield Problem(
                    path, 1, 1, f"그림에 {part}이(가) 없습니다.", "화면을 읽어 주는 도구가 씁니다." if "viewBox" not in part else ""
                )


_KIND_WORDS = {"sources": "출처", "products": "제품", "matrices": "비교표", "timelines": "연표", "quizzes": "확인 문제", "figures": "그림"}


def unused(catalog: Catalog, pages: Pages) -> Iterator[Problem]:
    """Entries that nothing shows."""
    calls: dict[str, set[str]] = {}
    for page in pages.values():
        for call in page.calls:
            if isinstance(call.subject, str):
                calls.setdefault(call.name, set()).add(call.subject)
    named = _named_in_unreadable(catalog, pages)
    tables = [table for id in calls.get("matrix", set()) | named if (table := catalog.get("matrices", id))]
    products = {id for table in tables for id in matrix.subjects(table, catalog)}
    products |= {f.split(".")[0] for f in calls.get("fact", set())} | calls.get("product", set())
    used = {
        "matrices": calls.get("matrix", set()),
        "timelines": calls.get("timeline", set()),
        "quizzes": calls.get("quiz", set()),
        "figures": calls.get("figure", set()),
        "products": products | _formula_products(catalog, products),
        "sources": {s for kind, _, _, s in _source_uses(catalog)} | calls.get("cite", set()),
    }
    doubtful = {kind for kind, ids in used.items() for id in ids if not catalog.has(kind, id)}
    if "matrices" in doubtful or not all(matrix.subjects(table, catalog) for table in tables):
        doubtful.add("products")
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


def _formula_products(catalog: Catalog, products: set[str]) -> set[str]:
    found: set[str] = set()
    for id in products & set(catalog.products):
        for facts in catalog.products[id].specs.values():
            for fact in facts:
                found |= {r.split(".")[0] for r in formula.references(fact.derived or "")}
    return found if found <= products else found | _formula_products(catalog, products | found)


RULES: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    term_references,
    source_references,
    sources_stated,
    one_url_one_source,
    aliases_clash,
    wrong_forms_wrong,
    prerequisite_cycles,
    former_ids,
    published_ids,
    facts_sound,
    product_clash,
    matrices_sound,
    quizzes_sound,
    attribute_terms,
    figures_sound,
)
