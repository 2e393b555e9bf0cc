"""Rules across files of data/, one function a rule. All run; all problems come out together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from . import arithmetic, figure_checks, form_checks, learning_checks, number_lint, quiz_checks, term_checks, units
from .catalog import KINDS, Catalog, without_collection
from .exam import objectives_covered, objectives_known
from .fact_checks import charts_sound, facts_sound, matrices_sound, product_clash, timelines_sound
from .facts import FactError, Reported
from .josa import josa
from .learning import cycles
from .mentions import mentions
from .model.quiz import Numeric, Question
from .pages import Page, position
from .problems import Problem, did_you_mean
from .usage import source_uses, unused

Pages = Mapping[str, Page]
LEDGER = "data/published-ids.txt"


def check_data(catalog: Catalog, pages: Pages) -> list[Problem]:
    """Every problem of the data: those of form that loading found, and those across files."""
    problems = check_catalog(catalog)
    # A form that is wrong, or that two terms claim, is found nowhere; a page that cannot be read may mention any term.
    if not problems and all(page.readable for page in pages.values()):
        mentioned = mentions(catalog, pages)
        problems += term_checks.unused_terms(catalog, pages, mentioned)
        problems += term_checks.explained_there(catalog, mentioned)
        problems += learning_checks.learning_sound(catalog, pages, mentioned)
        problems += figure_checks.labels_are_terms(catalog, pages)
    return [*problems, *objectives_covered(catalog, pages), *unused(catalog, pages)]


def check_catalog(catalog: Catalog) -> list[Problem]:
    """Every problem that data/ has by itself."""
    with without_collection():
        return [*catalog.problems, *(problem for rule in RULES for problem in rule(catalog))]


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
    for kind, id, place, source in source_uses(catalog):
        if not catalog.has("sources", source):
            yield catalog.problem(kind, id, place, f"출처 '{source}'이(가) 없습니다.", did_you_mean(source, catalog.ids("sources")))


def one_url_one_source(catalog: Catalog) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for id, source in catalog.sources.items():
        url = re.sub(r"^https?://(www\.)?", "", source.url).rstrip("/")
        if url in first:
            yield catalog.problem("sources", id, ("url",), f"같은 주소가 출처 '{first[url]}'에 있습니다.", "한 주소는 한 번만 적습니다.")
        first.setdefault(url, id)


def one_publisher_one_file(catalog: Catalog) -> Iterator[Problem]:
    """Each file once, at its first source."""
    first: dict[str, str] = {}
    said: set[str] = set()
    for id, source in catalog.sources.items():
        path = catalog.documents[("sources", id)].path
        owner = first.setdefault(source.publisher, path)
        if path != owner and path not in said:
            said.add(path)
            message = f"'{source.publisher}'의 문서는 '{owner}'에 있습니다."
            yield catalog.problem("sources", id, (), message, "한 곳의 문서는 한 파일에 적습니다.")


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
    for trail in cycles({id: term.prerequisites for id, term in catalog.terms.items()}):
        message = f"선수 용어가 돌고 돕니다: {' → '.join((*trail, trail[0]))}."
        yield catalog.problem("terms", trail[0], ("prerequisites",), message, key=True)


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
            yield from _question_numbers(catalog, id, number, question)
            for nth, term in enumerate(question.terms):
                if not catalog.has("terms", term):
                    yield catalog.problem(
                        "quizzes",
                        id,
                        ("questions", number, "terms", nth),
                        f"용어 '{term}'이(가) 없습니다.",
                        did_you_mean(term, catalog.ids("terms")),
                    )


def _question_numbers(catalog: Catalog, id: str, number: int, question: Question) -> Iterator[Problem]:
    """The unit and the formulas of a numeric question."""
    if not isinstance(question, Numeric):
        return
    place = ("questions", number)
    if question.unit and not units.known(question.unit):
        hint = did_you_mean(question.unit, units.names(), limit=0)
        yield catalog.problem("quizzes", id, (*place, "unit"), f"단위 '{question.unit}'을(를) 모릅니다.", hint)
        return
    formulas: list[tuple[tuple[str | int, ...], str | None]] = [((*place, "derived"), question.derived)]
    formulas += [((*place, "mistakes", n, "derived"), m.derived) for n, m in enumerate(question.mistakes)]
    values = []
    for where, text in formulas:
        try:
            values.append(catalog.facts.compute("", text, question.unit or "개").value if text else None)
        except Reported:
            pass
        except FactError as error:
            yield catalog.problem("quizzes", id, where, error.message, error.hint)
    if len(values) < len(formulas):
        return
    right, *wrong = [v if v is not None else n.answer for v, n in zip(values, (question, *question.mistakes), strict=True)]
    for n, value in enumerate(wrong):
        if abs(float(value or 0) - float(right or 0)) <= question.tolerance * abs(float(right or 0)):
            message = "틀린 값이 정답으로 칠 만큼 정답에 가깝습니다."
            yield catalog.problem("quizzes", id, (*place, "mistakes", n), message, "tolerance를 줄이거나 다른 값을 쓰십시오.")


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
# One of these is in whatever is banned; looking for plain text takes no time.
_FIGURE_SIGNS = ("<script", "<style", "style=", "fill=", "stroke=", "color=", "font-", "href=", "<image", "<foreignObject")
_HANDLER = re.compile(r"on\w+=")


def figures_sound(catalog: Catalog) -> Iterator[Problem]:
    """Figures follow the theme and have a name and a description."""
    for id, svg in catalog.figures.items():
        path = f"data/figures/{id}.svg"
        suspect = any(sign in svg for sign in _FIGURE_SIGNS) or _HANDLER.search(svg)
        for pattern, what in _FIGURE_BANS.items() if suspect else ():
            match = re.search(pattern, svg)
            if match:
                found = f"그림에 {josa(what, '이')} 있습니다: {match.group().strip()}."
                yield Problem(path, *position(svg, match.start() + match.group()[0].isspace()), found, "모양은 fig-… 클래스로만 정합니다.")
        for part in (f'<title id="{id}-t">', f'<desc id="{id}-d">', 'role="img"', "viewBox="):
            if part not in svg:
                yield Problem(
                    path, 1, 1, f"그림에 {part}이(가) 없습니다.", "화면을 읽어 주는 도구가 씁니다." if "viewBox" not in part else ""
                )


RULES: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    term_references,
    source_references,
    one_url_one_source,
    one_publisher_one_file,
    form_checks.clash,
    form_checks.forms_sound,
    form_checks.form_lists_sound,
    term_checks.definitions_sound,
    term_checks.cards_sound,
    term_checks.confusables_sound,
    term_checks.differences_once,
    wrong_forms_wrong,
    prerequisite_cycles,
    former_ids,
    published_ids,
    facts_sound,
    product_clash,
    matrices_sound,
    charts_sound,
    timelines_sound,
    quizzes_sound,
    *quiz_checks.RULES,
    objectives_known,
    arithmetic.check,
    number_lint.typed_cells,
    number_lint.typed_texts,
    attribute_terms,
    figures_sound,
)
