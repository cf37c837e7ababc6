"""Lists that look back or say when something is done are no OKRs, and do not keep others from being read."""

import pytest
from outcome import check_rereading, read

OKRS = "# OKRs 2026 Q1\n\n- Bakers sleep longer\n    - Win 12 shops\n    - Halve the night shifts\n\n"
BESIDE = {
    "a look back": "## The bakery in winter\n\n* GOOD: hot ovens.\n* BAD: no flour in week 3.\n* TRY: a mill.\n",
    "a look back in Chinese": "## 冬天的面包房\n\n- 做得好：烤箱没坏过\n- 不足：第三周断过面粉\n- 尝试：第二家磨坊\n",
    "start, stop": "## Our bakery\n\n- Start: baking rye on Mondays\n- Stop: baking cakes\n- Continue: sourdough\n",
    "a calendar": "## Way\n\n1. Two weeks before it: drafts.\n2. First Monday: freeze.\n3. Last Friday: end.\n",
    "a calendar by name": "## Calendar\n\n- Drafts are due\n- Everybody scores\n",
    "a calendar in Chinese": "## 我们的节奏安排\n\n1. 季度开始前两周：写草稿\n2. 每月初：对进度\n3. 季度末：打分\n",
    "past cycles": "## Retrospectives\n\n### The bakery\n\n- Ovens ran all night\n- No flour in week 3\n",
}


def _said(text: str, format: str = "markdown") -> list[str]:
    return [line for o in read(text, format).objectives for line in (o.text, *(k.text for k in o.key_results))]


@pytest.mark.parametrize("name", BESIDE)
def test_lists_beside_okrs_are_none(name: str) -> None:
    assert _said(OKRS + BESIDE[name]) == ["Bakers sleep longer", "Win 12 shops", "Halve the night shifts"]


def test_what_is_to_be_reached_by_then_is_a_key_result() -> None:
    text = "# OKRs 2026\n\n## O1: Bakers sleep longer\n\n"
    text += "- End of the quarter: 5 shops open later\n- End of the year: 12 shops\n"
    assert len(_said(text)) == 3


def test_one_word_with_a_colon_among_others_tells_nothing() -> None:
    text = "# OKRs 2026 Q1\n\n- Keep: the bakers we have\n    - 9 of 10 stay\n"
    text += "- Win new shops\n    - 12 shops\n- Bake rye\n    - 40 loaves\n"
    assert len(_said(text)) == 6


@pytest.mark.parametrize("tag", ["【Foundation】", "【基础】"])
def test_a_tag_as_title_gives_way_to_the_sentence_below(tag: str) -> None:
    text = f"# OKR Q3\n\n### O3 {tag}\n**后台不掉链子**\n\n| KR | Target |\n|---|---|\n| KR1 可用性 | 99.95% |\n"
    assert _said(text) == ["后台不掉链子", "可用性"]


def test_a_list_beside_a_table_of_labelled_okrs_has_none() -> None:
    text = (
        "# 2026 Q2 OKR\n\n| 内容 | 评分 |\n|---|---|\n| 目标一：让老用户回来 | 0.6 |\n"
        "| 关键结果一：召回 3 万人 | 0.9 |\n"
        "\n## 下季度方向\n\n- 创作者扶持\n- 夜间审核外包\n"
    )
    assert _said(text) == ["让老用户回来", "召回 3 万人"]


@pytest.mark.parametrize("name", BESIDE)
def test_rereading_finds_the_same(name: str) -> None:
    check_rereading((OKRS, OKRS + BESIDE[name], OKRS + BESIDE[name].replace(":", ""), OKRS + BESIDE[name]))


def test_an_objective_that_ends_in_getting_something_done_is_no_guide() -> None:
    text = "# My OKRs 2026\n\n## Run without getting injured\n\n- Finish a half marathon\n- 150 days of exercises\n"
    assert _said(text)[0] == "Run without getting injured"
