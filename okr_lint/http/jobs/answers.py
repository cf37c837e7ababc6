"""The answers of /v1/check, /v1/parse and /v1/score: the JSON contract's objects."""

from __future__ import annotations

from typing import Any

from okr_lint.http.jobs.documents import Incoming
from okr_lint.http.jobs.linters import linter_for
from okr_lint.http.problems import Problem
from okr_lint.http.schema.options import Options
from okr_lint.linter import FileResult
from okr_lint.reporters.json_report import report
from okr_lint.reporters.score_object import score_report

_STRUCTURE = ("F002", "F003")


def checked(request: Incoming, statements: int) -> FileResult:
    """The request's document, checked.

    Raises:
        Problem: "too-many-statements", or options that name an unknown rule.
    """
    linter = linter_for(request.options, request.where)
    if request.document is None:
        return FileResult(request.path, error=request.error)
    bounded(request, statements)
    return linter.check_document(request.document)


def check(request: Incoming, statements: int) -> dict[str, Any]:
    """What `okr-lint check --output-format json` says."""
    return report([checked(request, statements)])


def parse(request: Incoming, statements: int) -> dict[str, Any]:
    """What `okr-lint parse --output-format json` says: what was understood, and what was not."""
    request.options = Options(lang=request.options.lang, select=list(_STRUCTURE))
    return check(request, statements)


def score(request: Incoming, statements: int) -> dict[str, Any]:
    """What `okr-lint score --output-format json` says."""
    whole = check(request, statements)
    return score_report(whole["files"], whole["summary"]["score"])


def bounded(request: Incoming, statements: int) -> None:
    """Refuse a document with more statements than the server takes."""
    assert request.document is not None
    count = sum(1 for _ in request.document.statements())
    if count > statements:
        raise Problem("too-many-statements", f"{count} statements, the limit is {statements}")
