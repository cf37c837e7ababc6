"""The OpenAPI document: bodies that workers read are described here, with examples in both languages."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.requests import Request
from starlette.responses import JSONResponse

from okr_lint.http.jobs.documents import MEDIA_TYPES
from okr_lint.http.problems import KINDS, MEDIA_TYPE
from okr_lint.http.schema import examples
from okr_lint.http.schema.query import parameters
from okr_lint.http.schema.report import FixReport, Report, ScoreReport
from okr_lint.http.schema.requests import DiffRequest, ExamplesRequest, FixRequest, OkrObject, TextRequest, Upload
from okr_lint.http.schema.state import ProblemDetails

_REFERENCE = "#/components/schemas/{model}"
_MODELS: tuple[type[BaseModel], ...] = (
    TextRequest,
    FixRequest,
    DiffRequest,
    ExamplesRequest,
    OkrObject,
    Upload,
    ProblemDetails,
)
_SUMMARIES = {
    "check": "Findings, labels and scores of a document",
    "parse": "What is understood of a document",
    "score": "Scores with their parts",
    "fix": "The document with its fixes applied",
}
_ANSWERS: dict[str, type[BaseModel]] = {"check": Report, "parse": Report, "score": ScoreReport, "fix": FixReport}
_FAILURES = (400, 401, 408, 413, 415, 422, 429, 500, 503, 504)
_OVERVIEW = """Checks Objectives and Key Results, in Chinese and English, against the writing guide.

A document is sent as JSON text with its format, as an OKR object, as a file upload, or as the body itself with its
media type. Answers are the JSON contract of `okr-lint check --output-format json`: offsets and columns count Unicode
code points. What is sent is neither stored nor logged."""


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The responses with problem details."""
    made: dict[int | str, dict[str, Any]] = {}
    for status in statuses:
        titles = [title for code, title in KINDS.values() if code == status]
        schema = {"$ref": _REFERENCE.format(model="ProblemDetails")}
        made[status] = {"description": "; or: ".join(titles), "content": {MEDIA_TYPE: {"schema": schema}}}
    return made


def document(job: str) -> dict[str, Any]:
    """What FastAPI is told of a route that takes a document."""
    model = "FixRequest" if job == "fix" else "TextRequest"
    either = {"anyOf": [{"$ref": _REFERENCE.format(model=name)} for name in (model, "OkrObject")]}
    upload = {"schema": {"$ref": _REFERENCE.format(model="Upload")}}
    raw = {"schema": {"type": "string", "format": "binary"}}
    content: dict[str, Any] = {
        "application/json": {"schema": either, "examples": examples.JSON_BODIES},
        "multipart/form-data": upload,
        **{media_type: raw for media_type in MEDIA_TYPES},
    }
    content["text/markdown"] = {**raw, "examples": examples.MARKDOWN_BODIES}
    return {
        "summary": _SUMMARIES[job],
        "operation_id": job,
        "tags": ["documents"],
        "response_model": _ANSWERS[job],
        "responses": problems(*_FAILURES),
        "openapi_extra": {"requestBody": {"required": True, "content": content}, "parameters": parameters(job)},
    }


def json_body(model: type[BaseModel], bodies: dict[str, Any]) -> dict[str, Any]:
    """The description of a JSON body that a worker reads, with its examples by name."""
    content = {"schema": {"$ref": _REFERENCE.format(model=model.__name__)}, "examples": bodies}
    return {"requestBody": {"required": True, "content": {"application/json": content}}}


def batch() -> dict[str, Any]:
    """What FastAPI is told of the batch route."""
    line = {"schema": {"type": "string"}, "examples": examples.BATCH_BODIES}
    return {
        "summary": "One document a line, one answer a line",
        "description": "Lines are JSON bodies of /v1/check; a line that cannot be checked is answered by its problem "
        "details, in its place. Blank lines are passed over. Read answers while you send.",
        "operation_id": "check_batch",
        "tags": ["documents"],
        "responses": {
            200: {
                "description": "One answer a line",
                "content": {"application/x-ndjson": {"schema": {"type": "string"}}},
            },
            **problems(401, 415, 422, 429, 500, 503),
        },
        "openapi_extra": {
            "requestBody": {"required": True, "content": {"application/x-ndjson": line}},
            "parameters": parameters("check"),
        },
    }


def install(app: FastAPI) -> None:
    """Serve the document at /openapi.json."""

    def made() -> dict[str, Any]:
        if app.openapi_schema is None:
            whole = get_openapi(title="okr-lint", version=app.version, description=_OVERVIEW, routes=app.routes)
            _, definitions = models_json_schema([(model, "validation") for model in _MODELS], ref_template=_REFERENCE)
            components = whole.setdefault("components", {})
            components.setdefault("schemas", {}).update(definitions["$defs"])
            components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
            whole["security"] = [{}, {"key": []}]
            app.openapi_schema = whole
        return app.openapi_schema

    app.openapi = made  # type: ignore[method-assign]

    @app.get("/openapi.json", include_in_schema=False)
    async def openapi_json(_: Request) -> JSONResponse:
        return JSONResponse(made())
