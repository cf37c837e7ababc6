"""Chaining of the maps that carry offsets from a statement to its file."""

from __future__ import annotations

from okr_lint.model import Piece, TextMap
from okr_lint.readers.passage import cut


def chain(inner: TextMap, outer: TextMap) -> TextMap:
    """The map of a text made from a text that was itself made from the source."""
    pieces: list[Piece] = []
    for piece in inner.pieces:
        if piece.length != piece.source_length:
            span = outer.span(piece.source_start, piece.source_start + piece.source_length)
            pieces.append(Piece(piece.start, piece.length, span.start, span.end - span.start))
            continue
        part = cut(outer, piece.source_start, piece.source_start + piece.length)
        if part is not None:
            pieces.extend(p._replace(start=piece.start + p.start) for p in part.pieces)
    return TextMap(tuple(pieces))


def shifted(origin: TextMap, by: int) -> TextMap:
    """The map with every place in the source moved."""
    return TextMap(tuple(piece._replace(source_start=piece.source_start + by) for piece in origin.pieces))


def concatenated(parts: list[tuple[str, TextMap]]) -> tuple[str, TextMap]:
    """Several texts put together without anything between them, and the map of the whole."""
    pieces: list[Piece] = []
    at = 0
    for text, made in parts:
        pieces.extend(piece._replace(start=piece.start + at) for piece in made.pieces)
        at += len(text)
    return "".join(text for text, _ in parts), TextMap(tuple(pieces))
