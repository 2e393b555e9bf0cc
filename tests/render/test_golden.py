"""Cases of one macro call each: `changes` to the base project, `page` as an author writes it, `html` as a reader gets it.

`pytest tests/render --update-golden` writes what is rendered now; read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.authoring import MACROS
from tests.markup import Site
from tests.project import changed, load_yaml

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


@pytest.mark.parametrize("file", CASES, ids=lambda f: f.stem)
def test_golden(file: Path, shared_project: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1830297600")  # 2028-01-01: what is overdue depends on the day of the build
    case: dict[str, Any] = load_yaml(file.read_text("utf-8"))
    changes = {path: tuple(new) if isinstance(new, list) else new for path, new in case.get("changes", {}).items()}
    with changed(shared_project, changes) as root:
        html = Site.of(root).html(case["page"], case.get("path", "gpu/basics.md"))
    if request.config.getoption("--update-golden"):
        head, _, _ = file.read_text("utf-8").partition("html: |\n")
        file.write_text(f"{head}html: |\n" + "".join(f"  {line}\n" for line in html.splitlines()), "utf-8")
    else:
        assert html == case["html"]


def test_every_macro_has_a_case() -> None:
    texts = [load_yaml(file.read_text("utf-8"))["page"] for file in CASES]
    assert [name for name in MACROS if not any(f"{name}(" in text for text in texts)] == []
