"""JSON -> Document (thin first version: our own shape, without spans)."""

from __future__ import annotations

import json

from okr_lint.model import Document, KeyResult, Objective, Source, Span
from okr_lint.readers.errors import ReadError


def read(source: Source, path: str) -> Document:
    """The objectives and key results of our own JSON shape."""
    try:
        data = json.loads(source.text)
    except json.JSONDecodeError as error:
        raise ReadError(f"not valid JSON: {error.msg}", error.lineno, error.colno) from error
    document = Document(path, "json", source)
    for item in data["objectives"]:
        key_results = [KeyResult(k if isinstance(k, str) else k["text"], Span(0, 0)) for k in item["key_results"]]
        document.objectives.append(Objective(item["objective"], Span(0, 0), key_results=key_results))
    return document
