"""JSON and JSON lines -> Document."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.model import Document, Source
from okr_lint.readers.json_scanner import JsonScanner
from okr_lint.readers.nodes import Node
from okr_lint.readers.shapes import read_shapes


def read(source: Source, path: str) -> Document:
    """The objectives and key results of our own shape, of the tools' shapes, or one OKR a line.

    Raises:
        ReadError: not JSON (with line and column), too deep or too large.
    """
    document = Document(path, "json", source)
    read_shapes(_values(source), document)
    return document


def _values(source: Source) -> Iterator[Node]:
    scanner = JsonScanner(source)
    yield scanner.value()
    while not scanner.done:
        yield scanner.value()
