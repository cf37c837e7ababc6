"""Bullets right behind numbers, "1. …", "- …", "- …", "2. …": not indented, but what each number stands over."""

from __future__ import annotations

from okr_lint.readers.outline import Block

_BULLETS = ("-", "minus", "star", "plus", "indent")


def nest_bullets(root: Block) -> None:
    """Put bullets below the numbers in front of them, where numbers and bullets take turns."""
    stack = [root]
    while stack:
        block = stack.pop()
        stack.extend(child for child in block.children if child.children)
        kinds = [_kind(child) for child in block.children]
        if kinds.count("1") > 1 and "-" in kinds:
            _nest(block, kinds)


def _kind(block: Block) -> str:
    if block.kind != "item":
        return ""
    return "-" if block.marker in _BULLETS else "1"


def _nest(block: Block, kinds: list[str]) -> None:
    children = block.children
    numbers = [i for i, kind in enumerate(kinds) if kind == "1"]
    begun = [i for i in numbers if i + 1 < len(kinds) and kinds[i + 1] == "-"]
    marks = {children[i].marker for i in numbers}
    if len(begun) < 2 or len(begun) * 3 < len(numbers) * 2 or len(marks) > 1:
        return
    if any(children[i].children for i in numbers):
        return
    kept: list[Block] = []
    home: Block | None = None
    for child, kind in zip(children, kinds, strict=True):
        if kind == "-" and home is not None:
            child.depth = home.depth + 1
            home.children.append(child)
            continue
        home = child if kind == "1" else None
        kept.append(child)
    block.children[:] = kept
