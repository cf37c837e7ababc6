"""A server under work: it stays answerable, survives its workers, finishes what it has accepted."""

from __future__ import annotations

import os
import signal
import threading
import time
from argparse import Namespace
from pathlib import Path

import httpx
import pytest

from okr_lint.http.server import serve
from tests.http.serving import Server, serving

# a second of work and more
HEAVY = "".join(
    f"# O{n}: 让第 {n} 家门店独立运转\n- KR1: 优化流程 {n}\n- KR2: 电话从 40 通降到 {n % 30} 通\n"
    f"- KR3: Hold {n} trainings\n"
    for n in range(1, 300)
)


class Heavy(threading.Thread):
    """One heavy request."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self._url = f"{server.url}/v1/check"
        self.answer: httpx.Response | None = None
        self.start()

    def run(self) -> None:
        self.answer = httpx.post(self._url, json={"text": HEAVY, "format": "markdown"}, timeout=60)

    def result(self) -> httpx.Response:
        self.join(60)
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
        assert answer.json()["summary"]["objectives"] == 299
    else:
        assert answer.status_code == 503 and answer.json()["type"].endswith(":worker-lost")
    small = {"text": "# O1: 让门店独立运转", "format": "markdown"}
    assert httpx.post(f"{server.url}/v1/check", json=small, timeout=60).status_code == 200


def test_what_was_accepted_is_answered_before_the_end() -> None:
    with serving("--limit-concurrent", "2") as server:
        accepted = [Heavy(server), Heavy(server)]
        time.sleep(0.5)
        turned_away = httpx.post(f"{server.url}/v1/check", json={"text": "x", "format": "text"})
        assert turned_away.status_code == 503 and turned_away.headers["retry-after"] == "1"
        server.process.send_signal(signal.SIGTERM)
        assert [one.result().json()["summary"]["objectives"] for one in accepted] == [299, 299]
        assert server.process.wait(30) == 0
    assert server.log[-1]["event"] in ("stopped", "server")


@pytest.mark.parametrize("arguments", [{"host": "0.0.0.0"}, {"keys": Path("/nowhere")}, {"workers": 0}])
def test_what_is_not_served(arguments: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    assert serve(Namespace(**arguments)) == 2
    assert "okr-lint serve: " in capsys.readouterr().err
