from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.http.serving import Server, serving


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with serving("--limit-seconds", "120") as running:  # a loaded machine takes long for what is heavy
        yield running


@pytest.fixture(scope="session")
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=60) as made:
        yield made
