from __future__ import annotations

import json
import random
import sys
from typing import Any

import pytest

from tests.lsp.lsp_client import FULL_CAPABILITIES, Client, at, span

TEXT = "## O1：让门店店长轻松排班\n- KR1：优化排班流程\n"
CRASHING = """
import sys, okr_lint.lsp.session as session
check = session.check
def crash(job, *rest):
    if "CRASH" in job.text:
        raise RuntimeError("the wheel came off")
    return check(job, *rest)
session.check = crash
from okr_lint.lsp.server import main
sys.exit(main([]))
"""
SLOW = """
import sys, time, okr_lint.lsp.session as session
check = session.check
def slow(*given):
    time.sleep(0.4)
    return check(*given)
session.check = slow
from okr_lint.lsp.server import main
sys.exit(main([]))
"""


def test_a_crash_is_a_window_message_and_the_server_lives() -> None:
    client = Client([sys.executable, "-c", CRASHING])
    try:
        client.initialize()
        uri = client.open(TEXT)
        assert client.diagnostics(uri, 1)
        client.change(uri, 2, {"range": span(1, 6, 6), "text": "CRASH"})
        told = client.notification("window/showMessage")
        assert told["type"] == 1
        assert "the wheel came off" in told["message"]
        assert client.diagnostics(uri) == []
        assert client.request("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(1, 7)}) is None
        client.change(uri, 3, {"range": span(1, 6, 11), "text": ""})
        assert client.diagnostics(uri, 3)
        assert client.close() == 0
    finally:
        client.kill()


def test_overtaken_work_is_dropped_and_requests_get_the_newest_version() -> None:
    client = Client([sys.executable, "-c", SLOW])
    try:
        client.initialize()
        uri = client.open(TEXT)
        for version in range(2, 12):
            client.change(uri, version, {"range": span(1, 6, 6), "text": "再"})
        tree = client.request("workspace/executeCommand", {"command": "okr-lint.tree", "arguments": [uri]})
        assert "再" * 10 in tree
        client.diagnostics(uri, 11)
        versions = [n["params"].get("version") for n in client.notifications if "uri" in (n["params"] or {})]
        assert len(versions) <= 2  # the first one had begun; those in between never ran
    finally:
        client.kill()


def test_a_request_can_be_cancelled() -> None:
    client = Client([sys.executable, "-c", SLOW])
    try:
        client.initialize()
        uri = client.open(TEXT)
        number = client.start_request("textDocument/hover", {"textDocument": {"uri": uri}, "position": at(1, 7)})
        client.notify("$/cancelRequest", {"id": number})
        assert client.response(number)["error"]["code"] == -32800
        assert client.request("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    finally:
        client.kill()


def test_nothing_is_answered_before_initialize(fresh: Client) -> None:
    number = fresh.start_request("textDocument/hover", {"textDocument": {"uri": "file:///a.md"}, "position": at(0, 0)})
    assert fresh.response(number)["error"]["code"] == -32002
    fresh.notify("textDocument/didOpen", {"textDocument": {}})
    fresh.initialize()
    assert fresh.diagnostics(fresh.open(TEXT), 1)


def test_progress_on_first_start(fresh: Client) -> None:
    fresh.initialize()
    assert fresh.notification("$/progress", lambda p: p["value"]["kind"] == "begin")
    assert fresh.notification("$/progress", lambda p: p["value"]["kind"] == "end")
    assert [r["method"] for r in fresh.requests] == ["window/workDoneProgress/create"]


def test_a_client_that_can_do_nothing(fresh: Client) -> None:
    result = fresh.initialize({})
    assert result["capabilities"]["positionEncoding"] == "utf-16"
    uri = fresh.open(TEXT)
    assert any(d["code"] == "K201" for d in fresh.diagnostics(uri, 1))
    assert fresh.requests == []


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 9), ("utf-16", 6), ("utf-32", 5)])
def test_the_encoding_is_the_clients_choice(fresh: Client, encoding: str, start: int) -> None:
    capabilities = {**FULL_CAPABILITIES, "general": {"positionEncodings": ["utf-7", encoding, "utf-16"]}}
    assert fresh.initialize(capabilities)["capabilities"]["positionEncoding"] == encoding
    uri = fresh.open("## O1：让门店店长轻松排班\n- 👍 : 𠮷\n- KR1：优化排班流程\n")
    found = next(d for d in fresh.diagnostics(uri, 1) if d["code"] == "K201")
    assert found["range"]["start"] == at(2, 8 if encoding == "utf-8" else 6)
    fresh.change(uri, 2, {"range": {"start": at(1, start), "end": at(1, start)}, "text": "X"})
    tree = fresh.request("workspace/executeCommand", {"command": "okr-lint.tree", "arguments": [uri]})
    assert tree


def _frame(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def _garbage(chance: random.Random) -> bytes:
    """One broken or senseless message; those that are framed keep the stream in step."""
    place: dict[str, Any] = {"textDocument": {"uri": "file:///okr/f.md", "version": 1}}
    params = [
        None,
        [],
        7,
        "x",
        {},
        {"textDocument": None},
        place,
        {**place, "position": {"line": -1, "character": 1e9}},
    ]
    method = chance.choice(
        ["textDocument/hover", "textDocument/didChange", "textDocument/didOpen", "nonsense", "$/cancelRequest", "",
         "textDocument/codeAction", "workspace/executeCommand", "textDocument/inlayHint", "initialize2"]
    )  # fmt: skip
    message: dict[str, Any] = {"jsonrpc": chance.choice(["2.0", "1.0", 2]), "method": method}
    message["params"] = chance.choice(params)
    if chance.random() < 0.5:
        message["id"] = chance.choice([None, "s", 10**20, -1, [1], {}])
    kind = chance.randrange(9)
    if kind == 0:
        return _frame(bytes(chance.randrange(256) for _ in range(chance.randrange(1, 60))))
    if kind == 1:
        return b"Content-Type: x\r\n\r\n"
    if kind == 2:
        return b"content-length:5\r\nX: y\r\n\r\n[1,2]"
    if kind == 3:
        return _frame(b"[" * 20_000)
    if kind == 4:
        return _frame(json.dumps({**message, "params": {"jsonrpc": "2.0", "id": {"jsonrpc": None}}}).encode())
    if kind == 5:
        return b"Content-Length: -3\r\n\r\n"
    if kind == 6:
        return b"Content-Length: 99999999999999999999x\r\n\r\n"
    return _frame(json.dumps(message).encode())


@pytest.mark.parametrize("seed", range(3))
def test_malformed_input_is_survived(fresh: Client, seed: int) -> None:
    chance = random.Random(seed)
    fresh.initialize()
    uri = fresh.open(TEXT, "file:///okr/real.md")
    for _ in range(80):
        fresh.raw(_garbage(chance))
    changes = [{"range": {"start": at(5, 9), "end": at(0, 0)}, "text": "\ud83d"}, {"text": TEXT}]
    fresh.change(uri, 2, *changes)
    assert any(d["code"] == "K201" for d in fresh.diagnostics(uri, 2))
    assert fresh.close() == 0


def test_a_header_without_end_and_a_body_cut_short_end_the_server_quietly(fresh: Client) -> None:
    fresh.initialize()
    fresh.raw(b"x" * 100_000)
    fresh.raw(b"\r\n\r\nContent-Length: 500\r\n\r\n{")
    assert fresh.process.stdin
    fresh.process.stdin.close()
    assert fresh.process.wait(60) == 1


def test_the_protocol_is_answered_while_a_check_runs() -> None:
    client = Client([sys.executable, "-c", SLOW.replace("0.4", "4")])
    try:
        client.initialize()
        uri = client.open(TEXT)
        client.notification("$/progress", lambda p: p["value"]["kind"] == "end")  # the check has begun or is about to
        rules = client.request("workspace/executeCommand", {"command": "okr-lint.rules", "arguments": ["en"]})
        assert any(rule["code"] == "K201" for rule in rules)
        assert not [n for n in client.notifications if n["method"] == "textDocument/publishDiagnostics"]
        assert client.diagnostics(uri, 1)
    finally:
        client.kill()
