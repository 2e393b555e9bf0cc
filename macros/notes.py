"""What one page has said so far: its numbered sources, the terms it has introduced, and the facts it has shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from .facts import Computed, Resolved
from .model.product import Product

_SURE = ("low", "medium", "high")


@dataclass
class Notes:
    """State of one page while it is rendered. `facts` are those whose anatomy sources() prints, in order of appearance."""

    sources: dict[str, dict[str, None]] = field(default_factory=dict)
    terms: set[str] = field(default_factory=set)
    facts: dict[str, Resolved | Computed] = field(default_factory=dict)

    def number(self, source: str, locator: str) -> int:
        places = self.sources.setdefault(source, {})
        if locator:
            places[locator] = None
        return list(self.sources).index(source) + 1

    def show(self, found: Resolved | Computed) -> None:
        """Keep a fact for the page's end, and after it what it is computed from."""
        if found.id in self.facts or not found.tells:
            return
        self.facts[found.id] = found
        for part in found.inputs:
            self.show(part)

    def by_product(self) -> list[tuple[Product | None, int, list[tuple[Resolved | Computed, Mapping[str, str]]]]]:
        """(product, number of its first note, its notes), in order of appearance; numbers computed here are of no product."""
        groups: dict[str, tuple[Product | None, list[tuple[Resolved | Computed, Mapping[str, str]]]]] = {}
        for found in self.facts.values():
            product = found.product if isinstance(found, Resolved) else None
            groups.setdefault(product.id if product else "", (product, []))[1].append((found, standing(found)))
        starts = accumulate((len(notes) for _, notes in groups.values()), initial=1)
        return [(product, start, notes) for start, (product, notes) in zip(starts, groups.values(), strict=False)]

    def computed(self, text: str, unit: str) -> str:
        """The id of a computed number: the same for the same formula and unit, else the next."""
        made = [f for f in self.facts.values() if isinstance(f, Computed)]
        same = next((f.id for f in made if (f.formula, f.unit) == (text, unit)), None)
        return same or f"calc-{len(made) + 1}"


def standing(found: Resolved | Computed) -> Mapping[str, str]:
    """How well a fact is known: of a computed one the oldest day and the least confidence of what it is made of."""
    leaves = _leaves(found)
    days = [str(f.fact.verified) for f in leaves if f.fact.verified]
    sure = [f.fact.confidence for f in leaves if f.fact.confidence]
    how = "derived" if found.inputs else leaves[0].fact.how or ""
    return {"verified": min(days, default=""), "how": how, "confidence": min(sure, key=_SURE.index, default="")}


def _leaves(found: Resolved | Computed) -> list[Resolved]:
    if isinstance(found, Resolved) and not found.inputs:
        return [found]
    return [leaf for part in found.inputs for leaf in _leaves(part)]
