"""Which sentences the notes of a page's terms say, and whose notes say all."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros import term_room
from macros.model.term import Term
from macros.render import publishers


def term(id: str, *confused: str, why: str | None = None, section: str = "1.1") -> Term:
    said = {
        "ko": id,
        "en": id,
        "definition": f"{id} 뜻이다.",
        "detail": "시험용이다.",
        "sources": ["a"],
        "kind": "concept",
        "section": section,
        "level": "basic",
    }
    pairs = [{"term": other, "difference": f"{id}이 아니라 {other}이다."} for other in confused]
    return Term.model_validate({**said, "id": id, "why": why, "confused_with": pairs})


def sentences(*terms: Term) -> dict[str, str]:
    return {id: confusion.difference for id, (_, confusion) in term_room.told_apart(terms).items()}


def test_a_pair_of_the_page_is_told_by_one_sentence() -> None:
    assert set(sentences(term("a", "b"), term("b", "a")).values()) == {"a이 아니라 b이다."}


def test_few_sentences_serve_all() -> None:
    """Each would say its first: a-b, b-c, c-d, d-a. Two of them tell all four apart from another."""
    said = sentences(term("a", "b"), term("b", "c"), term("c", "d"), term("d", "a"))
    assert len(said) == 4 and set(said.values()) == {"a이 아니라 b이다.", "c이 아니라 d이다."}


def test_a_term_of_the_page_comes_before_others() -> None:
    assert sentences(term("a", "far", "b"), term("b")) == {"a": "a이 아니라 b이다."}
    assert sentences(term("a", "far", "b")) == {"a": "a이 아니라 far이다."}


def test_a_term_that_is_confused_with_none_asks_for_no_sentence() -> None:
    assert sentences(term("a"), term("b", "a")) == {"b": "b이 아니라 a이다."}


@pytest.mark.parametrize(
    ("size", "apart", "why"),
    [
        (0, {"own", "far"}, {"own"}),
        (140, {"own", "far", "near"}, {"own"}),
        (180, {"own", "far", "near"}, {"own", "near"}),
        (10_000, {"own", "far", "near"}, {"own", "near", "long"}),
    ],
)
def test_what_fits_is_said(monkeypatch: pytest.MonkeyPatch, size: int, apart: set[str], why: set[str]) -> None:
    """What the page teaches says all, and what the same sentence tells apart; of others what tells them apart comes before why they matter."""
    monkeypatch.setattr(term_room, "_ROOM", size)
    terms = [
        term("long", why="까닭을 길게 적으면 자리가 더 들어 다른 말보다 나중에 온다.", section="2.1"),
        term("near", "x", why="이 말은 둘째로 길어서 그다음에 온다.", section="2.1"),
        term("far", "own", section="2.1"),
        term("own", "far", why="이 절에서 가르친다."),
    ]
    assert term_room.room(terms, term_room.told_apart(terms), "1.1", {}) == term_room.Room(frozenset(apart), frozenset(why))


def test_those_who_speak_of_their_own_are_named_first() -> None:
    kinds = {"wiki": ("Wiki", "secondary"), "maker": ("Maker", "primary"), "body": ("Body", "primary"), "again": ("Wiki", "secondary")}
    catalog = SimpleNamespace(get=lambda _kind, id: SimpleNamespace(publisher=kinds[id][0], kind=kinds[id][1]))
    assert publishers(catalog, ["wiki", "maker", "again", "body"]) == ["Maker", "Body", "Wiki"]
