"""Initials as labels: "G1 … M1 … M2", "O1 … R1", where a document uses a pair of letters as others use O and KR.

A letter and a number alone stand for anything (gates, milestones, motorways); a pair is believed where the second
letter begins to count behind the first one, more than once or with several members, and no other label does its work.
"""

from __future__ import annotations

from itertools import pairwise

from okr_lint.patterns import late
from okr_lint.readers.codes import CODE, number_of
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE, Label, label_at
from okr_lint.readers.outline import Block
from okr_lint.readers.passage import Mark

_LETTERS = frozenset("GKMORgkmor")
_CODE = late(
    r"(?P<name>(?P<letter>kr|[gkmor])-?(?P<number>\d{1,2}(?:[.\-]\d{1,2})?))"
    r"(?: ?(?:[:、|)—–]|\.(?!\d)|-(?= ))[ \t]{0,3}|[ \t]{1,3})(?=\S)"
)
_OTHER = late(r"(?:[GMRgmr]|[Kk](?![Rr]))[-\u2010\u2011\u2212]?\d")  # no pair without one of these
_PAIRS = (("g", "kr"), ("g", "m"), ("g", "k"), ("g", "r"), ("o", "k"), ("o", "r"), ("o", "m"))


def initials(blocks: list[Block], *, coded: bool) -> dict[int, Label]:
    """The labels of the blocks that begin with a pair's letters, by the block's ``id``; empty where no pair is used.

    ``coded``: codes are marked in a document that speaks of OKRs, so those of two levels are believed too.
    """
    found: list[tuple[str, str, Block, Label]] = []
    if not any(_OTHER.match(block.passage.text) for block in blocks):
        return _levels(blocks) if coded else {}
    for block in blocks:
        text = block.text
        if text[:1] in _LETTERS and block.kind in ("heading", "item", "line") and (m := _CODE.match(fold(text[:16]))):
            role = OBJECTIVE if m["letter"] in "go" else KEY_RESULT
            label = Label(role, text[: m.end("name")], 0, m.end("name"), m.end(), m["number"])
            found.append((m["letter"], m["number"], block, label))
    if all(letter in ("o", "kr") for letter, *_ in found):
        return _levels(blocks) if coded else {}
    for over, under in _PAIRS:
        members = [one for one in found if one[0] in (over, under)]
        begun = sum(a[0] == over and b[0] == under and b[1].endswith("1") for a, b in pairwise(members))
        owners = sum(one[0] == over for one in members)
        if begun and len(members) - owners > 1 and begun * 2 >= owners and (under == "kr" or not _has_others(blocks)):
            return {id(block): label for _, _, block, label in members}
    return _levels(blocks) if coded else {}


def _levels(blocks: list[Block]) -> dict[int, Label]:
    """The labels of the blocks with codes of two levels, "A1 … A1.1 … A1.2", where no other label does their work."""
    coded: list[tuple[Block, Mark, str]] = []
    for block in blocks:
        mark = next((mark for mark in block.passage.marks if mark.kind == CODE), None)
        if mark is not None:
            coded.append((block, mark, number_of(mark)))
    begun = sum(b == f"{a}.1" for (*_, a), (*_, b) in pairwise(coded))
    over = sum("." not in number for *_, number in coded)
    if begun < 2 or begun * 2 < over or any(number.count(".") > 1 for *_, number in coded) or _has_others(blocks):
        return {}
    found: dict[int, Label] = {}
    for block, mark, number in coded:
        role = KEY_RESULT if "." in number else OBJECTIVE
        found[id(block)] = Label(role, mark.value, mark.start, mark.start + len(mark.value), mark.end, number)
    return found


def _has_others(blocks: list[Block]) -> bool:
    """Whether key results have labels of the usual kind with numbers."""
    labels = (label_at(block.text) for block in blocks if block.text)
    return any(label is not None and label.role == KEY_RESULT and label.number for label in labels)
