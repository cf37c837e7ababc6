"""The answer of /v1/fix: the document with its fixes applied, and what is found in it then."""

from __future__ import annotations

from typing import Any

from okr_lint.fixes import mend
from okr_lint.http.jobs.answers import bounded
from okr_lint.http.jobs.documents import Incoming
from okr_lint.http.jobs.linters import linter_for
from okr_lint.http.problems import Problem
from okr_lint.readers.read import FORMATS
from okr_lint.reporters.json_report import report


def fix(request: Incoming, statements: int) -> dict[str, Any]:
    """The mended text (null for binary formats, which have no fixes), what was mended, what is left.

    Raises:
        Problem: "unreadable-document", "too-many-statements".
    """
    linter = linter_for(request.options, request.where)
    if request.error is not None:
        where = f"line {request.error.line}: " if request.error.line else ""
        raise Problem("unreadable-document", f"{where}{request.error.message}")
    bounded(request, statements)
    made = mend(linter, request.data, request.path, request.format, unsafe=request.unsafe)
    document = made.result.document
    text = document.source.text if document is not None and not FORMATS[request.format][2] else None
    mended = [{"code": f.code, "name": f.name, "message": f.message, "statement": f.statement} for f in made.findings]
    return {**report([made.result]), "text": text, "fixed": mended}
