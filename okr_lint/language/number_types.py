"""One number as written, before its part in the sentence is known."""

from __future__ import annotations

from typing import NamedTuple


class Number(NamedTuple):
    """A number with its unit.

    Attributes:
        start, end: range with currency sign, magnitude and unit.
        value: in units of ``unit`` (1.2亿 is 120000000), or None where masked.
        unit: as written, or None.
        kind: "percent", "time", "money", "count", "latin", "multiple" (翻番, double: a change by its
            nature), "share" (a half of, 三成), "rank", "score" or "" for a bare number.
        masked: hidden by the author.
        more: "+", 多 or 余 follows.
        change: +1 or -1 where the word itself says up or down (翻番, halve), else 0.
        article: a count of one that reads as an article.
    """

    start: int
    end: int
    value: float | None
    unit: str | None = None
    kind: str = ""
    masked: bool = False
    more: bool = False
    change: int = 0
    article: bool = False
