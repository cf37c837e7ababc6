"""The answer of /v1/diff: what became of each statement between two versions, and what is said of it."""

from __future__ import annotations

from typing import Any

from okr_lint.history import compare, results
from okr_lint.http.jobs.answers import bounded
from okr_lint.http.jobs.documents import from_text
from okr_lint.http.jobs.json_body import parse_json, validated
from okr_lint.http.jobs.linters import linter_for
from okr_lint.http.problems import Problem
from okr_lint.http.schema.requests import DiffRequest, TextDocument
from okr_lint.model import Document
from okr_lint.reporters.changes import change_object
from okr_lint.reporters.json_report import report


def diff(query: dict[str, str], body: bytes, depth: int, statements: int) -> dict[str, Any]:
    """What `okr-lint diff --output-format json` says of two files.

    Raises:
        Problem: a side that cannot be read or is too large; the field names it.
    """
    asked = validated(DiffRequest, parse_json(body, depth))
    engine = linter_for(asked.options).engine
    old, new = _read(asked.old, "old", statements), _read(asked.new, "new", statements)
    changes = compare([old], [new])
    made = report(results(engine, [new], changes), with_scores=False)
    return {**made, "changes": [change_object(change) for change in changes]}


def _read(part: TextDocument, side: str, statements: int) -> Document:
    read = from_text(part, f"{side}.")
    if read.document is None:
        where = f"line {read.error.line}: " if read.error and read.error.line else ""
        raise Problem("unreadable-document", f"{where}{read.error.message if read.error else ''}", field=f"{side}.text")
    bounded(read, statements)
    return read.document
