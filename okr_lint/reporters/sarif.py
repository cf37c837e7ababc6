"""``--output-format sarif``: SARIF 2.1.0, columns in Unicode code points."""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any

from okr_lint.checks.registry import own_rules
from okr_lint.reporters.record import FindingRecord, Record, Totals, findings
from okr_lint.reporters.reporter import Options
from okr_lint.reporters.rule_page import rule_markdown
from okr_lint.version import tool_info

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class Output:
    """One run; results are collected, documents are not."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._results: list[dict[str, Any]] = []
        self._rules: dict[str, int] = {}
        self._names: dict[str, str] = {}
        self._unreadable: list[dict[str, Any]] = []

    def file(self, record: Record, text: str | None) -> None:
        """Results of one file."""
        for finding in findings(record):
            code = finding["code"]
            self._names[code] = finding["name"]
            self._results.append(
                {
                    "ruleId": code,
                    "ruleIndex": self._rules.setdefault(code, len(self._rules)),
                    "level": _LEVELS[finding["severity"]],
                    "message": {"text": finding["message"]},
                    "locations": [_location(record["path"], finding)],
                    "partialFingerprints": {"okrLint/v1": finding["fingerprint"]},
                    **_fixes(record["path"], finding),
                }
            )
        if record["error"]:
            note = {"level": "error", "message": {"text": f"{record['path']}: {record['error']['message']}"}}
            self._unreadable.append(note)

    def end(self, totals: Totals) -> None:
        """The whole log."""
        info = tool_info()
        run = {
            "tool": {
                "driver": {
                    "name": info["name"],
                    "version": info["version"],
                    "rules": [self._rule(code) for code in self._rules],
                }
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {"executionSuccessful": not self._unreadable, "toolExecutionNotifications": self._unreadable}
            ],
            "results": self._results,
        }
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
        json.dump(log, self._options.out, ensure_ascii=False, indent=1)
        self._options.out.write("\n")

    def _rule(self, code: str) -> dict[str, Any]:
        """A rule's description; of a rule from a user's folder only what the findings tell."""
        rule = own_rules().get(code)
        lang = self._options.lang or "en"
        if rule is None:
            return {"id": code, "name": self._names[code]}
        page = rule_markdown(rule, lang, 3)
        return {
            "id": code,
            "name": rule.name,
            "shortDescription": {"text": rule.title[lang]},
            "fullDescription": {"text": rule.why[lang]},
            "help": {"text": page, "markdown": page},
            "defaultConfiguration": {"level": _LEVELS.get(rule.severity["default"], "none")},
        }


def _uri(path: str) -> str:
    from urllib.parse import quote

    return PurePath(path).as_uri() if PurePath(path).is_absolute() else quote(PurePath(path).as_posix())


def _location(path: str, finding: FindingRecord) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if finding["span"]:
        physical["region"] = _region(finding["span"])
    made: dict[str, Any] = {"physicalLocation": physical}
    name = finding.get("place") or finding["statement"]
    if name:
        made["logicalLocations"] = [{"fullyQualifiedName": name}]
    return made


def _region(span: dict[str, Any]) -> dict[str, Any]:
    start, end = span["start"], span["end"]
    made = {"startLine": start["line"], "startColumn": start["column"]}
    made |= {"endLine": end["line"], "endColumn": end["column"]}
    if start["offset"] is not None:
        made |= {"charOffset": start["offset"], "charLength": end["offset"] - start["offset"]}
    return made


def _fixes(path: str, finding: FindingRecord) -> dict[str, Any]:
    fixes = [
        {
            "description": {"text": suggestion["title"]},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": _uri(path)},
                    "replacements": [
                        {"deletedRegion": _region(edit["span"]), "insertedContent": {"text": edit["text"]}}
                        for edit in suggestion["edits"]
                    ],
                }
            ],
        }
        for suggestion in finding["suggestions"]
        if suggestion["edits"]
    ]
    return {"fixes": fixes} if fixes else {}
