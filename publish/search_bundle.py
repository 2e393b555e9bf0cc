"""The worker of the search as one file: its modules in order, without comments, so that it comes in one request.

Not a bundler for anybody's code: it reads the few forms of `import` and `export` that theme/assets/search/ uses and refuses others.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{ ([^}]+) \} from "\./([\w-]+\.js)"\n', re.M)
_EXPORT = re.compile(r"^export (?:async )?(?:const|function\*?|class) (\w+)", re.M)
# Comments on lines of their own, and behind code that has no string or pattern they could be part of.
_STRING = re.compile(r'("(?:\\.|[^"\\])*")')
# Around + and - only between two values: a + +b is not a++b.
_SPACES = re.compile(r"\s*([{}()\[\];,:=<>?&|*%])\s*|(?<=[\w)\]])\s+([+-])\s+(?=[\w(\[])")
_BEHIND = re.compile(r"^([^\"'`/]*?)\s+// .*$")
_COMMENTS = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)\n", re.M | re.S)


def bundle(entry: Path) -> str:
    """The entry module and everything it imports, each module once, in a function of its own."""
    order: list[Path] = []
    _visit(entry, order, ())
    return "".join(_wrapped(module, last=module == entry) for module in order)


def _visit(module: Path, order: list[Path], above: tuple[Path, ...]) -> None:
    if module in above:
        raise ValueError(f"{module.name}: 모듈이 자신을 거쳐 자신을 부릅니다.")
    for _, name in _IMPORT.findall(module.read_text("utf-8")):
        _visit(module.parent / name, order, (*above, module))
    if module not in order:
        order.append(module)


def _wrapped(module: Path, *, last: bool) -> str:
    text = module.read_text("utf-8")
    exports = _EXPORT.findall(text)
    body = _IMPORT.sub(lambda m: f"const {{{m[1].replace(' as ', ':').replace(' ', '')}}}={_name(m[2])};\n", text)
    body = _EXPORT.sub(lambda m: m[0].removeprefix("export "), body)
    if re.search(r"^(?:import|export)\b|import\(|import\.meta", body, re.M):
        raise ValueError(f"{module.name}: 묶을 수 없는 import 또는 export가 있습니다.")
    body = _shorter(body)
    return body if last else f"const {_name(module.name)}=(()=>{{\n{body}return{{{','.join(exports)}}}}})();\n"


def _name(file: str) -> str:
    return "$" + re.sub(r"\W", "_", file.removesuffix(".js"))


def _shorter(text: str) -> str:
    """Without comments, indentation and empty lines, and without spaces around signs."""
    out, inside = [], False
    for line in filter(None, map(str.strip, _COMMENTS.sub("", text).splitlines())):
        out.append(line if inside else _tight(line))
        inside ^= line.count("`") % 2 == 1  # in a template of several lines everything is text
    return "".join(f"{line}\n" for line in out)


def _tight(line: str) -> str:
    """A line of code without spaces that say nothing; one that may hold a pattern or a template stays as it is."""
    line = _BEHIND.sub(r"\1", line)
    parts = _STRING.split(line)
    if any(sign in part for part in parts[::2] for sign in "`'/"):
        return line
    return "".join(part if nth % 2 else _SPACES.sub(r"\1\2", part) for nth, part in enumerate(parts))
