"""Pipe tables in Markdown and plain text, found by scanning lines.

The grammar's own tables break at an empty row and leave out empty cells, which moves all others;
so tables are read here and masked for the grammar.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.patterns import late

_DELIMITER = late(r"[|:\-+ \t]+")
_TWO_BARS = late(r"\|\|")
_QUOTE = late(r"[ \t]{0,40}(?:>[ \t]?){0,8}[ \t]{0,40}")


@dataclass(slots=True)
class PipeTable:
    """A table's place and the ranges of its rows (quote marks and indentation left out)."""

    start: int
    end: int
    rows: list[tuple[int, int]] = field(default_factory=list)
    headed: bool = True


def find_tables(text: str) -> list[PipeTable]:
    """The pipe tables of a text, fenced code left out, in order."""
    if "|" not in text:
        return []
    lines = _lines(text)
    tables: list[PipeTable] = []
    fence, i = "", 0
    while i < len(lines):
        start, end = lines[i]
        body = text[start:end]
        sign = body[:3]
        if sign in ("```", "~~~"):
            fence = "" if fence == sign else fence or sign
        elif not fence and "|" in body and (table := _table(text, lines, i)):
            tables.append(table[0])
            i = table[1]
            continue
        i += 1
    return tables


def _table(text: str, lines: list[tuple[int, int]], i: int) -> tuple[PipeTable, int] | None:
    headed = (
        i + 1 < len(lines) and _is_delimiter(text[slice(*lines[i + 1])]) and not _is_delimiter(text[slice(*lines[i])])
    )
    if not headed and not (_framed(text, lines, i) and _framed(text, lines, i + 1)):
        return None
    confluence = text.startswith("||", lines[i][0])
    table = PipeTable(lines[i][0], lines[i][1], [lines[i]], headed or confluence)
    at = i + (2 if headed else 1)
    while at < len(lines):
        start, end = lines[at]
        if start == end and at + 1 < len(lines) and _framed(text, lines, at + 1):
            after = at + 2
            if not (after < len(lines) and _is_delimiter(text[slice(*lines[after])])):
                at += 1  # a blank line between rows
                continue
        if "|" not in text[start:end] or (not headed and not _framed(text, lines, at)):
            break
        if at + 1 < len(lines) and _is_delimiter(text[slice(*lines[at + 1])]) and not _is_delimiter(text[start:end]):
            break
        if not _is_delimiter(text[start:end]):
            table.rows.append((start, end))
        at += 1
    table.end = lines[at - 1][1]
    return table, at


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of a row's cells, white space at their ends left out; empty cells are kept.

    Confluence's wiki markup writes the cells of a head between two bars each.
    """
    if text.startswith("||", start) and text.endswith("||", start + 2, end):
        cuts = [m.start() for m in _TWO_BARS.finditer(text, start, end)]
        return [_trimmed(text, low + 2, high) for low, high in pairwise(cuts)]
    found = []
    low = at = start + (text[start : start + 1] == "|")
    while at <= end:
        if at == end or (text[at] == "|" and text[at - 1 : at] != "\\"):
            if at < end or text[low:end].strip():
                found.append(_trimmed(text, low, at))
            low = at + 1
        at += 1
    return found


def masked(text: str, tables: list[PipeTable]) -> str:
    """The text with every table turned into a paragraph of x, character for character."""
    if not tables:
        return text
    parts, at = [], 0
    for table in tables:
        parts.append(text[at : table.start])
        inner = text[table.start : table.end]
        parts.append("\n".join(_mask(line) for line in inner.split("\n")))
        at = table.end
    return "".join([*parts, text[at:]])


def table_at(tables: list[PipeTable], offset: int) -> PipeTable | None:
    """The table that an offset lies in."""
    index = bisect_right(tables, offset, key=lambda t: t.start) - 1
    return tables[index] if index >= 0 and offset < tables[index].end else None


def _mask(line: str) -> str:
    prefix = _QUOTE.match(line)
    lead = prefix.end() if prefix else 0
    body = line[lead:].rstrip("\r")
    rest = line[lead + len(body) :]
    return line[:lead] + "x" * len(body) + rest


def _lines(text: str) -> list[tuple[int, int]]:
    lines, at = [], 0
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip("\r\n")
        m = _QUOTE.match(body)
        lead = m.end() if m else 0
        lines.append((at + lead, at + len(body.rstrip()) if len(body.rstrip()) >= lead else at + lead))
        at += len(raw)
    return lines


def _is_delimiter(body: str) -> bool:
    return "-" in body and "|" in body and _DELIMITER.fullmatch(body) is not None


def _framed(text: str, lines: list[tuple[int, int]], i: int) -> bool:
    if i >= len(lines):
        return False
    start, end = lines[i]
    return end - start > 2 and text[start] == "|" and text[end - 1] == "|"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
