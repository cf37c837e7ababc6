"""Rows of a spreadsheet or CSV file -> statements: one row per key result, or per objective, or a tree."""

from __future__ import annotations

import re
from collections.abc import Iterable

from okr_lint.lean_dataclasses import dataclass
from okr_lint.model import Context, Document
from okr_lint.patterns import late
from okr_lint.readers.asides import assign
from okr_lint.readers.building import Builder
from okr_lint.readers.column_rows import ColumnRows, settle, titled
from okr_lint.readers.columns import columns_of, find_head, next_head
from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.outline import Block
from okr_lint.readers.passage import Passage
from okr_lint.readers.signatures import mark_owners
from okr_lint.readers.tables import read_table
from okr_lint.readers.tree_rows import read_tree

_DEFAULT_NAME = late(r"(?:sheet|工作表|表)[ _-]?\d{0,3}|.*(?:okr|目标).*", re.I)


@dataclass(slots=True)
class Sheet:
    """A named table; the name of a CSV file's only one is empty."""

    name: str
    rows: list[list[Passage]]


def read_sheets(sheets: Iterable[Sheet], document: Document) -> None:
    """Read the statements of all sheets into a document."""
    build = Builder(document)
    sheets = list(sheets)
    mark_owners(Block("heading", Passage(""), children=[Block("table", Passage(""), rows=one.rows) for one in sheets]))
    for sheet in sheets:
        build.current = build.latest = None
        _read_sheet(sheet, build)
    build.finish()


def _read_sheet(sheet: Sheet, build: Builder) -> None:
    context = Context()
    if cycle := cycle_in(sheet.name):
        context.cycle = cycle
    elif sheet.name and not _DEFAULT_NAME.fullmatch(sheet.name):
        context.team = sheet.name
    context.inherit(build.document.context)
    head = find_head(sheet.rows)
    if head is None:
        if sheet.rows:
            read_table(sheet.rows, False, build, context, None)
        return
    above, columns = sheet.rows[:head], columns_of(sheet.rows[head])
    settle(columns, sheet.rows[head + 1 :])
    _above(above, context)
    if columns.objective is None and columns.sentence is None:
        for row in above:
            titled(row, build, context)
    while head is not None:  # a sheet may hold several tables, each with a head of its own
        below = next_head(sheet.rows, head + 1)
        body = sheet.rows[head + 1 : below]
        columns = columns_of(sheet.rows[head])
        settle(columns, body)
        if columns.sentence is not None:
            read_tree(body, columns, build, context)
        else:
            ColumnRows(columns, build, context).read(body)
        head = below


def _above(rows: list[list[Passage]], context: Context) -> None:
    """What stands over the head: "部门：急诊", "Owner | Ann", "2026 Q2 OKR"."""
    for row in rows:
        cells = [cell.text for cell in row if cell.text]
        for cell in cells:
            if not assign(context, cell) and context.cycle is None:
                context.cycle = cycle_in(cell)
        if len(cells) == 2:
            assign(context, f"{cells[0].rstrip(':：')}: {cells[1]}")
