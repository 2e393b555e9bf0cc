"""Ring all-reduce by hand: processes in a ring pass chunks to their neighbour; every byte is counted and held against the formula."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from labs.lab import Array, Lab

PACKAGES = ("numpy",)
SIZE = 4 * 1024 * 1024  # bytes of gradient in each process
WAIT = 60  # seconds


class Link:
    """The way to the next process and from the one before, with a count of what went out."""

    def __init__(self, out: Connection, into: Connection) -> None:
        self.out, self.into, self.sent = out, into, 0

    def exchange(self, chunk: Array) -> Array:
        """Send a chunk and receive one at the same time, as a network card does: else a full pipe stops the whole ring."""
        sender = threading.Thread(target=self.out.send_bytes, args=(memoryview(chunk).cast("B"),))
        sender.start()
        received = np.frombuffer(self.into.recv_bytes(), chunk.dtype)
        sender.join()
        self.sent += chunk.nbytes
        return received


def ring_all_reduce(mine: Array, rank: int, n: int, link: Link) -> Array:
    chunks = np.split(mine.copy(), n)
    # Reduce-scatter: after n - 1 steps each process has one chunk that is summed over all.
    for step in range(n - 1):
        arrived = (rank - step - 1) % n
        chunks[arrived] = chunks[arrived] + link.exchange(chunks[(rank - step) % n])
    # All-gather: n - 1 more steps hand the summed chunks round.
    for step in range(n - 1):
        chunks[(rank - step) % n] = link.exchange(chunks[(rank - step + 1) % n])
    return np.concatenate(chunks)


def through_one(mine: Array, rank: int, n: int, links: list[Link]) -> Array:
    """The way without a ring: all send to process 0, which adds and sends the sum back to all."""
    if rank:
        links[0].out.send_bytes(memoryview(mine).cast("B"))
        links[0].sent += mine.nbytes
        return np.frombuffer(links[0].into.recv_bytes(), mine.dtype)
    total = mine.copy()
    for link in links:
        total += np.frombuffer(link.into.recv_bytes(), mine.dtype)
    for link in links:
        link.out.send_bytes(memoryview(total).cast("B"))
        link.sent += total.nbytes
    return total


def gradient(rank: int) -> Array:
    """Whole numbers, so that the sum is the same in any order and can be compared exactly."""
    return np.random.default_rng(rank).integers(-1000, 1000, SIZE // 4).astype(np.float32)


def worker(rank: int, n: int, ring: tuple[Connection, Connection], star: list[tuple[Connection, Connection]], answer: Connection) -> None:
    mine, expected = gradient(rank), sum(gradient(r) for r in range(n))
    found: dict[str, Any] = {}

    def by_ring() -> tuple[Array, int]:
        link = Link(*ring)
        return ring_all_reduce(mine, rank, n, link), link.sent

    def by_one() -> tuple[Array, int]:
        links = [Link(*ends) for ends in star]
        return through_one(mine, rank, n, links), sum(link.sent for link in links)

    ways: dict[str, Callable[[], tuple[Array, int]]] = {"ring": by_ring, "one": by_one}
    for name, way in ways.items():
        total, sent = way()
        found[name] = {"sent": sent, "right": bool(np.array_equal(total, expected))}
    answer.send(found)


def all_ranks(n: int) -> list[dict[str, Any]]:
    """What each of n processes counted."""
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe(duplex=False) for _ in range(n)]  # pipes[r]: from r to the next
    # star[r]: the pipes between process 0 and r, for the way without a ring
    up, down = [context.Pipe(duplex=False) for _ in range(n)], [context.Pipe(duplex=False) for _ in range(n)]
    answers = [context.Pipe(duplex=False) for _ in range(n)]
    started = []
    for rank in range(n):
        ring = (pipes[rank][1], pipes[rank - 1][0])
        star = [(up[rank][1], down[rank][0])] if rank else [(down[r][1], up[r][0]) for r in range(1, n)]
        process = context.Process(target=worker, args=(rank, n, ring, star, answers[rank][1]))
        process.start()
        started.append(process)
    if not all(receiving.poll(WAIT) for receiving, _ in answers):
        for process in started:
            process.terminate()
        raise TimeoutError(f"{n} processes gave no answer in {WAIT} s")
    found = [receiving.recv() for receiving, _ in answers]
    for process in started:
        process.join()
    return found


def run(lab: Lab) -> None:
    lab.code("ring", ring_all_reduce)
    lab.say("data", f"S = {SIZE:,} bytes of float32 in each process")
    rows, busiest = [], []
    for n in (2, 4, 8):
        found = all_ranks(n)
        ring, one = [f["ring"]["sent"] for f in found], [f["one"]["sent"] for f in found]
        formula = 2 * (n - 1) * SIZE // n
        rows.append(
            (
                str(n),
                f"{min(ring):,}",
                f"{max(ring):,}",
                f"{formula:,}",
                f"{formula / SIZE:.3f}",
                "yes" if all(f["ring"]["right"] for f in found) else "NO",
            )
        )
        busiest.append((str(n), f"{max(ring):,}", f"{max(one):,}", f"{sum(ring):,}", f"{sum(one):,}"))
        lab.value(f"sent-{n}", ring[0], "B", within=0)
        lab.value(f"formula-{n}", formula, "B", within=0)
        lab.value(f"busiest-one-{n}", max(one), "B", within=0)
        lab.value(f"busiest-ratio-{n}", max(one) / max(ring), "배", digits=1, within=0)
        lab.claim(f"each of {n} sends what the formula says", set(ring) == {formula})
        lab.claim(f"all {n} have the right sum", all(f[way]["right"] for f in found for way in ("ring", "one")))
        lab.claim(f"through one, process 0 of {n} sends n - 1 times S", max(one) == (n - 1) * SIZE)
        lab.claim(f"the total of {n} is the same either way", sum(ring) == sum(one))
    lab.table("bytes", ("n", "least sent", "most sent", "2(n-1)/n x S", "/ S", "sum right"), rows)
    lab.table("busiest", ("n", "ring: busiest", "through one: busiest", "ring: all", "through one: all"), busiest)
    order(lab)
    lab.gpu(
        "nccl",
        "GPU에서는 NCCL이 같은 고리를 GPU 메모리 사이에 만듭니다. busbw가 링크의 한 방향 속도와 견줄 값입니다.",
        """
        git clone https://github.com/NVIDIA/nccl-tests.git && cd nccl-tests && make
        NCCL_ALGO=Ring ./build/all_reduce_perf -b 4M -e 4G -f 2 -g 8
        """,
    )


def order(lab: Lab) -> None:
    """The same four numbers, added in the orders in which chunk 0 and chunk 1 of a ring of four meet them."""
    parts = [np.float32(v) for v in (1e8, 1.0, -1e8, 1.0)]
    sums = []
    for start in range(2):
        total = np.float32(0)
        for step in range(4):
            total = np.float32(total + parts[(start + step) % 4])
        sums.append(float(total))
    lab.say("order", f"float32  1e8 + 1 - 1e8 + 1 = {sums[0]:g}", f"float32  1 - 1e8 + 1 + 1e8 = {sums[1]:g}")
    lab.claim("the order of a sum changes it", sums[0] != sums[1])
