"""Findings as diagnostics: pushed after every change, and given to clients that ask.

A client that asks for them is not sent them as well: it would show them twice.
"""

from __future__ import annotations

import hashlib

from lsprotocol import types

from okr_lint.checks.rule import Rule
from okr_lint.lsp.checking import Checked
from okr_lint.lsp.rule_links import link
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.model import Finding

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked) -> list[types.Diagnostic]:
    """All diagnostics of a text, in the order of the contract; made once for a version."""
    if checked.items is None:
        checked.items = _made(checked)
    return checked.items


def _made(checked: Checked) -> list[types.Diagnostic]:
    error = checked.result.error
    if error is not None:
        line = max((error.line or 1) - 1, 0)
        at = types.Position(line, max((error.column or 1) - 1, 0))
        place = types.Range(at, types.Position(line, at.character + 1))
        return [types.Diagnostic(place, error.message, types.DiagnosticSeverity.Error, "F001", source="okr-lint")]
    return [diagnostic(checked, finding) for finding in checked.result.findings]


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
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=types.CodeDescription(href) if href else None,
        source="okr-lint",
        tags=[types.DiagnosticTag.Unnecessary] if _can_go(finding) else None,
        related_information=_related(checked, finding, rule) or None,
        data={"name": finding.name, "statement": finding.statement},
    )


def _can_go(finding: Finding) -> bool:
    """Whether the first fix just takes the marked words out: editors show them faded."""
    fix = next((one for one in finding.suggestions if one.edits), None)
    if fix is None or finding.span is None:
        return False
    span = finding.span
    return any(not edit.text and edit.span.start <= span.start and span.end <= edit.span.end for edit in fix.edits)


def _related(checked: Checked, finding: Finding, rule: Rule | None) -> list[types.DiagnosticRelatedInformation]:
    """The other statements that belong to the finding; of a rule about sets also the objective."""
    ids = list(finding.related)
    if finding.statement and "/" in finding.statement and rule is not None and rule.applies_to == "set":
        ids.append(finding.statement.partition("/")[0])
    made = []
    for statement_id in dict.fromkeys(ids):
        statement = checked.statement(statement_id)
        if statement is not None and statement.span is not None and statement_id != finding.statement:
            location = types.Location(checked.uri, checked.positions.range(statement.span))
            made.append(types.DiagnosticRelatedInformation(location, f"{statement_id}: {statement.text}"))
    return made


def publish(ls: OkrLanguageServer, checked: Checked) -> None:
    """Push the diagnostics of a version, unless the client asks for them itself."""
    if not ls.pulling:
        _push(ls, checked.uri, diagnostics(checked), checked.version)


def retract(ls: OkrLanguageServer, uri: str) -> None:
    """Take back what was pushed of a text."""
    _push(ls, uri, [], None)


def _push(ls: OkrLanguageServer, uri: str, items: list[types.Diagnostic], version: int | None) -> None:
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, version))


async def pull(ls: OkrLanguageServer, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """Answer ``textDocument/diagnostic``; "unchanged" where the client has the same ones."""
    begin_pulling(ls)
    checked = await ls.checked(params.text_document.uri)
    items = diagnostics(checked) if checked else []
    result_id = result_id_of(items)
    if params.previous_result_id == result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=result_id)
    return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=result_id)


def begin_pulling(ls: OkrLanguageServer) -> None:
    """From the first request on the client gets diagnostics by asking; what was pushed is taken back."""
    if ls.pulling or not ls.can("text_document", "diagnostic"):
        return
    ls.pulling = True
    for document in ls.workspace.text_documents.values():
        if ls.workbench.latest(document.uri) is not None:
            retract(ls, document.uri)


def result_id_of(items: list[types.Diagnostic]) -> str:
    """A digest of some diagnostics."""
    return hashlib.sha256(repr(items).encode("utf-8", "replace")).hexdigest()[:16]


def register(ls: OkrLanguageServer) -> None:
    """Announce pulled diagnostics, of files and of the workspace."""
    from okr_lint.lsp.workspace_diagnostics import pull_workspace

    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=True, identifier="okr-lint", work_done_progress=False
    )
    ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(pull)
    ls.feature(types.WORKSPACE_DIAGNOSTIC)(pull_workspace)
