"""A403 and A404: what a child makes of the goal that it serves."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.alignment.concreteness import concreteness
from okr_lint.alignment.copies import is_copy
from okr_lint.alignment.organisation import Goal, Organisation
from okr_lint.checks.match import Match


def copied(organisation: Organisation, goal: Goal) -> Iterator[Match]:
    """The parent's objective or key results in the same words.

    A key result that is handed down as the child's objective is a common way to cascade; it is a copy only where
    the child has nothing of its own below it.
    """
    for parent in goal.parents:
        if parent.objective is goal.objective:
            continue
        results = organisation.key_results(goal)
        if is_copy(goal, parent):
            handed_down = goal.is_objective and not parent.is_objective
            above = organisation.key_results(parent)
            if not handed_down or not concreteness(goal, results, parent, above).more:
                yield _match(goal, parent)
        for theirs in organisation.key_results(parent):
            for ours in results:
                if is_copy(ours, theirs):
                    yield _match(ours, theirs)


def _match(goal: Goal, parent: Goal) -> Match:
    return Match(statement=goal.statement.id, params={"parent": parent.name})


def not_more_concrete(organisation: Organisation, goal: Goal) -> Iterator[Match]:
    """A child objective no narrower than the one goal that it serves."""
    others = [parent for parent in goal.parents if parent.objective is not goal.objective]
    if not goal.is_objective or len(others) != 1:
        return  # it serves several goals, or a document as a whole: nobody can say which it should narrow
    parent = others[0]
    above = organisation.key_results(parent)
    verdict = concreteness(goal, organisation.key_results(goal), parent, above)
    if not verdict.more:
        yield Match(statement=goal.statement.id, params={"parent": parent.name})
