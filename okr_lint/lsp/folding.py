"""An objective folds with its key results."""

from __future__ import annotations

from lsprotocol import types

from okr_lint.lsp.outline import whole_set
from okr_lint.lsp.session import OkrLanguageServer


async def folding(ls: OkrLanguageServer, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
    """One range for each objective that takes more than one line."""
    checked = await ls.checked(params.text_document.uri)
    made = []
    for objective in checked.objectives if checked else ():
        span = whole_set(objective)
        if checked is None or span is None:
            continue
        start, end = checked.positions.position(span.start), checked.positions.position(span.end)
        if end.line > start.line:
            made.append(types.FoldingRange(start.line, end.line, kind=types.FoldingRangeKind.Region))
    return made


def register(ls: OkrLanguageServer) -> None:
    """Announce folding."""
    ls.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)(folding)
