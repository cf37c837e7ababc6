"""What a title says about the OKRs below it: cycle, team, owner."""

from __future__ import annotations

import pytest

from okr_lint.checks.cycle import parse_cycle
from okr_lint.checks.period import Period, period
from okr_lint.linter import Linter
from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.read import read_text
from okr_lint.readers.titles import title_context


@pytest.mark.parametrize(
    ("title", "cycle"),
    [
        ("便民服务中心2026年OKR", "2026年"),
        ("Press office – Q3 FY2026", "Q3 FY2026"),
        ("FY27 OKRs", "FY27"),
        ("三廠 116年第二季 OKR", "116年第二季"),
        ("配送部OKR(2026年7-9月)", "2026年7-9月"),
        ("Chemistry lab OKRs, Apr-Sep 2026", "Apr-Sep 2026"),
        ("Fall semester 2026", "Fall semester 2026"),
        ("初一年级组 2026 秋季学期 OKR", "2026 秋季学期"),
        ("冷链组 OKR(2026.7-2026.9)", "2026.7-2026.9"),
        ("Hotel kitchen – 2026 summer season", "2026 summer"),
        ("ISO 27001 for all", None),
        ("Marvel at what we can do", None),
    ],
)
def test_cycles_in_titles(title: str, cycle: str | None) -> None:
    assert cycle_in(title) == cycle


@pytest.mark.parametrize(
    ("cycle", "months", "length"),
    [
        ("116年第二季", Period(2027 * 12 + 3, 2027 * 12 + 6), "quarter"),
        ("2026年7-9月", Period(2026 * 12 + 6, 2026 * 12 + 9), "quarter"),
        ("Apr-Sep 2026", Period(2026 * 12 + 3, 2026 * 12 + 9), "half"),
        ("2026.04–2026.06", Period(2026 * 12 + 3, 2026 * 12 + 6), "quarter"),
    ],
)
def test_how_long_they_are(cycle: str, months: Period, length: str) -> None:
    parsed = parse_cycle(cycle)
    assert period(cycle) == months
    assert parsed is not None and parsed.length == length


@pytest.mark.parametrize(
    ("title", "team", "owner"),
    [
        ("Harbour office – OKRs Q2 2026", "Harbour office", None),
        ("配送组 2026 Q2 OKR", "配送组", None),
        ("客戶成功部 2026 Q2 OKR", "客戶成功部", None),
        ("OKR 2026 Q3:配送组", "配送组", None),
        ("My OKRs for 2026", None, "me"),
        ("我的 OKR 2026 下半年", None, "我"),
        ("培训学院 2026 年上半年 OKR", "培训学院", None),
        ("算法组 OKR(2026.7-2026.9)— 负责人 高远", "算法组", None),
        ("Harbour OKRs, H2 2026 — CTO: Ann Lee", "Harbour", None),
        ("Hotel kitchen – 2026 summer season", "Hotel kitchen", None),
        ("OKRs 2026", None, None),
        ("Our OKRs", None, None),
        ("Company OKRs 2026", None, None),
        ("公司2026年OKR", None, None),
        ("How to write OKRs", None, None),
        ("OKR 模板", None, None),
        ("2026 Q1 目标——让客户满意", None, None),
        ("Open two shops by Q3 2026", None, None),
        ("Visitors stay longer by Q3 2026", None, None),
        ("Harbour office", None, None),
        ("Harbour office – review of Q2 2026", None, None),
    ],
)
def test_names_in_titles(title: str, team: str | None, owner: str | None) -> None:
    said = title_context(title)
    assert (said.team, said.owner) == (team, owner)


_BODY = """
O1: Guests come back
KR1: Share of returning guests from 20% to 35%
KR2: Complaints a week from 14 to 5
"""


@pytest.mark.parametrize(
    ("path", "title", "team", "cycle"),
    [
        ("okr.txt", "Harbour office OKRs / 2026 H1", "Harbour office", "2026 H1"),
        ("okr.md", "# Harbour office – Q1 FY2026", "Harbour office", "Q1 FY2026"),
        ("okr.txt", "配送中心2026年OKR", "配送中心", "2026年"),
    ],
)
def test_they_hold_for_all_below(path: str, title: str, team: str, cycle: str) -> None:
    document = read_text(title + "\n" + _BODY, path)
    assert {(one.context.team, one.context.cycle) for one in document.objectives} == {(team, cycle)}
    codes = {finding.code for finding in Linter().check_document(document).findings}
    assert not codes & {"K206", "K207"}


@pytest.mark.parametrize(
    ("title", "owner"),
    [
        ("冷链组 OKR — 负责人 高远", "高远"),
        ("Harbour OKRs — CTO: Ann Lee", "Ann Lee"),
        ("冷链组 OKR(负责人:高远)", "高远"),
    ],
)
def test_whoever_a_title_names_owns_what_stands_below(title: str, owner: str) -> None:
    document = read_text(f"# {title}\n{_BODY}", "okr.md")
    assert {one.context.owner for one in document.objectives} == {owner}


def test_a_count_behind_with_is_no_second_number() -> None:
    document = read_text(
        "# OKR 2026\n\n## O1 让货走得快\n- KR1 缺货率从 9% 降到 3%\n- KR2 与 3 家海外仓建立合作\n", "okr.md"
    )
    assert [one.label for one in document.objectives[0].key_results] == ["KR1", "KR2"]


def test_a_blank_beside_a_result_makes_no_report_of_the_list() -> None:
    text = "# OKR 2026\n\nO1: Guests come back\n KR1 5 bookings from abroad\n KR2 TBD\n"
    document = read_text(text, "okr.txt")
    assert [one.text for one in document.objectives[0].key_results] == ["5 bookings from abroad"]
