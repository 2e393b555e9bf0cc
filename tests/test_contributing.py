"""The recipes of CONTRIBUTING.md, applied to a copy of the project as a contributor would, leave nothing to complain about."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros import check

from .project import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RECIPES = dict(re.findall(r"^### \d\. (.+?)\n(.*?)(?=^### \d\.|^## 숫자를)", TEXT, re.S | re.M))
_FENCE = re.compile(r"^(`{3,})(yaml|markdown|text|sh)\n(.*?)^\1$", re.S | re.M)
_NAME = re.compile(r"(?:---\n)?# (\S+\.\w+)\n")
COMMAND = "make check\n"


@dataclass(frozen=True)
class Block:
    """A fenced block whose first line (of the front matter, for a page) names its file; `...` is what the file already has."""

    path: str
    text: str

    def apply(self, root: Path) -> None:
        file = root / self.path
        file.parent.mkdir(parents=True, exist_ok=True)
        head, elided, rest = self.text.partition("\n  ...\n")
        if elided:
            assert set(_top_keys(head)) <= set(_top_keys(file.read_text("utf-8"))), f"{self.path} has other keys than the recipe shows"
            file.write_text(file.read_text("utf-8").rstrip("\n") + "\n" + rest, "utf-8")
        elif added := re.search(r"^(\w+): \[\.\.\., (.+)\]$", self.text, re.M):
            key, item = added.groups()
            new, count = re.subn(rf"^{key}: \[(.+)\]$", rf"{key}: [\1, {item}]", file.read_text("utf-8"), flags=re.M)
            assert count == 1, f"{self.path} has no list '{key}' on one line"
            file.write_text(new, "utf-8")
        else:
            file.write_text(self.text, "utf-8")


def _top_keys(text: str) -> list[str]:
    return re.findall(r"^(\w+):", text, re.M)


def blocks(recipe: str) -> list[Block]:
    return [Block(name.group(1), text) for _, _, text in _FENCE.findall(recipe) if (name := _NAME.match(text))]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("data", "docs", "labs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_there_are_five_recipes_of_one_new_entry_and_one_command_each() -> None:
    assert list(RECIPES) == ["용어", "제품", "비교표의 행", "페이지", "확인 문제"]
    for name, recipe in RECIPES.items():
        assert blocks(recipe), name
        assert [text for _, language, text in _FENCE.findall(recipe) if language == "sh"] == [COMMAND], name


@pytest.mark.parametrize("name", RECIPES, ids=["term", "product", "row", "page", "question"])
def test_a_recipe_as_it_stands_passes_the_check(name: str, copy: Path) -> None:
    for block in blocks(RECIPES[name]):
        file = copy / block.path
        before = file.read_text("utf-8") if file.exists() else ""
        block.apply(copy)
        assert file.read_text("utf-8") != before, f"{block.path} is already what the recipe makes of it"
    assert [str(p) for p in check.problems(copy)] == []


def test_the_mistakes_shown_give_the_messages_shown(copy: Path) -> None:
    section = TEXT.partition("## 틀리면 이렇게 알려 줍니다")[2].partition("\n## ")[0]
    (block,) = blocks(RECIPES["용어"])
    mistakes = re.findall(r"`([^`\n]+)`[을를] `([^`\n]+)`(?:으)?로", section)
    assert len(mistakes) == 2
    text = block.text
    for right, wrong in mistakes:
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    Block(block.path, text).apply(copy)
    said = [str(p) for p in sorted(set(check.problems(copy))) if p.path == block.path]
    shown = next(text for _, language, text in _FENCE.findall(section) if language == "text")
    assert said == shown.splitlines()
