"""YAML with positions. Duplicate keys are refused, and only what looks like a number becomes one.

YAML 1.1 turns `no` into False and `12:30` into 750. Here plain scalars are read as YAML 1.2's core schema says; dates are for
the models to read.

Data are read by a fast parser that knows no positions. A file it refuses, or one with a problem, is read again by PyYAML,
which says where and what: both use libyaml's grammar. PyYAML reads everything where the fast parser cannot be had.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

try:
    import ryaml
except ImportError:  # pragma: no cover - a machine it is not built for
    ryaml = None  # type: ignore[assignment]

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # pragma: no cover - PyYAML without libyaml
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]

Key = str | int
Place = tuple[Key, ...]
Mark = tuple[int, int]

_INT = re.compile(r"[-+]?(0|[1-9][0-9]*|0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+)\Z")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?\Z")
_NO_END = re.compile(r"[-+]?\.(inf|Inf|INF)\Z|\.(nan|NaN|NAN)\Z")
# What libyaml says -> what to tell an author, and whether the place to show is where the unfinished thing began.
_COMPLAINTS: tuple[tuple[str, str, bool], ...] = (
    ("',' or ']'", "'['로 연 목록에 ',' 또는 ']'이 빠졌습니다", True),
    ("',' or '}'", "'{'로 연 묶음에 ',' 또는 '}'이 빠졌습니다", True),
    ("unexpected end of stream", "따옴표가 닫히지 않았습니다", True),
    ("mapping values are not allowed", "들여쓰기가 맞지 않거나 값 안에 ': '이 있습니다. 그런 값은 따옴표로 감싸십시오", False),
    ("cannot start any token", "탭, `, @로 시작할 수 없습니다. 들여쓰기에는 빈칸을 쓰고 값은 따옴표로 감싸십시오", False),
    ("tab character", "들여쓰기에 탭을 쓸 수 없습니다", False),
    ("expected key", "들여쓰기가 맞지 않습니다", False),
    ("expected '-' indicator", "목록의 줄은 '- '로 시작해야 합니다", False),
    ("could not find expected ':'", "키 뒤에 ':'이 없습니다", False),
    ("alphabetic or numeric character", "'*'나 '&'로 시작하는 값은 따옴표로 감싸십시오", False),
    ("undefined alias", "'*'나 '&'로 시작하는 값은 따옴표로 감싸십시오", False),
    ("another document", "'---'로 파일을 나눌 수 없습니다", False),
)
_TRUTH: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_WORDS = {"~": None, "": None, **{spelt: value for word, value in _TRUTH.items() for spelt in (word, word.title(), word.upper())}}


# What no number, truth value or null begins with, which is most of what is written.
_LETTERS = frozenset("abcdeghijklmopqrsuvwxyzABCDEGHIJKLMOPQRSUVWXYZ")


class _Loader(_Parser):
    """Composes nodes without YAML's own guesses at types, which `scalar` replaces."""

    @staticmethod
    def resolve(_kind: type, _value: object, _implicit: object) -> str:
        return ""

    @staticmethod
    def descend_resolver(_parent: object, _index: object) -> None: ...

    @staticmethod
    def ascend_resolver() -> None: ...


@dataclass(frozen=True)
class Document:
    """A parsed file: plain data, and where each key and value stands (1-based line and column)."""

    path: str
    data: Any
    text: str = field(repr=False)
    first_line: int = 1
    inside: Place = ()
    """Where in the file the data stands, when it is a part of it."""

    def part(self, place: Place, data: Any) -> Document:
        """One of the entries of a file, which speaks of places inside it."""
        return Document(self.path, data, self.text, self.first_line, place)

    def at(self, place: Place, *, key: bool = False) -> Mark:
        """Position of the deepest part of `place` that is in the file; steps the file does not have are skipped."""
        places = _places(self.text, self.path, self.first_line)
        found: Place = ()
        for step in (*self.inside, *place):
            found = next((found_to for name in (step, str(step)) if (found_to := (*found, name)) in places.values), found)
        named = (key or self.inside == found != ()) and found in places.keys  # a part as a whole: where its name is
        return (places.keys if named else places.values).get(found, (1, 1))

    def problem(self, place: Place, message: str, hint: str = "", *, key: bool = False) -> Problem:
        return Problem(self.path, *self.at(place, key=key), message, hint)


@lru_cache(maxsize=64)
def _places(text: str, path: str, first_line: int) -> _Places:
    """Read again for positions, which only a file with a problem needs: most of the time of reading is theirs."""
    found = _Places(path, first_line)
    found.build(_compose(text), ())
    return found


@lru_cache(maxsize=4096)
def read_text(text: str, path: str, first_line: int = 1) -> tuple[Document | None, tuple[Problem, ...]]:
    """Parse YAML text. Returns the document (None when it cannot be read) and what is wrong with it.

    Remembered, so that a change of one file costs the reading of one file.
    """
    if ryaml is not None:
        try:
            return Document(path, ryaml.loads(text), text, first_line), ()  # type: ignore[attr-defined]
        except ValueError:  # said below
            pass
    return read_slowly(text, path, first_line)


def read_slowly(text: str, path: str, first_line: int = 1) -> tuple[Document | None, tuple[Problem, ...]]:
    """With PyYAML, which says where and what is wrong."""
    try:
        root = _compose(text)
    except yaml.MarkedYAMLError as error:
        said = str(error.problem or error.context)
        message, at_start = next(((korean, start) for english, korean, start in _COMPLAINTS if english in said), (said, False))
        mark = error.context_mark if at_start and error.context_mark else error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        return None, (Problem(path, line, column, f"YAML을 읽을 수 없습니다: {message}."),)
    except yaml.YAMLError as error:
        return None, (Problem(path, first_line, 1, f"YAML을 읽을 수 없습니다: {error}."),)
    try:
        return Document(path, _plain(root), text, first_line), ()
    except _DuplicateKey:
        places = _Places(path, first_line)
        return Document(path, places.build(root, ()), text, first_line), tuple(places.problems)


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


class _DuplicateKey(Exception):
    pass


def _plain(node: yaml.Node | None) -> Any:
    """The data of a node. Raises _DuplicateKey."""
    if isinstance(node, yaml.ScalarNode):
        text = node.value
        return text if node.style or text[:1] in _LETTERS else scalar(node)
    if isinstance(node, yaml.MappingNode):
        found = {str(key.value): _plain(value) for key, value in node.value}
        if len(found) != len(node.value):
            raise _DuplicateKey
        return found
    return [_plain(child) for child in node.value] if node else None


def read(file: str | Path, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Parse one file; problems name it `path`."""
    text, problems = decode(file, path)
    return (None, problems) if problems else read_text(text, path)


def decode(file: str | Path, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file, or why it is none."""
    with open(file, "rb", buffering=0) as opened:
        found = opened.read()
    try:
        text = found.decode("utf-8").removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text, ()
    except UnicodeDecodeError as error:
        return "", (Problem(path, 1, 1, f"UTF-8이 아닙니다 ({error.start + 1}번째 바이트).", "UTF-8로 저장하십시오."),)


class _Places:
    """Data with the position of every key and value, and the keys that come twice."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.keys: dict[Place, Mark] = {}
        self.values: dict[Place, Mark] = {}
        self.problems: list[Problem] = []

    def mark(self, node: yaml.Node) -> Mark:
        return node.start_mark.line + self.first_line, node.start_mark.column + 1

    def build(self, node: yaml.Node | None, place: Place) -> Any:
        if node is None:
            return None
        self.values[place] = self.mark(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, (*place, i)) for i, child in enumerate(node.value)]
        return scalar(node)

    def mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line, column = self.mark(key_node)
            if key in result:
                first = self.keys[(*place, key)][0]
                message = f"키 '{key}'이(가) 두 번 나옵니다."
                self.problems.append(Problem(self.path, line, column, message, f"첫 번째는 {first}행에 있습니다."))
                continue
            self.keys[(*place, key)] = (line, column)
            result[key] = self.build(value_node, (*place, key))
        return result


def scalar(node: yaml.Node) -> Any:
    """The value of a scalar node; quoted text is always text."""
    text = str(node.value)
    if getattr(node, "style", None):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INT.match(text):
        return int(text, 0)
    if _FLOAT.match(text):
        number = float(text)
        return text if math.isinf(number) else number
    return float(text.replace(".", "")) if _NO_END.match(text) else text
