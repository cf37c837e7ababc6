"""DOCX -> Document, through the same outline as Markdown; places ("paragraph 3"), no spans."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from okr_lint.model import Document, Source
from okr_lint.readers.archive import check_archive, damage_of
from okr_lint.readers.docx_styles import Styles
from okr_lint.readers.errors import ReadError
from okr_lint.readers.interpret import interpret
from okr_lint.readers.limits import MAX_CELLS
from okr_lint.readers.lines import add_line
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Mark, Passage

_REQUIRED = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")


def read(data: bytes, path: str) -> Document:
    """The objectives and key results of a Word document.

    Raises:
        ReadError: no Word document, damaged, or beyond the limits.
    """
    check_archive(data, "Word document")
    import docx

    document = Document(path, "docx", Source(""))
    outline = Outline()
    try:
        word = docx.Document(BytesIO(data))
        _Body(Styles(word), outline).walk(word.element.body)
    except ReadError:
        raise
    except Exception as error:  # whatever the library stumbles over in a damaged file, it cannot be read
        raise ReadError(f"not a readable Word document: {damage_of(data, _REQUIRED, error)}") from error
    interpret(outline, document)
    return document


class _Body:
    """Walks the body's paragraphs and tables in order."""

    def __init__(self, styles: Styles, outline: Outline) -> None:
        self.styles, self.outline, self.qn = styles, outline, styles.qn
        self.paragraphs = self.tables = self.cells = 0

    def walk(self, container: Any) -> None:
        """Add the blocks of a container; content controls are transparent."""
        for element in container:
            if element.tag == self.qn("w:p"):
                self.paragraphs += 1
                self._paragraph(element)
            elif element.tag == self.qn("w:tbl"):
                self.tables += 1
                self._table(element)
            elif element.tag == self.qn("w:sdt"):
                for content in element.iterchildren(self.qn("w:sdtContent")):
                    self.walk(content)

    def _paragraph(self, element: Any) -> None:
        place = f"paragraph {self.paragraphs}"
        whole = _passage(element, self.qn, place)
        kind = self.styles.kind(element)
        self.outline.gap = True  # paragraphs do not run on into each other
        for i, passage in enumerate(_lines(whole)):
            if kind.heading:
                self.outline.add(Block("heading", passage, kind.heading))
            elif kind.item is None:
                add_line(self.outline, passage, passage.text + "  ", 0)
            elif i == 0:
                self.outline.add(Block("item", passage, kind.item, kind.marker))
            else:
                add_line(self.outline, passage, passage.text + "  ", kind.item + 1)

    def _table(self, element: Any) -> None:
        rows = []
        for r, row in enumerate(element.iterchildren(self.qn("w:tr")), 1):
            cells: list[Passage] = []
            for cell in row.iterchildren(self.qn("w:tc")):
                wide, goes_on = self._spanned(cell)
                place = f"table {self.tables}, row {r}, cell {len(cells) + 1}"
                cells.append(Passage("") if goes_on else self._cell(cell, place))
                cells += [Passage("")] * (wide - 1)
            self.cells += len(cells)
            if self.cells > MAX_CELLS:
                raise ReadError(f"more than {MAX_CELLS:,} table cells; split the document")
            rows.append(cells)
        self.outline.add(Block("table", Passage(""), 0, rows=rows, headed=True))

    def _spanned(self, cell: Any) -> tuple[int, bool]:
        """How many columns a cell takes, and whether it goes on from the row above."""
        properties = cell.find(self.qn("w:tcPr"))
        if properties is None:
            return 1, False
        span, merge = properties.find(self.qn("w:gridSpan")), properties.find(self.qn("w:vMerge"))
        value = span.get(self.qn("w:val")) if span is not None else "1"
        wide = int(value) if value and value.isascii() and value.isdigit() and len(value) < 4 else 1
        return min(max(wide, 1), 200), merge is not None and merge.get(self.qn("w:val")) != "restart"

    def _cell(self, cell: Any, place: str) -> Passage:
        parts = [_passage(p, self.qn, place) for p in cell.iter(self.qn("w:p"))]
        parts = [part for part in parts if part.text]
        text, marks = "", []
        for part in parts:
            at = len(text) + bool(text)
            text = f"{text}\n{part.text}" if text else part.text
            marks += [Mark(m.kind, m.start + at, m.end + at, m.value) for m in part.marks]
            marks.append(Mark("block", at, len(text)))
        return Passage(text, None, marks, place)


def _passage(paragraph: Any, qn: Any, place: str) -> Passage:
    """A paragraph's text with what is bold or struck; deletions that are tracked are left out."""
    texts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for run in paragraph.iter(qn("w:r")):
        if any(parent.tag in (qn("w:del"), qn("w:txbxContent")) for parent in run.iterancestors()):
            continue
        start = length
        for child in run:
            seen = child.text or "" if child.tag == qn("w:t") else _CONTROLS.get(child.tag.rpartition("}")[2], "")
            texts.append(seen)
            length += len(seen)
        properties = run.find(qn("w:rPr"))
        if properties is not None and length > start:
            marks += [
                Mark(kind, start, length)
                for tag, kind in (("w:b", "bold"), ("w:strike", "struck"), ("w:dstrike", "struck"))
                if _on(properties.find(qn(tag)), qn)
            ]
    return Passage("".join(texts), None, marks, place).stripped()


_CONTROLS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def _on(switch: Any, qn: Any) -> bool:
    return switch is not None and switch.get(qn("w:val")) not in ("0", "false", "off", "none")


def _lines(passage: Passage) -> list[Passage]:
    lines, at = [], 0
    for line in passage.text.split("\n"):
        if line.strip():
            lines.append(passage.part(at, at + len(line)))
        at += len(line) + 1
    return lines
