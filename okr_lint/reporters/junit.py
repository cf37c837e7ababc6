"""``--output-format junit``: one suite a file, one case a finding, failures where the exit code is 1."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from okr_lint.reporters.record import FindingRecord, Record, Totals, at_or_above, findings
from okr_lint.reporters.reporter import Options


class Output:
    """Suites are collected as text: their counts stand in front."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._suites: list[str] = []
        self._counts = [0, 0, 0]

    def file(self, record: Record, text: str | None) -> None:
        """One suite."""
        found = findings(record)
        cases = [self._case(record, finding) for finding in found]
        if not cases:
            cases = [f'  <testcase classname={_attribute(record["path"])} name="okr-lint"/>']
        errors = int(record["error"] is not None)
        failures = sum(self._fails(f) for f in found) - errors
        head = f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'
        self._suites += [f" <testsuite name={_attribute(record['path'])} {head}>", *cases, " </testsuite>"]
        self._counts = [a + b for a, b in zip(self._counts, (len(cases), failures, errors), strict=True)]

    def end(self, totals: Totals) -> None:
        """The whole document."""
        tests, failures, errors = self._counts
        head = f'<testsuites name="okr-lint" tests="{tests}" failures="{failures}" errors="{errors}">'
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', head, *self._suites, "</testsuites>", ""]
        self._options.out.write("\n".join(lines))

    def _fails(self, finding: FindingRecord) -> bool:
        return at_or_above(finding["severity"], self._options.fail_on)

    def _case(self, record: Record, finding: FindingRecord) -> str:
        line = f' line="{finding["span"]["start"]["line"]}"' if finding["span"] else ""
        name = " ".join(part for part in (finding["code"], finding["name"], finding["statement"]) if part)
        where = finding.get("place") or (f"line {finding['span']['start']['line']}" if finding["span"] else "")
        tag = "error" if finding["code"] == "F001" else "failure" if self._fails(finding) else "system-out"
        body = _text(f"{where}: {finding['message']}" if where else finding["message"])
        details = ""
        if tag != "system-out":
            details = f" type={_attribute(finding['severity'])} message={_attribute(finding['message'])}"
        attributes = f"classname={_attribute(record['path'])} name={_attribute(name)}{line}"
        return f"  <testcase {attributes}><{tag}{details}>{body}</{tag}></testcase>"


def _allowed(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return "".join(
        char if (char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff") or char in "\t\n"
        else "\ufffd"
        for char in text
    )  # fmt: skip


def _text(text: str) -> str:
    return escape(_allowed(text))


def _attribute(text: str) -> str:
    return quoteattr(_allowed(text))
