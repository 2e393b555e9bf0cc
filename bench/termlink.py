"""`make bench`: what linking terms costs: its share of a build, how it grows with the terms, and a peer on the same text.

Share: processor time inside the linker (its automaton included) while MkDocs builds this site, over the time of that engine alone and
of all that `make site` does. Growth: every page's finished tree, linked with 500 and with 10,000 terms. The peer is Python-Markdown's
own `abbr` on the same trees with the same preferred names: one alternation of all of them. It misses every name with a particle after
it, and links none. Medians of N runs, interleaved.
"""

from __future__ import annotations

import copy
import gc
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as etree

import jinja2
import markdown
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.treeprocessors import Treeprocessor

ROOT = Path(__file__).resolve().parent.parent
RUNS = int(os.environ.get("RUNS", "5"))
FEW, MANY = 500, 10_000
SHARE_MOST, GROWTH_MOST = 0.03, 1.5
sys.path.insert(0, str(ROOT))

from macros import _with_context, check  # noqa: E402
from macros.authoring import FILTERS, MACROS, Author  # noqa: E402
from macros.model import Term  # noqa: E402
from macros.term_finder import Finder  # noqa: E402
from macros.termlink import Place, TermLinks  # noqa: E402

BUILD = """
import json, sys, time
from macros import catalog, termlink
from mkdocs.commands.build import build
from mkdocs.config import load_config
spent = 0.0
def timed(run):
    def call(*arguments):
        global spent
        start = time.process_time()
        try:
            return run(*arguments)
        finally:
            spent += time.process_time() - start
    return call
termlink.TermLinks.run = timed(termlink.TermLinks.run)
start = time.process_time()
build(load_config("mkdocs.yml"))
print(json.dumps([spent, time.process_time() - start]))
"""


def share() -> tuple[float, float]:
    """(processor seconds in the linker, in the engine) of one build."""
    target = ROOT / ".build/bench-terms"
    shutil.rmtree(target, ignore_errors=True)
    environment = {**os.environ, "SITE_DIR": str(target), "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([sys.executable, "-c", BUILD], cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    spent, whole = json.loads(done.stdout.splitlines()[-1])
    return spent, whole


def whole_build() -> float:
    """Processor seconds of what `make site` does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "publish.build", "mkdocs", ".build/bench-site"], cwd=ROOT, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class _Keep(Treeprocessor):
    """Keeps the tree as the linker gets it."""

    kept: etree.Element

    def run(self, root: etree.Element) -> None:
        self.kept = copy.deepcopy(root)


def trees() -> list[tuple[markdown.Markdown, etree.Element]]:
    """Every page's finished tree, and the Markdown that holds its raw HTML."""
    loaded = check.load(ROOT)
    author = Author(loaded.catalog, loaded.pages)
    environment = jinja2.Environment()
    environment.filters.update(FILTERS)
    for name in MACROS:
        environment.globals[name] = _with_context(getattr(author, name))
    found = []
    for path, page in loaded.pages.items():
        md = markdown.Markdown(
            extensions=["admonition", "attr_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.superfences", "macros.tables"]
        )
        keep = _Keep(md)
        md.treeprocessors.register(keep, "keep", 3)
        md.convert(environment.from_string(page.body).render(page={"path": path}))
        found.append((md, keep.kept))
    return found


def terms(number: int) -> dict[str, Term]:
    """The site's terms, and made-up ones to make `number`: two Korean words and an abbreviation each, always the same."""
    made = dict(list(check.load(ROOT).catalog.terms.items())[:number])
    chosen = random.Random(7)
    syllables = "가구기나다대도동라마모무미바반병보부분비사상생서선성소수시신실안양연영온용우운"
    while len(made) < number:
        ko = " ".join("".join(chosen.choice(syllables) for _ in range(2)) for _ in range(2))
        id = f"made-{len(made)}"
        letters = "".join(chosen.choice("ABCDEFGHILMNOPRSTUVX") for _ in range(5))
        made[id] = Term(
            id=id,
            ko=ko,
            en=letters.lower(),
            abbr=letters,
            definition="가.",
            why="다.",
            detail="나.",
            sources=("a",),
            kind="concept",
            section="2.1",
            level="basic",
        )
    return made


def linker(number: int) -> Callable[[markdown.Markdown, etree.Element], Any]:
    place = Place("a/b.md", Finder(terms(number)), "2.1")
    return lambda md, tree: TermLinks(md, place).run(tree)


def peer(number: int) -> Callable[[markdown.Markdown, etree.Element], Any]:
    names = {form: "가" for t in terms(number).values() for form in (t.ko, t.abbr) if form}
    return lambda md, tree: AbbrTreeprocessor(md, names).run(tree)


def once(work: Callable[[markdown.Markdown, etree.Element], Any], pages: list[tuple[markdown.Markdown, etree.Element]]) -> float:
    fresh = [(md, copy.deepcopy(tree)) for md, tree in pages]
    gc.collect()
    gc.freeze()  # the other linkers' terms are no garbage of this one
    start = time.process_time()
    for md, tree in fresh:
        work(md, tree)
    return time.process_time() - start


def main() -> int:
    shares = [share() for _ in range(max(1, RUNS // 2))]
    spent, engine = (statistics.median(times) for times in zip(*shares, strict=True))
    part = spent / whole_build()
    known = len(check.load(ROOT).catalog.terms)
    print(
        f"용어 {known}개를 잇는 데 {spent * 1000:.0f} ms: make site의 {part:.2%} (기준 {SHARE_MOST:.0%}), MkDocs만의 {spent / engine:.2%}"
    )
    pages = trees()
    works = {(name, n): make(n) for n in (FEW, MANY) for name, make in (("잇기", linker), ("abbr", peer))}
    times: dict[tuple[str, int], list[float]] = {key: [] for key in works}
    for _ in range(RUNS):
        for key, work in works.items():
            times[key].append(once(work, pages))
    median = {key: statistics.median(values) for key, values in times.items()}
    growth = median["잇기", MANY] / median["잇기", FEW]
    for n in (FEW, MANY):
        ratio = median["잇기", n] / median["abbr", n]
        print(f"용어 {n:>6,}개: 잇기 {median['잇기', n] * 1000:.0f} ms, abbr {median['abbr', n] * 1000:.0f} ms, 비 {ratio:.2f}")
    print(f"잇기 {MANY:,}개 / {FEW}개: {growth:.2f} (기준 {GROWTH_MOST}), abbr {median['abbr', MANY] / median['abbr', FEW]:.1f}")
    return int(part > SHARE_MOST or growth > GROWTH_MOST)


if __name__ == "__main__":
    sys.exit(main())
