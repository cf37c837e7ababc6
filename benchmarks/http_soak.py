"""Soak of the HTTP server: mixed requests over many connections, latencies, memory, health meanwhile.

    python benchmarks/http_soak.py --requests 100000 --connections 64
    python benchmarks/http_soak.py --requests 20000 --stub        # the same server without the analysis

Starts a server of its own on loopback, warms it up, sends the mix over keep-alive connections (each has
one request under way), asks /healthz every 50 ms on a connection of its own, and prints one JSON object.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import Any

_SERVER = """
import argparse, sys
from functools import partial
import okr_lint.http.server as server
from okr_lint.http.arguments import add_arguments
parser = argparse.ArgumentParser()
add_arguments(parser)
parser.add_argument("--stub", action="store_true")
args = parser.parse_args()
if args.stub:
    from benchmarks.http_stub import answer
    from okr_lint.http.app import create_app
    from okr_lint.http.pool import WorkerPool
    server.create_app = partial(create_app, pool=partial(WorkerPool, target=answer, preload="benchmarks.http_stub"))
sys.exit(server.serve(args))
"""
_ROOT = Path(__file__).resolve().parents[1]
_ZH = ("让新门店第一周就能独立运转", "电话从 {a} 通降到 {b} 通", "优化第 {a} 组排班流程", "组织 {b} 场培训")
_EN = ("New shops run on their own", "Calls down from {a} to {b}", "Optimize rota {a}", "Hold {b} trainings")


@dataclass
class Figures:
    """What was measured."""

    milliseconds: list[float] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Connection:
    """One keep-alive connection."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, bytes]:
        """Status and body of an answer."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 20)
        reader, writer = self._streams
        head = f"{method} {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: {kind}\r\n"
        writer.write(f"{head}content-length: {len(body)}\r\n\r\n".encode() + body)
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
        status = int(lines[0].split()[1])
        if headers.get("transfer-encoding") == "chunked":
            content = b""
            while size := int(await reader.readline(), 16):
                content += (await reader.readexactly(size + 2))[:-2]
            await reader.readexactly(2)
            return status, content
        return status, await reader.readexactly(int(headers["content-length"]))


def request(rng: random.Random) -> tuple[str, str, bytes, str]:
    """One of the mix: mostly checks of small documents, some of everything else."""
    a, b = rng.randint(20, 90), rng.randint(2, 19)
    lines = [line.format(a=a, b=b) for line in rng.choice((_ZH, _EN))]
    text = f"# 2026 Q3\n\n# O1: {lines[0]}\n" + "".join(f"- KR{n}: {one}\n" for n, one in enumerate(lines[1:], 1))
    body = json.dumps({"text": text, "format": "markdown", "path": "a.md"}).encode()
    okr = json.dumps({"objectives": [{"objective": lines[0], "key_results": lines[1:]}]}).encode()
    choice = rng.random()
    if choice < 0.60:
        return "POST", "/v1/check", body, "application/json"
    if choice < 0.75:
        return "POST", "/v1/check?lang=en&profile=google", okr, "application/json"
    if choice < 0.82:
        return "POST", "/v1/score", body, "application/json"
    if choice < 0.87:
        return "POST", "/v1/parse", text.encode(), "text/markdown"
    if choice < 0.91:
        return "POST", "/v1/fix", body, "application/json"
    if choice < 0.93:
        return "POST", "/v1/check/batch", body + b"\n" + okr + b"\n{bad\n", "application/x-ndjson"
    if choice < 0.97:
        return "GET", f"/v1/rules/K2{rng.randint(1, 9):02d}", b"", ""
    return "POST", "/v1/check", body.replace(b"markdown", b"nonsense"), "application/json"  # 422


async def caller(port: int, numbers: Any, figures: Figures) -> None:
    """One connection's share."""
    connection = Connection(port)
    for number in numbers:
        method, path, body, kind = request(random.Random(number))
        expected = 422 if b"nonsense" in body else 200
        began = time.perf_counter()
        try:
            status, content = await connection.ask(method, path, body, kind)
            if status != expected or not content:
                figures.errors.append(f"{path}: {status}")
        except (OSError, asyncio.IncompleteReadError, ValueError) as error:
            figures.errors.append(f"{path}: {type(error).__name__}")
            connection = Connection(port)
        figures.milliseconds.append((time.perf_counter() - began) * 1000)


async def health(port: int, figures: Figures) -> None:
    """Ask /healthz until cancelled."""
    connection = Connection(port)
    while True:
        began = time.perf_counter()
        await connection.ask("GET", "/healthz")
        figures.health.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.05)


async def load(port: int, requests: int, connections: int, pid: int, limit: float) -> dict[str, Any]:
    """Warm up, then the load; memory is read after the warm-up, half-way and at the end.

    After ``limit`` seconds no further request is begun; the figures say how many there were.
    """
    await _share(port, min(2_000, requests // 5), connections, Figures(), seed=10**9)
    memory = [_megabytes(pid)]
    figures = Figures()
    probe = asyncio.create_task(health(port, figures))
    began, spent = time.perf_counter(), _processor_seconds(pid)
    for half in (0, 1):
        end = began + limit * (half + 1) / 2
        await _share(port, requests // 2, connections, figures, seed=half * requests, end=end)
        memory.append(_megabytes(pid))
    seconds = time.perf_counter() - began
    probe.cancel()
    after = _processor_seconds(pid)
    _, page = await Connection(port).ask("GET", "/metrics")
    return {
        "requests": len(figures.milliseconds),
        "connections": connections,
        "errors": len(figures.errors),
        "first_errors": figures.errors[:5],
        "requests_per_second": round(len(figures.milliseconds) / seconds, 1),
        "milliseconds": _quantiles(figures.milliseconds),
        "processor_milliseconds_per_request": {
            name: round((after[name] - spent[name]) * 1000 / len(figures.milliseconds), 2) for name in after
        },
        "health_milliseconds": _quantiles(figures.health),
        "loop_milliseconds": _loop(page.decode()),
        "megabytes_warm_half_end": memory,
        "load_average": [round(one, 1) for one in os.getloadavg()],
    }


async def _share(
    port: int, requests: int, connections: int, figures: Figures, seed: int, end: float = math.inf
) -> None:
    numbers = takewhile(lambda _: time.perf_counter() < end, range(seed, seed + requests))
    # shared: whoever is free takes the next
    await asyncio.gather(*(caller(port, numbers, figures) for _ in range(connections)))


def _quantiles(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    at = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "max": 1.0}
    return {name: round(ordered[min(int(len(ordered) * q), len(ordered) - 1)], 1) for name, q in at.items()}


def _loop(page: str) -> dict[str, float]:
    """From /metrics: how late the event loop's timer was at most, and how much of it the server can have caused."""
    values = {
        name: float(value) for name, value in (line.rsplit(" ", 1) for line in page.splitlines() if line[0] != "#")
    }
    made = {"held_max": round(values["okr_lint_loop_held_seconds_max"] * 1000, 1)}
    for kind in ("late", "held"):
        name = f"okr_lint_loop_{kind}_seconds"
        bounds = {part.split('"')[1]: count for part, count in values.items() if part.startswith(f"{name}_bucket")}
        for share in (0.5, 0.99, 0.999):
            reached = [bound for bound, count in bounds.items() if count >= share * values[f"{name}_count"]]
            made[f"{kind}_p{share * 100:g}_at_most"] = float(reached[0]) * 1000
        made[f"{kind}_over_100"] = values[f"{name}_count"] - bounds["0.1"]
    return made


def _megabytes(pid: int) -> dict[str, float]:
    """Memory of the server's processes: each page counted by its share (PSS), and the largest process's own."""
    total, own = 0, 0
    for one in _family(pid):
        rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in rollup.splitlines() if line.endswith("kB")}
        total += sizes["Pss"]
        own = max(own, sizes["Private_Dirty"])
    return {"shared_out": round(total / 1024, 1), "largest_private": round(own / 1024, 1)}


def _processor_seconds(pid: int) -> dict[str, float]:
    """Processor time of the server and of its workers: unlike the clock, hardly moved by other programs."""
    ticks = os.sysconf("SC_CLK_TCK")
    times = {}
    for one in _family(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        times[one] = (int(fields[11]) + int(fields[12])) / ticks
    return {"server": times.pop(pid), "workers": sum(times.values())}


def _family(pid: int) -> list[int]:
    children = [int(p) for t in Path(f"/proc/{pid}/task").iterdir() for p in (t / "children").read_text().split()]
    return [pid, *(one for child in children for one in _family(child))]


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=math.inf, help="begin no request after that long")
    parser.add_argument("--stub", action="store_true")
    args = parser.parse_args()
    command = [sys.executable, "-c", _SERVER, "--port", "0", "--workers", str(args.workers)]
    log = subprocess.PIPE
    process = subprocess.Popen(command + ["--stub"] * args.stub, stderr=log, text=True, cwd=_ROOT)
    assert process.stderr
    try:
        port = 0
        for line in process.stderr:
            event = json.loads(line)
            port = event.get("port", port)
            if event.get("event") == "started":
                break
        drain = subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)
        made = asyncio.run(load(port, args.requests, args.connections, process.pid, args.seconds))
        print(json.dumps({"stub": args.stub, "workers": args.workers, **made}))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
        drain.wait(10)


if __name__ == "__main__":
    main()
