"""Texts with blanks (⟨…⟩) as snippets with tab stops, and edits in the form that the client supports."""

from __future__ import annotations

from lsprotocol import types

from okr_lint.lsp.checking import Checked
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.model import Edit

OPEN, CLOSE = "⟨", "⟩"


def snippet(text: str) -> str:
    """The text as a snippet: every blank is a tab stop with its name as placeholder; equal blanks are one."""
    made: list[str] = []
    stops: dict[str, int] = {}
    rest = text
    while True:
        before, opened, rest = rest.partition(OPEN)
        made.append(_escaped(before))
        if not opened:
            return "".join(made) + ("$0" if stops else "")
        name, closed, rest = rest.partition(CLOSE)
        if not closed:
            made.append(_escaped(OPEN + name))
            rest = ""
            continue
        number = stops.setdefault(name, len(stops) + 1)
        made.append(f"${{{number}:{_escaped(name)}}}")


def has_blanks(text: str) -> bool:
    """Whether there is something to fill in."""
    return OPEN in text


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def plain_edit(checked: Checked, edits: list[Edit]) -> types.WorkspaceEdit:
    """Edits of the source as an edit of the client's text."""
    made = [types.TextEdit(checked.positions.range(edit.span), edit.text) for edit in edits]
    return types.WorkspaceEdit(changes={checked.uri: made})


def fill_in(
    ls: OkrLanguageServer, checked: Checked, edit: Edit
) -> tuple[types.WorkspaceEdit | None, types.Command | None]:
    """An edit whose text has blanks: a snippet edit, the client's own command, or plain text, as it can."""
    place = checked.positions.range(edit.span)
    text = snippet(edit.text)
    if has_blanks(edit.text) and ls.can("workspace", "workspace_edit", "snippet_edit_support"):
        document = types.OptionalVersionedTextDocumentIdentifier(checked.uri, checked.version)
        change = types.SnippetTextEdit(place, types.StringValue(text))
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [change])]), None
    command = ls.linters.options.snippet_command
    if has_blanks(edit.text) and command:
        return None, types.Command("okr-lint", command, arguments=[checked.uri, place, text])
    return plain_edit(checked, [edit]), None
