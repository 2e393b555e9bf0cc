"""Particles as the words are read aloud in Korean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import catalog
from macros.josa import PAIRS, final_sound, josa
from macros.writing_sound import Sounds

from .project import ROOT

# Sound of the end -> words. A vowel, ㄹ, another consonant.
VOWEL = """
스레드 메모리 워프 캐시 서버 노드 처리 그래픽카드 컴퓨터
GPU CPU DPU TPU DGX HGX CUDA PCIe NVMe RoCE RDMA MIG API SDK PUE GPT TensorRT BERT SHARP InfiniBand NVSwitch ConnectX NVLink
Ampere Hopper Kepler Volta Fermi Grace Tesla NeMo RAPIDS BlueField Docker Kubernetes Prometheus Grafana Linux GitHub cloud
network task disk benchmark link client host port agent test bit byte kit core node warp loop hub dump
H12 NVL72 B5 TF32 FP4 HBM2 HBM3e 3.35 42 99 L40S x64 A2 L4 TB GB/s W kW TFLOPS nm GHz mm² 40% vLLM-X
root Enroot config.pbtxt use-megatron-fsdp macOS pandas gRPC perftest cuBLAS cuDF cuFFT cuGraph TensorFlow PyTorch Conda Jupyter
Redfish ReLU LoRA IaaS PaaS SaaS ChatGPT FastAPI FlashAttention-2 Kueue Loki Mooncake NetQ Nsight OpenAI Optimizer Parquet-2 Polars
Polygraphy Profiler Rate Slinky SmoothQuant Spark Suite Systems Tree Vera Windows ZeRO Beats Catalog Enterprise Frontend GPUDirect
HTTPRoute HiCache Ingress DeviceClass Effort MIG AES BMC CDU CLI DSCP ECMP FSDP HIPAA HTTPS IPS KMS-2 LoKi MPS
NVFP4 OVX PFLOPS RAPIDS SHARP TCP/IP UDP XID MXFP4 RoCEv2 E4M2 C++ H_kv
""".split()
# Units are read in full after a number: 미터, 볼트, 퍼센트.
VOWEL_UNITS = "1.65 m|60 km|20 ms|12 V|10 A|0.3 µs|5 nm|1,200 mm|3.35 TB/s|400 Gb/s|700 W|14.3 kW|99.9%|25 °C|989 TFLOPS|2 GT/s|3 L".split(
    "|"
)
L_UNITS = "3,600 J|1,000 mJ|1 kJ|60 dB".split("|")
CONSONANT_UNITS = "130 kg|137.4 GFLOP|1 PFLOP|30 min|3,000 rpm|5 ppm|4 K".split("|")
L_SOUND = """
모델 커널 파일 셀 1 7 8 11 28 FP8 INT8 L1 1.8 HBM7 URL SQL XML NCCL Blackwell Pascal Intel kernel model tool profile table module
cuML PromQL SavedModel Label Role MLPerf-1 ITL POLL OWASP-8 ECC-7
""".split()
CONSONANT = """
칩 블록 학습 연산 랙 값 문장 공랭 3 6 10 13 100 1000 0 20 2.0 1,000 H100 A100 B200 H200 GH200 GB300 T10 BF16 FP16 INT16 x86 10000
SM HBM SXM LLM CNN RNN GAN LSTM cuDNN vLLM UFM ARM Triton Rubin Slurm Quantum Spectrum Helm Python Jetson token Turing Feynman
chip block rack stack set packet robot step job frame runtime pipeline volume traffic epoch kg Ethernet NVIDIA-HBM
NIC SuperNIC SmartNIC 스마트NIC IPsec trtexec cgroup cosign kubelet opset torchtitan Toolkit Adam DeepStream Fortran MXNet Nemotron ResNet
Resolution Runtime SGLang Stack Station System Trainium SNAP NONE EXPLICIT Hat GFLOP SAN NIM NCN OOM VM IBM ECN QDN DGX-10 H20 A30 T4-3
GB10 L40 CUDA-13 13.0 10,000 2026 580 1:10 BlueField-3
""".split()

PARTICLES = [
    ("H100", "은", "H100은"),
    ("GPU", "은", "GPU는"),
    ("GPU", "는", "GPU는"),
    ("SM", "는", "SM은"),
    ("NVLink", "이", "NVLink가"),
    ("블록", "가", "블록이"),
    ("커널", "을", "커널을"),
    ("워프", "을", "워프를"),
    ("칩", "와", "칩과"),
    ("스레드", "과", "스레드와"),
    # 으로 loses its 으 after a vowel and after ㄹ.
    ("칩", "로", "칩으로"),
    ("워프", "으로", "워프로"),
    ("커널", "으로", "커널로"),
    ("FP8", "으로", "FP8로"),
    ("BF16", "로", "BF16으로"),
    ("SQL", "으로", "SQL로"),
    ("Blackwell", "으로", "Blackwell로"),
    ("H100", "으로", "H100으로"),
    ("GPU", "이다", "GPU다"),
    ("SM", "이다", "SM이다"),
    ("워프", "이라", "워프라"),
    ("칩", "라", "칩이라"),
    ("워프", "란", "워프란"),
    ("칩", "이란", "칩이란"),
    ("GPU", "이나", "GPU나"),
    ("칩", "나", "칩이나"),
]

# What stands at the end but is not read.
CLOSING = [
    ("SM(스트리밍 멀티프로세서)", "은", "은"),
    ("워프(warp)", "은", "는"),
    ("스레드 블록(thread block, TB)", "을", "을"),
    ("'칩'", "이", "이"),
    ("“워프”", "이", "가"),
    ("「칩」", "은", "은"),
    ("**칩**", "은", "은"),
    ("`GPU`", "은", "는"),
    ("[칩](../gpu/cuda.md#chip)", "이", "이"),
    ("(칩)", "은", "은"),
    ("칩.", "은", "은"),
    ("워프(32개)**", "은", "는"),
    ('<a class="term" href="../glossary/#sm">SM</a>(<span lang="en">streaming multiprocessor</span>)', "은", "은"),
    ('<data class="fact" value="80">80\u00a0GB</data><sup class="ref"><a href="#src-a" aria-label="출처 1">1</a></sup>', "은", "는"),
    ('<span lang="en">H100</span>', "은", "은"),
    ("", "은", "는"),
    ("!", "은", "는"),
    ("(", "은", "는"),
    (")", "은", "는"),
    ("²", "은", "는"),
]


@pytest.mark.parametrize("word", VOWEL)
def test_vowel(word: str) -> None:
    assert final_sound(word) == ""


@pytest.mark.parametrize(("words", "sound"), [(VOWEL_UNITS, ""), (L_UNITS, "l"), (CONSONANT_UNITS, "c")])
def test_units_after_a_number(words: list[str], sound: str) -> None:
    assert {word: final_sound(word) for word in words} == dict.fromkeys(words, sound)


ROMAN = [
    ("부속서 I", "l"),
    ("티어 II", ""),
    ("티어 III", "c"),
    ("티어 IV", ""),
    ("제VI", "c"),
    ("VII", "l"),
    ("부속서 VIII", "l"),
    ("제 IX", ""),
]


@pytest.mark.parametrize(("word", "sound"), ROMAN)
def test_roman_numbers(word: str, sound: str) -> None:
    assert final_sound(word) == sound


@pytest.mark.parametrize("word", L_SOUND)
def test_l(word: str) -> None:
    assert final_sound(word) == "l"


# What is not read as it is written: names, fractions, powers, numbers in one sign, money, signs, letters of Hangul.
HARD = {
    "": """
        DeepSeek|week|faq|ptq|ASAP²|peak|heat|sheet|float|root|Node.js|C++|CUDA™|NVLink®|⅔|2/5|24/2|$100|€7|US$1,000|5 m²|3 W/m²|12 cm³|80 ㎡|5 ㎥|
        ＧＰＵ|②|Ⅱ|Ⅸ|CO₂|x₂|f(x₂)|α|Ω|ㅏ|㉮|3 ppb|p(확률)|Base Command Manager|DGX-2|10³ W|25℃
    """,
    "l": "½|¼|1/2|1/10|24/7|HDR100/207|O(1)|①|Ⅰ|Ⅶ|⑧|x₁|ㄹ|3 kPa|101 hPa|24 px|½(절반)|제 Ⅷ|INT₈",
    "c": """
        .NET|ASP.NET|C#|F#|Isaac|CRAC|Groq|JPEG|MPEG|dtype|H100®|H100™(기업용)|SuperPOD|DGX SuperPOD|BasePOD|DGX-1|HGX-1|
        3/4|¾|3/5|10¹⁸|10⁻³|2ⁿ|2^10|10^{18}|n²|(a+b)²|O(n²)|O(n)|O(n log n)|O(√N)|O(log₂ n)|복잡도 O(n²)|O(n³)(낮음)|Ⅲ|③|⑩|Ⅹ|㎏|12 ㎏|ＳＭ|
        ε|4 Ω|10 kΩ|ㄱ|㉠|SO₃|\u110e\u1175\u11b8
    """,
}


@pytest.mark.parametrize(("word", "sound"), [(word.strip(), sound) for sound, words in HARD.items() for word in words.split("|")])
def test_what_is_read_otherwise_than_written(word: str, sound: str) -> None:
    assert final_sound(word) == sound


def test_as_the_glossary_reads() -> None:
    """josa knows no glossary; where the lint takes a reading from it, both must hear the same end."""
    terms = catalog.load(ROOT / "data").terms
    readings = Sounds(terms).readings
    names = {name for term in terms.values() for form in term.forms for name in (form, form.split()[-1]) if name.lower() in readings}
    assert {"DGX-1", "NCCL", "SuperPOD", "BasePOD", "vSwitch"} <= names
    assert {name: final_sound(name) for name in names} == {name: readings[name.lower()] for name in names}


@pytest.mark.parametrize("word", CONSONANT)
def test_consonant(word: str) -> None:
    assert final_sound(word) == "c"


@pytest.mark.parametrize(("word", "particle", "expected"), PARTICLES)
def test_particle(word: str, particle: str, expected: str) -> None:
    assert josa(word, particle) == expected


@pytest.mark.parametrize(("word", "particle", "expected"), CLOSING)
def test_what_is_not_read(word: str, particle: str, expected: str) -> None:
    assert josa(word, particle) == word + expected


def test_unknown_particle() -> None:
    with pytest.raises(ValueError, match=r"조사 '의'을\(를\) 모릅니다\. 쓸 수 있는 조사: 은, 는,"):
        josa("GPU", "의")


@given(st.text(), st.sampled_from(sorted(PAIRS)))
def test_any_text_takes_one_of_the_two_forms(word: str, particle: str) -> None:
    assert josa(word, particle).removeprefix(word) in PAIRS[particle]


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_hangul_by_its_final(letter: str) -> None:
    """The 28 finals come in a fixed order: none first, ㄹ ninth."""
    expected = {0: "", 8: "l"}.get((ord(letter) - 0xAC00) % 28, "c")
    assert final_sound(f"가{letter}") == expected
