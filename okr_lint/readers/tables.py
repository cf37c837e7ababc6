"""Tables -> statements: columns by their heads, labels in cells, bold rows, several key results in a cell."""

from __future__ import annotations

from itertools import zip_longest

from okr_lint.model import Context, Objective, Statement
from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.asides import note
from okr_lint.readers.building import Builder
from okr_lint.readers.cell_lines import label_in, split_cell
from okr_lint.readers.column_rows import ColumnRows, is_total, settle
from okr_lint.readers.columns import Columns, columns_of, heads_known
from okr_lint.readers.fields import FIGURES, field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import BOTH, INITIATIVE, KEY_RESULT, OBJECTIVE, OTHER, Label, label_at
from okr_lint.readers.lines import ends
from okr_lint.readers.passage import Passage
from okr_lint.readers.prose import is_definition
from okr_lint.readers.roles import announces
from okr_lint.readers.table_kinds import (
    column_role,
    grades_by_number,
    has_owners_as_heads,
    is_form,
    is_history,
    is_tally,
    is_transposed,
)

_CODE = late(r"[a-z]{0,2}[.\-]?\d{1,3}(?:\.\d{1,2}){0,2}")  # "1", "A2", "3.1": what stands for a label
_KEY_RESULT_CODE = late(r"(?:o ?\d{1,2}[ .\-_/]{0,2})?kr[ #\-]?\d{1,2}(?:[.\-]\d{1,2}){0,2}")
_ORDINAL = late(r"\d{1,2}[.)]?[ \t]{1,3}(?=[^\d\s])")
_RATIO = late(r"[01]?\.?\d{1,2}")
_WEAK_NAMES = {"title", "name", "item", "goal", "goals"}


def read_table(
    rows: list[list[Passage]], headed: bool, build: Builder, context: Context, title: Objective | None
) -> None:
    """Read a table's statements into the document that is being built.

    Args:
        rows: cells, row by row; a cell that spans rows stands in the first of them only.
        headed: whether the first row is the table's head.
        build: where statements go.
        context: what holds for all of them.
        title: the objective that the table stands under.
    """
    rows = [row for row in rows if any(cell.text for cell in row)]
    if not rows:
        return
    if build.has_begun() and is_tally(rows):
        return
    filled = [cell.text for cell in rows[0] if cell.text]
    if (
        len(rows) > 2
        and len(filled) == 1
        and label_at(filled[0]) is None
        and sum(map(bool, map(column_role, rows[1]))) > 1
    ):
        rows, headed = rows[1:], True  # a title above the head
    if is_transposed(rows[0]) or has_owners_as_heads(rows):
        rows = [list(column) for column in zip_longest(*rows, fillvalue=Passage(""))]
    if grades_by_number(rows) or is_history(rows[0]):
        return
    columns = columns_of(rows[0]) if heads_known(rows[0]) > 2 else Columns()
    settle(columns, rows[1:])
    if columns.objective is not None and columns.key_results:
        ColumnRows(columns, build, context).read(rows[1:])
    else:
        Table(rows, headed, build, context, title).read()


def _announced(cell: Passage) -> str | None:
    """What a column of statements holds whose head says so in more words: "Our objectives for the year"."""
    role = announces(cell.text)
    return role if role in (OBJECTIVE, KEY_RESULT) else None


class Table:
    """One table and what its columns hold."""

    def __init__(
        self, rows: list[list[Passage]], headed: bool, build: Builder, context: Context, title: Objective | None
    ) -> None:
        self.build, self.context, self.title = build, context, title
        self.head = rows[0]
        self.roles = [column_role(cell) for cell in self.head]
        self.labels = [label_at(cell.text, ends(cell)) for cell in self.head]
        self.form = is_form(rows)
        if self.form:
            self.roles = [None] * len(self.roles)
        elif any(self.roles) and not any(role in (OBJECTIVE, KEY_RESULT, BOTH) for role in self.roles):
            self.roles = [role or _announced(cell) for role, cell in zip(self.roles, self.head, strict=True)]
        known = any(self.roles)
        said = any(la and la.body < len(c.text) for la, c in zip(self.labels, self.head, strict=True))
        first = self.labels[0]
        if first and first.role == OBJECTIVE and first.number and len(self.head) > 1 and self.head[1].text:
            said = said or self.roles[1] is None  # "| Objective 1 | its text |" stands where heads stand
        names = sum(bool(role) for role in self.roles)
        self.headed = known and (headed or names >= 2)
        self.rows = rows[1:] if (self.headed or headed) and not (said or self.form) else rows
        if not self.headed:
            self.roles = [None] * max(len(row) for row in rows)
        self._settle_targets()
        self._settle_figures()
        self.bold = [row for row in self.rows if not self.form and _is_bold(row)]

    def read(self) -> None:
        """Read all rows, unless this is a score sheet (one column per key result)."""
        numbered = sum(
            bool(label and label.role == KEY_RESULT and label.body >= len(c.text))
            for label, c in zip(self.labels, self.head, strict=True)
        )
        if numbered > 1 and not any(role in (OBJECTIVE, KEY_RESULT, BOTH) for role in self.roles if role):
            return
        objective_at, result_at, both_at = (self._at(role) for role in (OBJECTIVE, KEY_RESULT, BOTH))
        if objective_at is None and result_at is None and both_at is None:
            self._read_labelled()
            return
        for row in self.rows:
            if not is_total(row):
                self._row(row, objective_at, result_at, both_at)

    def _at(self, role: str) -> int | None:
        return next((i for i, found in enumerate(self.roles) if found == role), None)

    def _settle_targets(self) -> None:
        """A column 目标 or Goal beside key results with baseline or current value is their target."""
        results, goals = self._at(KEY_RESULT), self._at(OBJECTIVE)
        if results is None or goals is None:
            if goals is not None and fold(self.head[goals].text).strip() in _WEAK_NAMES and results is None:
                self.roles[goals] = None
            return
        numbers = [row[goals].text for row in self.rows if goals < len(row) and row[goals].text]
        short = sum(len(n) < 14 and any(c.isdigit() for c in n) for n in numbers)
        if goals > results and (self.title is not None or short * 2 > len(numbers)):
            self.roles[goals] = "target"

    def _settle_figures(self) -> None:
        """Under an objective without key results, what has a baseline, a target or a weight in its row is one."""
        if self.title is None or self.title.key_results or FIGURES.isdisjoint(role for role in self.roles if role):
            return
        if any(role in (OBJECTIVE, KEY_RESULT, BOTH) for role in self.roles):
            return
        texts = [i for i, role in enumerate(self.roles) if role in (None, "metric", "notes") and self._worded(i)]
        if texts:
            self.roles[texts[0]] = KEY_RESULT

    def _worded(self, at: int) -> bool:
        """Whether a column holds words in every row."""
        cells = [row[at].text if at < len(row) else "" for row in self.rows]
        return bool(cells) and all(sum(char.isalpha() for char in text) > 3 for text in cells)

    def _row(self, row: list[Passage], objective_at: int | None, result_at: int | None, both_at: int | None) -> None:
        made: Statement | None = None
        labels = [label_in(cell) for cell in row]
        alone = next(
            (la for la, c in zip(labels, row, strict=True) if la and la.body >= len(c.text) and la.number), None
        )
        cell = row[objective_at] if objective_at is not None and objective_at < len(row) else None
        coded = any(_KEY_RESULT_CODE.fullmatch(fold(c.text).strip()) for c in row if c.text and len(c.text) < 12)
        if cell and cell.text and coded and result_at is None and not _only_label(cell):
            label = label_in(cell)
            body = label.body if label and label.role == KEY_RESULT else 0
            made = self.build.key_result(cell.part(body, len(cell.text)), label or alone, self.context)
        elif cell and cell.text and not _only_label(cell):
            made = self._objective(cell, alone)
        elif cell and cell.text and (neighbour := self._neighbour(row, objective_at or 0)) and result_at is None:
            made = self._objective(neighbour, label_in(cell))
        titled = self.bold and len(self.bold) < len(self.rows) and sum(bool(one.text) for one in row) == 1
        if titled and result_at is not None and objective_at is None and _is_bold(row) and self._alone(row, result_at):
            made = self._objective(row[result_at], None)  # a row in bold over the key results of its objective
        elif result_at is not None and result_at < len(row) and row[result_at].text:
            cell = row[result_at]
            if _only_label(cell):
                cell = self._neighbour(row, result_at) or cell
            for part, label in split_cell(cell):
                label = label or (alone if alone and alone.role == KEY_RESULT else None)
                if label and label.role == OBJECTIVE:
                    made = self._objective(part, label, labelled=True)
                else:
                    made = self.build.key_result(part, label, self.context) or made
        elif both_at is not None and result_at is None and both_at < len(row) and row[both_at].text:
            cell = row[both_at]
            if _only_label(cell):  # the text stands in a column of its own
                cell = self._neighbour(row, both_at) or cell
            made = self._either(row, cell, alone)
        self._about(row, made)

    def _alone(self, row: list[Passage], at: int) -> bool:
        """Whether the one filled cell of a row is that of a column and has no label of a key result."""
        label = label_in(row[at]) if at < len(row) and row[at].text else None
        return at < len(row) and bool(row[at].text) and (label is None or label.role != KEY_RESULT)

    def _either(self, row: list[Passage], cell: Passage, alone: Label | None) -> Statement | None:
        label = label_in(cell) or alone
        if (label and label.role == OBJECTIVE) or (label is None and self.bold and _is_bold(row)):
            number = _ORDINAL.match(cell.text) if label is None else None
            return self._objective(cell.part(number.end(), len(cell.text)) if number else cell, alone)
        if (label and label.role == KEY_RESULT) or (label is None and self.bold and self.build.current):
            body = label.body if label and label is not alone else 0
            return self.build.key_result(cell.part(body, len(cell.text)), label, self.context)
        return None

    def _objective(self, cell: Passage, alone: Label | None, *, labelled: bool = False) -> Objective | None:
        label = None if labelled else label_in(cell)
        if labelled:
            return self.build.objective(cell, alone, self.context)
        body = cell.part(label.body if label and label.role == OBJECTIVE else 0, len(cell.text))
        current = self.build.current
        if current is not None and _same(current.text, body.text):
            return current
        return self.build.objective(body, label or alone, self.context)

    def _read_labelled(self) -> None:
        """A table without known heads: every cell that begins with a label is a statement."""
        shared = self._shared_column()
        for row in self.rows:
            made: Statement | None = None
            for i, cell in enumerate(row):
                if not cell.text:
                    continue
                role = section_role(cell.text)
                label = label_in(cell)
                if label and label.role in (OBJECTIVE, KEY_RESULT) and label.body < len(cell.text):
                    for part, own in split_cell(cell):
                        own = own or label
                        if own.role == OBJECTIVE:
                            made = self.build.objective(part, own, self.context)
                        else:
                            made = self.build.key_result(part, own, self.context)
                elif (label and label.role in (OBJECTIVE, KEY_RESULT)) or role in (OBJECTIVE, KEY_RESULT):
                    neighbour = self._neighbour(row, i)
                    kind = label.role if label else role
                    if neighbour is None or label_at(neighbour.text) or section_role(neighbour.text):
                        break
                    if not self.form and (label is None or label.number is None) and is_definition(neighbour.text):
                        break  # a guide's table: "| Objective | Where do we want to go? |"
                    if kind == OBJECTIVE:
                        made = self.build.objective(neighbour, label, self.context)
                    else:
                        for part, own in split_cell(neighbour):
                            made = self.build.key_result(part, own or label, self.context)
                    break
                elif i == 0 and len(row) == 2 and (name := field_named(cell.text)):
                    self.build.about(name, row[1].text, f"{cell.text}: {row[1].text}")
                    break
            if made is None and shared is not None and self.build.current is not None:
                made = self._under_labelled(row, shared)
            if made is None and self.bold and not self.headed:
                made = self._bold_row(row)
            if row is not self.head:
                self._about(row, made)

    def _shared_column(self) -> int | None:
        """The column of labelled objectives between rows without any label: these are their key results."""
        labels = [[label_in(cell) if cell.text else None for cell in row] for row in self.rows]
        if any(label and label.role == KEY_RESULT for row in labels for label in row):
            return None
        found = {
            i
            for row, cells in zip(labels, self.rows, strict=True)
            for i, (label, cell) in enumerate(zip(row, cells, strict=True))
            if label and label.role == OBJECTIVE and label.separated and label.body < len(cell.text)
        }
        return found.pop() if len(found) == 1 else None

    def _under_labelled(self, row: list[Passage], at: int) -> Statement | None:
        text = row[at].text if at < len(row) else ""
        if sum(char.isalpha() for char in text) < 4 or section_role(text) or field_named(text) or is_total(row):
            return None
        return self.build.key_result(row[at], None, self.context)

    def _bold_row(self, row: list[Passage]) -> Statement | None:
        if not 0 < len(self.bold) < len(self.rows):
            return None
        cell = max(row, key=lambda c: len(c.text))
        if len(cell.text) < 6:
            return None
        if _is_bold(row):
            return self._objective(cell, None)
        return (
            self.build.key_result(cell, None, self.context)
            if self.build.current in self.build.document.objectives and self.build.current
            else None
        )

    def _neighbour(self, row: list[Passage], at: int) -> Passage | None:
        return next((cell for cell in row[at + 1 :] if cell.text), None)

    def _about(self, row: list[Passage], made: Statement | None) -> None:
        if made is None:
            return
        for role, cell in zip(self.roles, row, strict=False):
            if role and role not in (OBJECTIVE, KEY_RESULT, BOTH, OTHER) and cell.text:
                if role == INITIATIVE:
                    continue
                if role == "deadline" and _RATIO.fullmatch(cell.text):  # a column "end" of scores
                    role = "score"
                if made.text not in cell.text:  # a column "Description" may have been the statement
                    note(made.context, role, cell.text, cell.text)


def _only_label(cell: Passage) -> bool:
    label = label_at(cell.text)
    return bool(label and label.body >= len(cell.text)) or _CODE.fullmatch(fold(cell.text).strip()) is not None


def _is_bold(row: list[Passage]) -> bool:
    longest = max(row, key=lambda c: len(c.text))
    return longest.covered("bold") > 0.8


def _same(a: str, b: str) -> bool:
    def bare(text: str) -> str:
        return "".join(c for c in fold(text) if c.isalnum())

    return bare(a) == bare(b)
