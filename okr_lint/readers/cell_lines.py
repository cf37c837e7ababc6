"""The statements of one cell: by its labels, its "1）… 2）…", its bullets, or its lines."""

from __future__ import annotations

from okr_lint.lean_dataclasses import replace
from okr_lint.patterns import late
from okr_lint.readers.labels import Label, label_at
from okr_lint.readers.lines import ends
from okr_lint.readers.passage import Passage
from okr_lint.readers.series import enumeration, labels_in

_BULLET = late(r"(?:[-*+•·●▪◦○■□◆▶►➤–—](?!\d)|[(（]?\d{1,2}[)）、.．](?!\d)|[①-⑳])[ \t]{0,4}")
_END = late(r"\r\n|\r|\n")


def label_in(cell: Passage) -> Label | None:
    """The label at the start of a cell, with its place in the source."""
    label = label_at(cell.text, ends(cell)) if cell.text else None
    return _placed(label, cell) if label is not None else None


def _placed(label: Label, cell: Passage) -> Label:
    return replace(label, span=cell.span(label.start, label.end))


def statements_of(cell: Passage) -> list[tuple[Passage, Label | None]]:
    """Each statement with its label; lines that go on from a labelled or marked one stay with it."""
    text = cell.text
    found = labels_in(text)
    if found and found[0].start <= 12:
        stops = [label.start for label in found[1:]] + [len(text)]
        return [(cell.part(la.body, stop), _placed(la, cell)) for la, stop in zip(found, stops, strict=True)]
    lines = lines_of(cell)
    if len(lines) > 1:
        marked = [begins(line) for line in lines]
        if marked[0] and sum(marked) > 1:
            return [_labelled(part) for part in _gathered(cell, lines, marked)]
        if not any(marked):
            return [_labelled(line) for line in lines]
    parts = enumeration(text)
    if parts and parts[0][0] <= 4:
        return [_labelled(cell.part(start, end)) for start, end in parts]
    return [_labelled(cell)]


# The other way to part a cell, for tables in running text, where lines are often no more than a wrapped sentence.
def split_cell(cell: Passage) -> list[tuple[Passage, Label | None]]:
    """The statements of one cell: by its labels, its "1）… 2）…", or its lines."""
    text = cell.text
    found = labels_in(text)
    if found and found[0].start <= 12:
        stops = [label.start for label in found[1:]] + [len(text)]
        return [(cell.part(la.body, stop), _placed(la, cell)) for la, stop in zip(found, stops, strict=True)]
    lines = lines_of(cell)
    labelled = [_labelled(line) for line in lines] if len(lines) > 1 else []
    if labelled and all(label for _, label in labelled):
        return labelled
    label = label_in(cell)
    if label and label.body < len(text):
        return [(cell.part(label.body, len(text)), label)]
    parts = enumeration(text)
    if parts and parts[0][0] <= 4:
        return [(cell.part(start, end), None) for start, end in parts]
    if len(lines) > 1 and sum(mark.kind == "block" for mark in cell.marks) == len(lines):
        return [(line, None) for line in lines]  # paragraphs or list items of their own
    if (
        len(lines) > 1
        and all(len(line.text) > 5 for line in lines)
        and sum(line.text.rstrip()[-1] in "。.;；" or line.text[0] in "-•·*" for line in lines) * 2 > len(lines)
    ):
        return [(line, None) for line in lines]
    return [(cell, None)]


def lines_of(cell: Passage) -> list[Passage]:
    """The lines of a cell that are not empty; one that ends in a comma goes on in the next."""
    lines, at = [], 0
    for match in _END.finditer(cell.text):
        if cell.text[at : match.start()].rstrip().endswith((",", "，", "、")):
            continue
        lines.append(cell.part(at, match.start()))
        at = match.end()
    lines.append(cell.part(at, len(cell.text)))
    return [line for line in lines if line.text]


def begins(line: Passage) -> bool:
    """Whether a line begins with a label or a bullet."""
    return label_at(line.text, ends(line)) is not None or bool(
        (m := _BULLET.match(line.text)) and m.end() < len(line.text)
    )


def _gathered(cell: Passage, lines: list[Passage], marked: list[bool]) -> list[Passage]:
    """Lines with the unmarked ones after them."""
    starts, at = [], 0
    for line, begins in zip(lines, marked, strict=True):
        at = cell.text.index(line.text, at)  # lines are consecutive parts of the cell
        if begins:
            starts.append(at)
        at += len(line.text)
    return [cell.part(low, high) for low, high in zip(starts, [*starts[1:], len(cell.text)], strict=True)]


def _labelled(part: Passage) -> tuple[Passage, Label | None]:
    label = label_in(part)
    if label is None and (bullet := _BULLET.match(part.text)) and bullet.end() < len(part.text):
        part = part.part(bullet.end(), len(part.text))
        label = label_in(part)
    if label is not None and label.role in ("objective", "key_result") and label.body < len(part.text):
        return part.part(label.body, len(part.text)), label
    return part, None
