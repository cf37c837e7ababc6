"""``--output-format github``: workflow commands that GitHub shows as annotations on the changed lines."""

from __future__ import annotations

from okr_lint.reporters.record import Record, Totals, findings
from okr_lint.reporters.reporter import Options
from okr_lint.reporters.terminal import visible

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class Output:
    """One command a finding."""

    def __init__(self, options: Options) -> None:
        self._out = options.out

    def file(self, record: Record, text: str | None) -> None:
        """The findings of one file."""
        for finding in findings(record):
            about = f" [{finding['statement']}]" if finding["statement"] else ""
            properties = {"title": f"{finding['code']} {finding['name']}", "file": record["path"]}
            if finding["span"]:
                start, end = finding["span"]["start"], finding["span"]["end"]
                properties |= {"line": start["line"], "endLine": end["line"]}
                if start["line"] == end["line"]:  # GitHub refuses columns over several lines
                    properties |= {"col": start["column"], "endColumn": end["column"]}
            listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
            self._out.write(
                f"::{_COMMANDS[finding['severity']]} {listed}::{_data(visible(finding['message'] + about))}\n"
            )

    def end(self, totals: Totals) -> None:
        """Nothing more."""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
