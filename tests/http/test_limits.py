"""What one caller may take: keys, sizes, rates."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from okr_lint.http.keys import KeyFile, new_key
from okr_lint.http.rate import RateLimit
from tests.http.serving import Server, serving


class Guarded:
    """A server with keys and small limits."""

    def __init__(self, server: Server, keys: Path) -> None:
        self.server, self.keys = server, keys

    def key(self, name: str) -> dict[str, str]:
        key, line = new_key(name)
        self.keys.write_text(self.keys.read_text() + line + "\n")
        return {"authorization": f"Bearer {key}"}


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    keys = tmp_path_factory.mktemp("keys") / "keys"
    keys.write_text("# name:sha256\n")
    limits = ["--limit-body", "20000", "--limit-statements", "20", "--limit-depth", "12", "--limit-rate", "5"]
    with serving("--keys", str(keys), *limits, "--limit-burst", "2", "--limit-body-seconds", "2") as server:
        yield Guarded(server, keys)


def test_without_a_valid_key_only_the_page_and_health_are_open(guarded: Guarded) -> None:
    with httpx.Client(base_url=guarded.server.url) as client:
        answer = client.post("/v1/check", json={"text": "x", "format": "text"})
        assert answer.status_code == 401 and answer.headers["www-authenticate"] == "Bearer"
        assert client.get("/v1/rules", headers={"authorization": "Bearer okr_wrong"}).status_code == 401
        assert client.get("/metrics").status_code == 401
        assert [client.get(path).status_code for path in ("/", "/healthz", "/readyz")] == [200, 200, 200]


def test_keys_are_rotated_without_a_restart(guarded: Guarded) -> None:
    with httpx.Client(base_url=guarded.server.url) as client:
        old, new = guarded.key("old"), guarded.key("new")
        assert client.get("/v1/version", headers=old).status_code == 200
        assert client.get("/v1/version", headers=new).status_code == 200
        lines = [line for line in guarded.keys.read_text().splitlines() if not line.startswith("old:")]
        guarded.keys.write_text("\n".join(lines) + "\n")
        assert client.get("/v1/version", headers=old).status_code == 401
        assert client.get("/v1/version", headers=new).status_code == 200
        names: set[str] = set()
        while "new" not in names:  # a thread writes the log; it holds names, not keys
            time.sleep(0.01)
            names = {str(event.get("caller")) for event in guarded.server.log}
        assert new["authorization"].split()[1] not in "".join(guarded.server.raw)


def test_each_limit_has_its_status(guarded: Guarded) -> None:
    with httpx.Client(base_url=guarded.server.url, headers=guarded.key("limits"), timeout=30) as client:
        large = client.post("/v1/check", json={"text": "x" * 20_000, "format": "text"})
        assert large.status_code == 413
        pieces = (b"x" * 4096 for _ in range(10))
        assert client.post("/v1/check", content=pieces, headers={"content-type": "text/plain"}).status_code == 413
        many = "".join(f"# O{n}: Shop {n} runs on its own\n" for n in range(1, 30))
        answer = client.post("/v1/check", json={"text": many, "format": "markdown"})
        assert answer.status_code == 422 and answer.json()["type"].endswith(":too-many-statements")
        deep = json.loads("[" * 20 + "]" * 20)
        assert client.post("/v1/check", json={"objectives": deep}).json()["type"].endswith(":too-deep")


def test_a_body_that_does_not_arrive_ends_in_408(guarded: Guarded) -> None:
    address = urlsplit(guarded.server.url)
    key = guarded.key("slow")["authorization"]
    with socket.create_connection((address.hostname, address.port), timeout=20) as connection:
        head = f"POST /v1/check HTTP/1.1\r\nhost: x\r\nauthorization: {key}\r\ncontent-length: 50\r\n\r\n"
        connection.sendall(head.encode() + b"only this")
        assert connection.recv(65536).startswith(b"HTTP/1.1 408 ")


def test_a_head_that_does_not_arrive_ends_in_408_and_a_silent_connection_is_closed() -> None:
    """Drop by drop is no better than nothing; a connection between two requests, and one at work, are left alone."""
    with serving("--limit-body-seconds", "1") as server:
        address = urlsplit(server.url)

        def connect() -> socket.socket:
            return socket.create_connection((address.hostname, address.port), timeout=20)

        with connect() as silent, connect() as started, connect() as second, httpx.Client(base_url=server.url) as idle:
            started.sendall(b"GET /heal")
            second.sendall(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n")
            assert idle.get("/healthz").status_code == 200
            assert second.recv(65536).startswith(b"HTTP/1.1 200 ")
            second.sendall(b"GET /")
            with pytest.raises(OSError):  # it is closed while we still send
                for _ in range(100):
                    started.sendall(b"x")
                    time.sleep(0.1)
            assert silent.recv(65536) == b""
            said = second.recv(65536)
            assert said.startswith(b"HTTP/1.1 408 ") and json.loads(said.split(b"\r\n\r\n")[1])["status"] == 408
            assert idle.get("/healthz").status_code == 200


def test_rate_is_counted_by_key(guarded: Guarded) -> None:
    hasty, patient = guarded.key("hasty"), guarded.key("patient")
    with httpx.Client(base_url=guarded.server.url) as client:
        answers = [client.get("/v1/version", headers=hasty) for _ in range(40)]
        refused = [one for one in answers if one.status_code == 429]
        assert refused and int(refused[0].headers["retry-after"]) >= 1
        assert client.get("/v1/version", headers=patient).status_code == 200


def test_a_key_file_that_is_gone_lets_nobody_in(tmp_path: Path) -> None:
    path, said = tmp_path / "keys", list[str]()
    key, line = new_key("ann")
    path.write_text(f"{line}\nbroken:xyz\n:{'0' * 64}\n")
    keys = KeyFile(path, said.append)
    assert keys.name_of(key) == "ann" and keys.name_of("") is None
    assert len(said) == 2 and "xyz" not in said[0]
    path.unlink()
    assert keys.name_of(key) is None and keys.name_of(key) is None
    assert len(said) == 3
    path.write_text(line)
    assert keys.name_of(key) == "ann"


def test_rate_limit_refills_and_forgets_the_oldest() -> None:
    now = [0.0]
    limit = RateLimit(2, 1, lambda: now[0])
    assert [limit.wait("a") for _ in range(3)] == [0, 0, 1]
    now[0] = 0.5
    assert limit.wait("a") == 0 and limit.wait("a") == 1
    assert limit.wait("b") == 0
    assert RateLimit(0, 1).wait("a") == 0
