"""Decoded text, places in it, and maps from a statement's text back to the file.

Offsets count Unicode code points of the decoded text: a byte-order mark is not counted, CRLF is
two, ends are exclusive; lines and columns start at 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from okr_lint.lean_dataclasses import dataclass, field


class Position(NamedTuple):
    """One place in a text: offset from 0, line and column from 1, all in code points."""

    offset: int
    line: int
    column: int


class Span(NamedTuple):
    """A half-open range of code-point offsets in a text."""

    start: int
    end: int


@dataclass(slots=True)
class Source:
    """A file's decoded text and what is needed to write it back byte for byte.

    Attributes:
        text: the decoded text, newlines as they stand, without a byte-order mark.
        encoding: Python name of the encoding that it was read with.
        bom: the byte-order mark that stood in front, or ``b""``.
    """

    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    _line_starts: list[int] | None = field(default=None, repr=False, compare=False)

    @property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; LF, CRLF and a lone CR end a line."""
        if self._line_starts is None:
            starts, text, at = [0], self.text, 0
            if "\r" not in text:
                while (at := text.find("\n", at) + 1) > 0:
                    starts.append(at)
            else:
                for i, char in enumerate(text):
                    if char == "\n" or (char == "\r" and text[i + 1 : i + 2] != "\n"):
                        starts.append(i + 1)
            self._line_starts = starts
        return self._line_starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return Position(offset, line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line ``number`` (from 1) without its newline."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def encode(self, text: str) -> bytes:
        """Bytes of ``text`` in this source's encoding, byte-order mark included."""
        return self.bom + text.encode(self.encoding)


class Piece(NamedTuple):
    """``length`` characters of a text that stand at ``source_start`` of its origin.

    Where ``source_length`` equals ``length`` the characters correspond one to one; otherwise the
    piece as a whole stands for the whole range (an escape, an entity, a line break in the middle).
    """

    start: int
    length: int
    source_start: int
    source_length: int


@dataclass(frozen=True, slots=True)
class TextMap:
    """Maps ranges of a text to the ranges of the text that it was made from."""

    pieces: tuple[Piece, ...]

    @classmethod
    def verbatim(cls, length: int, source_start: int) -> TextMap:
        """The map of a text that stands in its origin as one unbroken run."""
        return cls((Piece(0, length, source_start, length),))

    @classmethod
    def join(cls, runs: Iterable[tuple[int, int, int]]) -> TextMap:
        """A map from runs of (length, source_start, source_length) in order of the text."""
        pieces, at = [], 0
        for length, source_start, source_length in runs:
            if length:
                pieces.append(Piece(at, length, source_start, source_length))
                at += length
        return cls(tuple(pieces))

    def span(self, start: int, end: int) -> Span:
        """The smallest range of the origin that covers ``start`` to ``end`` of the text."""
        if not self.pieces:
            return Span(0, 0)
        if len(self.pieces) == 1:  # as with most statements
            at, length, begin, width = self.pieces[0]
            if length == width and at <= start < end <= at + length:
                return Span(begin + start - at, begin + end - at)
        first = self._piece(start)
        begin = first.source_start
        if first.length == first.source_length:
            begin += min(max(start - first.start, 0), first.length)
        if end <= start:
            return Span(begin, begin)
        last = self._piece(end - 1)
        stop = last.source_start + last.source_length
        if last.length == last.source_length:
            stop = last.source_start + min(end - last.start, last.length)
        return Span(begin, max(begin, stop))

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether the range stands in the origin character for character."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        return first is last and first.length == first.source_length

    def _piece(self, at: int) -> Piece:
        if len(self.pieces) == 1:  # as with most statements
            return self.pieces[0]
        index = bisect_right(self.pieces, at, key=lambda piece: piece.start) - 1
        return self.pieces[max(index, 0)]
