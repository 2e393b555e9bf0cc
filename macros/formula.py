"""Formulas of derived facts: `8 * h100-sxm5.memory_bandwidth`. Tokens are separated by spaces; + - * / and parentheses."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

REFERENCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z][a-z0-9_]*(?:\.[a-z0-9-]+)*\Z")
_NUMBER = re.compile(r"\d+(\.\d+)?\Z")
_SIGNS = frozenset("()+-*/")
_OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def tokens(formula: str) -> list[str]:
    return formula.replace("(", " ( ").replace(")", " ) ").split()


def unreadable(formula: str) -> list[str]:
    """The tokens that are neither a number, a fact id, an operator nor a parenthesis."""
    return [t for t in tokens(formula) if not (_NUMBER.match(t) or t in _SIGNS or REFERENCE.match(t))]


def references(formula: str) -> list[str]:
    """The fact ids a formula uses, in order of appearance."""
    return [t for t in tokens(formula) if REFERENCE.match(t) and not _NUMBER.match(t)]


_SHOWN = {"*": "×", "/": "÷", "-": "−"}


def spelled(formula: str, inputs: Sequence[Any]) -> list[Any]:
    """The formula as it reads: pieces of text, and in the place of each fact id what `inputs` has for it."""
    given, found = iter(inputs), list[Any]()
    for token in tokens(formula):
        piece = next(given) if REFERENCE.match(token) and not _NUMBER.match(token) else _SHOWN.get(token, token)
        tight = not found or token == ")" or (isinstance(found[-1], str) and found[-1].endswith("("))
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece if tight else f" {piece}"
        elif isinstance(piece, str):
            found.append(piece if tight else f" {piece}")
        else:
            found += [piece] if tight else [" ", piece] if not isinstance(found[-1], str) else [f"{found.pop()} ", piece]
    return found


def evaluate(formula: str, value_of: Callable[[str], Any]) -> Any:
    """The value of the formula; `value_of` gives a quantity (units.py) for a fact id. Raises ValueError on bad syntax."""
    names: dict[str, Any] = {}
    parts: list[str] = []
    for token in tokens(formula):
        if _NUMBER.match(token) or token in _SIGNS:
            parts.append(token)
        elif REFERENCE.match(token):
            name = f"v{len(names)}"
            names[name] = value_of(token)
            parts.append(name)
        else:
            raise ValueError(f"식에서 '{token}'을(를) 읽을 수 없습니다.")
    try:
        tree = _parsed(" ".join(parts))
    except SyntaxError as error:
        raise ValueError(f"식 '{formula}'의 모양이 맞지 않습니다.") from error
    try:
        return _value(tree, names)
    except ZeroDivisionError as error:
        raise ValueError(f"식 '{formula}'이(가) 0으로 나눕니다.") from error


@lru_cache(maxsize=256)
def _parsed(text: str) -> ast.expr:
    """By shape: v0 * v1 is that of most formulas."""
    return ast.parse(text, mode="eval").body


def _value(node: ast.expr, names: dict[str, Any]) -> Any:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        left, right = _value(node.left, names), _value(node.right, names)
        try:
            return _OPERATORS[type(node.op)](left, right)
        except ValueError as error:
            raise ValueError("식이 차원이 다른 값을 더하거나 뺍니다.") from error
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return node.value
    if isinstance(node, ast.Name) and node.id in names:
        return names[node.id]
    raise ValueError("식에는 수, 사실의 id, + - * / 와 괄호만 씁니다.")
