"""What a new line beside a statement begins with."""

from __future__ import annotations

from okr_lint.model import Source, Statement
from okr_lint.suggestions import unnumbered

_LINE_FORMATS = ("plain",)
_BULLETS = "-*+•·"


def line_opening(statement: Statement, source: Source) -> str | None:
    """What a new line beside the statement begins with: its indent and bullet, and its label without the number.

    None where a line break would not make a new key result (a table cell, JSON, a format without spans).
    """
    if statement.quoting not in _LINE_FORMATS or statement.span is None:
        return None
    text = source.text
    line_start = text.rfind("\n", 0, statement.span.start) + 1
    before = text[line_start : statement.span.start]
    indent = before[: len(before) - len(before.lstrip())]
    rest = before.lstrip()
    if rest[:1] not in tuple(_BULLETS) or rest[1:2] not in (" ", "\t", ""):
        return None
    label = statement.label or ""
    if not label:
        return f"{indent}{rest[0]} "
    between = rest[1:].lstrip()
    mark = between.removeprefix(label)
    kind = unnumbered(label)
    if not kind or mark == between or mark.strip(" \t:：.、"):
        return None  # among labelled lines one without a label may be read as a note
    return f"{indent}{rest[0]} {kind}{mark}"
