"""The answer of /v1/examples: well-rated OKRs, close to a text or of a function."""

from __future__ import annotations

from typing import Any

from okr_lint.examples import find_examples
from okr_lint.http.jobs.json_body import parse_json, validated
from okr_lint.http.schema.requests import ExamplesRequest
from okr_lint.lean_dataclasses import asdict


def examples(query: dict[str, str], body: bytes, depth: int) -> dict[str, Any]:
    """Examples; what is asked for stands in the query, or in a body where it is confidential."""
    asked = validated(ExamplesRequest, parse_json(body, depth) if body else query)
    found = find_examples(asked.like, function=asked.function, language=asked.lang, count=asked.count)
    return {"examples": [asdict(one) for one in found]}
