"""POST /v1/check/batch: order, bad lines in their place, answers while lines still come, bounded lines."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.http.serving import Server

HEADERS = {"content-type": "application/x-ndjson"}


def line(number: int) -> bytes:
    return json.dumps({"text": f"# O1: Shop {number} runs on its own", "format": "markdown"}).encode() + b"\n"


def answers(client: httpx.Client, content: Any, **params: str) -> list[dict[str, Any]]:
    answer = client.post("/v1/check/batch", content=content, headers=HEADERS, params=params)
    assert answer.status_code == 200
    return [json.loads(one) for one in answer.text.splitlines()]


def text_of(answer: dict[str, Any]) -> str:
    return str(answer["files"][0]["objectives"][0]["text"])


def test_order_is_kept_and_a_bad_line_answered_in_its_place(client: httpx.Client) -> None:
    lines = [line(n) for n in range(60)]
    lines[7] = b"{broken\n"
    lines[30] = b'{"text": "x", "format": "docx"}\r\n'
    got = answers(client, b"".join(lines).rstrip(b"\n"))
    assert len(got) == 60
    assert got[7]["status"] == 400 and got[30]["field"] == "format"
    assert all(text_of(one) == f"Shop {n} runs on its own" for n, one in enumerate(got) if n not in (7, 30))


def test_lines_may_arrive_in_any_pieces_and_blank_ones_are_passed_over(client: httpx.Client) -> None:
    whole = line(1) + b"\n  \n" + line(2) + b"\r\n"

    def pieces() -> Iterator[bytes]:
        for at in range(0, len(whole), 7):
            yield whole[at : at + 7]

    assert [text_of(one) for one in answers(client, pieces())] == ["Shop 1 runs on its own", "Shop 2 runs on its own"]


def test_a_line_that_is_too_long_is_answered_and_the_next_is_checked(client: httpx.Client) -> None:
    long = b'{"text": "' + b"x" * (1024 * 1024) + b'"}\n'
    got = answers(client, line(1) + long + line(2))
    assert [one.get("status") for one in got] == [None, 413, None]


def test_options_of_the_query_hold_for_all_lines(client: httpx.Client) -> None:
    got = answers(client, line(1) + line(2), select="K2")
    assert all(one["files"][0]["findings"] == [] for one in got)


def test_the_first_answer_comes_before_the_last_line_is_sent(server: Server) -> None:
    address = urlsplit(server.url)
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        head = f"POST /v1/check/batch HTTP/1.1\r\nhost: x\r\ncontent-type: {HEADERS['content-type']}\r\n"
        connection.sendall(f"{head}transfer-encoding: chunked\r\n\r\n".encode() + chunk(line(1)))
        early = b""
        while b"Shop 1 runs" not in early:
            early += connection.recv(65536)
        connection.sendall(chunk(line(2)) + b"0\r\n\r\n")
        late = b""
        while not late.endswith(b"0\r\n\r\n"):
            late += connection.recv(65536)
    assert b"Shop 2 runs" in late


def chunk(content: bytes) -> bytes:
    return f"{len(content):x}\r\n".encode() + content + b"\r\n"
