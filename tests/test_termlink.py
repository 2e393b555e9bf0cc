"""Terms in running text: what is found, what is left alone, and what that costs."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as etree

import lxml.html
import markdown
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from macros import catalog, links, verbatim
from macros.model import Term
from macros.term_finder import Finder
from macros.termlink import Place, TermLinkExtension, TermLinks

from .project import ROOT
from .termlink import accuracy

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.superfences", "macros.tables"]


def term(id: str, ko: str, en: str, section: str = "2.1", **more: Any) -> Term:
    said = {
        "definition": "시험용이다.",
        "why": "시험한다.",
        "detail": "시험에만 쓴다.",
        "sources": ["a"],
        "kind": "concept",
        "level": "basic",
        **more,
    }
    return Term.model_validate({"id": id, "ko": ko, "en": en, "section": section, **said})


TERMS = [
    term("gpu", "그래픽 처리 장치", "graphics processing unit", abbr="GPU"),
    term("gpu-memory", "GPU 메모리", "GPU memory", abbr="VRAM"),
    term("hbm", "고대역폭 메모리", "high bandwidth memory", abbr="HBM"),
    term("warp", "워프", "warp"),
    term("nvlink", "NVLink", "NVLink", "3.3", kind="hardware"),
    term("tensor-core", "텐서 코어", "Tensor Core", "2.3"),
    term("quantization", "양자화", "quantization", "8.2", verb=True),
    term("kernel", "커널", "CUDA kernel", "2.2", local=("커널",)),
    term("precision-metric", "정밀도(분류)", "precision", "5.3", local=("정밀도",)),
    term("numeric-precision", "수치 정밀도", "numerical precision", "4.2", local=("정밀도",), local_in=("8.2",)),
    term("switch", "스위치", "network switch", "3.1", not_in=("PCIe 스위치",)),
    term("layer", "층", "layer", "5.1", unlinked=("층",)),
    term(
        "inference",
        "추론",
        "inference",
        "7.1",
        aliases=("모델 추론",),
        wrong_forms=("츄론", "추 론"),
        not_near=("reasoning",),
        near=("inference",),
    ),
    term("scheduler", "작업 스케줄러", "job scheduler", "14.1"),
    term("mig", "MIG", "Multi-Instance GPU", "3.3", kind="hardware"),
]
FINDER = Finder({t.id: t for t in TERMS})


def render(
    text: str,
    *,
    page: str = "gpu/cuda.md",
    section: str | None = "2.1",
    forbidden: tuple[str, ...] = (),
    linked: bool = True,
    more: Sequence[Any] = (),
) -> str:
    place = Place(page, FINDER, section, frozenset(forbidden))
    extensions: list[Any] = [*EXTENSIONS, *more, *([TermLinkExtension(place)] if linked else [])]
    return markdown.Markdown(extensions=extensions).convert(text)


def marks(html: str) -> list[str]:
    """'gpu!' for a link, 'gpu' for a quiet mark, in order."""
    found = lxml.html.fragment_fromstring(html, create_parent="div").xpath('.//*[@class="term"][@data-term]')
    return [e.get("data-term") + ("!" if e.tag == "a" else "") for e in found]


def test_what_is_made() -> None:
    assert render("GPU는 GPU입니다.") == (
        '<p><a class="term" data-term="gpu" href="../glossary.md#gpu">GPU</a>는 <span class="term" data-term="gpu">GPU</span>입니다.</p>'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPU는\n\n## 둘\n\nGPU와 GPU\n\n### 셋\n\nGPU", ["gpu!", "gpu!", "gpu", "gpu"]),
        ("# GPU\n\n## GPU 메모리\n\n글", []),
        ("`GPU` <code>GPU</code> <kbd>GPU</kbd> <samp>GPU</samp>", []),
        ("```\nGPU\n```\n\n    GPU\n\nGPU", ["gpu!"]),
        ("[GPU](x.md) ![GPU](x.png) <a href='x'>GPU</a> <b>GPU</b>", ["gpu!"]),
        ("<a class='fact' href='#f'><data value='1'>80 GPU</data></a><sup class='ref'>GPU</sup>", []),
        ("<section class='quiz'>\n<p>GPU</p>\n</section>\n\nGPU", ["gpu!"]),
        ("<div class='quiz' markdown>\n\nGPU\n\n</div>\n\n<div markdown>\n\nGPU\n\n</div>", ["gpu!"]),
        ("<abbr title='x'>GPU</abbr> <span class='no-terms'>GPU <b>GPU</b></span> <span data-no-terms>GPU</span> GPU", ["gpu!"]),
        ("*GPU*{ .no-terms } **GPU**", ["gpu!"]),
        ("GPU\n{ .no-terms }\n\nGPU", ["gpu!"]),
        ("| GPU |\n|---|\n| GPU |", ["gpu!", "gpu"]),
        ("<div class='no-terms' markdown>\n\n| GPU |\n|---|\n| GPU |\n\n</div>", []),
        ("<math><mi>GPU</mi></math> <svg><text>GPU</text></svg> <button>GPU</button>", []),
        ('!!! note "GPU"\n    GPU', ["gpu!"]),
        ("<details><summary>GPU</summary>GPU</details>", []),
        ("**HBM**3e **HBM**은 HB**M**", ["hbm!"]),
        ("**텐서** 코어", []),
        ("텐서\n코어", ["tensor-core!"]),
        ("텐서  코어, 텐서\u00a0코어와 텐서\u3000 코어의 **텐서**  코어", ["tensor-core!", "tensor-core", "tensor-core"]),
        ("GPU&nbsp;메모리 GPU\\_x GPU&#45;x", []),
        ("GPU&amp;HBM &lt;GPU&gt;", ["gpu!", "hbm!", "gpu"]),
        ("GPU[^1]는\n\n[^1]: HBM", ["gpu!", "hbm!"]),
        ("용어\n:   GPU", ["gpu!"]),
        ("<a class='term' href='x' data-term='gpu'>GPU</a>와 GPU", ["gpu!", "gpu"]),
        ("GPU와 <a class='term' href='x' data-term='gpu'>GPU</a>와 GPU", ["gpu!", "gpu!", "gpu"]),
        ("[무엇](../glossary.md#gpu)과 GPU", ["gpu"]),
        ("<b>GPU</i> GPU</b> </u> GPU", ["gpu!", "gpu", "gpu"]),
        ("<img alt='GPU'> <!-- GPU --> GPU", ["gpu!"]),
        ("PCIe 스위치와 스위치", ["switch!"]),
        ("층마다 레이어가 아니라 layer", ["layer!"]),
        ("커널을 양자화한 커널형", ["kernel!", "quantization!"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert marks(render(text, section="2.2")) == expected


def test_homonyms_by_section_only() -> None:
    assert marks(render("정밀도", section="5.3")) == ["precision-metric!"]
    assert marks(render("정밀도", section="4.2")) == ["numeric-precision!"]
    assert marks(render("정밀도", section="5.1")) == []
    assert marks(render("정밀도", section=None)) == []
    assert marks(render("커널", section="2.1")) == ["kernel!"]
    assert marks(render("커널", section="7.2")) == []
    assert marks(render("정밀도", section="8.2")) == ["numeric-precision!"], "local_in"


def test_a_short_form_in_the_brackets_of_what_was_just_named() -> None:
    assert marks(render("CUDA kernel(커널)", section=None)) == ["kernel!", "kernel"]
    assert marks(render("수치 정밀도(numerical precision, 정밀도)", section=None)) == ["numeric-precision!"] + ["numeric-precision"] * 2
    assert marks(render("GPU(정밀도) 수치 정밀도 (뜻, 정밀도)", section=None)) == ["gpu!", "numeric-precision!"]


def test_a_word_of_many_senses_beside_words_of_its_field() -> None:
    slope = term("gradient", "그래디언트", "gradient", "5.1", aliases=("기울기",), only_near=("기울기",), near=("역전파", "기울기 소실"))
    net = term("network", "네트워크", "network", "3.1", not_near=("뉴런",), near=("대역폭",))
    finder = Finder({t.id: t for t in (slope, net)})

    def found(text: str, section: str | None = None) -> list[str]:
        return [text[m.start : m.end] for m in finder.find(text, section)]

    assert found("기울기가 크다. 그래디언트가 크다.") == ["그래디언트"]
    assert found("역전파로 기울기를 구하고 기울기를 더한다.") == ["기울기", "기울기"]
    assert found("역전파를 한다.\x1e기울기를 구한다.") == [], "another paragraph"
    assert found("기울기 소실이 생긴다.") == ["기울기"], "the phrase that holds it"
    assert found("기울기를 구한다.", "5.2") == ["기울기"], "a chapter that teaches it"
    assert found("네트워크에 뉴런이 많다. The network.") == [] and found("네트워크가 빠르다.") == ["네트워크"]
    head = term("head-node", "헤드 노드", "head node", "7.2", aliases=("관리 노드",), only_near=("관리 노드",), near=("Slurm",))
    nodes = Finder({t.id: t for t in (head, term("node", "노드", "node", "7.2"))})
    named = {text: [m.term for m in nodes.find(text)] for text in ("Slurm의 관리 노드", "자체 관리 노드")}
    assert named == {"Slurm의 관리 노드": ["head-node"], "자체 관리 노드": ["node"]}, (
        "without its sense the words of a name mean themselves"
    )
    text = "뉴런이 많은 네트워크를 쓰며 자료는 대역폭이 넓은 네트워크로 옮긴다."
    assert [m.start for m in finder.find(text)] == [text.rindex("네트워크")], "the nearer decides"
    long = term("bus", "버스", "bus", "3.1", not_near=("도시의 노선을 달리는 차량", "노선"), near=("신호",))
    text = "신호 도시의 노선을 달리는 차량과 버스"
    assert not list(Finder({"bus": long}).find(text)), "the end of a cue counts, also where a shorter one begins in it"
    text = "도시의 노선을 달리는 차량, 신호와 버스"
    assert [m.start for m in Finder({"bus": long}).find(text)] == [text.index("버스")]


@pytest.mark.parametrize(
    "between",
    [
        "<sup class='ref'><a href='#s6'>6</a></sup> ",
        "<sup>6</sup> ",
        "<img src='a.png' alt='그림'> ",
        "<br>",
        "<!-- 메모 --> ",
        "<svg><text>가</text></svg> ",
        "![그림](a.png) ",
        "`글` ",
        "[글](x.md) ",
        "<math><mi>x</mi></math> ",
    ],
)
def test_what_is_left_alone_in_a_line_ends_a_word_and_no_paragraph(between: str) -> None:
    assert marks(render(f"reasoning을 합니다. {between}추론이 깁니다.")) == []
    assert marks(render(f"글입니다. {between}추론이 깁니다.")) == ["inference!"]
    assert marks(render(f"텐서{between.strip()}코어")) == []


@pytest.mark.parametrize("cue", ["`reasoning`", "[reasoning](x.md)", "<a class='term' href='x'>reasoning</a>"])
def test_words_left_alone_tell_the_sense_of_those_around_them(cue: str) -> None:
    assert marks(render(f"{cue} 모델의 추론이 깁니다.\n\n추론이 깁니다.")) == ["inference!"]
    assert marks(render(f"# {cue}\n\n추론이 깁니다.")) == ["inference!"], "a heading is another paragraph"
    assert marks(render("[PCIe](x.md) 스위치와 `양자화` 커널")) == ["kernel!"], "also what makes it another thing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$x = GPU$와 $$y = GPU$$ GPU", ["gpu!"]),
        ("$$\ny = GPU\n$$\n\nGPU", ["gpu!"]),
        (r"\(x = GPU\)와 \[y = GPU\] GPU", ["gpu!"]),
        (r"\\(x = GPU\\)와 \\[y = GPU\\] GPU", ["gpu!"]),
        ("GPU는 $5, GPU 메모리는 $7입니다.", ["gpu!", "gpu-memory!"]),
        ("$5 GPU $7, GPU", ["gpu!", "gpu"]),
        (r"\$5 GPU\$ GPU", ["gpu!", "gpu"]),
        ("$5 GPU입니다.\n\n7$ GPU", ["gpu!", "gpu"]),
    ],
)
def test_formulas(text: str, expected: list[str]) -> None:
    """Whether or not an extension reads formulas; a price is none."""
    assert marks(render(text)) == expected
    assert marks(render(text, more=["pymdownx.arithmatex"])) == expected


def test_two_prices_are_no_formula() -> None:
    assert marks(render("$5(GPU)~$7와 $2.5(GPU)~$3, HBM")) == ["gpu!", "gpu", "hbm!"]


@pytest.mark.parametrize("part", ["$", "$$ ", "\\( ", "a.", "a-", "/a", "a://", "$a/", "~/", "  "])
def test_addresses_and_formulas_without_end_come_to_one(part: str) -> None:
    """A pattern that tried every way to read them would not come back."""
    text = part * (300_000 // len(part)) + "/"
    assert len(verbatim.prose(text)) == len(text)


def test_many_words_with_slashes_between_them_are_read_to_the_eighth() -> None:
    assert [m.start for m in FINDER.find("GPU/Foo/Bar를 쓴다.")] == [0]
    assert not list(FINDER.find("GPU" + "/Foo" * 9)) and not list(FINDER.find("GPU" + "/Foo" * 5_000))
    assert not list(FINDER.find("Foo/" * 5_000 + "GPU"))


def test_no_text_and_no_terms() -> None:
    assert not list(FINDER.find("")) and not list(FINDER.find("\x1e")) and not list(Finder({}).find("GPU"))


def test_ten_thousand_cues_in_one_paragraph_cost_what_they_are() -> None:
    once, twice = (steps(partial(found, "reasoning 추론 AMP(Amazon Managed Prometheus) " * n)) for n in (500, 1000))
    assert once < twice < 2.2 * once
    assert found("reasoning 추론 " * 10_000) == [] and len(found("추론 " * 3)) == 3


def test_an_abbreviation_for_which_the_text_gives_another_long_form() -> None:
    amp = term("amp", "혼합 정밀도", "automatic mixed precision", abbr="AMP")
    nccl = term("nccl", "NCCL", "NCCL", kind="software")
    finder = Finder({t.id: t for t in (amp, nccl)})

    def found(text: str) -> list[str]:
        return [text[m.start : m.end] for m in finder.find(text)]

    assert found("Amazon Managed Prometheus(AMP)에 쌓고 AMP에서 본다.") == []
    assert found("AMP (Amazon Managed Service for Prometheus)와 AMP") == []
    assert found("AMP를 켠다. Amazon Managed Prometheus(AMP)도 켠다.") == [], "said only once, and further on"
    assert found("Automatic Mixed-Precision(AMP)과 AMP") == ["Automatic Mixed-Precision", "AMP", "AMP"]
    assert found("Mixed Precision with Autocast (AMP), AMP") == ["AMP", "AMP"], "initials in another order"
    assert found("NVIDIA Collective Communications Library(NCCL)") == ["NCCL"], "its own long form is not known"
    text = "AMP(Amazon Managed Prometheus)와 다른 automatic mixed precision(AMP)의 AMP"
    assert found(text) == ["automatic mixed precision", "AMP", "AMP"], "the last one given"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(GPU/Memory) GPU/DCGM-x nvidia/GPU", ["gpu!"]),
        ("양자화-커널형 양자화-워프 GPU-워프", ["quantization!", "quantization", "warp!"]),
        ("Nvlink와 NVLINK, NVlink", ["nvlink!", "nvlink"]),
        ("wide tensor core units", ["tensor-core!"]),
        ("warp & Weft, warp unit, old warp", []),
        ("양자화시에는 양자화하면", ["quantization!", "quantization"]),
    ],
)
def test_how_others_write(text: str, expected: list[str]) -> None:
    assert marks(render(text)) == expected


def test_an_author_forbids() -> None:
    assert marks(render("GPU와 HBM", forbidden=("gpu",))) == ["hbm!"]
    assert marks(render("GPU와 HBM", forbidden=("*",))) == []
    assert marks(render("GPU와 HBM", page=links.GLOSSARY)) == []


def test_a_page_without_an_engine_is_left_alone() -> None:
    plain = markdown.markdown("GPU", extensions=["macros.termlink"])
    assert plain == "<p>GPU</p>"


def test_the_page_is_found_from_either_engine(tmp_path: Path) -> None:
    class Registry(dict[str, Any]):
        pass

    file = SimpleNamespace(src_uri="gpu/cuda.md")
    config = {"config_file_path": str(tmp_path / "mkdocs.yml"), "root_dir": str(tmp_path)}
    mkdocs = SimpleNamespace(treeprocessors=Registry(relpath=SimpleNamespace(file=file, config=config)), preprocessors=Registry())
    page = SimpleNamespace(path="gpu/cuda.md")
    zensical = SimpleNamespace(
        treeprocessors=Registry(), preprocessors=Registry(rendering_context=SimpleNamespace(page=page, config=config))
    )
    assert links.current_page(mkdocs) == links.current_page(zensical) == (tmp_path.resolve(), "gpu/cuda.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("추론은 빠르고 츄론도 추 론도 빠릅니다.", ["inference!", "inference"]),
        ("Reasoning을 잘하는 추론과 inference, 모델 추론입니다.", ["inference!", "inference"]),
        ("reasoning은 위에 있습니다.\n\n추론은 아래에 있습니다.", ["inference!"]),
        ("작업 스케쥴러와 작업스케줄러", ["scheduler!", "scheduler"]),
        ("Multi Instance GPU와 Multi\u2011Instance GPU", ["mig!", "mig"]),
        ("NVLink™ GPU® 메모리입니다.", ["nvlink!", "gpu-memory!"]),
        ("GPU/NFD/HBM과 usr/GPU/bin, GPU/Nfd/bin", ["gpu!", "hbm!"]),
        ("인-커널과 인-양자화, 순전파-양자화", ["quantization!"]),
        ("양자화/s와 HBM/s", ["quantization!"]),
    ],
)
def test_what_texts_of_others_write(text: str, expected: list[str]) -> None:
    assert marks(render(text)) == expected


# --- accuracy ----------------------------------------------------------------------------------------------------------


def test_accuracy_on_sentences_labelled_by_hand() -> None:
    table = accuracy.scores(catalog.load(ROOT / "data"))
    everything = table.pop("all")
    assert set(table) == {
        "abbreviation",
        "compound",
        "english",
        "foreign",
        "homonym",
        "others",
        "pages",
        "particle",
        "spacing",
        "untouched",
    }
    assert everything.right + everything.missed >= 1200
    assert everything.precision >= 0.995 and everything.recall >= 0.99
    for kind, one in table.items():
        assert one.precision >= 0.98 and one.recall >= 0.98, f"{kind}: {one}"


def test_a_wrong_mark_and_a_missed_one_are_counted() -> None:
    loaded = catalog.load(ROOT / "data")
    wrong, _ = accuracy.score(accuracy.read("x", None, "GPU는 빠릅니다."), loaded)
    missed, _ = accuracy.score(accuracy.read("x", None, "{지피유형}은 없습니다."), loaded)
    other, shown = accuracy.score(accuracy.read("x", None, "{GPU|cpu}는 빠릅니다."), loaded)
    assert (wrong.wrong, missed.missed, other.wrong, other.missed) == (1, 1, 1, 1)
    assert shown == ["  + GPU (gpu)", "  - GPU"]


# --- whatever the text -------------------------------------------------------------------------------------------------

_FORMS = [
    "GPU",
    "GPU 메모리",
    "텐서 코어",
    "텐서코어",
    "HBM",
    "HBM3e",
    "워프",
    "warp",
    "양자화",
    "커널",
    "정밀도",
    "NVLink",
    "층",
    "멀티GPU",
    "SM_90",
]
_AFTER = [
    "",
    "는",
    "에서는",
    "이라는",
    "들이",
    "입니다",
    "형",
    "당",
    "한",
    " ",
    "s",
    "3e",
    "-x",
    ".md",
    "/GPU",
    "()",
    "\u200b",
    "😀",
    "&amp;",
    "\\*",
]
_WORDS = st.tuples(st.sampled_from(_FORMS), st.sampled_from(_AFTER)).map("".join)
_NOISE = st.one_of(
    _WORDS,
    _WORDS.map(lambda w: unicodedata.normalize("NFD", w)),
    st.text(alphabet="가나다GPUabc \u200b\u200d\u00ad😀é.,/-_:;()'\"&|", max_size=8),
)
_WRAPS = st.sampled_from(
    [
        "{}",
        "**{}**",
        "*{}*",
        "`{}`",
        "[{}](x.md)",
        "<b>{}</b>",
        "<a href='x'>{}</a>",
        "<span class='no-terms'>{}</span>",
        "<sup>{}</sup>",
        "<i>{}</i>는",
    ]
)
_INLINE = st.lists(st.tuples(_WRAPS, _NOISE).map(lambda p: p[0].format(p[1].replace("\\", ""))), min_size=1, max_size=8).map(" ".join)
_BLOCKS = st.sampled_from(
    ["{}", "# {}", "## {}", "### {}", "- {}", "> {}", "1. {}", "| {} | 나 |\n|---|---|\n| GPU | 다 |", "!!! note\n    {}", "<div>{}</div>"]
)
_PAGES = st.lists(st.tuples(_BLOCKS, _INLINE).map(lambda p: p[0].format(p[1])), min_size=1, max_size=6).map("\n\n".join)


def visible(html: str) -> str:
    return str(lxml.html.fragment_fromstring(html, create_parent="div").text_content())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_PAGES)
def test_linking_changes_no_visible_text_and_nests_no_link(text: str) -> None:
    plain, linked = render(text, linked=False), render(text)
    assert visible(linked) == visible(plain)
    assert (
        re.sub(r'<a class="term"[^>]*>(.*?)</a>|<span class="term"[^>]*>(.*?)</span>', lambda m: m[1] or m[2], linked, flags=re.S) == plain
    )
    # Emphasis across a raw tag ('<a>__x</a>_') makes Markdown itself lose the end of a link.
    assume(plain.count("<a ") == plain.count("</a>"))
    depth = 0
    for tag in re.findall(r"<(/?)a\b", linked):
        depth += -1 if tag else 1
        assert depth <= 1 or re.search(r"<a [^>]*>(?:(?!</a>).)*<a ", plain, re.S), linked


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["2.1", "5.3", None]))
def test_mentions_are_in_order_and_apart_in_any_text(text: str, section: str | None) -> None:
    ends = 0
    for mention in FINDER.find(f"GPU {text} 워프는{text}GPU", section):
        assert ends <= mention.start < mention.end
        ends = mention.end


# --- cost --------------------------------------------------------------------------------------------------------------


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work runs: the same on a busy machine and on an idle one."""
    count = 0

    def traced(_frame: object, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "part",
    [
        "그래픽 처리 장치는 워프를 번갈아 실행하고 HBM에서 값을 읽습니다. ",
        "GPU",
        "GPU/",
        "GPU ",
        "GPU-",
        "1,",
        "텐서 코어에서부터까지만은",
        "GPU.GPU:",
        "가",
    ],
)
def test_time_grows_with_the_text_and_not_faster(part: str) -> None:
    """Twice the text; a cost that grew with the square would be four times."""
    half = part * (15_000 // len(part.encode()))
    once, twice = (steps(partial(found, text)) for text in (half, half * 2))
    assert once <= twice < 2.2 * once + 100


def found(text: str) -> list[Any]:
    return list(FINDER.find(text, "2.1"))


def link(tree: etree.Element) -> None:
    """Marks the terms of a finished tree."""
    TermLinks(markdown.Markdown(), Place("a.md", FINDER, "2.1")).run(tree)


def paragraphs(number: int) -> etree.Element:
    one = "<p>그래픽 처리 장치는 <strong>워프</strong>를 번갈아 실행하고 <code>HBM</code>에서 값을 읽습니다.</p>"
    return etree.fromstring(f"<div>{one * number}</div>")


def test_a_page_of_two_megabytes() -> None:
    whole = paragraphs(20_000)
    assert len(etree.tostring(whole, "utf-8")) > 2_000_000
    link(whole)
    assert sum(e.get("data-term") is not None for e in whole.iter()) == 40_000


def test_twice_the_page_is_twice_the_work() -> None:
    once, twice = (steps(partial(link, paragraphs(n))) for n in (200, 400))
    assert once < twice < 2.2 * once


def test_ten_thousand_mentions_in_one_paragraph() -> None:
    whole = etree.fromstring(f"<div><p>{'GPU는 워프를 ' * 10_000}</p></div>")
    link(whole)
    found = [e for e in whole.iter() if e.get("data-term")]
    assert len(found) == 20_000 and [e.tag for e in found[:3]] == ["a", "a", "span"]
    assert "".join(whole.itertext()) == "GPU는 워프를 " * 10_000


def test_mentions_in_one_paragraph_cost_what_they_are() -> None:
    once, twice = (steps(partial(link, etree.fromstring(f"<div><p>{'GPU는 워프를 ' * n}</p></div>"))) for n in (200, 400))
    assert once < twice < 2.2 * once


def test_many_tags_left_open_cost_no_more() -> None:
    once, twice = (steps(partial(render, "<b>GPU <i>" * n)) for n in (100, 200))
    assert once < twice < 2.5 * once
    html = render("<b>GPU <i>" * 1000)
    assert html.count("data-term") == 1000
