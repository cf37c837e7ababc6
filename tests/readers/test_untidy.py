# ruff: noqa: E501  (documents are easier to read in one line)
"""Untidy documents: fields of sections, plain headings, broken lines, blanks, what stands beside OKRs."""

from __future__ import annotations

import pytest
from outcome import read

from okr_lint.model import Document


def said(document: Document) -> list[str]:
    return [line for o in document.objectives for line in (o.text, *(f"  {k.text}" for k in o.key_results))]


@pytest.mark.parametrize(("word", "first", "second"), [("Owner", "Jo", "Li"), ("负责人", "张三", "李四")])
@pytest.mark.parametrize("level", ["#", "##"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_field_below_a_heading_speaks_of_its_section(
    word: str, first: str, second: str, level: str, gap: str
) -> None:
    text = "# OKRs 2026 Q3\n\n" if level == "##" else ""
    for name, owner in (("Payments", first), ("Search", second)):
        text += f"{level} Team {name}\n{gap}{word}: {owner}\n{gap}{level}# O1: Shops love {name}\n{gap}"
        text += "- KR1: NPS from 30 to 50\n- KR2: Churn from 9% to 5%\n\n"
    document = read(text)
    assert [[k.context.owner for k in o.key_results] for o in document.objectives] == [[first] * 2, [second] * 2]
    assert [o.context.owner for o in document.objectives] == [first, second]


PLAIN = [
    ("# OKR\n## Make onboarding effortless for small teams\n- Activation rises from 30% to 45%\n- Setup falls from 3 days to 1\n",
     ["Make onboarding effortless for small teams", "  Activation rises from 30% to 45%", "  Setup falls from 3 days to 1"]),
    ("# 客服团队 OKR\n## 让新店主第一周就能独立开店\n1. 成功率从 40% 提升到 65%\n2. 求助量下降三成\n## 老客户愿意续费\n1. 续费率 85%\n",
     ["让新店主第一周就能独立开店", "  成功率从 40% 提升到 65%", "  求助量下降三成", "老客户愿意续费", "  续费率 85%"]),
    ("# 团队OKR（2026Q3）\n一、客户信任我们的答复\n1. 满意度从 70 到 85\n2. 首次响应从 8 小时到 1 小时\n二、员工愿意留下来\n1. 离职率从 20% 到 10%\n",
     ["客户信任我们的答复", "  满意度从 70 到 85", "  首次响应从 8 小时到 1 小时", "员工愿意留下来", "  离职率从 20% 到 10%"]),
    ("# 团队 OKR 2026Q3\n\n## 一、客户信任我们的答复\n1. 满意度从 70 到 85\n\n## 二、员工愿意留下来\n1. 离职率从 20% 到 10%\n",
     ["客户信任我们的答复", "  满意度从 70 到 85", "员工愿意留下来", "  离职率从 20% 到 10%"]),
    ("# Team goals and key results\n\n1\\. **Bakers sleep two hours longer**\n---\n\nWe'll know we succeeded when\n\n- night shifts fall from 5 to 2;\n"
     "- nobody starts before 4.\n", ["Bakers sleep two hours longer", "  night shifts fall from 5 to 2", "  nobody starts before 4."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_headings_and_lists_without_labels(text: str, expected: list[str]) -> None:
    assert said(read(text)) == expected


BROKEN = [
    ("markdown", "O1: Win shops over\nKR1: Orders rise from 30% to\n45% by September\nKR2: Setup falls from 3 days to 1\n"),
    ("text", "O1: Win shops over\nKR1: Orders rise from 30%\nto 45% by September\nKR2: Setup falls from 3 days to 1\n"),
    ("rst", "OKR\n===\n\nO1: Win shops over\n\n- KR1: Orders rise from 30%\n  to 45% by September\n- KR2: Setup falls from 3 days to 1\n"),
    ("text", "O1: Win shops over\n\n- KR1: Orders rise from 30% to\n  45% by September\n- KR2: Setup falls from 3 days to 1\n"),
]  # fmt: skip


@pytest.mark.parametrize(("format", "text"), BROKEN)
def test_short_lines_that_go_on(format: str, text: str) -> None:
    assert said(read(text, format)) == [
        "Win shops over", "  Orders rise from 30% to 45% by September", "  Setup falls from 3 days to 1",
    ]  # fmt: skip


def test_a_chinese_metric_goes_on_with_its_figures() -> None:
    text = "O1：让店主安心\nKR1：首周开店成功率\n从 40% 提升到 65%\nKR2：投诉降到 3 起\n"
    for format in ("markdown", "text"):
        assert said(read(text, format)) == ["让店主安心", "  首周开店成功率从 40% 提升到 65%", "  投诉降到 3 起"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("KR1: Orders from 3 to 5 (how do we count? Kim asks)", "Orders from 3 to 5"),
        ("KR1：塗裝全部交給小魚（怡君：這算 KR 嗎？）", "塗裝全部交給小魚"),
        ("KR1: Orders from 3 to 5 **0.4**", "Orders from 3 to 5"),
        ("KR1: Costs fall by **30%**", "Costs fall by 30%"),
        ("KR1: Orders from 3 to 5 (no score, dropped in May)", "Orders from 3 to 5"),
        ("KR1: Logs arrive in one place (0.6) -- the old server refuses", "Logs arrive in one place"),
        ("KR1: Rating of 4.3 on both platforms - stretch, Kim has doubts", "Rating of 4.3 on both platforms"),
        ("KR1：采购单由系统自动催交          信心 6/10（上周5）", "采购单由系统自动催交"),
        ("KR1：线上事故 0 起　　0.8 （一起擦边）", "线上事故 0 起"),
        ("KR1: Query time under 3 ms `@kim` `P1`", "Query time under 3 ms"),
        ("KR1: ~~Sell shirts at the fair~~ voted down (+3 / -6)", "Sell shirts at the fair"),
        ("\\*\\*KR1\\*\\* Orders from 3 to 5 \\[0.4\\]", "Orders from 3 to 5"),
        ("H2-KR1 Orders from 3 to 5", "Orders from 3 to 5"),
    ],
)
def test_what_stands_behind_and_in_front(line: str, text: str) -> None:
    document = read(f"# O1: Win shops over\n\n- {line}\n- KR2: Churn from 9% to 5%\n")
    assert said(document)[1] == f"  {text}"


@pytest.mark.parametrize(
    "blank",
    [
        "xxxx",
        "TODO",
        "还没想好……问问学长",
        "to be added by Finance",
        "待王总补充",
        "n/a (was: break-even)",
        "...?",
        "待定",
    ],
)
def test_blanks_are_no_key_results(blank: str) -> None:
    document = read(
        f"# O1: Win shops over\n\n- KR1: Churn from 9% to 5%\n- KR2: {blank}\n\nKim writes to all of them.\n"
    )
    assert said(document) == ["Win shops over", "  Churn from 9% to 5%"]


BESIDE = {
    "checks": "## Mid-quarter check 2023-02-10\n\n- O1: shops are slow\n- O2: no news\n",
    "watched": "## Things we watch but which are not goals\n\n- error rate below 0.5 %\n- alerts per week\n",
    "reading": "## Reading that has nothing to do with OKRs\n\n- a book on rivers\n- the spring issue\n",
    "daily": "每日打卡（6 月）\n\n- [x] 6.12 数学 4h\n- [ ] 6.13 数学 3h\n",
    "what did not": "**What didn't**\n\n- three objectives were too many\n- nobody owned 2 of them\n",
    "history": "## Versions\n\n| Version | Date | Change |\n|---|---|---|\n| 0.7 | 2022-02-11 | first |\n| 0.8 | 2022-02-25 | objective 2 reworded |\n",
    "grades": "#### Grades\n\n| KR | Result | Grade |\n|---|---|---|\n| 1.1 | 1.05M a second | 0.8 |\n| 1.2 | done | 1.0 |\n",
    "definitions": "## Words\n\n- **Objective** – belongs to a cycle and has an owner\n- **Key result** – belongs to an objective\n",
    "a look back": "#### 上半年回顾\n\n1. O1 大家都很拼\n2. O2 手册没人看\n",
}  # fmt: skip


@pytest.mark.parametrize("name", BESIDE)
def test_sections_beside_okrs(name: str) -> None:
    okrs = "# OKRs 2026 Q3\n\n## O1: Win shops over\n\n- KR1: Orders from 3 to 5\n\n## O2: Bakers sleep\n\n- KR1: Night shifts from 5 to 2\n\n"
    assert said(read(okrs + BESIDE[name])) == [
        "Win shops over", "  Orders from 3 to 5", "Bakers sleep", "  Night shifts from 5 to 2",
    ]  # fmt: skip


def test_numbered_chapters_are_no_key_results() -> None:
    text = "# OKR 手册\n\n## 1 什么是 OKR\n\n### 1.1 和 KPI 的区别\n\n不要写进两张表。\n\n### 1.2 几个误区\n\n1. 抄日常工作\n\n## 2 案例\n\n### 2.1 市场部\n\n> **O：让工厂第一个想到我们**\n>\n> - KR1：获得 120 条线索\n"
    assert said(read(text)) == ["让工厂第一个想到我们", "  获得 120 条线索"]


def test_words_alone_are_labels_over_key_results() -> None:
    text = "# Q4\n\n### Objective 从工具变成必备\n\n- KR1 用户 6 万\n\n### Objective Referral without spam\n\n- KR1 Reports under 0.2%\n"
    assert said(read(text)) == ["从工具变成必备", "  用户 6 万", "Referral without spam", "  Reports under 0.2%"]


def test_an_objective_of_a_table_is_no_title_of_what_follows() -> None:
    html = "<h2>OKR 2021</h2><table><tr><td>目标</td><td>关键结果</td><td>负责人</td></tr><tr><td>O1：渠道从零到一</td><td>KR1：进驻 15 家店</td><td>Kim</td></tr><tr><td>O2：团队别散</td><td>（暂无）</td><td>全体</td></tr></table><h3>明年</h3><p><b>O：口碑做到 4.8 分</b></p><ol><li>差评 24 小时内有人回</li><li>返修率低于 1.5%</li></ol>"
    assert said(read(html, "html")) == [
        "渠道从零到一", "  进驻 15 家店", "团队别散", "口碑做到 4.8 分", "  差评 24 小时内有人回", "  返修率低于 1.5%",
    ]  # fmt: skip


def test_a_cell_goes_on_behind_a_comma() -> None:
    text = "| 目标（O） | 关键结果（KR） | 责任人 |\n|---|---|---|\n| 社群有归属感 | 社群数由 80 增至 200 个，<br>其中日活群过半 | 小韩 |\n"
    assert len(read(text).objectives[0].key_results) == 1


def test_typed_goals_without_children_are_objectives() -> None:
    text = '{"goals": [{"type": "objective", "title": "Search finds what teachers mean", "children": []}], "labels": {"objective": "Objective", "key_result": "Key Result"}}'
    assert said(read(text, "json")) == ["Search finds what teachers mean"]


def test_ordinals_that_are_lifted_are_not_lost() -> None:
    text = "# 团队 OKR 2026Q3\n一、客户信任我们\n1. 满意度从 70 到 85\n2. 响应从 8 小时到 1 小时\n二、员工愿意留下来\n"
    document = read(text)
    assert "员工愿意留下来" in "".join([*said(document), *(left.text for left in document.leftovers)])
