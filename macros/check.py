"""`python -m macros.check`: data and pages, every problem at once, no browser. Exit status 1 when there is any.

With --write, new ids are added to the ledger of published ids and the editors' schemas are renewed; without, both are only checked.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import catalog, checks, page_checks, pages, schemas
from .authoring import signatures
from .problems import Problem, report


def problems(root: Path) -> list[Problem]:
    """Everything wrong with data/ and docs/ of a project."""
    loaded, site = catalog.load(root / "data"), pages.scan(root)
    return [*checks.check_data(loaded, site), *page_checks.check_pages(site, loaded, signatures(), root)]


def generated(root: Path) -> list[Problem]:
    """Generated files that no longer match what they are made from."""
    found = [Problem(f"{schemas.FOLDER}/{name}", 1, 1, "스키마가 모델과 다릅니다.", "'make check'가 새로 씁니다.") for name in schemas.stale(root)]
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
    parser.add_argument("--root", type=Path, default=Path.cwd())
    options = parser.parse_args(arguments)
    root = options.root.resolve()
    found = problems(root)
    if not found and options.write:
        write_generated(root)
    found += generated(root) if not found else []
    if found:
        print(report(found), file=sys.stderr)
        return 1
    loaded = catalog.load(root / "data")
    facts = sum(len(f) for p in loaded.products.values() for f in p.specs.values())
    print(f"이상 없음: 페이지 {len(pages.scan(root))}, 용어 {len(loaded.terms)}, 사실 {facts}, 출처 {len(loaded.sources)}, 비교표 {len(loaded.matrices)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
