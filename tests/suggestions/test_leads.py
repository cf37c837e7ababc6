"""A weak verb goes, whoever it helps stays, and what may be no sentence is left to a person."""

import pytest

from okr_lint.language import analyse
from okr_lint.suggestions import result_alone


def _without_lead(text: str) -> str:
    analysis = analyse(text)
    lead = analysis.found("weak_verb")[0]
    for change in sorted(result_alone(analysis, lead.start, lead.end), reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Help new customers cut setup from 3 days to 1", "New customers cut setup from 3 days to 1"),
        ("Help the team reach 90% coverage", "The team reaches 90% coverage"),
        ("Support the depots to raise on-time starts to 95%", "The depots raise on-time starts to 95%"),
        ("参与制定方案,将次品率从 3% 降到 1%", "制定方案,将次品率从 3% 降到 1%"),
        ("协助夜班组让空床等待从 9 小时缩短到 4 小时", "夜班组让空床等待从 9 小时缩短到 4 小时"),
    ],
)
def test_who_is_helped_becomes_who_does_it(text: str, expected: str) -> None:
    assert _without_lead(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Support large scale rollouts - 40 sites at once",  # "scale" is a noun here
        "Support night scale tests (with or without cache) so that 90% of runs end in time",
        "Support a price cut of 20%",
        "Help us cut costs by 20%",
        "协助推进投诉量从 40 件降到 15 件",
    ],
)
def test_what_may_be_no_sentence_is_left_alone(text: str) -> None:
    assert _without_lead(text) == text
