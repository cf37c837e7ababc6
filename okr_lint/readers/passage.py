"""A text with its marks (bold, struck, link …) and the way back to the source; readers work on these."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Piece, Span, TextMap


class Mark(NamedTuple):
    """Inline markup over ``start`` to ``end`` of a passage: "bold", "struck", "code", "link" or "break"."""

    kind: str
    start: int
    end: int
    value: str = ""


@dataclass(slots=True)
class Passage:
    """A stretch of text as a person sees it.

    ``map`` leads to the source; None in formats without offsets (DOCX, XLSX), then ``place`` tells.
    """

    text: str
    map: TextMap | None = None
    marks: list[Mark] = field(default_factory=list)
    place: str | None = None

    @classmethod
    def verbatim(cls, text: str, source_start: int) -> Passage:
        """A passage that stands in the source character for character."""
        return cls(text, TextMap.verbatim(len(text), source_start))

    def part(self, start: int, end: int) -> Passage:
        """``text[start:end]`` with its marks and map, white space at both ends left out."""
        text = self.text
        end = min(end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == 0 and end == len(text):
            return self
        marks = (
            []
            if not self.marks
            else [
                Mark(m.kind, max(m.start, start) - start, min(m.end, end) - start, m.value)
                for m in self.marks
                if m.start < end and m.end > start
            ]
        )
        return Passage(text[start:end], cut(self.map, start, end), marks, self.place)

    def stripped(self) -> Passage:
        """The passage without white space at its ends."""
        return self.part(0, len(self.text))

    def span(self, start: int = 0, end: int | None = None) -> Span | None:
        """The source range of ``text[start:end]``."""
        return self.map.span(start, len(self.text) if end is None else end) if self.map else None

    def covered(self, kind: str) -> float:
        """The share of the visible characters that lie under marks of a kind."""
        if not any(m.kind == kind for m in self.marks):
            return 0.0
        visible = sum(not c.isspace() for c in self.text)
        ranges = {(m.start, m.end) for m in self.marks if m.kind == kind}  # "~~" is found twice: outside and inside
        under = sum(sum(not c.isspace() for c in self.text[start:end]) for start, end in ranges)
        return min(1.0, under / visible) if visible else 0.0


def cut(origin: TextMap | None, start: int, end: int) -> TextMap | None:
    """The map of ``text[start:end]``."""
    if origin is None:
        return None
    if len(origin.pieces) == 1:
        at, length, source_start, source_length = origin.pieces[0]
        if length == source_length and at <= start < end <= at + length:
            return TextMap((Piece(0, end - start, source_start + start - at, end - start),))
    pieces: list[Piece] = []
    first = max(0, bisect_left(origin.pieces, start + 1, key=lambda p: p.start) - 1)
    for piece in origin.pieces[first:]:
        if piece.start >= end:
            break
        low, high = max(piece.start, start), min(piece.start + piece.length, end)
        if low >= high:
            continue
        if piece.length == piece.source_length:
            pieces.append(Piece(low - start, high - low, piece.source_start + low - piece.start, high - low))
        else:
            pieces.append(Piece(low - start, high - low, piece.source_start, piece.source_length))
    return TextMap(tuple(pieces))


def joined(parts: list[Passage], glue: str = " ") -> Passage:
    """Passages one after the other; ``glue`` stands for what lies between them in the source.

    Between two Chinese characters the glue is left out, as a line break has no width there.
    """
    text = ""
    pieces: list[Piece] = []
    marks: list[Mark] = []
    mapped = all(part.map is not None for part in parts)
    for part in parts:
        if text and part.text and not (_wide(text[-1]) and _wide(part.text[0])):
            if mapped and pieces and part.map and part.map.pieces:
                last = pieces[-1]
                end = last.source_start + last.source_length
                pieces.append(Piece(len(text), len(glue), end, part.map.pieces[0].source_start - end))
            text += glue
        at = len(text)
        if mapped and part.map:
            pieces += [Piece(p.start + at, p.length, p.source_start, p.source_length) for p in part.map.pieces]
        marks += [Mark(m.kind, m.start + at, m.end + at, m.value) for m in part.marks]
        text += part.text
    return Passage(text, TextMap(tuple(pieces)) if mapped else None, marks, parts[0].place if parts else None)


def _wide(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" or "\u3000" <= char <= "\u303f"
