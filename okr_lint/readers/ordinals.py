"""Markdown in which Chinese ordinals stand over lists: 「一、…」, "1. …", 「二、…」 without blank lines between them.

For Markdown's grammar 「二、…」 goes on from the last item, and "1." stands beside 「一、」; people see it below.
"""

from __future__ import annotations

from okr_lint.readers.outline import Block, walk

_ORDINAL = "一"  # the marker of such items


def nest_below_ordinals(root: Block) -> None:
    """Put the items behind each Chinese ordinal below it, where such ordinals and other items take turns."""
    for parent in walk(root):
        own = [child for child in parent.children if child.kind == "item"]
        if not own or own[0].marker != _ORDINAL or all(child.marker == _ORDINAL for child in own):
            continue
        if any(child.children for child in own if child.marker == _ORDINAL):
            continue  # they are nested already
        parent.children = _nested(parent.children)


def _nested(children: list[Block]) -> list[Block]:
    made: list[Block] = []
    over: Block | None = None
    for child in children:
        if child.kind != "item":
            over = None
        elif child.marker == _ORDINAL:
            over = child
        elif over is not None:
            lifted = [inner for inner in child.children if inner.kind == "item" and inner.marker == _ORDINAL]
            child.children = [inner for inner in child.children if inner not in lifted]
            over.children.append(child)
            made += lifted
            over = lifted[-1] if lifted else over
            continue
        made.append(child)
    return made
