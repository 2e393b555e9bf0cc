"""`python -m macros.check`: data and pages, every problem at once, no browser. Exit status 1 when there is any.

With --write, new ids are added to the ledger of published ids and the editors' schemas are renewed; without, both are only checked.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from . import catalog, checks, files, labs, page_checks, pages, schemas, stubs, writing
from .authoring import signatures
from .problems import Problem, github, report


@dataclass(frozen=True)
class Project:
    """What a project says, and everything wrong with it."""

    catalog: catalog.Catalog
    pages: Mapping[str, pages.Page]
    """Written pages, and those made from data."""
    made: stubs.Stubs
    problems: tuple[Problem, ...]


def load(root: Path) -> Project:
    """The project; the same object while no file of data/ and docs/ and no line of mkdocs.yml has changed.

    Pages made from data do not count: writing them is no change.
    """
    config, docs = (root / "mkdocs.yml").stat(), files.fingerprint(root / "docs", *(root / "docs" / folder for folder in stubs.FOLDERS))
    state = (files.fingerprint(root / "data"), docs, labs.files(root), config.st_size, config.st_mtime_ns)
    last = _last(root)
    if not last or last[0][0] != state:  # equal strings are the same objects: comparing is quicker than hashing
        last[:] = [(state, _load(root))]
    return last[0][1]


def latest(root: Path) -> Project:
    """The project as it was loaded last: define_env loads before pages are made, and looking at every file again for each costs more."""
    last = _last(root)
    return last[0][1] if last else load(root)


@lru_cache(maxsize=4)
def _last(_root: Path) -> list[tuple[object, Project]]:
    """State of the files and project of the last load, if there was one."""
    return []


def _load(root: Path) -> Project:
    data, scanned = catalog.load(root / "data"), pages.scan(root)
    made = stubs.of(data, scanned)
    site = {**made.pages, **made.written}
    found = [*made.problems, *checks.check_data(data, site), *page_checks.check_pages(site, data, signatures(), root)]
    found += writing.check(made.written, data)
    return Project(data, site, made, tuple(sorted(set(found))))


def write_pages(root: Path, project: Project | None = None) -> None:
    """Bring the pages made from data up to date, where the project has no problem."""
    project = project or load(root)
    if not project.problems:
        stubs.write(root, project.made)


def problems(root: Path) -> list[Problem]:
    """Everything wrong with data/ and docs/ of a project."""
    return list(load(root).problems)


def generated(root: Path) -> list[Problem]:
    """Generated files that no longer match what they are made from."""
    found = [
        Problem(f"{schemas.FOLDER}/{name}", 1, 1, "스키마가 모델과 다릅니다.", "'make check'가 새로 씁니다.")
        for name in schemas.stale(root)
    ]
    missing = set(checks.all_ids(catalog.load(root / "data"))) - set(checks.ledger(root))
    if missing:
        message = f"새 id {len(missing)}개가 목록에 없습니다 (예: {min(missing)})."
        found.append(Problem(checks.LEDGER, 1, 1, message, "'make check'를 실행해 함께 커밋하십시오."))
    return found


def write_generated(root: Path) -> None:
    schemas.write(root)
    ids = {*checks.ledger(root), *checks.all_ids(catalog.load(root / "data"))}
    (root / checks.LEDGER).write_text("\n".join(sorted(ids)) + "\n", "utf-8")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="macros.check", description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew generated files when data and pages are sound")
    parser.add_argument("--format", choices=("text", "github"), default="text", help="how problems are printed: github makes annotations")
    parser.add_argument("--root", type=Path, default=Path.cwd())
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    found = problems(root)
    write_pages(root)
    if not found and options.write:
        write_generated(root)
    found += generated(root) if not found else []
    if found:
        if options.format == "github":
            print(github(found))
        print(report(found), file=sys.stderr)
        return 1
    loaded, site = load(root).catalog, load(root).pages
    facts = sum(len(f) for p in loaded.products.values() for f in p.specs.values())
    print(
        f"이상 없음: 페이지 {len(site)}, 용어 {len(loaded.terms)}, 사실 {facts}, 출처 {len(loaded.sources)}, 비교표 {len(loaded.matrices)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
