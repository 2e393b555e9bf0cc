"""An inference server for a CPU: the HTTP requests that Triton also takes, dynamic batching by hand, metrics for Prometheus.

python -m labs.serve.server MODEL.onnx MAX_BATCH DELAY_US      prints the port it listens on
"""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
from prometheus_client import Counter, Gauge, Histogram, generate_latest

from labs import onnx_mlp
from labs.lab import Array

REQUESTS = Counter("digits_requests", "Requests answered")
ROWS = Counter("digits_rows", "Images answered")
EXECUTIONS = Counter("digits_executions", "Times the model ran")
WAITING = Gauge("digits_waiting", "Requests in the queue")
SECONDS = Histogram("digits_model_seconds", "Time of one run of the model", buckets=(0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1))


@dataclass
class Request:
    images: Array
    done: threading.Event = field(default_factory=threading.Event)
    scores: Array | None = None


class Batcher:
    """Puts what waits into one batch, up to `most` images, and waits `delay` seconds for more when there is room."""

    def __init__(self, model: Path, most: int, delay: float) -> None:
        self.session, self.most, self.delay = onnx_mlp.session(model), most, delay
        self.waiting: queue.Queue[Request] = queue.Queue()
        threading.Thread(target=self._serve, daemon=True).start()

    def answer(self, images: Array) -> Array:
        request = Request(images)
        self.waiting.put(request)
        request.done.wait()
        assert request.scores is not None
        return request.scores

    def _collect(self) -> list[Request]:
        batch, until = [self.waiting.get()], time.perf_counter() + self.delay
        while sum(len(r.images) for r in batch) < self.most:
            try:
                batch.append(self.waiting.get(timeout=max(0, until - time.perf_counter())) if self.delay else self.waiting.get_nowait())
            except queue.Empty:
                break
        return batch

    def _serve(self) -> None:
        while True:
            batch = self._collect()
            WAITING.set(self.waiting.qsize())
            with SECONDS.time():
                scores = onnx_mlp.infer(self.session, np.concatenate([r.images for r in batch]))
            EXECUTIONS.inc()
            start = 0
            for request in batch:
                request.scores = scores[start : start + len(request.images)]
                start += len(request.images)
                request.done.set()


def handler(batcher: Batcher) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # head and body in one packet
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            if self.path == "/metrics":
                self._reply(generate_latest(), "text/plain; version=0.0.4; charset=utf-8")
            else:
                self._reply(b"", status=200 if self.path == "/v2/health/ready" else 404)

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["inputs"][0]
            images = np.asarray(asked["data"], np.float32).reshape(asked["shape"])
            scores = batcher.answer(images)
            REQUESTS.inc()
            ROWS.inc(len(images))
            output = {"name": "score", "datatype": "FP32", "shape": list(scores.shape), "data": scores.ravel().tolist()}
            self._reply(json.dumps({"model_name": "digits", "outputs": [output]}).encode(), "application/json")

        def _reply(self, body: bytes, kind: str = "text/plain", status: int = 200) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()

        def log_message(self, *_: Any) -> None:
            pass

    return Handler


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # of 5, as it is by default, a burst of clients is turned away


def main(model: str, most: str, delay: str) -> None:
    batcher = Batcher(Path(model), int(most), int(delay) / 1e6)
    server = Server(("127.0.0.1", 0), handler(batcher))
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
