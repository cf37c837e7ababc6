"""Tables of reStructuredText: grids, ``list-table`` directives and simple tables between rows of "="."""

from __future__ import annotations

from itertools import pairwise

from okr_lint.patterns import late
from okr_lint.readers.inline import passage_of
from okr_lint.readers.passage import Passage, joined

Line = tuple[int, str]  # offset, text without its line end

_ROW = late(r"[ \t]{0,40}\*[ \t]{1,8}-(?=[ \t]|$)")
_CELL = late(r"[ \t]{0,40}-(?=[ \t]|$)")
_MOST = 2_000  # lines of a table
_RULE = late(r"=+(?: +=+)+")


def grid_table(lines: list[Line]) -> tuple[list[list[Passage]], bool]:
    """The rows of a grid, and whether it has a head; a cell that spans rows stands in the first of them only."""
    stops = [at for at, char in enumerate(lines[0][1]) if char == "+"]
    rows: list[list[list[Passage]]] = []
    open_row = [0] * (len(stops) - 1)  # the row that a column's open cell began in
    headed = False
    for at, line in lines:
        ranges = [(low + 1, high) for low, high in pairwise(stops)]
        ruled = [low < len(line) and bool(line[low:high]) and set(line[low:high]) <= set("-=+") for low, high in ranges]
        headed = headed or ("=" in line and all(ruled))
        if any(ruled):
            rows.append([[] for _ in ranges])
        for column, (low, high) in enumerate(ranges):
            if ruled[column]:
                open_row[column] = len(rows) - 1
            elif rows and (cell := _shown(at + low, line[low:high].rstrip("|"))).text:
                rows[open_row[column]][column].append(cell)
    return [[_flowing(cell) for cell in row] for row in rows if any(row)], headed


def list_table(lines: list[Line]) -> list[list[Passage]]:
    """The rows of a ``list-table``: items of items; the lines of a cell are lines of its passage."""
    rows: list[list[list[Passage]]] = []
    column = -1  # where the dash of a cell stands
    for at, line in lines:
        if (row := _ROW.match(line)) and (column < 0 or row.end() - 1 == column):
            column = row.end() - 1
            rows.append([[_shown(at + row.end(), line[row.end() :])]])
        elif rows and (cell := _CELL.match(line)) and cell.end() - 1 == column:
            rows[-1].append([_shown(at + cell.end(), line[cell.end() :])])
        elif rows and line.strip():
            rows[-1][-1].append(_shown(at, line))
    return [[_together(cell) for cell in row] for row in rows]


def is_rule(line: str) -> bool:
    """Whether a line is a rule of a simple table: two or more runs of "=" side by side."""
    return _RULE.fullmatch(line.strip()) is not None


def simple_table(lines: list[Line], start: int) -> tuple[list[list[Passage]], bool, int]:
    """The rows of a simple table that begins with a line, whether it has a head, and its number of lines.

    A row without text in its first column goes on from the one before; "\\" there begins a row with an empty cell.
    """
    lines = lines[start : _end(lines, start)]
    starts = [i for i, char in enumerate(lines[0][1]) if char == "=" and lines[0][1][i - 1 : i] != "="]
    rules = [i for i, (_, line) in enumerate(lines) if is_rule(line)]
    if len(rules) < 2:
        return [], False, 0
    rows: list[list[Passage]] = []
    last = rules[-1]
    for i in range(1, last):
        at, line = lines[i]
        if i in rules or not line.strip() or set(line.strip()) <= set("- "):
            continue
        stops = [*starts[1:], len(line)]
        found = [_shown(at + low, line[low:high]) for low, high in zip(starts, stops, strict=True)]
        if rows and not line[starts[0] : stops[0]].strip():
            rows[-1] = [
                joined([a, b]) if a.text and b.text else (a if a.text else b)
                for a, b in zip(rows[-1], found, strict=True)
            ]
        else:
            rows.append(found)
    return rows, len(rules) > 2, last + 1


def _end(lines: list[Line], start: int) -> int:
    """Where a simple table is over at the latest: after the rule that a blank line follows."""
    for i in range(start + 1, min(len(lines), start + _MOST)):
        if is_rule(lines[i][1]) and (i + 1 == len(lines) or not lines[i + 1][1].strip()):
            return i + 1
    return start + 1


def _shown(at: int, raw: str) -> Passage:
    body = raw.strip()
    if body == "\\":
        return Passage("")
    return passage_of(body, at + len(raw) - len(raw.lstrip()))


def _flowing(lines: list[Passage]) -> Passage:
    """Lines of a cell as running text; those of a list stay lines of their own."""
    listed = bool(lines) and lines[0].text.startswith(("- ", "* "))
    return joined(lines, "\n" if listed else " ") if lines else Passage("")


def _together(lines: list[Passage]) -> Passage:
    filled = [line for line in lines if line.text]
    return joined(filled, "\n") if filled else Passage("")
