"""Make one model lighter in four ways: single weights cut, 2:4, whole neurons cut, INT8. Size, latency, accuracy of each."""

from __future__ import annotations

import functools
import gzip
import logging
import operator
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse

from labs import onnx_mlp
from labs.lab import Array, Lab, race
from labs.mlp import WIDTH, Mlp, digits, trained

PACKAGES = ("numpy", "scikit-learn", "scipy", "onnx", "onnxruntime")
BATCH = 64


def cut_single(mlp: Mlp, part: float) -> list[Array]:
    """Masks without the `part` of each matrix that is smallest in magnitude. The last matrix, of 10 outputs, stays whole."""
    return [np.abs(w) > np.quantile(np.abs(w), part) for w in mlp.weights[:-1]]


def cut_two_of_four(mlp: Mlp) -> list[Array]:
    """Masks that keep the larger two of every four weights that go into the same output."""
    masks = []
    for w in mlp.weights[:-1]:
        fours = np.abs(w.T.reshape(w.shape[1], -1, 4))
        masks.append((fours.argsort(-1).argsort(-1) >= 2).reshape(w.T.shape).T)
    return masks


def cut_neurons(mlp: Mlp, keep: int) -> Mlp:
    """A smaller dense network of the `keep` neurons of each hidden layer whose weights in and out are largest."""
    small = Mlp((64, keep, keep, 10))
    inputs = np.arange(64)
    for n in range(3):
        norm = np.linalg.norm(mlp.weights[n], axis=0) * (np.linalg.norm(mlp.weights[n + 1], axis=1) if n < 2 else 1)
        outputs = np.sort(norm.argsort()[-keep:]) if n < 2 else np.arange(10)
        small.weights[n] = mlp.weights[n][np.ix_(inputs, outputs)].copy()
        small.biases[n] = mlp.biases[n][outputs].copy()
        inputs = outputs
    return small


def masked(mlp: Mlp, masks: list[Array]) -> Mlp:
    cut = Mlp()
    cut.weights = [w * m for w, m in zip(mlp.weights, [*masks, np.ones_like(mlp.weights[-1], bool)], strict=True)]
    cut.biases = [b.copy() for b in mlp.biases]
    return cut


def run(lab: Lab) -> None:
    logging.getLogger().setLevel(logging.ERROR)
    dense, _ = trained()
    train, test, labels, expected = digits()
    networks: dict[str, Mlp] = {"dense": dense}
    before: dict[str, Mlp] = {"dense": dense}
    plans: dict[str, tuple[Mlp, list[Array] | None]] = {
        f"single {part:.0%}": (masked(dense, cut_single(dense, part)), cut_single(dense, part)) for part in (0.5, 0.9, 0.98)
    }
    plans["2:4"] = (masked(dense, cut_two_of_four(dense)), cut_two_of_four(dense))
    plans |= {f"neurons {1 - keep / WIDTH:.0%}": (cut_neurons(dense, keep), None) for keep in (WIDTH // 2, WIDTH // 8)}
    for name, (cut, masks) in plans.items():
        before[name] = masked(cut, [np.ones_like(w, bool) for w in cut.weights[:-1]])
        networks[name] = cut.train(train, labels, 4, rate=5e-4, masks=masks)
    files = {
        name: onnx_mlp.optimized(onnx_mlp.export(n, lab.work / "raw.onnx"), lab.work / f"{slug(name)}.onnx") for name, n in networks.items()
    }
    files["int8"] = onnx_mlp.quantize(files["dense"], lab.work / "int8.onnx", train[:256])
    files["neurons 50% + int8"] = onnx_mlp.quantize(files["neurons 50%"], lab.work / "both.onnx", train[:256])
    table(lab, files, networks, before, test, expected)
    sparse_latency(lab, networks, test[:BATCH].copy())
    lab.code("masks", cut_single, cut_two_of_four, cut_neurons)
    gpu(lab)


def slug(name: str) -> str:
    return name.replace(" ", "-").replace("%", "").replace(":", "-")


def table(lab: Lab, files: dict[str, Path], networks: dict[str, Mlp], before: dict[str, Mlp], test: Array, expected: Array) -> None:
    sessions = {name: onnx_mlp.session(file) for name, file in files.items()}
    batch = test[:BATCH].copy()
    times = race({name: functools.partial(onnx_mlp.infer, s, batch) for name, s in sessions.items()}, lab.pick(600, 5))
    rows = []
    accuracy: dict[str, float] = {}
    for name, file in files.items():
        size, packed = file.stat().st_size, len(gzip.compress(file.read_bytes(), 9, mtime=0))
        right = float((onnx_mlp.infer(sessions[name], test).argmax(1) == expected).mean()) * 100
        cut = float((before[name].predict(test) == expected).mean()) * 100 if name in before else None
        zeros = (
            1 - sum(np.count_nonzero(w) for w in networks[name].weights) / sum(w.size for w in networks[name].weights)
            if name in networks
            else 0
        )
        rows.append(
            (
                name,
                f"{zeros:.0%}",
                f"{size:,}",
                f"{packed:,}",
                f"{times[name] * 1e6:,.0f}",
                f"{cut:.1f}" if cut is not None else "-",
                f"{right:.1f}",
            )
        )
        key = slug(name).replace("-+-", "-")
        lab.value(f"size-{key}", size / 1000, "kB", within=2)
        lab.value(f"us-{key}", times[name] * 1e6, "µs")
        lab.value(f"accuracy-{key}", right, "%", digits=1, within=1.5)
        accuracy[name] = right
        lab.value(f"gain-{key}", times["dense"] / times[name], "배", digits=1)
        if cut is not None:
            lab.value(f"cut-{key}", cut, "%", digits=1, within=3)
    lab.table("table", ("model", "zeros", "bytes", "gzip", "us", "cut %", "accuracy %"), rows)
    sizes = {name: file.stat().st_size for name, file in files.items()}
    lab.claim(
        "single cuts and 2:4 leave the size as it was", all(sizes[n] == sizes["dense"] for n in sizes if n.startswith(("single", "2:4")))
    )
    lab.claim("half the neurons leave less than a third of the weights", sizes["neurons 50%"] < sizes["dense"] / 3 + 3000)
    lab.claim(
        "single cuts leave the time as it was",
        all(0.8 < times["dense"] / times[n] < 1.25 for n in times if n.startswith(("single", "2:4"))),
        here_only=True,
    )
    lab.claim("half the neurons are twice as fast", times["dense"] / times["neurons 50%"] > 1.8, here_only=True)
    lab.claim(
        "training again brings most back",
        accuracy["neurons 50%"] > float((before["neurons 50%"].predict(test) == expected).mean()) * 100 + 1,
    )
    # The gate of the page: 98.0 %.
    lab.claim(
        "INT8 and half the neurons pass, both together do not",
        accuracy["int8"] >= 98 and accuracy["neurons 50%"] >= 98 > accuracy["neurons 50% + int8"],
        here_only=True,
    )
    lab.claim("half the neurons are the quickest that pass", times["neurons 50%"] < times["int8"], here_only=True)
    lab.claim("INT8 is faster", times["dense"] / times["int8"] > 1.4, here_only=True)


def sparse_latency(lab: Lab, networks: dict[str, Mlp], batch: Array) -> None:
    """The same product of the middle layer by a dense library and by one that skips zeros but pays for their places."""
    x = np.random.default_rng(0).random((len(batch), WIDTH), np.float32)
    runners: dict[str, Callable[[], Any]] = {}
    stored = {}
    for name in ("dense", "single 50%", "single 90%", "single 98%"):
        w = np.ascontiguousarray(networks[name].weights[1])
        csr = sparse.csr_array(w.T)
        stored[name] = (w.nbytes, csr.data.nbytes + csr.indices.nbytes + csr.indptr.nbytes)
        runners[f"{name}/dense"] = functools.partial(np.matmul, x, w)
        runners[f"{name}/csr"] = functools.partial(operator.matmul, csr, x.T)
    times = race(runners, lab.pick(100, 3))
    rows = []
    for name, (full, packed) in stored.items():
        ratio = times[f"{name}/csr"] / times[f"{name}/dense"]
        rows.append(
            (name, f"{full:,}", f"{packed:,}", f"{times[f'{name}/dense'] * 1e6:,.0f}", f"{times[f'{name}/csr'] * 1e6:,.0f}", f"{ratio:.2f}")
        )
        lab.value(f"csr-ratio-{slug(name)}", ratio, "배", digits=1)
        lab.value(f"csr-bytes-{slug(name)}", packed / full * 100, "%", within=1)
    lab.table("sparse", ("middle layer", "dense bytes", "csr bytes", "dense us", "csr us", "csr / dense"), rows)
    lab.claim("with half cut, places cost more than zeros save", stored["single 50%"][1] > stored["single 50%"][0] * 0.99)
    lab.claim("with half cut, skipping zeros is slower than not", times["single 50%/csr"] > 2 * times["single 50%/dense"], here_only=True)


def gpu(lab: Lab) -> None:
    lab.gpu(
        "tensorrt",
        "2:4 무늬만은 희소 텐서 코어가 건너뜁니다. 같은 파일을 희소성을 끄고 켜서 두 번 빌드해 견줍니다.",
        """
        cd .build/labs/lighter
        python -m modelopt.onnx.autocast --onnx_path 2-4.onnx --output_path 2-4-fp16.onnx \\
          --low_precision_type fp16 --keep_io_types
        for sparsity in disable enable; do
          trtexec --onnx=2-4-fp16.onnx --sparsity=$sparsity --shapes=image:64x64 \\
            --warmUp=1000 --duration=10 --percentile=50,95,99
        done
        trtexec --onnx=int8.onnx --shapes=image:64x64 --warmUp=1000 --duration=10
        """,
    )
