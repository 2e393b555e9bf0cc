"""A chart is a view of facts: its bars, what may not stand side by side in it, and the Vega-Lite drawing of it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from . import matrix, units
from .catalog import Catalog
from .facts import FactError, Reported, Resolved
from .matrix import RowError
from .model.chart import Chart
from .model.matrix import Matrix, Row
from .render.numbers import shown, with_unit

WIDTH, LABELS, RIGHT, BAR, TOP, BOTTOM = 360, 106, 102, 26, 6, 24
"""Of the drawing, 360 wide as every figure: the parts of the labels and of the values, one bar, above and below the bars."""


@dataclass(frozen=True)
class Bar:
    label: str
    value: float
    """In the chart's unit; seconds on a ladder."""
    text: str
    found: Resolved


def bars(chart: Chart, catalog: Catalog) -> tuple[Bar, ...]:
    """The bars, in order; products without a value are left out. The catalog must have passed its checks."""
    return tuple(_steps(chart, catalog) if chart.steps else _subjects(chart, catalog))


def _subjects(chart: Chart, catalog: Catalog) -> Iterator[Bar]:
    table = as_matrix(chart)
    row = matrix.shown_rows(table, catalog)[0]
    for column, cell in zip(matrix.columns(table, catalog), row.cells, strict=True):
        for found in cell.facts:
            if isinstance(found.value, int | float) and found.unit:
                yield Bar(
                    column.label, units.convert(found.value, found.unit, chart.unit or found.unit), with_unit(found, chart.unit), found
                )


def _steps(chart: Chart, catalog: Catalog) -> Iterator[Bar]:
    for step in chart.steps:
        found = catalog.facts.find(step.rate)
        yield Bar(step.label, seconds(chart, found), seconds_text(seconds(chart, found)), found)


def seconds(chart: Chart, rate: Resolved) -> float:
    """Time to move the chart's amount at a rate. Raises ValueError when the rate is none."""
    assert chart.amount
    return units.magnitude(
        units.quantity(chart.amount.value, chart.amount.unit) / units.quantity(float(rate.value or 0), rate.unit or "개"), "s"
    )


def seconds_text(value: float) -> str:
    """Three digits: '2.99 ms', '1.25 s', '80 s'."""
    number, unit = (value, "s") if value >= 1 else (value * 1e3, "ms") if value >= 1e-3 else (value * 1e6, "µs")
    return f"{shown(float(f'{number:.3g}'))}\u00a0{unit}"


def as_matrix(chart: Chart) -> Matrix:
    """The one-row matrix that has the same rules for what may stand side by side."""
    row = Row(attribute=chart.attribute, where=chart.where, unit=chart.unit)
    return Matrix(
        id=chart.id,
        title=chart.title,
        how_to_read=chart.how_to_read,
        limits=chart.limits,
        subjects=chart.subjects,
        subject_labels=chart.subject_labels,
        rows=(row,),
    )


def errors(chart: Chart, catalog: Catalog) -> Iterator[RowError]:
    """What is wrong with one chart; places are inside its file."""
    if not chart.steps:
        for error in matrix.errors(as_matrix(chart), catalog):
            place = error.place[2:] if error.place[0] == "rows" else error.place
            yield RowError(place, error.message, error.hint, error.key)
        return
    assert chart.amount
    if not units.known(chart.amount.unit):
        yield RowError(("amount", "unit"), f"단위 '{chart.amount.unit}'을(를) 모릅니다.")
        return
    for number, step in enumerate(chart.steps):
        place = ("steps", number, "rate")
        try:
            found = catalog.facts.find(step.rate)
            seconds(chart, found)
        except Reported:
            continue
        except FactError as error:
            yield RowError(place, error.message, error.hint)
        except (ValueError, TypeError, ZeroDivisionError):
            yield RowError(place, f"사실 '{step.rate}'은(는) {chart.amount.unit}를 옮기는 속도가 아닙니다.", "예: GB/s나 Gb/s인 사실.")
        else:
            if found.fact.qualifiers.direction == "both-ways":
                yield RowError(
                    place, f"사실 '{found.id}'은(는) 양방향 합계라 옮기는 시간을 말하지 않습니다.", "한 방향(one-way)의 값을 쓰십시오."
                )


def drawing(chart: Chart, catalog: Catalog, description: str) -> str:
    """The chart as an SVG that takes its colours and fonts from the page's classes, like every figure."""
    found = bars(chart, catalog)
    return _svg(json.dumps(_spec(chart, found), ensure_ascii=False), chart.id, chart.title, description)


def _spec(chart: Chart, found: tuple[Bar, ...]) -> dict[str, Any]:
    """Vega-Lite. Nothing is sized by measuring text, which would depend on the fonts of the machine that builds."""
    values = [b.value for b in found]
    axis: dict[str, Any] = {"tickCount": 3, "ticks": False, "labelPadding": 5, "labelFlush": False, "format": ",~r"}
    scale: dict[str, Any] = {"type": chart.scale, "nice": True}
    # A bar's length says nothing on a logarithmic scale, which has no zero: there a dot stands at the value.
    mark: dict[str, Any] = {"type": "bar", "height": {"band": 0.62}}
    if chart.scale == "log":
        powers = _powers(min(values), max(values))
        scale |= {"domain": [powers[0], powers[-1]], "nice": False}
        axis |= {"values": powers}
        mark = {"type": "point", "shape": "circle", "size": 90}
    if chart.steps:
        axis["labelExpr"] = "datum.value < 1 ? format(datum.value * 1000, ',~r') + ' ms' : format(datum.value, ',~r') + ' s'"
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": [{"label": b.label, "value": b.value, "text": b.text} for b in found]},
        "width": WIDTH - LABELS - RIGHT,
        "height": BAR * len(found),
        "padding": {"left": LABELS, "top": TOP, "right": RIGHT, "bottom": BOTTOM},
        "autosize": {"type": "none"},
        "encoding": {
            "x": {"field": "value", "type": "quantitative", "title": None, "scale": scale, "axis": axis},
            "y": {
                "field": "label",
                "type": "ordinal",
                "title": None,
                "sort": None,
                "axis": {"labelLimit": 0, "ticks": False, "labelPadding": 5},
            },
        },
        "layer": [
            {"mark": mark},
            {"mark": {"type": "text", "align": "left", "dx": 8, "baseline": "middle"}, "encoding": {"text": {"field": "text"}}},
        ],
    }


def _powers(low: float, high: float) -> list[float]:
    """The powers of ten from at or below `low` to at or above `high`."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    return [float(f"1e{n}") for n in range(first, max(last, first + 1) + 1)]


# Vega's class of a group -> the site's class of what is drawn in it.
_CLASSES = {
    "mark-rect": "fig-accent",
    "mark-symbol": "fig-dot",
    "role-axis-label": "fig-small",
    "role-axis-grid": "fig-grid",
    "role-axis-domain": "fig-line",
    "mark-text": "fig-text",
}
_KEPT = {"d", "x", "y", "x1", "y1", "x2", "y2", "width", "height", "transform", "text-anchor", "dominant-baseline"}


@lru_cache(maxsize=64)
def _svg(spec: str, id: str, title: str, description: str) -> str:
    import vl_convert  # Half a second, and only pages with a chart need it.

    drawn = ElementTree.fromstring(vl_convert.vegalite_to_svg(json.loads(spec)))
    height = drawn.get("height")
    svg = ElementTree.Element("svg", viewBox=f"0 0 {drawn.get('width')} {height}", role="img")
    svg.set("aria-labelledby", f"chart-{id}-t chart-{id}-d")
    for tag, text in (("title", title), ("desc", description)):
        ElementTree.SubElement(svg, tag, id=f"chart-{id}-{tag[0]}").text = text
    _copy(drawn, svg, "")
    return ElementTree.tostring(svg, encoding="unicode")


def _copy(source: Any, target: Any, kind: str) -> None:
    """Shapes and texts only: no colour, font or invisible group of Vega's."""
    for child in source:
        tag = child.tag.rpartition("}")[2]
        words = (child.get("class") or "").split()
        inside = next((new for old, new in _CLASSES.items() if old in words), kind)
        if tag == "g":
            moved = ElementTree.SubElement(target, "g", transform=child.get("transform", "")) if child.get("transform") else target
            _copy(child, moved, inside)
            if moved is not target and not len(moved):
                target.remove(moved)
        elif inside and "background" not in words and "foreground" not in words:
            made = ElementTree.SubElement(target, tag, {"class": inside, **{k: _short(v) for k, v in child.attrib.items() if k in _KEPT}})
            made.text = child.text


def _short(value: str) -> str:
    """Coordinates to a hundredth."""
    return re.sub(r"\d+\.\d{3,}", lambda m: f"{float(m.group()):.2f}".rstrip("0").rstrip("."), value)
