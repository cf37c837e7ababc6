"""Sections that stand beside OKRs, and remarks on OKRs that stand above."""

import pytest
from outcome import read as document_of

from okr_lint.readers.roles import names_beside


def read(text: str, path: str = "okr.md") -> list[str]:
    document = document_of(text, {"md": "markdown", "txt": "text", "rst": "rst"}[path[-3:].lstrip(".")], path)
    return [line for o in document.objectives for line in (o.text, *(f"  {k.text}" for k in o.key_results))]


NAMES = {
    "other": "Pipeline notes|Comments week 9|Weekly notes|Mid-quarter check-in, 15 Aug|Ideas without a date|Team news|"
    "Notes from the retro|Log of Sundays|例会记录|几点体会|存在困难|周记",
    "initiative": "Things to do this month|Actions for Q3|Actions agreed for the summer term|11 月重点动作|"
    "Things I want to fix",
}
AIMS = (
    "Customers read our newsletter|Things get done without me|Notes are shared within a day|"
    "Ideas reach customers faster|Write release notes|Online updates|Actions speak louder|"
    "让客户的困难被听见|建立拜访记录|提升协作经验|Journal of record"
)


@pytest.mark.parametrize(("role", "text"), [(role, text) for role, texts in NAMES.items() for text in texts.split("|")])
def test_names_of_sections_beside(role: str, text: str) -> None:
    assert names_beside(text) == role


@pytest.mark.parametrize("text", AIMS.split("|"))
def test_aims_and_topics_are_no_such_names(text: str) -> None:
    assert names_beside(text) is None


OKR = "# OKRs 2024 Q2\n\n## O1: Guests come back\n\n- KR1: 40% of guests book again\n- KR2: NPS of 50\n\n"
BOOKS = ["Guests come back", "  40% of guests book again", "  NPS of 50"]
BEHIND = {
    "comments on each": "## Comments week 9\n\n* O1: slow start, Ann will call the 30 best guests\n",
    "a section of notes": "## Kitchen notes\n\n- The oven is broken\n- New menu on 3 May\n",
    "a label in a line": "### Mid-quarter check-in, 15 Aug\n\nConfidence 4/10.\nO1 suffers since two have left.\n",
    "a line under a bold lead": "**Retro**\n\nKR2 was the hardest one. We asked 12 guests only.\n",
    "a log by weeks": "**Weekly notes**\n\n- W40: two guests want a discount\n- W41: nothing\n- W42: 14 bookings\n",
    "weeks in Chinese": "## 检视\n\n- 第 16 周：来了 346 人\n- 第 18 周：歇业两天\n",
    "a title behind the list": "### Things that worry me a lot\n\n- The oven\n- The roof leaks over 2 rooms\n",
}


@pytest.mark.parametrize("name", BEHIND)
def test_what_stands_behind_okrs(name: str) -> None:
    assert read(OKR + BEHIND[name]) == BOOKS


def test_notes_over_labels_in_plain_text() -> None:
    text = (
        "Objective 1: Sleep on call\n    KR 1: no page at night\n    KR 2: 10 alerts a week\n\n"
        "Notes:\n  * O1 KR1: waits for finance, expected in November\n"
    )
    assert read(text, "okr.txt") == ["Sleep on call", "  no page at night", "  10 alerts a week"]


def test_an_empty_field_over_key_results() -> None:
    text = "# OKRs Q2\n\n## O1: Guests come back\n\nNotes:\n\n- KR1: 40% of guests book again\n- KR2: NPS of 50\n"
    assert read(text) == BOOKS


def test_thoughts_that_hold_the_okrs() -> None:
    text = "## Q3 thoughts\n\n- O1: Guests come back\n  - KR1: 40% of guests book again\n  - KR2: NPS of 50\n"
    assert read(text) == BOOKS


def test_an_objective_may_lack_a_backlog() -> None:
    text = (
        "# My OKRs\n\n## 2024 Q2\n\n### I get to May without a backlog of mail\n\n"
        "- No mail older than 3 days\n- 10 answers a day\n\n### Run again\n\n- 3 runs a week\n- 5k in 27 minutes\n"
    )
    assert read(text)[0] == "I get to May without a backlog of mail"


def test_letters_number_objectives() -> None:
    text = (
        "# OKRs Q3\n\n## Objective A\n\n**Permits without a visit**\n\nKey results:\n\n1. 70% are handed in online\n"
        "2. A decision in 12 days\n\n## Objective B\n\n**Staff mend typos**\n\n"
        "Key results:\n\n1. 12 of 17 publish by themselves\n"
    )
    assert read(text) == [
        "Permits without a visit", "  70% are handed in online", "  A decision in 12 days", "Staff mend typos",
        "  12 of 17 publish by themselves",
    ]  # fmt: skip


def test_a_note_in_restructuredtext() -> None:
    text = (
        "OKR 2022 H1\n===========\n\n.. note::\n\n   There are three of us, so there are two objectives.\n\n"
        "O1: Papers use our tool\n-----------------------\n\n- KR1: 5 papers cite it\n- KR2: runs on one laptop\n"
    )
    assert read(text, "okr.rst") == ["Papers use our tool", "  5 papers cite it", "  runs on one laptop"]
