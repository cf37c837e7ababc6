"""Which cycle a statement is for, and whether a version is for another one."""

from __future__ import annotations

from okr_lint.checks.period import period
from okr_lint.fingerprint import normalised
from okr_lint.history.changes import Said


def next_cycle(old: Said, new: Said) -> bool:
    """Whether the new version is for another cycle; one that goes on for longer is the same, with a later end."""
    ours, theirs = cycle_of(old), cycle_of(new)
    if not ours or not theirs or normalised(ours) == normalised(theirs):
        return False
    first, second = period(ours), period(theirs)
    if first is None or second is None:
        return True
    goes_on = second.start <= first.start and second.end > first.end and first.overlaps(second)
    return first != second and not goes_on


def cycle_of(said: Said) -> str | None:
    """The cycle of the document, else of the section; a date in the objective's own text is its deadline."""
    cycle = said.document.context.cycle or said.statement.context.cycle
    return None if cycle and cycle in said.objective.text else cycle
