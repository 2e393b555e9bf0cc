"""Rules for the order of learning: nothing is needed before it is taught, unless a link explains it on the spot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .catalog import Catalog
from .josa import josa
from .learning import Course, Lesson, cycles, known
from .mentions import Mention
from .model import Term
from .pages import Page, position
from .problems import Problem
from .prose import Prose, of_fields, of_figure

# Macros that show texts of data in which no term is linked -> the kind of data.
_SHOWN = {"quiz": "quizzes", "matrix": "matrices", "chart": "charts"}
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*$", re.M)
Linked = Mapping[str, frozenset[str]]


def learning_sound(catalog: Catalog, pages: Mapping[str, Page], mentioned: Mapping[str, tuple[Mention, ...]]) -> Iterator[Problem]:
    """Every rule, over the pages that the nav lists. `mentioned` says which terms each page's text mentions, and so links."""
    course = Course(catalog, pages)
    linked = _linked(course, mentioned)
    circles = list(cycles({lesson.section: lesson.needs for lesson in course.lessons}))
    for circle in circles:
        message = f"먼저 읽을 절이 돌고 돕니다: {' → '.join((*circle, circle[0]))}."
        yield _at_prerequisites(course.by_section[circle[0]].page, message, "한 절의 prerequisites에서 뒤의 용어를 지우십시오.")
    in_circles = {section for circle in circles for section in circle}
    for lesson in course.lessons:
        yield from _page_prerequisites(catalog, course, lesson, in_circles)
        yield from _term_prerequisites(catalog, course, lesson, linked)
        yield from _unlinked(catalog, course, lesson, linked)
        if not circles:
            yield from _uncovered(catalog, course, lesson)


def _linked(course: Course, mentioned: Mapping[str, tuple[Mention, ...]]) -> Linked:
    """Page -> the terms that its text links."""
    found: dict[str, set[str]] = {lesson.page.path: set() for lesson in course.lessons}
    for term, places in mentioned.items():
        for mention in places:
            found.get(mention.page.path, set()).add(term)
    return {path: frozenset(terms) for path, terms in found.items()}


def _page_prerequisites(catalog: Catalog, course: Course, lesson: Lesson, in_circles: set[str]) -> Iterator[Problem]:
    """A page asks for what earlier pages teach, not for its own terms and not for later ones."""
    page = lesson.page
    assert page.meta_document
    for number, id in enumerate(_list(page.meta.get("prerequisites"))):
        for term in known(catalog, [id]):
            if term.section == lesson.section:
                message = f"먼저 알 용어 '{term.ko}'{_josa(term.ko, '는')} 이 페이지가 가르칩니다."
                yield page.meta_document.problem(("prerequisites", number), message, _instead(catalog, course, lesson, term))
            elif course.is_later(term, lesson.section) and not {term.section, lesson.section} <= in_circles:
                message = f"먼저 알 용어 '{term.ko}'{_josa(term.ko, '는')} 뒤의 {term.section}절에서 배웁니다."
                yield page.meta_document.problem(("prerequisites", number), message, _instead(catalog, course, lesson, term))


def _instead(catalog: Catalog, course: Course, lesson: Lesson, term: Term) -> str:
    """The terms that one needs for this one and that are taught before: the nearest thing that a page may ask for."""
    near = [t.id for t in known(catalog, (*term.prerequisites, *term.related)) if _earlier(course, t, lesson.section)]
    return f"지우거나 앞에서 배우는 '{near[0]}'{_josa(near[0], '로')} 바꾸십시오." if near else "지우고 본문에서 링크로 푸십시오."


def _earlier(course: Course, term: Term, section: str) -> bool:
    return term.section in course.place and course.place[term.section] < course.place[section]


def _term_prerequisites(catalog: Catalog, course: Course, lesson: Lesson, linked: Linked) -> Iterator[Problem]:
    """What a term needs is taught no later than the term, or its page links it."""
    for term in lesson.terms:
        for number, id in enumerate(term.prerequisites):
            for need in known(catalog, [id]):
                if course.is_later(need, lesson.section) and need.id not in linked[lesson.page.path]:
                    message = f"먼저 알 용어 '{need.ko}'{_josa(need.ko, '는')} {need.section}절에서 배우는데"
                    message += f" {lesson.section}절이 링크하지 않습니다."
                    yield catalog.problem("terms", term.id, ("prerequisites", number), message, _link_it(lesson, need))


def _uncovered(catalog: Catalog, course: Course, lesson: Lesson) -> Iterator[Problem]:
    """A page's prerequisites lead, by themselves or through what those ask for, to all that its terms need."""
    read = course.before(lesson.section)
    missing: dict[str, tuple[Term, Term]] = {}
    for term in lesson.terms:
        for need in known(catalog, term.prerequisites):
            if need.section not in read and _earlier(course, need, lesson.section):
                missing.setdefault(need.section, (term, need))
    for section, (term, need) in missing.items():
        message = f"prerequisites가 {section}절로 이어지지 않습니다."
        message += f" 이 절의 용어 '{term.ko}'에 그 절의 '{need.ko}'{_josa(need.ko, '이')} 필요합니다."
        yield _at_prerequisites(lesson.page, message, f"prerequisites에 '{need.id}'{_josa(need.id, '를')} 더하십시오.")


def _unlinked(catalog: Catalog, course: Course, lesson: Lesson, linked: Linked) -> Iterator[Problem]:
    """Where terms are not linked (headings, figures, questions, tables), no term of a later page stands that the text does not link."""
    reported: set[str] = set()
    for prose in _texts(catalog, lesson.page):
        for mention in catalog.finder.find(prose.text, lesson.section):
            term: Term = catalog.terms[mention.term]
            if course.is_later(term, lesson.section) and term.id not in linked[lesson.page.path] | reported:
                reported.add(term.id)
                word = prose.text[mention.start : mention.end]
                message = f"{term.section}절에서 배우는 '{word}'{_josa(word, '를')} {lesson.section}절이 설명도 링크도 없이 씁니다."
                yield Problem(prose.shown, *prose.locate(mention.start), message, _link_it(lesson, term))


def _texts(catalog: Catalog, page: Page) -> Iterator[Prose]:
    headings = "".join(m.group() if _HEADING.match(m.group()) else re.sub(r"[^\n]", " ", m.group()) for m in _LINE.finditer(page.blocks))
    yield Prose(page.shown, "page", headings, lambda offset: position(page.blocks, offset), page)
    for call in page.calls:
        if call.name == "figure" and call.subject in catalog.figures:
            yield of_figure(f"data/figures/{call.subject}.svg", catalog.figures[call.subject])
        entry = catalog.get(_SHOWN[call.name], str(call.subject)) if call.name in _SHOWN else None
        if entry is not None:
            document = catalog.documents[(_SHOWN[call.name], entry.id)]
            yield from of_fields(document, _SHOWN[call.name], document.data)


_LINE = re.compile(r"[^\n]*\n?")


def _link_it(lesson: Lesson, term: Term) -> str:
    return f'{lesson.page.shown}의 글에서 {{{{ term("{term.id}") }}}}로 잇거나 다른 말로 쓰십시오.'


def _at_prerequisites(page: Page, message: str, hint: str) -> Problem:
    assert page.meta_document
    return page.meta_document.problem(("prerequisites",), message, hint, key=True)


def _list(said: object) -> list[object]:
    """A list, or nothing where something else stands, which is reported."""
    return said if isinstance(said, list) else []


def _josa(word: str, particle: str) -> str:
    return josa(word, particle)[len(word) :]
