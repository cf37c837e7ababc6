"""How much a reader takes on before it says so: time and memory stay bounded on any bytes."""

from __future__ import annotations

from okr_lint.model import Source
from okr_lint.readers.errors import ReadError

MAX_CHARACTERS = 32 * 1024 * 1024
MAX_DEPTH = 100
MAX_VALUES = 2_000_000
MAX_CELLS = 1_000_000


def check_size(source: Source) -> None:
    """Refuse a text beyond ``MAX_CHARACTERS``.

    Raises:
        ReadError: the text is larger.
    """
    if len(source.text) > MAX_CHARACTERS:
        raise ReadError(f"{len(source.text):,} characters in one file (limit {MAX_CHARACTERS:,}); split it", 1, 1)


def error_at(source: Source, offset: int, message: str) -> ReadError:
    """The error of a place in the text."""
    position = source.position(min(offset, len(source.text)))
    return ReadError(message, position.line, position.column)
