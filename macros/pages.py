"""What the pages call and link to, read without rendering them, with exact lines even after front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import meta, nodes
from markdown.extensions.toc import slugify_unicode

from . import reader
from .josa import josa
from .model.base import SECTION_PATTERN
from .problems import Problem

# The first line of a page that is made from data (macros/stubs.py).
GENERATED = "# 데이터에서 만든 페이지입니다. 고치지 마십시오."
CHAPTER_FOLDERS = frozenset(
    """
    overview gpu datacenter software deep-learning tools operations performance security practice start networking cluster gpu-ops llm
    """.split()
)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.S)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.S)
_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})[^\n]*\n.*?^\1\2[ \t]*$", re.S | re.M)
_CODE = re.compile(r"(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.S)
_LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*(?:<([^>\n]+)>|([^)\s]+))(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]:[ \t]*(?:<([^>\n]+)>|(\S+))", re.M)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*$", re.M)
_EXPLICIT = re.compile(r"\{:?\s*[^}]*?#([\w-]+)[^}]*\}")
_ID = re.compile(r"\bid=\"([^\"]+)\"")
_JINJA = jinja2.Environment()
_JINJA.filters["josa"] = josa


@dataclass(frozen=True)
class Call:
    """One macro call: name, literal arguments (None where not a literal), position."""

    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    line: int
    column: int

    @property
    def subject(self) -> Any:
        """What the call is about: its first argument, by position or by name."""
        names = ("id", "section", "domain", "formula")
        return self.args[0] if self.args else next((self.kwargs[k] for k in names if k in self.kwargs), None)


@dataclass(frozen=True)
class Link:
    target: str
    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """A page's source. `path` is relative to docs/, `shown` to the project root."""

    path: str
    shown: str
    text: str
    meta: dict[str, Any]
    meta_document: reader.Document | None
    body: str = field(repr=False)
    """The text with the front matter blanked, so that lines count as in the file."""
    problems: tuple[Problem, ...] = ()

    @property
    def section(self) -> str | None:
        value = str(self.meta.get("section"))
        return value if re.fullmatch(SECTION_PATTERN, value) else None

    @property
    def is_section(self) -> bool:
        """Whether the page stands where sections do, whatever its front matter says."""
        return self.path.split("/")[0] in CHAPTER_FOLDERS and not self.path.endswith("index.md")

    @property
    def chapter(self) -> int | None:
        return int(self.section.split(".")[0]) if self.section else None

    @property
    def title(self) -> str:
        return str(self.meta.get("title") or self.path)

    @property
    def description(self) -> str:
        return str(self.meta.get("description") or "")

    @property
    def generated(self) -> bool:
        """Whether the page is made from data, not written by a person."""
        return self.text.startswith(f"---\n{GENERATED}\n")

    @property
    def no_terms(self) -> frozenset[str]:
        """The terms that its author does not want linked; '*' for all."""
        said = self.meta.get("no_terms")
        return frozenset({"*"} if said is True else map(str, said) if isinstance(said, list) else ())

    @property
    def renders_macros(self) -> bool:
        return self.meta.get("render_macros") is not False

    @property
    def readable(self) -> bool:
        return not isinstance(self.tree, jinja2.TemplateSyntaxError)

    @cached_property
    def source(self) -> str:
        """The body as Jinja is to read it: a `{#` outside raw blocks, which is reported, must not hide what follows."""
        return re.sub(r"\{#", "  ", self.body) if "{#" in self.unraw else self.body

    @cached_property
    def unraw(self) -> str:
        """The body with raw blocks blanked."""
        return _RAW.sub(_blank, self.body)

    @cached_property
    def tree(self) -> nodes.Template | jinja2.TemplateSyntaxError | None:
        return parse(self.source) if self.renders_macros else None

    @cached_property
    def undeclared(self) -> set[str]:
        """Names that the page uses and does not set. Jinja says so only when all filters and tests are known."""
        if not isinstance(self.tree, nodes.Template):
            return set()
        try:
            return meta.find_undeclared_variables(self.tree)
        except jinja2.TemplateAssertionError:
            lenient: Any = _JINJA.overlay()
            tree = lenient.parse(self.source)
            lenient.filters = {n.name: str for n in tree.find_all(nodes.Filter)} | lenient.filters
            lenient.tests = {n.name: bool for n in tree.find_all(nodes.Test)} | lenient.tests
            return meta.find_undeclared_variables(tree)

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        return tuple(self._calls())

    def _calls(self) -> Iterator[Call]:
        if not isinstance(self.tree, nodes.Template):
            return
        used: dict[tuple[int, str], int] = {}
        for node in self.tree.find_all(nodes.Call):
            if isinstance(node.node, nodes.Name):
                name = node.node.name
                column = self._column(node.lineno, name, used)
                args = tuple(_literal(a) for a in node.args)
                yield Call(name, args, {k.key: _literal(k.value) for k in node.kwargs}, node.lineno, column)

    def _column(self, line: int, name: str, used: dict[tuple[int, str], int]) -> int:
        """Column of the nth call of this name on the line; Jinja keeps lines only."""
        text = self.line(line)
        nth = used[(line, name)] = used.get((line, name), 0) + 1
        places = [m.start() for m in re.finditer(rf"\b{re.escape(name)}\s*\(", text)]
        return places[min(nth, len(places)) - 1] + 1 if places else 1

    def line(self, number: int) -> str:
        lines = self.body.split("\n")
        return lines[number - 1] if number <= len(lines) else ""

    @cached_property
    def blocks(self) -> str:
        """The body with raw and fenced blocks blanked, character for character."""
        return _FENCE.sub(_blank, self.unraw)

    @cached_property
    def prose(self) -> str:
        """The body with all code blanked."""
        return _CODE.sub(_blank, self.blocks)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        matches = [m for pattern in (_LINK, _REFERENCE) for m in pattern.finditer(self.prose)]
        return tuple(Link(m.group(1) or m.group(2), *position(self.prose, m.start())) for m in matches)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Ids written in the page itself: explicit ones, and those Python-Markdown makes from headings."""
        found = set(_ID.findall(self.prose))
        for match in _HEADING.finditer(self.blocks):
            explicit = _EXPLICIT.search(match.group(1))
            text = re.sub(r"[*`]|(?<!\w)_|_(?!\w)|!?\[([^\]]*)\]\([^)]*\)", r"\1", match.group(1))
            found.add(unique(explicit.group(1) if explicit else slugify_unicode(text, "-"), found))
        return frozenset(found)


def unique(id: str, taken: set[str]) -> str:
    """The id that Python-Markdown gives a heading whose own is taken: 'a', 'a_1', 'a_2'."""
    number, free = 0, id
    while free in taken:
        number, free = number + 1, f"{id}_{number + 1}"
    return free


def scan(root: Path, docs: str = "docs") -> dict[str, Page]:
    """Every page below docs/, by path."""
    folder = root / docs
    return {p.path: p for file in sorted(folder.rglob("*.md")) for p in [page_of(file, folder, root)]}


def page_of(file: Path, docs: Path, root: Path) -> Page:
    path, shown = file.relative_to(docs).as_posix(), file.relative_to(root).as_posix()
    text, unreadable = reader.decode(file, shown)
    return Page(path, shown, "", {}, None, "", unreadable) if unreadable else read_page(text, path, shown)


@lru_cache(maxsize=512)
def read_page(text: str, path: str, shown: str) -> Page:
    """A page's text read. Remembered, so that a change of one page costs the reading of one page."""
    match = _FRONT.match(text)
    if not match:
        return Page(path, shown, text, {}, None, text)
    document, problems = reader.read_text(match.group(1), shown, first_line=2)
    meta = document.data if document and isinstance(document.data, dict) else {}
    return Page(path, shown, text, meta, document, _blank(match) + text[match.end() :], problems)


def parse(text: str) -> nodes.Template | jinja2.TemplateSyntaxError:
    try:
        return _JINJA.parse(text)
    except jinja2.TemplateSyntaxError as error:
        return error


def position(text: str, offset: int) -> tuple[int, int]:
    """1-based line and column of an offset."""
    line = text.count("\n", 0, offset)
    return line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group(0))


def _literal(node: nodes.Expr) -> Any:
    try:
        return node.as_const()
    except nodes.Impossible:
        return None


def nav_paths(config: reader.Document) -> dict[str, reader.Mark]:
    """Page paths in mkdocs.yml's nav, with their positions."""
    found: dict[str, reader.Mark] = {}

    def walk(item: Any, place: reader.Place) -> None:
        if isinstance(item, dict):
            for key, value in item.items():
                walk(value, (*place, key))
        elif isinstance(item, list):
            for number, value in enumerate(item):
                walk(value, (*place, number))
        elif isinstance(item, str) and not item.startswith(("http:", "https:")):
            found[item] = config.at(place)

    walk((config.data or {}).get("nav") or [], ("nav",))
    return found
