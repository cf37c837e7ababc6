"""``--output-format rdjson``: reviewdog's diagnostics, whose columns count UTF-8 bytes."""

from __future__ import annotations

import json
from typing import Any

from okr_lint.model.source import Source
from okr_lint.reporters.record import FindingRecord, Record, Totals, findings
from okr_lint.reporters.reporter import Options

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class Output:
    """One DiagnosticResult."""

    def __init__(self, options: Options) -> None:
        self._out = options.out
        self._diagnostics: list[dict[str, Any]] = []

    def file(self, record: Record, text: str | None) -> None:
        """The findings of one file."""
        source = Source(text) if text is not None else None
        self._diagnostics += [_diagnostic(record["path"], finding, source) for finding in findings(record)]

    def end(self, totals: Totals) -> None:
        """The whole object."""
        result = {"source": {"name": "okr-lint"}, "diagnostics": self._diagnostics}
        json.dump(result, self._out, ensure_ascii=False, indent=1)
        self._out.write("\n")


def _diagnostic(path: str, finding: FindingRecord, source: Source | None) -> dict[str, Any]:
    location: dict[str, Any] = {"path": path}
    if finding["span"]:
        location["range"] = _range(finding["span"], source)
    place = f"{finding['place']}: " if finding.get("place") else ""
    made: dict[str, Any] = {
        "message": f"{place}{finding['message']}",
        "location": location,
        "severity": _SEVERITIES[finding["severity"]],
        "code": {"value": finding["code"]},
    }
    fixes = [s for s in finding["suggestions"] if len(s["edits"]) == 1]  # reviewdog knows one range a suggestion
    if fixes:
        edits = [fix["edits"][0] for fix in fixes]
        made["suggestions"] = [{"range": _range(edit["span"], source), "text": edit["text"]} for edit in edits]
    return made


def _range(span: dict[str, Any], source: Source | None) -> dict[str, Any]:
    return {side: _position(span[side], source) for side in ("start", "end")}


def _position(position: dict[str, int], source: Source | None) -> dict[str, int]:
    line, column = position["line"], position["column"]
    if source is not None and line <= len(source.line_starts):
        column = len(source.line(line)[: column - 1].encode("utf-8", "surrogatepass")) + 1
    return {"line": line, "column": column}
