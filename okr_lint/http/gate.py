"""Around every request: its id, who sends it, how often, what is logged, counted and set as headers."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import time
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from okr_lint.http.jobs.work import places
from okr_lint.http.logs import log
from okr_lint.http.problems import MEDIA_TYPE, Problem
from okr_lint.http.service import Service
from okr_lint.lean_dataclasses import dataclass, field

_OPEN = ("/", "/healthz", "/readyz", "/openapi.json")
_PAGE = "/page/"
_URGENT = ("/healthz", "/readyz")
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_NO_CACHE = [(b"cache-control", b"no-store")]
_HEADERS = [
    (b"content-security-policy", _CONTENT_POLICY.encode()),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
]


@dataclass(slots=True)
class _Exchange:
    """One request while it is answered."""

    id: str
    began: float = field(default_factory=time.perf_counter)
    status: int = 0
    sent: int = 0
    caller: str = ""


class Gate:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app, self._service = app, service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with a problem."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        exchange = _Exchange(given if _ID.fullmatch(given) else secrets.token_hex(8))
        scope.setdefault("state", {})["request_id"] = exchange.id
        # HEAD is GET whose body the protocol's layer leaves out, by its own record of the method
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                exchange.status = message["status"]
                message = {**message, "headers": _headers(message["headers"], exchange.id)}
            else:
                exchange.sent += len(message.get("body", b""))
            await send(message)

        try:
            try:
                if scope["path"] not in _URGENT:
                    await self._service.turns.wait()
                exchange.caller = self._admit(scope, headers)
                await self._app(inner, receive, answer)
            except Problem as problem:
                await _answer_problem(problem, exchange.id, answer)
            except ClientDisconnect:
                exchange.status = exchange.status or 499
            except asyncio.CancelledError:  # the server ends, and its time to finish is over
                if exchange.status:
                    raise  # half an answer, as below
                await _answer_problem(Problem("shutting-down", "not finished in time"), exchange.id, answer)
            except Exception as error:
                log("fault", logging.ERROR, id=exchange.id, trace=places(error))
                if exchange.status:
                    raise  # half an answer: the connection is broken off, nobody takes it for a whole one
                await _answer_problem(Problem("internal-error", type(error).__name__), exchange.id, answer)
        finally:
            self._note(scope["method"], inner.get("route"), headers, exchange)

    def _admit(self, scope: Scope, headers: Headers) -> str:
        """The caller's name.

        Raises:
            Problem: "missing-key" or "rate-exceeded".
        """
        path = scope["path"]
        address = scope["client"][0] if scope.get("client") else "local"
        if path in _OPEN or path.startswith(_PAGE):
            return ""
        name: str | None = address
        if self._service.keys is not None:
            scheme, _, key = headers.get("authorization", "").partition(" ")
            name = self._service.keys.name_of(key.strip()) if scheme.lower() == "bearer" else None
            if name is None:
                raise Problem("missing-key", "send Authorization: Bearer KEY with a valid key")
        assert name is not None
        if wait := self._service.rate.wait(name):
            raise Problem("rate-exceeded", f"the limit is {self._service.limits.rate:g} a second", retry_after=wait)
        return name

    def _note(self, method: str, matched: Any, headers: Headers, exchange: _Exchange) -> None:
        seconds = time.perf_counter() - exchange.began
        route = getattr(matched, "path", "unmatched")
        metrics = self._service.metrics
        method = method if method in ("GET", "HEAD", "POST", "OPTIONS") else "other"
        metrics.requests.labels(method, route, exchange.status).inc()
        metrics.seconds.labels(route).observe(seconds)
        log(
            "request",
            id=exchange.id,
            method=method,
            route=route,
            status=exchange.status,
            milliseconds=round(seconds * 1000, 2),
            bytes_in=headers.get("content-length", "")[:20] or None,
            bytes_out=exchange.sent,
            caller=exchange.caller or None,
        )


def _headers(given: list[tuple[bytes, bytes]], request_id: str) -> list[tuple[bytes, bytes]]:
    """The headers of an answer with ours; the application sets none of these but the cache's."""
    cached = any(name == b"cache-control" for name, _ in given)
    return [*given, (b"x-request-id", request_id.encode()), *_HEADERS, *([] if cached else _NO_CACHE)]


async def _answer_problem(problem: Problem, request_id: str, send: Send) -> None:
    status, headers, body = problem_parts(problem, request_id)
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


def problem_parts(problem: Problem, request_id: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a problem's answer."""
    body = problem.body(request_id)
    headers = {"content-type": MEDIA_TYPE, "content-length": str(len(body))}
    if problem.retry_after is not None:
        headers["retry-after"] = str(problem.retry_after)
    if problem.kind == "missing-key":
        headers["www-authenticate"] = "Bearer"
    return problem.status, headers, body
