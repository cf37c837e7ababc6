"""From an objective to its parent: by label, by text, or by "file#label", here or in another OKR file."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from okr_lint.language.normal import normalise
from okr_lint.lsp.checking import Checked
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.workspace_diagnostics import check_closed_files
from okr_lint.model import Objective, Statement


async def definition(ls: OkrLanguageServer, params: types.DefinitionParams) -> list[types.Location] | None:
    """Where the parent of the objective at a place stands."""
    checked = await ls.checked(params.text_document.uri)
    if checked is None:
        return None
    offset = checked.positions.offset(params.position)
    objective = objective_around(checked, offset)
    if objective is None or not objective.context.parent:
        return None
    parent = objective.context.parent
    places = list(_in(checked, parent, objective))
    if not places:
        others = [ls.workbench.latest(document.uri) for document in ls.workspace.text_documents.values()]
        for other in (*others, *await check_closed_files(ls)):
            if other is not None and other.uri != checked.uri:
                places += _in(other, parent, None)
    return places or None


def objective_around(checked: Checked, offset: int) -> Objective | None:
    """The last objective that begins on this line or above, so that a line "parent: …" below it counts as its own."""
    line = checked.positions.position(offset).line
    best = None
    for objective in checked.objectives:
        if objective.span is not None and checked.positions.position(objective.span.start).line <= line:
            best = objective
    return best


def _in(checked: Checked, parent: str, child: Objective | None) -> Iterator[types.Location]:
    file, _, label = parent.rpartition("#")
    if file and not _same_file(checked.path, file):
        return
    for objective in checked.objectives:
        if objective is not child and objective.span is not None and _is_named(objective, label, checked):
            yield types.Location(checked.uri, checked.positions.range(objective.span))


def _is_named(statement: Statement, name: str, checked: Checked) -> bool:
    """Whether a parent's name is this statement's: its text, or its label alone or behind a team ("Company O1")."""
    wanted, text = normalise(name).strip(), normalise(statement.text).strip()
    if not wanted or not text:
        return False
    if wanted == text or (len(text) > 4 and text in wanted):
        return True
    label = normalise(statement.label or statement.id).strip()
    owner = normalise(statement.context.team or statement.context.owner or "").strip()
    return wanted == label or (bool(owner) and wanted in (f"{owner} {label}", f"{owner}{label}"))


def _same_file(path: str, name: str) -> bool:
    return path.replace("\\", "/").endswith(name.lstrip("./")) or path.rpartition("/")[2].partition(".")[0] == name


def register(ls: OkrLanguageServer) -> None:
    """Announce "go to definition": the parent."""
    ls.feature(types.TEXT_DOCUMENT_DEFINITION)(definition)
