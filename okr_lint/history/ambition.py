"""Is the new target softer than the old one, the new deadline later?"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from okr_lint.history.changes import Said
from okr_lint.history.deadlines import moved_back
from okr_lint.history.likeness import same_measure
from okr_lint.history.units import measure_of
from okr_lint.language import Quantity
from okr_lint.language.normal import normalise

_MOST = 20  # each target is compared with each; a statement with more of them has other faults


class Softer(NamedTuple):
    """``what``: "target", "gone" (no target is left) or "deadline"; ``old`` and ``new`` as written."""

    what: str
    old: str
    new: str


def softer(old: Said, new: Said, *, deadlines: bool) -> Softer | None:
    """The first way in which a statement asks for less than before.

    Args:
        deadlines: whether a later date or a target that is gone counts (not from one cycle to the next).
    """
    for before, after in _pairs(old, new):
        if _lowered(before, after):
            return Softer("target", _shown(old, before), _shown(new, after))
    if deadlines and (lost := _lost(old, new)):
        return Softer("gone", lost, "")
    if deadlines:
        moved = moved_back(old, new)
        return Softer("deadline", *moved) if moved else None
    return None


def explained(old: Said, new: Said) -> bool:
    """Whether the new version says why it changed: a reason that the old one did not give."""
    before, after = old.statement.context, new.statement.context
    if after.why and after.why != before.why:
        return "⟨" not in after.why
    reason = _reason()
    texts = [old.analysis.normal, *map(normalise, before.notes)], [new.analysis.normal, *map(normalise, after.notes)]
    said, says = (any(reason.search(text) for text in some) for some in texts)
    return says and not said


@lru_cache(maxsize=1)
def _reason() -> Any:
    import re2

    return re2.compile(
        r"\b(?:because|due to|owing to|reason)\b[: ]+[^ ⟨]"
        r"|\((?:[^()]{0,60}(?:changed|lowered|moved|postponed|delayed)\b)[^()⟨]{3,}\)"
        r"|(?:原因|因为|由于)\s?[:是]?\s?[^\s⟨:]|\(因[^()⟨]{2,}\)"
    )


def _lost(old: Said, new: Said) -> str | None:
    """The level or change that the old version promised, where the new one has no number at all."""
    said = [q for q in _targets(old) if q.direction or q.baseline is not None or q.unit == "%"]
    beside = new.statement.context.target or new.statement.context.baseline
    if not said or new.is_objective or new.analysis.quantities or beside:
        return None  # of an objective the number moves into a key result
    return _shown(old, said[0])


def retargeted(old: Said, new: Said) -> tuple[str, str] | None:
    """The first target that differs, as written; None where all are as they were."""
    for before, after in _pairs(old, new):
        now = _in_unit(after.target, after, before), _in_unit(after.upper, after, before)
        if (before.target, before.upper) != now:
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
    target = _in_unit(after.target, after, before)
    assert target is not None
    if before.comparison == "+":
        return before.direction == after.direction and target < before.target
    up = _wants_more(before, after)
    if up is None:
        return False
    return target < before.target if up else target > before.target


def _in_unit(value: float | None, of: Quantity, unit_of: Quantity) -> float | None:
    """A value of one quantity in the unit of another of the same measure: 1 minute is 60 seconds."""
    factor = measure_of(of.unit)[1] / measure_of(unit_of.unit)[1]
    return value if value is None or factor == 1 else round(value * factor, 9)


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
