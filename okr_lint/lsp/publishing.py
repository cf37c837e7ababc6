"""Diagnostics pushed after every change, and given to clients that ask.

A client that asks for them is not sent them as well: it would show them twice.
"""

from __future__ import annotations

from lsprotocol import types

from okr_lint.lsp.checking import Checked
from okr_lint.lsp.protocol import Prepared
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.wire import diagnostics_json, quoted, result_id


def publish(ls: OkrLanguageServer, checked: Checked) -> None:
    """Push the diagnostics of a version, unless the client asks for them itself."""
    if not ls.pulling:
        push(ls, checked.uri, diagnostics_json(checked), checked.version)


def retract(ls: OkrLanguageServer, uri: str) -> None:
    """Take back what was pushed of a text."""
    push(ls, uri, "[]", None)


def push(ls: OkrLanguageServer, uri: str, items: str, version: int | None) -> None:
    """Push diagnostics, given as JSON."""
    of_version = "" if version is None else f'"version":{version},'
    params = f'{{"uri":{quoted(uri)},{of_version}"diagnostics":{items}}}'
    ls.protocol.notify_prepared(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, Prepared(params))


async def pull(ls: OkrLanguageServer, params: types.DocumentDiagnosticParams) -> Prepared:
    """Answer ``textDocument/diagnostic``; "unchanged" where the client has the same ones."""
    begin_pulling(ls)
    checked = await ls.checked(params.text_document.uri)
    return Prepared(report(diagnostics_json(checked) if checked else "[]", params.previous_result_id))


def report(items: str, previous: str | None, more: str = "") -> str:
    """A report on one file, as JSON; "unchanged" where the client has these diagnostics already.

    Args:
        more: members of the object besides, each followed by a comma.
    """
    own = result_id(items)
    if previous == own:
        return f'{{{more}"kind":"unchanged","resultId":"{own}"}}'
    return f'{{{more}"kind":"full","resultId":"{own}","items":{items}}}'


def begin_pulling(ls: OkrLanguageServer) -> None:
    """From the first request on the client gets diagnostics by asking; what was pushed is taken back."""
    if ls.pulling or not ls.can("text_document", "diagnostic"):
        return
    ls.pulling = True
    for document in ls.workspace.text_documents.values():
        if ls.workbench.latest(document.uri) is not None:
            retract(ls, document.uri)


def register(ls: OkrLanguageServer) -> None:
    """Announce pulled diagnostics, of files and of the workspace."""
    from okr_lint.lsp.workspace_diagnostics import pull_workspace

    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=True, identifier="okr-lint", work_done_progress=False
    )
    ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(pull)
    ls.feature(types.WORKSPACE_DIAGNOSTIC)(pull_workspace)
