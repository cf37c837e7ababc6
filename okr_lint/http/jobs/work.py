"""One job: a request's header and body in, the answer's out; whatever goes wrong is an answer too."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from typing import Any

from pydantic_core import PydanticSerializationError, to_json

from okr_lint.http.frames import Header
from okr_lint.http.jobs import answers, diff, examples, fix
from okr_lint.http.jobs.documents import Incoming, incoming
from okr_lint.http.problems import Problem
from okr_lint.http.schema.requests import FixRequest, TextRequest

JOBS: dict[str, Callable[[Incoming, int], dict[str, Any]]] = {
    "check": answers.check,
    "parse": answers.parse,
    "score": answers.score,
    "fix": fix.fix,
}
_STATEMENTS, _DEPTH = 5_000, 64


def run(header: Header, body: bytes) -> tuple[Header, bytes]:
    """The answer to a job.

    Args:
        header: ``job``, ``media_type``, ``query``, and the limits ``statements`` and ``depth``.
        body: the request's body.

    Returns:
        ``{"status": 200, "statements": …, "findings": …}`` and the JSON, or
        ``{"problem": {kind, detail, field}}`` (with ``trace`` for the log where the fault is ours).
    """
    try:
        answer = _answer(header, body)
        return {"status": 200, **_figures(answer)}, dumps(answer)
    except Problem as problem:
        return {"problem": {"kind": problem.kind, "detail": problem.detail, "field": problem.field}}, b""
    except Exception as error:
        # Told to the caller as 500 and to the log as places in our code: a message may quote a statement.
        return {
            "problem": {"kind": "internal-error", "detail": type(error).__name__, "field": None},
            "trace": places(error),
        }, b""


def _answer(header: Header, body: bytes) -> dict[str, Any]:
    job, depth, query = header["job"], header.get("depth", _DEPTH), header["query"]
    if job == "examples":
        return examples.examples(query, body, depth)
    if job == "diff":
        return diff.diff(query, body, depth, header.get("statements", _STATEMENTS))
    model = FixRequest if job == "fix" else TextRequest
    request = incoming(header["media_type"], query, body, depth, model)
    return JOBS[job](request, header.get("statements", _STATEMENTS))


def dumps(answer: Any) -> bytes:
    """JSON in UTF-8; half a surrogate pair, which UTF-8 has no form for, is escaped as it came."""
    try:
        return to_json(answer, inf_nan_mode="null")
    except (PydanticSerializationError, UnicodeEncodeError):
        return json.dumps(answer, ensure_ascii=True).encode()


def places(error: BaseException) -> list[str]:
    """Type and places of an error, without its message."""
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    return [type(error).__name__, *(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)]


def _figures(answer: dict[str, Any]) -> dict[str, int]:
    summary = answer.get("summary", {})
    return {
        "statements": summary.get("objectives", 0) + summary.get("key_results", 0),
        "findings": sum(summary.get(name, 0) for name in ("error", "warning", "info")),
    }
