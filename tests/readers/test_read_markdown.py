import pytest
from markdown_cases import CASES, NOTHING
from outcome import read, shape

from okr_lint.readers import read_text


@pytest.mark.parametrize("name", CASES)
def test_structures(name: str) -> None:
    text, expected = CASES[name]
    assert shape(read(text)) == expected


@pytest.mark.parametrize("name", CASES)
def test_structures_with_windows_line_ends(name: str) -> None:
    text, expected = CASES[name]
    assert shape(read(text.replace("\n", "\r\n"))) == expected


@pytest.mark.parametrize("name", NOTHING)
def test_what_holds_no_okr(name: str) -> None:
    assert shape(read(NOTHING[name])) == {}


def test_front_matter_and_headings_give_context() -> None:
    document = read(
        "---\nteam: Ovens\nquarter: 2026-Q2\nowner: Jo\n---\n# Objective: Bake (70%)\n- KR1: 40 loaves @ann\n"
    )
    objective = document.objectives[0]
    assert (objective.context.cycle, objective.context.team, objective.context.progress) == ("2026-Q2", "Ovens", "70%")
    assert (objective.key_results[0].context.owner, objective.key_results[0].context.cycle) == ("@ann", "2026-Q2")


def test_the_file_name_gives_the_cycle() -> None:
    document = read_text("# O1: Bake\n- KR1: 40 loaves\n", "okr/2026-Q3.md")
    assert document.objectives[0].context.cycle == "2026-Q3"


def test_fields_below_a_key_result_belong_to_it() -> None:
    document = read("## O1: Bake\n### KR1: Fewer burns\n- Baseline: 12\n- Target: 2\n- Owner: Mia\n")
    said = document.objectives[0].key_results[0].context
    assert (said.baseline, said.target, said.owner) == ("12", "2", "Mia")


def test_struck_through_statements_are_kept_and_dropped() -> None:
    document = read("**O1: ~~Open a shop in Lyon~~**\n- KR1: ~~Sign a lease~~\n- KR2: Hire 5 bakers ✅\n")
    objective = document.objectives[0]
    assert [objective.dropped, *(k.dropped for k in objective.key_results)] == [True, True, False]
    assert objective.key_results[1].context.status == "✅"


def test_spans_pass_by_markup_label_and_priority() -> None:
    source = "- KR1: [P0] Cut **waste** from [9 kg](http://x) to 2 kg (70%)\n"
    document = read("# O1: Bake\n" + source)
    key_result = document.objectives[0].key_results[0]
    assert key_result.text == "Cut waste from 9 kg to 2 kg"
    start, end = key_result.span or (0, 0)
    assert document.source.text[start:end] == "Cut **waste** from [9 kg](http://x) to 2 kg"
    where = key_result.source_span(4, 9)
    assert where is not None and document.source.text[where.start : where.end] == "waste"


def test_a_review_of_the_past_is_not_judged_beside_the_present() -> None:
    text = (
        "## Q2 Objectives\n### [Objective] Bake better\n- [Key Result] 40 loaves\n\n"
        "## Q1 Objectives (Quarter End Review)\n### [Objective] Sell more (0.7)\n- [Key Result] 9 shops (0.5)\n"
    )
    document = read(text)
    assert shape(document) == {"Bake better": ["40 loaves"]}
    assert any("Sell more" in leftover.text for leftover in document.leftovers)


def test_a_review_alone_is_read() -> None:
    assert shape(read("# 2026 第一季度 OKR 复盘\n## O1 让客服更快乐（得分 0.7）\n- KR1 首响 30 秒内（0.8）\n")) == {
        "让客服更快乐": ["首响 30 秒内"]
    }


def test_a_copy_with_weights_is_one_objective() -> None:
    document = read("O: Bake\n- KR: 40 loaves\n\n---\n\nO: Bake (60%)\n- KR: 40 loaves\n")
    assert shape(document) == {"Bake": ["40 loaves"]}
    assert document.objectives[0].context.progress == "60%"


def test_key_results_without_an_objective_are_left_over() -> None:
    document = read("- KR1: 40 loaves\n- KR2: 9 shops\n")
    assert shape(document) == {}
    assert [leftover.text for leftover in document.leftovers] == ["40 loaves", "9 shops"]


def test_key_results_before_their_objective() -> None:
    assert shape(read("- KR1: 40 loaves\n\n## O1: Bake\n")) == {"Bake": ["40 loaves"]}


def test_comments_are_kept_for_suppressions() -> None:
    text = "# O1: Bake\n<!-- okr-lint: ignore K205 (later) -->\n- KR1: 40 loaves\n"
    (comment,) = read(text).comments
    assert comment.text == "okr-lint: ignore K205 (later)"
    assert text[slice(*comment.span)] == "<!-- okr-lint: ignore K205 (later) -->"


def test_the_same_label_in_a_table_head_is_no_second_objective() -> None:
    text = "## O: 保障服务质量\n\n| O1：保障服务质量 | 1 月 |\n|--|--|\n| KR1：5 分钟响应 | 值班表 |\n"
    assert shape(read(text)) == {"保障服务质量": ["5 分钟响应"]}


@pytest.mark.parametrize("empty", ["## Objective 2: [your objective]\n", "## O2\n"])
def test_key_results_of_an_empty_objective_go_to_no_other_one(empty: str) -> None:
    document = read(f"## O1: Bake\n- KR1: 40 loaves\n\n{empty}- KR1: 12 towns\n")
    assert shape(document) == {"Bake": ["40 loaves"]}
    assert "12 towns" in [left.text for left in document.leftovers]


def test_a_labelled_line_of_few_words_is_taken_or_told() -> None:
    """A change without words and a verb before a file name are statements; a bare file name is told as left over."""
    document = read_text(
        "# O1: Win\n- KR1: 38% → 50%\n- KR2: 重写README.md\n- KR3: README.md\n- KR4: 0.7\n- KR5: Open 3 shops\n",
        "a.md",
        "markdown",
    )
    assert [one.text for one in document.objectives[0].key_results] == ["38% → 50%", "重写README.md", "Open 3 shops"]
    assert [one.text for one in document.leftovers] == ["README.md"]
