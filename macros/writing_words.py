"""How a rule of wording is written down, and the rules that a single pattern cannot say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .josa import josa
from .prose import HIDDEN, Prose


@dataclass(frozen=True)
class Hit:
    """Where a rule found what, and the preferred form."""

    rule: str
    offset: int
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Pattern:
    """A rule in one pattern. `instead` uses its groups, or says for group 1 what is right; `unless` is how the text before must not end."""

    rule: str
    pattern: re.Pattern[str]
    what: str
    instead: str | Mapping[str, str] = ""
    unless: re.Pattern[str] | None = None
    quoted: bool = False
    """Whether it also holds inside quotation marks."""

    def find(self, prose: Prose) -> Iterator[Hit]:
        text = prose.text if self.quoted else prose.unquoted
        for match in self.pattern.finditer(text):
            if not (self.unless and self.unless.search(prose.text, max(0, match.start() - 40), match.start())):
                found = match.group().replace(HIDDEN, "").strip()
                preferred = match.expand(self.instead) if isinstance(self.instead, str) else self.instead[match.group(1)]
                yield Hit(self.rule, match.start(), f"{self.what}: '{found}'.", say(preferred.replace(HIDDEN, "").strip()))


def rule(id: str, what: str, pattern: str, instead: str | Mapping[str, str] = "", unless: str = "", *, quoted: bool = False) -> Pattern:
    return Pattern(id, re.compile(pattern), what, instead, re.compile(unless) if unless else None, quoted)


def listed(id: str, what: str, right: Mapping[str, str], *, begins: bool = True) -> Pattern:
    """A rule for words: the right form, and its wrong forms; `begins` where a word begins, else anywhere."""
    wrong = {form: word for word, forms in right.items() for form in forms.split()}
    first = "".join(sorted({form[0] for form in wrong}))
    return rule(id, what, rf"{'(?<![가-힣])' if begins else ''}(?=[{first}])({'|'.join(wrong)})", wrong)


def say(preferred: str) -> str:
    """What to write instead."""
    return f"'{preferred}'{josa(preferred, '로').removeprefix(preferred)} 쓰십시오." if preferred else ""


def decomposed(prose: Prose) -> Iterator[Hit]:
    """Hangul in pieces (NFD), which no search finds."""
    for match in re.finditer(r"[\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+", prose.text):
        yield Hit("KO-16", match.start(), "한글이 자모로 풀려 있습니다(NFD).", say(unicodedata.normalize("NFC", match.group())))


_SPACES = re.compile(r"(?<!\S)\S++(?:[^\S\n ][^\S\n]*| [^\S\n]+)(?=(\S+))")


def spaced(prose: Prose) -> Iterator[Hit]:
    """Spaces that are not plain and single, in what is said of terms: cards and search take the text as it is."""
    for match in _SPACES.finditer(prose.text) if prose.kind == "terms" else ():
        said = " ".join(f"{match.group()}{match.group(1)}".replace(HIDDEN, "").split())
        yield Hit("KO-16", match.start(), "보통 빈칸 하나가 아닙니다.", say(said))


_PLAIN = re.compile(r"[가-힣](?<!니)(?<!시)다\.(?=[\s\ue000]|$)")
_POLITE = re.compile(r"[가-힣]니다\.?(?=[\s\ue000]|$)")


def register(prose: Prose) -> Iterator[Hit]:
    """Sentences of section pages in 합니다체, except cells and bold lead-ins; explanations of terms in -다체."""
    text = prose.unquoted
    if prose.page and prose.page.section:
        for match in _PLAIN.finditer(text):
            start = text.rfind("\n", 0, match.start()) + 1
            if not text[start : match.start()].lstrip(f" {HIDDEN}").startswith(("|", "#")):
                yield Hit("KO-18", match.start(), "본문은 합니다체로 씁니다.")
    elif prose.kind == "terms":
        for match in _POLITE.finditer(text):
            if text[match.start()] != "아":
                yield Hit("KO-18", match.start(), "용어의 풀이는 -다체로 씁니다.")
