"""Taking a comment, or some of its codes, out of the source."""

from __future__ import annotations

from collections.abc import Iterable

from okr_lint.model import Edit, Span

_BLANK = " \t\u3000"
_COMMAS = ",，、"


def without_comment(text: str, span: Span, *, alone: bool) -> Edit:
    """The edit that removes a comment: with its line where it stands alone, else with the space before it."""
    start, end = span
    while start and text[start - 1] in _BLANK:
        start -= 1
    if not alone:
        goes_on = end < len(text) and text[end] not in _BLANK + "\r\n"  # the words on either side stay apart
        return Edit(span if goes_on else Span(start, end), "")
    while end < len(text) and text[end] in _BLANK:
        end += 1
    at_line = not start or text[start - 1] in "\r\n"
    if at_line and end < len(text) and text[end] in "\r\n":
        end += 2 if text.startswith("\r\n", end) else 1
    return Edit(Span(start, end), "")


def without_codes(text: str, spans: Iterable[Span]) -> list[Edit]:
    """The edits that remove codes from a list: each with the separators around it, for which one space stays."""
    gaps: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        while start and text[start - 1] in _BLANK + _COMMAS:
            start -= 1
        while end < len(text) and text[end] in _BLANK + _COMMAS:
            end += 1
        if gaps and start <= gaps[-1][1]:
            start = gaps.pop()[0]
        gaps.append((start, end))
    return [Edit(Span(start, end), "" if text[end : end + 1] in ("", "\r", "\n") else " ") for start, end in gaps]
