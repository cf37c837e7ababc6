"""DOCX: headings, lists, tables, struck text, soft breaks, tracked changes, places."""

from __future__ import annotations

import io

import docx
from docx.oxml import OxmlElement

from okr_lint.model import Document
from okr_lint.readers import read_bytes


def read(word: docx.document.Document) -> Document:
    data = io.BytesIO()
    word.save(data)
    return read_bytes(data.getvalue(), "a.docx")


def said(document: Document) -> list[tuple[str, list[str]]]:
    return [(o.text, [k.text for k in o.key_results]) for o in document.objectives]


def test_headings_and_lists() -> None:
    word = docx.Document()
    word.add_heading("急诊 2026 Q2 OKR", 1)
    word.add_heading("O1：让危重病人先得到救治", 2)
    word.add_paragraph("KR1：分诊 3 分钟内完成", style="List Bullet")
    word.add_paragraph("KR2：误分诊率 2%", style="List Number")
    document = read(word)
    assert said(document) == [("让危重病人先得到救治", ["分诊 3 分钟内完成", "误分诊率 2%"])]
    assert [(s.place, s.span) for s in document.statements()] == [
        ("paragraph 2", None),
        ("paragraph 3", None),
        ("paragraph 4", None),
    ]
    assert document.objectives[0].context.cycle == "2026 Q2"


def test_plain_paragraphs_bold_labels_soft_breaks_and_struck_text() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph()
    paragraph.add_run("Objective 1: ").bold = True
    paragraph.add_run("Calm nights")
    paragraph.add_run().add_break()
    paragraph.add_run("KR1: Two alarms a night")
    word.add_paragraph("")
    word.add_paragraph().add_run("KR2: Zero falls").font.strike = True
    document = read(word)
    assert said(document) == [("Calm nights", ["Two alarms a night", "Zero falls"])]
    assert [k.dropped for k in document.objectives[0].key_results] == [False, True]
    assert [s.place for s in document.statements()] == ["paragraph 1", "paragraph 1", "paragraph 3"]


def test_tables_with_merged_cells() -> None:
    word = docx.Document()
    table = word.add_table(rows=3, cols=3)
    rows = [["目标", "关键结果", "负责人"], ["少排队", "候诊 20 分钟", "阿罗"], ["", "退号率 1%", "小秦"]]
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            table.cell(i, j).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).add_paragraph("改签 2 次")
    document = read(word)
    assert said(document) == [("少排队", ["候诊 20 分钟", "退号率 1%", "改签 2 次"])]
    assert [k.context.owner for k in document.objectives[0].key_results] == ["阿罗", "小秦", "小秦"]
    assert document.objectives[0].key_results[1].place == "table 1, row 3, cell 2"


def test_tracked_deletions_are_gone_and_insertions_are_there() -> None:
    word = docx.Document()
    word.add_paragraph("O1: Calm wards")
    paragraph = word.add_paragraph("KR1: Noise under ")
    for tag, text in (("w:del", "60"), ("w:ins", "40")):
        change = OxmlElement(tag)
        run = paragraph.add_run(text)._r
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" dB")
    assert said(read(word)) == [("Calm wards", ["Noise under 40 dB"])]
