"""Many ranges, asked which of them lie around or within another: by bisection, so that long texts stay linear."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Ranges:
    """Ranges of a text, in any order, which may overlap."""

    __slots__ = ("_furthest", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def cover(self, start: int, end: int) -> bool:
        """Whether one of them holds all of the given range."""
        at = bisect_right(self._starts, start)
        return at > 0 and self._furthest[at - 1] >= end

    def hold_inside(self, place: int) -> bool:
        """Whether the place lies inside one of them, at neither of its ends."""
        at = bisect_left(self._starts, place)
        return at > 0 and self._furthest[at - 1] > place

    def start_within(self, first: int, last: int) -> bool:
        """Whether one of them starts from ``first`` to ``last``, both included."""
        at = bisect_left(self._starts, first)
        return at < len(self._starts) and self._starts[at] <= last
