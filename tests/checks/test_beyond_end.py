"""K222 speaks of a deadline behind the end of the cycle, and of nothing else."""

from __future__ import annotations

import pytest

from okr_lint.linter import Linter
from okr_lint.model import Document, KeyResult, Objective, Source
from okr_lint.settings import Settings

# cycle | key result: due behind the end of the cycle
BEHIND_ZH = """
2026 Q1 | 5 月底前上线自助退货
2026 Q1 | 2026 年 5 月底前上线自助退货
2026 Q1 | 最迟 6 月底全部门店换新招牌
2026 Q1 | 不晚于 2026 年 8 月签下 3 家经销商
2026Q1 | 到 2026 年底活跃商户达到 300 家
2026 上半年 | 9月底前新系统覆盖 12 个仓库
2026年上半年 | 九月底前新系统覆盖 12 个仓库
上半年 | 9 月底前新系统覆盖 12 个仓库
上半年 | 年底前新系统覆盖 12 个仓库
H1 | 三季度末前新系统覆盖 12 个仓库
2026 H1 | 第三季度末投诉量降到 40 件以内
第二季度 | 12月末库存周转天数降到 35 天
2026 年 4-6 月 | 8 月中旬前完成 20 家客户回访
2026.01-2026.03 | 2026-06-30 前完成全部迁移
2026年第三季度 | 2026年12月31日前通过等保测评
2026年Q3 | 11 月 20 日前验收 4 条产线
2026 Q3 | 截至 12 月 31 日，付费会员达到 5000 人
2026 Q3 | 到年底付费会员达到 5000 人
2026 Q3 | 付费会员在年底前达到 5000 人
2026 Q3 | 2027 年 3 月前付费会员达到 5000 人
2026 Q2 | 赶在 9 月底前把培训做完 6 场
2026 年度 | 2027 年 6 月底前拿到两张许可
2026年 | 2027年底前网点增加到 60 个
2026 全年 | 2027 年二季度末前网点增加到 60 个
2026年5月 | 7月底前清理完历史工单
5月 | 7月底前清理完历史工单
2026 Q1 | 6 月上线会员小程序
2026 Q1 | Q3 上线会员小程序
2026 Q1 | 下半年末前上线会员小程序
二季度 | 四季度末前上线会员小程序
FY26 | 2028 年底前网点增加到 60 个
2026 Q1 | 5月15日前上线会员小程序
2026 Q1 | 上线会员小程序（5 月 15 日前）
"""
SILENT_ZH = """
2026 Q1 | 3 月底前上线自助退货
2026 Q1 | 4 月 1 日前上线自助退货
2026 Q1 | 4 月前上线自助退货
2026 Q1 | 一季度末上线自助退货
2026 Q1 | Q1 末上线自助退货
2026 上半年 | 6 月底前新系统覆盖 12 个仓库
2026 上半年 | 7 月 1 日前新系统覆盖 12 个仓库
2026 上半年 | 年中前新系统覆盖 12 个仓库
上半年 | 二季度末新系统覆盖 12 个仓库
2026 年度 | 年底前新系统覆盖 12 个仓库
2026 年度 | 四季度末新系统覆盖 12 个仓库
2026 年度 | 12 月 31 日前新系统覆盖 12 个仓库
年度 | 年底前新系统覆盖 12 个仓库
FY26 Q1 | 6 月底前新系统覆盖 12 个仓库
FY2026 | 2027 年 3 月底前新系统覆盖 12 个仓库
2026 财年 | 2027 年 3 月底前新系统覆盖 12 个仓库
2026 Q1 | FY26 年底前新系统覆盖 12 个仓库
2026 Q1 | 12 月底到期的合同续签率达到 90%
2026 Q1 | 9 月底前到期的租约全部续签
2026 Q1 | 年底以后的订单预订量达到 200 单
2026 Q1 | 6 月起执行的新标准培训覆盖 100 人
2026 Q1 | 库存比 2025 年底下降 20%
2026 Q1 | 客诉量较去年底下降 30%
2026 Q1 | 自 2025 年 12 月底以来的逾期款收回 80%
2026 Q1 | 拿下 618 大促的 3 个主会场坑位
2026 Q1 | 双十一前备货能力提升到 3 万单
2026 Q1 | 春节前完成 20 场拜访
2026 Q1 | 明年 3 月底前完成 20 场拜访
2026 Q4 | 3 月底前完成 20 场拜访
2026 Q1 | 下季度末前完成 20 场拜访
2026 Q1 | 发布到 2030 年的碳中和路线图
2026 Q1 | 发布 2030 年底前碳中和的行动方案
2026 Q1 | 签下 5 份至 2028 年底的供货合同
2026 Q1 | 秋季学期排课冲突降到 5 起
2026 Q1 | 6 月的发布会报名人数达到 500 人
2026 Q1 | 下半年预算一次通过
2026 Q1 | 完成 2027 年规划评审
2026 Q1-Q2 | 6 月底前上线自助退货
2026年1月-6月 | 6 月底前上线自助退货
2026 Q3 | 自助退货占比从 12% 提升到 40%
2025-2026 学年 | 2026 年 6 月底前完成 12 节公开课
2025年9月-2026年2月 | 1 月底前完成 12 节公开课
2026 | 年底前完成 12 节公开课
第四季度 | 12 月底前完成 12 节公开课
2026 冬季 | 12 月底前完成 12 节公开课
民国115年 | 年底前完成 12 节公开课
2026 Q2 | 新品 7 月毛利率预订口径达到 35%
2026 Q2 | 本季度末完成 12 节公开课
2026 Q2 | 今年完成 12 节公开课
2026 Q2 | 五年内退货率降到 1%
2026 Q2 | 六个月内流失客户降到 20 家
2026 Q2 | 半年内流失客户降到 20 家
"""
BEHIND_EN = """
Q1 2026 | Launch the returns page by May 2026
Q1 2026 | Launch the returns page by May
Q1 2026 | By May 2026, 80% of shops use the new till
Q1 2026 | Launch the returns page by the end of Q2
Q1 2026 | Launch the returns page by Q3
Q1 2026 | Launch the returns page no later than June 30
Q1 2026 | Launch the returns page on or before 15 May 2026
Q1 2026 | Launch the returns page by 2026-05-31
Q1 2026 | Launch the returns page (May 2026)
Q1 2026 | Launch the returns page (by 31 May)
Q1 2026 | Launch the returns page by end of June, with 500 users
Q1 2026 | Launch the returns page by end of June and train 40 clerks
Q1 2026 | Launch in Peru in May 2026
Q1 2026 | Open the night school in June
Q1 | Churn falls from 5% to 3% by June
Q1 | Churn falls from 5% to 3% by year-end
H1 | Churn falls from 5% to 3% by the end of Q3
H1 2026 | Churn falls from 5% to 3% by September 2026
H1 2026 | Churn falls from 5% to 3% by the end of the year
H1 2026 | Churn falls from 5% to 3% by EOY
2026 Q2 | Sign 12 tenants by mid-September
2026 Q2 | Sign 12 tenants before October
2026 Q2 | Sign 12 tenants by 9/15
2026 Q2 | Sign 12 tenants by 2028
2026 | Sign 12 tenants by March 2027
2026 | Sign 12 tenants by the end of Q1 2027
Jan-Jun 2026 | Sign 12 tenants by September
April 2026 | Sign 12 tenants by end of June
May 2026 | Sign 12 tenants by end of July
FY26 | Sign 12 tenants by the end of 2028
Q3 2026 | NPS reaches 50 by December
Q3 2026 | NPS reaches 50 by Christmas and churn 2% by the end of December
Q3 2026 | By end of November 12 branches have a ramp
2026 first half | NPS reaches 50 by September 30
"""
SILENT_EN = """
Q1 2026 | Launch the returns page by March 31
Q1 2026 | Launch the returns page by April
Q1 2026 | Launch the returns page by April 1
Q1 2026 | Launch the returns page by Q2
Q1 2026 | Launch the returns page by the end of the quarter
Q1 2026 | Launch the returns page by end of Q1
H1 2026 | Launch the returns page by July 1
H1 2026 | Launch the returns page by mid-year
2026 | Launch the returns page by year-end
2026 | Launch the returns page by December 31
2026 | Launch the returns page by 2027
FY26 Q1 | Launch the returns page by June
FY26 | Launch the returns page by March 2027
Q1 2026 | Launch the returns page by the end of FY26
Q1 2026 | Renew all leases that end by December
Q1 2026 | Renew 40 contracts expiring by December 2026
Q1 2026 | Win back 30 customers whose trial ends by June
Q1 2026 | Publish a roadmap to net zero by 2030
Q1 2026 | Publish a plan to halve waste by December
Q1 2026 | Board approves a strategy for doubling exports by 2028
Q1 2026 | Be ready for the audit by the June release
Q1 2026 | Tickets sold for the May 2026 concert grow from 200 to 900
Q1 2026 | Sell 400 tickets for the show in May
Q1 2026 | Publish the story of the flood in June 1953
Q1 2026 | Guests in May 2026 who book early rise from 20 to 90
Q1 2026 | Launch in Peru in March
Q1 2026 | Bookings for July rise from 40 to 120
Q1 2026 | Pipeline for Q3 grows to 2 million euros
Q1 2026 | 2027 budget approved by the board
Q1 2026 | Funding secured until December 2026
Q1 2026 | Complaints fall by 20% versus December 2025
Q1 2026 | Complaints fall by 20% since October 2025
Q1 2026 | 12 suppliers certified, effective from June 2026
Q1 2026 | Capacity of 30,000 orders a day ready by Black Friday
Q1 2026 | 40 branches ready for the summer season
Q1 2026 | Churn falls from 5% to 3% by next year
Q1 2026 | Churn falls from 5% to 3% by the end of next quarter
Q4 2026 | Churn falls from 5% to 3% by March
Q4 2026 | Churn falls from 5% to 3% by January
Q1-Q2 2026 | Churn falls from 5% to 3% by June 30
Jan-Jun 2026 | Churn falls from 5% to 3% by the end of Q2
Spring 2026 | Churn falls from 5% to 3% by the end of May
2025-2026 | Churn falls from 5% to 3% by June 2026
Summer term 2026 | 12 lessons observed by the end of July
Q2 | Churn falls from 5% to 3% by June 30
H2 | Churn falls from 5% to 3% by December
Q1 2026 | Grow by 2030 users
Q1 2026 | May Day rally draws 400 people
Q1 2026 | Step by step guide read by 300 users
Q1 2026 | Sign-ups for the June marathon reach 400 in March
Q1 2026 | Customers on the 2025 price list fall from 300 to 20
Q1 2026 | Accounts created before June 2026 keep their price
Q1 2026 | Cash at year-end above 2 million
Sprint 12 | Launch the returns page by May
Q1 2026 | Share of interns starting after June who accept early reaches 80%
"""


def _cases(table: str) -> list[tuple[str, str]]:
    rows = [line.split(" | ") for line in table.strip().splitlines()]
    return [(cycle, text) for cycle, text in rows]


def _said(cycle: str, *texts: str, source: str = "") -> list[str]:
    document = Document("case", "json", Source(source))
    objective = Objective("Customers come back on their own" if texts[0].isascii() else "让老客户自己回来")
    objective.key_results = [KeyResult(text) for text in texts]
    document.objectives.append(objective)
    document.context.cycle = cycle
    document.number()
    found = Linter(Settings(select=("K222",))).check_document(document).findings
    return [finding.message for finding in found]


@pytest.mark.parametrize(("cycle", "text"), _cases(BEHIND_ZH + BEHIND_EN.lstrip()))
def test_due_behind_the_end(cycle: str, text: str) -> None:
    assert len(_said(cycle, text)) == 1


@pytest.mark.parametrize(("cycle", "text"), _cases(SILENT_ZH + SILENT_EN.lstrip()))
def test_silent(cycle: str, text: str) -> None:
    assert _said(cycle, text) == []


def test_there_are_enough_cases() -> None:
    assert len(_cases(BEHIND_ZH + SILENT_ZH.lstrip())) >= 60
    assert len(_cases(BEHIND_EN + SILENT_EN.lstrip())) >= 60


def test_a_cycle_that_no_deadline_fits_is_counted_otherwise() -> None:
    assert _said("Q1", "Launch the shop by May", "Sign 12 tenants by June") == []
    assert len(_said("Q1", "Launch the shop by March", "Sign 12 tenants by June")) == 1


def test_a_document_with_fiscal_years_is_left_alone() -> None:
    assert len(_said("Q1 2026", "Launch the shop by May")) == 1
    assert _said("Q1 2026", "Launch the shop by May", source="# Q1 2026 (FY26)\n") == []


def test_a_deadline_handed_down_is_said_once() -> None:
    text = "# Q1 2026\n\n## O1: Customers come back\n\n- KR1: Sales reach 300\n- KR2: Churn falls to 2%\n"
    document = Linter().read_text(text, "case.md", "markdown")
    document.objectives[0].context.deadline = "2026-12-31"
    document.number()
    found = Linter(Settings(select=("K222",))).check_document(document).findings
    assert [finding.statement for finding in found] == ["O1/KR1"]
