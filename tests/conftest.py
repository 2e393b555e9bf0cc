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


@pytest.fixture(scope="session")
def shared_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One base project for the tests that put back what they change."""
    return projects.make(tmp_path_factory.mktemp("shared"), {})


@pytest.fixture
def problems_of(shared_project: Path) -> Callable[[projects.Changes], list[str]]:
    """Every problem of the base project with some files changed, as the lines that are printed."""

    def problems(changes: projects.Changes) -> list[str]:
        with projects.changed(shared_project, changes) as root:
            return projects.problems_of(root)

    return problems
