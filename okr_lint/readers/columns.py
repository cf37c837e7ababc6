"""Which row of a table is its head, and what each column holds."""

from __future__ import annotations

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.readers.folding import fold
from okr_lint.readers.keys import field as field_of
from okr_lint.readers.passage import Passage

HEAD_ROWS = 20
_STATEMENTS = {"objective", "objectives", "key_results", "results"}
_NAMING = {"title", "name", "text", "content", "description"}
_LINKING = {"parent", "type", "identifier"}


@dataclass(slots=True)
class Columns:
    """Column numbers by what they hold; ``about`` are the fields of a statement's context."""

    objective: int | None = None
    key_results: list[int] = field(default_factory=list)
    sentence: int | None = None  # one column for objectives and key results alike
    identifier: int | None = None
    parent: int | None = None
    type: int | None = None
    year: int | None = None
    named: bool = True  # the head says that its column is one of objectives
    about: dict[int, str] = field(default_factory=dict)


def heads_known(row: list[Passage]) -> int:
    """How many cells of a row are heads of columns; statements count double; 0 where none is one."""
    names = [_name(cell) for cell in row[:100]]
    statements = sum(name in _STATEMENTS for name in names)
    linked = any(name in _NAMING for name in names) and any(name in _LINKING for name in names)
    if not statements and not linked:
        return 0
    return sum(1 for name in names if name) + statements


def find_head(rows: list[list[Passage]]) -> int | None:
    """The row among the first twenty that has most column heads, or None."""
    best, best_known = None, 0
    for i, row in enumerate(rows[:HEAD_ROWS]):
        filled = sum(1 for cell in row if cell.text)
        known = heads_known(row)
        if known > best_known and (known > 2 or filled == 1) and known * 2 >= filled:
            best, best_known = i, known
    return best


def next_head(rows: list[list[Passage]], start: int) -> int | None:
    """The next row from ``start`` on that is a head beyond doubt: hardly anything but names of columns."""
    for i in range(start, len(rows)):
        filled = sum(1 for cell in rows[i] if cell.text)
        if filled > 1 and heads_known(rows[i]) > max(filled, 2):
            return i
    return None


def columns_of(head: list[Passage]) -> Columns:
    """What the columns below a head hold."""
    names = [_name(cell) for cell in head]
    columns = Columns()
    firsts: dict[str, int] = {}
    for i, name in enumerate(names):
        if name is not None:
            firsts.setdefault(name, i)
            if name == "key_results":
                columns.key_results.append(i)
    columns.objective = firsts.get("objective")
    if columns.objective is None and columns.key_results:
        columns.objective = firsts.get("objectives")
    if not columns.key_results and "results" in firsts and columns.objective is not None:
        columns.key_results = [firsts["results"]]
    if not columns.key_results and columns.objective is not None and "metric" in firsts:
        columns.key_results = [firsts["metric"]]
    naming = next((firsts[n] for n in ("title", "name", "text", "content", "description") if n in firsts), None)
    if columns.objective is None and columns.key_results:
        columns.objective = naming if naming is not None else firsts.get("parent")
    if columns.objective is None and not columns.key_results:
        columns.sentence = firsts.get("objectives", naming)
        columns.named = any(word in fold(cell.text) for cell in head for word in ("objective", "okr", "goal", "目标"))
    elif not columns.key_results and ("parent" in firsts or "type" in firsts):
        columns.sentence, columns.objective = columns.objective, None
    columns.identifier, columns.parent, columns.type = (firsts.get(n) for n in ("identifier", "parent", "type"))
    columns.year = firsts.get("year")
    used = {columns.objective, columns.sentence, columns.type, columns.year, *columns.key_results}
    for i, name in enumerate(names):
        if name in _ABOUT and i not in used:
            columns.about[i] = _ABOUT[name]
    return columns


_ABOUT = {
    name: name
    for name in (
        "owner", "team", "cycle", "deadline", "parent", "metric", "baseline", "target", "current", "unit", "weight",
        "progress", "score", "confidence", "priority", "status", "committed", "identifier", "why", "notes",
    )
} | {"description": "notes", "results": "notes"}  # fmt: skip


def _name(cell: Passage) -> str | None:
    text = cell.text
    if not text or len(text) > 40 or fold(text).strip().isdigit():
        return None
    return field_of(text)
