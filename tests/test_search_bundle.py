"""The worker as one file: what it keeps, what it drops, what it refuses."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from publish import node
from publish.search_bundle import bundle

ROOT = Path(__file__).parents[1]


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder / "main.js"


def test_modules_run_as_one_and_keep_their_names_apart(tmp_path: Path) -> None:
    main = written(
        tmp_path,
        main='import { a as first } from "./a.js"\nimport { b } from "./b.js"\nconst x = 3\nconsole.log(first(), b, x)\n',
        a='import { b } from "./b.js"\n// a note\nconst x = 1\n/** Says. */\nexport function a() {\n  return `http://x ${x + b}`\n}\n',
        b="const x = 40\nexport const b = x\n",
    )
    (tmp_path / "out.mjs").write_text(bundle(main), "utf-8")
    out = subprocess.run([*node.node(), str(tmp_path / "out.mjs")], capture_output=True, text=True, check=True).stdout
    assert out == "http://x 41 40 3\n"
    assert "note" not in bundle(main) and "Says" not in bundle(main)


def test_spaces_go_where_they_say_nothing(tmp_path: Path) -> None:
    lines = {
        "const a = 1, b = [2, 3] // both": "const a=1,b=[2,3]",
        'const s = "x = 1 // no"': 'const s="x = 1 // no"',
        "const c = a + +a - -a": "const c=a + +a - -a",
        "const d = a ? .5 : b[0]": "const d=a?.5:b[0]",
        "const p = / + /.test(s)": "const p = / + /.test(s)",
        "const t = `a + b": "const t = `a + b",
        "c = d`": "c = d`",
        "console.log(a, b, c, d, p, s, t)": "console.log(a,b,c,d,p,s,t)",
    }
    text = bundle(written(tmp_path, main="".join(f"{line}\n" for line in lines)))
    assert text.splitlines() == list(lines.values())
    (tmp_path / "out.mjs").write_text(text, "utf-8")
    out = subprocess.run([*node.node(), str(tmp_path / "out.mjs")], capture_output=True, text=True, check=True).stdout
    assert out == "1 [ 2, 3 ] 3 0.5 false x = 1 // no a + b\nc = d\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('import x from "./a.js"\n', "main.js: 묶을 수 없는 import 또는 export가 있습니다."),
        ("export default 1\n", "main.js: 묶을 수 없는 import 또는 export가 있습니다."),
        ('const m = import("./a.js")\n', "main.js: 묶을 수 없는 import 또는 export가 있습니다."),
        ('import { x } from "./main.js"\n', "main.js: 모듈이 자신을 거쳐 자신을 부릅니다."),
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ValueError) as refused:
        bundle(written(tmp_path, main=text, a="export const x = 1\n"))
    assert str(refused.value) == said


def test_the_worker_is_a_script_that_parses(tmp_path: Path) -> None:
    (tmp_path / "worker.mjs").write_text(bundle(ROOT / "theme/assets/search/worker.js"), "utf-8")
    subprocess.run([*node.node(), "--check", str(tmp_path / "worker.mjs")], check=True)
