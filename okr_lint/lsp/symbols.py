"""The outline: objectives with their key results."""

from __future__ import annotations

from lsprotocol import types

from okr_lint.lsp.checking import Checked
from okr_lint.lsp.outline import whole, whole_set
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.model import Statement


async def symbols(ls: OkrLanguageServer, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    """The tree of a text."""
    checked = await ls.checked(params.text_document.uri)
    return tree_of(checked) if checked else []


def tree_of(checked: Checked) -> list[types.DocumentSymbol]:
    """Objectives as symbols, key results as their children."""
    made = []
    for objective in checked.objectives:
        symbol = _symbol(checked, objective, types.SymbolKind.Class)
        span = whole_set(objective)
        if symbol is None or span is None:
            continue
        symbol.range = checked.positions.range(span)
        children = [_symbol(checked, one, types.SymbolKind.Field) for one in objective.key_results]
        symbol.children = [child for child in children if child is not None]
        made.append(symbol)
    return made


def _symbol(checked: Checked, statement: Statement, kind: types.SymbolKind) -> types.DocumentSymbol | None:
    span = whole(statement)
    if span is None or statement.span is None:
        return None
    label = statement.label or statement.id.rpartition("/")[2]
    score = checked.result.scores.get(statement.id)
    return types.DocumentSymbol(
        name=f"{label} {statement.text}".strip(),
        kind=kind,
        range=checked.positions.range(span),
        selection_range=checked.positions.range(statement.span),
        detail=str(score.total) if score else None,
        tags=[types.SymbolTag.Deprecated] if statement.dropped else None,
    )


def register(ls: OkrLanguageServer) -> None:
    """Announce the outline."""
    ls.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolOptions(label="OKR"))(symbols)
