"""The language server as a front end: a real process that the document is opened in, as an editor does."""

from __future__ import annotations

import atexit
from functools import lru_cache
from pathlib import Path
from typing import Any

from okr_lint.readers.decode import decode
from okr_lint.readers.errors import ReadError
from tests.lsp.lsp_client import Client

_SEVERITIES = {1: "error", 2: "warning", 3: "info"}


@lru_cache(maxsize=1)
def _client() -> Client:
    client = Client()
    atexit.register(client.kill)
    client.initialize({"general": {"positionEncodings": ["utf-32"]}})
    return client


def language_server(path: Path, server: object) -> dict[str, Any]:
    """The report of the open text; its diagnostics say the same."""
    client = _client()
    uri = client.open(_text(path), path.as_uri())
    shown = client.diagnostics(uri, 1)
    report: dict[str, Any] = client.request(
        "workspace/executeCommand", {"command": "okr-lint.report", "arguments": [uri]}
    )
    whole = sum(finding["span"] is None for finding in report["findings"])  # they stand at the first line, in front
    assert [_of_diagnostic(one) for one in shown][whole:] == _expected(report)
    assert [one["code"] for one in shown][:whole] == [f["code"] for f in report["findings"] if f["span"] is None]
    client.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    client.diagnostics(uri)
    return report


def _text(path: Path) -> str:
    """What an editor would show."""
    try:
        return decode(path.read_bytes()).text
    except ReadError:
        return path.read_bytes().decode("utf-8", "replace")


def _of_diagnostic(one: dict[str, Any]) -> tuple[object, ...]:
    start, end = one["range"]["start"], one["range"]["end"]
    places = (start["line"] + 1, start["character"] + 1, end["line"] + 1, end["character"] + 1)
    return one["code"], _SEVERITIES[one["severity"]], one["message"], places


def _expected(report: dict[str, Any]) -> list[tuple[object, ...]]:
    made: list[tuple[object, ...]] = []
    if error := report["error"]:
        line, column = error["line"] or 1, error["column"] or 1
        made.append(("F001", "error", error["message"], (line, column, line, column + 1)))
        return made
    for finding in report["findings"]:
        span = finding["span"]
        if span is None:
            continue
        start, end = span["start"], span["end"]
        places = (start["line"], start["column"], end["line"], end["column"])
        made.append((finding["code"], finding["severity"], finding["message"], places))
    return made
