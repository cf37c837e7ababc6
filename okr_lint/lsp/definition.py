"""From an objective or key result to what it serves, in the same file or in another OKR file of the workspace."""

from __future__ import annotations

from lsprotocol import types

from okr_lint.alignment.links import Links
from okr_lint.alignment.organisation import Organisation
from okr_lint.lsp.checking import Checked
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.workspace_diagnostics import check_closed_files
from okr_lint.model import Statement


async def definition(ls: OkrLanguageServer, params: types.DefinitionParams) -> list[types.Location] | None:
    """Where the parents of the statement at a place stand."""
    checked = await ls.checked(params.text_document.uri)
    if checked is None or checked.document is None:
        return None
    child = statement_above(checked, checked.positions.offset(params.position))
    if child is None or not child.context.parent:
        return None
    opened = [ls.workbench.latest(document.uri) for document in ls.workspace.text_documents.values()]
    others = [one for one in (*opened, *await check_closed_files(ls)) if one is not None and one.uri != checked.uri]
    return _parents(checked, child, others) or None


def statement_above(checked: Checked, offset: int) -> Statement | None:
    """The statement on the line of an offset, or the last one above: a line "parent: …" below it is its own."""
    line = checked.positions.position(offset).line
    best = None
    for statement in checked.document.statements() if checked.document else ():
        if statement.span is not None and checked.positions.position(statement.span.start).line <= line:
            best = statement
    if best is not None and not best.context.parent:
        return checked.objective_of(best.id)
    return best


def _parents(checked: Checked, child: Statement, others: list[Checked]) -> list[types.Location]:
    files = {one.path: one for one in (*others, checked)}
    organisation = Organisation([one.document for one in files.values() if one.document is not None])
    Links(organisation)
    goal = organisation.goals.get((checked.path, child.id))
    made = []
    for parent in goal.parents if goal else ():
        file, span = files[parent.document.path], parent.statement.span
        if span is not None:
            made.append(types.Location(file.uri, file.positions.range(span)))
    return made


def register(ls: OkrLanguageServer) -> None:
    """Announce "go to definition": what a statement serves."""
    ls.feature(types.TEXT_DOCUMENT_DEFINITION)(definition)
