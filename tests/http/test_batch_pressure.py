"""A caller who reads slowly slows its own sending down; one who never reads is told so, and is done with."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.requests import Request

from okr_lint.http.batch import BatchResponse
from okr_lint.http.config import Limits, ServerConfig
from okr_lint.http.service import Service

LINES = 60
ANSWER = b"x" * 500


class Batch:
    """A batch of ``LINES`` lines over a service whose every answer has 500 bytes."""

    def __init__(self, body_seconds: float) -> None:
        service = Service(ServerConfig(workers=1, limits=Limits(body_seconds=body_seconds)))
        service.work = self._work  # type: ignore[assignment,method-assign]
        self.taken, self.sent = 0, list[bytes]()
        self.reading = asyncio.Event()
        scope = {"type": "http", "method": "POST", "headers": []}
        self.response = BatchResponse(service, Request(scope, self._receive), {}, buffer=2_000)
        self.scope = scope

    async def run(self) -> None:
        await self.response(self.scope, self._receive, self._send)

    async def _work(self, *_: Any) -> tuple[dict[str, Any], bytes]:
        return {}, ANSWER

    async def _receive(self) -> dict[str, Any]:
        await asyncio.sleep(0)
        self.taken += 1
        return {"type": "http.request", "body": b'{"text": ""}\n', "more_body": self.taken < LINES}

    async def _send(self, message: Any) -> None:
        if message.get("body"):
            await self.reading.wait()
            self.sent.append(message["body"])


def test_no_more_is_taken_in_than_the_caller_reads() -> None:
    async def test() -> None:
        batch = Batch(body_seconds=30)
        task = asyncio.create_task(batch.run())
        for _ in range(2_000):
            await asyncio.sleep(0)
        assert 4 <= batch.taken <= 10
        batch.reading.set()
        await task
        assert batch.taken == LINES and batch.sent == [ANSWER + b"\n"] * LINES

    asyncio.run(test())


def test_who_never_reads_is_told_so() -> None:
    async def test() -> None:
        batch = Batch(body_seconds=0.05)
        task = asyncio.create_task(batch.run())
        await asyncio.sleep(0.3)
        batch.reading.set()
        await task
        assert batch.taken < 10
        assert json.loads(batch.sent[-1])["status"] == 408 and batch.sent[0] == ANSWER + b"\n"

    asyncio.run(test())
