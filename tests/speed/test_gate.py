"""A gate against slower code that no clock is asked for: function calls for 200 fixed statements.

Calls of Python and C functions are counted (``cProfile``), which is the same on every run and machine. The
count may move with honest work; whoever raises the limit says why in the commit.
"""

from __future__ import annotations

import cProfile

import pytest
from fixed_statements import document

from okr_lint.linter import Linter

STATEMENTS = 200
MOST_CALLS_PER_STATEMENT = 1400


def calls(linter: Linter, data: bytes) -> int:
    profile = cProfile.Profile()
    profile.runcall(linter.check_bytes, data, "gate.json")
    return sum(entry.callcount for entry in profile.getstats())


@pytest.fixture(scope="module")
def counts() -> list[int]:
    linter = Linter()
    data = document()
    assert sum(1 for _ in linter.check_bytes(data, "gate.json").document.statements()) == STATEMENTS  # type: ignore[union-attr]
    for _ in range(2):  # tables and automata are made when enough was read
        linter.check_bytes(data, "gate.json")
    return [calls(linter, data) for _ in range(2)]


def test_the_count_is_deterministic(counts: list[int]) -> None:
    assert abs(counts[0] - counts[1]) <= counts[0] // 200


def test_the_count_stays_below_the_limit(counts: list[int]) -> None:
    assert counts[1] / STATEMENTS <= MOST_CALLS_PER_STATEMENT


@pytest.mark.parametrize("times", [4])
def test_cost_grows_with_the_text_and_no_faster(counts: list[int], times: int) -> None:
    """Counted in calls: four times the sets cost at most four and a half times as much."""
    import json

    one = json.loads(document())
    many = {"objectives": [
        {**okr, "objective": f"{okr['objective']} {n}"} for n in range(times) for okr in one["objectives"]
    ]}  # fmt: skip
    linter = Linter()
    data = json.dumps(many, ensure_ascii=False).encode()
    linter.check_bytes(data, "gate.json")
    assert calls(linter, data) <= counts[1] * times * 1.125
