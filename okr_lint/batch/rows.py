"""A partition as plain rows: documents in, findings out; nothing but the standard library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from okr_lint.linter import FileResult, Linter
from okr_lint.model import Source, Span
from okr_lint.settings import Settings

# column -> its type for people and engines; ``start`` and ``end`` are code points of the text, ``line`` counts from 1
COLUMNS = {
    "path": "string",
    "statement": "string",
    "code": "string",
    "name": "string",
    "severity": "string",
    "message": "string",
    "start": "long",
    "end": "long",
    "line": "long",
    "confidence": "double",
    "fingerprint": "string",
}
Row = dict[str, Any]


def check_documents(documents: Iterable[Mapping[str, Any]], settings: Settings | None = None) -> Iterator[Row]:
    """A row (``COLUMNS``) for each finding of some documents, in order.

    Args:
        documents: each with ``path`` and ``text`` (str, or the bytes of a file), and ``format`` where the path does
            not tell it; a text without a format is Markdown.
        settings: what to check; the linter is made once for each process and settings.
    """
    linter = linter_for(settings or Settings())
    for document in documents:
        path, text, form = str(document["path"]), document["text"], document.get("format") or None
        if isinstance(text, str):
            result = linter.check_text(text, form or _format(path), path)
        else:
            result = linter.check_bytes(bytes(text), path, form)
        yield from _rows(result)


def _format(path: str) -> str:
    from okr_lint.readers.read import FORMATS, format_of

    found = format_of(path)
    return found if found is not None and not FORMATS[found][2] else "markdown"


def _rows(result: FileResult) -> Iterator[Row]:
    if result.error is not None:
        yield {
            **dict.fromkeys(COLUMNS),
            "path": result.path,
            "code": "F001",
            "name": "unreadable-file",
            "severity": "error",
            "message": result.error.message,
            "line": result.error.line,
            "confidence": 1.0,
            "fingerprint": "F001",
        }
    source = result.document.source if result.document else Source("")
    for finding in result.findings:
        span: Span | None = finding.span
        yield {
            "path": result.path,
            "statement": finding.statement,
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity,
            "message": finding.message,
            "start": span.start if span else None,
            "end": span.end if span else None,
            "line": source.position(span.start).line if span else None,
            "confidence": round(finding.confidence, 4),
            "fingerprint": finding.fingerprint,
        }


def linter_for(settings: Settings) -> Linter:
    """The linter of some settings, made once in a process."""
    return _linter(_Hashed(settings))


class _Hashed:
    """Settings hold a dict: they are told apart by what they say."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __hash__(self) -> int:
        return hash(repr(self.settings))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and repr(other.settings) == repr(self.settings)


@lru_cache(maxsize=16)
def _linter(hashed: _Hashed) -> Linter:
    return Linter(hashed.settings)
