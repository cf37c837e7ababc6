"""Rows of a spreadsheet or CSV file -> statements: one row per key result, or per objective, or a tree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from okr_lint.model import Context, Document, Objective, Statement
from okr_lint.readers.building import Builder
from okr_lint.readers.cell_lines import lines_of, statements_of
from okr_lint.readers.columns import Columns, columns_of, find_head, next_head
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import OBJECTIVE, label_at
from okr_lint.readers.metadata import assign, cycle_in, note
from okr_lint.readers.passage import Passage
from okr_lint.readers.tables import read_table
from okr_lint.readers.tree_rows import read_tree

_DEFAULT_NAME = re.compile(r"(?:sheet|工作表|表)[ _-]?\d{0,3}|.*(?:okr|目标).*", re.I)
_TOTALS = {"total", "totals", "sum", "average", "合计", "总计", "小计", "平均", "汇总"}


@dataclass(slots=True)
class Sheet:
    """A named table; the name of a CSV file's only one is empty."""

    name: str
    rows: list[list[Passage]]


def read_sheets(sheets: Iterable[Sheet], document: Document) -> None:
    """Read the statements of all sheets into a document."""
    build = Builder(document)
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
    _above(above, context)
    if columns.objective is None and columns.sentence is None:
        for row in above:
            _titled(row, build, context)
    while head is not None:  # a sheet may hold several tables, each with a head of its own
        below = next_head(sheet.rows, head + 1)
        body = sheet.rows[head + 1 : below]
        columns = columns_of(sheet.rows[head])
        _settle(columns, body)
        if columns.sentence is not None:
            read_tree(body, columns, build, context)
        else:
            _Rows(columns, build, context).read(body)
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


def _titled(row: list[Passage], build: Builder, context: Context) -> bool:
    """A row above or between tables that names the objective: "O1：…", "Objective | …"."""
    filled = [cell for cell in row if cell.text]
    label = label_at(filled[0].text) if filled else None
    if label is None or label.role != OBJECTIVE or label.plural:
        return False
    if label.body < len(filled[0].text):
        return build.objective(filled[0].part(label.body, len(filled[0].text)), label, context) is not None
    return len(filled) > 1 and build.objective(filled[1], label, context) is not None


def _settle(columns: Columns, body: list[list[Passage]]) -> None:
    """A column 目标 or Goal of numbers behind the key results is their target."""
    at = columns.objective
    if at is None or not columns.key_results or at < columns.key_results[0]:
        return
    said = [row[at].text for row in body if at < len(row) and row[at].text]
    if sum(len(text) < 14 and any(c.isdigit() for c in text) for text in said) * 2 > len(said):
        columns.objective = None
        columns.about[at] = "target"


class _Rows:
    """Tables with a column of key results, or of objectives alone."""

    def __init__(self, columns: Columns, build: Builder, context: Context) -> None:
        self.columns, self.build, self.context = columns, build, context
        self.known: dict[str, Objective] = {}

    def read(self, body: list[list[Passage]]) -> None:
        """Read all rows."""
        for row in body:
            if not any(cell.text for cell in row) or _is_total(row):
                continue
            if self.columns.objective is None and _titled(row, self.build, self.context):
                continue
            opened = self._objective(row)
            results = self._key_results(row)
            self._about(row, opened, results)

    def _objective(self, row: list[Passage]) -> Objective | None:
        """The objective that this row begins; None where it goes on with the one before."""
        cell = _cell(row, self.columns.objective)
        if cell is None:
            return None
        label = label_at(cell.text)
        body = cell
        if (label and label.body >= len(cell.text)) or cell.text.isdigit():
            body = self._beside(row) or cell
        elif label and label.role == OBJECTIVE:
            body = cell.part(label.body, len(cell.text))
        elif label and self.columns.key_results == []:  # labelled key results in the one column
            for part, own in statements_of(cell):
                self.build.key_result(part, own or label, self.context)
            return None
        key = _key(body.text)
        if key in self.known:
            self.build.current = self.known[key]
            return None
        made = self.build.objective(body, label, self.context)
        if made is not None:
            self.known[key] = made
        return made

    def _beside(self, row: list[Passage]) -> Passage | None:
        """The sentence beside a cell that only has a label or a number: in a column without a known head."""
        taken = {*self.columns.key_results, *self.columns.about, self.columns.objective}
        start = self.columns.objective or 0
        return next((row[i] for i in range(start + 1, len(row)) if row[i].text and i not in taken), None)

    def _key_results(self, row: list[Passage]) -> list[Statement]:
        found: list[Statement] = []
        for at in self.columns.key_results:
            cell = _cell(row, at)
            if cell is None or cell.text.isdigit() or _only_label(cell):
                continue
            for part, label in statements_of(cell):
                if label and label.role == OBJECTIVE:
                    self.build.objective(part, label, self.context)
                elif made := self.build.key_result(part, label, self.context):
                    found.append(made)
        return found

    def _about(self, row: list[Passage], opened: Objective | None, results: list[Statement]) -> None:
        """Give the other cells to what they are about; as many lines as key results are one for each."""
        year = _cell(row, self.columns.year)
        for at, name in self.columns.about.items():
            cell = _cell(row, at)
            if cell is None:
                continue
            lines = lines_of(cell)
            if len(results) > 1 and len(lines) == len(results):
                for made, line in zip(results, lines, strict=True):
                    note(made.context, name, line.text, line.text)
                continue
            text = cell.text
            if name == "cycle" and year is not None and year.text not in text:
                text = f"{year.text} {text}"
            single = len(results) == 1 and len(self.columns.key_results) == 1
            target = results[0] if single else opened or (results[0] if results else None)
            if opened is not None and name in ("parent", "why", "cycle", "team"):
                target = opened
            if target is not None:
                note(target.context, name, text, text)


def _cell(row: list[Passage], at: int | None) -> Passage | None:
    return row[at] if at is not None and at < len(row) and row[at].text else None


def _only_label(cell: Passage) -> bool:
    label = label_at(cell.text)
    return label is not None and label.body >= len(cell.text)


def _is_total(row: list[Passage]) -> bool:
    first = next(cell.text for cell in row if cell.text)
    return fold(first).strip(" :") in _TOTALS


def _key(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
