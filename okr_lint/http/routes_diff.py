"""Two versions of a document, compared."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from okr_lint.http import openapi
from okr_lint.http.body import read_body
from okr_lint.http.routes_check import known_query
from okr_lint.http.schema.examples import DIFF_BODIES
from okr_lint.http.schema.report import DiffReport
from okr_lint.http.schema.requests import DiffRequest
from okr_lint.http.service import Service


def router(service: Service) -> APIRouter:
    """The routes."""
    made = APIRouter(tags=["documents"])

    @made.post(
        "/v1/diff",
        summary="What became of each statement between two versions",
        response_model=DiffReport,
        operation_id="diff",
        responses=openapi.problems(400, 401, 408, 413, 415, 422, 429, 500, 503, 504),
        openapi_extra=openapi.json_body(DiffRequest, DIFF_BODIES),
    )
    async def diff(request: Request) -> Response:
        known_query(request, ())
        async with service.accepted():
            body = await read_body(request, service.limits)
            _, content = await service.work("diff", "application/json", {}, body)
        return Response(content, media_type="application/json")

    return made
