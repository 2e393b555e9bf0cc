"""/data/: everything the site knows as JSON, CSV and JSON Schema, the same whichever engine built the pages."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from pydantic import create_model

from macros import records, trust
from macros.catalog import Catalog
from macros.model.base import Model
from macros.model.record import MatrixCellRecord, MatrixRecord

from . import tabular, terms
from .comparable import comparable
from .trust_record import TrustRecord, trust_record

FOLDER = "data"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
NAME = "AI 인프라 길잡이"
DESCRIPTION = "NVIDIA AI 인프라의 제품과 사실, 비교표, 출처, 용어. 값마다 단위와 한정어, 출처와 그 안의 자리, 확인한 날이 있습니다."
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Head(Model):
    """파일마다 앞에 있는 것."""

    title: str
    licence: str
    """이 데이터의 허가서. 출처를 밝히면 무엇에든 쓸 수 있다."""
    attribution: str
    """밝힐 출처."""
    date: datetime.date
    """데이터의 날짜: 가장 최근에 확인한 날, 또는 정해진 빌드의 날."""


def write(site: Path, catalog: Catalog, environment: Mapping[str, str] = os.environ) -> None:
    """Write every file below /data/ of a built site."""
    day = date_of(catalog, environment)
    folder = site / FOLDER
    (folder / "schema").mkdir(parents=True, exist_ok=True)
    index = []
    for dataset in records.DATASETS:
        made = list(dataset.records(catalog))
        envelope = envelope_of(dataset)
        said = {"title": dataset.title, **_licence(day), "items": made}
        _json(folder / f"{dataset.name}.json", {"$schema": f"schema/{dataset.name}.json"} | envelope(**said).model_dump(mode="json"))
        _json(folder / f"schema/{dataset.name}.json", schema(envelope, dataset.description))
        model, flat = flattened(dataset.model)
        lines = (r.model_dump(mode="json") for record in made for r in flat(record))
        (folder / f"{dataset.name}.csv").write_bytes(tabular.table(model, lines).encode())
        index.append({"name": dataset.name, "title": dataset.title, "description": dataset.description, "records": len(made)})
    _trust(folder, catalog, environment, day)
    _json(folder / "compare.json", comparable(catalog), indent=None)
    (folder / terms.FILE).write_text(terms.tbx(catalog, f"{NAME}: 용어", f"{NAME}, {LICENCE}"), "utf-8")
    terms.structured(site, catalog, f"{NAME}: 용어 풀이", LICENCE)
    glyphs(site)
    _json(folder / "index.json", {"title": NAME, "description": DESCRIPTION, **_licence(day, text=True), "datasets": index})
    page = folder / "index.html"
    if page.exists():
        page.write_text(described(page.read_text("utf-8"), index, day), "utf-8")


def date_of(catalog: Catalog, environment: Mapping[str, str]) -> datetime.date:
    """The day the data speaks for: never the clock, so that the same sources give the same files."""
    if environment.get("SOURCE_DATE_EPOCH"):
        return trust.build_day(environment)
    looked = [f.verified for p in catalog.products.values() for facts in p.specs.values() for f in facts if f.verified]
    return max([*looked, *(s.accessed for s in catalog.sources.values())])


def envelope_of(dataset: records.Dataset) -> type[Model]:
    """The model of a whole file."""
    items: Any = (tuple[dataset.model, ...], ...)  # type: ignore[name-defined]
    return create_model(f"{dataset.name.title()}File", __base__=Head, items=items)


def schema(model: type[Model], description: str) -> dict[str, Any]:
    """JSON Schema of a file as it is written: every field is there, null where there is nothing."""
    made = model.model_json_schema(mode="serialization")
    made["properties"]["$schema"] = {"type": "string"}
    for part in (made, *made.get("$defs", {}).values()):
        if part.get("type") == "object":
            part["required"] = sorted(name for name in part["properties"] if name != "$schema")
    return {"$schema": _DIALECT, **made, "description": description}


def flattened(model: type[Model]) -> tuple[type[Model], Callable[[Any], Iterator[Model]]]:
    """What a line of the CSV is, and the lines of a record: a table is one line a cell."""
    return (MatrixCellRecord, records.matrix_cells) if model is MatrixRecord else (model, lambda record: iter([record]))


def _trust(folder: Path, catalog: Catalog, environment: Mapping[str, str], day: datetime.date) -> None:
    """The figures of the trust page; what is overdue is so on the day of the build."""
    made = trust_record(trust.ledger(catalog, trust.build_day(environment)))
    model: type[Model] = create_model("TrustFile", __base__=Head, figures=(TrustRecord, ...))
    said = model.model_validate({"title": "신뢰 장부", **_licence(day), "figures": made})
    _json(folder / "trust.json", {"$schema": "schema/trust.json"} | said.model_dump(mode="json"))
    _json(folder / "schema/trust.json", schema(model, "사실이 어디서 왔고 언제 누가 보았는지를 센 수입니다."))


def _licence(day: datetime.date, *, text: bool = False) -> dict[str, Any]:
    return {"licence": LICENCE, "attribution": NAME, "date": day.isoformat() if text else day}


def _json(file: Path, data: Any, indent: int | None = 1) -> None:
    separators = None if indent else (",", ":")
    file.write_text(json.dumps(data, ensure_ascii=False, indent=indent, separators=separators) + "\n", "utf-8")


def glyphs(site: Path) -> None:
    """Tell the page that compares anything which characters its script may write, so that its fonts hold them."""
    page = site / "compare/any/index.html"
    if page.exists():
        files = [site / FOLDER / "compare.json", *site.glob("assets/compare-*.js"), *site.glob("assets/*matrix*.js")]
        wanted = sorted({c for file in files for c in file.read_text("utf-8") if "가" <= c <= "힣"})
        html = page.read_text("utf-8").replace("<compare-any>", f'<compare-any data-glyphs="{"".join(wanted)}">', 1)
        page.write_text(html, "utf-8")


def described(html: str, index: list[dict[str, Any]], day: datetime.date) -> str:
    """The page about the data with what search engines for datasets read. A block of data: no content-security policy stops it."""
    address = html.partition('rel="canonical" href="')[2].partition('"')[0]
    files = [
        {
            "@type": "DataDownload",
            "name": f"{dataset['title']} ({kind.upper()})",
            "encodingFormat": media,
            "contentUrl": urljoin(address, f"{dataset['name']}.{kind}"),
        }
        for dataset in index
        for kind, media in (("json", "application/json"), ("csv", "text/csv"))
    ]
    data = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": f"{NAME}: 사실과 비교표",
        "description": DESCRIPTION,
        "url": address,
        "license": LICENCE,
        "creator": {"@type": "Organization", "name": NAME},
        "dateModified": day.isoformat(),
        "inLanguage": "ko",
        "isAccessibleForFree": True,
        "distribution": files,
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return html.replace("</head>", f'<script type="application/ld+json">{text}</script></head>', 1)
