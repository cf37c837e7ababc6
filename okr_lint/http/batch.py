"""POST /v1/check/batch: one document a line in, one answer a line out, in the order of the lines.

Lines are read while earlier ones are worked on, but never more than a few ahead of the workers, and
no further once ``_BUFFER`` bytes of answers wait for a caller who does not read: memory is bounded
and a slow reader slows the sender down.
"""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request
from starlette.types import Receive, Scope, Send

from okr_lint.http.body import read_lines
from okr_lint.http.problems import Problem
from okr_lint.http.service import Service

_BUFFER = 64 * 1024 * 1024  # simple clients send everything before they read anything
_AHEAD = 2  # lines in work for each worker


class BatchResponse:
    """An ASGI response that reads its request while it answers."""

    def __init__(self, service: Service, request: Request, query: dict[str, str], buffer: int = _BUFFER) -> None:
        self._service, self._request, self._query, self._buffer = service, request, query, buffer
        self._ahead = asyncio.Semaphore(_AHEAD * service.config.workers)
        self._answers: asyncio.Queue[asyncio.Task[bytes] | None] = asyncio.Queue()
        self._waiting = 0
        self._sent = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; a caller who leaves ends all of its work."""
        tasks: set[asyncio.Task[bytes]] = set()
        reader = asyncio.create_task(self._read(tasks))
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
            while (task := await self._answers.get()) is not None:
                line = await task
                tasks.discard(task)
                await send({"type": "http.response.body", "body": line, "more_body": True})
                self._waiting -= len(line)
                self._sent.set()
            await reader
            await send({"type": "http.response.body", "body": b""})
        except ClientDisconnect:
            return
        finally:
            for unfinished in (reader, *tasks):
                unfinished.cancel()

    async def _read(self, tasks: set[asyncio.Task[bytes]]) -> None:
        try:
            async for line in read_lines(self._request, self._service.limits):
                await self._room()
                await self._ahead.acquire()
                task = asyncio.create_task(self._answer(line))
                tasks.add(task)
                self._answers.put_nowait(task)
        except Problem as problem:  # of the body as a whole: the last line says so
            self._answers.put_nowait(asyncio.create_task(_said(problem)))
        finally:
            self._answers.put_nowait(None)

    async def _room(self) -> None:
        """Wait until the caller has read enough.

        Raises:
            Problem: "slow-body", where it reads nothing for too long.
        """
        while self._waiting > self._buffer:
            self._sent.clear()
            try:
                async with asyncio.timeout(self._service.limits.body_seconds):
                    await self._sent.wait()
            except TimeoutError:
                raise Problem("slow-body", "answers are to be read while lines are sent") from None

    async def _answer(self, line: bytes | None) -> bytes:
        try:
            made = await self._line(line) + b"\n"
            self._waiting += len(made)
            return made
        finally:
            self._ahead.release()

    async def _line(self, line: bytes | None) -> bytes:
        lines = self._service.metrics.lines
        try:
            if line is None:
                raise Problem("line-too-long", f"the limit is {self._service.limits.line} bytes")
            _, body = await self._service.work("check", "application/json", self._query, line)
        except Problem as problem:
            lines.labels(problem.kind).inc()
            return problem.body()
        lines.labels("checked").inc()
        return body


async def _said(problem: Problem) -> bytes:
    return problem.body() + b"\n"


_HEADERS = [(b"content-type", b"application/x-ndjson"), (b"x-accel-buffering", b"no")]
