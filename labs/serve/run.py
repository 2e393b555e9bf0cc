"""Serve a model over HTTP, load it with a bounded number of requests, read its metrics: p50 and p95 by batch size, batching on and off."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from labs import onnx_mlp
from labs.lab import ROOT, Array, Lab, percentile
from labs.mlp import Mlp, digits
from labs.serve.server import Batcher

PACKAGES = ("numpy", "onnx", "onnxruntime", "prometheus-client")
HERE = Path(__file__).parent
WIDTH = 2048


@contextmanager
def server(model: Path, most: int, delay_us: int) -> Iterator[int]:
    """The server in a process of its own, on a free port."""
    command = [sys.executable, "-m", "labs.serve.server", str(model), str(most), str(delay_us)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(10)


def metrics(port: int) -> dict[str, float]:
    """What Prometheus would scrape."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", "/metrics")
    text = connection.getresponse().read().decode()
    connection.close()
    return {name: float(value) for name, value in re.findall(r"^(digits_\w+) (\S+)$", text, re.M)}


@dataclass(frozen=True)
class Load:
    """What a client saw."""

    seconds: list[float]
    whole: float
    images: int
    change: dict[str, float]


def load(port: int, images: Array, requests: int, clients: int) -> Load:
    """`requests` requests with these images, from `clients` clients, each of which waits for its answer before it asks again."""
    tensor = {"name": "image", "shape": list(images.shape), "datatype": "FP32", "data": images.ravel().tolist()}
    body, times, lock = json.dumps({"inputs": [tensor]}), [], threading.Lock()

    def client() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for _ in range(requests // clients):
            start = time.perf_counter()
            connection.request("POST", "/v2/models/digits/infer", body)
            answer = connection.getresponse()
            answer.read()
            with lock:
                times.append(time.perf_counter() - start)
            assert answer.status == 200
        connection.close()

    before, start = metrics(port), time.perf_counter()
    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(times) != requests:
        raise RuntimeError(f"{len(times)} answers to {requests} requests")
    whole, after = time.perf_counter() - start, metrics(port)
    return Load(times, whole, len(times) * len(images), {name: after[name] - before[name] for name in after if name in before})


def run(lab: Lab) -> None:
    # Only time is looked at here, so the network is larger and not trained.
    model = onnx_mlp.optimized(onnx_mlp.export(Mlp((64, WIDTH, WIDTH, 10)), lab.work / "raw.onnx"), lab.work / "model.onnx")
    images = digits()[1]
    lab.value("model-size", model.stat().st_size / 1e6, "MB", digits=1, within=0.1)
    by_batch_size(lab, model, images, lab.pick(400, 20))
    by_batching(lab, model, images, lab.pick(1600, 48))
    lab.code("batcher", Batcher._collect)
    lab.file("triton", HERE / "config.pbtxt", "protobuf")
    gpu(lab)


def by_batch_size(lab: Lab, model: Path, images: Array, requests: int) -> None:
    """One client; the request carries more and more images."""
    rows, found = [], {}
    with server(model, 1, 0) as port:
        load(port, images[:8], 16, 1)
        for size in (1, 4, 16, 64):
            result = found[size] = load(port, images[:size], requests, 1)
            p50, p95 = percentile(result.seconds, 50) * 1000, percentile(result.seconds, 95) * 1000
            in_model = result.change["digits_model_seconds_sum"] / result.change["digits_executions_total"] * 1000
            rows.append(
                (str(size), str(len(result.seconds)), f"{p50:.2f}", f"{p95:.2f}", f"{in_model:.2f}", f"{result.images / result.whole:,.0f}")
            )
            lab.value(f"p50-{size}", p50, "ms", digits=1)
            lab.value(f"p95-{size}", p95, "ms", digits=1)
            lab.value(f"model-ms-{size}", in_model, "ms", digits=1)
            lab.value(f"rate-{size}", result.images / result.whole, "장/s")
            lab.claim("the server counted every request", result.change["digits_requests_total"] == requests)
            lab.claim("the server counted every image", result.change["digits_rows_total"] == requests * size)
    lab.table("batch-size", ("images", "requests", "p50 ms", "p95 ms", "model ms", "images/s"), rows)
    in_model_of_one = found[1].change["digits_model_seconds_sum"] / found[1].change["digits_executions_total"] * 1000
    gain = found[64].images / found[64].whole / (found[1].images / found[1].whole)
    lab.value("rate-gain", gain, "배", digits=0)
    lab.value("p50-cost", percentile(found[64].seconds, 50) / percentile(found[1].seconds, 50), "배", digits=1)
    lab.claim("the model takes a part of the time of a request", in_model_of_one < percentile(found[1].seconds, 50) * 1000, here_only=True)
    lab.claim("p95 is longer than p50", percentile(found[1].seconds, 95) > 1.1 * percentile(found[1].seconds, 50), here_only=True)
    lab.claim(
        "larger requests carry more a second and take longer",
        gain > 2 and percentile(found[64].seconds, 50) > percentile(found[1].seconds, 50),
        here_only=True,
    )


def by_batching(lab: Lab, model: Path, images: Array, requests: int) -> None:
    """Sixteen clients with one image each; the server puts them together or does not."""
    rows, rates = [], {}
    seconds = {}
    for name, most, delay in (("off", 1, 0), ("on, no delay", 64, 0), ("on, 5 ms delay", 64, 5000)):
        with server(model, most, delay) as port:
            load(port, images[:1], 32, 16)
            result = load(port, images[:1], requests, 16)
        mean = result.change["digits_rows_total"] / result.change["digits_executions_total"]
        rates[name], seconds[name] = result.images / result.whole, result.seconds
        p50, p95 = percentile(result.seconds, 50) * 1000, percentile(result.seconds, 95) * 1000
        rows.append(
            (name, f"{mean:.1f}", f"{p50:.1f}", f"{p95:.1f}", f"{rates[name]:,.0f}", f"{result.change['digits_executions_total']:.0f}")
        )
        key = name.split(",")[0] + ("-delay" if "5 ms" in name else "")
        lab.value(f"mean-batch-{key}", mean, "장", digits=1)
        lab.value(f"p50-batching-{key}", p50, "ms", digits=0)
        lab.value(f"p95-batching-{key}", p95, "ms", digits=0)
        lab.value(f"rate-batching-{key}", rates[name], "장/s")
        lab.claim("the server counted every request", result.change["digits_requests_total"] == requests)
        lab.claim("without batching the model runs once a request", name != "off" or mean == 1)
        # Without a delay it depends on whether clients come while the model runs, which they do not where other work holds them up.
        lab.claim("with batching the model runs less often", name == "off" or mean > 1.2, here_only=name == "on, no delay")
    lab.table("batching", ("dynamic batching", "mean batch", "p50 ms", "p95 ms", "images/s", "model runs"), rows)
    lab.claim("batching shortens p50", percentile(seconds["on, no delay"], 50) < percentile(seconds["off"], 50), here_only=True)
    lab.claim(
        "waiting for more lengthens it", percentile(seconds["on, 5 ms delay"], 50) > percentile(seconds["on, no delay"], 50), here_only=True
    )
    lab.value("p50-ratio", percentile(seconds["off"], 50) / percentile(seconds["on, no delay"], 50), "배", digits=1)
    lab.value("batching-gain", rates["on, no delay"] / rates["off"], "배", digits=1)


def gpu(lab: Lab) -> None:
    lab.gpu(
        "triton-run",
        "Triton은 같은 요청(/v2/models/digits/infer)을 받고, 묶기를 설정 한 줄로 하며, 지표를 8002 포트에 냅니다.",
        """
        mkdir -p models/digits/1
        cp labs/serve/config.pbtxt models/digits/
        cp .build/labs/serve/model.onnx models/digits/1/
        docker run --gpus=1 --rm -p8000:8000 -p8002:8002 -v "$PWD/models":/models \\
          nvcr.io/nvidia/tritonserver:26.07-py3 tritonserver --model-repository=/models
        perf_analyzer -m digits -u localhost:8000 --concurrency-range 1:16 --percentile=95
        curl -s localhost:8002/metrics | grep nv_inference
        """,
    )
