"""A406: key results of a parent that nobody below takes up."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.alignment.organisation import Goal, Organisation
from okr_lint.alignment.words import content
from okr_lint.checks.match import Match


def uncovered(organisation: Organisation) -> Iterator[tuple[Goal, Match]]:
    """Key results of an objective at the top that others serve: no child links to them, nobody owns them, and no
    word of theirs is in anything that the children do. A team that serves somebody itself does its own key results.
    """
    for goal in list(organisation.goals.values()):
        children = [child for child in goal.children if child.objective is not goal.objective]
        if not goal.is_objective or not children or goal.linked:
            continue
        below = [one for child in children for one in (child, *organisation.key_results(child))]
        words = {word for one in below for word in content(one.analysis)}
        for result in organisation.key_results(goal):
            if result.children or _owned(result):
                continue
            own = content(result.analysis)
            narrow = {word for word, is_narrow in own.items() if is_narrow} or set(own)
            if narrow & words or any(_within(word, one) for word in narrow for one in below):
                continue
            yield result, Match(statement=result.statement.id, params={"count": len(children)})


def _owned(result: Goal) -> bool:
    """Whether somebody else than the objective's owner is named."""
    owner, above = result.statement.context.owner, result.objective.context.owner
    return (bool(owner) and owner != above) or bool(result.analysis.owners)


def _within(word: str, goal: Goal) -> bool:
    return not word.isascii() and word in goal.analysis.normal
