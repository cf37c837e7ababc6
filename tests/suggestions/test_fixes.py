import pytest

from okr_lint.suggestions import Change, drop, split


def applied(text: str, changes: tuple[Change, ...]) -> str:
    for change in sorted(changes, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


@pytest.mark.parametrize(
    ("text", "word", "rest"),
    [
        ("争取把退款周期缩到 3 天", "争取", "把退款周期缩到 3 天"),
        ("退款周期力争缩到 3 天", "力争", "退款周期缩到 3 天"),
        ("Try to cut refund time to 3 days", "Try to", "Cut refund time to 3 days"),
        ("We hope to cut refund time", "hope to", "We cut refund time"),
        ("Cut refund time to 3 days, if possible", "if possible", "Cut refund time to 3 days"),
        ("Cut refund time where possible.", "where possible", "Cut refund time."),
        ("争取,缩短退款周期", "争取", "缩短退款周期"),
        ("Set up the channels (chat, mail, etc)", "etc", "Set up the channels (chat, mail)"),
        ("Set up the channels (chat, mail, etc) in May", "etc", "Set up the channels (chat, mail) in May"),
        ("开通客服渠道（电话、邮件等）", "等", "开通客服渠道（电话、邮件）"),
        ("Cut refund time to 3 days (if possible)", "if possible", "Cut refund time to 3 days"),
        ("退款周期缩到 3 天（尽量）", "尽量", "退款周期缩到 3 天"),
    ],
)
def test_a_word_goes_with_the_space_it_leaves(text: str, word: str, rest: str) -> None:
    at = text.index(word)
    assert applied(text, drop(text, at, at + len(word))) == rest


def test_nothing_is_dropped_where_nothing_would_remain() -> None:
    assert drop("争取", 0, 2) == ()


def test_splitting_keeps_both_parts_whole() -> None:
    text = "Raise NPS to 50 and cut churn to 2%"
    assert applied(text, split(text, 16, 19, "- ")) == "Raise NPS to 50\n- Cut churn to 2%"
    text = "满意度升到 90%,并且投诉量减半"
    assert applied(text, split(text, 10, 12, "- ")) == "满意度升到 90%\n- 投诉量减半"
    assert split("and more", 0, 3, "- ") == ()
