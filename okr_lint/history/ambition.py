"""Is the new target softer than the old one, the new deadline later?"""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.history.changes import Said
from okr_lint.history.deadlines import moved_back
from okr_lint.history.likeness import same_measure
from okr_lint.language import Quantity

_MOST = 20  # each target is compared with each; a statement with more of them has other faults


class Softer(NamedTuple):
    """``what``: "target" or "deadline"; ``old`` and ``new`` as written."""

    what: str
    old: str
    new: str


def softer(old: Said, new: Said, *, deadlines: bool) -> Softer | None:
    """The first way in which a statement asks for less than before.

    Args:
        deadlines: whether a later date counts (not from one cycle to the next).
    """
    for before, after in _pairs(old, new):
        if _lowered(before, after):
            return Softer("target", _shown(old, before), _shown(new, after))
    if deadlines:
        moved = moved_back(old, new)
        return Softer("deadline", *moved) if moved else None
    return None


def retargeted(old: Said, new: Said) -> tuple[str, str] | None:
    """The first target that differs, as written; None where all are as they were."""
    for before, after in _pairs(old, new):
        if (before.target, before.upper) != (after.target, after.upper):
            return _shown(old, before), _shown(new, after)
    return None


def _pairs(old: Said, new: Said) -> list[tuple[Quantity, Quantity]]:
    ours, theirs = _targets(old), _targets(new)
    made = []
    for index, before in enumerate(ours):
        same = [one for one in theirs if same_measure(before, one)]
        if not same:
            continue
        at_place = theirs[index] if index < len(theirs) else None
        chosen = at_place if at_place in same else same[0]
        theirs = [one for one in theirs if one is not chosen] if at_place is not chosen else theirs
        made.append((before, chosen))
    return made


def _targets(one: Said) -> list[Quantity]:
    return [q for q in one.analysis.quantities if q.target is not None and not q.masked][:_MOST]


def _lowered(before: Quantity, after: Quantity) -> bool:
    """Whether a target was softened: a smaller change, or a level on the easier side."""
    if before.target is None or after.target is None or (before.comparison == "+") != (after.comparison == "+"):
        return False
    if before.comparison == "+":
        return before.direction == after.direction and after.target < before.target
    up = _wants_more(before, after)
    if up is None:
        return False
    return after.target < before.target if up else after.target > before.target


def _wants_more(before: Quantity, after: Quantity) -> bool | None:
    """Whether more is better: by limit, direction, or baseline of either version."""
    for one in (before, after):
        if one.comparison in ("<=", "<"):
            return False
        if one.direction in ("up", "down"):
            return one.direction == "up"
        if one.comparison in (">=", ">"):
            return True
        if one.baseline is not None and one.target is not None and one.baseline != one.target:
            return one.target > one.baseline
    return None


def _shown(one: Said, quantity: Quantity) -> str:
    return one.statement.text[quantity.start : quantity.end].strip()
