"""GET: is it up, is it ready, which version, what has it done."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from okr_lint.http import openapi
from okr_lint.http.problems import Problem
from okr_lint.http.schema.options import Profile
from okr_lint.http.schema.state import Health, Version
from okr_lint.http.service import Service
from okr_lint.readers.read import FORMATS
from okr_lint.version import tool_info

_METRICS = {"description": "Prometheus' text form", "content": {"text/plain": {"schema": {"type": "string"}}}}


def router(service: Service) -> APIRouter:
    """The routes."""
    made = APIRouter()

    @made.get(
        "/healthz", summary="Is the process alive?", response_model=Health, operation_id="healthz", tags=["state"]
    )
    async def healthz() -> Response:
        return JSONResponse({"status": "ok"})

    @made.get(
        "/readyz",
        summary="Can it work?",
        response_model=Health,
        operation_id="readyz",
        tags=["state"],
        responses=openapi.problems(503),
    )
    async def readyz() -> Response:
        if not service.ready or not service.pool.alive:
            raise Problem("shutting-down" if not service.ready else "overloaded", "no worker is ready", retry_after=1)
        return JSONResponse({"status": "ready", "workers": service.pool.alive})

    @made.get(
        "/v1/version",
        summary="Versions, digests and limits",
        response_model=Version,
        operation_id="version",
        tags=["state"],
        responses=openapi.problems(401, 429),
    )
    async def version() -> Response:
        limits = service.limits
        return JSONResponse(
            {
                "tool": tool_info(),
                "contract": 1,
                "profiles": list(get_args(Profile)),
                "languages": ["zh", "en"],
                "formats": {name: list(suffixes) for name, (suffixes, _, _) in FORMATS.items()},
                "limits": {"body": limits.body, "statements": limits.statements, "seconds": limits.seconds},
            }
        )

    @made.get(
        "/metrics",
        summary="Counters for Prometheus",
        operation_id="metrics",
        tags=["state"],
        response_class=Response,
        responses={200: _METRICS, **openapi.problems(401, 429)},
    )
    async def metrics() -> Response:
        return Response(service.metrics.page(), media_type=service.metrics.content_type)

    return made
