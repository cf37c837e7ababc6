"""Sections that stand beside OKRs, and remarks on OKRs that stand above."""

import pytest
from outcome import read as document_of

from okr_lint.readers.roles import names_beside


def read(text: str, path: str = "okr.md") -> list[str]:
    document = document_of(text, {"md": "markdown", "txt": "text", "rst": "rst"}[path[-3:].lstrip(".")], path)
    return [line for o in document.objectives for line in (o.text, *(f"  {k.text}" for k in o.key_results))]


NAMES = {
    "other": "Pipeline notes|Comments week 9|Weekly notes|Mid-quarter check-in, 15 Aug|Ideas without a date|Team news|"
    "Notes from the retro|Log of Sundays|"
    "Q2 ideas / loose ends|Odds and ends|Our wish list|灵感与点子|一些想法|例会记录|几点体会|存在困难|周记",
    "initiative": "Things to do this month|Actions for Q3|Actions agreed for the summer term|11 月重点动作|"
    "Things I want to fix",
}
AIMS = (
    "Customers read our newsletter|Things get done without me|Notes are shared within a day|"
    "Ideas reach customers faster|"
    "Customers send ideas and get answers|让好点子被看见|Write release notes|Online updates|Actions speak louder|"
    "让客户的困难被听见|建立拜访记录|提升协作经验|Journal of record"
)


@pytest.mark.parametrize(("role", "text"), [(role, text) for role, texts in NAMES.items() for text in texts.split("|")])
def test_names_of_sections_beside(role: str, text: str) -> None:
    assert names_beside(text) == role


@pytest.mark.parametrize("text", AIMS.split("|"))
def test_aims_and_topics_are_no_such_names(text: str) -> None:
    assert names_beside(text) is None


LOG = "# Log\n\n## 2023 Q4\n\n### O1 Bread\n\n- KR1 90 loaves\n\n### O2 Sleep\n\n- KR1 5 nights\n- KR2 7 hours\n\n"
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


@pytest.mark.parametrize("mark", ["- ", ""])
def test_a_remark_begins_with_a_label_that_has_been_stated(mark: str) -> None:
    text = f"O1: Guests come back\n{mark}KR1: 40% book again\n{mark}KR2: NPS of 50\n\nKR2 a bit slow, no survey yet\n"
    assert read(text, "okr.txt") == ["Guests come back", "  40% book again", "  NPS of 50"]


def test_labels_without_separators_may_come_twice() -> None:
    text = "O1 Guests come back\nKR1 40% book again\nKR1 NPS of 50\n"
    assert read(text, "okr.txt")[1:] == ["  40% book again", "  NPS of 50"]


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


HABIT = (
    "# Week 21\n\n**O1 Shops are paid the next day**\n- KR1 97% of shops are paid in time — progress 80%\n"
    "- KR2 10 tickets a week — progress 45%, stuck at 14\n- KR3 Every bank connected — waits for a contract\n"
    "- KR4 2 hours for a review — 0.4\n"
)


def test_remarks_behind_a_dash_as_a_habit() -> None:
    assert read(HABIT, "okr.md")[1:] == [
        "  97% of shops are paid in time", "  10 tickets a week", "  Every bank connected", "  2 hours for a review",
    ]  # fmt: skip


def test_a_clause_behind_a_dash_without_such_a_habit() -> None:
    text = "# OKRs\n\n**O1 Shops are paid**\n- KR1 Every bank connected — also in Portugal\n"
    text += "- KR2 10 tickets a week — 0.4\n"
    assert read(text)[1:] == ["  Every bank connected — also in Portugal", "  10 tickets a week"]


COLUMNS = (
    "SUPPORT - OKR FALL 2021\n=======================\n\n1. Guests get a real answer\n"
    "   1.1 Solved at first contact from 54 % to 70 %      [Bo]       0.5\n"
    "   1.2 Reopened tickets under 9 %                     [Marisol]  0.7\n\n"
    "2. Guests help themselves\n   2.1 Help center in German and Polish               [Wade]     1.0\n"
    "   2.2 60 % leave without a ticket                    [Wade]     0.4\n\n"
    "Remarks\n- 2.1 is measured since 1 Oct only.\n"
)


def test_numbered_lines_with_columns() -> None:
    assert read(COLUMNS, "okr.txt") == [
        "Guests get a real answer", "  Solved at first contact from 54 % to 70 %", "  Reopened tickets under 9 %",
        "Guests help themselves", "  Help center in German and Polish",
        "  60 % leave without a ticket",
    ]  # fmt: skip


def test_a_number_that_hangs_below_an_ordinal_is_no_label() -> None:
    text = (
        "OKR 2024\n\nObjective: Sell more bread\n\nKey results:\n\n"
        "1. Raise the revenue of the two shops together to\n   2.5 million a year\n"
    )
    assert read(text, "okr.txt")[1:] == ["  Raise the revenue of the two shops together to 2.5 million a year"]


def test_an_objective_of_the_same_number_in_another_quarter() -> None:
    text = (
        "# OKRs\n\n## 2023 Q1\n\n**O1 Find work**\n- KR1 5 talks\n\n## 2022 Q4\n\n**O1 Settle in**\n- KR1 12 lunches\n"
    )
    assert read(text) == ["Find work", "  5 talks", "Settle in", "  12 lunches"]


def test_a_remark_on_the_objective_below_it() -> None:
    assert read(OKR + "O1 suffers from the building works until autumn.\n") == BOOKS


@pytest.mark.parametrize(
    "text",
    ["# OKR\n\n## O1: Calm\n\n- KR1: ~~覆盖率 80%~~（2 月取消）\n", "# OKR\n\n## O1: Calm\n\n- KR1: ~~覆盖率 80~~\n"],
)
def test_what_is_struck_out_shows_no_tilde(text: str) -> None:
    assert "~" not in "".join(read(text))


def test_remarks_on_several_in_a_retro() -> None:
    text = LOG + "**Retro**\n\nO2 was harder than we thought.\nKR2 by naps alone.\n"
    assert read(text) == ["Bread", "  90 loaves", "Sleep", "  5 nights", "  7 hours"]
