"""Macros of the guide. `define_env` is what both engines call: load, check, register. The only module that knows an engine."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2


def define_env(env: Any) -> None:
    """Register the macros. Raises ProblemsFound (an engine's own error where it has one) before any page is rendered."""
    from . import check
    from .authoring import FILTERS, MACROS, Author

    root = Path(str(env.project_dir)).resolve()
    project = check.load(root)
    if project.problems:
        raise _failure(list(project.problems))
    check.write_pages(root, project)  # before the engine looks for pages
    author = Author(project.catalog, project.pages)
    for name in MACROS:
        env.macro(_with_context(getattr(author, name)), name)
    for name, function in FILTERS.items():
        env.filter(_named(function, name))


def _failure(found: list[Any]) -> Exception:
    """All problems as one error: MkDocs prints a PluginError without a traceback and stops; elsewhere it is our own."""
    from .problems import ProblemsFound, report

    try:
        from mkdocs.exceptions import PluginError
    except ImportError:
        return ProblemsFound(found)
    return PluginError(f"data/와 docs/를 고쳐야 합니다.\n{report(found)}")


def _with_context(macro: Callable[..., str]) -> Callable[..., str]:
    @functools.wraps(macro)
    def called(context: Any, *args: Any, **kwargs: Any) -> str:
        return macro(context, *args, **kwargs)

    return jinja2.pass_context(called)


def _named(function: Callable[..., str], name: str) -> Callable[..., str]:
    function.__name__ = name
    return function
