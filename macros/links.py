"""Links from one page to another, relative, so that the site works under any base path."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any

GLOSSARY = "glossary.md"
CONFUSABLES = "confusables.md"
LETTERS = "glossary"
ABOUT_TERMS = frozenset({GLOSSARY, CONFUSABLES})
"""Pages that explain terms themselves."""
PRODUCTS = "products"
COMPARE_ANY = "compare/any.md"


def product(id: str) -> str:
    """The page of a product, made from data."""
    return f"{PRODUCTS}/{id}.md"


def letter(anchor: str) -> str:
    """The page of what uses the terms of a letter, or the index by English name ('english'), made from data."""
    return f"{LETTERS}/{anchor}.md"


def page_path(context: Any) -> str:
    """The current page's source path below docs/: MkDocs has page.file.src_uri, Zensical page.path. '' outside a page."""
    page = context.get("page") if hasattr(context, "get") else None
    file = getattr(page, "file", None)
    path = getattr(file, "src_uri", None) or getattr(page, "path", None)
    if path is None and isinstance(page, dict):
        path = page.get("path")
    return str(path or "")


def current_page(md: Any) -> tuple[Path, str] | None:
    """(project, source path) of the page that an engine is turning into HTML: both tell their own extensions by a named processor."""
    if "relpath" in md.treeprocessors:  # MkDocs
        engine = md.treeprocessors["relpath"]
        return Path(engine.config["config_file_path"]).resolve().parent, str(engine.file.src_uri)
    if "rendering_context" in md.preprocessors:  # Zensical
        engine = md.preprocessors["rendering_context"]
        return Path(engine.config.get("root_dir", ".")).resolve(), str(engine.page.path)
    return None


def rewrites_html(context: Any) -> bool:
    """Whether the engine turns source paths in raw HTML into URLs itself: Zensical does, MkDocs leaves raw HTML alone."""
    page = context.get("page") if hasattr(context, "get") else None
    return page is not None and not hasattr(page, "file") and hasattr(page, "path")


def rewrites_raw(md: Any) -> bool:
    """The same for a Markdown extension."""
    return "rendering_context" in md.preprocessors


def source_relative(to: str, page: str, anchor: str = "") -> str:
    """Path of the source page `to` as seen from the source page `page`, as an author would write it."""
    if to == page and anchor:
        return f"#{anchor}"
    path = posixpath.relpath(to, posixpath.dirname(page) or ".")
    return f"{path}#{anchor}" if anchor else path


def folder(name: str, page: str, rewritten: bool) -> str:
    """Where a folder of files at the site's root is, as the page writes it: '' where that is beside the page."""
    link = posixpath.relpath(name, posixpath.dirname(page) or "." if rewritten else url_of(page) or ".")
    return "" if link == "." else f"{link}/"


def url_of(path: str) -> str:
    """Directory URL of a page below the site root: 'gpu/cuda.md' -> 'gpu/cuda/', 'gpu/index.md' -> 'gpu/'."""
    stem = path.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        stem = stem[: -len("index")].rstrip("/")
    return f"{stem}/" if stem else ""


def relative(to: str, page: str, anchor: str = "") -> str:
    """URL of the page `to` as seen from the page `page` (both source paths), with an optional anchor."""
    if to == page and anchor:
        return f"#{anchor}"
    here, there = url_of(page) or ".", url_of(to) or "."
    link = posixpath.relpath(there, here)
    link = "./" if link == "." else f"{link}/"
    return f"{link}#{anchor}" if anchor else link
