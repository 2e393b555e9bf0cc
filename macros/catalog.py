"""All of data/, loaded and indexed. Loading collects every problem of form; rules across files are in checks.py."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from . import files, labs, reader
from .facts import FactBase
from .loader import PARTS, Loader
from .model import Arithmetic, Attribute, Chart, Confusable, Erratum, Exam, Matrix, Product, Quiz, Source, Term, Timeline
from .model.base import Entry
from .model.lab import LabRun
from .problems import Problem
from .reader import Document
from .term_finder import Finder

KINDS: dict[str, type[Entry]] = {
    "sources": Source,
    "terms": Term,
    "products": Product,
    "matrices": Matrix,
    "charts": Chart,
    "timelines": Timeline,
    "confusables": Confusable,
    "errata": Erratum,
    "quizzes": Quiz,
}


@dataclass(frozen=True)
class Catalog:
    """Frozen models by id. `documents` says where each came from, `broken` holds the text of files that could not be read."""

    root: Path
    sources: Mapping[str, Source] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    products: Mapping[str, Product] = field(default_factory=dict)
    attributes: Mapping[str, Attribute] = field(default_factory=dict)
    arithmetic: Arithmetic = field(default_factory=Arithmetic)
    exam: Exam | None = None
    matrices: Mapping[str, Matrix] = field(default_factory=dict)
    charts: Mapping[str, Chart] = field(default_factory=dict)
    timelines: Mapping[str, Timeline] = field(default_factory=dict)
    confusables: Mapping[str, Confusable] = field(default_factory=dict)
    errata: Mapping[str, Erratum] = field(default_factory=dict)
    quizzes: Mapping[str, Quiz] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    labs: Mapping[str, LabRun] = field(default_factory=dict)
    documents: Mapping[tuple[str, str], Document] = field(default_factory=dict, repr=False)
    broken: Mapping[tuple[str, str], str] = field(default_factory=dict, repr=False)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def facts(self) -> FactBase:
        return FactBase(self.products, self.attributes, frozenset(id for kind, id in self.broken if kind == "products"))

    @cached_property
    def finder(self) -> Finder:
        with without_collection():
            return Finder(self.terms)

    @cached_property
    def former(self) -> Mapping[tuple[str, str], str]:
        """(kind, former id) -> id."""
        return {(k, old): id for k in KINDS for id, entry in self.of(k).items() for old in entry.former_ids}

    @cached_property
    def confusions(self) -> Mapping[str, Mapping[str, str]]:
        """Term -> the terms that it is confused with, its own before those that say so, each with the sentence that tells the two apart."""
        said = [(id, self.former.get(("terms", c.term), c.term), c.difference) for id, t in self.terms.items() for c in t.confused_with]
        found: dict[str, dict[str, str]] = {id: {} for id in self.terms}
        for id, other, difference in (*said, *((other, id, difference) for id, other, difference in said)):
            found.get(id, {}).setdefault(other, difference)
        return found

    def of(self, kind: str) -> Mapping[str, Any]:
        entries: Mapping[str, Any] = getattr(self, kind)
        return entries

    def get(self, kind: str, id: str) -> Any:
        """The entry with this id or former id, or None."""
        return self.of(kind).get(self.former.get((kind, id), id))

    def has(self, kind: str, id: str) -> bool:
        """Whether this id names something, if only a file that cannot be read: that is said at the file, not at each use."""
        return self.get(kind, id) is not None or (kind, id) in self.broken

    def ids(self, kind: str) -> set[str]:
        return {*self.of(kind), *(old for k, old in self.former if k == kind), *(id for k, id in self.broken if k == kind)}

    def problem(self, kind: str, id: str, place: reader.Place, message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem at a place inside an entry's file."""
        return self.documents[(kind, id)].problem(place, message, hint, key=key)


def load(data_dir: Path) -> Catalog:
    """The catalog of a data directory; the same object while no file in it has changed."""
    return _load(data_dir, (*files.fingerprint(data_dir), *labs.files(data_dir.parent)))


@lru_cache(maxsize=2)
def _load(data_dir: Path, _fingerprint: tuple[str | int, ...]) -> Catalog:
    loader = Loader(data_dir)
    with without_collection():
        entries = {kind: loader.folder(kind, model) for kind, model in KINDS.items() if kind not in PARTS}
        runs, unreadable = labs.load(data_dir.parent)
        return Catalog(
            root=data_dir.parent,
            sources=loader.sources(),
            errata=loader.errata(),
            attributes=loader.attributes(),
            arithmetic=loader.single("arithmetic", Arithmetic) or Arithmetic(),
            exam=loader.single("exam", Exam),
            figures=loader.figures(),
            labs=runs,
            documents=loader.documents,
            broken=loader.broken,
            problems=tuple(sorted({*loader.problems, *unreadable})),
            **entries,  # type: ignore[arg-type]
        )


@contextmanager
def without_collection() -> Iterator[None]:
    """What is made here lives on: looking for garbage among it is a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
