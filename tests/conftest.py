from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from . import project as projects


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is rendered now as what is expected")


@pytest.fixture
def project(tmp_path: Path) -> Callable[[projects.Changes], Path]:
    """Makes the base project with some files changed, and returns its root."""

    def make(changes: projects.Changes) -> Path:
        return projects.make(tmp_path / "project", changes)

    return make


@pytest.fixture
def problems_of(project: Callable[[projects.Changes], Path]) -> Callable[[projects.Changes], list[str]]:
    """Every problem of the base project with some files changed, as the lines that are printed."""
    return lambda changes: projects.problems_of(project(changes))
