"""Cycles that people name: "2026 Q2", "第二季度", "FY26 H1"."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold

CYCLE = late(
    r"(?:20\d\d|fy ?\d\d(?:\d\d)?|\d\d) ?(?:年)?[ \-./]?(?:[qh][1-4](?: ?[-–~至] ?[qh][1-4])?|"
    r"第?[一二三四1-4]季度?|[上下]半年|"
    r"s[12])(?:季度)?|[qh][1-4](?: ?[-–~至] ?[qh][1-4])?(?:[ \-./]?(?:20\d\d|fy ?\d\d))?|20\d\d年?(?:度)?|"
    r"第[一二三四]季度|[上下]半年|双月|\d{1,2}月(?:份)?|(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)(?: 20\d\d)?"
)


def cycle_in(text: str) -> str | None:
    """A cycle named in a heading, title or file name ("2026 Q2", "第二季度", "FY26 H1"), or None."""
    low = fold(text)
    best: str | None = None
    at = 0
    while m := CYCLE.search(low, at):
        at = max(m.end(), at + 1)
        before, after = low[m.start() - 1 : m.start()], low[m.end() : m.end() + 1]
        if (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum()):
            continue
        if best is None or len(m.group()) > len(best):
            best = text[m.start() : m.end()]
    return best
