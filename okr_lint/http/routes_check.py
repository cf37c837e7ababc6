"""POST: what is done with a document."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from okr_lint.http import openapi
from okr_lint.http.batch import BatchResponse
from okr_lint.http.body import read_body
from okr_lint.http.problems import Problem
from okr_lint.http.schema.query import known
from okr_lint.http.service import Service


class _Batch(Response):
    """Lets FastAPI hand the request over to a ``BatchResponse``, and holds its place while it runs."""

    def __init__(self, service: Service, request: Request, query: dict[str, str]) -> None:
        super().__init__()
        self._service, self._inner = service, BatchResponse(service, request, query)

    async def __call__(self, scope, receive, send):  # type: ignore[no-untyped-def]
        async with self._service.accepted():
            await self._inner(scope, receive, send)


def router(service: Service) -> APIRouter:
    """The routes."""
    made = APIRouter()

    async def work(request: Request, job: str) -> Response:
        query = known_query(request, known(job))
        async with service.accepted():
            body = await read_body(request, service.limits)
            _, content = await service.work(job, request.headers.get("content-type", ""), query, body)
        return Response(content, media_type="application/json")

    @made.post("/v1/check", **openapi.document("check"))
    async def check(request: Request) -> Response:
        return await work(request, "check")

    @made.post("/v1/parse", **openapi.document("parse"))
    async def parse(request: Request) -> Response:
        return await work(request, "parse")

    @made.post("/v1/score", **openapi.document("score"))
    async def score(request: Request) -> Response:
        return await work(request, "score")

    @made.post("/v1/fix", **openapi.document("fix"))
    async def fix(request: Request) -> Response:
        return await work(request, "fix")

    @made.post("/v1/check/batch", **openapi.batch())
    async def batch(request: Request) -> Response:
        return _Batch(service, request, known_query(request, known("check")))

    return made


def known_query(request: Request, names: Collection[str]) -> dict[str, str]:
    """The query's fields.

    Raises:
        Problem: "invalid-field", where one is unknown.
    """
    query = dict(request.query_params)
    for name in query:
        if name not in names:
            raise Problem("invalid-field", f"unknown; known are {', '.join(names)}", field=name[:80])
    return query
