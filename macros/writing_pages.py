"""The rule of one form a page: two words for one thing make a reader look for two things.

Of the other forms of the glossary only those that say nothing else are held to it: taken all together, aliases that stood beside the
preferred form meant something of their own more often than not ('저장 장치' for a battery, '관리 노드' for more than head nodes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .prose import HIDDEN, Prose
from .writing_words import Hit, say

# Preferred form: (id of its term, its other forms where they can mean nothing else).
_OTHERS = {
    "액체 냉각": ("liquid-cooling", r"[수액]랭식?(?: ?냉각)?|리퀴드 쿨링"),
    "액침 냉각": ("immersion-cooling", r"침지(?: ?냉각)?|담금 냉각|이머[전젼] 쿨링"),
    "파라미터": ("parameter", r"(?<=모델 )매개변수|(?<=억 개의 )매개변수|(?<=억 )매개변수"),
    "학습": (
        "training",
        r"(?<=모델 )훈련|(?<=모델을 )훈련|(?<=분산 )훈련|(?<!(?:보안|대응|모의|소방|대피|신고) )훈련(?= (?:데이터|손실|루프|스크립트))",
    ),
    "미세 조정": ("fine-tuning", r"파인 ?튜닝"),
    "지연 시간": ("latency", r"레이턴[시씨]"),
    "처리량": ("throughput", r"[스쓰]루풋"),
    "추론": ("inference", r"인퍼런스"),
    "배치 크기": ("batch-size", r"배치 ?사이즈"),
    "NVIDIA": ("nvidia", r"엔비디아(?! ?코리아)"),
}
_OTHER = re.compile(rf"(?<![가-힣A-Za-z])(?:{'|'.join(f'({forms})' for _, forms in _OTHERS.values())})")
_SEEDS = ("파인 튜닝", *"수랭 액랭 리퀴드 침지 담금 이머 매개변수 훈련 파인튜닝 레이턴 루풋 인퍼런스 사이즈 엔비디아".split())
"""A page without any of these has none of the others: looking for them takes a twentieth of the time."""
_CALLED = (
    r"['\"]?(?:\([^()\n]*\))?(?:이?라고도|이?라는|이?라 부|이?라고 (?:하|합|부|적|옮)|으?로도 (?:부|불|적|쓰|씁)|[은는]? (?:같은|다른) 말)"
)


def one_form(prose: Prose) -> Iterator[Hit]:
    """Other forms of a term on a page that uses the preferred one, once a form and page, unless the page says that they are the same."""
    text = prose.unquoted if prose.page else ""
    if not any(seed in text for seed in _SEEDS):
        return
    told: set[str] = set()
    for match in _OTHER.finditer(text):
        preferred = list(_OTHERS)[(match.lastindex or 1) - 1]
        form = match.group()
        if form not in told and _uses(prose, preferred):
            told.add(form)
            if not _introduced(prose.text.replace(HIDDEN, ""), form, preferred):
                yield Hit(
                    "KO-20", match.start(), f"이 페이지는 '{preferred}'도 씁니다. 한 페이지에서는 한 말로 씁니다: '{form}'.", say(preferred)
                )


def _uses(prose: Prose, preferred: str) -> bool:
    id = _OTHERS[preferred][0]
    called = any(call.name == "term" and call.subject == id for call in prose.page.calls) if prose.page else False
    return called or re.search(rf"(?<![가-힣]){preferred}(?! (?:목표|자료|순서|경로|코리아))", prose.unquoted) is not None


def _introduced(text: str, form: str, preferred: str) -> bool:
    """Whether the page itself names the other form: in brackets or quotes by the preferred one, or as another word for it."""
    for match in re.finditer(re.escape(form), text):
        before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 30]
        quoted = before[-1:] in ("'", '"') and after[:1] == before[-1:]
        by = re.search(rf"{preferred}[^()\n]{{0,6}}\([^()\n]*\Z", before) or re.match(rf"[^()\n]{{0,6}}\([^()\n]*{preferred}", after)
        if quoted or by or re.match(_CALLED, after) or re.search(r"(?:흔히|다른 말로|같은 말인|옛말인) \Z", before):
            return True
    return False
