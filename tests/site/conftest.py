"""Both engines' output, each built once a session (once for all xdist workers), through the same command a person types."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.html import BuiltPage, pages

ROOT = Path(__file__).resolve().parents[2]
ENGINES = {"mkdocs": "site", "zensical": "site-zensical"}


def built(engine: str) -> Path:
    """The site of an engine, built by the first who asks in this session."""
    session = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    folder = ROOT / ".build"
    folder.mkdir(exist_ok=True)
    with (folder / f"lock-{engine}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = folder / f"built-{engine}"
        if not stamp.exists() or stamp.read_text() != session:
            done = subprocess.run(
                [sys.executable, "-m", "publish.build", engine, ENGINES[engine]], cwd=ROOT, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
            stamp.write_text(session)
    return ROOT / ENGINES[engine]


@pytest.fixture(scope="session", params=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def site(engine: str) -> Path:
    return built(engine)


@pytest.fixture(scope="session")
def built_pages(site: Path) -> dict[str, BuiltPage]:
    return pages(site)


@pytest.fixture(scope="session")
def both() -> Iterator[dict[str, dict[str, BuiltPage]]]:
    yield {engine: pages(built(engine)) for engine in ENGINES}
