"""Pages rendered as an engine renders them: macros by Jinja, then Python-Markdown with the extensions of mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import markdown
from mkdocs.utils.yaml import yaml_load

import macros
from macros.authoring import MACROS, Author
from macros.catalog import Catalog
from macros.pages import Page

from .project import ROOT


class Env:
    """What both engines give define_env: the project's folder, and where to register."""

    def __init__(self, root: Path) -> None:
        self.project_dir = str(root)
        self.macros: dict[str, Any] = {}
        self.filters: dict[str, Any] = {}

    def macro(self, function: Any, name: str) -> None:
        self.macros[name] = function

    def filter(self, function: Any) -> None:
        self.filters[function.__name__] = function


class Site:
    """A project's macros, ready to render pages."""

    def __init__(self, env: Env) -> None:
        self.env = env
        self.jinja = jinja2.Environment(undefined=jinja2.StrictUndefined)
        self.jinja.filters.update(env.filters)

    @classmethod
    def of(cls, root: Path) -> Site:
        env = Env(root)
        macros.define_env(env)
        return cls(env)

    @classmethod
    def unchecked(cls, catalog: Catalog, pages: Mapping[str, Page]) -> Site:
        """Without the checks that define_env makes first."""
        env, author = Env(Path()), Author(catalog, pages)
        for name in MACROS:
            env.macro(macros._with_context(getattr(author, name)), name)
        return cls(env)

    def markdown(self, text: str, page: str = "gpu/basics.md", **values: Any) -> str:
        """The page's text after the macros."""
        file = SimpleNamespace(src_uri=page)
        return self.jinja.from_string(text).render(self.env.macros, page=SimpleNamespace(file=file), **values)

    def html(self, text: str, page: str = "gpu/basics.md") -> str:
        """The page's text after macros and Markdown, normalised."""
        return normal(to_html(self.markdown(text, page)))


def extensions() -> tuple[list[str], dict[str, Any]]:
    """Names and options of the Markdown extensions in mkdocs.yml."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        listed = yaml_load(file)["markdown_extensions"]
    options = {name: options for item in listed if isinstance(item, dict) for name, options in item.items()}
    return [item if isinstance(item, str) else next(iter(item)) for item in listed], options


@cache
def converter() -> markdown.Markdown:
    names, options = extensions()
    return markdown.Markdown(extensions=names, extension_configs=options)


def to_html(text: str) -> str:
    return converter().reset().convert(text)


_VOID = {"br", "img", "hr", "path", "rect", "line", "polygon", "circle"}
_INLINE = {"a", "b", "code", "data", "del", "em", "i", "small", "span", "strong", "sup", "time"}


class _Normal(HTMLParser):
    """One block element a line, indented; inline elements and text as they flow; entities as characters where they may be."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.depth = 0
        self.fresh = True

    def line(self, text: str) -> None:
        self.lines.append("  " * self.depth + text)
        self.fresh = True

    def flow(self, text: str) -> None:
        if self.fresh:
            self.lines.append("  " * self.depth + text.lstrip())
            self.fresh = not text.strip()
            if self.fresh:
                self.lines.pop()
        else:
            self.lines[-1] += text

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        shown = "".join(f' {k}="{_escape(v or "", quote=True)}"' for k, v in attrs)
        if tag in _INLINE:
            self.flow(f"<{tag}{shown}>")
            return
        self.line(f"<{tag}{shown}>")
        self.depth += tag not in _VOID

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE:
            self.flow(f"</{tag}>")
        elif tag not in _VOID:
            self.depth -= 1
            self.line(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.flow(re.sub(r"[ \n\t]+", " ", _escape(data)))


def _escape(text: str, *, quote: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quote else text


def normal(html: str) -> str:
    """HTML in one shape, whichever way it was written."""
    parser = _Normal()
    parser.feed(html)
    parser.close()
    return "\n".join(line.rstrip() for line in parser.lines) + "\n"


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def tags_and_text(html: str) -> tuple[list[str], str]:
    """The tags in order, and the visible text."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return parser.tags, "".join(parser.parts)
