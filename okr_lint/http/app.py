"""The application: routes over one service, and the errors that they answer with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from okr_lint.http import openapi, routes_check, routes_diff, routes_examples, routes_page, routes_rules, routes_state
from okr_lint.http.config import ServerConfig
from okr_lint.http.gate import Gate, problem_parts
from okr_lint.http.pool import WorkerPool
from okr_lint.http.problems import Problem
from okr_lint.http.service import Service
from okr_lint.version import __version__

_ROUTES = (routes_check, routes_diff, routes_examples, routes_rules, routes_state, routes_page)
_KINDS = {404: "not-found", 405: "method-not-allowed"}


def create_app(config: ServerConfig | None = None, *, pool: Callable[..., WorkerPool] = WorkerPool) -> FastAPI:
    """The application for a configuration; its workers start and end with its lifespan."""
    service = Service(config or ServerConfig(), pool)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with service.running():
            yield

    app = FastAPI(
        title="okr-lint", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url=None
    )
    app.state.service = service
    for routes in _ROUTES:
        app.include_router(routes.router(service))
    openapi.install(app)
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_middleware(Gate, service=service)
    return app


def _answer(request: Request, problem: Problem, more: dict[str, str] | None = None) -> Response:
    status, headers, body = problem_parts(problem, request.scope["state"]["request_id"])
    return Response(body, status, {**(more or {}), **headers})


async def _problem(request: Request, error: Any) -> Response:
    return _answer(request, error)


async def _http_error(request: Request, error: Any) -> Response:
    kind = _KINDS.get(error.status_code, "malformed-body")
    return _answer(request, Problem(kind, f"{request.method} is not answered at this path"), error.headers)


async def _invalid(request: Request, error: Any) -> Response:
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"] if part not in ("query", "path", "body"))
    return _answer(request, Problem("invalid-field", first["msg"], field))
