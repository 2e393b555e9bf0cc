"""JSON Schemas for editors, made from the models. `python -m macros.schemas` writes them; a test fails when they are stale."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from .catalog import KINDS
from .model import Arithmetic, Attribute, Erratum, Exam, Publisher

FOLDER = "schemas"
# Folder of data/ -> schema file.
NAMES = {
    "terms": "term",
    "products": "product",
    "matrices": "matrix",
    "charts": "chart",
    "timelines": "timeline",
    "confusables": "confusable",
    "quizzes": "quiz",
}


def schemas() -> dict[str, str]:
    """File name -> text of every schema."""
    made = {f"{NAMES[kind]}.json": _entry(model.model_json_schema()) for kind, model in KINDS.items() if kind in NAMES}
    made["publisher.json"] = _publisher()
    made["errata.json"] = _errata()
    made["attributes.json"] = TypeAdapter(dict[str, Attribute]).json_schema()
    made["arithmetic.json"] = Arithmetic.model_json_schema()
    made["exam.json"] = Exam.model_json_schema()
    return {name: json.dumps(_open(schema), ensure_ascii=False, indent=1, sort_keys=True) + "\n" for name, schema in made.items()}


def _entry(schema: dict[str, Any], *said: str) -> dict[str, Any]:
    """The schema of what is written: without `id`, which is the file's name or the key, and what else is `said` outside."""
    for name in ("id", *said):
        schema["properties"].pop(name, None)
    schema["required"] = [name for name in schema.get("required", ()) if name not in ("id", *said)]
    return schema


def _publisher() -> dict[str, Any]:
    schema = Publisher.model_json_schema()
    _entry(schema["$defs"]["Source"], "publisher")
    return schema


def _errata() -> dict[str, Any]:
    schema = TypeAdapter(dict[str, Erratum]).json_schema()
    _entry(schema["$defs"]["Erratum"])
    return schema


def _open(schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def stale(root: Path) -> list[str]:
    """Names of schema files that are not what the models say."""
    folder = root / FOLDER
    return [n for n, text in schemas().items() if not (folder / n).exists() or (folder / n).read_text("utf-8") != text]


def write(root: Path) -> None:
    (root / FOLDER).mkdir(exist_ok=True)
    for name, text in schemas().items():
        (root / FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path.cwd())
