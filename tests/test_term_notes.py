"""Which sentences the notes of a page's terms say, and who is named first as their source."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from macros.catalog import Catalog
from macros.model.term import Term
from macros.render import publishers
from macros.termnotes import told_apart


def term(id: str, *confused: str) -> Term:
    said = {
        "ko": id,
        "en": id,
        "definition": f"{id} 뜻이다.",
        "why": "시험한다.",
        "detail": "시험용이다.",
        "sources": ["a"],
        "kind": "concept",
        "section": "1.1",
        "level": "basic",
    }
    pairs = [{"term": other, "difference": f"{id}이 아니라 {other}이다."} for other in confused]
    return Term.model_validate({**said, "id": id, "confused_with": pairs})


def sentences(*terms: Term) -> dict[str, str]:
    confusions = Catalog(Path(), terms={t.id: t for t in terms}).confusions
    return {id: confusions[holder][other] for id, (holder, other) in told_apart([t.id for t in terms if t.id != "far"], confusions).items()}


def test_a_pair_of_the_page_is_told_by_one_sentence() -> None:
    assert set(sentences(term("a", "b"), term("b")).values()) == {"a이 아니라 b이다."}


def test_few_sentences_serve_all() -> None:
    """Each would say its first: a-b, b-c, c-d, d-a. Two of them tell all four apart from another."""
    said = sentences(term("a", "b"), term("b", "c"), term("c", "d"), term("d", "a"))
    assert len(said) == 4 and set(said.values()) == {"a이 아니라 b이다.", "c이 아니라 d이다."}


def test_a_term_of_the_page_comes_before_others() -> None:
    assert sentences(term("a", "far", "b"), term("b"), term("far")) == dict.fromkeys("ab", "a이 아니라 b이다.")
    assert sentences(term("a", "far"), term("far")) == {"a": "a이 아니라 far이다."}


def test_what_another_term_says_tells_both_apart() -> None:
    assert sentences(term("a"), term("far", "a")) == {"a": "far이 아니라 a이다."}
    assert sentences(term("a"), term("b", "c"), term("c")) == dict.fromkeys("bc", "b이 아니라 c이다.")


def test_those_who_speak_of_their_own_are_named_first() -> None:
    kinds = {"wiki": ("Wiki", "secondary"), "maker": ("Maker", "primary"), "body": ("Body", "primary"), "again": ("Wiki", "secondary")}
    catalog = SimpleNamespace(get=lambda _kind, id: SimpleNamespace(publisher=kinds[id][0], kind=kinds[id][1]))
    assert publishers(catalog, ["wiki", "maker", "again", "body"]) == ["Maker", "Body", "Wiki"]
