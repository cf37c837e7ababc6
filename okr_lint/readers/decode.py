"""Bytes -> Source: byte-order marks, UTF-8, UTF-16, GB18030."""

from __future__ import annotations

import codecs

from okr_lint.model import Source
from okr_lint.readers.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> Source:
    """The decoded text with its encoding.

    Raises:
        ReadError: neither UTF-8, UTF-16 nor GB18030; names the first bad byte's line.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Source(data[len(mark) :].decode(encoding), encoding, mark)
            except UnicodeDecodeError as error:
                raise _unreadable(data, error) from error
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError as utf8_error:
        try:
            return Source(data.decode("gb18030"), "gb18030")
        except UnicodeDecodeError:
            raise _unreadable(data, utf8_error) from utf8_error


def _unreadable(data: bytes, error: UnicodeDecodeError) -> ReadError:
    line = data.count(b"\n", 0, error.start) + 1
    return ReadError(f"byte {error.start} is not valid {error.encoding}; save the file as UTF-8", line, None)
