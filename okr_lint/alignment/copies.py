"""A404: the parent's words again."""

from __future__ import annotations

from okr_lint.alignment.names import key
from okr_lint.alignment.organisation import Goal
from okr_lint.alignment.words import content

_RELATED = 0.55  # less than this, and the same words in another order are out of the question
_SAME = 0.9  # share of common character pairs from which two texts are one


def is_copy(one: Goal, other: Goal) -> bool:
    """Whether two goals are the same but for spelling and function words, numbers included."""
    first, second = key(one.statement.text), key(other.statement.text)
    if first == second:
        return True
    alike = likeness(first, second)
    if min(len(first), len(second)) < 6 or alike < _RELATED or _values(one) != _values(other):
        return False  # the cheap question first: nearly all pairs end here
    if content(one.analysis).keys() == content(other.analysis).keys() and len(content(one.analysis)) >= 3:
        return True
    return alike >= _SAME


def likeness(first: str, second: str) -> float:
    """0–1: the share of character pairs that two texts have in common (Dice)."""
    one, other = _pairs(first), _pairs(second)
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _values(goal: Goal) -> list[tuple[float | None, float | None]]:
    return [(q.baseline, q.target) for q in goal.analysis.quantities]
