"""What kind of table this is, by its heads and cells: OKRs, grades, a form, versions, columns that are to be rows."""

from __future__ import annotations

import re

from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.labels import KEY_RESULT, OBJECTIVE, OTHER, label_at
from okr_lint.readers.lines import ends
from okr_lint.readers.passage import Passage

_NUMBERS_ONLY = late(r"(?:o|kr)?[ #\-]?\d{1,2}(?:[.\-]\d{1,2}){1,2}|one|two|three|four|five|six|[一二三四五六七八九十]")
_OUTCOMES = "result|results|actual|outcome|score|grade|结果|結果|实际|實際|实际结果|达成|達成|完成情况|得分|打分"
_CAME_OF_IT = frozenset(_OUTCOMES.split("|"))
_VERSIONS = frozenset(("version", "rev", "revision", "版本", "版本号", "修订", "版次"))
_DAYS = frozenset(("date", "日期", "时间", "修订日期", "更新日期"))
_BRACKETS = late(r" ?[(（\[【][^()（）\[\]【】]{0,40}[)）\]】]")
_GRADE = late(r"(?:[01]?[.,]\d{1,3}|[01]|\d{1,3} ?%|\d{1,2}/\d{1,2}|n/?a|[-–—])")
_NAME = 16  # characters of a name that stands for a statement


def grades_by_number(rows: list[list[Passage]]) -> bool:
    """Whether the first column names statements by their numbers alone, and the next one tells what came of them."""
    head = [fold(cell.text).strip() for cell in rows[0]]
    if len(head) < 2 or len(rows) < 3 or head[1] not in _CAME_OF_IT:
        return False
    names = [fold(row[0].text).strip() for row in rows[1:] if row[0].text]
    return bool(names) and all(_NUMBERS_ONLY.fullmatch(name) for name in names)


def is_history(head: list[Passage]) -> bool:
    """Whether a table lists the versions of a page: what it says of objectives is what was changed."""
    names = {fold(cell.text).strip(" :*") for cell in head}
    return bool(names & _VERSIONS) and bool(names & _DAYS)


def holds_both(rows: list[list[Passage]]) -> bool:
    """Whether a table has a column for objectives and one for key results, or labelled ones of both in its cells."""
    roles = {section_role(cell.text) for cell in rows[0]} if rows else set()
    if OBJECTIVE in roles and KEY_RESULT in roles:
        return True
    labels = [label for row in rows[1:] for cell in row[:4] if cell.text and (label := label_at(cell.text, ends(cell)))]
    stated = any(label.role == OBJECTIVE and label.number and label.separated for label in labels)
    return stated and any(label.role == KEY_RESULT and label.number for label in labels)


def is_tally(rows: list[list[Passage]]) -> bool:
    """Whether a table has nothing but figures beside short names of what stands elsewhere: grades by person."""
    body = [row for row in rows[1:] if any(cell.text for cell in row)]
    if len(body) < 2 or len(rows[0]) < 2:
        return False
    names = [row[0].text for row in body]
    figures = [cell.text for row in body for cell in row[1:] if cell.text]
    short = all(name and len(name) <= _NAME and not any(map(str.isdecimal, name.lstrip("OoKkRr"))) for name in names)
    return short and len(figures) >= len(body) and all(_GRADE.fullmatch(text) for text in figures)


def is_transposed(head: list[Passage]) -> bool:
    """Whether every column but the first stands under a bare label of an objective: then columns are to be rows."""
    labels = [label_at(cell.text) for cell in head[1:] if cell.text]
    bare = [
        la for la, cell in zip(labels, (c for c in head[1:] if c.text), strict=True) if la and la.body >= len(cell.text)
    ]
    return len(bare) > 1 and len(bare) == len(labels) and all(la.role == OBJECTIVE and la.number for la in bare)


def has_owners_as_heads(rows: list[list[Passage]]) -> bool:
    """Whether each column is somebody's: labels in the first one, names above the others."""
    heads = [cell.text for cell in rows[0]]
    if (
        len(heads) < 3
        or heads[0]
        or not all(heads[1:])
        or any(column_role(cell) or label_at(cell.text) for cell in rows[0])
    ):
        return False
    labels = [label_at(row[0].text) for row in rows[1:] if row[0].text]
    bare = [
        label.role for label, row in zip(labels, rows[1:], strict=False) if label and label.body >= len(row[0].text)
    ]
    first = next((row for row in rows[1:] if row[0].text), rows[0])
    return bare.count(OBJECTIVE) == 1 and KEY_RESULT in bare and sum(len(cell.text) > 8 for cell in first[1:]) > 1


def is_form(rows: list[list[Passage]]) -> bool:
    """Whether the first of two columns names what stands beside it, from the first row on."""
    if max(len(row) for row in rows) != 2 or len(rows[0]) != 2 or column_role(rows[0][1]) or not rows[0][1].text:
        return False
    names = [row[0].text for row in rows]
    named = [section_role(name) or label_at(name) or field_named(name) for name in names]
    return len(rows) > 1 and sum(map(bool, named)) * 4 >= len(rows) * 3 and bool(named[0])


def column_role(cell: Passage) -> str | None:
    """What a column holds, by its head: a role, a field, or neither."""
    if not cell.text or len(cell.text) > 60:
        return None
    role = section_role(cell.text)
    if role == OTHER or role is None or fold(cell.text).strip() in ("score", "status", "progress"):
        bare = _BRACKETS.sub("", cell.text)
        parts = [part for part in re.split(r"[/|&\n]", bare) if part.strip()]
        return field_named(cell.text) or next(
            (name for part in parts if (name := section_role(part) or field_named(part))), role
        )
    return role
