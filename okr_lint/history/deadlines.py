"""When a statement is due: the last day of the deadline that it names, and whether it moved back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from okr_lint.checks.due import LAST, Due, due
from okr_lint.checks.period import period

if TYPE_CHECKING:
    from okr_lint.history.changes import Said


def moved_back(old: Said, new: Said) -> tuple[str, str] | None:
    """The first deadline that is later than before, in both wordings; None where none is."""
    before, after = _deadlines(old), _deadlines(new)
    if before and not after and new.cycle and (end := _end(new.cycle, before[0].year)):
        after = [end]  # the date is gone: what is left is the end of the cycle
    if len(before) != len(after):  # one came or went: the last one counts
        before, after = [max(before, key=_order)] if before else [], [max(after, key=_order)] if after else []
    for first, second in zip(before, after, strict=False):
        if _later(first, second):
            return first.text, second.text
    return None


def _later(first: Due, second: Due) -> bool:
    if first.year is None or second.year is None:  # of one year, as long as nobody says otherwise
        return (second.month, second.day) > (first.month, first.day)
    return _order(second) > _order(first)


def _order(due: Due) -> tuple[int, int, int]:
    return due.year or 0, due.month, due.day


def _deadlines(said: Said) -> list[Due]:
    """The deadlines of a statement's text and beside it; of an objective that names none, the end of its cycle.

    What a key result inherits is its objective's affair: it is said once.
    """
    text, dates = said.statement.text, said.analysis.dates
    chosen = [date for date in dates if date.kind == "deadline"] or list(dates)
    cycle = period(said.document.context.cycle) or period(said.cycle)
    year = cycle.start // 12 if cycle else None
    found = [due(text[date.start : date.end].strip(), year) for date in chosen]
    beside = said.statement.context.deadline
    if beside and (said.is_objective or beside != said.objective.context.deadline):
        found.append(due(beside.strip(), year))
    if said.is_objective and not any(found) and said.cycle:
        found.append(_end(said.cycle, year))
    return [one for one in found if one is not None]


def _end(cycle: str, year: int | None) -> Due | None:
    months = period(cycle)
    return Due((months.end - 1) // 12, (months.end - 1) % 12 + 1, LAST, cycle) if months else due(cycle, year)
