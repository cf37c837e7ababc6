"""The cycle that a document gives, as far as a rule needs it: how long it is and in which year it ends."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import re2

from okr_lint.checks.period import period

_YEAR = re2.compile(r"(20[0-9]{2})|(?:fy|'|’)\s?([0-9]{2})(?:[^0-9]|$)")
_MONTH = re2.compile(r"[0-9]{1,2}\s?月|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|双月")
_QUARTER = re2.compile(r"q\s?[1-4]|[1-4]\s?q|季|quarter")
_HALF = re2.compile(r"h\s?[12]|[12]\s?h|半年|half|semester|学期")
_SEASON = re2.compile(r"(?:spring|summer|fall|autumn|winter|term)[^0-9]*20[0-9]{2}")
_RANGE = re2.compile(r"[-–—~～至到]|\sto\s")
_YEARLY = re2.compile(r"年度|全年|annual|year|fy|20[0-9]{2}|年")


class Cycle(NamedTuple):
    """``length`` is "month", "quarter", "half" or "year" (None: not told); ``year`` where it ends, or None."""

    length: str | None
    year: int | None


@lru_cache(maxsize=256)
def parse_cycle(text: str | None) -> Cycle | None:
    """The cycle that a context's wording gives ("2026 Q3", "2026年度", "FY26 H1"); None without one."""
    if not text:
        return None
    folded = text.lower()
    years = [int(m.group(1)) if m.group(1) else 2000 + int(m.group(2)) for m in _YEAR.finditer(folded)]
    if _RANGE.search(folded) and (months := period(text)) is not None and not _QUARTER.search(folded):
        spans = ((1, "month"), (3, "quarter"), (6, "half"))
        length = next((name for most, name in spans if months.end - months.start <= most), "year")
        return Cycle(length, (months.end - 1) // 12)
    lengths = (
        (_HALF, "half"),
        (_QUARTER, "quarter"),
        (_SEASON, "quarter"),
        (_MONTH, "month"),
        (_YEARLY, "year"),
    )
    for pattern, length in lengths:
        if pattern.search(folded):
            return Cycle(length, max(years, default=None))
    return Cycle(None, max(years, default=None))
