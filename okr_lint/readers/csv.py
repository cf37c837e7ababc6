"""CSV and TSV -> Document, with exact places."""

from __future__ import annotations

from bisect import bisect_right

from okr_lint.model import Document, Source, Span
from okr_lint.readers.columns import heads_known
from okr_lint.readers.csv_cells import rows, sniff
from okr_lint.readers.table import Sheet, read_sheets


def read(source: Source, path: str) -> Document:
    """The objectives and key results of one table.

    Raises:
        ReadError: larger than the limits; CSV has no syntax errors.
    """
    document = Document(path, "csv", source)
    delimiter, start = sniff(source, heads_known)
    quoted: list[Span] = []
    read_sheets([Sheet("", list(rows(source, delimiter, start, quoted)))], document)
    starts = [span.start for span in quoted]
    for statement in document.statements():
        if statement.span is not None:
            index = bisect_right(starts, statement.span.start) - 1
            if index >= 0 and statement.span.end <= quoted[index].end:
                statement.quoting = "csv"
    return document
