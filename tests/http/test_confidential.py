"""OKRs are confidential: no word of a document, a path, a query or a body reaches the log or the metrics."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from okr_lint.http.app import create_app
from tests.http.serving import Server, serving

WORDS = "让仓库的夜班不再加班 quietly-confidential"
JSON = {"content-type": "application/json"}
TEXT = {"text": f"# O1: {WORDS}\n- KR1: {WORDS} 40%\n", "format": "markdown", "path": f"{WORDS}.md"}

Call = Callable[[httpx.Client, str], httpx.Response]

# every way in which a caller's words can come, by path of the OpenAPI document
DOCUMENTS: list[Call] = [
    lambda client, path: client.post(path, json=TEXT),
    lambda client, path: client.post(path, json={"objectives": [{"objective": WORDS, "key_results": [WORDS]}]}),
    lambda client, path: client.post(path, content=TEXT["text"].encode(), params={"path": f"{WORDS}.md"}),
    lambda client, path: client.post(path, files={"file": (f"{WORDS}.md", TEXT["text"].encode())}),
    lambda client, path: client.post(path, files={"file": (f"{WORDS}.docx", TEXT["text"].encode())}),
    lambda client, path: client.post(path, files={WORDS: b""}, data={"options": WORDS}),
    lambda client, path: client.post(path, json={**TEXT, "format": WORDS, "options": {"select": [WORDS]}}),
    lambda client, path: client.post(path, json={"text": f'{{"objectives": ["{WORDS}', "format": "json"}),
    lambda client, path: client.post(path, content=f'{{"objectives": "{WORDS}'.encode(), headers=JSON),
    lambda client, path: client.post(path, json=TEXT, params={WORDS: WORDS}),
]
CALLS: dict[str, list[Call]] = {
    "/v1/check": DOCUMENTS,
    "/v1/parse": DOCUMENTS,
    "/v1/score": DOCUMENTS,
    "/v1/fix": [*DOCUMENTS, lambda client, path: client.post(path, json={**TEXT, "unsafe": True})],
    "/v1/check/batch": [
        lambda client, path: client.post(
            path,
            content=f"{json.dumps(TEXT)}\n{{{WORDS}\n".encode(),
            headers={"content-type": "application/x-ndjson"},
        )
    ],
    "/v1/diff": [
        lambda client, path: client.post(path, json={"old": TEXT, "new": {**TEXT, "text": f"# O1: {WORDS}!"}}),
        lambda client, path: client.post(path, json={"old": TEXT, "new": {"text": WORDS, "format": "json"}}),
        lambda client, path: client.post(path, json={WORDS: WORDS}),
    ],
    "/v1/examples": [
        lambda client, path: client.post(path, json={"like": WORDS}),
        lambda client, path: client.post(path, json={"like": WORDS, "function": WORDS, "lang": WORDS}),
        lambda client, path: client.get(path, params={"function": WORDS}),
        lambda client, path: client.get(path, params={"like": WORDS}),
    ],
    "/v1/rules/{code}": [lambda client, path: client.get(path.format(code=WORDS))],
    **{
        path: [lambda client, path: client.get(path, params={"q": WORDS}, headers={"x-request-id": "quietly so"})]
        for path in ("/v1/rules", "/v1/version", "/healthz", "/readyz", "/metrics")
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def listened() -> Iterator[Server]:
    with serving() as server:
        yield server


def test_every_path_is_called() -> None:
    assert CALLS.keys() == create_app().openapi()["paths"].keys()


@pytest.mark.parametrize("path", CALLS)
def test_no_word_reaches_the_log_or_the_metrics(listened: Server, path: str) -> None:
    with httpx.Client(base_url=listened.url, headers={"x-request-id": "sent-by-caller"}, timeout=60) as client:
        answers = [call(client, path) for call in CALLS[path]]
        assert {one.status_code for one in answers} <= {200, 400, 404, 415, 422}
        client.get(f"/{WORDS}")
        client.post(f"/{WORDS}", json=TEXT)
        metrics = client.get("/metrics").text
        last = f"last-{path.count('/')}-{len(listened.log)}"
        client.get("/healthz", headers={"x-request-id": last})
        while not any(last in line for line in list(listened.raw)):  # a thread writes the log, in order
            time.sleep(0.01)
        assert_silent(listened, metrics)


def test_a_fault_of_the_server_is_logged_by_its_places_only() -> None:
    with serving(program=FAULTY) as server, httpx.Client(base_url=server.url, timeout=60) as client:
        answer = client.post("/v1/check", json=TEXT)
        assert answer.status_code == 500 and "confidential" not in answer.text
        assert client.get(f"/v1/rules/{WORDS}").status_code == 500
        metrics = client.get("/metrics").text
    assert_silent(server, metrics)
    traces = [event["trace"] for event in server.log if event["event"] == "fault"]
    assert len(traces) == 2 and all(trace[0] == "LookupError" for trace in traces)


# a server whose code fails with the caller's words in the message, in a worker and in the main process
FAULTY = """
import argparse, sys
from functools import partial
import okr_lint.http.routes_rules as routes_rules
import okr_lint.http.server as server
from okr_lint.http.app import create_app
from okr_lint.http.arguments import add_arguments
from okr_lint.http.pool import WorkerPool
from tests.http.workers import faulty
def find(code):
    raise LookupError(code)
routes_rules.find = find
server.create_app = partial(create_app, pool=partial(WorkerPool, target=faulty))
parser = argparse.ArgumentParser()
add_arguments(parser)
sys.exit(server.serve(parser.parse_args()))
"""


def assert_silent(server: Server, metrics: str) -> None:
    for written in ("".join(server.raw), metrics):
        for word in ("confidential", "夜班", "\\u591c", "%E5%A4%9C", "quietly"):
            assert word not in written, word
    assert not [event for event in server.log if event["event"] == "not JSON"]


def test_the_log_names_the_request_its_caller_and_its_status(listened: Server) -> None:
    with httpx.Client(base_url=listened.url, headers={"x-request-id": "told-by-caller"}, timeout=60) as client:
        for call in DOCUMENTS[:2]:
            call(client, "/v1/check")
        client.get("/nothing")
        mine: list[dict[str, Any]] = []
        while len(mine) < 3:
            time.sleep(0.01)
            mine = [event for event in listened.log if event.get("id") == "told-by-caller"]
    assert [one["status"] for one in mine] == [200, 200, 404]
    assert {one["route"] for one in mine} == {"/v1/check", "unmatched"} and {one["caller"] for one in mine} == {
        "127.0.0.1"
    }
