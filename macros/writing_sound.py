"""Particles that do not agree with what stands before them as it is read aloud. Words of unknown reading are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from .catalog import Catalog
from .facts import FactError
from .josa import PAIRS, final_sound, josa, known
from .model.term import Term
from .pages import Call, Page
from .prose import AS_IS, HIDDEN, Prose
from .render import numbers
from .writing_words import Hit, say

_PARTICLE = r"(은|는|이|가|을|를|과|와|으로|로)(?=(?:는|도|만|의|서|써|부터)?(?![가-힣A-Za-z0-9\ue000]))"
_LATIN = re.compile(rf"([A-Za-z0-9½¼¾Ⅰ-Ⅻ①-⑳][A-Za-z0-9.,/+²³¹⁰⁴-⁹⁻ⁿ°%:_#®™-]*|[%℃])(?=[{HIDDEN}가-힣])[{HIDDEN}]*{_PARTICLE}")
_BRACKET = re.compile(rf"([가-힣A-Za-z0-9.+-]+[가-힣A-Za-z0-9+])[{HIDDEN}]*\([^()\n{AS_IS}]*\)[{HIDDEN}]*{_PARTICLE}")
# After Hangul only what no other word ends in: 를 and 와 after a consonant, 으로 after a vowel or ㄹ.
_HANGUL = re.compile(r"([가-힣])(를|와|으로)(?![가-힣])")
_TWO = re.compile(r"[은는을를와과이](?:[은는을를와과로가]|으로)(?![가-힣])")
_AFTER_MACRO = re.compile(rf"\s*\}}\}}(?:\*\*)?{_PARTICLE}")
_GENERATION = {"1": "lc", "3": " c", "6": " c", "7": "lc", "8": "l ", "9": " c"}
"""HBM3 and Llama 3 are read 삼 and 쓰리: either particle is right."""


class Sounds:
    """How Latin words end when they are read: by the glossary, by what josa knows, letter by letter."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.readings: dict[str, str] = {}
        for term in terms.values():
            for form in (term.abbr, term.ko):
                if term.reading and form and not re.search("[가-힣 ]", form):
                    self.readings.setdefault(form.lower(), final_sound(term.reading))
                    break
        self.readings |= {word: sound for word, sound in _last_words(terms.values()) if word not in self.readings}

    def of(self, word: str, before: str = "") -> str | None:
        """The sounds that `word` may end in, each ' ', 'l' or 'c'; None where its reading is not known."""
        word = word.rstrip(".,:®™")
        if not word:
            return None
        if word[-1] == "R":
            return " l"  # 아르, 알
        last = re.split(r"[/_.-](?=[A-Za-z])", word)[-1]
        if found := self.readings.get(word.lower(), self.readings.get(last.lower())):
            return found
        if word.lower() in self.readings or last.lower() in self.readings:
            return " "
        if re.search(r"[A-Za-z][ -]?[136789]\Z", f"{before}{word}"):
            return _GENERATION[word[-1]]
        if not (word[-1].isascii() and word[-1].isalpha()) or known(last, before) or _spelled(last):
            return final_sound(f"{before}{word}") or " "
        return None


def _last_words(terms: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """The last words of names of several words that are read word for word, with how they end: SuperPOD of DGX SuperPOD."""
    sounds: dict[str, set[str]] = {}
    for term in terms:
        for name in (term.abbr, term.ko):
            if term.reading and name and " " in name and name.count(" ") == term.reading.count(" ") and re.search(r"[A-Za-z]\Z", name):
                sounds.setdefault(name.split()[-1].lower(), set()).add(final_sound(term.reading))
    yield from ((word, found.pop()) for word, found in sounds.items() if len(found) == 1)


def _spelled(word: str) -> bool:
    """Whether letters are read one by one whoever reads: capitals that make no syllable, or so few that both readings end alike."""
    capitals = re.sub(r"^.*[^A-Z]", "", word)
    if not capitals or len(capitals) == 1 or capitals[-1] == "R":
        return len(word) == 1 and word != "I"
    vowels = re.search("[AEIOU]", capitals)
    return not vowels or (len(capitals) == 3 and capitals[-1] not in "BCDGKPT") or len(capitals) == 2


def agrees(sounds: str, particle: str) -> bool:
    """Whether a particle is right after one of these sounds."""
    if particle in ("으로", "로"):
        return any((s == "c") == (particle == "으로") for s in sounds)
    return any((s != " ") == (PAIRS[particle][0] == particle) for s in sounds)


def find(prose: Prose, sounds: Sounds) -> Iterator[Hit]:
    text = prose.text
    for match in _LATIN.finditer(text):
        word, particle = match.group(1), match.group(2)
        found = sounds.of(word, text[max(0, match.start() - 8) : match.start()])
        if found and not agrees(found, particle):
            yield _hit(match.start(2), word, particle)
    for match in _BRACKET.finditer(text):
        word, particle = match.group(1), match.group(2)
        found = (final_sound(word) or " ") if "가" <= word[-1] <= "힣" else sounds.of(word)
        if found and not agrees(found, particle):
            yield _hit(match.start(2), word, particle)
    twice = {hit.offset: hit for hit in _twice(text)}
    yield from twice.values()
    for match in _HANGUL.finditer(text):
        if match.start(1) not in twice and not agrees(final_sound(match.group(1)) or " ", match.group(2)):
            yield _hit(match.start(2), _word_before(text, match.end(1)), match.group(2))


def _twice(text: str) -> Iterator[Hit]:
    """Two particles where one is meant, as in GPU을를. In 마을를 and 사과와 the first belongs to the word."""
    for match in _TWO.finditer(text):
        found, before = match.group(), text[max(0, match.start() - 16) : match.start()].replace(HIDDEN, "")
        if re.search(r"[A-Za-z0-9)]\Z", before):
            both = found[0] in "은는을를" or found in ("이가", "와과")
        else:
            both = found in ("는은", "를을") or (found in ("은는", "을를") and agrees(final_sound(before) or " ", found[0]))
        if both and re.search(r"[가-힣A-Za-z0-9)]\Z", before):
            word = _word_before(before, len(before))
            hint = say(josa(word, found[1:])) if word[-1].isalnum() else ""
            yield Hit("KO-04", match.start(), f"조사가 겹쳤습니다: '{word}{found}'.", hint)


def after_macros(page: Page, catalog: Catalog, sounds: Sounds) -> Iterator[tuple[int, int, Hit]]:
    """The same after a term or a fact, whose text the macro makes: line, column, hit."""
    for call in page.calls:
        line = page.line(call.line)
        end = line.find("}}", call.column)
        match = _AFTER_MACRO.match(line, end) if end >= 0 and "|" not in line[call.column : end] else None
        shown = _shown(call, catalog) if match else None
        if match and shown and shown[-1] not in "().":
            tail = re.search(r"[A-Za-z0-9.,/+²³¹⁰⁴-⁹⁻ⁿ°%:_#®™-]+\Z", shown)
            found = sounds.of(tail.group(), shown[: tail.start()]) if tail else final_sound(shown) or " "
            if found and not agrees(found, match.group(1)):
                yield call.line, match.start(1) + 1, _hit(0, shown, match.group(1))


def _shown(call: Call, catalog: Catalog) -> str | None:
    """What a macro shows, as far as its end matters."""
    if call.name == "term" and (term := catalog.get("terms", str(call.subject))):
        text = call.args[1] if len(call.args) > 1 else call.kwargs.get("text", term.ko)
        return re.sub(r"\([^()]*\)\Z", "", str(text)) or None
    if call.name == "fact" and "words" not in call.kwargs:
        try:
            found = catalog.facts.find(str(call.subject))
        except FactError:
            return None  # reported with the call
        given = dict(zip(("id", "unit", "digits"), call.args, strict=False)) | call.kwargs
        return numbers.with_unit(found, given.get("unit"), given.get("digits"))
    return None


def _word_before(text: str, end: int) -> str:
    match = re.search(r"[가-힣A-Za-z0-9]+\Z", text[max(0, end - 16) : end].replace(HIDDEN, ""))
    return match.group() if match else text[end - 1]


def _hit(offset: int, word: str, particle: str) -> Hit:
    right = next(form for form in PAIRS[particle] if form != particle)
    return Hit(
        "KO-04", offset, f"조사가 읽는 소리와 다릅니다: '{word}{particle}'.", f"'{word}{right}'{josa(right, '로')[len(right) :]} 쓰십시오."
    )
