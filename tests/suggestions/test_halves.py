"""A line is shown in two only where neither part loses what it is about; else blanks ask for both."""

import pytest

from okr_lint.linter import Linter
from okr_lint.readers import read_text
from okr_lint.settings import Settings


def _shown(code: str, objective: str, key_result: str) -> list[str]:
    result = Linter(Settings(select=(code,))).check_document(
        read_text(f"# O1: {objective}\n\n- {key_result}\n- Open 3 shops\n", "a.md", "markdown")
    )
    return [s.text or "" for f in result.findings for s in f.suggestions]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Sign 10 speakers and print their 300 posters", "- ⟨one result⟩\n- ⟨the other result⟩"),
        (
            "Launch self-service returns and retire the old portal",
            "Launch self-service returns\n- Retire the old portal",
        ),
        ("起草并发布排班手册", "- ⟨一个结果⟩\n- ⟨另一个结果⟩"),
    ],
)
def test_key_results(line: str, shown: str) -> None:
    assert _shown("K208", "Make paying easy for shop owners", line) == [shown]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Invite neighbours to taste the menu and join the crew", "O1: ⟨one goal⟩ / O2: ⟨the other goal⟩"),
        ("Teach apprentices to bake bread and improve the oven schedule", "O1: ⟨one goal⟩ / O2: ⟨the other goal⟩"),
        (
            "Make paying easy for first-time buyers and rebuild the refund tool",
            "O1: Make paying easy for first-time buyers / O2: rebuild the refund tool",
        ),
    ],
)
def test_objectives(line: str, shown: str) -> None:
    assert _shown("O105", line, "Payments fail 2 times a day instead of 9") == [shown]
