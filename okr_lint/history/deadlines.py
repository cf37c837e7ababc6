"""When a statement is due: the last day of the deadline that it names, and whether it moved back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from okr_lint.checks.period import period
from okr_lint.language.normal import normalise

if TYPE_CHECKING:
    from okr_lint.history.changes import Said

_LAST = 31  # as the day of a month that names none: only the order counts
_HAN = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"十一": 11, "十二": 12, "上": 1, "下": 2}
_ORDINAL = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAMES = {name: n for n, name in enumerate(_MONTHS.split("|"), 1)}
_NAME = rf"({_MONTHS})[a-z]{{0,6}}"
_DAY = r"([0-3]?[0-9])"
_EARLY = ("early", "start", "beginning", "初", "上旬")
_MIDDLE = ("mid", "middle", "中", "中旬")


class Due(NamedTuple):
    """The last day, as far as it is told, and its wording; ``year`` is None where nobody names one."""

    year: int | None
    month: int
    day: int
    text: str


def moved_back(old: Said, new: Said) -> tuple[str, str] | None:
    """The first deadline that is later than before, in both wordings; None where none is."""
    before, after = _deadlines(old), _deadlines(new)
    if before and not after and new.cycle and (end := _end(new.cycle, before[0].year)):
        after = [end]  # the date is gone: what is left is the end of the cycle
    if len(before) != len(after):  # one came or went: the last one counts
        before, after = [max(before, key=_order)] if before else [], [max(after, key=_order)] if after else []
    for first, second in zip(before, after, strict=False):
        if _later(first, second):
            return first.text, second.text
    return None


def _later(first: Due, second: Due) -> bool:
    if first.year is None or second.year is None:  # of one year, as long as nobody says otherwise
        return (second.month, second.day) > (first.month, first.day)
    return _order(second) > _order(first)


def _order(due: Due) -> tuple[int, int, int]:
    return due.year or 0, due.month, due.day


def _deadlines(said: Said) -> list[Due]:
    """The deadlines of a statement's text and beside it; of an objective that names none, the end of its cycle.

    What a key result inherits is its objective's affair: it is said once.
    """
    text, dates = said.statement.text, said.analysis.dates
    chosen = [date for date in dates if date.kind == "deadline"] or list(dates)
    cycle = period(said.document.context.cycle) or period(said.cycle)
    year = cycle.start // 12 if cycle else None
    found = [due(text[date.start : date.end].strip(), year) for date in chosen]
    beside = said.statement.context.deadline
    if beside and (said.is_objective or beside != said.objective.context.deadline):
        found.append(due(beside.strip(), year))
    if said.is_objective and not any(found) and said.cycle:
        found.append(_end(said.cycle, year))
    return [one for one in found if one is not None]


def _end(cycle: str, year: int | None) -> Due | None:
    months = period(cycle)
    return Due((months.end - 1) // 12, (months.end - 1) % 12 + 1, _LAST, cycle) if months else due(cycle, year)


@lru_cache(maxsize=1024)
def due(wording: str, year: int | None = None) -> Due | None:
    """The last day of a wording ("by Q3", "6月底前", "2026-06-30"); None where it names none (a season, "next month").

    Args:
        year: the year that holds where the wording names none.
    """
    text, patterns = normalise(wording), _patterns()
    if match := patterns["full"].search(text):
        return Due(int(match.group(1)), int(match.group(2)), int(match.group(3) or _LAST), wording)
    if match := patterns["year"].search(text):
        year = int(match.group(1) or 2000 + int(match.group(2) or match.group(3)))
    part = 1 if any(word in text for word in _EARLY) else 2 if any(word in text for word in _MIDDLE) else 3
    month = _month(text, patterns, part)
    if month is None and match:
        month = {1: (1, _LAST), 2: (6, _LAST), 3: (12, _LAST)}[part]
    return Due(year, *month, wording) if month and 1 <= month[0] <= 12 else None


def _month(text: str, patterns: Mapping[str, Any], part: int) -> tuple[int, int] | None:
    """Month and day; ``part`` 1, 2 or 3: the early, middle or last part of what is named."""
    rest = {1: 10, 2: 20, 3: _LAST}[part]
    if match := patterns["month"].search(text):
        return _number(match.group(1)), int(match.group(2) or rest)
    if match := patterns["named"].search(text):
        return _NAMES[match.group(2)], int(match.group(1) or match.group(3) or rest)
    if match := patterns["slash"].search(text):
        first, second = int(match.group(1)), int(match.group(2))
        return (first, second) if first <= 12 else (second, first)
    for name, months in (("quarter", 3), ("half", 6)):
        if match := patterns[name].search(text):
            number = _number(next(group for group in match.groups() if group))
            begin = (number - 1) * months
            return begin + {1: 1, 2: (months + 1) // 2, 3: months}[part], _LAST
    if patterns["middle"].search(text):
        return 6, _LAST
    return (12, _LAST) if patterns["end"].search(text) else None


def _number(said: str) -> int:
    return _HAN.get(said) or _ORDINAL.get(said) or int(said)


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, Any]:
    import re2

    ordinal = "|".join(_ORDINAL)
    forms = {
        "full": r"(20[0-9]{2})\s?[-/.年]\s?(1[0-2]|0?[1-9])(?:\s?[-/.月]\s?" + _DAY + r")?(?:[^0-9]|$)",
        "year": r"(?:^|[^0-9])(20[0-9]{2})(?:[^0-9]|$)|(?:fy|cy|')\s?'?([0-9]{2})(?:[^0-9]|$)"
        r"|(?:^|[^0-9])([0-9]{2})\s?年",
        "month": r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月(?:份)?(?:\s?" + _DAY + r"\s?[日号]?)?",
        "named": rf"(?:{_DAY}(?:st|nd|rd|th)?\s(?:of\s)?)?\b{_NAME}\b\.?(?:\s{_DAY}(?:st|nd|rd|th)?(?:[^0-9]|$))?",
        "slash": r"(?:^|[^0-9/])([0-9]{1,2})/([0-9]{1,2})(?:[^0-9]|$)",
        "quarter": rf"q\s?([1-4])|([1-4])\s?q|第?([一二三四1-4])\s?个?季|\b({ordinal})\s(?:fiscal\s)?quarter",
        "half": rf"h\s?([12])(?:[^0-9]|$)|([上下])半年|\b({ordinal})\shalf",
        "middle": r"mid[-\s]?year|年中|middle of (?:the |this )?year",
        "end": r"year[-\s]end|eoy|(?:end|close) of (?:the |this )?(?:calendar )?year|年[底末]|全年|今年|年内|年度",
    }
    return {name: re2.compile(form) for name, form in forms.items()}
