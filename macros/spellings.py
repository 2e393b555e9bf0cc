"""Spellings of loan words that texts of others use where the forms of a term are spelt by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from .forms import variants

_HEARD = (
    ("스케줄", "스케쥴"),
    ("캐시", "캐쉬"),
    ("데이터", "데이타"),
    ("컨테이너", "콘테이너"),
    ("컨트롤", "콘트롤"),
    ("컨텍스트", "콘텍스트"),
    ("파라미터", "파라메터"),
    ("네트워크", "네트웍"),
    ("애플리케이션", "어플리케이션"),
    ("트랜스포머", "트렌스포머"),
    ("리포지토리", "레포지토리"),
    ("클록", "클럭"),
    ("액세스", "엑세스"),
    ("액티베이션", "엑티베이션"),
    ("매니저", "메니저"),
    ("메커니즘", "매커니즘"),
    ("메시지", "메세지"),
    ("프로파일", "프로필"),
    ("아키텍처", "아키텍쳐"),
    ("텍스처", "텍스쳐"),
    ("블록", "블럭"),
    ("스레드", "쓰레드"),
    ("인코딩", "엔코딩"),
    ("센터", "센타"),
    ("레이블", "라벨"),
    ("라벨", "레이블"),
    ("윈도우", "윈도"),
    ("플로우", "플로"),
    ("디코딩", "디코드"),
    ("그래디언트", "그라디언트"),
    ("그래디언트", "그레이디언트"),
    ("그래디언트", "그레디언트"),
    ("스케일링", "스케일"),
    ("부동소수점", "부동 소수점"),
    ("도구", "툴"),
    ("CUDA", "쿠다"),
    ("컨볼루션", "컨벌루션"),
    ("컨볼루션", "콘볼루션"),
    ("매개변수", "매개 변수"),
    ("딥러닝", "딥 러닝"),
    ("머신러닝", "머신 러닝"),
    ("드롭아웃", "드롭 아웃"),
    ("피드포워드", "피드 포워드"),
    ("최댓값", "최대값"),
    ("하이퍼파라미터", "하이퍼 파라미터"),
    ("미니배치", "미니 배치"),
    ("NVMe", "NVME"),
    ("ReLU", "RELU"),
    ("ReLU", "Relu"),
    ("ONNX", "Onnx"),
    ("cuDNN", "CuDNN"),
)
_ANY_HEARD = re.compile("|".join(dict.fromkeys(right for right, _ in _HEARD)))
_ONLY_IN_NAMES = frozenset({"디코딩", "스케일링", "도구"})
"""Another word when it stands alone; only within a longer name the same."""

# A long name is often written half in English: Tensor 코어, GPU Memory, KV Cache 양자화.
_ENGLISH = {
    "카나리": "Canary",
    "텐서": "Tensor",
    "데이터": "Data",
    "메모리": "Memory",
    "캐시": "Cache",
    "캐싱": "Caching",
    "클러스터": "Cluster",
    "컨테이너": "Container",
    "토큰": "Token",
    "어텐션": "Attention",
    "배치": "Batch",
    "배칭": "Batching",
    "커널": "Kernel",
    "스레드": "Thread",
    "블록": "Block",
    "코어": "Core",
    "드라이버": "Driver",
    "오퍼레이터": "Operator",
    "플러그인": "Plugin",
    "라우팅": "Routing",
    "스케줄링": "Scheduling",
    "스케줄러": "Scheduler",
    "네트워크": "Network",
    "노드": "Node",
    "모델": "Model",
    "서버": "Server",
    "스위치": "Switch",
    "스토리지": "Storage",
    "이미지": "Image",
    "레지스트리": "Registry",
    "프로파일러": "Profiler",
    "디코딩": "Decoding",
    "윈도": "Window",
    "체크포인트": "Checkpoint",
    "체크포인팅": "Checkpointing",
    "디바이스": "Device",
    "엔비디아": "NVIDIA",
    "쿠버네티스": "Kubernetes",
    "도커": "Docker",
    "파이프라인": "Pipeline",
    "시퀀스": "Sequence",
    "컨텍스트": "Context",
    "레이어": "Layer",
    "인스턴스": "Instance",
    "로드": "Load",
    "밸런싱": "Balancing",
    "스케일링": "Scaling",
    "아키텍처": "Architecture",
    "프리필": "Prefill",
    "디코드": "Decode",
    "시스템": "System",
    "그래디언트": "Gradient",
    "프로비저닝": "Provisioning",
    "트랜스포머": "Transformer",
    "엔진": "Engine",
    "런타임": "Runtime",
    "툴킷": "Toolkit",
    "쿨링": "Cooling",
    "패브릭": "Fabric",
    "토폴로지": "Topology",
    "프로메테우스": "Prometheus",
    "그라파나": "Grafana",
    "병렬화": "Parallelism",
    "데이터센터": "Data Center",
    "워커": "Worker",
}
# Names that hurried texts write small: nccl과, slurm 스케줄러. No English words of every day (snap, rapids, triton).
_SMALL = frozenset(
    """
    TPU NIC NVMe SSD RDMA TLS NCCL cuDNN InfiniBand Slurm Kubernetes Helm Flask NVIDIA PyTorch TensorFlow vLLM
    Prometheus Grafana FSDP LLM CNN RNN LSTM ONNX HPC VM HPA Pod Ingress Elasticsearch Logstash BMC
    """.split()
)
_SMALL_IN_NAMES = _SMALL | {"GPU", "CPU", "CUDA", "NVLink", "Docker"}
"""Alone they are commands and settings too: nvidia-smi nvlink, docker pull."""
_LOANS = {english.lower(): loan for loan, english in _ENGLISH.items() if english.istitle() and " " not in english}
_MOST_ENGLISH = 2
_FIRST_GAP = re.compile("[가-힣]+ [가-힣]")
_ES = re.compile(r".*[a-z](?:s|x|ch|sh)\Z")
_IES = re.compile(r".*[b-df-hj-np-tv-xz]y\Z")


def spellings(form: str, *, name: bool) -> Iterator[str]:
    """The ways a form is written, also by those who spell as they hear."""
    for half in _half_english(form):
        yield from variants(half, name=False)
    for text in variants(form, name=name):
        yield text
        yield from _small(text)
        yield from _hyphened(text)
        yield from _titled(text)
        yield from _heard(text)
        yield from _half_korean(text)
        if not name:
            yield from _plural(text)


def _heard(text: str) -> Iterator[str]:
    if not _ANY_HEARD.search(text):
        return
    for right, heard in _HEARD:
        if right in text and not (right in _ONLY_IN_NAMES and " " not in text):
            yield text.replace(right, heard)


def _small(text: str) -> Iterator[str]:
    words = text.split(" ")
    small = _SMALL if len(words) == 1 else _SMALL_IN_NAMES
    if any(word in small for word in words):
        yield " ".join([word.lower() if word in small else word for word in words])


def _hyphened(text: str) -> Iterator[str]:
    """The first two words of a Korean name joined by a hyphen: 로드-밸런싱, 가중치-전용 양자화."""
    if _FIRST_GAP.match(text):
        yield text.replace(" ", "-", 1)


def _titled(text: str) -> Iterator[str]:
    """Every word of an English phrase with a capital, but not what follows a hyphen: Multi-head Attention."""
    if text.islower() and " " in text and "-" in text and text.isascii():
        yield " ".join([word[0].upper() + word[1:] for word in text.split(" ")])


def _half_english(form: str) -> Iterator[str]:
    """One or two of the loan words of a longer name in English."""
    words = form.split(" ")
    places = [n for n, word in enumerate(words) if word in _ENGLISH]
    if len(words) < 2 or not places or len(places) > _MOST_ENGLISH:
        return
    for chosen in product((False, True), repeat=len(places)):
        english = [place for place, take in zip(places, chosen, strict=True) if take]
        for case in (str, str.lower) if english else ():
            yield " ".join(case(_ENGLISH[word]) if n in english else word for n, word in enumerate(words))


def _half_korean(text: str) -> Iterator[str]:
    """The last word of an English name as a loan word: gang 스케줄링. Not after a maker's name, which is a mention by itself."""
    words = text.split(" ")
    if len(words) > 1 and text.isascii() and words[-1].lower() in _LOANS and words[0] != "NVIDIA":
        yield " ".join([*words[:-1], _LOANS[words[-1].lower()]])


def _plural(text: str) -> Iterator[str]:
    if _ES.match(text):
        yield f"{text}es"
    elif _IES.match(text):
        yield f"{text[:-1]}ies"
