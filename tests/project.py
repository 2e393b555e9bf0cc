"""A small valid project to break: tests/base copied to a temporary directory, with some files changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

from macros import check

ROOT = Path(__file__).parents[1]
BASE = Path(__file__).parent / "base"

# Path -> the whole new text, or (old, new) to replace in the text that is there, or None to delete the file.
Changes = Mapping[str, str | tuple[str, str] | None]


def make(folder: Path, changes: Changes) -> Path:
    """The base project in `folder`, changed."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    change(folder, changes)
    return folder


def change(root: Path, changes: Changes) -> None:
    for path, new in changes.items():
        file = root / path
        if new is None:
            file.unlink()
            continue
        if isinstance(new, tuple):
            old, replacement = new
            text = file.read_text("utf-8")
            assert text.count(old) == 1, f"{path} has {old!r} {text.count(old)} times"
            new = text.replace(old, replacement)
        else:
            new = dedent(new.removeprefix("\n"))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(new, "utf-8")


def load_yaml(text: str) -> Any:
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@contextmanager
def changed(root: Path, changes: Changes) -> Iterator[Path]:
    """The project with some files changed, for a while."""
    before = {root / path: (root / path).read_bytes() if (root / path).exists() else None for path in changes}
    try:
        change(root, changes)
        yield root
    finally:
        for file, content in before.items():
            if content is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(content)


def problems_of(root: Path) -> list[str]:
    """Every problem of a project as the lines that are printed."""
    return [str(p) for p in sorted(set(check.problems(root)))]
