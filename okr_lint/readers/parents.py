"""What a statement serves, where its author says so beside the text: "(承接公司 O2)", "↑ Company KR1.2", a link."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold
from okr_lint.readers.passage import Passage

_SAID = late(
    r"(?:↑|⬆\ufe0f?|承接|对齐到|对齐至|对齐|支撑|aligned to|aligned with|aligns to|aligns with|supports|"
    r"contributes to)[ :]{0,3}"
)
_LABEL = late(r"(?<![a-z0-9])(?:o|kr|目标|objective|key result|关键结果)[ .-]?[0-9一二三四五六七八九]")
_MOST = 60
_ARROWS = "↑⬆"


def parent_said(text: str) -> str | None:
    """The goal that "承接公司 O2" or "supports Company KR1.2" names by its label; None for any other text."""
    low = fold(text)
    match = _SAID.match(low)
    if match is None or len(text) - match.end() > _MOST or not _LABEL.search(low, match.end()):
        return None
    return text[match.end() :].strip() or None


def arrow_at(text: str) -> int:
    """Where "↑ Company O1" begins at the end of a text; -1 where there is none."""
    at = max(text.rfind(arrow) for arrow in _ARROWS)
    return at if at > 0 and parent_said(text[at:]) else -1


def linked_file(passage: Passage) -> str | None:
    """The first link of a passage that leads to a place in another file of the folder, as it is written."""
    for mark in passage.marks:
        if mark.kind == "link" and mark.value and "://" not in mark.value and not mark.value.startswith("mailto:"):
            target = mark.value.strip().strip("<>").split(" ")[0]
            if target and not target.startswith("#"):
                return target
    return None
