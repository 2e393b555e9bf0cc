"""The real data and pages hold, and what is generated from them is not stale."""

from __future__ import annotations

from macros import catalog, check, pages

from .project import ROOT


def test_data_and_pages_have_no_problem() -> None:
    assert [str(p) for p in check.problems(ROOT)] == []


def test_generated_files_are_not_stale() -> None:
    assert [str(p) for p in check.generated(ROOT)] == []


def test_every_section_of_the_primer_has_its_page() -> None:
    sections = {p.section for p in pages.scan(ROOT).values() if p.section}
    assert sections >= {f"{chapter}.{number}" for chapter in range(1, 11) for number in range(1, 4)}


def test_every_section_has_questions() -> None:
    quizzes = catalog.load(ROOT / "data").quizzes
    assert {p.section for p in pages.scan(ROOT).values() if p.section} == set(quizzes)


def test_the_longest_choice_is_not_the_answer_more_often_than_chance() -> None:
    """Over the bank: a reader who always picks the longest choice gains little."""
    hits = chance = 0.0
    for quiz in catalog.load(ROOT / "data").quizzes.values():
        for question in quiz.questions:
            if question.kind == "single":
                choices = [question.answers[0], *(d.text for d in question.distractors)]
                longest = max(map(len, choices))
                hits += len(question.answers[0]) == longest and [len(c) for c in choices].count(longest) == 1
                chance += 1 / len(choices)
    assert hits <= 1.25 * chance, f"{hits:.0f} of the answers are the single longest choice, chance would be {chance:.0f}"


def test_nothing_names_a_place_on_somebodys_machine() -> None:
    for folder in ("docs", "data"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".md", ".yml", ".svg"):
                text = file.read_text("utf-8")
                assert "../shared" not in text and "stored copy" not in text, file
