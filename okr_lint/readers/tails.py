"""What stands at the end of the statements of a document again and again: bare progress, remarks behind a dash."""

from __future__ import annotations

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.asides import STATUS, is_tail
from okr_lint.readers.folding import fold
from okr_lint.readers.outline import Block
from okr_lint.readers.passage import Mark
from okr_lint.readers.remarks import REMARK

_TAIL = late(r"(?<=\S)[ \t　]{1,8}(\d{1,3} ?%)$")
_DASHES = (" — ", " – ", " -- ", " —— ", "——")
_SAYS_STATE = late(
    rf"(?:progress|status|score|confidence|进度|完成度|得分|评分|状态)[ :：]{{0,2}}\d|(?:{STATUS})\b|"
    r"\d{1,3} ?%(?:[,;(（，；]|$)|[01]?\.\d{1,2} ?(?:[,;(（，；]|$)"
)
_LONGEST = 60  # characters of a remark behind a dash
_STATES = 3  # statements with their state behind a dash make a habit
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


def mark_remarks(root: Block) -> bool:
    """Mark remarks behind a dash ("… — measured from June on") in a document where most dashes lead to a state.

    Marks of an earlier reading (an editor keeps the blocks) are taken away where the habit is gone.
    """
    stack, states, others = [root], 0, list[tuple[Block, Mark]]()
    while stack:
        block = stack.pop()
        stack.extend(block.children)
        if block.kind not in ("item", "line") or len(block.text) < 8:
            continue
        at, sign = max((block.text.rfind(sign), sign) for sign in _DASHES)
        if at <= 0:
            continue
        tail = block.text[at + len(sign) :].strip()
        if is_tail(tail, Context()) or _SAYS_STATE.match(fold(tail[:_LONGEST])):
            states += 1
        if len(tail) <= _LONGEST and (not any(map(str.isdigit, tail)) or _SAYS_STATE.match(fold(tail))):
            others.append((block, Mark(REMARK, len(block.text) - len(tail), len(block.text))))
    habit = states >= _STATES and states >= len(others) - states
    for block, mark in others:
        marks = block.passage.marks
        if habit != (mark in marks):
            (marks.append if habit else marks.remove)(mark)
    return habit
