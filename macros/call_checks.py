"""Rules for what pages call: macros, filters, variables, and arguments that name or mean nothing."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jinja2 import nodes

from . import units
from .authoring import COUNTS
from .catalog import Catalog
from .facts import FactError, Reported
from .family import KIND_WORDS
from .josa import PAIRS, josa
from .pages import _JINJA, Call, Page
from .problems import Problem, did_you_mean
from .render.ledger import PARTS

# First argument of a macro -> kind of entry it names.
ID_ARGUMENTS = {
    "term": "terms",
    "matrix": "matrices",
    "product": "products",
    "chart": "charts",
    "timeline": "timelines",
    "cite": "sources",
    "quiz": "quizzes",
    "confusables": "confusables",
    "figure": "figures",
    "lab": "labs",
    "measured": "labs",
}
# Names that the engines put into every page's context.
CONTEXT = {"page", "config", "nav", "base_url", "pages", "files", "environment", "plugin", "git", "extra", "macros_info", "context"}
Signatures = Mapping[str, inspect.Signature]
Pages = Mapping[str, Page]


def names(page: Page, signatures: Signatures) -> Iterator[Problem]:
    """Unknown macros, macros that are not called, and undefined variables."""
    if not isinstance(page.tree, nodes.Template):
        return
    for call in page.calls:
        if call.name not in signatures and call.name not in _JINJA.globals:
            hint = did_you_mean(call.name, signatures, limit=30)
            yield Problem(page.shown, call.line, call.column, f"매크로 '{call.name}'을(를) 모릅니다.", hint)
    called = {id(node.node) for node in page.tree.find_all(nodes.Call)}
    for node in page.tree.find_all(nodes.Name):
        if node.name in signatures and node.ctx == "load" and id(node) not in called:
            message = f"매크로 '{node.name}'을(를) 부르지 않았습니다."
            yield Problem(
                page.shown, node.lineno, _column(page, node.lineno, node.name), message, f"{{{{ {node.name}(…) }}}}처럼 괄호를 쓰십시오."
            )
    known = {*signatures, *CONTEXT, *page.meta, *_JINJA.globals}
    for name in sorted(page.undeclared - known - {c.name for c in page.calls}):
        line = next((n.lineno for n in page.tree.find_all(nodes.Name) if n.name == name), 1)
        column = _column(page, line, name)
        yield Problem(page.shown, line, column, f"변수 '{name}'이(가) 정의되지 않았습니다.", did_you_mean(name, known))


def filters(page: Page) -> Iterator[Problem]:
    """Unknown filters and tests, and particles that josa does not know."""
    if not isinstance(page.tree, nodes.Template):
        return
    for kind, word, allowed in ((nodes.Filter, "필터", _JINJA.filters), (nodes.Test, "조건", _JINJA.tests)):
        for node in page.tree.find_all(kind):
            if node.name not in allowed:
                column = _column(page, node.lineno, node.name)
                hint = did_you_mean(node.name, allowed)
                yield Problem(page.shown, node.lineno, column, f"{word} '{node.name}'을(를) 모릅니다.", hint)
    for node in page.tree.find_all(nodes.Filter):
        particle = node.args[0].as_const() if node.args and isinstance(node.args[0], nodes.Const) else None
        if node.name == "josa" and (particle is not None or not node.args) and particle not in PAIRS:
            message = f"조사 '{particle}'을(를) 모릅니다." if node.args else "josa에 조사를 주지 않았습니다."
            yield Problem(page.shown, node.lineno, _column(page, node.lineno, "josa"), message, f"쓸 수 있는 조사: {', '.join(PAIRS)}.")


def _column(page: Page, line: int, word: str) -> int:
    match = re.search(rf"(?:\{{\{{|\{{%).*?\b{re.escape(word)}\b", page.line(line)) or re.search(rf"\b{re.escape(word)}\b", page.line(line))
    return match.end() - len(word) + 1 if match else 1


def arguments(page: Page, call: Call, signature: inspect.Signature) -> Iterator[Problem]:
    """Arguments that the macro does not take."""
    for name in call.kwargs:
        if name not in signature.parameters:
            hint = did_you_mean(name, signature.parameters)
            yield Problem(page.shown, call.line, call.column, f"매크로 {call.name}()에 인자 '{name}'이(가) 없습니다.", hint)
            return
    try:
        signature.bind(*call.args, **call.kwargs)
    except TypeError:
        usage = f"{call.name}{_usage(signature)}"
        yield Problem(page.shown, call.line, call.column, f"매크로 {call.name}()의 인자가 맞지 않습니다.", f"쓰는 법: {usage}.")


def _usage(signature: inspect.Signature) -> str:
    return str(
        signature.replace(
            parameters=[p.replace(annotation=inspect.Parameter.empty) for p in signature.parameters.values()],
            return_annotation=inspect.Signature.empty,
        )
    )


def ids(page: Page, call: Call, catalog: Catalog) -> Iterator[Problem]:
    """Ids in macro calls that name nothing."""
    id, kind = call.subject, ID_ARGUMENTS.get(call.name)
    if id is None or not (kind or call.name == "fact"):
        return
    if not isinstance(id, str):
        yield Problem(page.shown, call.line, call.column, f"{call.name}()에는 따옴표로 감싼 id를 씁니다.", f'예: {call.name}("{id}").')
    elif call.name == "fact":
        try:
            catalog.facts.locate(id)
        except Reported:
            pass
        except FactError as error:
            yield Problem(page.shown, call.line, call.column, error.message, error.hint)
    elif kind and not catalog.has(kind, id):
        yield Problem(
            page.shown, call.line, call.column, f"{call.name}('{id}')가 가리키는 것이 없습니다.", did_you_mean(id, catalog.ids(kind))
        )


def values(page: Page, call: Call, catalog: Catalog, pages: Pages) -> Iterator[Problem]:
    """Other arguments whose value means nothing."""

    def problem(message: str, hint: str = "") -> Problem:
        return Problem(page.shown, call.line, call.column, message, hint)

    if call.name == "count" and call.args and call.args[0] not in (None, *COUNTS):
        yield problem(f"count('{call.args[0]}')로 셀 수 있는 것이 없습니다.", did_you_mean(str(call.args[0]), COUNTS))
    section, chapter = call.kwargs.get("section", call.args[0] if call.args else None), call.kwargs.get("chapter")
    if call.name == "errata" and section and not any(e.section == section for e in catalog.errata.values()):
        yield problem(f"절 '{section}'에는 바로잡음이 없습니다.")
    if call.name == "glossary" and (section or chapter):
        section, chapter = call.kwargs.get("section"), call.kwargs.get("chapter", call.args[0] if call.args else None)
        if not any(section in (None, t.section) and chapter in (None, t.chapter) for t in catalog.terms.values()):
            yield problem("여기에 해당하는 용어가 없습니다.", "chapter는 2처럼 수로, section은 '2.1'처럼 글로 씁니다.")
    if call.name == "contents":
        chapter = call.kwargs.get("chapter", call.args[0] if call.args else None)
        numbered = all(p.section for p in pages.values() if p.is_section)  # else a missing one may be meant
        if chapter is not None and numbered and not any(p.chapter == chapter for p in pages.values()):
            yield problem(f"{chapter}장에는 절이 없습니다.", "chapter는 2처럼 수로 씁니다.")
    if call.name == "ledger" and (part := call.kwargs.get("part", call.args[0] if call.args else None)) not in (None, *PARTS):
        yield problem(f"ledger('{part}')에 해당하는 부분이 없습니다.", did_you_mean(str(part), PARTS))
    if call.name == "exports" and (fact := call.kwargs.get("fact", call.args[0] if call.args else None)) is not None:
        try:
            catalog.facts.locate(str(fact))
        except Reported:
            pass
        except FactError as error:
            yield problem(error.message, error.hint)
    if call.name == "products" and (kind := call.kwargs.get("kind", call.args[0] if call.args else None)) not in (None, *KIND_WORDS):
        yield problem(f"products('{kind}')에 해당하는 종류가 없습니다.", did_you_mean(str(kind), KIND_WORDS))
    domains = [d.id for d in catalog.exam.domains] if catalog.exam else []
    if call.name == "exam" and call.subject not in (None, *domains):
        yield problem(f"시험 영역 '{call.subject}'이(가) 없습니다.", f"따옴표로 감싸 씁니다. 쓸 수 있는 값: {', '.join(domains)}.")
    if call.name == "needs" and call.subject is None and not page.section:
        yield problem("needs()는 절의 글에 씁니다.", '다른 글에서는 needs("2.1")처럼 절을 적으십시오.')
    sections = {p.section for p in pages.values() if p.section}
    if call.name == "needs" and call.subject is not None and call.subject not in sections:
        yield problem(f"needs('{call.subject}')에 해당하는 절이 없습니다.", did_you_mean(str(call.subject), sections))
    if call.name in ("lab", "measured"):
        yield from _lab_arguments(call, catalog, problem)
    if call.name == "fact":
        yield from _fact_arguments(call, catalog, problem)
    if call.name == "calc":
        yield from _calc_arguments(call, catalog, problem)


def _lab_arguments(call: Call, catalog: Catalog, problem: Callable[..., Problem]) -> Iterator[Problem]:
    word, key = ("토막", "block") if call.name == "lab" else ("값", "value")
    arguments: dict[str, Any] = dict(zip(("id", key, "digits"), call.args, strict=False)) | call.kwargs
    run, asked = catalog.labs.get(str(arguments.get("id"))), arguments.get(key)
    yield from _digits(call, arguments.get("digits"), problem)
    if run and key in arguments:
        known = run.blocks if call.name == "lab" else run.values
        if asked not in known:
            yield problem(f"실습 '{run.lab}'에 {word} '{asked}'이(가) 없습니다.", did_you_mean(str(asked), known))


def _fact_arguments(call: Call, catalog: Catalog, problem: Callable[..., Problem]) -> Iterator[Problem]:
    arguments: dict[str, Any] = dict(zip(("id", "unit", "digits", "words"), call.args, strict=False)) | call.kwargs
    unit = arguments.get("unit")
    yield from _digits(call, arguments.get("digits"), problem)
    if unit is None:
        return
    try:
        _, attribute_id, fact = catalog.facts.locate(str(arguments.get("id")))
    except FactError:
        return
    attribute = catalog.attributes.get(attribute_id)
    own = fact.unit or (attribute.unit if attribute else None)
    if not isinstance(unit, str) or not units.known(unit):
        yield problem(f"단위 '{unit}'을(를) 모릅니다.", did_you_mean(str(unit), units.names(), limit=0))
    elif own is None:
        yield problem(f"사실 '{arguments['id']}'에는 단위가 없습니다.", "unit을 지우십시오.")
    elif units.known(own) and not units.same_dimension(unit, own):
        yield problem(f"단위 '{unit}'은(는) {josa(own, '와')} 차원이 다릅니다.")


def _calc_arguments(call: Call, catalog: Catalog, problem: Callable[..., Problem]) -> Iterator[Problem]:
    arguments: dict[str, Any] = dict(zip(("formula", "unit", "digits"), call.args, strict=False)) | call.kwargs
    text, unit = arguments.get("formula"), arguments.get("unit")
    yield from _digits(call, arguments.get("digits"), problem)
    if not isinstance(text, str) or not isinstance(unit, str):
        if len(arguments) > 1:  # else an argument is missing, and that is reported
            yield problem("calc()에는 따옴표로 감싼 식과 단위를 씁니다.", '예: calc("8 * h100-sxm5.memory_capacity", unit="GB").')
        return
    try:
        catalog.facts.compute("", text, unit)
    except Reported:
        pass
    except FactError as error:
        yield problem(error.message, error.hint)


def _digits(call: Call, digits: Any, problem: Callable[..., Problem]) -> Iterator[Problem]:
    if digits is not None and (isinstance(digits, bool) or not isinstance(digits, int) or digits < 0):
        yield problem(f"{call.name}()의 digits에는 0 이상의 정수를 쓰는데 '{digits}'이(가) 있습니다.")
