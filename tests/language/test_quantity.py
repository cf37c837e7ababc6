"""What the case files do not say: spans, non-targets, one scale for two numbers, hostile input."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okr_lint.language import analyse


def spans(text: str) -> list[str]:
    return [text[q.start : q.end] for q in analyse(text).quantities]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("次日留存从 32% 提升到 45%，成本不高于 80 元", ["32% 提升到 45%", "80 元"]),
        ("转化率提升到 45%（目前 32%）", ["45%"]),
        ("覆盖率 ８５％以上", ["８５％以上"]),
        ("Raise CSAT to 4.5/5 from 4.1 by May 1", ["4.5/5 from 4.1"]),
        ("Grow to $4.2M ARR", ["$4.2M"]),
    ],
)
def test_spans(text: str, written: list[str]) -> None:
    assert spans(text) == written


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("提供 24/7 支持", ["name"]),
        ("成为行业第一", ["ordinal"]),
        ("发布 v3.16", ["version"]),
        ("关闭 #123", ["label"]),
        ("建立一个社区", ["article"]),
        ("A 30-day plan", ["window"]),
        ("A team of 5", ["size"]),
        ("Up at 6:30", ["time"]),
        ("Serve the top 10 accounts", ["rank"]),
    ],
)
def test_non_targets_are_kept_apart(text: str, kinds: list[str]) -> None:
    analysis = analyse(text)
    assert [other.kind for other in analysis.non_targets] == kinds
    assert analysis.quantities == ()


def test_blanks_in_front_change_no_direction() -> None:
    plain, moved = (analyse(f"{front}improve 每周组织 3 场培训").quantities for front in ("", " \u3000 "))
    assert [one.direction for one in plain] == [one.direction for one in moved] == ["up"]


def test_a_range_keeps_both_ends() -> None:
    (quantity,) = analyse("年收入 10–15 万").quantities
    assert (quantity.target, quantity.upper) == (100_000, 150_000)


@settings(deadline=None)  # a busy machine is no fault
@given(st.text(alphabet="0123456789.,%从到至提升一二三百万亿xXnN[]_<>≥~-/→ abtofrom$人个前", max_size=80))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    analysis = analyse(text)
    for found in (*analysis.quantities, *analysis.non_targets, *analysis.dates, *analysis.owners):
        assert 0 <= found.start < found.end <= len(text)
    for one, two in zip(analysis.quantities, analysis.quantities[1:], strict=False):
        assert one.end <= two.start
    assert analysis.head is None or 0 <= analysis.head.start < analysis.head.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1,000",
        "一",
        "x",
        "x%",
        "从",
        "提升到",
        "a ",
        "[",
        "_",
        "1/",
        "1:",
        "by the end of ",
        "9月",
        "(",
        "@",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    def seconds(count: int) -> float:
        analysis = analyse(piece * count)
        start = time.process_time()
        _ = analysis.quantities, analysis.dates, analysis.owners, analysis.head, analysis.clauses
        return time.process_time() - start

    seconds(50)
    short = min(seconds(500) for _ in range(3))
    assert min(seconds(5000) for _ in range(2)) < 60 * max(short, 0.004)
