"""How many cells a workbook's sheets stand for, known before the library lays them out in full."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from okr_lint.readers.errors import ReadError
from okr_lint.readers.limits import MAX_CELLS

_XLSX_TAG = re.compile(rb"<(?:\w{1,8}:)?(row|c)\b([^<>]{0,2000})>")
_XLSX_PLACE = re.compile(rb'\sr="([A-Z]{0,3})([0-9]{1,7})"')
_ODS_TAG = re.compile(rb"<(?:\w{1,12}:)?table-(row|cell)\b([^<>]{0,2000})>")
_ODS_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,7})"')


def check_extent(data: bytes) -> None:
    """Refuse XLSX and ODS files whose used range is huge though they hold little.

    Args:
        data: a container that ``archive.check_archive`` let through.

    Raises:
        ReadError: a sheet stands for more cells than the limit.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            cells = 0
            if name == "content.xml":
                cells = _ods_cells(archive.read(name))
            elif name.startswith("xl/") and name.endswith(".xml"):
                cells = _xlsx_cells(archive.read(name))
            if cells > MAX_CELLS:
                raise ReadError(f"{name} stands for more than {MAX_CELLS:,} cells; delete stray cells far away")


def _xlsx_cells(content: bytes) -> int:
    """The size of the rectangle around all cells of a sheet; 0 for other parts."""
    row = column = 0
    rows, columns = [1 << 20, 0], [1 << 14, 0]
    for tag in _XLSX_TAG.finditer(content):
        kind, attributes = tag.groups()
        place = _XLSX_PLACE.search(attributes)
        if kind == b"row":
            row, column = (int(place.group(2)) if place else row + 1), 0
            continue
        column += 1
        if place and place.group(1):
            column, row = _number(place.group(1)), int(place.group(2))
        rows[0], rows[1] = min(rows[0], row), max(rows[1], row)
        columns[0], columns[1] = min(columns[0], column), max(columns[1], column)
    return max(rows[1] - rows[0] + 1, 0) * max(columns[1] - columns[0] + 1, 0)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


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
