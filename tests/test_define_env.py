"""Zensical may call define_env once a page: with nothing changed it reads and checks nothing again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import catalog, check, checks, reader

from .markup import Site
from .project import Changes, change

Make = Callable[[Changes], Path]


def test_a_second_call_with_nothing_changed_reads_and_checks_nothing(project: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project({})
    first = Site.of(root)
    monkeypatch.setattr(reader, "decode", lambda *_: pytest.fail("a file was read again"))
    monkeypatch.setattr(checks, "check_data", lambda *_: pytest.fail("the data was checked again"))
    second = Site.of(root)
    call = '{{ term("warp") }}{{ fact("x1.power") }}'
    assert second.markdown(call) == first.markdown(call), "but numbering and first uses begin anew"


def test_a_change_is_seen_by_the_next_call(project: Make) -> None:
    root = project({})
    assert "워프" in Site.of(root).markdown('{{ term("warp") }}')
    change(root, {"data/terms/warp.yml": ("ko: 워프", "ko: 실타래")})
    assert "실타래" in Site.of(root).markdown('{{ term("warp") }}')


def test_one_change_costs_the_parsing_of_one_file(project: Make) -> None:
    root = project({})
    check.load(root)
    before = reader.read_text.cache_info().misses
    change(root, {"data/terms/warp.yml": ("ko: 워프", "ko: 실묶음")})
    assert check.load(root).catalog.terms["warp"].ko == "실묶음"
    assert reader.read_text.cache_info().misses == before + 1


def test_numbering_is_by_page(project: Make) -> None:
    site = Site.of(project({}))
    site.markdown('{{ cite("daily-news") }}', "index.md")
    assert 'aria-label="출처 1"' in site.markdown('{{ cite("acme-page") }}', "errata.md")
    assert 'aria-label="출처 2"' in site.markdown('{{ cite("acme-page") }}', "index.md")


def test_the_ledger_is_read_with_the_data(project: Make) -> None:
    root = project({})
    assert catalog.load(root / "data") is catalog.load(root / "data")
    change(root, {"data/published-ids.txt": "terms/gone\n"})
    assert [str(p) for p in check.problems(root)] == [
        "data/published-ids.txt:1:1: 공개했던 id 'gone'이(가) data/terms/에서 사라졌습니다. 이름을 바꿨다면 새 파일에 former_ids: [gone]를 쓰십시오."
    ]
