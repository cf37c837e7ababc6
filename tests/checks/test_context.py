"""Cycles, labels and owners' groups, as the rules read them from a document's context."""

import pytest

from okr_lint.checks.cycle import parse_cycle
from okr_lint.checks.labels import numbers_of, renumbered
from okr_lint.linter import Linter
from okr_lint.settings import Settings


@pytest.mark.parametrize(
    ("text", "length", "year"),
    [
        ("2026 Q3", "quarter", 2026),
        ("2026年第三季度", "quarter", 2026),
        ("FY26 H1", "half", 2026),
        ("2025 下半年", "half", 2025),
        ("2026 年度", "year", 2026),
        ("FY2026", "year", 2026),
        ("2025-2026", "year", 2026),
        ("2026 年 5 月", "month", 2026),
        ("Spring", None, None),
    ],
)
def test_a_cycle_tells_its_length_and_its_last_year(text: str, length: str | None, year: int | None) -> None:
    assert parse_cycle(text) == (length, year)


def test_numbers_of_labels() -> None:
    assert numbers_of("KR2.1") == (2, 1)
    assert numbers_of("关键结果 2-1") == (2, 1)
    assert numbers_of("目标十二") == (12,)
    assert numbers_of("O３") == (3,)
    assert numbers_of("Objective") == ()
    assert renumbered("KR2.1", (1, 3)) == "KR1.3"


def test_owners_are_counted_apart() -> None:
    one = (
        "## O{n}: 让第 {n} 食堂的街坊吃上热饭\n\n- KR1: 等候从 25 分钟缩短到 {n} 分钟\n- KR2: 退餐率从 9% 降到 {n}%\n\n"
    )
    two = "".join("# 负责人:" + owner + "\n\n" + "".join(one.format(n=n) for n in (1, 2)) for owner in ("甲", "乙"))
    alone = "".join(one.format(n=n) for n in (1, 2, 3, 4))
    linter = Linter(Settings(select=("S301",)))
    assert [f.code for f in linter.check_text(alone).findings] == ["S301"]
    assert linter.check_text(two).findings == []
