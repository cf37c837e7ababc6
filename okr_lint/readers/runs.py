"""Lists as a whole: what their items have in common decides what an unlabelled item is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE, Label
from okr_lint.readers.outline import Block
from okr_lint.readers.roles import announces, is_advice, is_lead, is_prose


@dataclass(slots=True)
class Run:
    """List items that follow each other.

    Attributes:
        labelled: some are labelled objectives or key results.
        advice: many speak to the reader about OKRs.
        nested: some have items below them.
        nested_beside: only other lists of the same section have items below theirs.
        before: the block in front of the list, or None.
    """

    labelled: bool
    advice: bool
    nested: bool
    nested_beside: bool
    before: Block | None


def runs_of(blocks: list[Block], label: Callable[[Block], Label | None]) -> dict[int, Run]:
    """The run of every list item among siblings, by the item's ``id``."""
    runs: dict[int, Run] = {}
    members: list[list[Block]] = []
    before: Block | None = None
    for i, block in enumerate(blocks):
        if block.kind != "item":
            continue
        if i == 0 or blocks[i - 1].kind != "item":
            members.append([])
            before = blocks[i - 1] if i else None
            members[-1].append(block)
            runs[id(members[-1])] = Run(False, False, False, False, before)
        else:
            members[-1].append(block)
    nested_anywhere = any(item.items() for items in members for item in items)
    for items in members:
        run = runs.pop(id(items))
        roles = (found.role for item in items if (found := label(item)))
        run.labelled = any(role in (OBJECTIVE, KEY_RESULT) for role in roles)
        speaking = sum(is_advice(item.text) for item in items)
        run.advice = speaking * 3 >= len(items) and (speaking > 1 or is_prose(items[0].text))
        run.nested = any(item.items() for item in items)
        run.nested_beside = nested_anywhere and not run.nested
        runs |= {id(item): run for item in items}
    return runs


def is_objective_item(block: Block, run: Run) -> bool:
    """Whether an unlabelled item in a list of OKRs is an objective: it, or its list, has two levels."""
    if is_prose(block.text) or (is_lead(block.text) and not block.items()):
        return False
    if block.items():
        return True
    if run.nested_beside:
        return False
    before = run.before
    return before is None or before.kind != "line" or bool(announces(before.text)) or run.nested
