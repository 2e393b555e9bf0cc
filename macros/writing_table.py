"""Rules of wording that a pattern finds without false alarms: words, spelling, translationese, characters. See CONTRIBUTING.md.

A rule that is wrong more than once in twenty is narrowed or leaves. Before adding one, read every place where it fires.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .prose import Prose
from .writing_pages import one_form
from .writing_words import Hit, Pattern, decomposed, listed, register, rule, spaced

# A passive stem with a second passive after it, and the verb that is meant.
_PASSIVES = {
    **{"되어": "되다", "보여": "보이다", "쓰여": "쓰이다", "나뉘어": "나뉘다", "잊혀": "잊히다", "불려": "불리다", "읽혀": "읽히다"},
    **{"담겨": "담기다", "놓여": "놓이다", "닫혀": "닫히다", "묶여": "묶이다", "섞여": "섞이다", "바뀌어": "바뀌다", "쌓여": "쌓이다"},
    **{"열려": "열리다", "막혀": "막히다", "꺾여": "꺾이다", "뽑혀": "뽑히다", "모여": "모이다", "짜여": "짜이다"},
}
# Right form: wrong forms, by 외래어 표기법.
_LOANWORDS = {
    **{"콘텐츠": "컨텐츠 컨텐트", "메시지": "메세지", "타깃": "타겟", "애플리케이션": "어플리케이션", "라이선스": "라이센스"},
    **{"스케줄": "스케쥴", "디렉터리": "디렉토리", "콘셉트": "컨셉", "릴리스": "릴리즈", "아키텍처": "아키텍쳐", "캡처": "캡쳐"},
    **{"알고리즘": "알고리듬", "액세스": "악세스 억세스 엑세스", "데이터": "데이타", "세팅": "셋팅", "컬렉션": "콜렉션 컬랙션"},
    **{"대시보드": "대쉬보드", "메커니즘": "매커니즘 메카니즘", "트래픽": "트레픽", "프런트엔드": "프론트엔드", "셸": "쉘"},
    **{"하이퍼바이저": "하이퍼바이져", "액셀러레이터": "엑셀러레이터 악셀러레이터", "에뮬레이션": "애뮬레이션", "시프트": "쉬프트"},
    **{"태스크": "테스크", "솔루션": "솔류션", "포맷": "포멧", "프로토타입": "프로토타잎", "컨트롤러": "콘트롤러", "매니저": "메니저"},
    **{"매뉴얼": "메뉴얼", "브라우저": "브라우져", "섀시": "샤시 섀씨", "배터리": "밧데리", "렌더링": "랜더링"},
}
_SPELLING = {
    **{"며칠": "몇일", "역할": "역활", "금세": "금새", "오랜만": "오랫만", "일일이": "일일히", "깨끗이": "깨끗히", "곰곰이": "곰곰히"},
    **{"더욱이": "더우기", "어떻게": "어떻해", "희한": "희안", "요컨대": "요컨데", "대가": "댓가", "초점": "촛점", "개수": "갯수"},
}
_UNITS = r"[KMGTPE]i?[Bb](?:/s)?|k[BW]|[MGT]?W|kWh|MWh|[kMGT]Hz|[GTP]FLOPS|[TP]OPS|[GM]T/s|nm|mm|cm|km|kg|ms|µs|ns|°C|[GM]bps"
# 'A100 80GB' is a name.
_PRODUCT = r"(?:[A-Z]+\d+[A-Z]*|DGX[ A-Za-z0-9]*|Station)(?: (?:SXM\d?|PCIe|NVL|HBM\w*))?[ -]?\Z"
_COUNTED = r"(\d ?|(?<![가-힣])(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|몇|여러) )(개|대|명|장|종|가지|곳|건|줄|단계)들(?!이|[가-힣]{2})"
_SOFTWARE = "드라이버|펌웨어|소프트웨어|인프라|응용|CUDA|TensorRT|이미지|쿠버네티스"
_END = r"(?=[을은이의에과도으만마까부]|[ ,.)|\n]|$)"
# 지연 where it is measured, not where something is late.
_LATENCY = (
    r"((?:메모리|추론|접근|통신|평균|목표|짧은|긴|p\d\d) )?지연(?! 시간|되|된|될|됩|시|해|하)"
    r"(?(1)|(?:(?<=처리량과 지연)|(?=과 처리량)"
    r"|(?=[을이은도]? (?:줄|늘|길|긴|짧|낮|높|숨기|숨긴|재고|재며|재어|재면|재는|쟀|측정|백분위|목표|예산|상한|미달))))"
)
_EXPLORE = r"에 (?:대해서?|대하여|관해서?|관하여) (?:살펴|알아|이야기해) ?(?:보|봅|본|볼|봤)[가-힣]*"
_HEDGE = r"[라다]고 (?:할|말할) 수 있(?:습니다|다)(?=[.\n])|[라다] 해도 과언이 아니[가-힣]*|에 다름 아니[가-힣]*"
# Books have editions, and '새 판을 짜다' is an idiom.
_BOOK = r"(?:책|교재|교과서|도서|저서|단행본|[』」])(?:[은는이의]|에서)? ?\Z"
_BEGIN_ANEW = r"(?!을 (?:[짜짭짤짠짰]|벌[이여였인일입]|깔))"
# Things that come late; nobody measures them in milliseconds.
_LATE = (
    r"(?:꼬리|신고|응답|배송|간|승인|심사|결재|허가|납품|납기|출하|입고|통관|공급|발주|지급|통보|보고|회신"
    r"|공사|착공|준공|일정|출시|개발|도입|계약) \Z"
)
# One of the two quickest is a choice among two: '가장 빠른 두 경로 가운데 하나'.
_COUNTED_BEST = r"(?![가-힣 ]{1,12} (?:둘|셋|넷|(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열) [가-힣 ]{1,10}) ?(?:중|가운데))"
_TWICE, _VERSION = "피동이 겹쳤습니다", "소프트웨어는 '버전'이라고 합니다"
_OTHER_LETTERS = r"[\u0530-\u10ff\u1200-\u1cff\uff01-\uff5e\uff61-\uff9f\U0001d400-\U0001d7ff]+"
_UNSEEN = r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\u034f\u115f\u1160\u2800\u3164\uffa0]"
_FOREIGN = r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0400-\u052f]+"

WORDING: tuple[Pattern, ...] = (
    rule("KO-05", "밑줄로는 한글 곁에서 굵어지지 않습니다", r"(?<![\w_])__(?=[^_\s])([^_\n]*[가-힣 ][^_\n]*)(?<!\s)__(?!_)", r"**\1**"),
    rule("KO-06", "한자, 가나, 키릴 문자는 쓰지 않습니다", _FOREIGN),
    rule("KO-06", "한글과 로마자가 아닌 글자나 모양만 다른 글자는 쓰지 않습니다", _OTHER_LETTERS),
    rule("KO-07", "굽은 따옴표입니다", r"[“”„‟]", '"', quoted=True),
    rule("KO-07", "굽은 따옴표입니다", r"[‘’‚‛]", "'", quoted=True),
    rule(
        "KO-08",
        _TWICE,
        rf"({'|'.join(_PASSIVES)})(?:지(?=[는고며면만]|[^가-힣])|진(?![가-힣])|진다|질(?![가-힣])|집니|졌|져|짐)",
        _PASSIVES,
    ),
    rule("KO-08", _TWICE, r"불리우(?=[는고며면지])|불리운", "불리다"),
    rule("KO-08", _TWICE, r"([가-힣]*[아어여해워겨려])지게 (?=되|된|될|됩|됐)", r"\1지다"),
    rule("KO-09", "군말입니다. 할 말을 바로 씁니다", _EXPLORE),
    rule("KO-09", "군말입니다. 잘라 말합니다", _HEDGE),
    rule("KO-10", "수 뒤에는 '-들'을 붙이지 않습니다", _COUNTED, r"\1\2"),
    rule("KO-11", "수와 단위는 띄어 씁니다", rf"(?<![A-Za-z0-9_.,#/+-])(\d[\d,]*(?:\.\d+)?)({_UNITS})(?![A-Za-z0-9])", r"\1 \2", _PRODUCT),
    rule("KO-12", _VERSION, rf"(\d+(?:\.(?:\d+|x))+) ?판{_END}", r"\1 버전", _BOOK),
    rule("KO-12", _VERSION, rf"(?<![가-힣])((?:새|옛|최신|직전|이전) |(?:{_SOFTWARE})의? )판{_BEGIN_ANEW}{_END}", r"\1버전", _BOOK),
    rule("KO-13", "재는 값은 '지연 시간'이라고 합니다", _LATENCY, r"\1지연 시간", _LATE),
    listed("KO-14", "외래어 표기법에 어긋납니다", _LOANWORDS),
    listed("KO-15", "맞춤법에 어긋납니다", _SPELLING),
    listed("KO-15", "맞춤법에 어긋납니다", {"됐": "됬", "할게": "할께", "볼게": "볼께", "줄게": "줄께"}, begins=False),
    rule("KO-15", "'수'는 앞뒤를 띄어 씁니다", r"([할될볼쓸낼둘줄알살날풀길늘갈올])수(?= ?[있없])", r"\1 수"),
    rule("KO-15", "'수'는 앞뒤를 띄어 씁니다", r"(?<=[가-힣] )수(있|없)(?=[다는고으어습])", r"수 \1"),
    rule("KO-15", "띄어 씁니다", r"(것)(같)(?!이)|(뿐만)(아니)|(밖에)(없)", r"\1\3\5 \2\4\6"),
    rule("KO-16", "보이지 않는 글자입니다. 지우십시오", _UNSEEN, quoted=True),
    rule("KO-17", "이모지는 쓰지 않습니다", r"[\U0001f300-\U0001faff\u2600-\u26ff\u2705\u274c\u2728\u2b50]", quoted=True),
    rule("KO-19", "번역투입니다", r"에도 불구하고", "~지만"),
    rule("KO-19", "번역투입니다", r"[함됨]에 있어서?(?![가-힣])", "~할 때"),
    rule("KO-19", "번역투입니다", r"[을를] 필요로 (?=하|한|할|합)", "~이 필요하다"),
    rule("KO-19", "번역투입니다", r"에 위치(?=하|한|해|합|했)", "~에 있다"),
    rule(
        "KO-19", "번역투입니다. 하나만 가장 그럴 수 있습니다", rf"가장 {_COUNTED_BEST}[가-힣 ]{{1,14}} (?:중|가운데)의? ?하나", "손꼽히는"
    ),
    rule("KO-19", "'보다'는 견줄 말 뒤에 붙습니다", r"(?<=[는은가이서,]) 보다 (?=[가-힣]+(?:은|른|운|한|게|히) )", "더"),
)
RULES: tuple[Callable[[Prose], Iterator[Hit]], ...] = (
    *(pattern.find for pattern in WORDING),
    decomposed,
    spaced,
    register,
    one_form,
)
