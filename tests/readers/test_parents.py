"""What an objective serves, as people write it."""

import pytest

from okr_lint.readers import read_text

LINES = [
    ("# O1: 让司机跑得省心(承接公司 O2)\n", "让司机跑得省心", "公司 O2"),
    ("# O1: 让司机跑得省心 ↑ 公司 KR1.2\n", "让司机跑得省心", "公司 KR1.2"),
    ("# O1: 让司机跑得省心\n\n承接: 公司 O2\n", "让司机跑得省心", "公司 O2"),
    ("# O1: 让司机跑得省心\n\n对齐: [公司 O2](../company.md#o2)\n", "让司机跑得省心", "../company.md#o2"),
    ("# O1: Let drivers sleep at home (supports Company O2)\n", "Let drivers sleep at home", "Company O2"),
    ("# O1: Let drivers sleep at home\n\nAligned to: [ours](company.md)\n", "Let drivers sleep at home", "company.md"),
    (
        "# O1: Let drivers sleep at home (aligned with nobody)\n",
        "Let drivers sleep at home (aligned with nobody)",
        None,
    ),
    ("# O1: 让仓库支撑公司 O2\n", "让仓库支撑公司 O2", None),
]


@pytest.mark.parametrize(("heading", "text", "parent"), LINES)
def test_parent_is_taken_off_the_statement(heading: str, text: str, parent: str | None) -> None:
    document = read_text(heading + "\n- KR1: Late runs fall from 30 to 8 a week\n")
    objective = document.objectives[0]
    assert (objective.text, objective.context.parent) == (text, parent)
    assert objective.span is not None and document.source.text[slice(*objective.span)] == text


def test_a_document_s_parent_is_its_objectives_parent() -> None:
    document = read_text(
        "---\nparent: company.md#O1\n---\n\n# O1: Let drivers sleep at home\n\n- KR1: Late runs fall to 8\n"
    )
    assert [o.context.parent for o in document.objectives] == ["company.md#O1"]
    assert document.objectives[0].key_results[0].context.parent is None
