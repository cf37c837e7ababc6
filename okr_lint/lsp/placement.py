"""Where a text that a finding proposes goes: in the place of the statement, or on a line of its own."""

from __future__ import annotations

import re2

from okr_lint.lsp.checking import Checked, format_for
from okr_lint.model import Edit, Objective, Span, Statement
from okr_lint.model.quoting import quote

# What may stand before a key result that a new line can repeat: bullets, numbers, a label.
_OPENING = re2.compile(
    r"^[ \t\x{3000}>]*(?:[-*+•·]|[0-9０-９]+[.)、．])?[ \t]*(?:\*\*)?"
    r"(?:(?i:kr|key result|关键结果|关键成果)[ \t]*[0-9０-９.\-]*)?(?:\*\*)?[ \t]*[:：.、]?(?:\*\*)?[ \t]*[\"']?$"
)
_NUMBER = re2.compile(r"([0-9]+)([^0-9]*)$")
_LABELLED = re2.compile(r"^(?i:kr|key result|关键结果)[ \t]*[0-9⟨⟩a-z序号]*[ \t]*[:：][ \t]*")


def is_new_key_result(text: str) -> bool:
    """Whether a scaffold says itself that it is one more key result ("KR: …")."""
    return _LABELLED.search(text) is not None


def in_place_of(statement: Statement, text: str) -> Edit | None:
    """The statement's text replaced; None where it has no place in the source."""
    if statement.span is None:
        return None
    return Edit(statement.span, quote(text, statement.quoting))


def new_key_result(checked: Checked, objective: Objective, text: str) -> Edit | None:
    """One more line below the last key result, written like it; None where that has no line of its own."""
    bare = _LABELLED.sub("", text)
    last = next((k for k in reversed(objective.key_results) if k.span is not None), None)
    if last is None or last.span is None:
        return _first_key_result(checked, objective, bare)
    line = checked.positions.position(last.span.start).line
    start, end = checked.positions.line_start(line), checked.positions.line_end(line)
    opening, closing = checked.text[start : last.span.start], checked.text[last.span.end : end]
    if last.span.end > end or not _OPENING.search(opening):
        return None
    newline = _newline(checked)
    written = quote(bare, last.quoting)
    if last.quoting == "json":
        return _json_item(last.span, end, opening, closing, written, newline, checked.text)
    mark = opening[-1] if last.quoting in ("yaml-double", "yaml-single") else ""
    return Edit(Span(end, end), f"{newline}{_next(opening)}{written}{mark}")


def line_of_its_own(checked: Checked, span: Span | None, text: str) -> Edit | None:
    """A line below a place, or at the top of the text; only in formats in which any line may stand."""
    if format_for(checked.path, None) not in ("markdown", "text", "rst") or checked.document is None:
        return None
    newline = _newline(checked)
    if span is not None:
        end = checked.positions.line_end(checked.positions.position(span.end).line)
        return Edit(Span(end, end), f"{newline}{newline}{text}")
    first = next((one.span for one in checked.document.objectives if one.span is not None), None)
    at = checked.positions.line_start(checked.positions.position(first.start).line) if first else 0
    return Edit(Span(at, at), f"{text}{newline}{newline}")


def _first_key_result(checked: Checked, objective: Objective, text: str) -> Edit | None:
    if objective.span is None or format_for(checked.path, None) not in ("markdown", "text"):
        return None
    end = checked.positions.line_end(checked.positions.position(objective.span.end).line)
    colon = "：" if checked.language(objective) == "zh" else ": "
    return Edit(Span(end, end), f"{_newline(checked)}- KR1{colon}{text}")


def _json_item(
    last: Span, line_end: int, opening: str, closing: str, written: str, newline: str, text: str
) -> Edit | None:
    """One more string in a list that has each on a line of its own."""
    if opening.strip() != '"' or closing.strip() not in ('"', '",'):
        return None
    at = last.end + 1
    return Edit(Span(at, at), f',{newline}{opening}{written}"')


def _next(opening: str) -> str:
    """The opening of the following line: its number one higher."""
    found = _NUMBER.search(opening)
    if not found:
        return opening
    return f"{opening[: found.start(1)]}{int(found.group(1)) + 1}{found.group(2)}"


def _newline(checked: Checked) -> str:
    return "\r\n" if "\r\n" in checked.text else "\n"
