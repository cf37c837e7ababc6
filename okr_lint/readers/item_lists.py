"""Lists of items: how many of them count, whether they have two levels, and the headings and lines over them."""

from __future__ import annotations

from itertools import pairwise

from okr_lint.patterns import late
from okr_lint.readers.counting import counts
from okr_lint.readers.outline import Block, walk
from okr_lint.readers.prose import is_prose
from okr_lint.readers.roles import announces, is_guide, is_statement_like

_COUNTED_HEAD = late(r"\(?(?:\d{1,2}|[A-H])[.)、][ \t]{1,3}(?=[^\W\d])")


def over_tasks(items: list[Block]) -> bool:
    """Whether items that count something stand over items that do not: key results over tasks."""
    below = [inner for item in items for inner in item.items()]
    return counting(items) * 3 >= len(items) * 2 and counting(below) * 4 < len(below)


def counting(items: list[Block]) -> int:
    """How many items count something."""
    return sum(counts(item.text) for item in items)


def run_from(blocks: list[Block], start: int) -> list[Block]:
    """The items that stand behind each other from a place on."""
    end = start
    while end < len(blocks) and blocks[end].kind == "item":
        end += 1
    return blocks[start:end]


def two_levels(items: list[Block], *, tasks: bool = False) -> bool:
    """Whether at least half of several items have items below them; ``tasks``: and at least half have a box."""
    nested = sum(bool(item.items()) for item in items)
    boxes = sum(bool(item.task) for item in items)
    return len(items) > 1 and nested * 2 >= len(items) and (not tasks or boxes * 2 >= len(items))


def with_digits(items: list[Block]) -> int:
    """How many items have a digit."""
    return sum(any(char.isdigit() for char in item.text) for item in items)


def may_state(heading: Block) -> bool:
    """Whether a heading reads like an objective, or is a short one that counts: "B. Warnings people believe"."""
    if is_statement_like(heading.text):
        return True
    counted = _COUNTED_HEAD.match(heading.text)
    return counted is not None and len(heading.text[counted.end() :].split()) > 2 and not is_guide(heading.text)


def measured_sections(headings: list[Block]) -> bool:
    """Whether several headings that read like objectives stand over lists, of which many items hold a number."""
    like = [h for h in headings if len(h.items()) > 1 and may_state(h) and announces(h.text) is None]
    items = [item for heading in like for item in heading.items()]
    return len(like) > 1 and sum(counts(item.text) for item in items) * 3 >= len(items)


def measured_lines(root: Block) -> bool:
    """Whether several lines that read like objectives stand over lists, of which many items hold a number."""
    lines = {id(line) for line in lines_over_items(root)}
    if len(lines) < 2:
        return False
    items: list[Block] = []
    for block in walk(root):
        for at, line in enumerate(block.children):
            if id(line) in lines:
                items += line.items() or run_from(block.children, at + 1)
    return counting(items) * 3 >= len(items)


def lines_over_items(root: Block) -> list[Block]:
    """The lines right above a list that read like an objective and like nothing that leads to the list."""
    found = []
    for block in walk(root):
        for line, behind in pairwise([*block.children, block]):
            item = line.children[0] if line.children else behind
            if line.kind != "line" or item.kind != "item" or announces(line.text) or is_prose(line.text):
                continue
            if line.children and two_levels(line.items()) and not over_tasks(line.items()):
                continue  # a team over its objectives
            if is_statement_like(line.text) and line.text[-1] not in ".。!！;；":
                found.append(line)
    return found
