"""Bare decimal numbers ("1.1", "1.2") in front of key results."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from okr_lint.patterns import late
from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE, Label, label_at
from okr_lint.readers.outline import Block, walk
from okr_lint.readers.roles import announces, is_guide

_DECIMAL = late(r"(?P<number>(\d{1,2})(?:\.(\d{1,2})|(?P<letter>[a-h])(?=[.):])))[.)、:：]?[ \t]{1,3}(?=[^\s%])")


def decimal_label(text: str) -> Label | None:
    """A bare "1.2" in front of a key result as its label; "1.0" stands in front of its objective."""
    m = _DECIMAL.match(text)
    if m is None:
        return None
    return Label(OBJECTIVE if m[3] == "0" else KEY_RESULT, m["number"], 0, m.end("number"), m.end(), m["number"])


def decimal_blocks(blocks: list[Block]) -> set[int]:
    """The blocks that begin with "1.1", "1.2" … where such numbers follow each other; else they are quantities."""
    numbered: list[tuple[int, int, int]] = []
    chapters = _are_chapters(block for block in blocks if block.kind == "heading")
    for block in blocks:
        text = block.passage.text
        if chapters and block.kind == "heading":
            continue
        if text[:1].isdecimal() and block.kind in ("item", "line", "heading") and (m := _DECIMAL.match(text)):
            second = int(m[3]) if m[3] else ord(m["letter"]) - ord("a") + 1
            numbered.append((int(m[2]), second, id(block)))
    steps = sum(a[0] == b[0] and a[1] + 1 == b[1] for a, b in pairwise(numbered))
    return {key for _, _, key in numbered} if steps * 2 >= len(numbered) - steps and steps else set()


def _are_chapters(headings: Iterable[Block]) -> bool:
    """Whether headings with such numbers are the chapters of a text: one asks, explains, or has OKRs below it."""
    for heading in headings:
        text = heading.passage.text
        if not text[:1].isdecimal() or not (m := _DECIMAL.match(text)):
            continue
        title = text[m.end() :]
        if is_guide(title) or announces(title):
            return True
        inner = (label_at(block.text) for child in heading.children for block in walk(child))
        if any(label and label.role in (OBJECTIVE, KEY_RESULT) for label in inner):
            return True
    return False
