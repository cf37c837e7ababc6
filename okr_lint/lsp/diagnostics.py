"""Findings as diagnostics: what is said of each, and where."""

from __future__ import annotations

from lsprotocol import types

from okr_lint.lsp.checking import Checked
from okr_lint.lsp.rule_links import link
from okr_lint.model import Finding, Statement

SOURCE = "okr-lint"
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostic(checked: Checked, finding: Finding) -> types.Diagnostic:
    """One finding; one about the whole file stands at its first line."""
    positions = checked.positions
    if finding.span is not None:
        place = positions.range(finding.span)
    else:
        place = types.Range(types.Position(0, 0), positions.position(positions.line_end(0)))
    rule = checked.linter.engine.rules.get(finding.code)
    href = link(rule, finding.language) if rule else None
    return types.Diagnostic(
        range=place,
        message=finding.message,
        severity=SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(href) if href else None,
        source=SOURCE,
        tags=[types.DiagnosticTag.Unnecessary] if can_go(finding) else None,
        related_information=_related(checked, finding) or None,
        data={"name": finding.name, "statement": finding.statement},
    )


def can_go(finding: Finding) -> bool:
    """Whether the first fix just takes the marked words out: editors show them faded."""
    span = finding.span
    for one in finding.suggestions:
        if one.edits:
            return span is not None and any(
                not edit.text and edit.span.start <= span.start and span.end <= edit.span.end for edit in one.edits
            )
    return False


def _related(checked: Checked, finding: Finding) -> list[types.DiagnosticRelatedInformation]:
    return [
        types.DiagnosticRelatedInformation(
            types.Location(checked.uri, checked.positions.range(statement.span)), f"{statement.id}: {statement.text}"
        )
        for statement in related_statements(checked, finding)
        if statement.span is not None
    ]


def related_statements(checked: Checked, finding: Finding) -> list[Statement]:
    """The other statements that belong to a finding; of a rule about sets also the objective."""
    ids = list(finding.related)
    if finding.statement and "/" in finding.statement:
        rule = checked.linter.engine.rules.get(finding.code)
        if rule is not None and rule.applies_to == "set":
            ids.append(finding.statement.partition("/")[0])
    if not ids:
        return []
    found = (checked.statement(one) for one in dict.fromkeys(ids) if one != finding.statement)
    return [one for one in found if one is not None and one.span is not None]
