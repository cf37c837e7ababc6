"""What became of the statements between two versions, for people and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from okr_lint.history import Change
from okr_lint.history.ambition import retargeted
from okr_lint.history.changes import Said
from okr_lint.history.cycles import next_cycle
from okr_lint.history.deadlines import moved_back
from okr_lint.reporters.terminal import Paint, visible

_SIGNS = {"same": " ", "reworded": "~", "retargeted": "~", "rescheduled": "~", "added": "+", "dropped": "-"}
_STYLES = {
    "added": "good",
    "dropped": "error",
    "retargeted": "warning",
    "rescheduled": "warning",
    "reworded": "info",
    "same": "dim",
}
_ASKS = {"retargeted": retargeted, "rescheduled": moved_back}


def kind(change: Change) -> str:
    """ "added", "dropped", "retargeted" (another target), "rescheduled" (only later), "reworded" or "same"."""
    if change.old is None:
        return "added"
    if change.new is None or (change.new.statement.dropped and not change.old.statement.dropped):
        return "dropped"
    if retargeted(change.old, change.new):
        return "retargeted"
    if not next_cycle(change.old, change.new) and moved_back(change.old, change.new):
        return "rescheduled"
    return "same" if change.old.statement.text == change.new.statement.text else "reworded"


def change_object(change: Change) -> dict[str, Any]:
    """A change for ``--output-format json``."""
    return {
        "kind": kind(change),
        "likeness": round(change.likeness, 3),
        "old": _side(change.old),
        "new": _side(change.new),
    }


def _side(said: Said | None) -> dict[str, Any] | None:
    if said is None:
        return None
    return {
        "path": said.document.path,
        "id": said.statement.id,
        "label": said.statement.label,
        "text": said.statement.text,
    }


def lines(changes: Sequence[Change], paint: Paint, *, everything: bool = False) -> list[str]:
    """One line for each change, objectives to the left of their key results; what stayed only on demand."""
    made = []
    for change in changes:
        what = kind(change)
        if what == "same" and not everything:
            continue
        one = change.either
        indent = "" if one.is_objective else "  "
        label = one.statement.label or one.statement.id
        text = visible(" ".join(one.statement.text.split()))
        line = f"{_SIGNS[what]} {indent}{label} {text}"
        if change.old and change.new and (ask := _ASKS.get(what)) and (pair := ask(change.old, change.new)):
            line += f"  [{pair[0]} → {pair[1]}]"
        elif what == "reworded" and change.old:
            line += f"  [{visible(' '.join(change.old.statement.text.split()))}]"
        made.append(paint(_STYLES[what], line))
    return made
