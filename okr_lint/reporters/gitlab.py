"""``--output-format gitlab``: GitLab's Code Quality report (a subset of Code Climate's)."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from okr_lint.reporters.record import Record, Totals, findings
from okr_lint.reporters.reporter import Options

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class Output:
    """A list of issues; each fingerprint occurs once in a report, as GitLab asks."""

    def __init__(self, options: Options) -> None:
        self._out = options.out
        self._issues: list[dict[str, Any]] = []

    def file(self, record: Record, text: str | None) -> None:
        """The findings of one file; what has no line stands at line 1."""
        for finding in findings(record):
            place = f" ({finding['place']})" if finding.get("place") else ""
            unique = f"{record['path']}\0{finding['code']}\0{finding['fingerprint']}"
            self._issues.append(
                {
                    "description": f"{finding['code']}: {finding['message']}{place}",
                    "check_name": finding["name"],
                    "fingerprint": hashlib.sha256(unique.encode("utf-8", "surrogatepass")).hexdigest(),
                    "severity": _SEVERITIES[finding["severity"]],
                    "location": {
                        "path": record["path"].removeprefix("./"),
                        "lines": {"begin": finding["span"]["start"]["line"] if finding["span"] else 1},
                    },
                }
            )

    def end(self, totals: Totals) -> None:
        """The whole list."""
        json.dump(self._issues, self._out, ensure_ascii=False, indent=1)
        self._out.write("\n")
