"""A baseline and a target in columns of their own count as if they stood in the sentence."""

from __future__ import annotations

import pytest

from okr_lint import Linter
from okr_lint.linter import FileResult, understand
from okr_lint.memory import Memory
from okr_lint.readers import read_text

ENGLISH = """Objective,Key Result,Baseline,Target
Guests come back,Guests who book again within a month,21%,30%
,Talk to suppliers,,
"""
CHINESE = """目标,关键结果,起始值,目标值
让住客愿意再来,一个月内再次预订的住客比例,21%,30%
,和供应商沟通,,
"""


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_columns_make_a_key_result_measurable(text: str) -> None:
    result = Linter().check_text(text, format="csv")
    assert _measurable(result, "O1/KR1") == "metric"
    assert _measurable(result, "O1/KR2") == "none"
    assert result.scores["O1/KR1"].total > 70
    assert {f.code for f in result.findings if f.statement == "O1/KR1"}.isdisjoint({"K201", "K202", "K203"})


def test_the_same_text_with_and_without_numbers_is_remembered_apart() -> None:
    memory = Memory()
    with_numbers, without = ENGLISH, ENGLISH.replace("21%,30%", ",")
    first, second = (understand(read_text(text, "a.csv", "csv"), memory) for text in (with_numbers, without))
    share = [one.labels["O1/KR1"]["measurable"].probabilities["metric"] for one in (first, second)]
    assert share[0] > 0.9 > share[1]


def _measurable(result: FileResult, statement: str) -> object:
    return result.labels[statement]["measurable"].value
