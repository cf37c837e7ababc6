"""Between offsets in code points and the client's positions: UTF-8, UTF-16 or UTF-32, as negotiated.

The one module that knows of code units. Lines end at LF, CRLF or a lone CR, as the protocol says;
nothing else (form feeds, U+2028) ends a line. A byte-order mark that a client leaves in the text
counts for the client and not for us: ``lead``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from lsprotocol import types

from okr_lint.model import Source, Span

Encoding = types.PositionEncodingKind
BOM = "\ufeff"


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_COUNTERS: dict[str, Callable[[str], int]] = {Encoding.Utf8: _utf8, Encoding.Utf16: _utf16, Encoding.Utf32: len}


def units(text: str, encoding: str) -> int:
    """How many code units ``text`` has in an encoding."""
    return len(text) if text.isascii() else _COUNTERS[encoding](text)


class PositionMap:
    """Positions in one text of a client.

    Args:
        text: the text as the client has it.
        encoding: what was negotiated.
        lead: characters in front that offsets do not count (1 for a byte-order mark).
    """

    def __init__(self, text: str, encoding: str = Encoding.Utf16, lead: int = 0) -> None:
        self.source = Source(text)
        self.encoding = encoding
        self.lead = lead
        self._simple = _one_unit_each(text, encoding)
        self._starts = self.source.line_starts

    def place(self, offset: int) -> tuple[int, int]:
        """The client's line and character (from 0) of an offset in code points."""
        at = offset + self.lead
        if at > len(self.source.text):
            at = len(self.source.text)
        line = bisect_right(self._starts, at) - 1
        start = self._starts[line]
        return line, at - start if self._simple else units(self.source.text[start:at], self.encoding)

    def position(self, offset: int) -> types.Position:
        """The client's position of an offset in code points."""
        return types.Position(*self.place(offset))

    def range(self, span: Span) -> types.Range:
        """The client's range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset of a client's position; beyond a line's end it is that end, inside a character its start."""
        return max(self._raw_offset(position) - self.lead, 0)

    def span(self, range: types.Range) -> Span:
        """The span of a client's range; ends in the wrong order are put right."""
        start, end = self.offset(range.start), self.offset(range.end)
        return Span(min(start, end), max(start, end))

    def line_end(self, line: int) -> int:
        """The offset at which line ``line`` (from 0) ends, before its newline."""
        return max(self.source.line_starts[line] + len(self.source.line(line + 1)) - self.lead, 0)

    def line_start(self, line: int) -> int:
        """The offset at which line ``line`` (from 0) begins."""
        return max(self.source.line_starts[line] - self.lead, 0)

    def _raw_offset(self, position: types.Position) -> int:
        starts = self.source.line_starts
        if position.line >= len(starts):
            return len(self.source.text)
        line = self.source.line(position.line + 1)
        return starts[position.line] + _column(line, position.character, self.encoding)


def _one_unit_each(text: str, encoding: str) -> bool:
    """Whether every character is one code unit, so that columns need no counting."""
    return encoding == Encoding.Utf32 or text.isascii() or (encoding == Encoding.Utf16 and _utf16(text) == len(text))


def _column(line: str, character: int, encoding: str) -> int:
    if _one_unit_each(line, encoding):
        return min(character, len(line))
    count = _COUNTERS[encoding]
    passed = 0
    for column, char in enumerate(line):
        passed += count(char)
        if passed > character:
            return column
    return len(line)
