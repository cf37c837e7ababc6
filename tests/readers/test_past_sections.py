"""OKRs of a cycle that is over are OKRs; a review that grades them, or speaks of those above once more, is none."""

import pytest
from outcome import read

NOW = "## {now}\n\n### O1: Shops trust us\n- KR1: 12 new shops\n- KR2: Pay bills in 7 days\n\n"
PAST = "## {past}\n\n### O1: Bakers sleep longer\n- KR1: 8 of 10 start at 6\n- KR2: 5 nights a month at most\n\n"
TITLES = [
    ("Q1 (done)", "Q2"),
    ("Last quarter", "This quarter"),
    ("Q3 retrospective", "Q4"),
    ("Archive", "Now"),
    ("H1（已结束，6 月 30 日打分）", "H2"),
    ("第一季回顧", "第二季"),
    ("上季度", "本季度"),
    ("去年", "今年"),
]


@pytest.mark.parametrize(("past", "now"), TITLES)
@pytest.mark.parametrize("first", ["past", "now"])
def test_past_okrs_count(past: str, now: str, first: str) -> None:
    parts = [PAST.format(past=past), NOW.format(now=now)]
    text = "# Our OKRs\n\n" + "".join(parts if first == "past" else reversed(parts))
    found = [(o.text, len(o.key_results)) for o in read(text).objectives]
    expected = [("Bakers sleep longer", 2), ("Shops trust us", 2)]
    assert found == (expected if first == "past" else expected[::-1])


REVIEWS = {
    "the same objective with results": "### O1: Shops trust us\n- KR1: 12 new shops\n",
    "grades": "### O1: Bakers sleep longer (0.7)\n- KR1: 8 of 10 start at 6 (0.9)\n",
    "signs": "### O1: Bakers sleep longer\n- KR1: 8 of 10 start at 6 ✅\n- KR2: 5 nights a month at most ❌\n",
    "the same key results": "### Trust\n- KR1: 12 new shops\n- KR2: late\n",
    "prose": "O1 went well. KR2 did not, as the bank was slow.\n",
}


@pytest.mark.parametrize("name", REVIEWS)
def test_reviews_have_none(name: str) -> None:
    text = "# Our OKRs\n\n" + NOW.format(now="Q2") + "## Review of the quarter\n\n" + REVIEWS[name]
    assert [o.text for o in read(text).objectives] == ["Shops trust us"]
