"""Names of persons and teams are found by how they stand, and are blanked before anything reads the statement."""

from __future__ import annotations

import pytest

from okr_lint.language import analyse

NAMED = [
    (
        "⟦唐军⟧拜访 40 家经销商",
        "⟦李优化⟧带领的客服组首次解决率升到 85%",
        "与⟦张全面⟧共同完成切换",
        "⟦卓越⟧组把转化率提升到 30%",
    ),
    ("⟦闭环⟧小队将恢复时间压到 10 分钟", "协助 ⟦Will⟧ 做好季度盘点", "⟦玛丽亚·冈萨雷斯⟧的大客户续约率达到 92%"),
    ("⟦Chase⟧ brings in 20 new sponsors", "⟦Xiulan⟧ closes 5 deals", "The ⟦Improve⟧ team hires a second tester"),
    ("Support Mr. ⟦Best⟧ with the budget", "Keep Team ⟦Progress⟧ supplied", "Make ⟦Destiny⟧'s school a second home"),
    ("⟦Growth⟧ squad ships the CSV import", "⟦Sue and Frank⟧ agree on a price list", "⟦Tuấn⟧ keeps the shop in order"),
]
NO_NAMES = [
    "提升团队能力", "优化组织架构", "为提升团队战斗力组织 3 场培训", "高效完成交付", "全面上线新版系统",
    "和客户一起打磨产品", "周平均时长降到 2 小时",
    "优化小组分工", "加强部门协作", "凌晨的告警都有人接", "负责的项目按期交付",
    "Improve team plans", "Support tickets a week fall to 20", "Chase overdue invoices", "Mark tickets as done",
    "Design and Build a new site", "Will reduce churn to 4%", "Raise NPS in Germany", "Customer visits rise by 10%",
    "Every squad watches a session", "Grow Net Promoter Score", "Increase Customer Satisfaction And Team Happiness",
]  # fmt: skip


@pytest.mark.parametrize("marked", [one for group in NAMED for one in group])
def test_a_name_is_found(marked: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    analysis = analyse(text)
    assert [text[slice(*name)] for name in analysis.names] == [text[start:end]]
    assert len(analysis.normal) == len(text) and analysis.folded[start:end] not in analysis.normal
    assert not any(hit.start < end and hit.end > start for hit in analysis.hits)


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_is_read(text: str) -> None:
    assert analyse(text).names == ()
    assert analyse(text).normal == analyse(text).folded


def test_owners_are_still_found() -> None:
    assert [one.name for one in analyse("由王磊负责上线新版").owners] == ["王磊"]
    assert [one.name for one in analyse("上线新版 @李娜").owners] == ["李娜"]


@pytest.mark.parametrize("text", ["Hạn keeps the tool shop in order", "Tomasz Wiśniewski's shop opens"])
def test_a_letter_with_marks_is_part_of_the_word(text: str) -> None:
    """The n of "Hạn" was taken for a number still to be filled in (F006)."""
    assert analyse(text).quantities == ()
