"""Rules for pages, one function a rule. Each says file, line, column, what is wrong and the nearest right thing."""

from __future__ import annotations

import inspect
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

import jinja2
from jinja2 import meta, nodes

from . import reader
from .catalog import Catalog
from .facts import FactError
from .pages import _JINJA, _RAW, Call, Page, nav_paths, position
from .problems import Problem, did_you_mean

# First argument of a macro -> kind of entry it names.
ID_ARGUMENTS = {
    "term": "terms", "matrix": "matrices", "product": "products", "timeline": "timelines",
    "cite": "sources", "quiz": "quizzes", "figure": "figures",
}
# Macros that put source marks on the page, which only sources() resolves.
MARKING = {"fact", "cite", "matrix", "product", "timeline", "errata"}
# Names that the engines put into every page's context.
CONTEXT = {"page", "config", "nav", "base_url", "pages", "files", "environment", "plugin", "git", "extra", "macros_info", "context"}
SECTION_KEYS = ("title", "description", "section", "objectives", "prerequisites", "verified", "level")
CHAPTER_FOLDERS = {
    "overview", "gpu", "datacenter", "software", "deep-learning", "tools", "operations", "performance", "security", "practice",
}
Signatures = Mapping[str, inspect.Signature]


def check_pages(pages: Mapping[str, Page], catalog: Catalog, signatures: Signatures, root: Path) -> Iterator[Problem]:
    for page in pages.values():
        yield from page.problems
        yield from comments(page)
        yield from syntax(page)
        yield from variables(page, signatures)
        for call in page.calls:
            yield from arguments(page, call, signatures)
            yield from ids(page, call, catalog)
        yield from marks_resolve(page)
        yield from front_matter(page, catalog, signatures)
        yield from links(page, pages, catalog, root)
    yield from in_nav(pages, root)
    yield from sections_once(pages)


def comments(page: Page) -> Iterator[Problem]:
    """`{#` opens a Jinja comment and swallows the text after it."""
    if not page.renders_macros:
        return
    text = _RAW.sub(lambda m: re.sub(r"[^\n]", " ", m.group(0)), page.body)
    for match in re.finditer(r"\{#", text):
        line, column = position(text, match.start())
        yield Problem(page.shown, line, column, "'{#'은 Jinja 주석의 시작이라 뒤의 글이 사라집니다.", "'{ #id }'처럼 띄어 쓰십시오.")


def syntax(page: Page) -> Iterator[Problem]:
    if isinstance(page.tree, jinja2.TemplateSyntaxError) and "comment" not in (page.tree.message or ""):
        message = f"매크로를 읽을 수 없습니다: {page.tree.message}."
        yield Problem(page.shown, page.tree.lineno, 1, message, "그대로 보일 중괄호는 {% raw %}…{% endraw %}로 감싸십시오.")


def variables(page: Page, signatures: Signatures) -> Iterator[Problem]:
    """Unknown macros, filters and undefined variables."""
    if not isinstance(page.tree, nodes.Template):
        return
    called = {c.name for c in page.calls}
    for call in page.calls:
        if call.name not in signatures and call.name not in _JINJA.globals:
            hint = did_you_mean(call.name, signatures, limit=20)
            yield Problem(page.shown, call.line, call.column, f"매크로 '{call.name}'을(를) 모릅니다.", hint)
    known = {*signatures, *CONTEXT, *page.meta, *_JINJA.globals}
    for name in sorted(meta.find_undeclared_variables(page.tree) - known - called):
        line = next((n.lineno for n in page.tree.find_all(nodes.Name) if n.name == name), 1)
        column = _column(page, line, name)
        yield Problem(page.shown, line, column, f"변수 '{name}'이(가) 정의되지 않았습니다.", did_you_mean(name, known))
    for node in page.tree.find_all(nodes.Filter):
        if node.name not in _JINJA.filters and node.name != "josa":
            column = _column(page, node.lineno, node.name)
            yield Problem(page.shown, node.lineno, column, f"필터 '{node.name}'을(를) 모릅니다.", did_you_mean(node.name, ["josa", *_JINJA.filters]))


def _column(page: Page, line: int, word: str) -> int:
    lines = page.body.splitlines()
    return lines[line - 1].find(word) + 1 if line <= len(lines) and word in lines[line - 1] else 1


def arguments(page: Page, call: Call, signatures: Signatures) -> Iterator[Problem]:
    """Arguments that the macro does not take."""
    signature = signatures.get(call.name)
    if signature is None:
        return
    for name in call.kwargs:
        if name not in signature.parameters:
            hint = did_you_mean(name, signature.parameters)
            yield Problem(page.shown, call.line, call.column, f"매크로 {call.name}()에 인자 '{name}'이(가) 없습니다.", hint)
            return
    try:
        signature.bind(*call.args, **call.kwargs)
    except TypeError:
        usage = f"{call.name}{_usage(signature)}"
        yield Problem(page.shown, call.line, call.column, f"매크로 {call.name}()의 인자가 맞지 않습니다.", f"쓰는 법: {usage}.")


def _usage(signature: inspect.Signature) -> str:
    return str(signature.replace(
        parameters=[p.replace(annotation=inspect.Parameter.empty) for p in signature.parameters.values()],
        return_annotation=inspect.Signature.empty,
    ))


def ids(page: Page, call: Call, catalog: Catalog) -> Iterator[Problem]:
    """Ids in macro calls that name nothing."""
    if not call.args or not isinstance(call.args[0], str):
        return
    id, kind = call.args[0], ID_ARGUMENTS.get(call.name)
    if call.name == "fact":
        try:
            catalog.facts.find(id)
        except FactError as error:
            yield Problem(page.shown, call.line, call.column, error.message, error.hint)
    elif kind == "figures" and id not in catalog.figures:
        yield Problem(page.shown, call.line, call.column, f"그림 '{id}'이(가) 없습니다.", did_you_mean(id, catalog.figures))
    elif kind and kind != "figures" and catalog.get(kind, id) is None:
        yield Problem(page.shown, call.line, call.column, f"{call.name}('{id}')가 가리키는 것이 없습니다.", did_you_mean(id, catalog.ids(kind)))


def marks_resolve(page: Page) -> Iterator[Problem]:
    """A page with source marks lists its sources, once, after the last mark."""
    marking = [c for c in page.calls if c.name in MARKING]
    lists = [c for c in page.calls if c.name == "sources"]
    if marking and not lists:
        yield Problem(page.shown, marking[0].line, marking[0].column, "출처 표시가 있는데 출처 목록이 없습니다.", "끝에 {{ sources() }}를 쓰십시오.")
    for call in marking:
        if lists and (call.line, call.column) > (lists[-1].line, lists[-1].column):
            yield Problem(page.shown, call.line, call.column, "출처 표시가 출처 목록보다 뒤에 있습니다.", "{{ sources() }}를 맨 끝으로 옮기십시오.")


def front_matter(page: Page, catalog: Catalog, signatures: Signatures) -> Iterator[Problem]:
    """Front matter that shadows a macro, or lacks what a section page must say."""
    for key in page.meta:
        if key in signatures and page.meta_document:
            problem = f"머리말의 '{key}'이(가) 같은 이름의 매크로를 가립니다."
            yield page.meta_document.problem((key,), problem, "다른 이름을 쓰십시오.", key=True)
    is_section = page.path.split("/")[0] in CHAPTER_FOLDERS and not page.path.endswith("index.md")
    for key in (SECTION_KEYS if is_section else ("title", "description")):
        if key not in page.meta:
            yield Problem(page.shown, 1, 1, f"머리말에 '{key}'이(가) 없습니다.", "예: section: '2.3'." if key == "section" else "")
    if page.meta_document is None:
        return
    for number, id in enumerate(page.meta.get("prerequisites") or ()):
        if catalog.get("terms", str(id)) is None:
            yield page.meta_document.problem(("prerequisites", number), f"용어 '{id}'이(가) 없습니다.", did_you_mean(str(id), catalog.ids("terms")))
    length = len(page.description)
    if is_section and page.description and not 60 <= length <= 110:
        yield page.meta_document.problem(("description",), f"description이 {length}자입니다.", "60-110자로 쓰십시오.")


def links(page: Page, pages: Mapping[str, Page], catalog: Catalog, root: Path) -> Iterator[Problem]:
    """Relative links to a page, file or anchor that is not there."""
    for link in page.links:
        target, _, anchor = unquote(link.target).partition("#")
        if "{{" in target or ":" in target.split("/")[0]:
            continue
        if target.startswith("/"):
            yield Problem(page.shown, link.line, link.column, f"절대 경로 '{target}'은(는) 프로젝트 사이트에서 깨집니다.", "상대 경로로 쓰십시오.")
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target)) if target else page.path
        if path not in pages:
            if not (root / "docs" / path).is_file():
                hint = did_you_mean(path, pages)
                yield Problem(page.shown, link.line, link.column, f"링크가 가리키는 파일 '{path}'이(가) 없습니다.", hint)
            continue
        available = anchors(pages[path], catalog)
        if anchor and anchor not in available:
            yield Problem(page.shown, link.line, link.column, f"'{path}'에 앵커 '#{anchor}'이(가) 없습니다.", did_you_mean(anchor, available))


def anchors(page: Page, catalog: Catalog) -> set[str]:
    """Anchors of a page: its own, and those its macros make."""
    makers: dict[str, Callable[[], set[str]]] = {
        "glossary": lambda: set(catalog.terms), "errata": lambda: set(catalog.errata),
    }
    found = set(page.anchors)
    for call in page.calls:
        if call.name in makers:
            found |= makers[call.name]()
        elif call.name in ("matrix", "product", "timeline", "figure") and call.args:
            found.add(f"{call.name}-{call.args[0]}")
    return found


def in_nav(pages: Mapping[str, Page], root: Path) -> Iterator[Problem]:
    """Pages missing from nav, and nav lines without a page."""
    config, problems = reader.read(root / "mkdocs.yml", root)
    yield from problems
    if config is None:
        return
    listed = nav_paths(config)
    for path, page in pages.items():
        if path not in listed:
            yield Problem(page.shown, 1, 1, "페이지가 mkdocs.yml의 nav에 없습니다.", f"nav에 '{path}' 줄을 더하십시오.")
    for path, mark in listed.items():
        if path not in pages:
            yield Problem("mkdocs.yml", *mark, f"nav의 '{path}'에 해당하는 파일이 docs/에 없습니다.", did_you_mean(path, pages))


def sections_once(pages: Mapping[str, Page]) -> Iterator[Problem]:
    """One page a section."""
    first: dict[str, str] = {}
    for page in pages.values():
        if page.section and page.meta_document:
            if page.section in first:
                yield page.meta_document.problem(("section",), f"절 {page.section}은(는) 이미 '{first[page.section]}'에 있습니다.")
            first.setdefault(page.section, page.shown)
