"""`make search-eval`: the search judged through the real box of both engines, beside stock Material on the same pages.

The driver is ../shared/search/search_eval.mjs; the map of addresses comes from the catalog (bench/search_map.py). What is made stays in
.build/search-eval; the stock site is built again only when pages, data or macros have changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import playwright

from bench.search_map import sections
from macros import catalog
from publish import html, node
from publish.browser import find

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".build/search-eval"
DRIVER = Path(os.environ.get("SEARCH_EVAL", ROOT / "../shared/search/search_eval.mjs"))
QUERIES = tuple(ROOT / f"tests/search/{name}.jsonl" for name in ("public", "units", "later"))
SITES = {"MkDocs": ROOT / "site", "Zensical": ROOT / "site-zensical"}
_STOCK = re.compile(r"^(  custom_dir:.*|hooks:.*)\n", re.M)
_STOCK_SEARCH = "plugins:\n  - search:\n      lang: [ko, en]\n"


def main() -> int:
    missing = [str(p) for p in (DRIVER, *SITES.values()) if not p.exists()]
    if missing:
        print(f"없습니다: {', '.join(missing)}. make site, make site-zensical을 먼저 하십시오.", file=sys.stderr)
        return 1
    WORK.mkdir(parents=True, exist_ok=True)
    pages = html.pages(SITES["MkDocs"])
    (WORK / "map.json").write_text(json.dumps(sections(pages, catalog.load(ROOT / "data")), ensure_ascii=False), "utf-8")
    _link(WORK / "node_modules/playwright-core", Path(str(playwright.__file__)).parent / "driver/package")
    found = {name: evaluate(name, site) for name, site in SITES.items()}
    found["Material 그대로"] = stock()
    print(table(found))
    for name in SITES:
        print(f"{name}: {found[name]['said']}")
    return 0


def evaluate(name: str, site: Path) -> dict[str, Any]:
    """The driver's results for a site, with the line it says about times."""
    out = WORK / f"{name}.json"
    command = [*node.node(), str(DRIVER), "--site", str(site), "--queries", ",".join(map(str, QUERIES)), "--map", str(WORK / "map.json")]
    command += ["--playwright", str(WORK), "--chrome", str(find()), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    said = next((line for line in done.stdout.splitlines() if line.startswith("adapter")), "")
    return {**json.loads(out.read_text("utf-8")), "said": said}


def stock() -> dict[str, Any]:
    """Stock Material's own search over the same pages; remembered until they change."""
    site, key = WORK / "stock", fingerprint()
    remembered = WORK / "stock.json"
    if remembered.exists() and json.loads(remembered.read_text("utf-8")).get("key") == key:
        result: dict[str, Any] = json.loads(remembered.read_text("utf-8"))
        return result
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = ROOT / ".stock.yml"
    config.write_text(_STOCK.sub("", text).replace("plugins:\n", _STOCK_SEARCH, 1).replace("strict: true", "strict: false"), "utf-8")
    try:
        environment = {**os.environ, "SITE_DIR": str(site), "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)], cwd=ROOT, env=environment, check=True)
    finally:
        config.unlink()
    result = {**evaluate("stock-results", site), "key": key}
    remembered.write_text(json.dumps(result, ensure_ascii=False), "utf-8")
    return result


def fingerprint() -> str:
    """Of what a page's text and the questions come from."""
    digest = hashlib.sha256()
    files = [ROOT / "mkdocs.yml", *QUERIES, *(f for folder in ("docs", "data", "macros") for f in sorted((ROOT / folder).rglob("*")))]
    for file in files:
        if file.is_file() and file.suffix != ".pyc":
            digest.update(file.read_bytes())
    return digest.hexdigest()


def table(found: dict[str, dict[str, Any]]) -> str:
    """Success at 1 by class for each site, then the other measures."""
    names = list(found)
    first = found[names[0]]["summary"]["by"]
    lines = [f"| 종류 | 수 | {' | '.join(names)} |", "|---|--:|" + "--:|" * len(names)]
    for kind, row in first.items():
        measure = "zero" if kind == "none" else "s1"
        label = "none (비어 있어야 함)" if kind == "none" else kind
        lines.append(f"| {label} | {row['n']} | " + " | ".join(f"{found[n]['summary']['by'][kind][measure]:.3f}" for n in names) + " |")
    for measure, label in (("s1", "첫째가 맞음"), ("s3", "셋 안에 맞음"), ("mrr", "MRR@10"), ("ndcg", "nDCG@10"), ("zero", "빈 결과")):
        n = found[names[0]]["summary"]["all"]["n"]
        lines.append(f"| **{label}** | {n} | " + " | ".join(f"{found[name]['summary']['all'][measure]:.3f}" for name in names) + " |")
    return "\n".join(lines)


def _link(link: Path, target: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    if not link.exists():
        link.symlink_to(target)


if __name__ == "__main__":
    sys.exit(main())
