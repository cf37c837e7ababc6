"""Chinese text whose lines are broken at a width, by columns or by characters, in the middle of words (mails).

There is no hyphen, no blank and often no margin that many lines reach. What gives it away is that lines which
another one goes on from are all about as long as the longest, and others are of any length.
"""

from __future__ import annotations

from itertools import pairwise

from okr_lint.lean_dataclasses import dataclass
from okr_lint.model import Context
from okr_lint.readers.asides import assign
from okr_lint.readers.labels import is_han, label_at
from okr_lint.readers.width import width_of

_NARROWEST, _WIDEST = 16, 120
_STUB = 3  # characters
_ENDS = "。！？!?；;：:"
_STARTS = "-*+•·●▪◦○◎■□◆◇★☆#|>=_─━【[(（①②③④⑤⑥⑦⑧⑨⑩✅❌🎯\u3000"


@dataclass(slots=True)
class HardWrap:
    """The width that lines are broken at.

    Attributes:
        most: the longest line.
        by_characters: whether it is counted in characters rather than in columns.
    """

    most: int
    by_characters: bool

    def width(self, raw: str) -> int:
        """The width of a line."""
        return _width(raw, self.by_characters)

    def reached(self, width: int, text: str) -> bool:
        """Whether a line of a width has no room for the first word of ``text``."""
        return width + _room(text, self.by_characters) >= self.most

    def left_over(self, width: int, text: str) -> bool:
        """Whether a text is too short for a line of its own, below one that is nearly full."""
        return len(text) <= _STUB and is_han(text[0]) and width * 5 >= self.most * 4


def hard_wrap_of(lines: list[str]) -> HardWrap | None:
    """How the lines of a Chinese text are broken; None where they end for other reasons."""
    pairs = [
        (above.rstrip(), below.strip())
        for above, below in pairwise(lines)
        if above.strip() and below.strip() and _may_go_on(above.rstrip(), below.strip())
    ]
    if len(pairs) < 2 or sum(is_han(below[0]) or is_han(above[-1]) for above, below in pairs) * 2 < len(pairs):
        return None
    best: tuple[int, HardWrap] | None = None
    for by_characters in (False, True):
        wrap = HardWrap(max(_width(line.rstrip(), by_characters) for line in lines), by_characters)
        hits = sum(wrap.reached(_width(above, by_characters), below) for above, below in pairs)
        if (
            _NARROWEST <= wrap.most <= _WIDEST
            and hits > 1
            and hits * 4 >= len(pairs) * 3
            and (not best or hits > best[0])
        ):
            best = (hits, wrap)
    return best[1] if best else None


def _may_go_on(above: str, below: str) -> bool:
    if above[-1] in _ENDS or below[0] in _STARTS or below[-1] in "：:":
        return False
    return label_at(below) is None and not assign(Context(), below, keep=False)


def _width(line: str, by_characters: bool) -> int:
    return len(line.rstrip()) if by_characters else width_of(line)


def _room(text: str, by_characters: bool) -> int:
    """What the beginning of a text needs on the line before, a mark that may not begin a line included."""
    if is_han(text[0]) or not text[0].isascii():
        return 2 if by_characters else 4
    word = next((at for at, char in enumerate(text[:24]) if char.isspace() or not char.isascii()), min(len(text), 24))
    return word + 2
