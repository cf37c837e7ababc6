"""The scores alone, for ``okr-lint score --output-format json`` and HTTP's /v1/score."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from okr_lint.reporters.record import statements


def score_report(records: Iterable[dict[str, Any]], overall: int | None) -> dict[str, Any]:
    """Scores of some files, from their objects of the JSON contract, and the mean of all."""
    return {"version": 1, "files": [score_object(record) for record in records], "score": overall}


def score_object(record: dict[str, Any]) -> dict[str, Any]:
    """A file's score and those of its statements, from its object of the JSON contract."""
    listed = [{"id": s["id"], "text": s["text"], "score": s["score"]} for s in statements(record)]
    return {"path": record["path"], "error": record["error"], "score": record["score"], "statements": listed}
