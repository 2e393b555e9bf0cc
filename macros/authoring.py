"""What authors call in Markdown. Each public method of Author is a macro of the same name; nothing here knows an engine."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from . import charts, links, records, trust
from . import matrix as matrices
from .catalog import Catalog
from .exam import coverage
from .facts import Computed, Resolved
from .josa import josa
from .learning import Course
from .model.product import Product
from .notes import Notes
from .pages import Page
from .product_page import ProductIndex
from .render import Renderer, hangul
from .render import glossary as glossaries
from .render import lessons as lesson_map
from .render.ledger import PARTS, ledger_parts
from .render.products import product_list, product_page
from .term_index import TermIndex

MACROS = (
    "term",
    "glossary",
    "confusables",
    "fact",
    "calc",
    "cite",
    "matrix",
    "product",
    "chart",
    "products",
    "matrices",
    "ledger",
    "exports",
    "timeline",
    "figure",
    "quiz",
    "exam",
    "errata",
    "lab",
    "measured",
    "contents",
    "lessons",
    "needs",
    "sources",
    "count",
)
COUNTS = ("terms", "confusables", "sources", "products", "matrices", "facts", "errata", "sections")
FILTERS: Mapping[str, Callable[..., str]] = {"josa": josa}


class Author:
    """Macros bound to a catalog. `context` is Jinja's, passed by the engine adapter; page state is kept by page path."""

    def __init__(self, catalog: Catalog, pages: Mapping[str, Page]) -> None:
        self.catalog, self.site = catalog, pages
        self._notes: dict[str, Notes] = {}
        self._rewritten = False
        self._index = ProductIndex(catalog, pages)
        self._terms = TermIndex(catalog, pages, self._index)
        self._render = Renderer(catalog, self._link)

    @cached_property
    def _course(self) -> Course:
        return Course(self.catalog, self.site)

    def _of(self, context: Any) -> tuple[str, Notes]:
        page = links.page_path(context)
        self._rewritten = links.rewrites_html(context)
        return page, self._notes.setdefault(page, Notes())

    def _link(self, to: str, page: str, anchor: str = "") -> str:
        return links.source_relative(to, page, anchor) if self._rewritten else links.relative(to, page, anchor)

    def term(self, context: Any, id: str, text: str | None = None) -> str:
        """용어 풀이로 가는 링크. 글을 주지 않으면 처음에는 '워프(warp)', 다음부터는 '워프'."""
        page, notes = self._of(context)
        term = self._entry("terms", id)
        first = term.id not in notes.terms and text is None
        notes.terms.add(term.id)
        gloss = [g for g in (term.en, term.abbr) if first and g and g.lower() != term.ko.lower()]
        return self._render.inline("term", term=term, text=text or term.ko, gloss=gloss, href=self._link(links.GLOSSARY, page, term.id))

    def fact(self, context: Any, id: str, unit: str | None = None, digits: int | None = None, words: bool = False) -> str:
        """사실 하나의 값과 단위, 출처 표시. unit은 보일 단위, digits는 소수 자릿수, words=True는 한정어도 적는다."""
        _, notes = self._of(context)
        found = self.catalog.facts.find(id)
        return self._render.fact(found, unit, digits, words, self._marks(notes, found))

    def calc(self, context: Any, formula: str, unit: str, digits: int | None = None) -> str:
        """사실로 계산한 수. formula는 사실의 id로 쓴 식, unit은 결과의 단위, digits는 소수 자릿수."""
        _, notes = self._of(context)
        found, marks = self._computed(notes, formula, unit)
        return self._render.inline("calc", found=found, digits=digits, marks=marks)

    def cite(self, context: Any, id: str, locator: str = "") -> str:
        """출처 표시. locator는 출처 안의 자리."""
        _, notes = self._of(context)
        return self._render.inline("cite", marks=[self._mark(notes, id, locator)])

    def matrix(self, context: Any, id: str) -> str:
        """비교표. 열과 행은 data/matrices/<id>.yml에 있다."""
        page, notes = self._of(context)
        table = self._entry("matrices", id)
        shown = {"rows": matrices.shown_rows(table, self.catalog), "columns": matrices.columns(table, self.catalog)}
        return self._render.block(
            "matrix",
            matrix=table,
            page=page,
            **shown,
            marks=lambda x: self._marks(notes, x) if isinstance(x, Resolved) else self._any_marks(notes, x),
            mark=lambda source: [self._mark(notes, source)],
            official=lambda source: self._entry("sources", source).kind == "primary",
        )

    def chart(self, context: Any, id: str) -> str:
        """막대그림과 그 값의 표. 무엇을 그릴지는 data/charts/<id>.yml에 있다."""
        _, notes = self._of(context)
        chart = self._entry("charts", id)
        bars = charts.bars(chart, self.catalog)
        description = f"{chart.how_to_read} {', '.join(f'{b.label} {b.text}' for b in bars)}."
        svg = charts.drawing(chart, self.catalog, description)
        return self._render.block("chart", chart=chart, bars=bars, svg=svg, marks=lambda x: self._any_marks(notes, x))

    def product(self, context: Any, id: str, page: bool = False) -> str:
        """제품 하나의 사양 전체를 표로 보인다. page=True면 제품 페이지의 본문 전체."""
        path, notes = self._of(context)
        found = self._entry("products", id)
        if page:
            day = [self._mark(notes, found.announced.source)] if found.announced else []
            compare = self._link(links.COMPARE_ANY, path) if links.COMPARE_ANY in self.site else ""
            return product_page(self._render, self._index, found, path, day, lambda x: self._any_marks(notes, x), compare)
        specs = [
            (self.catalog.attributes[a], [self.catalog.facts.resolve(found.id, a, f) for f in facts]) for a, facts in found.specs.items()
        ]
        announced = [self._mark(notes, found.announced.source)] if found.announced else []
        return self._render.block("product", product=found, specs=specs, announced=announced, marks=lambda x: self._any_marks(notes, x))

    def products(self, context: Any, kind: str | None = None, level: int = 2) -> str:
        """모든 제품을 종류와 계열로 나누어 보인다. kind를 주면 그 종류만. level은 종류 제목의 단계."""
        page, _ = self._of(context)
        return product_list(self._render, self.catalog.products, kind, level, page)

    def matrices(self, context: Any) -> str:
        """모든 비교표의 목록. 표가 실린 페이지로 간다."""
        page, _ = self._of(context)
        pages = self._index.pages_of_matrix
        tables = [(table, pages[id][0]) for id, table in self.catalog.matrices.items() if id in pages]
        columns = {table.id: len(matrices.columns(table, self.catalog)) for table, _ in tables}
        return self._render.block("matrices", tables=tables, columns=columns, page=page)

    def ledger(self, context: Any, part: str | None = None) -> str:
        """신뢰 장부: 사실이 어디서 왔고 언제 누가 보았는지. part를 주면 한 부분만."""
        page, notes = self._of(context)
        if part not in (None, *PARTS):
            raise ValueError(f"ledger('{part}')에 해당하는 부분이 없습니다. 쓸 수 있는 값: {', '.join(PARTS)}.")
        found = trust.ledger(self.catalog, trust.build_day())
        return ledger_parts(self._render, found, part, page, lambda x: self._any_marks(notes, x))

    def exports(self, context: Any, fact: str | None = None) -> str:
        """받을 수 있는 데이터 파일의 표. fact를 주면 그 사실이 파일에 적히는 모양."""
        page, _ = self._of(context)
        if fact is not None:
            said = records.fact_record(self.catalog, fact).model_dump_json(indent=2)
            return "```json\n" + json.dumps(json.loads(said), ensure_ascii=False, indent=2) + "\n```"
        datasets = [(dataset, sum(1 for _ in dataset.records(self.catalog))) for dataset in records.DATASETS]
        return self._render.block("exports", datasets=datasets, folder=links.folder("data", page, self._rewritten))

    def timeline(self, context: Any, id: str) -> str:
        """연표. 일은 data/timelines/<id>.yml에 있다."""
        page, notes = self._of(context)
        line = self._entry("timelines", id)
        if line.products:
            years = matrices.launches(line.products, self.catalog)
            marks = lambda p: [self._mark(notes, p.announced.source)]  # noqa: E731
            return self._render.block("launches", timeline=line, years=years, marks=marks, page=page)
        where = {p.section: p for p in self.site.values() if p.section}
        events = [(e, [self._mark(notes, s) for s in e.sources], self._section_link(where, e.section, page)) for e in line.events]
        return self._render.block("timeline", timeline=line, events=events)

    def figure(self, context: Any, id: str, caption: str = "") -> str:
        """그림. data/figures/<id>.svg를 글 안에 넣는다. caption은 그림 아래 설명."""
        svg = self.catalog.figures.get(id)
        if svg is None:
            raise ValueError(f"그림 '{id}'이(가) 없습니다.")
        return self._render.block("figure", id=id, svg=svg, caption=caption)

    def quiz(self, context: Any, section: str) -> str:
        """확인 문제. 문제는 data/quizzes/<section>.yml에 있다."""
        page, notes = self._of(context)
        quiz = self._entry("quizzes", section)
        return self._render.block("quiz", quiz=quiz, page=page, compute=lambda text, unit: self._computed(notes, text, unit))

    def exam(self, context: Any, domain: str | None = None) -> str:
        """시험 목표마다 가르치는 페이지, 묻는 문제, 용어. 영역을 주면 그 영역의 것만."""
        page, notes = self._of(context)
        if self.catalog.exam is None:
            raise ValueError("data/exam.yml이 없습니다.")
        where = {p.section: p for p in self.site.values() if p.section}
        domains = list(coverage(self.catalog, self.site, domain))
        marks = [self._mark(notes, self.catalog.exam.source, self.catalog.exam.locator)]
        question = lambda section, id: self._link(where[section].path, page, id) if section in where else ""  # noqa: E731
        return self._render.block("exam", domains=domains, page=page, question=question, marks=marks)

    def lab(self, context: Any, id: str, block: str) -> str:
        """실습의 기록된 토막: 찍힌 출력, 실행한 코드, GPU의 명령. `make labs`가 기록한다."""
        run = self._entry("labs", id)
        found = run.blocks.get(block)
        if found is None:
            raise ValueError(f"실습 '{id}'에 토막 '{block}'이(가) 없습니다.")
        note = self._render.block("lab", run=run, at=block, shown=found)
        text = f"```{found.language}\n{found.text}\n```"
        return f"{note}\n\n{text}" if found.kind == "gpu" else f"{text}\n\n{note}"

    def measured(self, context: Any, id: str, value: str, digits: int | None = None) -> str:
        """실습이 잰 수 하나. digits는 소수 자릿수."""
        found = self._entry("labs", id).values.get(value)
        if found is None:
            raise ValueError(f"실습 '{id}'에 값 '{value}'이(가) 없습니다.")
        return self._render.inline("measured", found=found, digits=digits)

    def errata(self, context: Any, section: str | None = None) -> str:
        """입문서의 잘못과 바른 내용. 절을 주면 그 절의 것만."""
        page, notes = self._of(context)
        found = sorted(
            (e for e in self.catalog.errata.values() if section in (None, e.section)),
            key=lambda e: (*map(int, e.section.split(".")), e.id),
        )
        where = {p.section: p for p in self.site.values() if p.section}
        groups: dict[str, list[Any]] = {}
        for e in found:
            groups.setdefault(e.section, []).append((e, [self._mark(notes, s) for s in e.sources]))
        shown = [(s, where.get(s), self._section_link(where, s, page), entries) for s, entries in groups.items()]
        return self._render.block("errata", groups=shown, full=section is None)

    def glossary(self, context: Any, chapter: int | None = None, section: str | None = None, part: str | None = None) -> str:
        """용어 풀이. 장이나 절을 주면 그곳의 용어만 짧은 표로 보인다. part는 저절로 만드는 페이지가 쓴다: english나 첫 글자."""
        page, notes = self._of(context)
        chosen = [t for t in self.catalog.terms.values() if chapter in (None, t.chapter) and section in (None, t.section)]
        if part == "english":
            return glossaries.english(self._render, chosen, page)
        if part is not None:
            group = next((sheet.terms for sheet in hangul.sheets(chosen) if sheet.anchor == part), None)
            if group is None:
                raise ValueError(f"glossary(part='{part}')에 해당하는 용어가 없습니다.")
            marks = lambda ids: [self._mark(notes, s) for s in ids]  # noqa: E731
            return glossaries.letter(self._render, group, page, marks, self._terms.of)
        if chapter is None and section is None:
            return glossaries.whole(self._render, self.catalog, page, self.site, self._terms.of)
        chosen.sort(key=lambda t: t.ko)
        return self._render.block("term_table", terms=chosen, page=page, glossary=links.GLOSSARY)

    def confusables(self, context: Any, id: str | None = None) -> str:
        """헷갈리는 짝: 함께 가진 것, 결정적인 차이와 그 출처, 가리는 한 문장. id를 주면 그 묶음만 제목 없이 보인다."""
        page, notes = self._of(context)
        chosen = self.catalog.confusables.values() if id is None else [self._entry("confusables", id)]
        groups = [(group, [self._entry("terms", term) for term in group.terms]) for group in chosen]
        groups.sort(key=lambda g: [(hangul.is_latin(t.short), t.short.casefold()) for t in g[1]])  # as their list names them
        shown = [(group, terms, records.differences(terms), [self._mark(notes, s) for s in group.sources]) for group, terms in groups]
        return self._render.block("confusables", groups=shown, page=page, glossary=links.GLOSSARY, level=2 if id is None else None)

    def contents(self, context: Any, chapter: int | None = None) -> str:
        """장의 절 목록. 장을 주지 않으면 배우는 차례대로 전체 학습 지도."""
        page, _ = self._of(context)
        chapters: dict[int, list[Page]] = {lesson.chapter: [] for lesson in self._course.lessons}
        for p in self.site.values():
            if p.chapter and chapter in (None, p.chapter):
                chapters.setdefault(p.chapter, []).append(p)
        heads = {n: self.site.get(f"{ps[0].path.split('/')[0]}/index.md") for n, ps in chapters.items() if ps}
        shown = [
            (
                n,
                heads[n],
                self._link(heads[n].path, page) if heads[n] else "",  # type: ignore[union-attr]
                [(p, self._link(p.path, page)) for p in sorted(ps, key=lambda p: p.section or "")],
            )
            for n, ps in chapters.items()
            if ps
        ]
        return self._render.block("contents", chapters=shown, map=chapter is None)

    def lessons(self, context: Any, chapter: int | None = None) -> str:
        """배우는 순서와 선수 관계의 지도: 절마다 먼저 읽을 절, 이어지는 절, 배우는 용어. 장을 주면 그림 없이 그 장의 것만."""
        page, _ = self._of(context)
        course = self._course
        heads = {lesson.chapter: self.site.get(f"{lesson.page.path.split('/')[0]}/index.md") for lesson in course.lessons}
        chosen = [lesson for lesson in course.lessons if chapter in (None, lesson.chapter)]
        where = {lesson.section: lesson.page for lesson in course.lessons}
        lists = lesson_map.chapters(self._render, chosen, heads, page, where, course.next_after)
        if chapter is not None:
            return lists
        titles = {c: f"{c}. {head.title}" if head else f"{c}장" for c, head in heads.items()}
        return lesson_map.drawing(self._render, lesson_map.chapter_needs(course.lessons), titles) + "\n" + lists

    def needs(self, context: Any, section: str | None = None) -> str:
        """절을 읽기 전에 알아야 할 용어와 그것을 가르치는 절. 절을 주지 않으면 이 글의 것."""
        page, _ = self._of(context)
        lesson = self._course.by_section[section or str(self.site[page].section)]
        where = {needed: self._course.by_section[needed].page for needed in lesson.needs}
        return self._render.block("needs", lesson=lesson, page=page, where=where)

    def count(self, context: Any, kind: str) -> str:
        """세어서 적는 수: terms, confusables, sources, products, matrices, facts, errata, sections."""
        if kind not in COUNTS:
            raise ValueError(f"count('{kind}')로 셀 수 있는 것이 없습니다. 쓸 수 있는 값: {', '.join(COUNTS)}.")
        if kind == "sections":
            return f"{sum(1 for p in self.site.values() if p.section):,}"
        if kind == "facts":
            return f"{sum(len(f) for p in self.catalog.products.values() for f in p.specs.values()):,}"
        return f"{len(self.catalog.of(kind)):,}"

    def sources(self, context: Any) -> str:
        """이 페이지가 보인 수의 풀이와 출처의 목록. 페이지의 맨 끝에 쓴다."""
        page, notes = self._of(context)
        for other in [d for found in notes.facts.values() if isinstance(found, Resolved) for d in found.fact.disagrees]:
            self._mark(notes, other.source)
        listed = [(self._entry("sources", id), tuple(places)) for id, places in notes.sources.items()]
        facts = [(product, self._product_link(product, page), start, shown) for product, start, shown in notes.by_product()]
        return self._render.block("sources", sources=listed, facts=facts, cite=lambda id: self._mark(notes, id))

    def _entry(self, kind: str, id: str) -> Any:
        entry = self.catalog.get(kind, id)
        if entry is None:
            raise ValueError(f"{kind}에 '{id}'이(가) 없습니다.")
        return entry

    def _product_link(self, product: Product | None, page: str) -> str:
        """A product's own page, where there is one and this is not it."""
        path = f"products/{product.id}.md" if product else ""
        return self._link(path, page) if path in self.site and path != page else ""

    def _section_link(self, where: Mapping[str, Page], section: str | None, page: str) -> str:
        target = where.get(section or "")
        return self._link(target.path, page) if target else ""

    def _mark(self, notes: Notes, id: str, locator: str = "") -> tuple[int, str]:
        """(number on the page, id now) of a source, which may be named by a former id."""
        now = self._entry("sources", id).id
        return notes.number(now, locator), now

    def _marks(self, notes: Notes, found: Resolved | Computed) -> list[tuple[int, str]]:
        """Source marks of a fact, which is kept for the page's notes: they say where in the source, the list need not."""
        notes.show(found)
        return list(dict.fromkeys(self._mark(notes, id) for id, _ in found.sources))

    def _computed(self, notes: Notes, text: str, unit: str) -> tuple[Computed, list[tuple[int, str]]]:
        found = self.catalog.facts.compute(notes.computed(text, unit), text, unit)
        return found, self._marks(notes, found)

    def _any_marks(self, notes: Notes, shown: Any) -> list[tuple[int, str]]:
        """Source marks of a fact, or of a written cell."""
        if isinstance(shown, Resolved):
            marks = self._marks(notes, shown)
            return list(dict.fromkeys([*marks, *(self._mark(notes, d.source) for d in shown.fact.disagrees)]))
        return [self._mark(notes, shown.source, shown.locator or "")] if shown and shown.source else []


def signatures() -> dict[str, inspect.Signature]:
    """What each macro takes, without `self` and the context the engine passes."""
    found = {}
    for name in MACROS:
        signature = inspect.signature(getattr(Author, name))
        found[name] = signature.replace(parameters=list(signature.parameters.values())[2:])
    return found
