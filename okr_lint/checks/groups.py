"""Whose objectives belong together: one owner's (or team's) set in one cycle."""

from __future__ import annotations

from okr_lint.checks.labels import number_of
from okr_lint.checks.match import ObjectiveSet


def owner_groups(sets: list[ObjectiveSet]) -> list[list[ObjectiveSet]]:
    """The document's sets by owner, team and cycle; numbering that starts again at 1 opens a new group too.

    A document without owners is one group, unless its numbering says otherwise.
    """
    groups: dict[tuple[object, ...], list[ObjectiveSet]] = {}
    run, last = 0, 0
    for one in sets:
        context = one.objective.statement.context
        number = number_of(one.objective.statement.label)
        if number is not None:
            if number == 1 and last >= 1:
                run += 1
            last = number
        key = (context.owner, context.team, context.cycle, run if not (context.owner or context.team) else None)
        groups.setdefault(key, []).append(one)
    return list(groups.values())
