"""Links from page to page: the file and the anchor are there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from .catalog import Catalog
from .pages import Page, position
from .problems import Problem, did_you_mean
from .render import hangul
from .render.ledger import PARTS

Pages = Mapping[str, Page]
_LINK_IN_LINK = re.compile(r"(?<!!)\[[^\[\]]*?\{\{\s*(fact|calc|term|cite)\s*\([^\[\]]*\]\(")


def links(page: Page, pages: Pages, catalog: Catalog, root: Path) -> Iterator[Problem]:
    """Relative links to a page, file or anchor that is not there."""
    for link in page.links:
        target, _, anchor = unquote(link.target).partition("#")
        if "{{" in target or ":" in target.split("/")[0]:
            continue
        if target.startswith("/"):
            yield Problem(
                page.shown, link.line, link.column, f"절대 경로 '{target}'은(는) 프로젝트 사이트에서 깨집니다.", "상대 경로로 쓰십시오."
            )
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target)) if target else page.path
        if path.startswith("../"):
            yield Problem(
                page.shown, link.line, link.column, f"링크 '{target}'이(가) docs/ 밖을 가리킵니다.", "docs/ 안의 파일만 사이트에 실립니다."
            )
        elif path not in pages:
            if not (root / "docs" / path).is_file():
                hint = did_you_mean(f"docs/{path}", (p.shown for p in pages.values()), limit=8) if path.endswith(".md") else ""
                yield Problem(page.shown, link.line, link.column, f"링크가 가리키는 파일 'docs/{path}'이(가) 없습니다.", hint)
        elif anchor and anchor not in (available := anchors(pages[path], catalog)):
            yield Problem(
                page.shown, link.line, link.column, f"'docs/{path}'에 앵커 '#{anchor}'이(가) 없습니다.", did_you_mean(anchor, available)
            )


def nested(page: Page) -> Iterator[Problem]:
    """A macro that makes a link, called in the text of another: HTML has no link in a link."""
    for match in _LINK_IN_LINK.finditer(page.prose) if page.renders_macros else ():
        name = match.group(1)
        message = f"링크의 글 안에서 {name}()를 부릅니다."
        yield Problem(page.shown, *position(page.prose, match.start()), message, f"{name}()가 만드는 것도 링크이니 밖에 쓰십시오.")


def anchors(page: Page, catalog: Catalog) -> set[str]:
    """Anchors of a page: its own, and those its macros make."""
    found = set(page.anchors)
    for call in page.calls:
        if call.name == "glossary" and not call.args and not call.kwargs:
            found |= catalog.ids("terms") | {f"index-{hangul.anchor(hangul.initial(t.ko))}" for t in catalog.terms.values()}
        elif call.name == "exam" and catalog.exam:
            shown_domains = [d for d in catalog.exam.domains if call.subject in (None, d.id)]
            found |= {f"domain-{d.id}" for d in shown_domains}
            found |= {f"objective-{o.id.replace('.', '-')}" for d in shown_domains for o in d.objectives}
        elif call.name == "glossary" and "part" in call.kwargs:
            found |= catalog.ids("terms")
        elif call.name == "confusables":
            found |= catalog.ids("confusables") if call.subject is None else {str(call.subject)}
        elif call.name == "errata":
            shown = [e for e in catalog.errata.values() if call.subject in (None, e.section)]
            found |= {e.id for e in shown} | {id for kind, id in catalog.broken if kind == "errata"}
            found |= {f"section-{e.section.replace('.', '-')}" for e in shown if call.subject is None}
        elif call.name == "quiz" and (quiz := catalog.get("quizzes", str(call.subject))):
            found |= {f"quiz-{quiz.section.replace('.', '-')}", *(q.id for q in quiz.questions)}
        elif call.name in ("matrix", "product", "timeline", "figure"):
            found.add(f"{call.name}-{call.subject}")
            if call.name == "product" and call.kwargs.get("page") and (product := catalog.get("products", str(call.subject))):
                found |= {"specs", "family", "uses", *(f"spec-{attribute}" for attribute in product.specs)}
        elif call.name == "ledger":
            found |= {"ledger"} | (set(PARTS) if call.subject is None and not call.kwargs else set())
        elif call.name == "products" and call.subject is None:
            found |= {f"kind-{product.kind}" for product in catalog.products.values()}
    return found
