"""OLE containers (XLS): their chains of sectors end and their sheets are no giants, before a library follows them.

The format is [MS-CFB]: a header names the sectors that hold the allocation table (FAT); in that table each sector names
the next one of its stream. A damaged table may lead in a circle, and who follows it reads without end.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from okr_lint.readers.errors import ReadError
from okr_lint.readers.limits import MAX_CELLS

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_DIFAT_IN_HEADER = 109
_LAST_SECTOR = 0xFFFFFFFA  # above are marks: end of chain, free, a sector of the table itself
_FREE = 0xFFFFFFFF
_STREAM, _ROOT = 2, 5  # kinds of entries in the directory
_SHORT = 4096  # streams below this many bytes lie in the root's stream
_WORKBOOKS = ("workbook", "book")
# records of [MS-XLS]
_SHEET, _END_OF_PART, _DIMENSIONS = 0x85, 0x0A, 0x200
_MOST_ROWS, _MOST_COLUMNS = 1 << 16, 1 << 8
_CELLS_OF_A_ROW = (0xBD, 0xBE)  # several cells: they end with the last column
_CELLS = (
    0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x7E, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x206, 0x27E, 0x406,
    *_CELLS_OF_A_ROW,
)  # fmt: skip


def check_compound(data: bytes) -> None:
    """Refuse containers whose chains run in circles or leave the file.

    Raises:
        ReadError: damaged; says which sector.
    """
    if not data.startswith(MAGIC) or len(data) < _HEADER:
        raise _damaged("its header is cut or changed")
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in (9, 12):
        raise _damaged(f"a sector size of 2^{shift}")
    for stream in _Sectors(data, 1 << shift).workbooks():
        _check_sheets(stream)


class _Sectors:
    def __init__(self, data: bytes, size: int) -> None:
        self.data, self.size = data, size
        self.count = -(-(len(data) - size) // size)  # the last one may be cut short
        self.table: list[int] = []
        self.small: list[int] = []  # the table of short streams, whose sectors lie in the root's stream

    def workbooks(self) -> list[bytes]:
        """The streams that hold a workbook; the chain of every stream is followed to its end."""
        streams = []
        for sector in self._table_sectors():
            self.table += self._numbers(sector)
        directory, small = struct.unpack_from("<I", self.data, 48)[0], struct.unpack_from("<I", self.data, 60)[0]
        for sector in self._chain(small):
            self.small += self._numbers(sector)
        for sector in self._chain(directory):
            at = (sector + 1) * self.size
            for entry in range(at, min(at + self.size, len(self.data) - 127), 128):
                kind = self.data[entry + 66]
                first, length = struct.unpack_from("<II", self.data, entry + 116)
                if kind == _ROOT or (kind == _STREAM and length >= _SHORT):
                    chain = self._chain(first)
                    if self.data[entry : entry + 64].decode("utf-16-le", "replace").rstrip("\0").lower() in _WORKBOOKS:
                        parts = (self.data[(one + 1) * self.size : (one + 2) * self.size] for one in chain)
                        streams.append(b"".join(parts)[:length])
                elif kind == _STREAM and length:
                    self._chain(first, short=True)
        return streams

    def _chain(self, sector: int, short: bool = False) -> list[int]:
        """The sectors of a stream, in order."""
        table = self.small if short else self.table
        most = len(table) if short else min(self.count, len(table))
        chain: dict[int, None] = {}
        while sector <= _LAST_SECTOR:
            if sector in chain:
                raise _damaged(f"its sectors run in a circle at sector {sector}")
            if sector >= most:
                raise _damaged(f"sector {sector} lies behind its end")
            chain[sector] = None
            sector = table[sector]
        return list(chain)

    def _table_sectors(self) -> list[int]:
        found = list(struct.unpack_from(f"<{_DIFAT_IN_HEADER}I", self.data, 76))
        (sector,) = struct.unpack_from("<I", self.data, 68)
        seen: set[int] = set()
        while sector <= _LAST_SECTOR:
            if sector in seen:
                raise _damaged(f"its list of table sectors runs in a circle at sector {sector}")
            seen.add(sector)
            *more, sector = self._numbers(sector)
            found += more
        sectors = [one for one in found if one != _FREE]
        if len(set(sectors)) != len(sectors):
            raise _damaged("a sector of its table is named twice")
        return sectors

    def _numbers(self, sector: int) -> tuple[int, ...]:
        at = (sector + 1) * self.size
        if at + self.size > len(self.data):
            raise _damaged(f"sector {sector} of its table lies behind its end")
        return struct.unpack_from(f"<{self.size // 4}I", self.data, at)


def _check_sheets(stream: bytes) -> None:
    """Refuse sheets whose cells lie so far apart that the rectangle around them is huge, or out of order."""
    starts = [0]
    for kind, at, length in _records(stream, 0):
        if kind == _SHEET and length >= 4:
            starts.append(struct.unpack_from("<I", stream, at)[0])
    for start in starts:
        rows: list[int] = []
        columns: list[int] = []
        for kind, at, length in _records(stream, start):
            if kind == _DIMENSIONS:
                _check_dimensions(stream[at : at + length])
            if kind in _CELLS and length >= 4:
                row, column = struct.unpack_from("<HH", stream, at)
                rows = [rows[0] if rows else row, row]
                columns += [column]
                if kind in _CELLS_OF_A_ROW:
                    columns.append(struct.unpack_from("<H", stream, at + length - 2)[0])
                if rows[1] < rows[0] or (rows[1] - rows[0] + 1) * (max(columns) - min(columns) + 1) > MAX_CELLS:
                    raise _damaged(f"a sheet stands for more than {MAX_CELLS:,} cells, or its rows are out of order")
                columns = [min(columns), max(columns)]


def _check_dimensions(said: bytes) -> None:
    """Refuse a used range that ends before it starts: room for it is made before any cell is read."""
    if len(said) < 10:
        raise _damaged("the record of a sheet's size is cut")
    form = "<IIHH" if len(said) >= 14 else "<HHHH"
    top, below, left, right = struct.unpack_from(form, said)
    if (below or right) and (below < top or right < left or below > _MOST_ROWS or right > _MOST_COLUMNS):
        raise _damaged(f"a sheet that goes from row {top} to {below}, column {left} to {right}")


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record up to the end of its part of the stream."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if at + 4 + length > len(stream):
            return
        yield kind, at + 4, length
        if kind == _END_OF_PART:
            return
        at += 4 + length


def _damaged(why: str) -> ReadError:
    return ReadError(f"not a readable workbook: its container is damaged: {why}")
