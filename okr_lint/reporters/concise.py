"""``--output-format concise``: one finding a line, for grep and editors' problem matchers."""

from __future__ import annotations

from okr_lint.reporters.record import Record, Totals, findings
from okr_lint.reporters.reporter import Options
from okr_lint.reporters.terminal import visible


class Output:
    """``path:line:column: severity code name: message``."""

    def __init__(self, options: Options) -> None:
        self._out = options.out

    def file(self, record: Record, text: str | None) -> None:
        """The findings of one file."""
        for finding in findings(record):
            where = record["path"]
            if finding["span"]:
                start = finding["span"]["start"]
                where += f":{start['line']}:{start['column']}"
            elif finding.get("place"):
                where += f":{finding['place']}"
            about = f" [{finding['statement']}]" if finding["statement"] else ""
            line = f"{where}: {finding['severity']} {finding['code']} {finding['name']}: {finding['message']}{about}"
            self._out.write(visible(line) + "\n")

    def end(self, totals: Totals) -> None:
        """Nothing: the lines are everything."""
