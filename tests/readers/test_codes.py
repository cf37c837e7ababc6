"""Codes of an author's own in front of statements: a habit of the document, never told from one statement."""

from __future__ import annotations

import pytest
from outcome import check_rereading, read

ZH = ["门店复购率从 19% 提升到 30%", "新增 12 家社区门店", "客诉每千单低于 4 件"]
EN = ["Raise renewals from 81% to 90%", "Win 12 new shops", "Answer tickets within 4 hours"]
# what stands in front of neighbours, and the codes
CODED = {
    "bold": ["**E2.1** ", "**E2.2** ", "**E2.3** "],
    "colons": ["E2.1: ", "E2.2: ", "E2.3: "],
    "nothing but a blank": ["E2.1 ", "E2.2 ", "E2.3 "],
    "hyphens": ["G-3 ", "G-4 ", "G-5 "],
    "three digits": ["OPS-101 ", "OPS-102 ", "OPS-103 "],
    "square brackets": ["[MKT-02] ", "[MKT-03] ", "[MKT-04] "],
    "two words": ["[EU-MKT-1] ", "[EU-MKT-2] ", "[EU-MKT-3] "],
    "round brackets": ["(B1) ", "(B2) ", "(B3) "],
    "lenticular brackets": ["【供-01】", "【供-02】", "【供-03】"],
    "Chinese brackets": ["（运营1）", "（运营2）", "（运营3）"],
    "dashes": ["S1 – ", "S2 – ", "S3 – "],
}
KEPT = {
    "levels": ["L1 tickets: ", "L2 tickets: ", "L3 tickets: "],
    "products": ["GPT-4 ", "B2B ", "COVID-19 "],
    "standards": ["ISO-27001 ", "ISO-9001 ", "ISO-14001 "],
    "the same one": ["S1 ", "S1 ", "S1 "],
    "one of three": ["S1: ", "", ""],
    "quarters": ["Q1: ", "Q2: ", "Q3: "],
    "words go on": ["T1 lines, ", "T2 lines, ", "T3 lines, "],
}


def _document(fronts: list[str]) -> str:
    lines = [f"- {front}{text}" for front, text in zip(fronts, _texts(fronts), strict=True)]
    return "# OKR 2026 Q3\n\n## Objective 1: Bakers sleep longer\n" + "\n".join(lines) + "\n"


def _texts(fronts: list[str]) -> list[str]:
    return ZH if any("\u4e00" <= char <= "\u9fff" for char in "".join(fronts)) else EN


@pytest.mark.parametrize("name", CODED)
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_codes_are_no_part_of_the_statements(name: str, format: str) -> None:
    fronts = CODED[name] if format == "markdown" else [front.replace("**", "") for front in CODED[name]]
    results = read(_document(fronts), format).objectives[0].key_results
    assert [one.text for one in results] == _texts(fronts)
    assert [one.context.identifier for one in results] == [front.strip("*[]()【】（） :–") for front in fronts]


@pytest.mark.parametrize("name", KEPT)
def test_what_begins_the_sentence_stays(name: str) -> None:
    fronts = KEPT[name]
    results = read(_document(fronts)).objectives[0].key_results
    assert [one.text for one in results] == [front + text for front, text in zip(fronts, _texts(fronts), strict=True)]


LEVELS = {
    "lines": "S1. Customers get an answer\nS1.1 First answer in 2 h\nS1.2 Backlog below 40\n"
    "S2. Agents like their tools\nS2.1 Clicks from 22 to 9\nS2.2 eNPS of 30\n",
    "lists": "* **S1** Customers get an answer\n  * S1.1 First answer in 2 h\n  * S1.2 Backlog below 40\n"
    "* **S2** Agents like their tools\n  * S2.1 Clicks from 22 to 9\n  * S2.2 eNPS of 30\n",
    "titles": "## [S-1] Customers get an answer\n- [S-1.1] First answer in 2 h\n- [S-1.2] Backlog below 40\n\n"
    "## [S-2] Agents like their tools\n- [S-2.1] Clicks from 22 to 9\n- [S-2.2] eNPS of 30\n",
}


@pytest.mark.parametrize("name", LEVELS)
def test_codes_of_two_levels_tell_objectives_from_key_results(name: str) -> None:
    document = read("Support OKRs 2026 Q3\n\n" + LEVELS[name], "markdown" if name != "lines" else "text")
    assert [(o.text, [k.text for k in o.key_results]) for o in document.objectives] == [
        ("Customers get an answer", ["First answer in 2 h", "Backlog below 40"]),
        ("Agents like their tools", ["Clicks from 22 to 9", "eNPS of 30"]),
    ]


def test_requirements_are_no_okrs() -> None:
    text = "# Specification\n\n- R1 The door opens\n- R1.1 In 2 s\n- R2 The door closes\n- R2.1 In 3 s\n"
    assert not read(text).objectives


def test_cells_have_codes_too() -> None:
    rows = "".join(f"| Bakers sleep | [B-{n}] {text} | 3 |\n" for n, text in enumerate(EN, 1))
    text = "| Objective | Key Result | Target |\n|---|---|---|\n" + rows
    assert [k.text for k in read(text).objectives[0].key_results] == EN


def test_the_habit_comes_and_goes_while_somebody_writes() -> None:
    """The editor keeps what it has read: a habit found in one section changes the others, and back."""
    sets = [f"## O{k}: Goal {k}\n- {{}}Win {k} shops\n- {{}}Bake {k} loaves\n" for k in range(6)]
    text = "# 2026 Q4 OKR\n\n" + "\n".join(sets)
    codes = [f"[B-{n}] " for n in range(12)]
    versions = (codes, [""] * 12, [*codes[:2], *[""] * 10], ["[B-1] "] * 12, codes)
    check_rereading(text.format(*fronts) for fronts in versions)
