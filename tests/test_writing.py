"""The writing rules: what each finds, with the whole message, and what looks like it and is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import catalog, check, writing
from macros.model.term import Term
from macros.pages import read_page

from .project import BASE, ROOT, Changes, make, problems_of

PATH = "gpu/basics.md"
HEAD = "---\ntitle: 시험\nsection: '2.1'\n---\n\n"
TERMS: dict[str, dict[str, object]] = {
    "nic": {"ko": "네트워크 인터페이스 카드", "en": "network interface card", "abbr": "NIC", "reading": "닉"},
    "hopper": {"ko": "호퍼", "en": "Hopper", "aliases": ["호퍼 아키텍처"], "avoid": ["Hopper"]},
    "pytorch": {"ko": "파이토치", "en": "PyTorch", "avoid": ["PyTorch"]},
    "pytorch-profiler": {"ko": "PyTorch 프로파일러", "en": "PyTorch Profiler"},
    "data-center": {"ko": "데이터 센터", "en": "data center", "aliases": ["데이터센터"], "wrong_forms": ["데이터 센타"]},
    "convolution": {"ko": "합성곱", "en": "convolution", "aliases": ["컨볼루션"], "avoid": ["컨볼루션"]},
    "farmhub": {"ko": "DGX FarmHUB", "en": "DGX FarmHUB", "reading": "디지엑스 팜헙"},
    "dcm": {"ko": "Depot Control Manager", "en": "Depot Control Manager", "abbr": "DCM", "reading": "디시엠"},
    "alpha-zyx": {"ko": "Alpha Zyx", "en": "Alpha Zyx", "reading": "알파 직스"},
    "beta-zyx": {"ko": "Beta Zyx", "en": "Beta Zyx", "reading": "베타 집"},
    "hbm": {"ko": "고대역폭 메모리", "en": "high bandwidth memory", "abbr": "HBM", "reading": "에이치비엠"},
}
COMMON: dict[str, object] = {
    "definition": "뜻이다.",
    "why": "쓸 데가 있다.",
    "detail": "더 적는다.",
    "sources": ["a"],
    "kind": "concept",
    "section": "2.1",
    "level": "basic",
}


@pytest.fixture(scope="module")
def glossary() -> catalog.Catalog:
    terms = {id: Term.model_validate({"id": id, **COMMON, **data}) for id, data in TERMS.items()}
    base = catalog.load(BASE / "data")
    return catalog.Catalog(root=BASE, terms={**base.terms, **terms}, products=base.products, attributes=base.attributes)


def found(text: str, glossary: catalog.Catalog) -> Iterator[str]:
    """What the rules say of a page whose body is `text`, as 'line:column: …' with the first line of the body as line 1."""
    page = read_page(f"{HEAD}{text}", PATH, f"docs/{PATH}")
    for problem in sorted(writing.check({PATH: page}, glossary)):
        yield f"{problem.line - HEAD.count(chr(10))}:{problem.column}: {problem.message} {problem.hint}".rstrip()


# Text -> everything that is said of it.
WRONG: list[tuple[str, list[str]]] = [
    ("데이터 센타에 둡니다.", ["1:1: KO-01 틀린 말입니다: '데이터 센타'. '데이터 센터'로 쓰십시오."]),
    ("여러 데이터센터에 둡니다.", ["1:4: KO-02 이 사이트가 쓰지 않는 말입니다: '데이터센터'. '데이터 센터'로 쓰십시오."]),
    ("이 Hopper는 빠릅니다.", ["1:3: KO-02 이 사이트가 쓰지 않는 말입니다: 'Hopper'. '호퍼'로 쓰십시오."]),
    ("ONNX, PyTorch를 씁니다.", ["1:7: KO-02 이 사이트가 쓰지 않는 말입니다: 'PyTorch'. '파이토치'로 쓰십시오."]),
    ("컨볼루션을 합니다.", ["1:1: KO-02 이 사이트가 쓰지 않는 말입니다: '컨볼루션'. '합성곱'으로 쓰십시오."]),
    (
        '첫 {{ term("data-center", "데이터 센터") }}입니다.',
        [
            "1:6: KO-03 처음 나오는 '데이터 센터'에 영어가 없습니다. {{ term(\"data-center\") }}로 쓰면 '데이터 센터(data center)'로 나옵니다."
        ],
    ),
    ("H100는 빠릅니다.", ["1:5: KO-04 조사가 읽는 소리와 다릅니다: 'H100는'. 'H100은'으로 쓰십시오."]),
    ("GPU을 씁니다.", ["1:4: KO-04 조사가 읽는 소리와 다릅니다: 'GPU을'. 'GPU를'로 쓰십시오."]),
    ("NIC를 꽂습니다.", ["1:4: KO-04 조사가 읽는 소리와 다릅니다: 'NIC를'. 'NIC을'로 쓰십시오."]),
    ("**SM**는 여럿입니다.", ["1:7: KO-04 조사가 읽는 소리와 다릅니다: 'SM는'. 'SM은'으로 쓰십시오."]),
    ("[NVLink](a.md)은 빠릅니다.", ["1:15: KO-04 조사가 읽는 소리와 다릅니다: 'NVLink은'. 'NVLink는'으로 쓰십시오."]),
    ("길이는 2.5 m을 넘습니다.", ["1:10: KO-04 조사가 읽는 소리와 다릅니다: 'm을'. 'm를'로 쓰십시오."]),
    ("무게는 12 kg를 넘습니다.", ["1:10: KO-04 조사가 읽는 소리와 다릅니다: 'kg를'. 'kg을'로 쓰십시오."]),
    ("티어 III는 높습니다.", ["1:7: KO-04 조사가 읽는 소리와 다릅니다: 'III는'. 'III은'으로 쓰십시오."]),
    ("값 3와 4로 나눕니다.", ["1:4: KO-04 조사가 읽는 소리와 다릅니다: '3와'. '3과'로 쓰십시오."]),
    ("멀티프로세서(SM)은 여럿입니다.", ["1:11: KO-04 조사가 읽는 소리와 다릅니다: '멀티프로세서은'. '멀티프로세서는'으로 쓰십시오."]),
    ("모델를 읽습니다.", ["1:3: KO-04 조사가 읽는 소리와 다릅니다: '모델를'. '모델을'로 쓰십시오."]),
    ("모델으로 답합니다.", ["1:3: KO-04 조사가 읽는 소리와 다릅니다: '모델으로'. '모델로'로 쓰십시오."]),
    ('{{ term("warp") }}은 묶음입니다.', ["1:19: KO-04 조사가 읽는 소리와 다릅니다: '워프은'. '워프는'으로 쓰십시오."]),
    ('{{ term("hbm", "HBM") }}는 빠릅니다.', ["1:25: KO-04 조사가 읽는 소리와 다릅니다: 'HBM는'. 'HBM은'으로 쓰십시오."]),
    ("GPU을를 씁니다.", ["1:4: KO-04 조사가 겹쳤습니다: 'GPU을를'. 'GPU를'로 쓰십시오."]),
    ("**H100**은는 빠릅니다.", ["1:9: KO-04 조사가 겹쳤습니다: 'H100은는'. 'H100은'으로 쓰십시오."]),
    ("GPU은으로 셉니다.", ["1:4: KO-04 조사가 겹쳤습니다: 'GPU은으로'. 'GPU로'로 쓰십시오."]),
    ("멀티프로세서(SM)을를 씁니다.", ["1:11: KO-04 조사가 겹쳤습니다: ')을를'."]),
    ("모델을를 읽습니다.", ["1:3: KO-04 조사가 겹쳤습니다: '모델을를'. '모델을'로 쓰십시오."]),
    ("마을를 봅니다.", ["1:3: KO-04 조사가 읽는 소리와 다릅니다: '마을를'. '마을을'로 쓰십시오."]),
    ("10¹⁸로 셉니다.", ["1:5: KO-04 조사가 읽는 소리와 다릅니다: '10¹⁸로'. '10¹⁸으로'로 쓰십시오."]),
    ("절반의 3/4와 같습니다.", ["1:8: KO-04 조사가 읽는 소리와 다릅니다: '3/4와'. '3/4과'로 쓰십시오."]),
    ("H100®는 빠릅니다.", ["1:6: KO-04 조사가 읽는 소리와 다릅니다: 'H100®는'. 'H100®은'으로 쓰십시오."]),
    ("C#로 씁니다.", ["1:3: KO-04 조사가 읽는 소리와 다릅니다: 'C#로'. 'C#으로'로 쓰십시오."]),
    ("DGX FarmHUB를 봅니다.", ["1:12: KO-04 조사가 읽는 소리와 다릅니다: 'FarmHUB를'. 'FarmHUB을'로 쓰십시오."]),
    (
        '{{ fact("x1.memory_bandwidth") }}을 냅니다.',
        ["1:34: KO-04 조사가 읽는 소리와 다릅니다: '2.5\u00a0TB/s을'. '2.5\u00a0TB/s를'로 쓰십시오."],
    ),
    ("__굵은 글__입니다.", ["1:1: KO-05 밑줄로는 한글 곁에서 굵어지지 않습니다: '__굵은 글__'. '**굵은 글**'로 쓰십시오."]),
    ("성(姓)을 적습니다.", ["1:3: KO-06 한자, 가나, 키릴 문자는 쓰지 않습니다: '姓'."]),
    ("그 ラック입니다.", ["1:3: KO-06 한자, 가나, 키릴 문자는 쓰지 않습니다: 'ラック'."]),
    ("그 ГПУ입니다.", ["1:3: KO-06 한자, 가나, 키릴 문자는 쓰지 않습니다: 'ГПУ'."]),
    ("그 Fl\u0585r입니다.", ["1:5: KO-06 한글과 로마자가 아닌 글자나 모양만 다른 글자는 쓰지 않습니다: '\u0585'."]),
    ("그 \U0001d406PU입니다.", ["1:3: KO-06 한글과 로마자가 아닌 글자나 모양만 다른 글자는 쓰지 않습니다: '\U0001d406'."]),
    ("그 ก입니다.", ["1:3: KO-06 한글과 로마자가 아닌 글자나 모양만 다른 글자는 쓰지 않습니다: 'ก'."]),
    ("“말”입니다.", ["1:1: KO-07 굽은 따옴표입니다: '“'. '\"'로 쓰십시오.", "1:3: KO-07 굽은 따옴표입니다: '”'. '\"'로 쓰십시오."]),
    ("값이 보여집니다.", ["1:4: KO-08 피동이 겹쳤습니다: '보여집니'. '보이다'로 쓰십시오."]),
    ("값이 쓰여진 곳입니다.", ["1:4: KO-08 피동이 겹쳤습니다: '쓰여진'. '쓰이다'로 쓰십시오."]),
    ("계산되어지는 값입니다.", ["1:3: KO-08 피동이 겹쳤습니다: '되어지'. '되다'로 쓰십시오."]),
    ("이렇게 불리우는 값입니다.", ["1:5: KO-08 피동이 겹쳤습니다: '불리우'. '불리다'로 쓰십시오."]),
    ("값이 만들어지게 됩니다.", ["1:4: KO-08 피동이 겹쳤습니다: '만들어지게'. '만들어지다'로 쓰십시오."]),
    ("구조에 대해 살펴보겠습니다.", ["1:3: KO-09 군말입니다. 할 말을 바로 씁니다: '에 대해 살펴보겠습니다'."]),
    ("빠르다고 할 수 있습니다.", ["1:3: KO-09 군말입니다. 잘라 말합니다: '다고 할 수 있습니다'."]),
    ("세 개들을 셉니다.", ["1:1: KO-10 수 뒤에는 '-들'을 붙이지 않습니다: '세 개들'. '세 개'로 쓰십시오."]),
    ("GPU 8개들을 봅니다.", ["1:5: KO-10 수 뒤에는 '-들'을 붙이지 않습니다: '8개들'. '8개'로 쓰십시오."]),
    ("파일은 80GB입니다.", ["1:5: KO-11 수와 단위는 띄어 씁니다: '80GB'. '80 GB'로 쓰십시오."]),
    ("초당 2.5TB/s입니다.", ["1:4: KO-11 수와 단위는 띄어 씁니다: '2.5TB/s'. '2.5 TB/s'로 쓰십시오."]),
    ("새 판을 내보냅니다.", ["1:1: KO-12 소프트웨어는 '버전'이라고 합니다: '새 판'. '새 버전'으로 쓰십시오."]),
    ("1.2판과 다릅니다.", ["1:1: KO-12 소프트웨어는 '버전'이라고 합니다: '1.2판'. '1.2 버전'으로 쓰십시오."]),
    ("드라이버 판을 적습니다.", ["1:1: KO-12 소프트웨어는 '버전'이라고 합니다: '드라이버 판'. '드라이버 버전'으로 쓰십시오."]),
    ("새 판을 씁니다.", ["1:1: KO-12 소프트웨어는 '버전'이라고 합니다: '새 판'. '새 버전'으로 쓰십시오."]),
    ("CUDA 2.1판을 씁니다.", ["1:6: KO-12 소프트웨어는 '버전'이라고 합니다: '2.1판'. '2.1 버전'으로 쓰십시오."]),
    ("망 지연이 길어집니다.", ["1:3: KO-13 재는 값은 '지연 시간'이라고 합니다: '지연'. '지연 시간'으로 쓰십시오."]),
    ("승인과 추론 지연이 길어집니다.", ["1:5: KO-13 재는 값은 '지연 시간'이라고 합니다: '추론 지연'. '추론 지연 시간'으로 쓰십시오."]),
    ("지연을 줄입니다.", ["1:1: KO-13 재는 값은 '지연 시간'이라고 합니다: '지연'. '지연 시간'으로 쓰십시오."]),
    ("p99 지연이 깁니다.", ["1:1: KO-13 재는 값은 '지연 시간'이라고 합니다: 'p99 지연'. 'p99 지연 시간'으로 쓰십시오."]),
    ("지연과 처리량입니다.", ["1:1: KO-13 재는 값은 '지연 시간'이라고 합니다: '지연'. '지연 시간'으로 쓰십시오."]),
    ("처리량과 지연입니다.", ["1:6: KO-13 재는 값은 '지연 시간'이라고 합니다: '지연'. '지연 시간'으로 쓰십시오."]),
    ("오류 메세지를 봅니다.", ["1:4: KO-14 외래어 표기법에 어긋납니다: '메세지'. '메시지'로 쓰십시오."]),
    ("그 갯수를 셉니다.", ["1:3: KO-15 맞춤법에 어긋납니다: '갯수'. '개수'로 쓰십시오."]),
    ("시작됬습니다.", ["1:3: KO-15 맞춤법에 어긋납니다: '됬'. '됐'으로 쓰십시오."]),
    ("읽을 수있습니다.", ["1:4: KO-15 '수'는 앞뒤를 띄어 씁니다: '수있'. '수 있'으로 쓰십시오."]),
    ("계산할수 있습니다.", ["1:3: KO-15 '수'는 앞뒤를 띄어 씁니다: '할수'. '할 수'로 쓰십시오."]),
    ("맞는 것같습니다.", ["1:4: KO-15 띄어 씁니다: '것같'. '것 같'으로 쓰십시오."]),
    ("글\u200b자입니다.", ["1:2: KO-16 보이지 않는 글자입니다. 지우십시오: '\u200b'."]),
    ("글\u3164자입니다.", ["1:2: KO-16 보이지 않는 글자입니다. 지우십시오: '\u3164'."]),
    ("글\u1160자입니다.", ["1:2: KO-16 보이지 않는 글자입니다. 지우십시오: '\u1160'."]),
    ("\u1100\u1161\u11ab입니다.", ["1:1: KO-16 한글이 자모로 풀려 있습니다(NFD). '간'으로 쓰십시오."]),
    ("끝났습니다 🎉", ["1:7: KO-17 이모지는 쓰지 않습니다: '🎉'."]),
    ("값을 읽는다. 다시 씁니다.", ["1:5: KO-18 본문은 합니다체로 씁니다."]),
    ("느림에도 불구하고 씁니다.", ["1:3: KO-19 번역투입니다: '에도 불구하고'. '~지만'으로 쓰십시오."]),
    ("학습함에 있어 필요합니다.", ["1:3: KO-19 번역투입니다: '함에 있어'. '~할 때'로 쓰십시오."]),
    ("전력을 필요로 합니다.", ["1:3: KO-19 번역투입니다: '을 필요로'. '~이 필요하다'로 쓰십시오."]),
    ("랙에 위치합니다.", ["1:2: KO-19 번역투입니다: '에 위치'. '~에 있다'로 쓰십시오."]),
    (
        "가장 큰 것 중 하나입니다.",
        ["1:1: KO-19 번역투입니다. 하나만 가장 그럴 수 있습니다: '가장 큰 것 중 하나'. '손꼽히는'으로 쓰십시오."],
    ),
    (
        "가장 빠른 경로 가운데 하나를 버립니다.",
        ["1:1: KO-19 번역투입니다. 하나만 가장 그럴 수 있습니다: '가장 빠른 경로 가운데 하나'. '손꼽히는'으로 쓰십시오."],
    ),
    (
        "가장 두드러진 문제 중 하나입니다.",
        ["1:1: KO-19 번역투입니다. 하나만 가장 그럴 수 있습니다: '가장 두드러진 문제 중 하나'. '손꼽히는'으로 쓰십시오."],
    ),
    (
        "액체 냉각을 씁니다. 수랭 랙과 수랭 시설은 무겁습니다.",
        ["1:13: KO-20 이 페이지는 '액체 냉각'도 씁니다. 한 페이지에서는 한 말로 씁니다: '수랭'. '액체 냉각'으로 쓰십시오."],
    ),
    (
        "침지는 담그는 것입니다.\n\n액침 냉각과 이머전 쿨링을 봅니다.",
        [
            "1:1: KO-20 이 페이지는 '액침 냉각'도 씁니다. 한 페이지에서는 한 말로 씁니다: '침지'. '액침 냉각'으로 쓰십시오.",
            "3:8: KO-20 이 페이지는 '액침 냉각'도 씁니다. 한 페이지에서는 한 말로 씁니다: '이머전 쿨링'. '액침 냉각'으로 쓰십시오.",
        ],
    ),
    (
        "NVIDIA의 제품입니다. 엔비디아는 큽니다.",
        ["1:16: KO-20 이 페이지는 'NVIDIA'도 씁니다. 한 페이지에서는 한 말로 씁니다: '엔비디아'. 'NVIDIA'로 쓰십시오."],
    ),
    (
        "파라미터를 셉니다. 70억 개의 매개변수입니다.",
        ["1:19: KO-20 이 페이지는 '파라미터'도 씁니다. 한 페이지에서는 한 말로 씁니다: '매개변수'. '파라미터'로 쓰십시오."],
    ),
    (
        "모델의 학습입니다. 훈련 데이터를 모읍니다.",
        ["1:12: KO-20 이 페이지는 '학습'도 씁니다. 한 페이지에서는 한 말로 씁니다: '훈련'. '학습'으로 쓰십시오."],
    ),
    ("이것은 보다 빠른 길입니다.", ["1:4: KO-19 '보다'는 견줄 말 뒤에 붙습니다: '보다'. '더'로 쓰십시오."]),
]
# What looks like a mistake and is none.
RIGHT = """
'데이터 센타'는 틀린 말입니다.
<span class="as-is">데이터 센타</span>라고 적혀 있습니다.
`데이터 센타`라고 적혀 있습니다.
> 데이터 센타를 짓는다.
{{ term("data-center", "데이터 센터") }}망을 봅니다.
호퍼(Hopper)는 빠릅니다.
Grace Hopper, Hopper Tensor Core, /Hopper/, Hopper-1을 씁니다.
PyTorch 프로파일러로 봅니다.
{{ term("warp") }}는 묶음입니다.
{{ term("warp", "워프(warp)") }}는 묶음입니다.
H100은, GPU를, NIC이, SM은, NVLink는, PCIe와, CUDA로, 80%를, FP16으로, FP8로
HBM3는 HBM3은 BlueField-3를 BlueField-3을 Llama 3는 Llama 3은 INT8은 INT8는
AR은 AR는 VR과 VR와
1g.10gb는 3g.40gb와 8x7Bx은 8x7Bx는 Xyzzy는 Xyzzy은 EXAMPLE은 EXAMPLE는 dac은 DAC은 DAC는
2.5 m를, 12 kg을, 3.35 TB/s를, 700 W를, 5 nm는, 20 ms를, 950 kg/m²를, 10 K으로, 4K로, 몇 m를, 137 GFLOP을, 3,600 J이
티어 I은, 티어 II와, 부속서 III이, 부록 Ⅲ이, ①은, ②는, ½로, 1/2은, 3/4과, 24/7로, n²은, 5 m²를, 10⁹으로, C#은, NVLink®는, .NET은
DGX FarmHUB을, FarmHUB은, DCM은, Depot Control Manager는, Alpha Zyx를, Alpha Zyx을
사과와, 결과와, 사이가, 이와 과제, 노을을, 는다는, 3과와 5과를
GPU당, GPU끼리, GPU은행, SM이며, GPU이고, GPU입니다, SM가상화
멀티프로세서(SM)는, SM(멀티프로세서)은, 칩(chip)을
가을을, 마을로, 이을 수, 나을 수, 경로로, 도로와, 서로를
`__init__`과 __init__ 메서드, sm__inst_executed, a__b__c
되어 지금은, 보여 지도를, 쓰여 있습니다, 알려지고, 버려지는, 나눠지는, 이루어지는, 주어진, 합쳐진, 느려지게 합니다
보여지구, 막혀 지방으로
법률에 대해 설명합니다. 수요에 대해 묻습니다.
빠르다고 할 수 있는 까닭입니다. 쓸 수 있습니다. 노트북은 말할 것도 없습니다.
세 개 들어갑니다. 사람들이 두 대를 들고 옵니다. 아이들 세 명, 개들이, GPU 8개들이 서버
A100 80GB, H100 NVL 94GB, DGX A100 640GB, DGX Station A100 320GB, 80 GB, 1U, 100%, x16, 8B, GB200, 4U, 2.4배
판을 바꿉니다. 2판이 나왔습니다. 냉각판을 답니다. V100 판입니다. 새 판정을 내립니다. 1.5판독
지연 시간을 줄입니다. 꼬리 지연을 줄입니다. 신고 지연은 길면 안 됩니다. 지연되는, 지연 실행, 지연 방식, 출발 지연입니다
타깃, 메시지, 자메세지, 다이렉트, 디렉터리, 데이터
수없이 많고, 변수있음, 할 수 있습니다, 셀 수 없이, 새것같이, 뿐만 아니라, 이것 같은
제3자, ①, →, ×, ²
계산해 봅시다. 라고 합시다.
| 칸은 짧게 쓴다. | 끝난다. |
- **믿지 않는다.** 까닭이 있습니다.
"끝났다." 하고 말합니다.
그보다 빠른, PCIe보다 넓은, 0보다 크게, 영화를 보다 잠든 사람입니다
가장 큰 하나, 가장 중요한 일입니다
가장 빠른 두 경로 가운데 하나를 버립니다. 가장 가까운 둘 가운데 하나입니다.
승인 지연이 길어집니다. 납품 지연을 줄입니다.
새 판을 짭니다. 새 판을 짜는 일, 새 판을 벌입니다. 책의 2.1판을 봅니다. 『딥러닝』 2.1판, 교재는 새 판을 봅니다.
수랭 랙만 있습니다.
액체 냉각(수랭)을 봅니다. 수랭 랙은 무겁습니다.
액체 냉각은 흔히 수랭이라고도 합니다. 수랭 랙입니다.
액침 냉각은 '침지'와 같은 말입니다. 침지 랙입니다.
NVIDIA의 한국 회사는 엔비디아 코리아입니다. 한국엔비디아도 있습니다.
파라미터를 셉니다. 함수의 매개변수를 넘깁니다. 손실을 학습합니다. 72시간 훈련과 소방 훈련을 합니다. 모의 훈련 스크립트입니다.
학습 목표입니다. 훈련 데이터를 모읍니다.
네 곳에 있어 필요합니다. 위치를 압니다. 필요로 인해 삽니다.
"""


@pytest.mark.parametrize(("text", "said"), WRONG, ids=[text[:24] for text, _ in WRONG])
def test_what_each_rule_says(text: str, said: list[str], glossary: catalog.Catalog) -> None:
    assert list(found(text, glossary)) == said


@pytest.mark.parametrize("text", RIGHT.strip().split("\n"))
def test_what_no_rule_minds(text: str, glossary: catalog.Catalog) -> None:
    assert list(found(text, glossary)) == []


def test_every_rule_is_tested_and_told() -> None:
    """Each id has an example above and a row in the contributors' page."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    ids = {f"KO-{number:02}" for number in range(1, 21)}
    assert {said.split()[1] for _, all_said in WRONG for said in all_said} == ids
    assert all(f"| {id} |" in guide for id in ids)


ELSEWHERE: list[tuple[str, Changes, list[str]]] = [
    (
        "question",
        {"data/quizzes/2.1.yml": ("context: 워프는 32개 스레드의 묶음이다.", "context: '워프는 와프가 아니다.'")},
        ["data/quizzes/2.1.yml:10:19: KO-01 틀린 말입니다: '와프'. '워프'로 쓰십시오."],
    ),
    (
        "second of the same word, in a folded text",
        {"data/terms/warp.yml": ("why: 성능을 재는 눈금이 된다.", "why: >-\n  뒤에 새\n  판을 쓰고 그\n  새 판을 잰다.")},
        [
            "data/terms/warp.yml:7:6: KO-12 소프트웨어는 '버전'이라고 합니다: '새 판'. '새 버전'으로 쓰십시오.",
            "data/terms/warp.yml:9:3: KO-12 소프트웨어는 '버전'이라고 합니다: '새 판'. '새 버전'으로 쓰십시오.",
        ],
    ),
    (
        "polite definition",
        {"data/terms/warp.yml": ("definition: 함께 실행되는 스레드 32개의 묶음이다.", "definition: 스레드 32개의 묶음입니다.")},
        ["data/terms/warp.yml:5:24: KO-18 용어의 풀이는 -다체로 씁니다."],
    ),
    (
        "figure",
        {"data/figures/sm.svg": ("상자 하나가 있다.", "상자 하나에 와프가 있다.")},
        ["data/figures/sm.svg:3:24: KO-01 틀린 말입니다: '와프'. '워프'로 쓰십시오."],
    ),
    (
        "front matter",
        {"docs/gpu/basics.md": ("title: GPU의 기본", "title: GPU과 와프")},
        ["docs/gpu/basics.md:2:11: KO-04 조사가 읽는 소리와 다릅니다: 'GPU과'. 'GPU와'로 쓰십시오."],
    ),
    (
        "form to avoid that the term does not have",
        {"data/terms/warp.yml": ("wrong_forms: [와프]", "wrong_forms: [와프]\navoid: [스레드워프, 워프]")},
        [
            "data/terms/warp.yml:5:9: avoid의 '스레드워프'이(가) 이 용어의 en, abbr, aliases에 없습니다. 혹시 '스레드 워프'입니까?",
            "data/terms/warp.yml:5:16: avoid의 '워프'이(가) 이 용어의 en, abbr, aliases에 없습니다. ko는 쓰는 말입니다.",
        ],
    ),
]


@pytest.mark.parametrize(("name", "changes", "said"), ELSEWHERE, ids=[c[0] for c in ELSEWHERE])
def test_other_texts(name: str, changes: Changes, said: list[str], tmp_path: Path) -> None:
    assert problems_of(make(tmp_path, changes)) == said


def test_annotations_of_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One command a problem, escaped, and the readable list as ever."""
    root = make(tmp_path, {"docs/gpu/basics.md": ("더 읽을 글도 있습니다.", "100%을 와프가 씁니다.")})
    assert check.main(["--root", str(root), "--format", "github"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "::error file=docs/gpu/basics.md,line=27,col=73::KO-04 조사가 읽는 소리와 다릅니다: '100%25을'. '100%25를'로 쓰십시오.",
        "::error file=docs/gpu/basics.md,line=27,col=75::KO-01 틀린 말입니다: '와프'. '워프'로 쓰십시오.",
    ]
    assert printed.err.splitlines() == [
        "docs/gpu/basics.md:27:73: KO-04 조사가 읽는 소리와 다릅니다: '100%을'. '100%를'로 쓰십시오.",
        "docs/gpu/basics.md:27:75: KO-01 틀린 말입니다: '와프'. '워프'로 쓰십시오.",
        "문제 2건",
    ]


@given(st.text(alphabet="가나다라 GPU은는을를(){}[]*_`'\"<>|#\n\u200b姓1.판지연", max_size=60))
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    page = read_page(f"{HEAD}{text}", PATH, f"docs/{PATH}")
    lines = page.body.split("\n")
    for problem in writing.check({PATH: page}, catalog.Catalog(root=BASE)):
        assert 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1
