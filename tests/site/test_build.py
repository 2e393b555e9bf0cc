"""A build that fails leaves the last good site as it was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.site
COPIED = ("data", "docs", "labs", "macros", "publish", "theme", "mkdocs.yml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project with a last good site that is only a marker."""
    for name in COPIED:
        source = ROOT / name
        shutil.copytree(source, tmp_path / name) if source.is_dir() else shutil.copy(source, tmp_path / name)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("last good", "utf-8")
    return tmp_path


def build(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "publish.build", "mkdocs", "site"],
        cwd=project, env={**os.environ, "PYTHONPATH": str(project)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_mistake_in_data_stops_before_anything_is_written(copy: Path) -> None:
    term = copy / "data/terms/warp.yml"
    term.write_text(term.read_text("utf-8").replace("level:", "levle:"), "utf-8")
    done = build(copy)
    assert done.returncode == 1
    assert "모르는 키 'levle'입니다. 혹시 'level'입니까?" in done.stderr and "data/terms/warp.yml:" in done.stderr
    assert (copy / "site/index.html").read_text("utf-8") == "last good"
    assert not (copy / ".build/site-mkdocs").exists()


def test_a_dead_link_in_raw_html_stops_the_site_from_being_replaced(copy: Path) -> None:
    page = copy / "docs/about.md"
    page.write_text(page.read_text("utf-8") + '\n<p><a href="../nowhere/">여기</a></p>\n', "utf-8")
    done = build(copy)
    assert done.returncode == 1
    assert "about/index.html: 링크 '../nowhere/'가 가리키는 파일이 없습니다." in done.stderr
    assert (copy / "site/index.html").read_text("utf-8") == "last good"


def test_any_warning_of_the_engine_fails_the_build(copy: Path) -> None:
    config = copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("strict: true", "strict: true\nno_such_setting: 1"), "utf-8")
    done = build(copy)
    assert done.returncode != 0 and "no_such_setting" in done.stderr
    assert (copy / "site/index.html").read_text("utf-8") == "last good"
