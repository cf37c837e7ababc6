"""Dotted leaders: "Bake better ........ 4/10", 「烤得更好………… 0.7」; what stands behind them is about the statement."""

from __future__ import annotations

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.asides import is_tail
from okr_lint.readers.folding import fold
from okr_lint.readers.outline import Block
from okr_lint.readers.person_names import name_strength

_RUN = late(r"[.·‧⋯]{3,80}+|…{1,40}+|_{4,80}+|(?<=\s)\.\.(?=\s)|(?:[.·] ){3,40}+")
_REACH = 120  # characters from the end
_LONGEST = 20  # characters behind the dots
_OPEN = late(r"(?:from|to|by|than|of|从|由|自|到|至|达|达到|约)$")  # "from … to 45": a blank to fill in
_NUMBER = late(r"\d{1,4}(?: ?分)?")
_FEWEST = 4  # dots in front of a plain number, or of a word


def leader_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the last row of dots begins, and where the text behind it does."""
    *_, found = (None, *_RUN.finditer(text, max(start + 1, end - _REACH), end))
    if found is None or not 0 < end - found.end() <= _LONGEST or not text[found.end() : end].strip():
        return None
    if _OPEN.search(fold(text[max(start, found.start() - 8) : found.start()]).rstrip()):
        return None
    return found.start(), found.end()


def cut_leader(text: str, start: int, end: int, context: Context) -> int:
    """Cut dots and what stands behind them off the end, and note it; ``end`` where there are none."""
    if (at := leader_at(text, start, end)) is None:
        return end
    tail = text[at[1] : end].strip()
    dots = sum(3 if char == "…" else 1 for char in text[slice(*at)] if char != " ")
    if is_tail(tail, context):
        return at[0]
    if dots < _FEWEST or text[at[0]] == "_":
        return end
    if tail.endswith("分") and _NUMBER.fullmatch(tail):
        context.score = context.score or tail
    elif _NUMBER.fullmatch(tail):  # a page, or a grade on a scale that nobody names
        context.notes.append(tail)
    elif name_strength(tail):
        context.owner = context.owner or tail
    else:
        return end
    return at[0]


def contents(root: Block) -> set[int]:
    """The ids of the lines of a table of contents: with pages behind dots, and said again without them below."""
    blocks: list[Block] = []
    stack = [root]
    while stack:
        block = stack.pop()
        stack.extend(block.children)
        blocks.append(block)
    paged: dict[int, str] = {}
    for block in blocks:
        text = block.text
        at = leader_at(text, 0, len(text)) if text[-1:].isdecimal() else None
        if at is not None and text[at[1] :].strip().isdecimal():
            paged[id(block)] = _key(text[: at[0]])
    if len(paged) < 2:
        return set()
    said = {_key(block.text) for block in blocks}
    return {key for key, words in paged.items() if words in said}


def _key(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())
