"""A405: goals that serve each other in a circle, and goals that serve what lies in another time."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.alignment.organisation import Goal, Organisation
from okr_lint.checks.match import Match
from okr_lint.checks.period import period

_SHOWN = 6


def out_of_time(goal: Goal) -> Iterator[Match]:
    """The goal's cycle and its parent's have no month in common."""
    own = goal.statement.context.cycle or goal.document.context.cycle
    ours = period(own)
    for parent in goal.parents:
        theirs = parent.statement.context.cycle or parent.document.context.cycle
        other = period(theirs)
        if ours is not None and other is not None and not ours.overlaps(other):
            params = {"own": own, "other": theirs, "parent": parent.name}
            yield Match(statement=goal.statement.id, message="time", params=params)
            return


def loops(organisation: Organisation) -> Iterator[tuple[Goal, Match]]:
    """Every circle of links once for each document on it, at the first objective of that document."""
    above = _above(organisation)
    for circle in _circles(above):
        seen: set[str] = set()
        for start, goal in enumerate(circle):
            if goal.document.path in seen:
                continue
            seen.add(goal.document.path)
            turned = [*circle[start:], *circle[:start], goal]
            names = [one.name for one in turned]
            if len(names) > _SHOWN:
                names = [*names[: _SHOWN - 2], "…", names[-1]]
            yield goal, Match(statement=goal.statement.id, params={"path": " → ".join(names)})


def _above(organisation: Organisation) -> dict[Goal, list[Goal]]:
    """The objectives that an objective, or one of its key results, serves."""
    above: dict[Goal, list[Goal]] = {}
    for goal in organisation.goals.values():
        own = organisation.goals.get((goal.document.path, goal.objective.id))
        for parent in goal.parents:
            target = organisation.goals.get((parent.document.path, parent.objective.id))
            if own is not None and target is not None and (target is not own or not goal.is_objective):
                if target is own:
                    continue  # a key result that names its own objective
                above.setdefault(own, []).append(target)
    return above


def _circles(above: dict[Goal, list[Goal]]) -> Iterator[list[Goal]]:
    """One circle from each group of objectives that serve each other; each objective is on one at most."""
    state: dict[Goal, int] = {}  # 1: on the way, 2: done
    used: set[Goal] = set()
    for root in above:
        if root in state:
            continue
        way: list[Goal] = [root]
        stack = [iter(above[root])]
        state[root] = 1
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
                state[way.pop()] = 2
            elif following not in state:
                state[following] = 1
                way.append(following)
                stack.append(iter(above.get(following, ())))
            elif state[following] == 1:
                circle = way[way.index(following) :]
                if not used.intersection(circle):
                    used.update(circle)
                    yield circle
