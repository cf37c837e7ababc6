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
    if b"\0" in data and (wide := _utf16_without_mark(data)):
        return Source(data.decode(wide), wide)
    try:
        return Source(data.decode("utf-8"))
    except UnicodeDecodeError as utf8_error:
        try:
            return Source(data.decode("gb18030"), "gb18030")
        except UnicodeDecodeError:
            raise _unreadable(data, utf8_error) from utf8_error


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: the zero bytes of its ASCII stand on one side only."""
    if len(data) % 2:
        return None
    sides = {"utf-16-be": data[::2].count(0), "utf-16-le": data[1::2].count(0)}
    encoding = max(sides, key=lambda name: sides[name])
    if min(sides.values()) * 20 > sides[encoding]:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    plain = sum(char.isprintable() or char in "\r\n\t" for char in text)
    return encoding if plain * 20 >= len(text) * 19 else None


def _unreadable(data: bytes, error: UnicodeDecodeError) -> ReadError:
    line = data.count(b"\n", 0, error.start) + 1
    return ReadError(f"byte {error.start} is not valid {error.encoding}; save the file as UTF-8", line, None)
