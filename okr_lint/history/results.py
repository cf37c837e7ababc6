"""Findings on what became of the statements, for each document of the new version."""

from __future__ import annotations

from collections.abc import Sequence

from okr_lint.checks.engine import Engine
from okr_lint.checks.match import Judged, ObjectiveSet, Subject
from okr_lint.classifier.types import StatementLabels
from okr_lint.fingerprint import with_fingerprints
from okr_lint.history.changes import Change
from okr_lint.history.findings import judge
from okr_lint.language import analyse
from okr_lint.linter import FileResult
from okr_lint.model import Document, Objective, Statement


def results(engine: Engine, documents: Sequence[Document], changes: Sequence[Change]) -> list[FileResult]:
    """A result for every document of the new version, with the findings D501–D504 that the engine's settings allow."""
    told = judge(changes)
    made = []
    for document in documents:
        sets = [_set(objective) for objective in document.objectives]
        subject = Subject(document, engine.settings, sets=sets)
        found = [
            finding
            for code, match in told.get(document.path, ())
            if (rule := engine.rules.get(code)) is not None
            for finding in engine.findings(rule, [match], subject)
        ]
        result = FileResult(document.path, document)
        result.analyses = {one.statement.id: one.analysis for objective in sets for one in objective}
        result.findings = with_fingerprints(document, sorted(found, key=lambda finding: finding.order))
        made.append(result)
    return made


def _set(objective: Objective) -> ObjectiveSet:
    return ObjectiveSet(_judged(objective), [_judged(one) for one in objective.key_results])


def _judged(statement: Statement) -> Judged:
    return Judged(statement, analyse(statement.text), StatementLabels())
