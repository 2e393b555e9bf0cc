"""Rules for pages, one function a rule. Each says file, line, column, what is wrong and the nearest right thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import jinja2
from pydantic import ValidationError

from . import number_lint, reader
from .call_checks import Signatures, arguments, filters, ids, names, values
from .catalog import Catalog
from .exam import unknown
from .link_checks import links, nested
from .messages import problems_of
from .model.page import FrontMatter
from .pages import Call, Page, nav_paths, parse, position
from .problems import Problem, did_you_mean

# Macros that put source marks on the page, which only sources() resolves.
MARKING = {"fact", "calc", "cite", "matrix", "chart", "product", "timeline", "errata", "exam", "ledger"}
SECTION_KEYS = ("title", "description", "section", "objectives", "prerequisites", "verified", "level")
Pages = Mapping[str, Page]


def check_pages(pages: Pages, catalog: Catalog, signatures: Signatures, root: Path) -> Iterator[Problem]:
    for page in pages.values():
        yield from page.problems
        yield from comments(page)
        yield from unmerged(page)
        yield from syntax(page)
        yield from names(page, signatures)
        yield from filters(page)
        for call in page.calls:
            if call.name in signatures:
                yield from arguments(page, call, signatures[call.name])
                yield from ids(page, call, catalog)
                yield from values(page, call, catalog, pages)
        yield from marks_resolve(page, catalog)
        yield from front_matter(page, catalog, signatures)
        yield from links(page, pages, catalog, root)
        yield from nested(page)
    yield from number_lint.typed_numbers(pages, catalog)
    yield from in_nav(pages, root)
    yield from sections_once(pages)


def comments(page: Page) -> Iterator[Problem]:
    """`{#` opens a Jinja comment and swallows the text after it."""
    if not page.renders_macros:
        return
    for match in re.finditer(r"\{#", page.unraw):
        line, column = position(page.unraw, match.start())
        yield Problem(page.shown, line, column, "'{#'은 Jinja 주석의 시작이라 뒤의 글이 사라집니다.", "'{ #id }'처럼 띄어 쓰십시오.")


def unmerged(page: Page) -> Iterator[Problem]:
    """What git leaves where a merge was not finished: `=======` would make the paragraph above it a heading."""
    for match in re.finditer(r"^(?:<<<<<<<|>>>>>>>) .*$", page.blocks, re.M):
        line, column = position(page.blocks, match.start())
        yield Problem(page.shown, line, column, f"합치다 만 자리입니다: '{match.group()}'.", "남길 쪽을 고르고 표시를 지우십시오.")


# What Jinja says -> what to tell an author. \1 is what it quotes.
_COMPLAINTS = (
    (r"Encountered unknown tag '(.+)'\.", r"태그 '\1'을(를) 모릅니다"),
    (r"Missing end of raw directive", "'{% raw %}'에 짝이 되는 '{% endraw %}'가 없습니다"),
    (
        r"[Uu]nexpected end of template.*innermost block that needs to be closed is '(.+)'",
        r"'{% \1 %}'에 짝이 되는 '{% end\1 %}'가 없습니다",
    ),
    (r"[Uu]nexpected end of template", "닫는 괄호가 없습니다"),
    (r"unexpected '.', expected '(.)'", r"'\1'이(가) 빠졌습니다"),
    (r"expected token 'end of print statement'", "'}}'로 닫히지 않았거나 그 앞에 읽을 수 없는 것이 있습니다"),
    (r"expected token ','", "',', 괄호, 따옴표 가운데 하나가 빠졌습니다"),
    (r"unexpected (?:char )?'(.+?)'", r"'\1'이(가) 올 자리가 아닙니다"),
)


def syntax(page: Page) -> Iterator[Problem]:
    if isinstance(page.tree, jinja2.TemplateSyntaxError):
        said = page.tree.message or ""
        message = next((re.sub(f".*?{english}.*", korean, said) for english, korean in _COMPLAINTS if re.search(english, said)), said)
        hint = "그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오."
        yield Problem(page.shown, *_opening(page, page.tree.lineno), f"매크로를 읽을 수 없습니다: {message}.", hint)


def _opening(page: Page, line: int) -> tuple[int, int]:
    """Where the braces open that Jinja stumbled over at `line`, or later: the first that cannot be read by themselves."""
    openers = [m for m in re.finditer(r"\{\{|\{%", page.unraw) if position(page.unraw, m.start())[0] <= line]
    ends = [*(m.start() for m in openers[1:]), len(page.unraw)]
    for opener, end in zip(openers, ends, strict=True):
        alone = page.unraw[opener.start() : end]
        if opener.group() == "{{" and isinstance(parse(alone), jinja2.TemplateSyntaxError):
            return position(page.unraw, opener.start())
    blocks = [m for m in openers if m.group() == "{%"] or openers
    return position(page.unraw, blocks[-1].start()) if blocks else (line, 1)


def _marks(call: Call, catalog: Catalog) -> bool:
    """Whether a call puts source marks on the page."""
    if call.name == "quiz":
        quiz = catalog.get("quizzes", str(call.subject))
        return any(n.derived for q in (quiz.questions if quiz else ()) if q.kind == "numeric" for n in (q, *q.mistakes))
    return call.name in MARKING or (call.name == "glossary" and call.kwargs.get("part") not in (None, "english"))


def marks_resolve(page: Page, catalog: Catalog) -> Iterator[Problem]:
    """A page with source marks lists its sources, once, after the last mark."""
    marking = [c for c in page.calls if _marks(c, catalog)]
    lists = [c for c in page.calls if c.name == "sources"]
    if marking and not lists:
        yield Problem(
            page.shown, marking[0].line, marking[0].column, "출처 표시가 있는데 출처 목록이 없습니다.", "끝에 {{ sources() }}를 쓰십시오."
        )
    for call in lists[1:]:
        yield Problem(page.shown, call.line, call.column, "출처 목록이 두 번 있습니다.", "{{ sources() }}는 맨 끝에 한 번만 씁니다.")
    for call in marking:
        if lists and (call.line, call.column) > (lists[-1].line, lists[-1].column):
            yield Problem(
                page.shown, call.line, call.column, "출처 표시가 출처 목록보다 뒤에 있습니다.", "{{ sources() }}를 맨 끝으로 옮기십시오."
            )


def front_matter(page: Page, catalog: Catalog, signatures: Signatures) -> Iterator[Problem]:
    """Front matter that shadows a macro, lacks what a page must say, or says it wrong."""
    if page.problems and not page.meta:
        return  # it cannot be read, and that is reported
    is_section = page.is_section
    for key in SECTION_KEYS if is_section else ("title", "description"):
        if page.meta.get(key) is None:
            yield Problem(page.shown, 1, 1, f"머리말에 '{key}'이(가) 없습니다.", "예: section: '2.3'." if key == "section" else "")
    if page.meta_document is None:
        return
    for key in page.meta:
        if key in signatures:
            problem = f"머리말의 '{key}'이(가) 같은 이름의 매크로를 가립니다."
            yield page.meta_document.problem((key,), problem, "다른 이름을 쓰십시오.", key=True)
    try:
        said = FrontMatter.model_validate(page.meta)
    except ValidationError as error:
        yield from problems_of(page.meta_document, (), error.errors(), FrontMatter)
        return
    for number, id in enumerate(said.prerequisites or ()):
        if not catalog.has("terms", id):
            yield page.meta_document.problem(
                ("prerequisites", number), f"용어 '{id}'이(가) 없습니다.", did_you_mean(id, catalog.ids("terms"))
            )
    for number, id in enumerate(said.no_terms):
        if id != "*" and not catalog.has("terms", id):
            yield page.meta_document.problem(("no_terms", number), f"용어 '{id}'이(가) 없습니다.", did_you_mean(id, catalog.ids("terms")))
    for number, id in enumerate(said.objectives or ()):
        if wrong := unknown(catalog, id):
            yield page.meta_document.problem(("objectives", number), *wrong)
    length = len(page.description)
    if is_section and page.description and not 60 <= length <= 110:
        yield page.meta_document.problem(("description",), f"description이 {length}자입니다.", "60-110자로 쓰십시오.")


def in_nav(pages: Pages, root: Path) -> Iterator[Problem]:
    """Pages missing from nav, and nav lines without a page."""
    config, problems = reader.read(root / "mkdocs.yml", "mkdocs.yml")
    yield from problems
    if config is None:
        return
    listed = nav_paths(config)
    for path, page in pages.items():
        if path not in listed and not page.generated:
            yield Problem(page.shown, 1, 1, "페이지가 mkdocs.yml의 nav에 없습니다.", f"nav에 '{path}' 줄을 더하십시오.")
    for path, mark in listed.items():
        if path not in pages:
            yield Problem("mkdocs.yml", *mark, f"nav의 '{path}'에 해당하는 파일이 docs/에 없습니다.", did_you_mean(path, pages))


def sections_once(pages: Pages) -> Iterator[Problem]:
    """One page a section."""
    first: dict[str, str] = {}
    for page in pages.values():
        if page.section and page.meta_document:
            if page.section in first:
                yield page.meta_document.problem(("section",), f"절 {page.section}은(는) 이미 '{first[page.section]}'에 있습니다.")
            first.setdefault(page.section, page.shown)
