"""Arithmetic that must agree: a whole with its parts, sparse with dense, both ways with one way, and the equalities of data/arithmetic.yml.

What is known not to agree is listed there with the reason, and an exception that no longer applies is a problem of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from . import formula
from .catalog import Catalog
from .facts import FactError, Resolved, fact_id_of
from .josa import josa
from .model.attribute import Attribute
from .model.product import Product
from .model.quantity import Fact
from .problems import Problem, did_you_mean
from .render.numbers import shown

FILE = "arithmetic"
# A whole is the sum of its parts in the same kind of number; scope differs by nature, and so may what describes only one printing of it.
_SAME = ("precision", "path", "sparsity", "use", "direction", "layer")
_SPARSE_IS_TWICE = ("tensor_throughput", "tensor_int_throughput")


@dataclass(frozen=True)
class Claim:
    """What a fact says, and what it should be by other facts."""

    product: str
    attribute: str
    number: int
    said: Resolved
    formula: str
    expected: float
    """In the unit of `said`."""

    @property
    def off(self) -> float:
        return abs(float(self.said.value or 0) / self.expected - 1) if self.expected else 1.0


def check(catalog: Catalog) -> Iterator[Problem]:
    """Facts that other facts contradict, exceptions that are stale, and lines of arithmetic.yml that cannot be read."""
    yield from _unreadable(catalog)
    yield from _parts_known(catalog)
    rules = catalog.arithmetic
    excused = {e.fact for e in rules.exceptions}
    state: dict[str, bool] = {}
    for claim in claims(catalog):
        agrees = claim.off <= rules.tolerance
        state[claim.said.id] = state.get(claim.said.id, True) and agrees
        if not agrees and claim.said.id not in excused:
            yield _contradiction(catalog, claim)
    for number, exception in enumerate(rules.exceptions):
        if exception.fact not in state and _findable(catalog, exception.fact):
            message, hint = f"예외 '{exception.fact}'을(를) 검산하는 규칙이 없습니다.", "사실의 온전한 id를 적거나 예외를 지우십시오."
            yield catalog.problem(FILE, FILE, ("exceptions", number, "fact"), message, hint)
        elif state.get(exception.fact):
            message = f"예외 '{exception.fact}'은(는) 더 필요 없습니다. 값이 계산과 맞습니다."
            yield catalog.problem(FILE, FILE, ("exceptions", number, "fact"), message, "예외를 지우십시오.")


def claims(catalog: Catalog) -> Iterator[Claim]:
    """Every claim that can be computed. A fact that cannot be is reported with the fact itself."""
    for id, product in catalog.products.items():
        yield from _wholes(catalog, id, product)
        yield from _sparse(catalog, id, product)
        yield from _both_ways(catalog, id, product)
    yield from _equalities(catalog)


def _claim(catalog: Catalog, product: str, attribute: str, fact: Fact, text: str) -> Iterator[Claim]:
    try:
        said = catalog.facts.resolve(product, attribute, fact)
        if isinstance(said.value, bool) or not isinstance(said.value, int | float):
            return
        expected = catalog.facts.calculate(text, said.unit or "개")
    except (FactError, ValueError):
        return
    number = next(n for n, other in enumerate(catalog.products[product].specs[attribute]) if other is fact)
    yield Claim(product, attribute, number, said, text, expected)


def _wholes(catalog: Catalog, id: str, product: Product) -> Iterator[Claim]:
    for attribute_id, facts in product.specs.items() if product.parts else ():
        attribute = catalog.attributes.get(attribute_id)
        for fact in facts if attribute and attribute.sums else ():
            if not fact.state and (text := _sum(catalog, product, attribute, fact)):
                yield from _claim(catalog, id, attribute_id, fact, text)


def _sum(catalog: Catalog, product: Product, attribute: Attribute | None, fact: Fact) -> str:
    """'8 * h100-sxm5.memory_capacity.gpu', or nothing when a part does not say."""
    assert attribute and attribute.sums
    terms = []
    for part_id, count in product.parts.items():
        part = catalog.products.get(part_id)
        if part is None or part.kind != attribute.sums.of:
            continue
        if attribute.sums.attribute is None:
            terms.append(str(count))
            continue
        found = [f for f in part.specs.get(attribute.sums.attribute, ()) if not f.state and _alike(f, fact)]
        if len(found) != 1:
            return ""
        terms.append(f"{count} * {fact_id_of(part_id, attribute.sums.attribute, found[0])}")
    return " + ".join(terms)


def _alike(part: Fact, whole: Fact) -> bool:
    return all(getattr(part.qualifiers, key) == getattr(whole.qualifiers, key) for key in _SAME)


def _sparse(catalog: Catalog, id: str, product: Product) -> Iterator[Claim]:
    """2:4 sparsity doubles the peak; https://developer.nvidia.com/blog/nvidia-ampere-architecture-in-depth/."""
    for attribute in _SPARSE_IS_TWICE:
        yield from _doubled(catalog, id, product, attribute, "sparsity", "sparse", "dense")


def _both_ways(catalog: Catalog, id: str, product: Product) -> Iterator[Claim]:
    """A total of both directions is twice one direction."""
    for attribute in product.specs:
        yield from _doubled(catalog, id, product, attribute, "direction", "both-ways", "one-way")


def _doubled(catalog: Catalog, id: str, product: Product, attribute: str, key: str, twice: str, once: str) -> Iterator[Claim]:
    facts, stated = product.specs.get(attribute, ()), catalog.facts.stated
    for fact in facts:
        if not fact.state and (key, twice) in stated(fact):
            single = stated(fact) ^ {(key, twice), (key, once)}
            for other in facts:
                if not other.state and stated(other) == single:
                    yield from _claim(catalog, id, attribute, fact, f"2 * {fact_id_of(id, attribute, other)}")


def _equalities(catalog: Catalog) -> Iterator[Claim]:
    for line in catalog.arithmetic.equal:
        try:
            place = catalog.facts.locate(line.fact)
        except FactError:
            continue
        yield from _claim(catalog, *place, line.equals)


def _contradiction(catalog: Catalog, claim: Claim) -> Problem:
    unit = claim.said.unit or ""
    said, expected = f"{shown(claim.said.value)} {unit}".strip(), f"{shown(float(f'{claim.expected:.4g}'))} {unit}".strip()
    message = f"사실 '{claim.said.id}'의 값 {josa(said, '이')} {claim.formula} = {josa(expected, '와')} {claim.off:.1%} 다릅니다."
    hint = "맞는 값으로 고치거나, 까닭을 알면 data/arithmetic.yml의 exceptions에 적으십시오."
    return catalog.problem("products", claim.product, ("specs", claim.attribute, claim.number), message, hint)


def _findable(catalog: Catalog, fact_id: str) -> bool:
    try:
        catalog.facts.locate(fact_id)
    except FactError:
        return False
    return True


def _unreadable(catalog: Catalog) -> Iterator[Problem]:
    """Lines that name no fact, or more than one, or whose formula does not compute to the fact's unit."""
    for number, exception in enumerate(catalog.arithmetic.exceptions):
        yield from _named(catalog, exception.fact, ("exceptions", number, "fact"))
    for number, line in enumerate(catalog.arithmetic.equal):
        wrong = list(_named(catalog, line.fact, ("equal", number, "fact")))
        yield from wrong
        if strange := formula.unreadable(line.equals):
            message = f"식에서 '{strange[0]}'을(를) 읽을 수 없습니다."
            yield catalog.problem(FILE, FILE, ("equal", number, "equals"), message, "수, 사실의 id, + - * /를 띄어 씁니다.")
        elif not wrong:
            try:
                found = catalog.facts.find(line.fact)
                if isinstance(found.value, int | float):
                    catalog.facts.calculate(line.equals, found.unit or "개")
                else:
                    message = f"사실 '{line.fact}'은(는) 수가 아닙니다."
                    yield catalog.problem(FILE, FILE, ("equal", number, "fact"), message)
            except FactError as error:
                yield catalog.problem(FILE, FILE, ("equal", number, "equals"), error.message, error.hint)


def _named(catalog: Catalog, fact_id: str, place: tuple[str | int, ...]) -> Iterator[Problem]:
    try:
        catalog.facts.locate(fact_id)
    except FactError as error:
        yield catalog.problem(FILE, FILE, place, error.message, error.hint)


def _parts_known(catalog: Catalog) -> Iterator[Problem]:
    for id, product in catalog.products.items():
        for part in product.parts:
            if not catalog.has("products", part):
                hint = did_you_mean(part, catalog.ids("products"))
                yield catalog.problem("products", id, ("parts", part), f"부품 '{part}'인 제품이 없습니다.", hint, key=True)
            elif part == id:
                yield catalog.problem("products", id, ("parts", part), f"제품 '{id}'이(가) 자기 자신의 부품입니다.", key=True)
