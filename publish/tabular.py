"""Records as CSV: one column a field, qualifiers as columns of their own, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from macros.model.base import Model
from macros.model.quantity import Qualifiers

# A cell that begins with one of these is a formula to a spreadsheet. The mark itself is guarded too, so that taking it off is sure.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
GUARD = "'"
PREFIX = "q_"


def columns(model: type[Model]) -> list[str]:
    """The header: field names, with one column a qualifier."""
    found: list[str] = []
    for name, field in model.model_fields.items():
        found += [f"{PREFIX}{key}" for key in Qualifiers.model_fields] if field.annotation is Qualifiers else [name]
    return found


def cell(value: Any) -> str:
    """A value as text: nothing for null, JSON for a list or an object, a guarded text that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"{GUARD}{value}" if value.startswith(_FORMULA) else value
    return json.dumps(value, ensure_ascii=False)


def line(record: dict[str, Any]) -> dict[str, str]:
    """A record, as JSON has it, as a line of the table."""
    found: dict[str, str] = {}
    for name, value in record.items():
        if name == "qualifiers":
            found |= {f"{PREFIX}{key}": cell(v) for key, v in value.items()}
        else:
            found[name] = cell(value)
    return found


def table(model: type[Model], records: Iterable[dict[str, Any]]) -> str:
    """The whole file, with a mark at its beginning by which spreadsheets know that it is UTF-8."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns(model), restval="")
    writer.writeheader()
    writer.writerows(map(line, records))
    return "\ufeff" + out.getvalue()


def read(text: str) -> Iterator[dict[str, str]]:
    """The lines of a table, without the guards."""
    for found in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        yield {key: value.removeprefix(GUARD) for key, value in found.items()}
