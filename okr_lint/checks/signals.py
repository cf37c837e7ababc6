"""Cheap signals of a statement that tell which rules can apply to it at all.

A signal is a lexicon's name (one of its terms stands in the statement), "quantity", "date", or
"label:kind=task" (the classifier is sure of that value). A rule's ``needs`` names signals; for
declarative rules they follow from the condition.
"""

from __future__ import annotations

from typing import Any

from okr_lint.checks.match import Judged


def signals(judged: Judged) -> set[str]:
    """Everything that a rule's ``needs`` may ask for and that this statement shows."""
    analysis = judged.analysis
    shown = {hit.lexicon for hit in analysis.hits}
    if analysis.quantities:
        shown.add("quantity")
    if analysis.dates:
        shown.add("date")
    for name, label in judged.labels.labels.items():
        if label.sure:
            shown.add(f"label:{name}={label.value}")
    return shown


def needs_of(condition: Any) -> frozenset[str] | None:
    """The signals of which one must be shown for a condition to hold; None: cannot be told.

    The condition has been compiled, so its form is right.
    """
    ((kind, value),) = condition.items()
    if kind == "lexicon":
        return frozenset({value} if isinstance(value, str) else value)
    if kind == "label" and value.get("sure", True):
        name, values = next((n, v) for n, v in value.items() if n != "sure")
        return frozenset(f"label:{name}={v}" for v in ([values] if isinstance(values, (str, int)) else values))
    if kind == "all":
        parts = [needs for part in value if (needs := needs_of(part)) is not None]
        return min(parts, key=len, default=None)
    if kind == "any":
        sides = [needs_of(part) for part in value]
        known = [side for side in sides if side is not None]
        return frozenset().union(*known) if len(known) == len(sides) else None
    return None
