"""The comment that suppresses a finding on its line, in the form of the file's format."""

from __future__ import annotations

from okr_lint.lsp.checking import Checked, format_for
from okr_lint.model import Edit, Finding, Span

_FORMS = {"markdown": " <!-- {} -->", "text": " <!-- {} -->", "yaml": "  # {}", "html": " <!-- {} -->"}
_REASON = {"zh": "⟨原因⟩", "en": "⟨reason⟩"}


def suppression(checked: Checked, finding: Finding) -> Edit | None:
    """Ignore the code on the finding's line, with a blank for the reason; None where a comment cannot stand."""
    form = _FORMS.get(format_for(checked.path, None))
    if form is None or finding.span is None:
        return None
    line = checked.positions.position(finding.span.end).line
    at = checked.positions.line_end(line)
    before = checked.text[checked.positions.line_start(line) : at]
    if before.lstrip().startswith("|"):  # in a table the comment stays inside the cell
        statement = checked.statement(finding.statement)
        at = statement.span.end if statement and statement.span else finding.span.end
    text = f"okr-lint: ignore {finding.code} ({_REASON[finding.language]})"
    return Edit(Span(at, at), form.format(text))
