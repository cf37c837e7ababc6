"""A cycle's wording as months, as far as it can be told: do two cycles overlap?"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from okr_lint.language.normal import normalise

_WORDS = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2, "first": 1, "second": 2, "third": 3, "fourth": 4}
_MONTHS = {
    name: n
    for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}


class Period(NamedTuple):
    """Months since year 0, ``end`` exclusive; ``fiscal`` years may begin anywhere."""

    start: int
    end: int
    fiscal: bool = False

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a month in common; a fiscal and a calendar cycle may always have one."""
        if self.fiscal != other.fiscal:
            return True
        return self.start < other.end and other.start < self.end


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    import re2

    return {
        "minguo": re2.compile(r"(?:^|[^0-9])(1[01][0-9])\s?年"),  # 民國: 115年 is 2026
        "year": re2.compile(r"(20[0-9]{2})|(?:^|[^a-z0-9])(fy|')\s?(?:20)?([0-9]{2})(?:[^0-9]|$)"),
        "date": re2.compile(r"(20[0-9]{2})[-/.年]([0-9]{1,2})(?:[^0-9]|$)"),
        "quarter": re2.compile(
            r"q\s?([1-4])|([1-4])\s?q|第?([一二三四1-4])\s?个?季|(first|second|third|fourth|[1-4])(?:st|nd|rd|th)?\s(?:fiscal\s)?quarter"
        ),
        "half": re2.compile(
            r"h\s?([12])(?:[^0-9]|$)|([12])\s?h(?:[^a-z]|$)|([上下])半年|(first|second|[12])(?:st|nd)?\shalf"
        ),
        "month": re2.compile(r"([0-9]{1,2})\s?月|年\s?([0-9]{1,2})\s?[-–—~至到]"),
        "named": re2.compile(r"(?:^|[^a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"),
    }


@lru_cache(maxsize=1024)
def period(cycle: str | None) -> Period | None:
    """The months of a cycle ("2026 Q3", "2026年上半年", "FY26 H1", two dates); None where they cannot be told."""
    if not cycle:
        return None
    text, patterns = normalise(cycle), _patterns()
    dates = [int(m.group(1)) * 12 + int(m.group(2)) - 1 for m in patterns["date"].finditer(text)]
    if len(dates) >= 2:
        return Period(min(dates), max(dates) + 1)
    years, fiscal = set(), "财年" in text or "fiscal" in text
    for match in patterns["year"].finditer(text):
        fiscal = fiscal or match.group(2) == "fy"
        years.add(int(match.group(1) or 2000 + int(match.group(3))))
    years |= {1911 + int(match.group(1)) for match in patterns["minguo"].finditer(text)} if not years else set()
    if not years:
        return None
    first, last = min(years) * 12, max(years) * 12
    if len(years) > 1:
        return Period(first, last + 12, fiscal)
    for name, length in (("quarter", 3), ("half", 6), ("month", 1)):
        numbers = [_number(m) for m in patterns[name].finditer(text)]
        if numbers and min(numbers) > 0 and max(numbers) * length <= 12:
            return Period(first + (min(numbers) - 1) * length, first + max(numbers) * length, fiscal)
    named = [_MONTHS[m.group(1)] for m in patterns["named"].finditer(text)]
    if named:
        return Period(first + min(named) - 1, first + max(named), fiscal)
    return Period(first, first + 12, fiscal)


def _number(match: Any) -> int:
    said = next(group for group in match.groups() if group)
    return _WORDS[said] if said in _WORDS else int(said)
