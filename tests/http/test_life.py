"""A server under work: it stays answerable, survives its workers, finishes what it has accepted."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import threading
import time
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from okr_lint.http.server import serve
from tests.http.serving import Server, serving
from tests.http.test_batch import line

# seconds of work, on a quick machine too
HEAVY = "".join(
    f"# O{n}: 让第 {n} 家门店独立运转\n- KR1: 优化流程 {n}\n- KR2: 电话从 40 通降到 {n % 30} 通\n"
    f"- KR3: Hold {n} trainings\n"
    for n in range(1, 1200)
)


class Heavy(threading.Thread):
    """One heavy request."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self._url = f"{server.url}/v1/check"
        self.answer: httpx.Response | None = None
        self.start()

    def run(self) -> None:
        self.answer = httpx.post(self._url, json={"text": HEAVY, "format": "markdown"}, timeout=120)

    def result(self) -> httpx.Response:
        self.join(120)
        assert self.answer is not None
        return self.answer


def workers(server: Server) -> list[int]:
    """Processes below the server's own children (the process that workers are forked from)."""
    below = [grandchild for child in _children(server.process.pid) for grandchild in _children(child)]
    assert below
    return below


def _children(pid: int) -> list[int]:
    return [int(p) for t in Path(f"/proc/{pid}/task").iterdir() for p in (t / "children").read_text().split()]


def test_health_is_answered_while_all_workers_compute(server: Server) -> None:
    heavy = Heavy(server)
    times = []
    with httpx.Client(base_url=server.url) as client:
        while heavy.is_alive():
            began = time.perf_counter()
            assert client.get("/healthz").status_code == 200
            times.append(time.perf_counter() - began)
            time.sleep(0.02)
    assert heavy.result().status_code == 200
    assert len(times) >= 8 and sorted(times)[len(times) // 2] < 0.1


def test_a_worker_killed_at_work_gives_an_error_or_an_answer_and_the_next_request_works(server: Server) -> None:
    heavy = Heavy(server)
    time.sleep(0.4)
    for pid in workers(server):
        os.kill(pid, signal.SIGKILL)
    answer = heavy.result()
    if answer.status_code == 200:
        assert answer.json()["summary"]["objectives"] == 1199
    else:
        assert answer.status_code == 503 and answer.json()["type"].endswith(":worker-lost")
    small = {"text": "# O1: 让门店独立运转", "format": "markdown"}
    assert httpx.post(f"{server.url}/v1/check", json=small, timeout=60).status_code == 200


def test_workers_killed_again_and_again_never_give_half_an_answer() -> None:
    """Whole answers or 503; a body cut short would raise httpx.RemoteProtocolError, broken JSON a ValueError."""
    text = "".join(f"# O{n}: 让第 {n} 家门店独立运转\n- KR1: 优化流程\n" for n in range(1, 25))
    statuses: list[int] = []

    def call(url: str) -> None:
        with httpx.Client(base_url=url, timeout=60) as client:
            for _ in range(12):
                answer = client.post("/v1/check", json={"text": text, "format": "markdown"})
                said = answer.json()
                if answer.status_code == 200:
                    assert said["summary"]["objectives"] == 24
                else:
                    assert answer.status_code == said["status"] == 503
                statuses.append(answer.status_code)

    with serving("--workers", "2") as server, ThreadPoolExecutor(3) as threads:
        calls = [threads.submit(call, server.url) for _ in range(3)]
        chosen = random.Random(5)
        while not all(one.done() for one in calls):
            time.sleep(chosen.uniform(0.05, 0.4))
            with suppress(ProcessLookupError, FileNotFoundError, AssertionError):
                os.kill(chosen.choice(workers(server)), signal.SIGKILL)
        for one in calls:
            one.result()
        replaced = [event for event in server.log if event["event"] == "worker-replaced"]
        assert len(statuses) == 36 and replaced
        small = {"text": "# O1: 让门店独立运转", "format": "markdown"}
        assert httpx.post(f"{server.url}/v1/check", json=small, timeout=60).status_code == 200


def test_work_that_takes_too_long_is_answered_with_504_and_the_next_request_works() -> None:
    with serving("--limit-seconds", "1") as server:
        answer = httpx.post(f"{server.url}/v1/check", json={"text": HEAVY * 4, "format": "markdown"}, timeout=120)
        assert answer.status_code == 504 and answer.json()["type"].endswith(":timeout")
        small, answered = {"text": "# O1: 让门店独立运转", "format": "markdown"}, 0
        for _ in range(30):  # a loaded machine may not begin within that second
            answered = httpx.post(f"{server.url}/v1/check", json=small, timeout=60).status_code
            if answered == 200:
                break
        assert answered == 200


def test_a_batch_under_way_is_answered_to_its_end_before_the_server_ends() -> None:
    with serving() as server:

        def lines() -> Iterator[bytes]:
            yield line(1)
            time.sleep(0.5)
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            yield line(2)

        headers = {"content-type": "application/x-ndjson"}
        answer = httpx.post(f"{server.url}/v1/check/batch", content=lines(), headers=headers, timeout=120)
        said = [json.loads(one)["summary"]["objectives"] for one in answer.text.splitlines()]
        assert said == [1, 1]
        assert server.process.wait(120) == 0


def test_what_was_accepted_is_answered_before_the_end() -> None:
    with serving("--limit-concurrent", "2", "--limit-seconds", "120", "--grace", "120") as server:
        accepted = [Heavy(server), Heavy(server)]
        time.sleep(0.5)
        turned_away = httpx.post(f"{server.url}/v1/check", json={"text": "x", "format": "text"})
        assert turned_away.status_code == 503 and turned_away.headers["retry-after"] == "1"
        server.process.send_signal(signal.SIGTERM)
        assert [one.result().json()["summary"]["objectives"] for one in accepted] == [1199, 1199]
        assert server.process.wait(120) == 0
    assert server.log[-1]["event"] in ("stopped", "server")


def test_what_is_not_finished_in_the_time_to_finish_is_told_so() -> None:
    with serving("--grace", "1") as server:
        address = urlsplit(server.url)
        with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
            connection.sendall(b"POST /v1/check HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\nonly this")
            until_accepted(server)
            server.process.send_signal(signal.SIGTERM)
            said = b"".join(iter(partial(connection.recv, 65536), b""))  # head and body may come apart
        assert said.startswith(b"HTTP/1.1 503 ") and b"urn:okr-lint:problem:shutting-down" in said
        assert server.process.wait(60) == 0


def until_accepted(server: Server) -> None:
    name = "okr_lint_requests_in_progress 1.0"
    while name not in httpx.get(f"{server.url}/metrics", timeout=60).text:
        time.sleep(0.05)


@pytest.mark.parametrize(
    "arguments",
    [
        {"host": "0.0.0.0"},
        {"keys": Path("/nowhere")},
        {"workers": 0},
        {"port": 99_999},
        {"grace": -1.0},
        {"limit_body": -1},
        {"limit_concurrent": 0},
        {"limit_seconds": float("nan")},
    ],
)
def test_what_is_not_served(arguments: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    assert serve(Namespace(**arguments)) == 2
    assert "okr-lint serve: " in capsys.readouterr().err
