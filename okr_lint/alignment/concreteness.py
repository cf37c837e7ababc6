"""A403: is a child more concrete than the goal that it serves? 下级目标应更具体化.

A child is more concrete where it narrows its parent down: a place, product, group, step or means that the
parent does not name, a number where the parent has none, or key results that measure something narrower.
"""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.alignment.organisation import Goal
from okr_lint.alignment.words import content, own_part

_LEAST_NEW = 1  # new narrowing words in the objective that are enough alone
_LEAST_NEW_KEY_RESULT = 1


class Concreteness(NamedTuple):
    """``new``: narrowing words that the parent does not have; ``numbers``: new measures; ``more``: the verdict."""

    more: bool
    new: tuple[str, ...]
    numbers: int


def concreteness(child: Goal, child_results: list[Goal], parent: Goal, parent_results: list[Goal]) -> Concreteness:
    """How much narrower a child is than its parent.

    Args:
        child, child_results: an objective and its key results.
        parent, parent_results: the goal it serves, and that goal's key results (none for a key result).
    """
    known = _vocabulary([parent, *parent_results])
    new = _new_words(child, known, parent)
    numbers = int(_counts(child) and not _counts(parent))
    for result in child_results:
        own = _new_words(result, known | set(new), parent)
        numbers += _counts(result) and len(own) >= _LEAST_NEW_KEY_RESULT
    more = len(new) >= _LEAST_NEW or numbers > 0
    return Concreteness(more, tuple(new), numbers)


def _new_words(goal: Goal, known: set[str], parent: Goal) -> list[str]:
    normal = parent.analysis.normal
    return [
        word
        for word, narrow in content(goal.analysis).items()
        if narrow and word not in known and (word.isascii() or own_part(word, normal) >= 2)
    ]


def _vocabulary(goals: list[Goal]) -> set[str]:
    return {word for goal in goals for word in content(goal.analysis)}


def _counts(goal: Goal) -> bool:
    return any(q.target is not None or q.baseline is not None or q.masked for q in goal.analysis.quantities)
