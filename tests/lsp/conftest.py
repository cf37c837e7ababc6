from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.lsp.lsp_client import Client


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """One server for the tests of a module; each test opens files of its own."""
    running = Client()
    running.initialize()
    yield running
    assert running.close() == 0


@pytest.fixture
def fresh() -> Iterator[Client]:
    """A server that is not initialised yet."""
    running = Client()
    yield running
    running.kill()
