"""The one error that a reader raises."""

from __future__ import annotations


class ReadError(Exception):
    """Bytes that no reader accepts (F001).

    Attributes:
        message: what is wrong and what to do.
        line, column: where, from 1; None where the place has no line.
    """

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
