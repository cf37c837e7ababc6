"""XLSX: sheets, places, values; the layouts are those of test_read_csv.py."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from okr_lint.model import Document
from okr_lint.readers import ReadError, read_bytes


def workbook(**sheets: list[list[Any]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def read(book: openpyxl.Workbook) -> Document:
    data = io.BytesIO()
    book.save(data)
    return read_bytes(data.getvalue(), "a.xlsx")


def test_places_sheets_and_values() -> None:
    book = workbook(
        Q3=[
            [],
            [None, "目标", "关键结果", "进度", "截止时间"],
            [None, "少排队", "候诊 20 分钟", 0.25, datetime(2026, 9, 30)],
            [None, None, "退号 30 个", 40.0],
        ],
        Night=[["Objective", "Key Result"], ["Calm nights", "Two alarms\nZero falls"]],
    )
    book.create_sheet("hidden").append(["Objective"])
    book["hidden"].append(["Not this"])
    book["hidden"].sheet_state = "hidden"
    document = read(book)
    assert [(s.id, s.text, s.place, s.span) for s in document.statements()] == [
        ("O1", "少排队", "Q3!B3", None),
        ("O1/KR1", "候诊 20 分钟", "Q3!C3", None),
        ("O1/KR2", "退号 30 个", "Q3!C4", None),
        ("O2", "Calm nights", "Night!A2", None),
        ("O2/KR1", "Two alarms", "Night!B2", None),
        ("O2/KR2", "Zero falls", "Night!B2", None),
    ]
    first, second = document.objectives[0].key_results
    assert (first.context.progress, first.context.deadline, second.context.progress) == ("0.25", "2026-09-30", "40")
    assert [o.context.cycle for o in document.objectives] == ["Q3", None]
    assert document.objectives[1].context.team == "Night"


def test_merged_cells_stand_in_their_first_row() -> None:
    book = workbook(S=[["Objective", "Key Result"], ["Calm wards", "Noise 40 dB"], [None, "Two quiet hours"]])
    book["S"].merge_cells("A2:A3")
    assert [len(o.key_results) for o in read(book).objectives] == [2]


def test_a_form_with_labels_beside_sentences() -> None:
    book = workbook(S=[["2026 Q3"], ["O1", "少排队"], ["KR1", "候诊 20 分钟"], ["KR2", "退号率 1%"]])
    document = read(book)
    assert [(o.label, o.text, [k.text for k in o.key_results]) for o in document.objectives] == [
        ("O1", "少排队", ["候诊 20 分钟", "退号率 1%"])
    ]


def test_a_stray_cell_far_away_is_refused_before_it_is_laid_out() -> None:
    book = workbook(S=[["Objective"], ["Calm wards"]])
    book["S"]["XFD1048576"] = 1
    with pytest.raises(ReadError, match="stands for more than"):
        read(book)


def test_an_empty_workbook_has_no_statements() -> None:
    assert list(read(workbook(S=[])).statements()) == []


def _ods(rows: str) -> bytes:
    names = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:body><office:spreadsheet><table:table '
        f'table:name="Plan">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return data.getvalue()


def _cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def test_ods() -> None:
    rows = [["Objective", "Key Result"], ["Calm nights", "Two alarms a night"]]
    data = _ods("".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows))
    document = read_bytes(data, "a.ods")
    assert [(s.text, s.place) for s in document.statements()] == [
        ("Calm nights", "Plan!A2"),
        ("Two alarms a night", "Plan!B2"),
    ]


def test_an_ods_that_repeats_its_cells_without_end_is_refused() -> None:
    more = ' table:number-columns-repeated="16000"'
    row = f'<table:table-row table:number-rows-repeated="1000000">{_cell("x", more)}</table:table-row>'
    with pytest.raises(ReadError, match="stands for more than"):
        read_bytes(_ods(row), "a.ods")
