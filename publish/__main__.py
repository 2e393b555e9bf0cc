"""`python -m publish SITE_DIR`: finish a built site and refuse it when a link is broken or a page is too heavy."""

from __future__ import annotations

import sys
from pathlib import Path

from macros import catalog

from . import budget, css, exports, finish, fonts, html, links, search


def publish(site: Path, root: Path) -> list[str]:
    """Finish the site in place. Returns what is wrong with it."""
    css.purge(site, root)
    data = catalog.load(root / "data")
    exports.write(site, data)
    search.write(site, html.pages(site), data, root)
    finish.pages(html.pages(site))
    fonts.split(site, html.pages(site), root / ".build/fonts")
    pages = html.pages(site)
    found = [*links.broken(site, pages), *links.unrendered(pages)]
    weights = budget.weights(site, pages)
    for weight in weights:
        found += weight.over()
    print(table(weights))
    return found


def table(weights: list[budget.Weight]) -> str:
    """The heaviest page of each type."""
    lines = ["종류      가장 무거운 쪽                        글꼴 외   글꼴 (KB, 압축)"]
    for kind in budget.BUDGETS:
        of_kind = [w for w in weights if w.kind == kind]
        if of_kind:
            heavy, fonts = max(of_kind, key=lambda w: w.other), max(w.fonts for w in of_kind)
            lines.append(f"{kind:9} {heavy.page:38} {heavy.other / budget.KB:7.1f} {fonts / budget.KB:7.1f}")
    return "\n".join(lines)


if __name__ == "__main__":
    problems = publish(Path(sys.argv[1]).resolve(), Path(__file__).resolve().parent.parent)
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(1 if problems else 0)
