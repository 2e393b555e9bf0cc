"""Find the bottleneck: a slow program, its profile, the reason, the fix, the profile again; then a roofline of this machine."""

from __future__ import annotations

import cProfile
import functools
import math
import pstats
from collections.abc import Callable
from typing import Any

import numpy as np

from labs.lab import Array, Lab, timed

PACKAGES = ("numpy",)
ROWS, COLUMNS = 200, 64


def mean(column: list[float]) -> float:
    return math.fsum(column) / len(column)


def spread(column: list[float], middle: float) -> float:
    return math.sqrt(math.fsum((v - middle) ** 2 for v in column) / len(column))


def parse(text: str) -> list[list[float]]:
    return [[float(v) for v in line.split(",")] for line in text.splitlines()]


def standardize_slow(rows: list[list[float]]) -> list[list[float]]:
    columns = [list(column) for column in zip(*rows, strict=True)]
    done = [[(v - mean(column)) / spread(column, mean(column)) for v in column] for column in columns]
    return [list(row) for row in zip(*done, strict=True)]


def standardize_once(rows: list[list[float]]) -> list[list[float]]:
    columns = [list(column) for column in zip(*rows, strict=True)]
    done = []
    for column in columns:
        middle = mean(column)
        width = spread(column, middle)
        done.append([(v - middle) / width for v in column])
    return [list(row) for row in zip(*done, strict=True)]


def score(rows: list[list[float]], weights: list[Array]) -> Array:
    x = np.array(rows)
    for w in weights:
        x = np.maximum(x @ w, 0)
    return x


def program(text: str, weights: list[Array], standardize: Callable[[list[list[float]]], list[list[float]]]) -> Array:
    return score(standardize(parse(text)), weights)


def profile(function: Callable[[], Any]) -> dict[str, tuple[int, float, float]]:
    """(calls, own seconds, seconds with what it calls) of each function of this file."""
    profiler = cProfile.Profile()
    profiler.runcall(function)
    stats: Any = pstats.Stats(profiler)
    return {
        name: (calls, own, total)
        for (file, _, name), (_, calls, own, total, _) in stats.stats.items()
        if file == __file__ and name[0] != "<"
    }


def show(lab: Lab, block: str, found: dict[str, tuple[int, float, float]]) -> None:
    whole = found["program"][2]
    ordered = sorted(found.items(), key=lambda item: -item[1][2])
    lab.table(
        block,
        ("function", "calls", "own ms", "with callees ms", "share"),
        [(name, f"{calls:,}", f"{own * 1000:.1f}", f"{total * 1000:.1f}", f"{total / whole:.0%}") for name, (calls, own, total) in ordered],
    )


def run(lab: Lab) -> None:
    rng = np.random.default_rng(0)
    text = "\n".join(",".join(f"{v:.4f}" for v in row) for row in rng.normal(5, 2, (ROWS, COLUMNS)))
    weights = [rng.normal(0, 0.05, shape) for shape in ((COLUMNS, 1024), (1024, 1024), (1024, 10))]
    variants: dict[str, Callable[[], Array]] = {
        "slow": lambda: program(text, weights, standardize_slow),
        "fixed": lambda: program(text, weights, standardize_once),
    }
    score([[0.0] * COLUMNS], weights)
    # The quickest of a few profiles: what another program on the machine took is none of this one's bottleneck.
    profiles = {name: min((profile(v) for _ in range(lab.pick(4, 1))), key=lambda p: p["program"][2]) for name, v in variants.items()}
    wall = {name: min(timed(variant)[0] for _ in range(lab.pick(5, 1))) * 1000 for name, variant in variants.items()}
    same = bool(np.allclose(variants["slow"](), variants["fixed"]()))
    show(lab, "before", profiles["slow"])
    show(lab, "after", profiles["fixed"])
    upper(lab, profiles["slow"], wall, same)
    lab.code("slow", standardize_slow)
    lab.code("fixed", standardize_once)
    roofline(lab)
    gpu(lab)


def upper(lab: Lab, slow: dict[str, tuple[int, float, float]], wall: dict[str, float], same: bool) -> None:
    """What removing the largest piece could give at most, and what it gave."""
    share = slow["standardize_slow"][2] / slow["program"][2]
    bound, gained = 1 / (1 - share), wall["slow"] / wall["fixed"]
    lab.say(
        "gain",
        f"without profiler: {wall['slow']:.0f} ms -> {wall['fixed']:.1f} ms, {gained:.1f} times as fast; same result: {'yes' if same else 'NO'}",
        f"with profiler:    {slow['program'][2] * 1000:.0f} ms; standardize_slow has {share:.1%}, so at most {bound:.0f} times by the profile",
    )
    lab.value("calls-mean-before", slow["mean"][0], "번", within=0)
    lab.value("share", share * 100, "%", digits=1)
    lab.value("bound", bound, "배")
    lab.value("gain", gained, "배")
    lab.value("wall-before", wall["slow"], "ms")
    lab.value("wall-after", wall["fixed"], "ms", digits=1)
    lab.value("profiler-cost", slow["program"][2] * 1000 / wall["slow"], "배", digits=1)
    lab.claim("mean is called twice for every value", slow["mean"][0] == 2 * ROWS * COLUMNS)
    lab.claim("the result is the same", same)
    lab.claim("nearly all the time was in one function", share > 0.9, here_only=True)
    lab.claim("the profiler makes the program slower", slow["program"][2] * 1000 > 1.2 * wall["slow"], here_only=True)


def roofline(lab: Lab) -> None:
    """Two ceilings of one core, measured, and the same product at four batch sizes held against them."""
    side = 4096
    best: dict[Any, float] = {}
    big = np.random.default_rng(0).random((side, side), np.float32)
    flat, other, square = big.ravel(), big.T.copy().ravel(), big[:1024, :1024].copy()
    inputs = {m: big[:m].copy() for m in (1, 8, 64, 512)}
    # In turns and the best of each: another program on the machine then costs all of them alike.
    runners: dict[Any, Callable[[], Any]] = {"read": lambda: flat @ other, "square": lambda: square @ square}
    runners |= {m: functools.partial(np.matmul, x, big) for m, x in inputs.items()}
    for _ in range(lab.pick(30, 1)):
        for name, runner in runners.items():
            best[name] = min(best.get(name, math.inf), timed(runner)[0])
    bandwidth, peak = 2 * big.nbytes / best["read"] / 1e9, max(2 * m * side * side / best[m] for m in inputs) / 1e9
    peak = max(peak, 2 * 1024**3 / best["square"] / 1e9)
    lab.say(
        "roofline",
        f"ceilings of one core: {peak:.0f} GFLOPS (fastest float32 product seen), {bandwidth:.1f} GB/s (reading {2 * big.nbytes / 1e6:.0f} MB)",
        f"they meet at {peak / bandwidth:.1f} FLOP/B",
        "",
    )
    rows = []
    for m in inputs:
        flops, moved = 2 * m * side * side, 4 * (side * side + 2 * m * side)
        bound, measured = min(peak, flops / moved * bandwidth), flops / best[m] / 1e9
        rows.append(
            (
                str(m),
                f"{flops / moved:.1f}",
                "memory" if bound < peak else "compute",
                f"{bound:.1f}",
                f"{measured:.1f}",
                f"{best[m] * 1000:.1f}",
            )
        )
        lab.value(f"intensity-{m}", flops / moved, "FLOP/B", digits=1, within=0)
        lab.value(f"gflops-{m}", measured, "GFLOPS")
        lab.value(f"ms-{m}", best[m] * 1000, "ms", digits=1)
        lab.value(f"of-bound-{m}", measured / bound * 100, "%")
    lab.table("roofline", ("rows M", "FLOP/B", "bound by", "bound GFLOPS", "measured GFLOPS", "ms"), rows)
    lab.value("peak", peak, "GFLOPS")
    lab.value("bandwidth", bandwidth, "GB/s", digits=1)
    lab.value("ridge", peak / bandwidth, "FLOP/B", digits=1)
    lab.claim("one row is bound by memory, 512 rows by compute", rows[0][2] == "memory" and rows[-1][2] == "compute", here_only=True)
    lab.claim("512 rows reach the ceiling, 8 do not", float(rows[3][4]) > 0.85 * float(rows[3][3]) > float(rows[1][4]), here_only=True)
    lab.claim("one row does not beat its bound by a quarter", float(rows[0][4]) < 1.25 * float(rows[0][3]), here_only=True)


def gpu(lab: Lab) -> None:
    lab.gpu(
        "nsight",
        "GPU 프로그램이라면 같은 두 물음을 이렇게 합니다. 시간이 어디로 갔나(nsys), 그 커널이 왜 느린가(ncu).",
        """
        nsys profile --trace=cuda,nvtx,osrt --output=step --force-overwrite=true python train.py --max-steps 60
        nsys stats --report cuda_gpu_kern_sum,cuda_gpu_mem_time_sum,cuda_api_sum step.nsys-rep
        ncu --set full --kernel-name regex:gemm --launch-skip 20 --launch-count 3 -o gemm python train.py --max-steps 5
        """,
    )
