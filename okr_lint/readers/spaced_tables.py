"""Tables in plain text without lines between the cells: pasted from a spreadsheet (tabs) or set in columns (blanks).

Only a head that names objectives and key results makes a table: anything else in columns is left to be text.
"""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE
from okr_lint.readers.passage import Passage

_GAP = late(r"[ \t]{2,80}|\t")
_HEAD = 200  # characters of a line that may be one


class SpacedTable(NamedTuple):
    """A table's rows and the number of the line behind it."""

    rows: list[list[Passage]]
    end: int


def spaced_table(lines: list[str], number: int, at: int) -> SpacedTable | None:
    """The table whose head is a line of a text; ``at`` is the offset where the line begins."""
    head = lines[number].rstrip("\r\n")
    if len(head) > _HEAD or ("\t" not in head and "  " not in head.strip()):
        return None
    tabbed = "\t" in head.strip()
    starts = [] if tabbed else [0, *(m.end() for m in _GAP.finditer(head) if m.start())]
    rows: list[list[Passage]] = []
    for line in lines[number:]:
        body = line.rstrip("\r\n")
        row = _tabbed(body, at) if tabbed else _in_columns(body, at, starts)
        if row is None or not any(cell.text for cell in row):
            break
        if not rows and not {OBJECTIVE, KEY_RESULT} <= {section_role(cell.text) for cell in row}:
            return None
        rows.append(row)
        number += 1
        at += len(line)
    return SpacedTable(rows, number) if len(rows) > 1 else None


def _tabbed(line: str, at: int) -> list[Passage] | None:
    if "\t" not in line:
        return None
    row = []
    for cell in line.split("\t"):
        row.append(Passage.verbatim(cell, at).stripped())
        at += len(cell) + 1
    return row


def _in_columns(line: str, at: int, starts: list[int]) -> list[Passage] | None:
    """The cells of a line; None where a column of the head begins inside a word of it."""
    if any(start and line[start - 1 : start].strip() for start in starts):
        return None
    stops = [*starts[1:], max(len(line), starts[-1])]
    return [Passage.verbatim(line[low:high], at + low).stripped() for low, high in zip(starts, stops, strict=True)]
