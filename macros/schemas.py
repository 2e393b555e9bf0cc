"""JSON Schemas for editors, made from the models. `python -m macros.schemas` writes them; a test fails when they are stale."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from .catalog import KINDS
from .model import Arithmetic, Attribute, Exam

FOLDER = "schemas"
# Folder of data/ -> schema file.
NAMES = {
    "sources": "source",
    "terms": "term",
    "products": "product",
    "matrices": "matrix",
    "charts": "chart",
    "timelines": "timeline",
    "confusables": "confusable",
    "errata": "erratum",
    "quizzes": "quiz",
}


def schemas() -> dict[str, str]:
    """File name -> text of every schema."""
    made = {f"{NAMES[kind]}.json": _entry(model) for kind, model in KINDS.items()}
    made["attributes.json"] = TypeAdapter(dict[str, Attribute]).json_schema()
    made["arithmetic.json"] = Arithmetic.model_json_schema()
    made["exam.json"] = Exam.model_json_schema()
    return {name: json.dumps(_open(schema), ensure_ascii=False, indent=1, sort_keys=True) + "\n" for name, schema in made.items()}


def _entry(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a file: without `id`, which is the file's name."""
    schema = model.model_json_schema()
    schema["properties"].pop("id", None)
    schema["required"] = [name for name in schema.get("required", ()) if name != "id"]
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
