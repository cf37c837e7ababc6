"""XLSX, XLSM, XLS and ODS -> Document, by python-calamine; cells have places ("Sheet1!B4"), no spans."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from okr_lint.model import Document, Source
from okr_lint.readers.archive import check_archive, damage_of
from okr_lint.readers.compound import check_compound
from okr_lint.readers.errors import ReadError
from okr_lint.readers.limits import MAX_CELLS
from okr_lint.readers.passage import Passage
from okr_lint.readers.quiet import is_panic, quiet_panic
from okr_lint.readers.sheet_extent import check_extent
from okr_lint.readers.table import Sheet, read_sheets

_OLE = b"\xd0\xcf\x11\xe0"
_REQUIRED = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")


def read(data: bytes, path: str) -> Document:
    """The objectives and key results of all visible sheets.

    Raises:
        ReadError: not a workbook, protected by a password, or beyond the limits.
    """
    if data.startswith(_OLE):
        check_compound(data)
    else:
        check_archive(data, "workbook")
        check_extent(data)
    document = Document(path, "xlsx", Source(""))
    read_sheets(_sheets(data), document)
    return document


def _sheets(data: bytes) -> list[Sheet]:
    import python_calamine as calamine

    try:
        with quiet_panic():
            return _visible_sheets(calamine, data)
    except calamine.CalamineError as error:
        raise ReadError(f"not a readable workbook: {_damage(data, error)}") from error
    except BaseException as error:
        if not is_panic(error):
            raise
        raise ReadError(f"not a readable workbook: {_damage(data, error)}") from error


def _visible_sheets(calamine: Any, data: bytes) -> list[Sheet]:
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


def _damage(data: bytes, error: BaseException) -> str:
    """What is wrong with it, in words that name the part."""
    if data.startswith(_OLE):
        return f"its structure is damaged ({error})"[:300]
    with zipfile.ZipFile(BytesIO(data)) as archive:
        opendocument = "mimetype" in archive.namelist()
    return damage_of(data, ("content.xml",) if opendocument else _REQUIRED, error)


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
