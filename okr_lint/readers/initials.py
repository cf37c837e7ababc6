"""Initials as labels: "G1 … M1 … M2", "O1 … R1", where a document uses a pair of letters as others use O and KR.

A letter and a number alone stand for anything (gates, milestones, motorways); a pair is believed where the second
letter begins to count behind the first one, more than once or with several members, and no other label does its work.
"""

from __future__ import annotations

from itertools import pairwise

from okr_lint.patterns import late
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE, Label, label_at
from okr_lint.readers.outline import Block

_LETTERS = frozenset("GKMORgkmor")
_CODE = late(
    r"(?P<name>(?P<letter>kr|[gkmor])-?(?P<number>\d{1,2}(?:[.\-]\d{1,2})?))"
    r"(?: ?(?:[:、|)—–]|\.(?!\d)|-(?= ))[ \t]{0,3}|[ \t]{1,3})(?=\S)"
)
_PAIRS = (("g", "kr"), ("g", "m"), ("g", "k"), ("g", "r"), ("o", "k"), ("o", "r"), ("o", "m"))


def initials(root: Block) -> dict[int, Label]:
    """The labels of the blocks that begin with a pair's letters, by the block's ``id``; empty where no pair is used."""
    coded: list[tuple[str, str, Block, Label]] = []
    stack = [root]
    while stack:
        block = stack.pop()
        text = block.text
        if text[:1] in _LETTERS and block.kind in ("heading", "item", "line") and (m := _CODE.match(fold(text[:16]))):
            role = OBJECTIVE if m["letter"] in "go" else KEY_RESULT
            label = Label(role, text[: m.end("name")], 0, m.end("name"), m.end(), m["number"])
            coded.append((m["letter"], m["number"], block, label))
        stack.extend(reversed(block.children))
    if all(letter in ("o", "kr") for letter, *_ in coded):
        return {}
    for over, under in _PAIRS:
        members = [one for one in coded if one[0] in (over, under)]
        begun = sum(a[0] == over and b[0] == under and b[1].endswith("1") for a, b in pairwise(members))
        owners = sum(one[0] == over for one in members)
        if begun and len(members) - owners > 1 and begun * 2 >= owners and (under == "kr" or not _has_others(root)):
            return {id(block): label for _, _, block, label in members}
    return {}


def _has_others(root: Block) -> bool:
    """Whether key results have labels of the usual kind with numbers."""
    stack = [root]
    while stack:
        block = stack.pop()
        label = label_at(block.text) if block.text else None
        if label is not None and label.role == KEY_RESULT and label.number:
            return True
        stack.extend(block.children)
    return False
