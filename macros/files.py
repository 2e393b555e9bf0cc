"""What tells whether files have changed: their times and sizes, and the names in each folder."""

from __future__ import annotations

import os
import time
from functools import lru_cache
from pathlib import Path

_RECENT = 2_000_000_000
"""Nanoseconds; file systems keep time in steps, some of a second or two."""


def fingerprint(directory: Path, *but: Path) -> tuple[str | int, ...]:
    """Path, times of change and sizes of all files below a directory, in one flat tuple: this is what an unchanged build costs.

    `but` are folders whose files do not count, except an index. Hidden files never do: editors leave theirs about.
    """
    found: list[str | int] = []
    left_out = {str(folder) for folder in but}
    folders = [str(directory)] if directory.is_dir() else []
    for folder in folders:
        below, names = listing(folder)
        folders += below
        if folder in left_out:
            names = tuple(name for name in names if name == "index.md")
        if names:
            found += (folder, *names)
            for stat in _stats(folder, names):
                found += (stat.st_mtime_ns, stat.st_size)
    return tuple(found)


def listing(folder: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Folders and files in a folder, read again when its own time of change is new, or so recent that it may not tell."""
    changed = os.stat(folder).st_mtime_ns
    return _entries(folder, changed if time.time_ns() - changed > _RECENT else time.monotonic_ns())


@lru_cache(maxsize=256)
def _entries(folder: str, _changed: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    with os.scandir(folder) as found:
        entries = [(entry.is_dir(), entry.name) for entry in found if not entry.name.startswith(".")]
    return tuple(os.path.join(folder, name) for is_dir, name in entries if is_dir), tuple(name for is_dir, name in entries if not is_dir)


def _stats(folder: str, names: tuple[str, ...]) -> list[os.stat_result]:
    if os.stat not in os.supports_dir_fd:  # Windows
        return [os.stat(os.path.join(folder, name)) for name in names]
    handle = os.open(folder, os.O_RDONLY)  # a name below it is found in two thirds of the time of a path
    try:
        return [os.stat(name, dir_fd=handle) for name in names]
    finally:
        os.close(handle)
