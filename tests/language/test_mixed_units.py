"""Amounts whose larger and smaller units stand side by side: 1 亿 3 千万."""

from __future__ import annotations

import pytest

from okr_lint.language import analyse

CASES = [
    ("GMV 达到 1 亿 3 千万", "1 亿 3 千万", 130_000_000),
    ("收入达到 1亿3千万元", "1亿3千万元", 130_000_000),
    ("收入达到 2 亿 500 万元", "2 亿 500 万元", 205_000_000),
    ("收入达到 1 亿零 300 万元", "1 亿零 300 万元", 103_000_000),
    ("新增 1 万 2 千名用户", "1 万 2 千名", 12_000),
    ("新增 3万五千人", "3万五千人", 35_000),
    ("新增 2 千 5 百户", "2 千 5 百户", 2_500),
    ("新增 2 万 3 千多户", "2 万 3 千多户", 23_000),
    ("營收達到 1 億 3 千萬", "1 億 3 千萬", 130_000_000),
]


@pytest.mark.parametrize(("text", "shown", "value"), CASES)
def test_one_amount(text: str, shown: str, value: float) -> None:
    (quantity,) = analyse(text).quantities
    assert text[quantity.start : quantity.end] == shown
    assert quantity.target == value


def test_both_ends_of_a_change() -> None:
    (quantity,) = analyse("成本从 3 万 2 千降到 2 万 8 千").quantities
    assert (quantity.baseline, quantity.target) == (32_000, 28_000)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("覆盖 1 万 3 个社区", [10_000, 3]),
        ("收入 100 万 20 万", [1_000_000, 200_000]),
        ("收入 3 万，5 千", [30_000, 5_000]),
        ("订单 3 万一年内到手", [30_000]),
        ("收入 1.2 亿", [120_000_000]),
        ("预算 2 million 500 seats", [2_000_000, 500]),
    ],
)
def test_amounts_that_only_stand_side_by_side(text: str, values: list[float]) -> None:
    targets = [q.target for q in analyse(text).quantities]
    assert targets[: len(values)] == values
