"""Facts by id: `product.attribute` and as many qualifier values as it takes to select exactly one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from . import formula, units
from .model.attribute import Attribute
from .model.product import Product
from .model.quantity import QUALIFIER_OF, QUALIFIER_WORDS, Fact
from .problems import did_you_mean


class FactError(ValueError):
    """No such fact, or more than one. `hint` says the nearest right thing."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class Reported(FactError):
    """What is wrong is said where it is: in a file that cannot be read, at the fact itself, at the formula it comes from."""


class _Cycle(FactError):
    pass


@dataclass(frozen=True)
class Resolved:
    """A fact with everything a page needs to show it."""

    id: str
    product: Product
    attribute: Attribute
    fact: Fact
    value: bool | int | float | str | None
    unit: str | None
    sources: tuple[tuple[str, str], ...]
    """(source id, locator) of the fact, or of the facts it is computed from."""
    inputs: tuple[Resolved, ...] = ()
    """What its formula uses, in the formula's order."""

    @property
    def state(self) -> str:
        return self.fact.state or "value"

    @property
    def formula(self) -> str:
        return self.fact.derived or ""

    @property
    def tells(self) -> bool:
        """Whether there is more to say than the page shows: a bare state has no source and no reason."""
        fact = self.fact
        return bool(fact.state is None or fact.source or fact.reason or fact.note or fact.disagrees)


@dataclass(frozen=True)
class Computed:
    """A number that a page computes from facts, and that no product states."""

    id: str
    formula: str
    value: float
    unit: str
    sources: tuple[tuple[str, str], ...]
    inputs: tuple[Resolved, ...]
    tells: bool = True


class FactBase:
    """Looks facts up over products and attributes; computes derived ones once each."""

    def __init__(
        self, products: Mapping[str, Product], attributes: Mapping[str, Attribute], unreadable: frozenset[str] = frozenset()
    ) -> None:
        """`unreadable` names products whose file is there but cannot be read."""
        self.products, self.attributes, self.unreadable = products, attributes, unreadable
        self._names = {old: id for id, product in products.items() for old in (id, *product.former_ids)}
        self._done: dict[str, Resolved] = {}
        self._resolved: dict[int, Resolved] = {}
        """By identity: facts are frozen and live as long as their products."""
        self._values: dict[tuple[str, str], float] = {}
        self._pairs: dict[int, frozenset[tuple[str, str]]] = {}

    def find(self, fact_id: str) -> Resolved:
        """The one fact that `fact_id` selects. Raises FactError."""
        if fact_id not in self._done:
            self._done[fact_id] = self.resolve(*self.locate(fact_id))
        return self._done[fact_id]

    def select(self, product_id: str, attribute_id: str, wanted: Mapping[str, str]) -> tuple[Fact, ...]:
        """The facts of one product and attribute that state every wanted qualifier; states always match."""
        facts = self.products[product_id].specs.get(attribute_id, ())
        return tuple([f for f in facts if f.state or wanted.items() <= self.stated(f)])

    def stated(self, fact: Fact) -> frozenset[tuple[str, str]]:
        """The (key, value) pairs of a fact's qualifiers."""
        found = self._pairs.get(id(fact))
        if found is None:
            found = self._pairs[id(fact)] = frozenset(fact.qualifiers.items())
        return found

    def resolve(self, product_id: str, attribute_id: str, fact: Fact) -> Resolved:
        found = self._resolved.get(id(fact))
        if found is None:
            found = self._resolved[id(fact)] = self._resolve(product_id, attribute_id, fact, ())
        return found

    def calculate(self, text: str, unit: str) -> float:
        """The value of a formula in `unit`, which may be of numbers only. Raises FactError."""
        if (text, unit) not in self._values:
            self._values[(text, unit)] = self._compute(text, unit, ())[0]
        return self._values[(text, unit)]

    def locate(self, fact_id: str) -> tuple[str, str, Fact]:
        """(product, attribute, fact) that `fact_id` selects, without computing it. Raises FactError."""
        product_id, attribute_id, selectors = self._split(fact_id)
        wanted: dict[str, str] = {}
        for value in selectors:
            key = QUALIFIER_OF.get(value)
            if key is None:
                raise FactError(f"사실 '{fact_id}'의 한정어 '{value}'을(를) 모릅니다.", did_you_mean(value, QUALIFIER_OF))
            wanted[key] = value
        found = self.select(product_id, attribute_id, wanted)
        if len(found) != 1:
            choices = [fact_id_of(product_id, attribute_id, f) for f in self.products[product_id].specs[attribute_id]]
            what = "에 해당하는 값이 둘 이상입니다" if found else "이(가) 없습니다"
            raise FactError(f"사실 '{fact_id}'{what}.", f"있는 것: {', '.join(choices)}.")
        return product_id, attribute_id, found[0]

    def _split(self, fact_id: str) -> tuple[str, str, list[str]]:
        product_name, _, rest = fact_id.partition(".")
        attribute_id, *selectors = rest.split(".")
        product_id = self._names.get(product_name)
        if product_id is None:
            if product_name in self.unreadable:
                raise Reported(f"제품 '{product_name}'을(를) 읽을 수 없습니다.")
            raise FactError(f"제품 '{product_name}'이(가) 없습니다.", did_you_mean(product_name, self._names))
        if not rest:
            raise FactError(
                f"사실의 id '{fact_id}'에 속성이 없습니다.", f"예: {product_id}.{next(iter(self.products[product_id].specs), '…')}."
            )
        if attribute_id not in self.products[product_id].specs:
            if not set(self.products[product_id].specs) <= set(self.attributes):
                raise Reported(f"제품 '{product_id}'에 모르는 속성이 있습니다.")  # which may be meant for this one
            hint = did_you_mean(attribute_id, self.products[product_id].specs, limit=40)
            raise FactError(f"제품 '{product_id}'에 사실 '{attribute_id}'이(가) 없습니다.", hint)
        return product_id, attribute_id, selectors

    def _resolve(self, product_id: str, attribute_id: str, fact: Fact, trail: tuple[str, ...]) -> Resolved:
        own_id = fact_id_of(product_id, attribute_id, fact)
        product, attribute = self.products[product_id], self.attributes.get(attribute_id)
        if attribute is None:
            raise Reported(f"속성 '{attribute_id}'이(가) attributes.yml에 없습니다.")
        value, unit = fact.value, fact.unit
        sources: tuple[tuple[str, str], ...] = ((fact.source, fact.locator or ""),) if fact.source else ()
        inputs: tuple[Resolved, ...] = ()
        if fact.derived:
            if own_id in trail:
                cycle = trail[trail.index(own_id) :]
                # Each cycle once, at its alphabetically first fact.
                kind = _Cycle if trail[0] == min(cycle) else Reported
                raise kind(f"식이 자기 자신으로 돌아옵니다: {' → '.join((*cycle, own_id))}.")
            unit = fact.unit or attribute.unit or "개"
            value, inputs = self._compute(fact.derived, unit, (*trail, own_id))
            sources = _sources_of(inputs)
        return Resolved(own_id, product, attribute, fact, value, unit, sources, inputs)

    def compute(self, id: str, text: str, unit: str) -> Computed:
        """The value of a formula over facts, in `unit`. Raises FactError."""
        if strange := formula.unreadable(text):
            raise FactError(f"식에서 '{strange[0]}'을(를) 읽을 수 없습니다.", "수, 사실의 id, + - * /를 띄어 씁니다.")
        if not formula.references(text):
            raise FactError("식이 아무 사실도 쓰지 않습니다.", "계산할 사실의 id를 쓰십시오.")
        if not units.known(unit):
            raise FactError(f"단위 '{unit}'을(를) 모릅니다.", did_you_mean(unit, units.names(), limit=0))
        value, inputs = self._compute(text, unit, ())
        return Computed(id, text, value, unit, _sources_of(inputs), inputs)

    def _compute(self, text: str, unit: str, trail: tuple[str, ...]) -> tuple[float, tuple[Resolved, ...]]:
        used: list[Resolved] = []

        def value_of(fact_id: str) -> object:
            part = self._part(fact_id, trail)
            if isinstance(part.value, bool) or not isinstance(part.value, int | float):
                raise FactError(f"식이 쓰는 사실 '{fact_id}'이(가) 수가 아닙니다.")
            used.append(part)
            return units.quantity(part.value, part.unit or "개")

        if not units.known(unit):
            raise Reported(f"단위 '{unit}'을(를) 모릅니다.")
        try:
            number = units.magnitude(formula.evaluate(text, value_of), unit)
        except FactError:
            raise
        except ValueError as error:
            raise FactError(str(error)) from error
        return float(f"{number:.6g}"), tuple(used)

    def _part(self, fact_id: str, trail: tuple[str, ...]) -> Resolved:
        """A fact that a formula uses. What is wrong with that fact itself is Reported."""
        product_id, attribute_id, fact = self.locate(fact_id)
        try:
            part = self._resolve(product_id, attribute_id, fact, trail)
        except _Cycle:
            raise
        except FactError as error:
            raise Reported(error.message) from error
        if part.attribute.type == "quantity" and fact.value is not None and not measured(part.attribute, fact):
            raise Reported(f"사실 '{fact_id}'의 값이나 단위가 맞지 않습니다.")
        return part


def _sources_of(inputs: tuple[Resolved, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(source for part in inputs for source in part.sources))


def measured(attribute: Attribute, fact: Fact) -> bool:
    """Whether a fact of a quantity is a number with a unit of the attribute's dimension."""
    if isinstance(fact.value, bool) or not isinstance(fact.value, int | float) or fact.unit is None or not units.known(fact.unit):
        return False
    return fits(attribute, fact.unit)


def fits(attribute: Attribute, unit: str) -> bool:
    """Whether a known unit has the dimension of the attribute's."""
    return not (attribute.unit and units.known(attribute.unit)) or units.same_dimension(unit, attribute.unit)


def fact_id_of(product_id: str, attribute_id: str, fact: Fact) -> str:
    """The full id, with every stated qualifier value in the fixed order."""
    return ".".join((product_id, attribute_id, *(value for _, value in fact.qualifiers.items())))


def qualifier_words(pairs: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(QUALIFIER_WORDS[key][value] for key, value in pairs.items())
