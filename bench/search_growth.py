"""`python -m bench.search_growth [10 100]`: the weight of the search against Pagefind's for the same pages, as they become more.

Both index the same text: the thirty sections, all sections of the built site, then ten and a hundred times as many pages generated from
the site's own words. Counted is everything an index is made of, compressed, and what a first answer fetches; boxes and styles are not.
Pagefind is no dependency: PAGEFIND names its command, else npm is asked for the version below; without it, ours only is measured.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros import catalog
from publish import node, search_documents
from publish.html import pages as built
from publish.search import pack

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".build/search-growth"
VERSION = "1.6.0"
QUERIES = ("양자화", "GPU 메모리 줄이는 방법", "인피니밴드", "학습이 느린 이유")
_WORDS = re.compile(r"\S+")
Page = dict[str, Any]


def main(multiples: tuple[int, ...]) -> int:
    site = ROOT / "site"
    if not (site / "search/core.json").exists():
        print("site가 없습니다. make site를 먼저 하십시오.", file=sys.stderr)
        return 1
    found = search_documents.documents(built(site), catalog.load(ROOT / "data"))
    sections = [p for p in found["pages"] if p["section"]]
    thirty = [p for p in sections if int(p["section"].split(".")[0]) <= 10]
    known = {p["section"] for p in thirty}
    sets: dict[str, tuple[list[Page], list[Any]]] = {
        "서른 절": (thirty, [t for t in found["terms"] if t["section"] in known]),
        f"{len(sections)}개 절": (sections, found["terms"]),
    }
    sets |= {f"x{times}": ([*sections, *generated(sections, times - 1)], found["terms"]) for times in multiples}
    other = pagefind()
    if other is None:
        print("Pagefind를 찾지 못해 우리 것만 잽니다. PAGEFIND에 명령을 적거나 npm이 받을 수 있게 하십시오.")
    lines = ["| 글 | 쪽 | 전체 KB | Pagefind | 비 | 첫 답 KB | Pagefind | 비 |", "|---|--:|--:|--:|--:|--:|--:|--:|"]
    for name, (pages, terms) in sets.items():
        lines.append(row(name, len(pages), *measured(pages, terms, site / "assets/search/worker.js", other)))
    print("\n".join(lines))
    return 0


def row(name: str, count: int, ours: tuple[int, int], theirs: tuple[int, int] | None) -> str:
    cells = [name, f"{count:,}"]
    for nth in (0, 1):
        cells += [f"{ours[nth] / 1024:,.0f}"]
        cells += [f"{theirs[nth] / 1024:,.0f}", f"{ours[nth] / theirs[nth]:.2f}"] if theirs else ["-", "-"]
    return f"| {' | '.join(cells)} |"


def measured(pages: list[Page], terms: list[Any], worker: Path, other: list[str] | None) -> tuple[tuple[int, int], tuple[int, int] | None]:
    """(everything, a first answer) of ours and of Pagefind, in bytes."""
    shutil.rmtree(WORK, ignore_errors=True)
    pack(WORK / "ours", json.dumps({"pages": pages, "terms": terms}, ensure_ascii=False), ROOT)
    shutil.copy(worker, WORK / "ours/worker.js")
    if other:
        for page in pages:
            file = WORK / "site" / page["url"] / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(markup(page), "utf-8")
        command = [*other, "--site", str(WORK / "site"), "--output-path", str(WORK / "pagefind")]
        subprocess.run(command, check=True, capture_output=True)
        for box in [*(WORK / "pagefind").glob("*ui.*"), WORK / "pagefind/pagefind-highlight.js"]:
            box.unlink(missing_ok=True)
    first = json.loads(node.run(str(ROOT / "bench/search_first.mjs"), str(WORK), *QUERIES))
    totals = {name: sum(map(weight, files(WORK / name))) for name in ("ours", "pagefind")}
    fetched = {name: max(sum(weight(WORK / name / f) for f in names) for names in lists) for name, lists in first.items()}
    return (totals["ours"], fetched["ours"]), (totals["pagefind"], fetched["pagefind"]) if other else None


def files(folder: Path) -> Iterator[Path]:
    return (f for f in folder.rglob("*") if f.is_file())


def weight(file: Path) -> int:
    """As it is sent: what is compressed already is not compressed again."""
    data = file.read_bytes()
    return min(len(data), len(gzip.compress(data, 9)))


def markup(page: Page) -> str:
    """The page as Pagefind reads it: the same headings and texts."""
    heads = (f"<h2 id='{html.escape(d['id'])}'>{html.escape(d['heading'])}</h2>" if d["id"] else "" for d in page["docs"])
    body = "".join(f"{head}<p>{html.escape(d['text'])}</p>" for head, d in zip(heads, page["docs"], strict=True))
    title = html.escape(page["title"])
    return f"<!doctype html><html lang='ko'><title>{title}</title><main data-pagefind-body><h1>{title}</h1>{body}</main></html>"


def generated(sections: list[Page], times: int) -> Iterator[Page]:
    """Other pages of the same shape: words of the site as often as they are, and one in five made new, as other subjects would have."""
    chance = random.Random(7)
    words = _WORDS.findall(" ".join(d["text"] for p in sections for d in p["docs"]))
    for nth in range(times * len(sections)):
        like = sections[nth % len(sections)]
        fresh = ["".join(chr(0xAC00 + chance.randrange(11172)) for _ in range(chance.choice((2, 2, 3, 4)))) for _ in range(40)]

        def some(count: int, fresh: list[str] = fresh) -> str:
            return " ".join(chance.choice(fresh if chance.random() < 0.2 else words) for _ in range(count))

        docs = [
            {**d, "heading": some(3) if d["heading"] else "", "text": some(max(1, len(d["text"].split()))), "labels": []}
            for d in like["docs"]
        ]
        yield {"url": f"more/{nth}/", "title": some(3), "kind": "section", "section": "", "about": some(12), "docs": docs}


def pagefind() -> list[str] | None:
    """The command of Pagefind, if there is one."""
    named = os.environ.get("PAGEFIND")
    by_npm = [*node.npm(), "exec", "--yes", f"pagefind@{VERSION}", "--"]
    for command in [shlex.split(named)] if named else [["pagefind"], by_npm]:
        try:
            if subprocess.run([*command, "--version"], capture_output=True, timeout=120, check=False).returncode == 0:
                return command
        except (OSError, subprocess.TimeoutExpired):
            continue
    return None


if __name__ == "__main__":
    sys.exit(main(tuple(map(int, sys.argv[1:])) or (10, 100)))
