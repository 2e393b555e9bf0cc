"""The order in which the section pages teach, and what each needs: the nav says the order, front matter what must be known before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from . import reader
from .catalog import Catalog
from .model import Term
from .pages import Page, nav_paths

NAV = "mkdocs.yml"


@dataclass(frozen=True)
class Lesson:
    """One section page in its place."""

    page: Page
    section: str
    terms: tuple[Term, ...]
    """What it teaches."""
    needs: Mapping[str, tuple[Term, ...]]
    """Other sections, in the order of learning, and the terms of each that the page's front matter asks for."""
    leads: tuple[str, ...]
    """Sections that need this one."""
    ahead: tuple[Term, ...]
    """Terms that its own terms need and that come only later: the page links them."""

    @property
    def chapter(self) -> int:
        return int(self.section.split(".")[0])


class Course:
    """All lessons in the order of learning."""

    def __init__(self, catalog: Catalog, pages: Mapping[str, Page]) -> None:
        self._catalog = catalog
        ordered = _in_order(catalog, pages)
        self.place: Mapping[str, int] = {page.section or "": number for number, page in enumerate(ordered)}
        asked = {page.section or "": self._asked(page) for page in ordered}
        leads = {section: tuple(s for s, needs in asked.items() if section in needs) for section in asked}
        self.lessons = tuple(
            Lesson(page, section, terms := self._taught(section), asked[section], leads[section], self._ahead(section, terms))
            for page in ordered
            for section in (page.section or "",)
        )
        self.by_section: Mapping[str, Lesson] = {lesson.section: lesson for lesson in self.lessons}

    def before(self, section: str) -> set[str]:
        """Sections that one who read what a page asks for, and what that asks for, has read."""
        found: set[str] = set()
        waiting = [section]
        while waiting:
            new = set(self.by_section[waiting.pop()].needs) - found
            found |= new
            waiting += new
        return found

    def next_after(self, lesson: Lesson) -> tuple[str, ...]:
        """Sections that need this one, but those that need another of them: what one can read now."""
        return tuple(s for s in lesson.leads if not any(lesson.section in self.before(n) for n in self.by_section[s].needs))

    def is_later(self, term: Term, section: str) -> bool:
        """Whether a page teaches the term only after this section."""
        return term.section in self.place and section in self.place and self.place[term.section] > self.place[section]

    def _taught(self, section: str) -> tuple[Term, ...]:
        return tuple(sorted((t for t in self._catalog.terms.values() if t.section == section), key=lambda t: (t.ko.casefold(), t.id)))

    def _asked(self, page: Page) -> dict[str, tuple[Term, ...]]:
        """The terms in a page's `prerequisites`, by the section that teaches them."""
        terms = known(self._catalog, page.meta.get("prerequisites"))
        sections = {t.section for t in terms if t.section != page.section and t.section in self.place}
        return {s: tuple(t for t in terms if t.section == s) for s in sorted(sections, key=lambda s: self.place[s])}

    def _ahead(self, section: str, terms: Iterable[Term]) -> tuple[Term, ...]:
        found = {need.id: need for term in terms for need in known(self._catalog, term.prerequisites) if self.is_later(need, section)}
        return tuple(sorted(found.values(), key=lambda t: (self.place[t.section], t.ko)))


def known(catalog: Catalog, ids: object) -> list[Term]:
    """The terms of a list of ids, without what is no id of one: that is reported elsewhere."""
    terms = (catalog.get("terms", id) for id in (ids if isinstance(ids, list | tuple) else ()) if isinstance(id, str))
    return [term for term in terms if term is not None]


def cycles(graph: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Each cycle once, beginning at its alphabetically first node."""
    for start in sorted(graph):
        trail = _cycle(graph, start)
        if trail and start == min(trail):
            yield trail


def _cycle(graph: Mapping[str, Iterable[str]], start: str) -> tuple[str, ...]:
    stack: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while stack:
        trail = stack.pop()
        for node in graph[trail[-1]]:
            if node == start and len(trail) > 1:
                return trail
            if node in graph and node not in seen:
                seen.add(node)
                stack.append((*trail, node))
    return ()


def _in_order(catalog: Catalog, pages: Mapping[str, Page]) -> list[Page]:
    """The section pages that the nav lists, in its order; one page a section."""
    config, _ = reader.read(catalog.root / NAV, NAV)
    found: dict[str, Page] = {}
    for path in nav_paths(config) if config else ():
        page = pages.get(path)
        if page is not None and page.section:
            found.setdefault(page.section, page)
    return list(found.values())
