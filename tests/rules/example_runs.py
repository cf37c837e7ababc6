"""Runs an example of a rule file as the tool would, and applies the fixes that are offered."""

from __future__ import annotations

from dataclasses import dataclass

from okr_lint.checks.examples import Example
from okr_lint.checks.match import Judged, ObjectiveSet
from okr_lint.classifier.types import StatementLabels
from okr_lint.language import analyse
from okr_lint.linter import FileResult, Linter
from okr_lint.model import Document, Finding, Span, Statement, Suggestion
from okr_lint.readers import read_text
from okr_lint.settings import Settings

_LINTERS: dict[tuple[str, bool], Linter] = {}


@dataclass
class Run:
    """An example and what the tool says of it."""

    example: Example
    result: FileResult

    @property
    def counted(self) -> list[Finding]:
        """The findings that the example answers for: not those on its neutral company."""
        if not self.example.alone:
            return self.result.findings
        on_focus = [f for f in self.result.findings if f.statement == self.example.focus]
        return [f for f in on_focus if not f.code.startswith("S")]

    @property
    def expected_span(self) -> Span | None:
        """Where the example says that the finding stands, in the source."""
        example = self.example
        if example.document is not None:
            return None if example.start is None else Span(example.start, example.end or 0)
        document = self.result.document
        assert document is not None
        statement = next(s for s in document.statements() if s.id == (example.focus or "O1"))
        if example.start is None:
            return statement.span
        return statement.source_span(example.start, example.end or 0)

    def fixed_text(self, suggestion: Suggestion) -> str:
        """The judged statement (or document) after the suggestion's edits were made in the source.

        Lines that an edit adds around the statement are looked at in whole documents only.
        """
        document = self.result.document
        assert document is not None
        text = document.source.text
        judged = next((s.span for s in document.statements() if s.id == (self.example.focus or "O1")), None)
        shift, at = 0, judged.end if judged else 0
        for edit in sorted(suggestion.edits, key=lambda e: e.span.start, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            shift += len(edit.text) - (edit.span.end - edit.span.start) if edit.span.start <= at else 0
        if self.example.document is not None:
            return text
        assert judged is not None
        return text[judged.start : judged.end + shift]


def run(example: Example, preview: bool, *, labels: bool = True) -> Run:
    """What the tool says of an example, with the profile that it asks for.

    Without ``labels`` the rules judge alone: the classifier is not asked.
    """
    linter = _LINTERS.get((example.profile, preview))
    if linter is None:
        linter = _LINTERS[example.profile, preview] = Linter(Settings(profile=example.profile, preview=preview))
    if example.document is None:
        document = example.build()
    else:
        document = read_text(example.document, example.path, example.format)
    return Run(example, linter.check_document(document) if labels else _without_labels(linter, document))


def _without_labels(linter: Linter, document: Document) -> FileResult:
    def judged(statement: Statement) -> Judged:
        return Judged(statement, analyse(statement.text), StatementLabels())

    sets = [ObjectiveSet(judged(o), [judged(k) for k in o.key_results]) for o in document.objectives]
    return FileResult(document.path, document, findings=linter.engine.run(document, sets))
