"""Tables with a column of objectives and one or more of key results: rows, groups, cells of several lines."""

from __future__ import annotations

from okr_lint.model import Context, Objective, Statement
from okr_lint.patterns import late
from okr_lint.readers.asides import note
from okr_lint.readers.building import Builder
from okr_lint.readers.cell_lines import label_in, lines_of, statements_of
from okr_lint.readers.columns import Columns
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import OBJECTIVE, label_at
from okr_lint.readers.lines import ends
from okr_lint.readers.passage import Passage

_CODE = late(r"(?:kr ?)?#?[a-h]?\d{1,2}(?:[.\-]\d{1,2}){0,2}[.)]?")
_TOTALS = {"total", "totals", "sum", "average", "合计", "总计", "小计", "平均", "汇总"}
_OF_OBJECTIVES = ("parent", "why", "cycle", "team")


def settle(columns: Columns, body: list[list[Passage]]) -> None:
    """A column 目标 or Goal of numbers behind the key results is their target."""
    at = columns.objective
    if at is None or not columns.key_results or at < columns.key_results[0]:
        return
    codes = [row[columns.key_results[0]] for row in body if columns.key_results[0] < len(row)]
    codes = [cell for cell in codes if cell.text]
    if codes and all(_CODE.fullmatch(fold(cell.text)) or _only_label(cell) for cell in codes):
        columns.objective = None  # "| KR | Description |": numbers and what they stand for
        return
    said = [row[at].text for row in body if at < len(row) and row[at].text]
    if sum(len(text) < 14 and any(c.isdigit() for c in text) for text in said) * 2 > len(said):
        columns.objective = None
        columns.about[at] = "target"


def titled(row: list[Passage], build: Builder, context: Context) -> bool:
    """A row above or between tables that names the objective: "O1：…", "Objective | …"."""
    filled = [cell for cell in row if cell.text]
    label = label_in(filled[0]) if filled else None
    if label is None or label.role != OBJECTIVE or label.plural:
        return False
    if label.body < len(filled[0].text):
        return build.objective(filled[0].part(label.body, len(filled[0].text)), label, context) is not None
    return len(filled) > 1 and build.objective(filled[1], label, context) is not None


def _is_note(row: list[Passage]) -> bool:
    """Whether a row is a remark below the table: "Notes: …" in one cell, all others empty."""
    filled = [cell.text for cell in row if cell.text]
    name, colon, said = filled[0].partition(":") if len(filled) == 1 and len(row) > 2 else ("", "", "")
    return bool(colon and said.strip()) and field_named(name) == "notes"


class ColumnRows:
    """Tables with a column of key results, or of objectives alone."""

    def __init__(self, columns: Columns, build: Builder, context: Context) -> None:
        self.columns, self.build, self.context = columns, build, context
        self.known: dict[str, Objective] = {}
        self.before = {_key(o.label): o for o in build.document.objectives if o.label}  # what a bare label speaks of

    def read(self, body: list[list[Passage]]) -> None:
        """Read all rows."""
        for row in body:
            if not any(cell.text for cell in row) or is_total(row) or _is_note(row):
                continue
            if self.columns.objective is None and titled(row, self.build, self.context):
                continue
            opened = self._objective(row)
            results = self._key_results(row)
            self._about(row, opened, results)

    def _objective(self, row: list[Passage]) -> Objective | None:
        """The objective that this row begins; None where it goes on with the one before."""
        cell = _cell(row, self.columns.objective)
        if cell is None:
            return None
        label = label_in(cell)
        body = cell
        if label and label.body >= len(cell.text) and (meant := self.before.get(_key(label.name))):
            self.build.current = meant
            return None
        if (label and label.body >= len(cell.text)) or cell.text.isdigit():
            body = self._beside(row, self.columns.objective or 0) or cell
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

    def _beside(self, row: list[Passage], start: int) -> Passage | None:
        """The sentence beside a cell that only has a label or a number: in a column without a known head."""
        taken = {*self.columns.key_results, *self.columns.about, self.columns.objective}
        return next((row[i] for i in range(start + 1, len(row)) if row[i].text and i not in taken), None)

    def _key_results(self, row: list[Passage]) -> list[Statement]:
        found: list[Statement] = []
        for at in self.columns.key_results:
            cell = _cell(row, at)
            if cell is None:
                continue
            if cell.text.isdigit() or _only_label(cell):  # the sentence stands in a column of its own
                said, named = self._beside(row, at), label_in(cell)
                made = self.build.key_result(said, named, self.context) if said is not None else None
                found += [made] if made is not None else []
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
            for target in self._meant(name, opened, results):
                note(target.context, name, text, text)

    def _meant(self, name: str, opened: Objective | None, results: list[Statement]) -> list[Statement]:
        """The statements of a row that a cell of a column is about."""
        if opened is not None and (name in _OF_OBJECTIVES or not results):
            return [opened]
        if len(results) == 1 and len(self.columns.key_results) == 1:
            return results
        if opened is not None:
            return [opened]
        return results if name in Context.INHERITED else results[:1]


def _cell(row: list[Passage], at: int | None) -> Passage | None:
    return row[at] if at is not None and at < len(row) and row[at].text else None


def _only_label(cell: Passage) -> bool:
    label = label_at(cell.text, ends(cell))
    return label is not None and label.body >= len(cell.text)


def is_total(row: list[Passage]) -> bool:
    """Whether a row sums up the others: "Total", "平均"."""
    first = next(cell.text for cell in row if cell.text)
    return fold(first).strip(" :") in _TOTALS


def _key(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
