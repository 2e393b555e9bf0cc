"""Convert, optimize, quantize: one network as exported, after graph optimization, and in INT8. Size, latency, accuracy of each."""

from __future__ import annotations

import functools
import logging
from pathlib import Path

from labs import onnx_mlp
from labs.lab import Array, Lab, race
from labs.mlp import trained

PACKAGES = ("numpy", "scikit-learn", "onnx", "onnxruntime")
BATCHES = (1, 16, 64, 256)


def run(lab: Lab) -> None:
    logging.getLogger().setLevel(logging.ERROR)  # the quantizer recommends steps that this graph has behind it
    network, (train, test, _, labels) = trained()
    files = make_files(network, train, lab.work)
    lab.say("data", f"train {len(train)} images, test {len(test)} images, {sum(w.size for w in network.weights):,} weights")
    graphs(lab, files)
    sessions = {
        "exported": onnx_mlp.session(files["exported"], onnx_mlp.NONE),
        "optimized": onnx_mlp.session(files["optimized"]),
        "int8": onnx_mlp.session(files["int8"]),
        "int8, not fused": onnx_mlp.session(files["int8"], onnx_mlp.NONE),
    }
    accuracy(lab, network.layers(test)[-1], labels, {name: onnx_mlp.infer(s, test) for name, s in sessions.items()})
    latency(lab, sessions, test)
    lab.code("export", onnx_mlp.optimized, onnx_mlp.quantize, onnx_mlp.session)
    gpu(lab)


def make_files(network: object, train: Array, work: Path) -> dict[str, Path]:
    exported = onnx_mlp.export(network, work / "digits.onnx")  # type: ignore[arg-type]
    optimized = onnx_mlp.optimized(exported, work / "digits-optimized.onnx")
    # Calibrated with images of the training set: those of the test set would be looking at the answers.
    return {"exported": exported, "optimized": optimized, "int8": onnx_mlp.quantize(optimized, work / "digits-int8.onnx", train[:256])}


def graphs(lab: Lab, files: dict[str, Path]) -> None:
    sizes = {name: file.stat().st_size for name, file in files.items()}
    rows = []
    for name, file in files.items():
        found = onnx_mlp.kinds(file)
        listed = ", ".join(f"{kind} {count}" for kind, count in sorted(found.items(), key=lambda k: (-k[1], k[0])))
        rows.append((name, f"{sizes[name]:,}", str(sum(found.values())), listed))
        lab.value(f"nodes-{name}", sum(found.values()), "개", within=0)
        lab.value(f"size-{name}", sizes[name] / 1000, "kB", within=2)
    lab.value("size-ratio", sizes["int8"] / sizes["optimized"] * 100, "%", within=1)
    width = max(len(row[0]) for row in rows)
    lab.say("graphs", "file       bytes      nodes", *(f"{r[0].ljust(width)}  {r[1].rjust(9)}  {r[2].rjust(5)}  {r[3]}" for r in rows))
    lab.claim("INT8 is about a quarter of the size", 0.24 < sizes["int8"] / sizes["optimized"] < 0.28)
    lab.claim("optimization does not make the file smaller", sizes["optimized"] > 0.99 * sizes["exported"])


def accuracy(lab: Lab, reference: Array, labels: Array, scores: dict[str, Array]) -> None:
    rows = []
    right = {name: int((found.argmax(1) == labels).sum()) for name, found in scores.items()}
    changed = {name: int((found.argmax(1) != reference.argmax(1)).sum()) for name, found in scores.items()}
    apart = {name: float(abs(found - reference).max()) for name, found in scores.items()}
    for name in ("exported", "optimized", "int8"):
        rows.append((name, f"{right[name]} / {len(labels)}", f"{right[name] / len(labels):.2%}", str(changed[name]), f"{apart[name]:.1e}"))
        lab.value(f"accuracy-{name}", right[name] / len(labels) * 100, "%", digits=2, within=1)
        lab.value(f"changed-{name}", changed[name], "개", within=7)
    lab.value("apart-int8", apart["int8"], digits=2, within=0.5)
    lab.value("score-range", float(reference.max() - reference.min()), digits=0, within=5)
    lab.table("accuracy", ("file", "right", "accuracy", "answers changed", "largest score difference"), rows)
    lab.claim("conversion and optimization change scores in the last digits only", max(apart["exported"], apart["optimized"]) < 1e-3)
    lab.claim("INT8 changes scores a thousand times as much", apart["int8"] > 1000 * apart["optimized"])
    lab.claim("INT8 loses less than half a point", right["int8"] > right["exported"] - 0.005 * len(labels))


def latency(lab: Lab, sessions: dict[str, object], test: Array) -> None:
    rows, found = [], {}
    for batch in BATCHES:
        images = test[:batch].copy()
        runners = {name: functools.partial(onnx_mlp.infer, s, images) for name, s in sessions.items()}
        found[batch] = {name: seconds * 1e6 for name, seconds in race(runners, lab.pick(400, 5)).items()}
        rows.append((str(batch), *(f"{micro:,.0f}" for micro in found[batch].values())))
    lab.table("latency", ("batch", *(f"{name} us" for name in sessions)), rows)
    for batch in (1, 64):
        for name in ("exported", "optimized", "int8"):
            lab.value(f"us-{name}-{batch}", found[batch][name], "µs")
        lab.value(f"optimized-gain-{batch}", found[batch]["exported"] / found[batch]["optimized"], "배", digits=1)
        lab.value(f"int8-gain-{batch}", found[batch]["optimized"] / found[batch]["int8"], "배", digits=1)
        lab.value(f"unfused-loss-{batch}", found[batch]["int8, not fused"] / found[batch]["exported"], "배", digits=1)
    lab.claim("optimization gains more at batch 1", found[1]["exported"] / found[1]["optimized"] > 2, here_only=True)
    lab.claim(
        "INT8 gains more at batch 64 than at batch 1",
        found[64]["optimized"] / found[64]["int8"] > 1.3 > 0.9 * found[1]["optimized"] / found[1]["int8"],
        here_only=True,
    )
    lab.claim(
        "Q/DQ that nobody fuses is slower than FP32", all(f["int8, not fused"] > f["exported"] for f in found.values()), here_only=True
    )


def gpu(lab: Lab) -> None:
    lab.gpu(
        "tensorrt",
        "같은 두 ONNX 파일을 TensorRT 11이 엔진으로 만듭니다. 정밀도 옵션은 없습니다. INT8은 파일 속 Q/DQ가 정합니다.",
        """
        cd .build/labs/convert-optimize
        for name in digits digits-int8; do
          trtexec --onnx=$name.onnx --saveEngine=$name.plan --skipInference \\
            --minShapes=image:1x64 --optShapes=image:64x64 --maxShapes=image:256x64
          for batch in 1 16 64 256; do
            trtexec --loadEngine=$name.plan --shapes=image:${batch}x64 \\
              --warmUp=1000 --duration=10 --percentile=50,95,99
          done
        done
        """,
    )
