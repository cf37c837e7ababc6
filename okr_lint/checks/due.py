"""When a wording is due: the last day that it names, and how long what it names lasts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from okr_lint.language.normal import normalise

LAST = 31  # as the day of a month that names none: only the order counts
_HAN = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"十一": 11, "十二": 12, "上": 1, "下": 2}
_ORDINAL = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NAMES = {name: n for n, name in enumerate(_MONTHS.split("|"), 1)}
_NAME = rf"({_MONTHS})[a-z]{{0,6}}"
_DAY = r"([0-3]?[0-9])"
_EARLY = ("early", "start", "beginning", "初", "上旬")
_MIDDLE = ("mid", "middle", "中", "中旬")


class Due(NamedTuple):
    """The last day, as far as it is told, and its wording.

    Attributes:
        year: None where nobody names one.
        months: how long what is named lasts (a quarter: 3); 0 for a day or for a part of a month.
        ends: whether the wording itself speaks of the end of what it names ("end of May", 5月底).
    """

    year: int | None
    month: int
    day: int
    text: str
    months: int = 0
    ends: bool = True

    @property
    def earliest(self) -> tuple[int | None, int, int]:
        """Year, month and day by which it may be due already: "by May" may mean the first of May."""
        if self.ends or not self.months:
            return self.year, self.month, self.day
        return self.year, self.month - self.months + 1, 1


@lru_cache(maxsize=1024)
def due(wording: str, year: int | None = None) -> Due | None:
    """The last day of a wording ("by Q3", "6月底前", "2026-06-30"); None where it names none (a season, "next month").

    Args:
        year: the year that holds where the wording names none.
    """
    text, patterns = normalise(wording), _patterns()
    ends = bool(patterns["ends"].search(text))
    if match := patterns["full"].search(text):
        day = match.group(3)
        part = _part(text)
        last = int(day) if day else {1: 10, 2: 20, 3: LAST}[part]
        return Due(int(match.group(1)), int(match.group(2)), last, wording, 0 if day or part < 3 else 1, ends)
    if match := patterns["year"].search(text):
        year = int(match.group(1) or 2000 + int(match.group(2) or match.group(3)))
    part = _part(text)
    month = _month(text, patterns, part)
    if month is None and match:
        month = {1: (1, LAST, 0), 2: (6, LAST, 0), 3: (12, LAST, 12)}[part]
    return Due(year, month[0], month[1], wording, month[2], ends) if month and 1 <= month[0] <= 12 else None


def _part(text: str) -> int:
    """1, 2 or 3: the early, middle or last part of what is named."""
    return 1 if any(word in text for word in _EARLY) else 2 if any(word in text for word in _MIDDLE) else 3


def _month(text: str, patterns: Mapping[str, Any], part: int) -> tuple[int, int, int] | None:
    """Month, day, and how many months what is named lasts."""
    rest = {1: 10, 2: 20, 3: LAST}[part]
    if match := patterns["month"].search(text):
        return _number(match.group(1)), int(match.group(2) or rest), 0 if match.group(2) or part < 3 else 1
    if match := patterns["named"].search(text):
        day = match.group(1) or match.group(3)
        return _NAMES[match.group(2)], int(day or rest), 0 if day or part < 3 else 1
    if match := patterns["slash"].search(text):
        first, second = int(match.group(1)), int(match.group(2))
        return (first, second, 0) if first <= 12 else (second, first, 0)
    for name, months in (("quarter", 3), ("half", 6)):
        if match := patterns[name].search(text):
            number = _number(next(group for group in match.groups() if group))
            begin = (number - 1) * months
            return begin + {1: 1, 2: (months + 1) // 2, 3: months}[part], LAST, months if part == 3 else 0
    if patterns["middle"].search(text):
        return 6, LAST, 0
    return (12, LAST, 12) if patterns["end"].search(text) else None


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
        "ends": r"\bend\b|\bclose\b|\beo[yqm]\b|[底末内]",
    }
    return {name: re2.compile(form) for name, form in forms.items()}
