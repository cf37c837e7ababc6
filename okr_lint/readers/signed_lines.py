"""Lines that begin with one sign again and again, "🔑 …" below "🔑 …": a list of an author without bullets."""

from __future__ import annotations

from okr_lint.readers.asides import DONE, LIGHTS
from okr_lint.readers.labels import label_at
from okr_lint.readers.outline import Block

_STATES = DONE + LIGHTS  # signs of one kind, though each line has another one


def gather_signed_lines(root: Block) -> None:
    """Turn neighbouring lines with the same sign in front into items of a list."""
    stack = [root]
    while stack:
        block = stack.pop()
        run: list[Block] = []
        sign = ""
        for child in block.children:
            if child.children:
                stack.append(child)
            own = _sign(child)
            if own and own == sign:
                run.append(child)
                continue
            _turn(run)
            run, sign = [child] if own else [], own
        _turn(run)


def _sign(block: Block) -> str:
    """The sign that a line begins with, the same for all that say how something is doing; "" where there is none."""
    if block.kind != "line":
        return ""
    first = block.passage.text[:1]
    if first < "\u2600":
        return ""
    if first in _STATES:
        return _STATES
    return first if first >= "\U0001f300" or first <= "\u27bf" else ""


def _turn(run: list[Block]) -> None:
    if len(run) < 2 or any(label_at(line.text) is not None for line in run):
        return
    for line in run:
        line.kind, line.marker = "item", "-"
