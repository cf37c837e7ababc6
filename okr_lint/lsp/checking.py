"""One version of a text -> what was found in it, ready for every feature. Runs in the working thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pygls.uris import to_fs_path

from okr_lint.alignment import Said
from okr_lint.language import Analysis
from okr_lint.lean_dataclasses import dataclass
from okr_lint.linter import FileResult, Linter
from okr_lint.lsp.positions import BOM, PositionMap
from okr_lint.lsp.workbench import Job
from okr_lint.model import Document, Finding, KeyResult, Objective, Span, Statement
from okr_lint.readers import ReadError
from okr_lint.readers.read import format_of

FORMATS = ("markdown", "text", "rst", "yaml", "toml", "json", "html", "csv")
_LANGUAGES = {
    "plaintext": "text",
    "restructuredtext": "rst",
    "jsonc": "json",
    "jsonl": "json",
    "tsv": "csv",
    **{name: name for name in FORMATS},
}


@dataclass(slots=True)
class Checked:
    """A text of the client with everything that was understood and found.

    ``format`` is what it was read as. ``json`` are the findings as diagnostics (``okr_lint.lsp.wire``), made once.
    """

    uri: str
    path: str
    version: int | None
    positions: PositionMap
    result: FileResult
    linter: Linter
    format: str
    json: str | None = None
    _by_id: dict[str, Statement] | None = None
    _findings_by_id: dict[str | None, list[Finding]] | None = None

    @property
    def text(self) -> str:
        """The text that offsets count in (without a byte-order mark)."""
        return self.positions.source.text[self.positions.lead :]

    @property
    def document(self) -> Document | None:
        """The document, or None where the text could not be read."""
        return self.result.document

    @property
    def objectives(self) -> list[Objective]:
        """All objectives, dropped ones too."""
        return self.document.objectives if self.document else []

    def statement(self, statement_id: str | None) -> Statement | None:
        """The statement of an id."""
        if self._by_id is None:
            self._by_id = {one.id: one for one in self.document.statements()} if self.document else {}
        return self._by_id.get(statement_id or "")

    def objective_of(self, statement_id: str) -> Objective | None:
        """The objective that a statement is or belongs to."""
        head = statement_id.partition("/")[0]
        return next((one for one in self.objectives if one.id == head), None)

    def statement_at(self, offset: int) -> Statement | None:
        """The statement whose text, label or line is at an offset."""
        best: Statement | None = None
        for statement in self.document.statements() if self.document else ():
            if statement.span is None:
                continue
            start = statement.label_span.start if statement.label_span else statement.span.start
            if min(start, statement.span.start) <= offset <= statement.span.end:
                best = statement
        return best

    def findings_of(self, statement_id: str) -> list[Finding]:
        """The findings of one statement, gravest first."""
        if self._findings_by_id is None:
            self._findings_by_id = {}
            for finding in self.result.findings:
                self._findings_by_id.setdefault(finding.statement, []).append(finding)
        mine = self._findings_by_id.get(statement_id, ())
        return sorted(mine, key=lambda one: ("error", "warning", "info").index(one.severity))

    def findings_in(self, span: Span) -> list[Finding]:
        """The findings that touch a span; those of the whole file stand at its first line."""
        first = Span(0, self.positions.line_end(0))
        places = [(finding, finding.span or first) for finding in self.result.findings]
        return [finding for finding, place in places if place.start <= span.end and span.start <= place.end]

    def analysis(self, statement: Statement) -> Analysis | None:
        """The analysis of a statement that is judged."""
        return self.result.analyses.get(statement.id)

    def language(self, statement: Statement | None) -> str:
        """ "zh" or "en": of messages about a statement, or of the whole file."""
        if self.linter.settings.lang:
            return self.linter.settings.lang
        analysis = self.result.analyses.get(statement.id) if statement else None
        if analysis is None:
            analysis = next(iter(self.result.analyses.values()), None)
        return "en" if analysis is None or analysis.language == "en" else "zh"


def path_of(uri: str) -> str:
    """The file's path; the last part of the URI for a text that is no file."""
    return to_fs_path(uri) or uri.rpartition("/")[2].rpartition(":")[2] or uri


def format_for(path: str, language_id: str | None) -> str:
    """The format of a text: by its name, else by the client's language, else Markdown."""
    by_name = format_of(path)
    if by_name in FORMATS:
        return by_name
    return _LANGUAGES.get(language_id or "", "markdown")


def check(
    job: Job, linter: Linter, encoding: str, links: Callable[[Document], Sequence[Said]] | None = None
) -> Checked:
    """Read and check one version of a text.

    Args:
        links: gives what is to be said of a document's links among others; None: it is judged alone.

    Raises:
        Superseded: the text has changed meanwhile.
    """
    path = path_of(job.uri)
    lead = 1 if job.text.startswith(BOM) else 0
    positions = PositionMap(job.text, encoding, lead)
    format = format_for(path, job.language_id)
    try:
        document = linter.read_text(job.text[lead:], path, format)
    except ReadError as error:
        return Checked(job.uri, path, job.version, positions, FileResult(path, error=error), linter, format)
    job.give_way()
    result = linter.check_document(document, links(document) if links else None)
    job.give_way()
    return Checked(job.uri, path, job.version, positions, result, linter, format)


def is_key_result(statement: Statement) -> bool:
    """Whether a statement is a key result."""
    return isinstance(statement, KeyResult)
