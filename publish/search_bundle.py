"""The worker of the search as one file: its modules in order, without comments, so that it comes in one request.

Not a bundler for anybody's code: it reads the few forms of `import` and `export` that theme/assets/search/ uses and refuses others.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{ ([^}]+) \} from "\./([\w-]+\.js)"\n', re.M)
_EXPORT = re.compile(r"^export (?:async )?(?:const|function\*?|class) (\w+)", re.M)
# Comments on lines of their own; one behind code stays, for it could be part of a string.
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
    """Without comments, indentation and empty lines."""
    return "".join(f"{line.strip()}\n" for line in _COMMENTS.sub("", text).splitlines() if line.strip())
