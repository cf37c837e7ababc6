"""The objectives of an organisation as trees: who serves whom."""

from __future__ import annotations

from okr_lint.alignment.organisation import Goal, Organisation
from okr_lint.lean_dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Node:
    """An objective in a tree.

    Attributes:
        goal: the objective.
        through: the parent's key result that it serves, where it names one.
        below: the objectives that serve it.
        also: names of further goals that it serves.
        again: it stands elsewhere in the trees already (links in a circle).
    """

    goal: Goal
    through: Goal | None = None
    below: list[Node] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    again: bool = False


def forest(organisation: Organisation) -> list[Node]:
    """All trees: first those with branches, then objectives that serve nothing and are served by none."""
    objectives = [goal for goal in organisation.goals.values() if goal.is_objective]
    below: dict[Goal, list[tuple[Goal, Goal | None]]] = {}
    also: dict[Goal, list[str]] = {}
    serving: set[Goal] = set()
    for goal in objectives:
        links = [*goal.parents, *(p for k in organisation.key_results(goal) for p in k.parents)]
        above = [parent for parent in links if parent.objective is not goal.objective]
        if not above:
            continue
        first = above[0]
        home = organisation.goals[first.document.path, first.objective.id]
        below.setdefault(home, []).append((goal, None if first.is_objective else first))
        also[goal] = [parent.name for parent in above[1:]]
        serving.add(goal)
    done: set[Goal] = set()
    roots = [_grow(goal, None, below, also, done) for goal in objectives if goal not in serving]
    for goal in objectives:  # circles have no top: begin anywhere
        if goal not in done:
            roots.append(_grow(goal, None, below, also, done))
    return sorted(roots, key=lambda node: not node.below)


def _grow(
    goal: Goal,
    through: Goal | None,
    below: dict[Goal, list[tuple[Goal, Goal | None]]],
    also: dict[Goal, list[str]],
    done: set[Goal],
) -> Node:
    """A tree without recursion, so that a chain of any length can be drawn."""
    top = Node(goal, through, also=also.get(goal, []))
    done.add(goal)
    waiting = [top]
    while waiting:
        node = waiting.pop()
        for child, result in below.get(node.goal, ()):
            made = Node(child, result, also=also.get(child, []), again=child in done)
            node.below.append(made)
            if not made.again:
                done.add(child)
                waiting.append(made)
    return top
