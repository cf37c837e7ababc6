"""Tables of contents are no OKRs: lists whose items all come again as titles."""

import pytest
from outcome import check_rereading, read, shape

TITLE = "# Support OKRs 2026 Q2\n\n"
BELOW = (
    "## Make answers kind\n\n- CSAT from 81 to 90\n- Zero rude mails\n\n"
    "## Make answers quick\n\n- First answer under 2 h\n- Backlog below 40\n\n## How we grade\n\nOnce a month.\n"
)
FOUND = {
    "Make answers kind": ["CSAT from 81 to 90", "Zero rude mails"],
    "Make answers quick": ["First answer under 2 h", "Backlog below 40"],
}
CONTENTS = {
    "a heading": "## On this page\n\n- Make answers kind\n- Make answers quick\n- How we grade\n\n",
    "a bold line": "**In short**\n\n1. Make answers kind\n2. Make answers quick\n\n",
    "links": "## Was steht hier\n\n- [Make answers kind](#kind)\n- [Make answers quick](#quick)\n\n",
    "no title": "- Make answers kind\n- Make answers quick\n\n",
    "two levels": "**Overview of it all**\n- Make answers kind\n- Make answers quick\n  - How we grade\n\n",
}


@pytest.mark.parametrize("name", CONTENTS)
def test_contents_are_no_okrs(name: str) -> None:
    assert shape(read(TITLE + CONTENTS[name] + BELOW)) == FOUND


def test_contents_with_ordinals_in_plain_text() -> None:
    sections = "一、让门店活过来\n  1. 日销 4500\n  2. 关店不超过 2 家\n\n二、让总部轻下来\n  1. 会议减少 40%\n"
    text = "2026 年第二季度 OKR\n\n目录\n一、让门店活过来\n二、让总部轻下来\n\n" + sections + "  2. 审批 4 环\n"
    assert shape(read(text, "text")) == {
        "让门店活过来": ["日销 4500", "关店不超过 2 家"],
        "让总部轻下来": ["会议减少 40%", "审批 4 环"],
    }


def test_a_list_with_more_in_it_is_none() -> None:
    text = TITLE + "- Make answers kind\n  - CSAT of 90\n- Make answers quick\n  - First answer in 2 h\n- Sell more\n"
    assert len(read(text).objectives) >= 2


def test_contents_come_and_go_while_somebody_writes() -> None:
    titles = ("Make answers kind", "Make answers kinder", "Make answers kind")
    check_rereading(TITLE + CONTENTS["a heading"] + BELOW.replace("Make answers kind", title) for title in titles)
