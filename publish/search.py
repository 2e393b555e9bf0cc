"""The site's own search: its index, made from the built pages, in place of what the engines bring."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from macros.catalog import Catalog

from . import node
from .html import BuiltPage
from .search_bundle import bundle
from .search_documents import documents

FOLDER = "search"
# Indexes and scripts of the engines' own search boxes. Their other scripts did nothing here that assets/site.js does not.
_THEIRS = ("search.json", "assets/javascripts")


def write(site: Path, pages: Mapping[str, BuiltPage], catalog: Catalog, root: Path) -> None:
    """Write /search/ and the worker as one file; remove the search that the engine made."""
    for name in (FOLDER, *_THEIRS):
        place = site / name
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
    worker = site / "assets/search/worker.js"
    if worker.exists():
        worker.write_text(bundle(root / "theme/assets/search/worker.js"), "utf-8")
    pack(site / FOLDER, json.dumps(documents(pages, catalog), ensure_ascii=False), root)


def pack(folder: Path, text: str, root: Path) -> None:
    """The files of the index, from documents as JSON."""
    subprocess.run([*node.node(), "--no-warnings", str(root / "publish/search_pack.mjs"), str(folder)], input=text.encode(), check=True)
