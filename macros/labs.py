"""Recorded runs of the labs: labs/*/recorded.json, which `make labs` writes and pages show."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from .files import listing
from .model.lab import LabRun
from .problems import Problem

FOLDER, FILE = "labs", "recorded.json"
AGAIN = "'make labs'로 다시 기록하십시오."


def load(root: Path) -> tuple[Mapping[str, LabRun], list[Problem]]:
    """Every recorded run by the name of its lab, and what is wrong with the files."""
    found: dict[str, LabRun] = {}
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob(f"*/{FILE}")):
        try:
            run = LabRun.model_validate_json(file.read_bytes())
            found[run.lab] = run
        except ValidationError:
            problems.append(Problem(file.relative_to(root).as_posix(), 1, 1, "기록된 실습을 읽을 수 없습니다.", AGAIN))
    return found, problems


def files(root: Path) -> tuple[str | int, ...]:
    """Path, time of change and size of every recorded run."""
    found: list[str | int] = []
    folder = root / FOLDER
    for below in sorted(listing(str(folder))[0]) if folder.is_dir() else ():
        try:
            stat = os.stat(f"{below}/{FILE}")
        except FileNotFoundError:
            continue
        found += (below, stat.st_mtime_ns, stat.st_size)
    return tuple(found)
