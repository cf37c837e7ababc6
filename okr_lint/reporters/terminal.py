"""Columns on a terminal: how wide a text is, how to cut and wrap it, colours."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

_ZERO = frozenset(("Mn", "Me", "Cf"))
_EMOJI_STYLE = "\ufe0f"
_JOINER = "\u200d"
_JOINED = frozenset([_EMOJI_STYLE, _JOINER, *map(chr, range(0x1F3FB, 0x1F400))])
_STYLES = {"error": "1;31", "warning": "1;33", "info": "36", "dim": "2", "bold": "1", "good": "32", "mark": "1;31"}
_NEVER_LAST = frozenset("（【《「『“‘⟨([{")
_NEVER_FIRST = frozenset(",.;:!?)]}%、。，；：！？）】》」』”’…⟩")


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if unicodedata.category(char) in _ZERO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cells(text: str) -> list[int]:
    """The columns that each character takes, joined emoji and variation selectors included."""
    if text.isascii():
        return [1] * len(text)
    if _JOINED.isdisjoint(text):
        return [*map(_width, text)]
    widths: list[int] = []
    for i, char in enumerate(text):
        width = _width(char)
        if i and text[i - 1] == _JOINER and width == 2:
            width = 0  # drawn as one with the emoji before it
        elif char == _EMOJI_STYLE and widths and widths[-1] == 1:
            width = 1
        elif "\U0001f3fb" <= char <= "\U0001f3ff" and widths and widths[-1] == 2:
            width = 0  # skin tone
        widths.append(width)
    return widths


def width(text: str) -> int:
    """The columns that a text takes."""
    return len(text) if text.isascii() else sum(cells(text))


def _edges(text: str) -> Sequence[int]:
    """The columns before each character, and those of the whole text."""
    return range(len(text) + 1) if text.isascii() else [0, *accumulate(cells(text))]


def visible(text: str) -> str:
    """A text that cannot steer the terminal: control and direction characters become visible, tabs spaces."""
    if text.isprintable():
        return text
    return "".join(_harmless(char) for char in text)


def _harmless(char: str) -> str:
    if char == "\t":
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if 0x7F <= code < 0xA0 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code in (0x2028, 0x2029):
        return "\ufffd"
    return char


def window(text: str, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """The part of a line around a mark that fits, and the mark's column and width in it.

    Args:
        text: one line, already ``visible``.
        start, end: the mark, in characters.
        columns: the columns that there are.

    Returns:
        The text to show, the columns before the mark, the columns of the mark (at least 1).
    """
    edges, end = _edges(text), min(end, len(text))
    if edges[-1] <= columns:
        return text, edges[start], max(1, edges[end] - edges[start])
    room = max(columns // 4, columns - (edges[-1] - edges[start]) - 6)
    low = bisect_left(edges, edges[start] - room)
    high = bisect_right(edges, edges[low] + columns - 6) - 1
    head, tail = "..." if low else "", "..." if high < len(text) else ""
    marked = edges[max(start, min(end, high))] - edges[start]
    return f"{head}{text[low:high]}{tail}", len(head) + edges[start] - edges[low], max(1, marked)


def wrap(text: str, columns: int) -> Iterator[str]:
    """Lines of at most ``columns``: broken at spaces, and between Chinese characters."""
    text = " ".join(text.split())
    if (len(text) if text.isascii() else 2 * len(text)) <= columns:
        yield text
        return
    edges, first, end = _edges(text), 0, len(text)
    while edges[end] - edges[first] > columns:
        # the last break from which what stands before fits; a blank goes where the line ends
        most = min(bisect_right(edges, edges[first] + columns), end - 1)
        fitting = (
            at
            for at in range(most, first, -1)
            if _may_break(text, edges, at) and edges[at] - (text[at - 1] == " ") <= edges[first] + columns
        )
        later = (at for at in range(most, end) if _may_break(text, edges, at))
        at = next(fitting, None) or next(later, end)
        yield text[first:at].rstrip()
        first = at
    if first < end:
        yield text[first:]


def _may_break(text: str, edges: Sequence[int], at: int) -> bool:
    """Whether a line may end before ``at``: after a blank, or beside a wide character that is no bracket or mark."""
    before, after = text[at - 1], text[at]
    if before == " ":
        return True
    wide = edges[at] - edges[at - 1] == 2 or edges[at + 1] - edges[at] == 2
    return wide and after != " " and after not in _NEVER_FIRST and before not in _NEVER_LAST


class Paint:
    """Colours, or none."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, style: str, text: str) -> str:
        """The text in a style: a severity, "dim", "bold", "good" or "mark"."""
        return f"\033[{_STYLES[style]}m{text}\033[0m" if self._on and text else text
