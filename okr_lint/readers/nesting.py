"""Items of one level that are two for people: bullets right behind numbers, "1. …" right behind 「一、…」."""

from __future__ import annotations

from okr_lint.readers.outline import Block

_BULLETS = ("-", "minus", "star", "plus", "indent")
_CHINESE = "一"  # the marker of 「一、」, which stands over numbers too


def nest_items(root: Block) -> None:
    """Put items below the ordinals in front of them, where ordinals and other items take turns."""
    stack = [root]
    while stack:
        block = stack.pop()
        stack.extend(child for child in block.children if child.children)
        over = next((one.marker for one in block.children if one.kind == "item" and one.marker not in _BULLETS), "")
        if over:
            _nest(block, over)


def _nest(block: Block, over: str) -> None:
    children = block.children
    if over == _CHINESE:
        children[:] = _lifted(children)
    kinds = [_kind(child, over) for child in children]
    numbers = [i for i, kind in enumerate(kinds) if kind == "over"]
    begun = [i for i in numbers if i + 1 < len(kinds) and kinds[i + 1] == "below"]
    if len(begun) < 2 or len(begun) * 3 < len(numbers) * 2 or "other" in kinds:
        return
    if any(children[i].children for i in numbers):
        return
    kept: list[Block] = []
    home: Block | None = None
    for child, kind in zip(children, kinds, strict=True):
        if kind == "below" and home is not None:
            child.depth = home.depth + 1
            home.children.append(child)
            continue
        home = child if kind == "over" else None
        kept.append(child)
    children[:] = kept


def _kind(block: Block, over: str) -> str:
    if block.kind != "item":
        return ""
    if block.marker == over:
        return "over"
    return "below" if block.marker in _BULLETS or over == _CHINESE else "other"


def _lifted(children: list[Block]) -> list[Block]:
    """The items, and the Chinese ordinals that Markdown's grammar takes for the rest of the item before them."""
    made: list[Block] = []
    for child in children:
        made.append(child)
        if child.kind == "item" and child.marker != _CHINESE:
            lifted = [inner for inner in child.children if inner.kind == "item" and inner.marker == _CHINESE]
            child.children[:] = [inner for inner in child.children if inner not in lifted]
            for inner in lifted:
                inner.depth = child.depth
            made += lifted
    return made
