"""The trust ledger as a page: figures, then the lists behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from .. import links
from ..facts import Resolved
from ..family import KIND_WORDS
from ..trust import Ledger

if TYPE_CHECKING:
    from . import Renderer

PARTS = ("summary", "kinds", "ageing", "overdue", "disagreements", "low", "derived")
# The list of what is overdue is to be worked through from its top; all of it is in trust.json.
MOST = 100


def percent(share: float | None) -> str:
    return "해당 없음" if share is None else f"{share:.1%}"


def days(count: int | None) -> str:
    return "해당 없음" if count is None else f"{count:,}일"


def ledger_parts(render: Renderer, ledger: Ledger, part: str | None, page: str, marks: Callable[..., Any]) -> str:
    """One part, or all with their headings."""
    given: dict[str, Any] = {"ledger": ledger, "page": page, "path": links.product, "percent": percent, "days": days, "kinds": KIND_WORDS}

    def facts(title: str, last: str, found: Sequence[Resolved]) -> str:
        return render.block("ledger_facts", **given, title=title, last=last, facts=found, marks=marks)

    made: dict[str, tuple[str, Callable[[], str]]] = {
        "summary": ("한눈에", lambda: render.block("ledger_summary", **given)),
        "kinds": ("제품 종류별", lambda: render.block("ledger_kinds", **given)),
        "ageing": ("다시 볼 때", lambda: render.block("ledger_ageing", **given)),
        "overdue": ("다시 볼 때가 지난 사실", lambda: render.block("ledger_overdue", **given, most=MOST)),
        "disagreements": ("자료끼리 다른 사실", lambda: facts("자료끼리 다른 사실", "다른 값과 까닭", ledger.disagreements)),
        "low": ("확신이 낮은 사실", lambda: facts("확신이 낮은 사실", "덧붙임", ledger.low)),
        "derived": ("계산한 사실", lambda: render.block("ledger_derived", **given, products=_by_product(ledger.derived))),
    }
    if part is not None:
        return made[part][1]()
    return "\n\n".join(f"## {words} {{ #{key} }}\n\n{make()}" for key, (words, make) in made.items())


def _by_product(facts: Sequence[Resolved]) -> list[tuple[str, list[Resolved]]]:
    return [(id, list(found)) for id, found in groupby(facts, key=lambda f: f.product.id)]
