"""Nothing holds the event loop up: not many callers at once, not large bodies, not a log that nobody reads."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from itertools import pairwise

import httpx

from okr_lint.http.lateness import watch
from okr_lint.http.logs import JsonFormatter, Writer
from okr_lint.http.turns import Turns
from tests.http.serving import PROGRAM, Server, serving

LARGE = "# O1: Shops run on their own\n" + "plain words that say little\n" * 100_000


def held(client: httpx.Client) -> float:
    """The longest that the server itself can have kept its loop from the network, in seconds."""
    (line,) = [
        one for one in client.get("/metrics").text.splitlines() if one.startswith("okr_lint_loop_held_seconds_max ")
    ]
    return float(line.split()[1])


def test_the_first_requests_many_at_once_and_large_bodies_leave_health_within_100_ms() -> None:
    with (
        serving("--workers", "2", "--limit-seconds", "5") as server,
        httpx.Client(base_url=server.url, timeout=120) as client,
    ):
        assert client.get("/openapi.json").status_code == 200  # made before the first request asks for it
        codes = [rule["code"] for rule in client.get("/v1/rules").json()["rules"]]
        large = [threading.Thread(target=check_large, args=(server,)) for _ in range(2)]
        for one in large:
            one.start()
        assert asyncio.run(at_once(server, [f"/v1/rules/{code}" for code in codes])) == {200}
        for one in large:
            one.join(120)
        assert 0 < held(client) < 0.1


def check_large(server: Server) -> None:
    answer = httpx.post(f"{server.url}/v1/check", content=LARGE, headers={"content-type": "text/markdown"}, timeout=120)
    assert answer.status_code in (200, 504)  # whether there is time for it is not the question here


async def at_once(server: Server, paths: list[str]) -> set[int]:
    limits = httpx.Limits(max_connections=len(paths))
    async with httpx.AsyncClient(base_url=server.url, timeout=120, limits=limits) as client:
        return {answer.status_code for answer in await asyncio.gather(*(client.get(path) for path in paths))}


def test_one_waiter_goes_on_in_each_round_and_those_who_left_hold_up_nobody() -> None:
    async def test() -> list[str]:
        turns, order = Turns(), list[str]()

        async def request(name: str) -> None:
            await turns.wait()
            order.append(name)

        async def rounds() -> None:
            for _ in range(12):
                order.append("round")
                await asyncio.sleep(0)

        waiting = [asyncio.create_task(request(name)) for name in "abcd"]
        await asyncio.sleep(0)
        waiting[1].cancel()
        await asyncio.gather(rounds(), *waiting, return_exceptions=True)
        await request("e")  # an empty queue starts again
        return order

    order = asyncio.run(test())
    assert [one for one in order if one != "round"] == list("acde")
    assert all(a == "round" or b == "round" for a, b in pairwise(order) if "e" not in (a, b))


def test_lateness_tells_our_own_work_from_that_of_others() -> None:
    async def test() -> list[tuple[float, float]]:
        told: list[tuple[float, float]] = []
        task = asyncio.create_task(watch(lambda late, held: told.append((late, held)), turn=0.001))
        await asyncio.sleep(0.05)
        at = len(told)
        time.sleep(0.3)  # the loop is late, but not because we compute
        await asyncio.sleep(0.05)
        slept = max(told[at:])
        at, until = len(told), time.process_time() + 0.3
        while time.process_time() < until:
            pass
        await asyncio.sleep(0.05)
        task.cancel()
        return [slept, max(told[at:])]

    gc.collect()
    slept, computed = asyncio.run(test())
    assert slept[0] >= 0.29 and slept[1] < 0.15
    assert computed[0] >= 0.29 and computed[1] >= 0.29


def test_a_log_that_nobody_reads_delays_no_answer() -> None:
    command = [sys.executable, "-c", PROGRAM, "--port", "0", "--workers", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    try:
        port = 0
        while (event := json.loads(process.stderr.readline()))["event"] != "started":
            port = event.get("port", port)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:  # a pipe holds 64 KiB
            for _ in range(600):
                assert client.get("/healthz").status_code == 200
        process.send_signal(signal.SIGTERM)
        late = [json.loads(line)["event"] for line in process.stderr]
        assert late.count("request") == 600 and late[-1] == "server"
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait(60)
        process.stderr.close()


def test_lines_beyond_the_waiting_ones_are_dropped_and_told() -> None:
    reading, writing = os.pipe()
    writer = Writer(writing, most=5)
    writer.setFormatter(JsonFormatter())
    for number in range(400):
        writer.handle(logging.makeLogRecord({"msg": "%d " + "x" * 1000, "args": (number,), "levelname": "INFO"}))
    assert 0 < writer.lost < 400
    taken = bytearray()

    def take() -> None:
        while part := os.read(reading, 65536):
            taken.extend(part)

    thread = threading.Thread(target=take)
    thread.start()
    sent, deadline = 400, time.monotonic() + 30
    while b"log-lines-lost" not in taken and time.monotonic() < deadline:
        writer.handle(logging.makeLogRecord({"msg": "after", "levelname": "INFO"}))
        sent += 1
        time.sleep(0.01)
    writer.close()
    os.close(writing)
    thread.join(30)
    os.close(reading)
    lines = [json.loads(line) for line in taken.decode().splitlines()]
    told = [one["count"] for one in lines if one.get("event") == "log-lines-lost"]
    assert told and len(lines) - len(told) + writer.lost == sent


def test_a_log_whose_reader_is_gone_is_given_up() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    writer = Writer(writing)
    writer.setFormatter(JsonFormatter())
    writer.handle(logging.makeLogRecord({"msg": "x", "levelname": "INFO"}))
    writer.close()
    with suppress(OSError):
        os.close(writing)
