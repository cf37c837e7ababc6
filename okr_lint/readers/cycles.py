"""Cycles that people name: "2026 Q2", "第二季度", "FY26 H1"."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold

_QUARTERS = r"[qh][1-4](?: ?[-–~至] ?[qh][1-4])?"
_FISCAL = r"fy ?(?:20)?\d\d"
_FULL = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_MONTHS = rf"(?:{_FULL}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_TO = r" ?(?:[-–—~～至到]|to) ?"
CYCLE = late(
    # months of a year: "2026年4-6月", "2026.04–2026.06", "Jan-Jun 2026"
    rf"20\d\d ?年 ?\d{{1,2}} ?月?{_TO}(?:20\d\d ?年 ?)?\d{{1,2}} ?月|20\d\d[./-]\d{{1,2}}{_TO}20\d\d[./-]\d{{1,2}}|"
    rf"{_MONTHS}{_TO}{_MONTHS},? 20\d\d|"
    # a part of a year behind it; 民國 counts from 1912
    rf"(?:20\d\d|{_FISCAL}|(?:民[国國])?1[01]\d ?年|\d\d) ?(?:年)?[ \-./]?(?:{_QUARTERS}|"
    r"第?[一二三四1-4]季度?|[上下]半年|[春夏秋冬]季(?:学期|學期)?|(?:spring|summer|fall|autumn|winter)|"
    r"s[12])(?:季度)?|"
    rf"{_QUARTERS}(?:[ \-./]?(?:20\d\d|{_FISCAL}))?|20\d\d年?(?:度)?|"
    r"第[一二三四]季度?|[上下]半年|双月|\d{1,2}月(?:份)?|"
    r"(?:(?:early|late) )?(?:spring|summer|fall|autumn|winter)(?: semester| term)? 20\d\d|"
    rf"{_MONTHS} 20\d\d|{_FULL}|{_FISCAL}"
)


def cycle_in(text: str) -> str | None:
    """A cycle named in a heading, title or file name ("2026 Q2", "第二季度", "FY26 H1"), or None."""
    low = fold(text)
    best: str | None = None
    at = 0
    while m := CYCLE.search(low, at):
        at = max(m.end(), at + 1)
        if _runs_on(low, m.start() - 1, m.start()) or _runs_on(low, m.end() - 1, m.end()):
            continue
        if best is None or len(m.group()) > len(best):
            best = text[m.start() : m.end()]
    return best


def _runs_on(low: str, left: int, right: int) -> bool:
    """Whether a letter or digit of a word stands on both sides of a border: 年 and what follows it are two words."""
    sides = low[left:right], low[right : right + 1]
    return left >= 0 and all(side.isascii() and side.isalnum() for side in sides)
