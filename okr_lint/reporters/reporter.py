"""The table of output formats, and what a reporter is."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, TextIO

from okr_lint.lean_dataclasses import dataclass
from okr_lint.reporters.record import Record, Totals

# format -> module with a class ``Output``
FORMATS = {
    "text": "okr_lint.reporters.text",
    "concise": "okr_lint.reporters.concise",
    "json": "okr_lint.reporters.json_output",
    "sarif": "okr_lint.reporters.sarif",
    "github": "okr_lint.reporters.github",
    "gitlab": "okr_lint.reporters.gitlab",
    "junit": "okr_lint.reporters.junit",
    "rdjson": "okr_lint.reporters.rdjson",
}


@dataclass(frozen=True, slots=True)
class Options:
    """How to report.

    Attributes:
        out: where to write.
        colours: whether escape codes may be used.
        width: columns of the terminal.
        verbose: everything that is known of a finding.
        scores: whether scores are shown.
        lang: "zh" or "en" for headings and summary; None follows the findings.
        fail_on: severity from which a finding counts as a failure.
    """

    out: TextIO
    colours: bool = False
    width: int = 100
    verbose: bool = False
    scores: bool = True
    lang: str | None = None
    fail_on: str = "warning"


class Reporter(Protocol):
    """Writes findings in one format, file by file, so that memory stays bounded."""

    def __init__(self, options: Options) -> None:
        """Write what comes before the first file."""

    def file(self, record: Record, text: str | None) -> None:
        """Report one file; ``text`` is its decoded source, None for binary and unreadable ones."""

    def end(self, totals: Totals) -> None:
        """Write what comes after the last file."""


def reporter_for(name: str, options: Options) -> Reporter:
    """The reporter of a format."""
    made: Reporter = import_module(FORMATS[name]).Output(options)
    return made
