"""Ranges answer as a plain search through all of them would."""

from __future__ import annotations

import random

from okr_lint.language.ranges import Ranges


def test_as_a_plain_search() -> None:
    chosen = random.Random(7)
    for _ in range(200):
        some = [(start, start + chosen.randint(0, 9)) for start in chosen.choices(range(40), k=chosen.randint(0, 8))]
        ranges = Ranges(some)
        start, end = sorted(chosen.choices(range(50), k=2))
        assert ranges.cover(start, end) == any(a <= start and end <= b for a, b in some)
        assert ranges.hold_inside(start) == any(a < start < b for a, b in some)
        assert ranges.start_within(start, end) == any(start <= a <= end for a, _ in some)
