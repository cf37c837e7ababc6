"""The report as tables: CSV with a line for each finding, XLSX with sheets for teams, statements and findings."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TextIO

from okr_lint.reporters.overview import Overview, Row, score_of
from okr_lint.reporters.record import LEVELS

FINDINGS = (
    "team",
    "path",
    "line",
    "statement",
    "label",
    "text",
    "score",
    "severity",
    "code",
    "name",
    "message",
    "suggestion",
)
STATEMENTS = ("team", "path", "line", "statement", "label", "text", "score", "kind", "measurable", *LEVELS)
TEAMS = ("team", "objectives", "key_results", "score", *LEVELS)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_TEXT_LIMIT = 32_000  # of a cell in a workbook


def write_csv(figures: Overview, out: TextIO) -> None:
    """Write a line for each finding; a text that a spreadsheet would take for a formula is made plain with a '."""
    writer = csv.writer(out, lineterminator="\n")
    head, lines = _shown(FINDINGS, finding_lines(figures), figures)
    writer.writerow(head)
    for line in lines:
        writer.writerow([f"'{one}" if isinstance(one, str) and one.startswith(_FORMULA) else one for one in line])


def write_xlsx(figures: Overview, path: Path) -> None:
    """Write a workbook.

    Raises:
        ImportError: openpyxl (extra ``report``) is not installed.
        OSError: the file cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheets: list[tuple[str, Sequence[str], Iterator[list[Any]]]] = [
        ("Teams", TEAMS, team_lines(figures)),
        ("Statements", STATEMENTS, statement_lines(figures)),
        ("Findings", FINDINGS, finding_lines(figures)),
    ]
    for index, (title, all_columns, all_lines) in enumerate(sheets):
        head, lines = _shown(all_columns, all_lines, figures)
        sheet = book.active if index == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        sheet.append(list(head))
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for line in lines:
            sheet.append([_plain(one) for one in line])
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, str):
                    cell.data_type = "s"  # never a formula
        for column, name in enumerate(head, 1):
            sheet.column_dimensions[get_column_letter(column)].width = 60 if name in ("text", "message") else 16
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
    book.save(path)


def _shown(
    head: Sequence[str], lines: Iterator[list[Any]], figures: Overview
) -> tuple[Sequence[str], Iterator[list[Any]]]:
    """Columns and lines, without the score where there are to be no scores."""
    if figures.scored:
        return head, lines
    at = head.index("score")
    return [*head[:at], *head[at + 1 :]], ([*line[:at], *line[at + 1 :]] for line in lines)


def team_lines(figures: Overview) -> Iterator[list[Any]]:
    """A line for each team."""
    for team in figures.teams:
        yield [team.name, team.objectives, team.key_results, team.score, *(team.levels[level] for level in LEVELS)]


def statement_lines(figures: Overview) -> Iterator[list[Any]]:
    """A line for each objective and key result."""
    for row in figures.rows:
        if row.statement is None:
            continue
        labels = row.statement["labels"]
        kinds = [labels.get(name, {}).get("value", "") for name in ("kind", "measurable")]
        levels = [sum(finding["severity"] == level for finding in row.findings) for level in LEVELS]
        yield [*_where(row), *kinds, *levels]


def finding_lines(figures: Overview) -> Iterator[list[Any]]:
    """A line for each finding."""
    for row in figures.rows:
        for finding in row.findings:
            hint = next((one.get("text") or one["title"] for one in finding["suggestions"]), "")
            said = [finding[name] for name in ("severity", "code", "name", "message")]
            yield [*_where(row), *said, hint]


def _where(row: Row) -> list[Any]:
    statement = row.statement
    if statement is None:
        return [row.team, row.record["path"], None, "", "", "", None]
    line = statement["span"]["start"]["line"] if statement["span"] else statement.get("place")
    text = [statement["id"], statement["label"] or "", statement["text"]]
    return [row.team, row.record["path"], line, *text, score_of(statement)]


def _plain(value: Any) -> Any:
    """What a workbook can hold: no control characters, not too long."""
    if not isinstance(value, str):
        return value
    return "".join(char for char in value if char in "\t\n" or char >= " ")[:_TEXT_LIMIT]
