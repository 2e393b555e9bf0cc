"""Rules over the whole bank of questions: what a reader who knows nothing must not gain from how questions are made."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

from .catalog import Catalog
from .model.quiz import Question, Single, Wrong
from .problems import Problem
from .render import choices

# Chi-squared with k - 1 degrees of freedom is above this once in a hundred fair banks.
_LIMITS = {3: 9.21, 4: 11.34, 5: 13.28, 6: 15.09}


def _one_right(catalog: Catalog) -> Iterator[tuple[str, int, Single | Wrong]]:
    for id, quiz in catalog.quizzes.items():
        for number, question in enumerate(quiz.questions):
            if isinstance(question, Single | Wrong):
                yield id, number, question


def enough(catalog: Catalog) -> Iterator[Problem]:
    """As many questions a section as the exam's file asks for."""
    least = catalog.exam.questions_per_section if catalog.exam else 0
    for id, quiz in catalog.quizzes.items():
        if (missing := least - len(quiz.questions)) > 0:
            message = f"문제가 {len(quiz.questions)}개입니다. 절마다 {least}개가 있어야 하므로 {missing}개가 모자랍니다."
            yield catalog.problem("quizzes", id, ("questions",), message, key=True)


def longest_is_right(catalog: Catalog) -> Iterator[Problem]:
    """Picking the longest choice must not pay: two standard deviations above chance is more than bad luck."""
    hits: list[tuple[str, int]] = []
    chances: list[float] = []
    for id, number, question in _one_right(catalog):
        lengths = [len(text) for text, _, _ in choices(question)]
        chances.append(1 / len(lengths))
        if len(question.answer) == max(lengths) and lengths.count(max(lengths)) == 1:
            hits.append((id, number))
    chance = sum(chances)
    if len(hits) > chance + 2 * math.sqrt(sum(p * (1 - p) for p in chances)):
        id, number = hits[-1]
        message = f"정답이 홀로 가장 긴 선택지인 문제가 {len(hits)}개입니다. 우연이라면 {chance:.0f}개쯤입니다."
        yield catalog.problem(
            "quizzes", id, ("questions", number, "answer"), message, "정답을 줄이거나 틀린 선택지를 그만큼 자세히 쓰십시오."
        )


def positions_even(catalog: Catalog) -> Iterator[Problem]:
    """As shown, the right choice must stand at each place about as often."""
    places: defaultdict[int, Counter[int]] = defaultdict(Counter)
    last: dict[tuple[int, int], tuple[str, int]] = {}
    for id, number, question in _one_right(catalog):
        shown = [right for _, right, _ in choices(question)]
        places[len(shown)][shown.index(True)] += 1
        last[len(shown), shown.index(True)] = id, number
    for count, found in places.items():
        each = found.total() / count
        off = sum((found[place] - each) ** 2 / each for place in range(count))
        if each >= 5 and off > _LIMITS.get(count, math.inf):
            place = max(range(count), key=lambda p: found[p])
            message = f"선택지가 {count}개인 문제의 정답이 {place + 1}번째 자리에 {found[place]}번 있습니다. 고르다면 {each:.0f}번쯤입니다."
            id, number = last[count, place]
            yield catalog.problem(
                "quizzes", id, ("questions", number, "id"), message, "자리는 id로 정해집니다. 새로 쓴 문제의 id를 바꾸십시오."
            )


def repeated(question: Question) -> str | None:
    """A choice that stands twice, were it not for case and spaces."""
    texts = [" ".join(text.casefold().split()) for text, _, _ in choices(question)]
    return next((text for text, _, _ in choices(question) if texts.count(" ".join(text.casefold().split())) > 1), None)


def choices_differ(catalog: Catalog) -> Iterator[Problem]:
    for id, quiz in catalog.quizzes.items():
        for number, question in enumerate(quiz.questions):
            if question.kind in ("single", "multiple", "wrong") and (text := repeated(question)):
                message = f"선택지 '{text}'이(가) 두 번 있습니다."
                yield catalog.problem("quizzes", id, ("questions", number), message, "대소문자와 띄어쓰기만 다른 것도 같은 선택지입니다.")


RULES = (enough, choices_differ, longest_is_right, positions_even)
