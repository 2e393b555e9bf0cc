"""Which section answers behind each address of the built site: what the search is judged by.

A page of a section is that section; a term is its section; a product or a comparison is the sections that link to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from macros.catalog import Catalog
from publish.html import BuiltPage

Map = dict[str, str | list[str] | None]


def sections(pages: Mapping[str, BuiltPage], catalog: Catalog) -> Map:
    """Site-relative address -> section, sections, or None for a page that is no section."""
    made: Map = {path.removesuffix("index.html"): page.section for path, page in pages.items()}
    for path, using in sorted(_users(pages).items()):
        if path.startswith(("products/", "compare/")) and path.count("/") == 2:
            made[path.removesuffix("index.html")] = sorted(using, key=_number) or None
    made |= {f"glossary/#{id}": term.section for id, term in catalog.terms.items()}
    return made


def _users(pages: Mapping[str, BuiltPage]) -> dict[str, set[str]]:
    users: dict[str, set[str]] = {}
    for page in pages.values():
        if page.section:
            for address in page.links:
                target, _ = page.resolve(address)
                if target and target != page.path:
                    users.setdefault(target, set()).add(page.section)
    return users


def _number(section: str) -> tuple[int, ...]:
    return tuple(int(part) for part in section.split("."))
