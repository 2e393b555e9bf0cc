"""Each lab runs, fast, and finds what its recorded run found; what is recorded was made by the present code with the locked packages."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from labs import lab
from macros import catalog, labs, pages
from tests.project import ROOT

PYTHON = ROOT / ".venv-labs" / "bin" / "python"
RUNS = labs.load(ROOT)[0]
NAMES = ["convert-optimize", "dataframes", "bottleneck", "lighter", "serve", "all-reduce"]
# What a page may not promise of another machine.
WORDS_OF_TIME = {"", "ms", "µs", "초", "GFLOPS", "GB/s", "FLOP/B", "%", "배", "장/s", "장"}


@cache
def pins() -> set[tuple[str, str]]:
    return set(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements/labs.txt").read_text("utf-8"), re.M))


def test_every_lab_is_recorded() -> None:
    assert sorted(RUNS) == sorted(NAMES)
    assert labs.load(ROOT)[1] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_recording_is_of_the_present_code(name: str) -> None:
    run = RUNS[name]
    assert run.sources == lab.sources_hash(name), f"labs/{name}의 소스가 기록과 다릅니다. {labs.AGAIN}"
    assert set(run.packages.items()) <= pins(), f"기록한 판이 requirements/labs.txt와 다릅니다. {labs.AGAIN}"


@pytest.mark.parametrize("name", NAMES)
def test_what_was_printed_is_what_the_pages_show(name: str) -> None:
    folder = lab.folder(name)
    made = json.loads((folder / lab.RECORDED).read_text("utf-8"))
    assert (folder / lab.PRINTED).read_text("utf-8") == lab.text_of(made)


@pytest.mark.parametrize("name", NAMES)
def test_a_run_here_finds_what_was_recorded(name: str, tmp_path: Path) -> None:
    assert PYTHON.exists(), "실습의 가상 환경이 없습니다. 'make labs' 또는 'make test'가 만듭니다."
    out = tmp_path / "run.json"
    command = [str(PYTHON), "-W", "ignore", "-m", "labs", name, "--fast", "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    made: dict[str, Any] = json.loads(out.read_text("utf-8"))
    run = RUNS[name]
    assert set(made["blocks"]) == set(run.blocks) and set(made["values"]) == set(run.values)
    for key, block in made["blocks"].items():
        recorded = run.blocks[key]
        assert (block["kind"], block["language"]) == (recorded.kind, recorded.language)
        assert block["kind"] == "output" or block["text"] == recorded.text, key
        assert block["kind"] != "output" or block["text"].count("\n") == recorded.text.count("\n"), key
        assert block["kind"] == "gpu" or block["kind"] == "code" or block["text"] in done.stdout, key
    for key, value in made["values"].items():
        known = run.values[key]
        if known.within is None:
            assert known.unit in WORDS_OF_TIME, f"{key}: {known.unit}은(는) 시간이 아니니 within을 정하십시오."
        else:
            assert abs(value["value"] - known.value) <= known.within, key


def test_every_recorded_run_is_on_a_page_with_its_gpu_step() -> None:
    shown = {(c.args[0], c.args[1]) for p in pages.scan(ROOT).values() for c in p.calls if c.name == "lab" and p.path != "macros.md"}
    for name, run in RUNS.items():
        kinds = {run.blocks[block].kind for shown_name, block in shown if shown_name == name}
        assert {"output", "gpu"} <= kinds, name


def test_what_a_lab_claims_and_does_not_hold_is_refused(tmp_path: Path) -> None:
    said: list[str] = []
    for record, here_only, refused in ((True, True, True), (False, True, False), (False, False, True), (True, False, True)):
        run = lab.Lab("all-reduce", tmp_path, record=record, echo=said.append)
        run.claim("twice as fast", False, here_only=here_only)
        if refused:
            with pytest.raises(lab.ClaimFailed, match="all-reduce: twice as fast"):
                run.finish(())
        else:
            assert run.finish(())["values"] == {}
            assert said[-1] == "이 실행에서는 페이지의 설명과 다릅니다: twice as fast."


def test_a_changed_source_changes_the_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a_lab").mkdir()
    (tmp_path / "lab.py").write_text("shared")
    source, recorded = tmp_path / "a_lab/run.py", tmp_path / "a_lab" / lab.RECORDED
    source.write_text("one")
    monkeypatch.setattr(lab, "HERE", tmp_path)
    first = lab.sources_hash("a-lab")
    recorded.write_text("{}")
    assert lab.sources_hash("a-lab") == first
    source.write_text("two")
    second = lab.sources_hash("a-lab")
    (tmp_path / "lab.py").write_text("shared, changed")
    assert len({first, second, lab.sources_hash("a-lab")}) == 3


@pytest.mark.parametrize(
    ("seconds", "percent", "found"), [([3, 1, 2], 50, 2), ([1, 2, 3, 4], 50, 2), (range(1, 101), 95, 95), ([7], 95, 7)]
)
def test_percentiles(seconds: list[float], percent: float, found: float) -> None:
    assert lab.percentile(seconds, percent) == found


def test_a_recording_that_cannot_be_read_is_a_problem(project: Callable[..., Path]) -> None:
    root = project({"labs/ring/recorded.json": "{}"})
    assert [str(p) for p in catalog.load(root / "data").problems] == [
        "labs/ring/recorded.json:1:1: 기록된 실습을 읽을 수 없습니다. 'make labs'로 다시 기록하십시오."
    ]
