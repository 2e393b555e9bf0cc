"""Exam objectives: which pages, questions and terms cover each, and what names an objective that is not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .catalog import Catalog
from .model.exam import Domain, Objective
from .model.quiz import Question
from .model.term import Term
from .pages import Page
from .problems import Problem, did_you_mean

KIND = "exam"


@dataclass(frozen=True)
class Coverage:
    """What teaches and asks one objective. A question comes with its section and its number there."""

    objective: Objective
    pages: tuple[Page, ...]
    terms: tuple[Term, ...]
    questions: tuple[tuple[str, int, Question], ...]


def coverage(catalog: Catalog, pages: Mapping[str, Page], domain: str | None = None) -> Iterator[tuple[Domain, list[Coverage]]]:
    """Every domain with its objectives covered, in the exam's order."""
    for found in catalog.exam.domains if catalog.exam else ():
        if domain in (None, found.id):
            yield found, [_covered(catalog, pages, o) for o in found.objectives]


def _covered(catalog: Catalog, pages: Mapping[str, Page], objective: Objective) -> Coverage:
    teaching = sorted((p for p in pages.values() if p.section and objective.id in _said(p)), key=lambda p: _order(p.section or ""))
    asked = [
        (quiz.section, number, question)
        for quiz in sorted(catalog.quizzes.values(), key=lambda q: _order(q.section))
        for number, question in enumerate(quiz.questions, start=1)
        if objective.id in question.objectives
    ]
    named = {catalog.get("terms", t).id for _, _, q in asked for t in q.terms if catalog.get("terms", t)}
    terms = [t for t in catalog.terms.values() if t.id in named or objective.id in t.objectives]
    return Coverage(objective, tuple(teaching), tuple(sorted(terms, key=lambda t: t.ko)), tuple(asked))


def _order(section: str) -> tuple[int, ...]:
    return tuple(map(int, section.split(".")))


def _said(page: Page) -> list[str]:
    said = page.meta.get("objectives")
    return [o for o in said if isinstance(o, str)] if isinstance(said, list) else []


def unknown(catalog: Catalog, id: str) -> tuple[str, str] | None:
    """(message, hint) when the exam has no such objective; an exam that cannot be read is reported where it stands."""
    if catalog.exam is None or id in catalog.exam.objectives:
        return None
    domain = next((d for d in catalog.exam.domains if id.startswith(f"{d.id}.")), None)
    hint = f"{domain.id}영역의 목표: {', '.join(o.id for o in domain.objectives)}." if domain else ""
    return f"시험 목표 '{id}'이(가) 없습니다.", hint or did_you_mean(id, catalog.exam.objectives, limit=30)


def objectives_known(catalog: Catalog) -> Iterator[Problem]:
    """Terms and questions that name an objective which the exam has not."""
    for kind, id, place, objective in _named(catalog):
        if wrong := unknown(catalog, objective):
            yield catalog.problem(kind, id, place, *wrong)


def _named(catalog: Catalog) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    for id, term in catalog.terms.items():
        for nth, objective in enumerate(term.objectives):
            yield "terms", id, ("objectives", nth), objective
    for id, quiz in catalog.quizzes.items():
        for number, question in enumerate(quiz.questions):
            for nth, objective in enumerate(question.objectives):
                yield "quizzes", id, ("questions", number, "objectives", nth), objective


def objectives_covered(catalog: Catalog, pages: Mapping[str, Page]) -> Iterator[Problem]:
    """An objective that no page teaches, or that no question asks."""
    sections = [p for p in pages.values() if p.section]
    # A page whose objectives cannot be read, or name one that is not there, may be meant for the missing one: that is said there.
    doubtful = any(_said(p) != p.meta.get("objectives") or any(unknown(catalog, o) for o in _said(p)) for p in sections)
    asked = not any(kind == "quizzes" for kind, _ in catalog.broken) and not any(unknown(catalog, o) for _, _, _, o in _named(catalog))
    for number, (_, found) in enumerate(coverage(catalog, pages)):
        for nth, each in enumerate(found):
            place = ("domains", number, "objectives", nth, "id")
            if not each.pages and not doubtful:
                message = f"시험 목표 {each.objective.id}을(를) 가르치는 페이지가 없습니다."
                yield catalog.problem(KIND, KIND, place, message, "가르치는 페이지의 머리말 objectives에 적으십시오.")
            if not each.questions and asked:
                message = f"시험 목표 {each.objective.id}을(를) 묻는 문제가 없습니다."
                yield catalog.problem(KIND, KIND, place, message, "묻는 문제의 objectives에 적으십시오.")
