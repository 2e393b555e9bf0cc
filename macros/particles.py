"""What may follow a noun in Korean without making another word: closed lists of particles, the copula and a few suffixes.

`ends_word('에서는')` says whether a run of Hangul that follows a noun leaves it that noun. 'GPU에서는', 'GPU들이', 'GPU였다', 'GPU당'
do; 'GPU형' and '멀티GPU' are other words.
"""

from __future__ import annotations

import re
from functools import lru_cache

# What a noun stands in, then what is added to it: 에서+는, 으로부터+의, 까지+도. The last line are words that belong after a space.
_CASES = frozenset(
    """
    에 에서 에게 에게서 한테 한테서 께 께서 으로 로 으로서 로서 으로써 로써 으로부터 로부터 에서부터 에까지 에서까지 으로까지 로까지
    와 과 랑 이랑 하고 보다 처럼 만큼 대로 마다 까지 부터 만으로 뿐만 만큼만 로만 으로만 에만 에서만 에게만 와만 과만 같이 채로
    만 뿐 더러 에선지 엔 에선 에겐 론 으론 로선 으로선 에다 에다가 때문 덕분
    안에 안에서 안의 중 중에 중에서 중의 사이 사이에 사이에서 사이의 동안 동안에 같은 하나당
    """.split()
)
_ADDED = """
    은 는 이 가 을 를 의 도 만 만은 만이 만을 만의 만도 뿐 뿐만 뿐이 까지 까지도 까지는 까지만 까지의 까지가 까지를 부터 부터는
    부터도 부터의 부터가 조차 조차도 마저 마저도 나 이나 라도 이라도 든 이든 든지 이든지 나마 이나마 야 이야 야말로 이야말로 란 이란
    커녕 는커녕 은커녕 밖에 밖에는 밖에도 보다 보다는 보다도 처럼 처럼은 며 이며 하며 요 이요 치고 치고는 인들 로 으로 로는 으로는
    와 과 와는 과는 와의 과의 와도 과도 라든가 이라든가 라든지 이라든지 니 이니 들 들이 들은 들을 들의 들도 만으로 만으로는 만으로도
    만으론 뿐더러 까진 부턴 보단 만큼은 만큼의 만이라도 마냥 답게 때문에 덕분에 없이 대비
""".split()
# Forms of 이다. After a vowel the 이 may be missing: GPU다, GPU라는, GPU였다.
_COPULA = """
    다 라 라는 라고 라고는 라고도 라며 라면 라서 라서는 라기보다 라기보다는 라기엔 랄 란 람 라던가 며 고 고는 고도 지만 지요 죠 니까
    므로 면 면서 면서도 든 든지 거나 던 던지 나 고자 라야 라야만 라도 라지만 라거나 라든지 라든가 다는 다고 다면
    라고요 라곤 거든요 잖아요 더라도 던데 라니 니까요 네요 군요 겠지 겠지요 겠지만 겠죠 겠네요 겠군요 겠다 겠습니다 겠습니다만
""".split()
# These need their 이: without it 학습자, 학습지, 분류기, 서버군 would be particles (서버네요 and 서버군요 can be nothing else).
_COPULA_FULL = """
    지 지는 지도 니 어서 어야 어도 건 자 네 군 냐 냐는 냐에 기 기도 기는 기에 기만 기까지 기를 기보다 기보다는 기때문에
    기는커녕 다만 다가
""".split()
_COPULA_WHOLE = """
    인 일 임 인데 인데도 인데다 인가 인가는 인가를 인가요 인지 인지는 인지를 인지가 인지도 인지만 인지에 인지의 인즉 인만큼 인들
    인터라 인지라 인데요 인걸 인걸요
    일까 일까요 일지 일지는 일지도 일지라도 일수록 일뿐 일때 임을 임은 임이 임에 임에도 임과 임으로 입니다 입니다만 입니까
    이에요 예요 이네요 이어요 여요 여서 여야 여야만 여도 이어서 이어야 이어도 였다 였다가 였다는 였다고 였다면 였던 였던가 였고
    였으며 였으나 였으니 였으므로 였지만 였는데 였는지 였을 였을까 였음 였음을 였습니다 였습니다만 였기 였기에 였어도 였어요 이었다
    이었다가 이었다는 이었다고 이었다면 이었던 이었고 이었으며 이었으나 이었으니 이었으므로 이었지만 이었는데 이었는지 이었을
    이었죠 이었으면 이었는데도 이어야만 이긴 이라야 로군요 이로군요 였죠 였으면 였는데도
    였겠지 였겠지만 였겠죠 였겠네요 였겠다 였겠습니다 이었겠지 이었겠지만 이었겠죠 이었겠네요 이었겠다 이었겠습니다
    이었을까 이었음 이었음을 이었습니다 이었기 이었기에 이었어도 이었어요 이옵니다 아니라
""".split()
# Suffixes that leave a noun what it is: per, for, by, between, in, on, class, side.
# Others (형, 화, 기, 자, 식, 률, 망, 법) make a new word.
_SUFFIXES = ("당", "용", "별", "급", "간", "내", "상", "측", "쪽", "끼리", "들", "등", "씩")
# A question made a noun takes particles again: GPU인지부터, GPU였는지를.
_ASKED = ("인지", "인가", "일지", "였는지", "이었는지", "냐", "이냐")
_AFTER_ASKED = ("는", "를", "가", "도", "만", "에", "의", "부터", "까지", "와", "로")
_LONGEST = 14
_CASE_STARTS = frozenset(case[0] for case in _CASES)

# 하다, 되다, 시키다 and 받다 after a noun of doing: 양자화한, 학습합니다, 추론되는, 훈련시킨.
_VERB = re.compile(
    r"(?:하(?!드|둡|위|부|이퍼|락)[가-힣]{0,5}|한(?:다[가-힣]{0,4}|데|지|들|편)?|할(?:지[가-힣]?|수록|까|뿐|때|수있[가-힣]{0,3})?"
    r"|함(?:은|을|이|에|으로|으로써|과|의|에도|에따라)?|합(?:니다|니다만|니까|시다)|해(?:서|서는|도|야|야만|야죠|야하[가-힣]{0,3}|야한다?|야할|야합니다|준다|줘[가-힣]{0,2}|줬[가-힣]{0,3}|요|보[가-힣]{0,3}|봅시다|둔|둡니다|두[가-힣]{0,3}|져[가-힣]{0,2}|집니다|진|진다|지[가-힣]{0,3}"
    r"|준|줄|줍니다|주[가-힣]{0,3}|온|왔[가-힣]{0,3}|낸|내[가-힣]{0,3}|놓[가-힣]{0,4}|놨[가-힣]{0,3}|버[가-힣]{0,3})?|했[가-힣]{0,5}"
    r"|되[가-힣]{0,5}|된(?:다[가-힣]{0,4}|데|지[가-힣]?)?|될(?:지[가-힣]?|수록|까|때|수있[가-힣]{0,3})?|됨(?:은|을|이|에|으로|과)?|됩(?:니다|니다만|니까)|돼(?:서|도|야|야만|요|있[가-힣]{0,4})?|됐[가-힣]{0,5}"
    r"|시키[가-힣]{0,4}|시킨(?:다[가-힣]{0,3}|지[가-힣]?)?|시킬(?:지|수록|까|때)?|시킴[가-힣]{0,2}|시킵니다|시켜[가-힣]{0,4}|시켰[가-힣]{0,4}"
    r"|받(?:은|는|을|아|아서|고|지|기|습니다|았[가-힣]{0,4})|없(?:이|는)|시(?:에|에는|에도|의|마다)?)\Z"
)


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    """What may close a word after a noun, or after a noun and its case."""
    asked = (a + after for a in _ASKED for after in _AFTER_ASKED)
    return frozenset({*_ADDED, *_COPULA, *(f"이{c}" for c in (*_COPULA, *_COPULA_FULL)), *_COPULA_WHOLE, *asked})


@lru_cache(maxsize=4096)
def ends_word(run: str, *, verb: bool = False) -> bool:
    """Whether Hangul `run` after a noun is particles, the copula or a suffix; with `verb` also 하다 and its kin."""
    if len(run) > _LONGEST or not "가" <= run[:1] <= "힣":
        return False
    if run in _CASES or run in _endings() or (verb and _VERB.match(run)):
        return True
    if run[0] in _CASE_STARTS and any(run[:cut] in _CASES and run[cut:] in _endings() for cut in range(1, len(run))):
        return True
    return run.startswith(_SUFFIXES) and any(run == s or (run.startswith(s) and ends_word(run[len(s) :])) for s in _SUFFIXES)
