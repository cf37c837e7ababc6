"""What stands at the end of the statements of a document again and again: bare progress."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.outline import Block
from okr_lint.readers.passage import Mark

_TAIL = late(r"(?<=\S)[ \t　]{1,8}(\d{1,3} ?%)$")
_LEAST = 4  # items: fewer may be targets by chance


def mark_progress(root: Block) -> None:
    """Mark such tails, so that they are taken for what they are.

    A target may end in a percentage, and all key results of a list may; only where the objectives over them end
    in one too is it the state that somebody keeps up to date.
    """
    stack = [root]
    while stack:
        parent = stack.pop()
        stack.extend(child for child in parent.children if child.kind == "heading")
        items = parent.items()
        if not items or items[0].text[-1:] != "%":
            continue
        under = [item for block in items for item in block.items()]
        found = [_TAIL.search(item.text[-12:]) for item in (*items, *under)]
        if under and len(found) >= _LEAST and all(found):
            for item, tail in zip((*items, *under), found, strict=True):
                assert tail is not None
                start = len(item.text) - len(item.text[-12:]) + tail.start(1)
                item.passage.marks.append(Mark("span", start, len(item.text)))
