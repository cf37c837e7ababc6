"""At the end of each statement: its score, and the one hint that helps most."""

from __future__ import annotations

from lsprotocol import types

from okr_lint.lsp.checking import Checked
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.model import Finding, Statement

_LONGEST = 60  # characters of a hint; longer ones are in the tooltip


async def inlay_hints(ls: OkrLanguageServer, params: types.InlayHintParams) -> list[types.InlayHint]:
    """The hints of the statements that end in a range."""
    checked = await ls.checked(params.text_document.uri)
    if checked is None or checked.document is None or not ls.linters.options.inlay_hints:
        return []
    span = checked.positions.span(params.range)
    return [
        hint
        for statement in checked.document.statements()
        if statement.span and not statement.dropped and span.start <= statement.span.end <= span.end
        if (hint := _hint(checked, statement)) is not None
    ]


def _hint(checked: Checked, statement: Statement) -> types.InlayHint | None:
    score = checked.result.scores.get(statement.id)
    if score is None or statement.span is None:
        return None
    findings = checked.findings_of(statement.id)
    label = str(score.total) + (f" · {_most_useful(findings)}" if findings else "")
    tooltip = "\n".join(f"- {one.code} {one.message}" for one in findings)
    parts = " · ".join(f"{name} {value}" for name, value in score.parts.items())
    return types.InlayHint(
        position=checked.positions.position(_after(checked, statement)),
        label=label,
        tooltip=types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(filter(None, (parts, tooltip)))),
        padding_left=True,
    )


def _most_useful(findings: list[Finding]) -> str:
    """What to do about the gravest finding: its first suggestion, else what is wrong."""
    worst = findings[0]
    text = worst.suggestions[0].title if worst.suggestions else worst.message
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _after(checked: Checked, statement: Statement) -> int:
    """Behind the text, and behind the quote that closes it."""
    assert statement.span is not None
    end = statement.span.end
    quoted = statement.quoting in ("json", "yaml-double", "yaml-single", "csv")
    return end + 1 if quoted and checked.text[end : end + 1] in ('"', "'") else end


def register(ls: OkrLanguageServer) -> None:
    """Announce inlay hints."""
    ls.feature(types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintOptions(resolve_provider=False))(inlay_hints)
