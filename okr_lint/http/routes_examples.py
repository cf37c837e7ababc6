"""Well-rated OKRs to learn from."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from okr_lint.http import openapi
from okr_lint.http.body import read_body
from okr_lint.http.routes_check import known_query
from okr_lint.http.schema.examples import EXAMPLES_BODIES
from okr_lint.http.schema.report import ExampleList
from okr_lint.http.schema.requests import ExamplesRequest
from okr_lint.http.service import Service

_SUMMARY = "Well-rated OKRs, with why they are good"
_ASKED = ("function", "lang", "count")


def router(service: Service) -> APIRouter:
    """The routes."""
    made = APIRouter(tags=["examples"])

    async def work(query: dict[str, str], body: bytes) -> Response:
        async with service.accepted():
            _, content = await service.work("examples", "application/json", query, body)
        return Response(content, media_type="application/json")

    @made.get(
        "/v1/examples",
        summary=_SUMMARY,
        response_model=ExampleList,
        operation_id="examples",
        responses=openapi.problems(401, 422, 429, 500, 503, 504),
    )
    async def examples(
        request: Request,
        function: Annotated[str | None, Query(max_length=80)] = None,
        lang: Annotated[Literal["zh", "en"] | None, Query()] = None,
        count: Annotated[int, Query(ge=1, le=20)] = 3,
    ) -> Response:
        return await work(known_query(request, _ASKED), b"")

    @made.post(
        "/v1/examples",
        summary=f"{_SUMMARY}: those nearest to a statement, which stays out of addresses and their logs",
        response_model=ExampleList,
        operation_id="examples_like",
        responses=openapi.problems(400, 401, 408, 413, 415, 422, 429, 500, 503, 504),
        openapi_extra=openapi.json_body(ExamplesRequest, EXAMPLES_BODIES),
    )
    async def examples_like(request: Request) -> Response:
        known_query(request, ())
        return await work({}, await read_body(request, service.limits) or b" ")

    return made
