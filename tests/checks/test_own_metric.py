"""The metric that a key result names itself, and the suggestions that keep it."""

from __future__ import annotations

import pytest

from okr_lint.checks.builtin.key_result_metric import names_metric_only, own_metric
from okr_lint.language import analyse
from okr_lint.linter import Linter


@pytest.mark.parametrize(
    ("text", "metric", "down"),
    [
        ("会员续约率大幅提升", "会员续约率", False),
        ("住户满意度明显提升", "住户满意度", False),
        ("力争住户投诉量有所下降", "住户投诉量", True),
        ("用水量減少", "用水量", True),
        ("Improve month-3 retention significantly", "month-3 retention", False),
        ("Clinic waiting time", "Clinic waiting time", True),
        ("所有维修工单 100% 当天响应", None, False),
        ("Publish the price list", None, False),
        ("召开 2 次住户会", None, False),
        ("All tenants renew on time", None, False),
    ],
)
def test_metrics_as_written(text: str, metric: str | None, down: bool) -> None:
    own = own_metric(analyse(text))
    assert (own.text, own.down) == (metric, down) if own else metric is None


def test_a_metric_alone_is_told_from_a_sentence() -> None:
    assert names_metric_only(analyse("Clinic waiting time"))
    assert not names_metric_only(analyse("Clinic waiting time falls"))


def _said(key_result: str, objective: str = "Tenants stay with us") -> dict[str, tuple[str, list[str]]]:
    text = f"# OKRs 2026 Q2 (owner: Ann)\n\n## O1: {objective}\n\n- KR1: {key_result}\n- KR2: 4 open days\n"
    found = Linter().check_text(text).findings
    return {f.code: (f.message, [s.text or "" for s in f.suggestions]) for f in found if f.statement == "O1/KR1"}


def test_what_is_only_a_metric_is_no_work() -> None:
    said = _said("Volunteer waiting time")
    assert "K202" not in said
    assert said["K201"][0] == '"Volunteer waiting time" is the name of a metric; it does not say what to reach'
    assert said["K201"][1] == ["Cut volunteer waiting time from ⟨baseline⟩ to ⟨target⟩"]


def test_the_authors_metric_leaves_no_room_for_others() -> None:
    assert _said("住户满意度明显提升", "让住户愿意续租")["K201"][1] == ["将住户满意度从⟨现值⟩提升到⟨目标值⟩"]


def test_a_verb_that_lowers_gives_its_direction() -> None:
    assert _said("尽量减少返修", "让住户愿意续租")["K201"][1][0].endswith("降到⟨目标值⟩")


@pytest.mark.parametrize(
    ("key_result", "word"),
    [
        ("Cut repair cost by 20%", "of what?"),
        ("Raise the renewal rate by 20%", "relative or percentage points"),
        ("维修周期缩短 30%", "没有说从多少算起"),
        ("续租率提升 20%", "相对提升还是百分点"),
    ],
)
def test_points_are_asked_for_only_where_there_can_be_any(key_result: str, word: str) -> None:
    assert word in _said(key_result)["K205"][0]


@pytest.mark.parametrize("key_result", ["维修工单数量比2025年减少60%", "Save $40,000"])
def test_a_start_that_is_said_or_nothing_is_not_asked_for(key_result: str) -> None:
    assert "K205" not in _said(key_result)


def test_a_metric_with_its_target_in_a_column_is_measured() -> None:
    text = "# OKR 2026 Q2\n\n| O | KR | 负责人 | 起点 | 目标 |\n|---|---|---|---|---|\n"
    text += "| 让新店站得住 | 人效 | 罗敏 | 2.1万/月 | 2.6万/月 |\n| | 新店回本周期 | 罗敏 | 26个月 | 18个月 |\n"
    assert "K201" not in {finding.code for finding in Linter().check_text(text).findings}


@pytest.mark.parametrize(
    ("key_result", "metric"),
    [("力争库存周转更快", "将库存周转从"), ("Data accuracy is significantly better", "Raise data accuracy from")],
)
def test_what_stands_before_a_degree_is_named_without_hedge_and_copula(key_result: str, metric: str) -> None:
    assert _said(key_result)["K201"][1][0].startswith(metric)


def test_a_piece_of_a_sentence_is_no_metric() -> None:
    assert own_metric(analyse("Collaborate closely with sales")) is None


def test_what_somebody_wants_is_no_hedge_of_the_author() -> None:
    text = "# OKR 2026 Q2\n\n## O1: 律师能找到想要的先例\n\n- KR1: 检索成功率从 60% 提升到 85%\n"
    assert "O108" not in {finding.code for finding in Linter().check_text(text).findings}
