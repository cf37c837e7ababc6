"""XLSX, XLSM, XLS and ODS -> Document, by python-calamine; cells have places ("Sheet1!B4"), no spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO

from okr_lint.model import Document, Source
from okr_lint.readers.archive import check_archive
from okr_lint.readers.errors import ReadError
from okr_lint.readers.limits import MAX_CELLS
from okr_lint.readers.passage import Passage
from okr_lint.readers.table import Sheet, read_sheets

_OLE = b"\xd0\xcf\x11\xe0"


def read(data: bytes, path: str) -> Document:
    """The objectives and key results of all visible sheets.

    Raises:
        ReadError: not a workbook, protected by a password, or beyond the limits.
    """
    if not data.startswith(_OLE):
        check_archive(data, "workbook")
        _check_extent(data)
    document = Document(path, "xlsx", Source(""))
    read_sheets(_sheets(data), document)
    return document


def _sheets(data: bytes) -> list[Sheet]:
    import python_calamine as calamine

    try:
        workbook = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = []
        for i, meta in enumerate(workbook.sheets_metadata):
            if meta.visible != calamine.SheetVisibleEnum.Visible or meta.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_index(i)
            if sheet.height * sheet.width > MAX_CELLS:
                raise ReadError(f"sheet {meta.name!r} has more than {MAX_CELLS:,} cells; split it")
            top, left = sheet.start or (0, 0)
            sheets.append(Sheet(meta.name, _rows(sheet.to_python(skip_empty_area=True), meta.name, top, left)))
        return sheets
    except calamine.CalamineError as error:
        raise ReadError(f"not a readable workbook: {error}") from error
    except BaseException as error:  # a panic in the library is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise ReadError("not a readable workbook: its structure is damaged") from error


def _rows(values: Sequence[Sequence[object]], sheet: str, top: int, left: int) -> list[list[Passage]]:
    rows = []
    for number, row in enumerate(values, top + 1):
        places = (f"{sheet}!{_column(left + i)}{number}" for i in range(len(row)))
        rows.append([Passage(_text(v), None, [], place).stripped() for v, place in zip(row, places, strict=True)])
    return rows


def _column(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _text(value: object) -> str:
    """A cell's value as a person reads it: 0.25 stays 0.25, 40.0 is 40, midnight is a date."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time | timedelta | bool):
        return str(value)
    return str(value).replace("\r\n", "\n").replace("_x000D_", "")


_XLSX_CELL = re.compile(rb'<(?:\w{1,8}:)?c\s[^<>]{0,200}?r="([A-Z]{1,3})([0-9]{1,7})"')
_ODS_TAG = re.compile(rb"<(?:\w{1,12}:)?table-(row|cell)\b([^<>]{0,2000})>")
_ODS_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,7})"')


def _check_extent(data: bytes) -> None:
    """Refuse sheets whose used range is huge though they hold little: the library lays it out in full."""
    import zipfile

    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"xl/worksheets/[^/]{1,80}\.xml", name):
                low, high, rows = 1 << 20, 0, (1 << 20, 0)
                for column, row in _XLSX_CELL.findall(archive.read(name)):
                    index = int.from_bytes(column.rjust(3, b"@"), "big") - 0x404040
                    index = (index >> 16) * 676 + (index >> 8 & 255) * 26 + (index & 255)
                    low, high = min(low, index), max(high, index)
                    rows = min(rows[0], int(row)), max(rows[1], int(row))
                if high and (high - low + 1) * (rows[1] - rows[0] + 1) > MAX_CELLS:
                    raise ReadError(f"{name} spans more than {MAX_CELLS:,} cells; delete stray cells far away")
            elif name == "content.xml":
                if _ods_cells(archive.read(name)) > MAX_CELLS:
                    raise ReadError(f"a sheet repeats cells more than {MAX_CELLS:,} times")


def _ods_cells(content: bytes) -> int:
    """How many filled cells an ODS content stands for, repetitions written out."""
    rows = count = 0
    for tag in _ODS_TAG.finditer(content):
        kind, attributes = tag.groups()
        match = _ODS_REPEATED.search(attributes)
        times = int(match.group(1)) if match else 1
        if kind == b"row":
            rows = times
        elif not attributes.endswith(b"/"):  # an empty cell is written <cell …/>
            count += rows * times
    return count
