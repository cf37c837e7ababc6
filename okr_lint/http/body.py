"""A request's body, within its size and its time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import ClientDisconnect, Request

from okr_lint.http.config import Limits
from okr_lint.http.problems import Problem


async def read_body(request: Request, limits: Limits) -> bytes:
    """All of the body.

    Raises:
        Problem: "body-too-large" (before it is read, where its length is told), "slow-body".
        ClientDisconnect: the caller is gone.
    """
    refuse_encoding(request)
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > limits.body:
        raise _too_large(limits)
    chunks, size = [], 0
    try:
        async with asyncio.timeout(limits.body_seconds):
            async for chunk in request.stream():
                size += len(chunk)
                if size > limits.body:
                    raise _too_large(limits)
                chunks.append(chunk)
    except TimeoutError:
        raise Problem("slow-body", f"not complete after {limits.body_seconds:g} s") from None
    return b"".join(chunks)


async def read_lines(request: Request, limits: Limits) -> AsyncIterator[bytes | None]:
    """The lines of the body that are not blank, as they arrive; None for one that is too long.

    Raises:
        Problem: "slow-body", where nothing comes for too long.
    """
    refuse_encoding(request)
    rest, skipping = b"", False
    stream = request.stream()
    while True:
        try:
            async with asyncio.timeout(limits.body_seconds):
                chunk = await anext(stream)
        except StopAsyncIteration:
            break
        except TimeoutError:
            raise Problem("slow-body", f"nothing came for {limits.body_seconds:g} s") from None
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if skipping or len(line) > limits.line:
                skipping = False
                yield None
            elif line.strip():
                yield line
        if len(rest) > limits.line:
            rest, skipping = b"", True
    if skipping or len(rest) > limits.line:
        yield None
    elif rest.strip():
        yield rest


def refuse_encoding(request: Request) -> None:
    """Compressed bodies are not taken: their size is known only after they were unpacked."""
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Problem("unsupported-media-type", "send the body without content-encoding")


def _too_large(limits: Limits) -> Problem:
    return Problem("body-too-large", f"the limit is {limits.body} bytes")


__all__ = ["ClientDisconnect", "read_body", "read_lines", "refuse_encoding"]
