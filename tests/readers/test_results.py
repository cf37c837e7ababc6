"""What came of key results, behind a sign at the end of each: a habit of the document, never told from one of them."""

from __future__ import annotations

import pytest
from outcome import check_rereading, read

ZH = ["门店复购率从 19% 提升到 30%", "新增 12 家社区门店", "客诉每千单低于 4 件", "学徒全部出师"]
EN = [
    "Raise renewals from 81% to 90%",
    "Win 12 new shops",
    "Answer tickets within 4 hours",
    "Ship the guide to 40 teams",
]
# what stands behind neighbours, and is no part of them
TAKEN = {
    "grades behind dashes": [" —— 27%，给 0.8 分", " —— 新增 9 家，0.7 分", " —— 超了，0 分", " —— 1 分"],
    "few grades, but something behind every line": [
        " —— 最后停在半路，给 0.8 分",
        " —— 9 家",
        " —— 门店关了两周，遂放弃",
        " —— 1 分",
    ],
    "dashes without blanks": ["——停在 27%，0.8", "——实际 9 家", "——没做完", "——全部出师，1.0"],
    "what is there behind arrows": [" → 实际 27%，0.7", " → 实际 9 家，0.5", " → 实际 3.2 件", " → 走了两个"],
    "narrow arrows": [" -> we got 86%", " -> 9", " -> done", " -> ✅ 43!!!"],
    "arrows behind words": [" for the boys from Christmas -> $86", " from us -> 9", " again -> done", " -> ✅ 43!!!"],
    "wide arrows": [" ⇒ got 86%", " ⇒ 9, two of them abroad", " ⇒ missed", " ⇒ reached 43"],
    "arrows that point back": [" <- 86% now", "   <- nine so far", " <- 5 May", " <- never measured"],
    "Chinese behind arrows that point back": ["   <- 目前 27%", " <- 6/9", "   <- 5 月 20 号那周", " ← 一半"],
    "dots": [" ... got 86%", " ... 8, done", " ... submitted on time, never again", " ... 43!"],
    "a grade and a story": [
        " — 0.5. Stuck at 86%.",
        " — 0.7. Nine of them. Sorry Ania.",
        " — 1.0. At last.",
        " — 0.9.",
    ],
    "grades in bold": [" — **0.5**. Stuck at 86%.", " — **0.7**. Nine.", " — **1.0**", " — **0.9**, late"],
    "one has none": [" — 0.5, stuck", "", " — ended at 5", " — in the end, 0.4"],
    "owners in front": [" (Priya) -> got 86%", " (Tom) -> missed", " (Priya) -> ended at 5", " (Tom) -> 43"],
    "tickets": [" — #5521", " — #5533, #5540", " — #12", " — #5498"],
    "slashes": [" // got 86%", " // missed, 9", " // reached 5", " // never happened"],
}
TAKEN |= {
    "nothing but figures": [" —— 27%", " —— 9 家", " —— 6 件", " —— 3 人"],
    "nothing but figures in English": [" — 86%", " — 9", " — 11 hours", " — 31 teams"],
}
# what belongs to the sentences
KEPT = {
    "arrows between values": [" 6% → 10%", " 12 → 30", " 3.2s → 1.5s", " 19% → 25%"],
    "arrows from one thing to another": [" from paper → an app", " from 3 → 5", " from Jira → Linear", " from 1 → 2"],
    "Chinese arrows from one thing to another": ["，从 3 家 → 5 家", "，从纸质 → 电子", "，由 6% → 10%", "，从 1 → 2"],
    "asides between dashes": [" — all of them — by June", " — twice — a week", " — or so — on average", " — no more —"],
    "clauses behind dashes": [
        " — up from 420",
        " — measured in the CRM",
        " — in every region",
        " — with the help of HR",
    ],
    "Chinese clauses behind dashes": ["——以财务口径为准", "——每周统计一次", "——含试用门店", "——由总部抽查"],
    "figures behind few": ["", " — 9 abroad", "", ""],
    "one result": [" — got 86%", "", "", ""],
    "one result among clauses": [" — got 86%", " — measured in the CRM", " — in every region", " — up from 420"],
    "ellipses in sentences": [" and bread, cakes ...", " …", " ... and tell us why", " of bread, rolls …"],
}


def _texts(ends: list[str]) -> list[str]:
    return ZH if any("\u4e00" <= char <= "\u9fff" for char in "".join(ends)) else EN


def _document(ends: list[str]) -> str:
    lines = [f"- KR{n}: {text}{end}" for n, (text, end) in enumerate(zip(_texts(ends), ends, strict=False), 1)]
    return "## O1: Bakers sleep longer\n" + "\n".join(lines) + "\n"


def _key_results(text: str, format: str = "markdown") -> list[str]:
    return [one.text for o in read(text, format).objectives for one in o.key_results]


@pytest.mark.parametrize("name", TAKEN)
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_results_are_taken_off(name: str, format: str) -> None:
    ends = TAKEN[name]
    if format == "text":
        ends = [end.replace("**", "") for end in ends]
    stated = [text + end.partition(" ->")[0] for text, end in zip(_texts(ends), ends, strict=True)]
    assert _key_results(_document(ends), format) == (stated if name == "arrows behind words" else _texts(ends))


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("format", ["markdown", "text"])
def test_what_belongs_to_the_sentence_stays(name: str, format: str) -> None:
    ends = KEPT[name]
    expected = [f"{text}{end}".strip(" —") for text, end in zip(_texts(ends), ends, strict=False)]
    assert [text.strip(" —") for text in _key_results(_document(ends), format)] == expected


def test_values_and_results_in_one_statement() -> None:
    ends = [" 6% → 10% → 实际 9.1%，0.8", " → 实际 12%，0.6", "——老店不算——低于去年 → 实际持平，0.3"]
    expected = [f"{ZH[0]} 6% → 10%", ZH[1], f"{ZH[2]}——老店不算——低于去年"]
    assert _key_results(_document(ends)) == expected


def test_grades_are_noted() -> None:
    document = read(_document([" — 0.5. Stuck at 86%.", " — nine of them, 0.7", " — done", " — got 12"]))
    said = [one.context for one in document.objectives[0].key_results]
    assert [(one.score, one.status) for one in said] == [("0.5", None), ("0.7", None), (None, "done"), (None, None)]
    assert said[3].notes == ["got 12"]


def test_a_plan_beside_a_review_keeps_its_dashes() -> None:
    review = _document([" — got 86%", " — missed", " — 0.5. Too slow.", " — done"])
    plan = "\n## O2: Shops trust us\n- KR1: Halve complaints — in every region\n- KR2: Pay bills 14 → 7 days\n"
    assert _key_results(review + plan)[4:] == ["Halve complaints — in every region", "Pay bills 14 → 7 days"]


def test_stories_behind_grades_are_no_advice() -> None:
    text = (
        "# My year in OKRs 2024\n\n## Run without getting hurt\n\n"
        "- Finish a half marathon — 0.9. Ghent. It rained. I cried.\n"
        "- Do the exercises on 150 days — 0.5. It was 70. The winter is a long one.\n\n"
        "## Become somebody who reads\n\n- Finish 24 books — 0.5. You know me. It was 12. Sorry.\n"
        "- Join a club — 1.0. Yes. You should.\n"
    )
    assert len(_key_results(text)) == 4


@pytest.mark.parametrize("text", ["KR 1.2 At least 8 of 10 testers build it", "KR2 at most 3 clicks to pay"])
def test_key_results_that_begin_with_a_bound(text: str) -> None:
    assert (
        _key_results(f"## O1: Bakers sleep longer\n- KR 1.1 Win 12 shops\n- {text}\n")[1]
        == text.split(" ", text.count("KR ") + 1)[-1]
    )


def test_the_habit_comes_and_goes_while_somebody_writes() -> None:
    """The editor keeps what it has read: a habit found in one section changes the others, and back."""
    sets = [f"## O{k}: Goal {k} of the bakers\n- KR1: Win {k} shops{{}}\n- KR2: Bake {k} loaves\n" for k in range(6)]
    text = "# 2026 Q4\n\n" + "\n".join(sets)
    clause, result = " — in every region", " — got 7"
    versions = ([clause] * 6, [result, result, *[clause] * 2, "", ""], [result] * 6, [clause] * 6, [""] * 6)
    check_rereading(text.format(*ends) for ends in versions)
