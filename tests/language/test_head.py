"""The verb that carries a statement."""

from __future__ import annotations

import pytest

from okr_lint.language import analyse


@pytest.mark.parametrize(
    ("text", "word", "verb_class"),
    [
        ("完成会员系统重构", "完成", "output"),
        ("通过社群运营，提升复购率到 30%", "提升", "outcome"),
        ("在 9 月底前上线小程序", "上线", "output"),
        ("首日完成下单的用户占比达到 60%", "达到", "outcome"),
        ("将平均等待时间缩短至 5 分钟", "缩短至", "outcome"),
        ("努力做好客户服务", "努力", "hedge"),
        ("保持系统稳定运行", "保持", "upkeep"),
        ("组织 4 场读书会", "组织", "activity"),
        ("优化用户体验", "优化", "empty"),
        ("我们将发布新版客户端", "发布", "output"),
        ("Q3 完成仓库搬迁", "完成", "output"),
        ("投诉量下降三成", "下降", "outcome"),
        ("Launch the mobile app", "Launch", "output"),
        ("We will launch the mobile app", "launch", "output"),
        ("By May, ship the exporter", "ship", "output"),
        ("In Q3, hire four engineers", "hire", "output"),
        ("Reduced churn to 3%", "Reduced", "outcome"),
        ("Increasing signups by 20%", "Increasing", "outcome"),
        ("Try to improve morale", "Try to", "hedge"),
        ("Continue to support sales", "Continue", "upkeep"),
        ("Interview 20 customers", "Interview", "activity"),
        ("Improve the docs", "Improve", "empty"),
        ("Median wait drops from 25 minutes to 10", "drops", "outcome"),
        ("All services migrated to the new cluster", "migrated", "output"),
        ("Users can export invoices", "export", "output"),
    ],
)
def test_head(text: str, word: str, verb_class: str) -> None:
    head = analyse(text).head
    assert head is not None
    assert (head.word, head.verb_class) == (word, verb_class)
    assert text[head.start : head.end] == word


@pytest.mark.parametrize(
    "text", ["宣传册排版", "首页点击率 4% → 6%", "NPS ≥ 50", "New logo", "Price list v2", "", "。"]
)
def test_noun_phrases_have_no_head(text: str) -> None:
    assert analyse(text).head is None
