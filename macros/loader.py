"""Files of data/ into models. Every problem of form is collected; rules across files are in checks.py."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from . import reader
from .messages import problems_of
from .model import Attribute, Erratum, Publisher, Source
from .model.base import ATTRIBUTE_PATTERN, ID_PATTERN, Entry, Model
from .problems import Problem
from .reader import Document

M = TypeVar("M", bound=Model)
# Kinds of which a file holds many -> what one is called, and what it is made of.
PARTS = {
    "sources": ("출처", "title, url, accessed, kind, seen을 적습니다."),
    "errata": ("바로잡음", "section, kind, said, correct, why를 적습니다."),
}


class Loader:
    """Reads the folders of data/; what is wrong is in `problems`, the text of what could not be read in `broken`."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir, self.root = data_dir, data_dir.parent
        self.documents: dict[tuple[str, str], Document] = {}
        self.broken: dict[tuple[str, str], str] = {}
        self.problems: list[Problem] = []

    def read(self, name: str, kind: str, id: str) -> Document | None:
        document = self.document(name)
        if document is not None:
            self.documents[(kind, id)] = document
        else:
            self.broken[(kind, id)] = self.text(name)
        return document

    def document(self, name: str) -> Document | None:
        """A file of keys and values. What is wrong with it is remembered."""
        document, problems = reader.read(f"{self.data_dir}/{name}", f"{self.data_dir.name}/{name}")
        self.problems += problems
        if document is None or isinstance(document.data, dict):
            return document
        self.problems.append(document.problem((), "파일의 맨 위는 '키: 값'이어야 합니다."))
        return None

    def text(self, name: str) -> str:
        return (self.data_dir / name).read_text("utf-8", errors="replace")

    def files(self, kind: str) -> Iterator[tuple[str, str]]:
        """(name below data/, id) of every file of a folder."""
        folder = self.data_dir / kind
        for name in sorted(os.listdir(folder)) if folder.is_dir() else ():
            if name.startswith("."):
                continue
            id, suffix = os.path.splitext(name)
            if suffix == ".yaml":
                path = f"{self.data_dir.name}/{kind}/{name}"
                self.problems.append(Problem(path, 1, 1, "파일 이름은 .yml로 끝나야 합니다.", f"'{id}.yml'로 바꾸십시오."))
            if suffix == ".yml":
                yield f"{kind}/{name}", id

    def folder(self, kind: str, model: type[Entry]) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for name, id in self.files(kind):
            document = self.read(name, kind, id)
            entry = document and self.validate(model, {**document.data, "id": id}, document, ())
            if entry:
                found[id] = entry
            elif document:
                self.broken[(kind, id)] = document.text
        return found

    def sources(self) -> dict[str, Source]:
        """The documents of every publisher."""
        found: dict[str, Source] = {}
        for name, _ in self.files("sources"):
            document = self.document(name)
            given = document.data.get("sources") if document else None
            if document is None or not isinstance(given, dict):
                if document:
                    self.validate(Publisher, document.data, document, ())
                self.unreadable("sources", name, r"(?m)^ +([a-z0-9-]+):[ \t]*$")
                continue
            publisher = self.validate(Publisher, {**document.data, "sources": {}}, document, ())
            said = {"publisher": publisher.name if publisher else "?"}
            for id, part in self.parts("sources", document, ("sources",), given):
                if "publisher" in part.data:
                    message, hint = "publisher는 적지 않습니다.", "파일의 name이 만든 곳입니다."
                    self.problems.append(part.problem(("publisher",), message, hint, key=True))
                elif source := self.validate(Source, {**part.data, "id": id, **said}, part, ()):
                    found[id] = source
        return self.whole("sources", found)

    def errata(self) -> dict[str, Erratum]:
        """The mistakes of every chapter."""
        found: dict[str, Erratum] = {}
        for name, _ in self.files("errata"):
            document = self.document(name)
            if document is None:
                self.unreadable("errata", name, r"(?m)^([a-z0-9-]+):[ \t]*$")
                continue
            for id, part in self.parts("errata", document, (), document.data):
                if erratum := self.validate(Erratum, {**part.data, "id": id}, part, ()):
                    found[id] = erratum
        return self.whole("errata", found)

    def parts(self, kind: str, document: Document, place: reader.Place, given: Mapping[Any, Any]) -> Iterator[tuple[str, Document]]:
        """(id, document) of every entry that a file holds at a place."""
        what, keys = PARTS[kind]
        for id, data in given.items():
            part = document.part((*place, id), data)
            first = self.documents.setdefault((kind, str(id)), part)
            if first is not part:
                message = f"{what} '{id}'을(를) '{first.path}'도 적고 있습니다."
                self.problems.append(part.problem((), message, "id를 하나 바꾸십시오."))
            elif not re.match(ID_PATTERN, str(id)):
                message = f"id '{id}'은(는) 쓸 수 없습니다."
                self.problems.append(part.problem((), message, "소문자, 숫자, 붙임표로 씁니다. 예: nv-h100-page."))
            elif not isinstance(data, dict):
                self.problems.append(part.problem((), f"{what} '{id}'에는 '키: 값' 묶음이 와야 합니다.", keys))
            else:
                yield str(id), part

    def whole(self, kind: str, found: dict[str, M]) -> dict[str, M]:
        """What could be read; the text of the others is remembered."""
        for (of, id), part in self.documents.items():
            if of == kind and id not in found:
                self.broken[(kind, id)] = part.text
        return found

    def unreadable(self, kind: str, name: str, ids: str) -> None:
        """The ids of a file that is none: its mistake is not one of those who use them."""
        text = self.text(name)
        for id in re.findall(ids, text):
            self.broken[(kind, id)] = text

    def validate(self, model: type[M], data: Any, document: Document, place: reader.Place) -> M | None:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            self.problems += problems_of(document, place, error.errors(), model)
            return None

    def attributes(self) -> dict[str, Attribute]:
        file = self.data_dir / "attributes.yml"
        document = self.read(file.name, "attributes", "attributes") if file.exists() else None
        found: dict[str, Attribute] = {}
        if document is None:
            return found
        for id, data in document.data.items():
            self.documents[("attributes", id)] = document
            if not re.match(ATTRIBUTE_PATTERN, id):
                self.problems.append(document.problem((id,), f"id '{id}'은(는) 소문자, 숫자, 밑줄로 씁니다.", key=True))
            attribute = self.validate(Attribute, data, document, (id,))
            if attribute:
                found[id] = attribute
            else:
                self.broken[("attributes", id)] = document.text
        return found

    def single(self, name: str, model: type[M]) -> M | None:
        """The one entry of data/<name>.yml, if there is such a file."""
        file = self.data_dir / f"{name}.yml"
        document = self.read(file.name, name, name) if file.exists() else None
        return self.validate(model, document.data, document, ()) if document else None

    def figures(self) -> dict[str, str]:
        folder = self.data_dir / "figures"
        return {file.stem: file.read_text("utf-8").strip() for file in sorted(folder.glob("*.svg"))}
