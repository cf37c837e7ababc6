"""Columns on a terminal: how wide a text is, how to cut and wrap it, colours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_ZERO = frozenset(("Mn", "Me", "Cf"))
_EMOJI_STYLE = "\ufe0f"
_JOINER = "\u200d"
_STYLES = {"error": "1;31", "warning": "1;33", "info": "36", "dim": "2", "bold": "1", "good": "32", "mark": "1;31"}
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
    widths = cells(text)
    if sum(widths) <= columns:
        return text, sum(widths[:start]), max(1, sum(widths[start:end]))
    low = start
    before = 0
    room = max(columns // 4, columns - sum(widths[start:]) - 6)
    while low and before + widths[low - 1] <= room:
        low -= 1
        before += widths[low]
    high, used = low, 0
    while high < len(text) and used + widths[high] <= columns - 6:
        used += widths[high]
        high += 1
    head, tail = "..." if low else "", "..." if high < len(text) else ""
    marked = sum(widths[start : min(end, high)])
    return f"{head}{text[low:high]}{tail}", len(head) + before, max(1, marked)


def wrap(text: str, columns: int) -> Iterator[str]:
    """Lines of at most ``columns``: broken at spaces, and between Chinese characters."""
    text = " ".join(text.split())
    if (len(text) if text.isascii() else 2 * len(text)) <= columns:
        yield text
        return
    line, used = "", 0
    for piece in _pieces(text):
        if line and used + width(piece.rstrip()) > columns:
            yield line.rstrip()
            line, used = "", 0
        line += piece
        used += width(piece)
    if line.strip() or not text:
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """The parts between which a line may break; closing punctuation stays with what it closes."""
    if text.isascii():
        *words, last = text.split(" ")
        yield from [f"{word} " for word in words]
        yield last
        return
    piece = ""
    for i, char in enumerate(text):
        piece += char
        after = text[i + 1 : i + 2]
        wide = _width(char) == 2 or (after and _width(after) == 2)
        if char == " " or (wide and after != " " and after not in _NEVER_FIRST and char not in "（【《「『“‘⟨([{"):
            yield piece
            piece = ""
    if piece:
        yield piece


class Paint:
    """Colours, or none."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, style: str, text: str) -> str:
        """The text in a style: a severity, "dim", "bold", "good" or "mark"."""
        return f"\033[{_STYLES[style]}m{text}\033[0m" if self._on and text else text
