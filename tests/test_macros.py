"""What authors can call is what is registered and what is documented; a broken project registers nothing."""

from __future__ import annotations

import html
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import macros
from macros import pages
from macros.authoring import FILTERS, MACROS, Author, signatures

from .project import ROOT, Changes


class Env:
    """As much of an engine as define_env touches."""

    def __init__(self, root: Path) -> None:
        self.project_dir = str(root)
        self.macros: dict[str, Callable[..., Any]] = {}
        self.filters: dict[str, Callable[..., Any]] = {}

    def macro(self, function: Callable[..., Any], name: str) -> None:
        self.macros[name] = function

    def filter(self, function: Callable[..., Any]) -> None:
        self.filters[function.__name__] = function


def test_registered_is_documented() -> None:
    env = Env(ROOT)
    macros.define_env(env)
    documented = re.findall(r"^## ([a-z]+) \{ #", pages.scan(ROOT)["macros.md"].text, re.M)
    assert set(env.macros) == set(MACROS) and set(env.filters) == set(FILTERS)
    assert sorted(set(documented)) == sorted({*MACROS, *FILTERS})


def test_the_reference_calls_every_macro_live() -> None:
    page = pages.scan(ROOT)["macros.md"]
    assert {c.name for c in page.calls} == set(MACROS)
    assert "| josa(" in page.prose


def test_the_reference_lists_every_argument() -> None:
    text = pages.scan(ROOT)["macros.md"].text
    for name, signature in signatures().items():
        section = re.search(rf"^## {name} \{{.*?(?=^## |\Z)", text, re.M | re.S)
        assert section is not None
        for argument in signature.parameters:
            assert f"`{argument}`" in section.group(0), f"{name}({argument})"


def test_every_macro_says_what_it_does() -> None:
    for name in MACROS:
        assert inspect.getdoc(getattr(Author, name)), name


def test_a_broken_project_raises_everything_and_registers_nothing(project: Callable[[Changes], Path]) -> None:
    root = project({"data/terms/warp.yml": ("why:", "wy:"), "docs/index.md": "# 처음\n\n[없음](nowhere.md)\n"})
    env = Env(root)
    with pytest.raises(Exception) as error:
        macros.define_env(env)
    assert "data/terms/warp.yml:6:1:" in str(error.value) and "docs/index.md:3:1:" in str(error.value)
    assert env.macros == {}


def test_macros_take_the_context_of_either_engine(shared_project: Path) -> None:
    env = Env(shared_project)
    macros.define_env(env)
    mkdocs = {"page": SimpleNamespace(file=SimpleNamespace(src_uri="gpu/basics.md"))}
    zensical = {"page": SimpleNamespace(path="gpu/basics.md")}
    assert 'href="../../glossary/#warp"' in html.unescape(env.macros["term"](mkdocs, "warp"))
    assert 'href="../glossary.md#warp"' in html.unescape(env.macros["term"](zensical, "warp"))
