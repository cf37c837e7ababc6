"""The answers of /v1/check, /v1/parse and /v1/score: the JSON contract's objects."""

from __future__ import annotations

from typing import Any

from okr_lint.http.jobs.documents import Incoming
from okr_lint.http.jobs.linters import linter_for
from okr_lint.http.problems import Problem
from okr_lint.linter import FileResult, understand
from okr_lint.reporters.json_report import report


def checked(request: Incoming, statements: int) -> FileResult:
    """The request's document, checked.

    Raises:
        Problem: "too-many-statements", or options that name an unknown rule.
    """
    linter = linter_for(request.options)
    if request.document is None:
        return FileResult(request.path, error=request.error)
    bounded(request, statements)
    return linter.check_document(request.document)


def check(request: Incoming, statements: int) -> dict[str, Any]:
    """What `okr-lint check --output-format json` says."""
    return report([checked(request, statements)])


def parse(request: Incoming, statements: int) -> dict[str, Any]:
    """What was understood of the document: statements, labels, quantities; no findings, no scores."""
    if request.document is None:
        return report([FileResult(request.path, error=request.error)], with_scores=False)
    bounded(request, statements)
    return report([understand(request.document)], with_scores=False)


def score(request: Incoming, statements: int) -> dict[str, Any]:
    """Scores with their parts, for the file and every statement."""
    whole = report([checked(request, statements)])
    (file,) = whole["files"]
    kept = {name: file[name] for name in ("path", "format", "error", "score")}
    kept["objectives"] = [
        {**_scored(objective), "key_results": [_scored(one) for one in objective["key_results"]]}
        for objective in file["objectives"]
    ]
    return {**whole, "files": [kept]}


def bounded(request: Incoming, statements: int) -> None:
    """Refuse a document with more statements than the server takes."""
    assert request.document is not None
    count = sum(1 for _ in request.document.statements())
    if count > statements:
        raise Problem("too-many-statements", f"{count} statements, the limit is {statements}")


def _scored(statement: dict[str, Any]) -> dict[str, Any]:
    return {name: statement[name] for name in ("id", "label", "text", "score")}
