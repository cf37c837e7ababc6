import pytest
from outcome import check_separated, read

from okr_lint.readers.cycles import cycle_in
from okr_lint.readers.inline import passage_of
from okr_lint.readers.metadata import separate
from okr_lint.readers.passage import Passage

CASES = [
    ("[P0] Open a shop", "Open a shop", {"priority": "P0"}),
    ("P1: Speed - 20 loaves an hour", "Speed - 20 loaves an hour", {"priority": "P1"}),
    ("烤出好面包（P0：必须完成）", "烤出好面包", {"priority": "P0"}),
    ("烤出好面包 (70%)", "烤出好面包", {"progress": "70%"}),
    ("Bake better      -- (0.9)", "Bake better", {"score": "0.9"}),
    ("Bake better (1)", "Bake better", {"score": "1"}),
    ("40 loaves. => 70%, 28 of 40", "40 loaves.", {"progress": "70%, 28 of 40"}),
    ("40 loaves @ann", "40 loaves", {"owner": "@ann"}),
    ("40 loaves (@ann, @bo)", "40 loaves", {"owner": "@ann, @bo"}),
    ("做 40 个面包（张三）", "做 40 个面包", {"owner": "张三"}),
    ("做 40 个面包，负责人：张三", "做 40 个面包", {"owner": "张三"}),
    ("做 40 个面包（权重：30%，负责人：李四）", "做 40 个面包", {"weight": "30%", "owner": "李四"}),
    ("40 loaves | Owner: Ann | Due: 30 June", "40 loaves", {"owner": "Ann", "deadline": "30 June"}),
    ("做 40 个面包（信心 7/10）", "做 40 个面包", {"confidence": "7/10"}),
    ("40 loaves ✅", "40 loaves", {"status": "✅"}),
    ("👩\u200d⚕\ufe0f 争取少等", "争取少等", {}),  # signs with joiners between them stay or go as one
    ("👨\u200d👩\u200d👧 40 loaves ❤\ufe0f\u200d🔥", "40 loaves", {}),
    ("40 loaves 🏳\ufe0f\u200d🌈", "40 loaves 🏳\ufe0f\u200d🌈", {}),
    ("Bake better ........ 4/10", "Bake better", {"score": "4/10"}),
    ("Bake better .. 1.0", "Bake better", {"score": "1.0"}),
    ("Bake better . . . . . . 0.3", "Bake better", {"score": "0.3"}),
    ("Rating of 4.5 ...... done", "Rating of 4.5", {"status": "done"}),
    ("Rating of 4.5 ...... 12", "Rating of 4.5", {}),  # a page, or a grade on a scale that nobody names
    ("12 towns ______ 30%", "12 towns", {"progress": "30%"}),
    ("40 loaves .......... Priya", "40 loaves", {"owner": "Priya"}),
    ("烤出好面包………… 0.7", "烤出好面包", {"score": "0.7"}),
    ("烤出好面包……7分", "烤出好面包", {"score": "7分"}),
    ("做 40 个面包·······70%", "做 40 个面包", {"progress": "70%"}),
    ("烤出好面包（2026 Q2）", "烤出好面包", {"cycle": "2026 Q2"}),
    ("40 loaves [P1][OVEN]", "40 loaves", {"priority": "P1", "team": "OVEN"}),
]
KEPT = [
    "Raise rating from ... to 45",
    "Raise rating from … 45 to 50",
    "Raise rating from ___ to 45",
    "Sell bread, rolls, ...",
    "Sell bread... 40 loaves a day",
    "覆盖华东、华南……",
    "把留存从……提高到 45%",
    "Cut waste from 74 → 55 kg.",
    "Raise rating to 48 (from 41).",
    "复购率提升（环比）",
    "覆盖率达到 80%",
    "评分做到 7/10",
    "Open a shop (phase 1)",
    "uptime - 99%",
]


@pytest.mark.parametrize(("text", "rest", "said"), CASES)
def test_what_is_about_a_statement_is_taken_off(text: str, rest: str, said: dict[str, str]) -> None:
    check_separated(text, rest, said)


@pytest.mark.parametrize("text", KEPT)
def test_numbers_of_the_sentence_stay(text: str) -> None:
    check_separated(text, text, {})


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("OKRs 2026 Q3", "2026 Q3"),
        ("第三季度", "第三季度"),
        ("okr-2024-Q1.md", "2024-Q1"),
        ("FY26 H1", "FY26 H1"),
        ("Bake", None),
        ("B2B", None),
    ],
)
def test_cycles(text: str, cycle: str | None) -> None:
    assert cycle_in(text) == cycle


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Bake ([tracking issue](https://x.test/1))", "Bake"),
        ("Bake [#42](https://x.test/42)", "Bake"),
        ("Bake [details](a.md)", "Bake"),
        ("Bake [sourdough](https://x.test) bread", "Bake sourdough bread"),
        ("Bake for [the town](https://x.test)", "Bake for the town"),
    ],
)
def test_links_behind_a_statement(text: str, rest: str) -> None:
    found = separate(passage_of(text, 0))
    assert found.passage.text == rest
    assert bool(found.context.notes) == (rest == "Bake")


@pytest.mark.parametrize(("text", "score"), [("烤面包（0.8分）", "0.8分"), ("Bake 🙂 :tada:", None)])
def test_scores_and_emoji_codes_at_the_end(text: str, score: str | None) -> None:
    found = separate(Passage.verbatim(text, 0))
    assert found.context.score == score
    assert found.passage.text in ("烤面包", "Bake 🙂")


def test_an_owner_in_a_heading_holds_for_what_stands_below() -> None:
    title = "# 2026 Q3 负责人:何敏\n\n> 部门:计划部　　更新:2026-07-08\n\n"
    objective = read(title + "## O1 让缺货不再被抱怨\n\n- KR1 现货率由 93% 升至 97%\n").objectives[0]
    for statement in (objective, objective.key_results[0]):
        assert (statement.context.owner, statement.context.cycle, statement.context.team) == (
            "何敏",
            "2026 Q3",
            "计划部",
        )
    english = read("# Payments (Owner: Ann Lee) 2026 Q3\n\n## O1: Refunds nobody waits for\n\n- KR1: Median of 2 h\n")
    assert english.objectives[0].context.owner == "Ann Lee"


def test_scores_and_outcomes_around_a_statement_are_about_it() -> None:
    for line in ("0.8 — Refunds in 2 h", "[0.8] Refunds in 2 h", "Refunds in 2 h - 0.8 - slow in March"):
        result = read(f"# Q3 OKR\n\n- **O1: Refunds nobody waits for**\n  - {line}\n").objectives[0].key_results[0]
        assert (result.text, result.context.score) == ("Refunds in 2 h", "0.8")
    for line in ("Refunds in 2 h — *reached in May* ✅", "Refunds in 2 h -> 85%, done"):
        result = read(f"# Q3 OKR\n\n- **O1: Refunds nobody waits for**\n  - {line}\n").objectives[0].key_results[0]
        assert (result.text, bool(result.context.status)) == ("Refunds in 2 h", True)
    result = read("# Q3 OKR\n\n- **O1: Refunds nobody waits for**\n  - Refunds in time: 38% -> 50%\n").objectives[0]
    assert result.key_results[0].text == "Refunds in time: 38% -> 50%"
