"""CSV and TSV text -> rows of cells with exact places; the delimiter is found, nothing is refused.

Own scanner, as the csv module knows no offsets. Linear: a quotation mark that is never closed is an
ordinary character, and a file holds at most one of those.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from okr_lint.model import Source, Span, TextMap
from okr_lint.patterns import late
from okr_lint.readers.limits import MAX_CELLS, error_at
from okr_lint.readers.passage import Passage

DELIMITERS = (",", "\t", ";", "|", "，")
_SEPARATOR_LINE = late(r"sep=(.)\r?\n", re.I)
_SPECIAL = late(r'""|[ \t]{0,40}(?:\r\n|\r|\n)[ \t]{0,40}')  # what a quoted cell shows otherwise than written
_SAMPLE_ROWS = 30
_EMPTY = Passage("", TextMap(()))  # what a cell without text is; nobody writes to it


def rows(source: Source, delimiter: str, start: int = 0, quoted: list[Span] | None = None) -> Iterator[list[Passage]]:
    """The rows from an offset on, cells stripped of white space; empty lines are empty rows.

    ``quoted`` is given the places of cells in quotation marks: edits there are written otherwise.

    Raises:
        ReadError: more cells than the limit.
    """
    text, at, count = source.text, start, 0
    bare = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    row: list[Passage] = []
    ends = (delimiter, "\n", "\r")
    while at < len(text):
        begin = at
        if text[at] in ends:
            row.append(_EMPTY)
        else:
            cell, at = _cell(text, at, bare)
            row.append(cell)
        if quoted is not None and at > begin and text[begin:at].lstrip(" ").startswith('"'):
            quoted.append(Span(begin, at))
        count += 1
        if count > MAX_CELLS:
            raise error_at(source, at, f"more than {MAX_CELLS:,} cells; split the file")
        if text[at : at + 1] == delimiter:
            at += 1
            if at >= len(text):
                row.append(_EMPTY)
            continue
        yield row
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
    if row:
        yield row


def _cell(text: str, at: int, bare: re.Pattern[str]) -> tuple[Passage, int]:
    while text[at : at + 1] == " ":
        at += 1
    if text[at : at + 1] == '"' and (close := _closing(text, at + 1)) >= 0:
        runs, seen, low = [], [], at + 1
        for special in _SPECIAL.finditer(text, at + 1, close):
            shown = '"' if special.group() == '""' else "\n"
            seen += [text[low : special.start()], shown]
            runs += [(special.start() - low, low, special.start() - low), (1, special.start(), len(special.group()))]
            low = special.end()
        seen.append(text[low:close])
        runs.append((close - low, low, close - low))
        rest = bare.match(text, close + 1)
        assert rest is not None
        if rest.group().strip():  # "quoted" and more: what follows belongs to the cell
            seen.append(rest.group())
            runs.append((len(rest.group()), close + 1, len(rest.group())))
        return Passage("".join(seen), TextMap.join(runs)).stripped(), rest.end()
    match = bare.match(text, at)
    assert match is not None
    return Passage.verbatim(match.group(), at).stripped(), match.end()


def _closing(text: str, at: int) -> int:
    """The quotation mark that closes a cell, or -1."""
    while (found := text.find('"', at)) >= 0:
        if text[found + 1 : found + 2] != '"':
            return found
        at = found + 2
    return -1


def sniff(source: Source, known: Callable[[list[Passage]], int]) -> tuple[str, int]:
    """The delimiter, and where the table begins.

    A delimiter is right where it makes column heads that are known, else where rows come out with
    the same number of cells. ``sep=;`` in the first line decides.
    """
    if match := _SEPARATOR_LINE.match(source.text):
        return match.group(1), match.end()
    sample = Source(source.text[:60_000])
    best, best_score = ",", (0, 0.0)
    for delimiter in DELIMITERS:
        found = []
        for row in rows(sample, delimiter):
            found.append(row)
            if len(found) >= _SAMPLE_ROWS:
                break
        widths = [len(row) for row in found if any(cell.text for cell in row)]
        usual = max(set(widths), key=widths.count, default=1)
        steady = widths.count(usual) / len(widths) if usual > 1 else 0.0
        score = (max((known(row) for row in found), default=0), steady)
        if score > best_score:
            best, best_score = delimiter, score
    return best, 0
