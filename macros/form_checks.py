"""Rules for the words by which a term is found: none that matches everything, none that only looks like what it says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from .catalog import Catalog
from .forms import normal
from .josa import josa
from .model import Term
from .model.term import NAMES
from .particles import ends_word
from .problems import Problem, did_you_mean
from .reader import Place
from .spellings import spellings

_MARKUP = re.compile(r"<[^<>]*>|[*`\[\]{}<>|]|(?<!\w)_|_(?!\w)|&#?\w+;")
# Letters of other alphabets that look like Latin ones.
_LOOKALIKES = str.maketrans(
    "АВЕЅКМНІЈОРСТХУасеіјорхуѕԁѡΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορօՕսոհցզՏԼյ",
    "ABESKMHIJOPCTXYaceijopxysdwABEZHIKMNOPTYXvopoOunhgqSLj",
)
_PLAIN = re.compile(r"[A-Za-z0-9가-힣 .,/()+'·:-]*")
"""Nothing hidden, taken apart, marked up or foreign: nearly all forms."""
_OTHERS = re.compile(r"[^\x00-\x7f가-힣]")
# Letters and signs that print nothing: fillers of Hangul, the joiner of marks, the empty Braille cell, variation selectors.
_EMPTY = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0") | {chr(n) for n in range(0xFE00, 0xFE10)}
_SPACES = re.compile(r"[^\S ]|(?<= ) ")
_ONE = "한 말은 한 용어에만 속합니다. 뜻이 둘이면 두 용어의 local에 적으십시오."
_ALPHABETS = {
    "CYRILLIC": "키릴 문자",
    "GREEK": "그리스 문자",
    "FULLWIDTH": "전각 문자",
    "CJK": "한자",
    "HIRAGANA": "가나",
    "KATAKANA": "가나",
    "ARMENIAN": "아르메니아 문자",
    "HEBREW": "히브리 문자",
    "ARABIC": "아랍 문자",
    "THAI": "태국 문자",
    "DEVANAGARI": "데바나가리 문자",
    "GEORGIAN": "조지아 문자",
    "MATHEMATICAL": "수식 글자",
    "HALFWIDTH": "반각 문자",
}
_OURS = frozenset({"LATIN", "HANGUL", "MICRO"})
_SHAPES = frozenset({"FULLWIDTH", "HALFWIDTH", "MATHEMATICAL"})
"""Not letters only: digits and signs that look like plain ones."""


def words(term: Term) -> Iterator[tuple[Place, str]]:
    """Every word of a term that text is compared with, and where it stands in the file."""
    for key in ("ko", "en", "abbr"):
        if getattr(term, key):
            yield (key,), getattr(term, key)
    for key in ("aliases", "wrong_forms", "local", "unlinked", "not_in", "not_near", "near", "only_near"):
        for number, form in enumerate(getattr(term, key)):
            yield (key, number), form


def forms_sound(catalog: Catalog) -> Iterator[Problem]:
    """One problem a word, the worst first."""
    for id, term in catalog.terms.items():
        said = list(words(term))
        joined = "".join([form for _, form in said])
        clean = "  " not in joined and _PLAIN.fullmatch(joined)
        for place, form in said:
            found = None if clean else _unclean(form)
            if not found and place[0] in ("ko", "en", "abbr", "aliases", "local"):
                found = _too_broad(term, form)
            if found:
                yield catalog.problem("terms", id, place, *found)


def form_lists_sound(catalog: Catalog) -> Iterator[Problem]:
    """What is said about a form must be about one of the term's own."""
    for id, term in catalog.terms.items():
        for number, form in enumerate(term.unlinked):
            if form not in term.forms:
                message = f"unlinked의 '{form}'은(는) 이 용어의 말이 아닙니다."
                yield catalog.problem("terms", id, ("unlinked", number), message, did_you_mean(form, term.forms, 20))
        yield from _senses_sound(catalog, term)
        for number, phrase in enumerate(term.not_in):
            if not _holds(phrase, term):
                message = f"not_in의 '{phrase}'에는 이 용어의 말이 들어 있지 않습니다."
                yield catalog.problem("terms", id, ("not_in", number), message, "예: 용어가 '커널'이면 '리눅스 커널'.")


def _holds(phrase: str, term: Term) -> bool:
    """Whether a phrase has a form of the term in it and more. The forms as listed are asked first: all spellings are many."""
    forms = (*term.forms, *term.local)
    every = (text for form in forms for text in spellings(form, name=term.kind in NAMES))
    return any(text in phrase and text != phrase for text in chain(forms, every))


def _senses_sound(catalog: Catalog, term: Term) -> Iterator[Problem]:
    for number, form in enumerate(term.only_near):
        if form not in term.forms or form in term.unlinked:
            message = f"only_near의 '{form}'은(는) 이 용어의 이을 말이 아닙니다."
            yield catalog.problem("terms", term.id, ("only_near", number), message, did_you_mean(form, term.forms, 20))
    for number, word in enumerate(term.not_near):
        if word in term.forms:
            message = f"not_near의 '{word}'은(는) 이 용어의 말이라 제 곁에서는 늘 이어지지 않습니다."
            yield catalog.problem("terms", term.id, ("not_near", number), message, "다른 뜻일 때 함께 나오는 말만 적으십시오.")
        elif word in term.near:
            message = f"'{word}'이(가) near와 not_near에 다 있습니다."
            yield catalog.problem("terms", term.id, ("not_near", number), message, "한쪽에서 지우십시오.")
    for number, form in enumerate(term.near):
        if form in term.only_near:
            message = f"'{form}'이(가) near와 only_near에 다 있습니다."
            yield catalog.problem("terms", term.id, ("near", number), message, "한쪽에서 지우십시오.")
    if term.only_near and all(word in term.forms for word in term.near):
        message = "only_near의 말은 near의 말 곁에서만 잇는데 near에 다른 말이 없습니다."
        yield catalog.problem("terms", term.id, ("only_near",), message, "이 용어의 뜻일 때 함께 나오는 말을 near에 적으십시오.")
    elif term.near and not (term.only_near or term.not_near):
        message = "near의 말은 only_near나 not_near가 있어야 쓰입니다."
        yield catalog.problem("terms", term.id, ("near",), message, "뜻이 여럿인 말을 only_near에 적거나 near를 지우십시오.")


def clash(catalog: Catalog) -> Iterator[Problem]:
    """A form that two terms claim would link to either, unless both say that it is theirs in their own section only."""
    first: dict[str, str] = {}
    for id, term in catalog.terms.items():
        for place, form in words(term):
            if place[0] in ("wrong_forms", "unlinked", "not_in", "not_near", "near", "only_near"):
                continue
            owner = first.setdefault(normal(form), id)
            if owner != id and not (_local(term, form) and _local(catalog.terms[owner], form)):
                message = f"'{form}'을(를) 용어 '{owner}'도 씁니다."
                yield catalog.problem("terms", id, place, message, _ONE)


def _local(term: Term, form: str) -> bool:
    return normal(form) in {normal(f) for f in term.local}


def _unclean(form: str) -> tuple[str, str] | None:
    """What is wrong with the characters of a form, and the form without it."""
    if "  " not in form and _PLAIN.fullmatch(form):
        return None
    hidden = next(filter(_is_hidden, form), None)
    if hidden:
        clean = "".join(c for c in form if not _is_hidden(c))
        return f"'{clean}' 안에 보이지 않는 글자 U+{ord(hidden):04X}이(가) 있습니다.", f"'{clean}'로 다시 쓰십시오."
    space = _SPACES.search(form)
    if space:
        clean = " ".join(form.split())
        what = "빈칸이 이어서 둘" if space.group() == " " else f"보통 빈칸이 아닌 빈칸 U+{ord(space.group()):04X}이(가)"
        return f"'{clean}' 안에 {what} 있습니다.", f"'{clean}'로 다시 쓰십시오."
    composed = unicodedata.normalize("NFC", form)
    if composed != form:
        return f"'{composed}'의 글자가 낱자로 풀어져 있습니다(NFD).", f"'{composed}'로 다시 쓰십시오."
    markup = _MARKUP.search(form)
    if markup:
        return f"'{form}'에 마크업 '{markup.group()}'이(가) 있습니다.", f"글만 씁니다: '{_MARKUP.sub('', form)}'."
    return _foreign(form)


def _is_hidden(character: str) -> bool:
    return character in _EMPTY or unicodedata.category(character) in ("Cf", "Cc", "Zl", "Zp")


def _foreign(form: str) -> tuple[str, str] | None:
    for character in _OTHERS.findall(form):
        alphabet = unicodedata.name(character, "").split(" ")[0].split("-")[0]
        if alphabet in _SHAPES or (character.isalpha() and alphabet not in _OURS):
            right = unicodedata.normalize("NFKC", form.translate(_LOOKALIKES))
            what = josa(_ALPHABETS.get(alphabet, "다른 문자"), "이")
            message = f"'{form}'에 {what} 있습니다: '{character}'(U+{ord(character):04X})."
            plain = right != form and (right.isascii() or _PLAIN.fullmatch(right))
            return message, f"'{right}'로 다시 쓰십시오." if plain else "한글이나 로마자로 씁니다."
    return None


def _too_broad(term: Term, form: str) -> tuple[str, str] | None:
    """A form that would be found all over any text."""
    if form in term.unlinked:
        return None
    hint = "더 긴 이름을 쓰거나, 이름이 그것뿐이면 unlinked에도 적으십시오."
    if (not form[:2].isalnum() and sum(map(str.isalnum, form)) < 2) or len(form) < 2:
        return f"'{form}'은(는) 본문 어디에나 걸리는 한 글자입니다.", hint
    if ends_word(form, verb=True):
        return f"'{form}'은(는) 조사나 어미와 같아 본문 어디에나 걸립니다.", hint
    return None
