"""Reading again equals reading: whatever the text, whatever the edits, and it is no full reading each time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_cases import CASES, NOTHING
from outcome import check_rereading

from okr_lint.model import Document
from okr_lint.readers import read_text
from okr_lint.readers.interpret import Interpreter
from okr_lint.readers.rereading import Rereader

BLOCKS = [
    "---\nteam: Ovens\nquarter: 2026-Q2\nmission: Bread for all\n---\n",
    "# 2026 Q4 OKR\n",
    "## O1：让门店轻松排班\n- KR1：排班用时从 9 小时降到 2 小时 @小周\n- KR2：组织 6 场培训\n",
    "## O1：让门店轻松排班\n",
    "## Objective 2: Small bakeries trust us (40%)\n\n- KR1: Raise NPS from 31 to 45\n  - Owner: Ann\n",
    "### Key Results\n1. Deliver 95% of orders on time\n2. Cut returns by half\n",
    "## Objective:\n",
    "Bakers sleep longer\n",
    "Owner: Ann\n",
    "- Owner: Ann\n",
    "## Notes\nTalk to finance.\n",
    "## 去年复盘\n",
    "## Make returns painless\n- Refund within 2 days\n- Halve complaints\n",
    "KR3: Win 12 new shops\n",
    "- 1.1 Open two shops\n- 1.2 Win 40 regulars\n",
    "| Objective | Key result |\n|---|---|\n| Bake better | 40 loaves |\n",
    "<!-- okr-lint: ignore K205 (agreed) -->\n",
    "<!-- a comment\n",
    "-->\n",
    "```\n",
    "Title\n===\n",
    "Sub\n---\n",
    "    indented code\n",
    "> quoted\n# not after a blank line\n",
    "<table><tr><td>O1</td></tr>\n",
    "- item\n\n  ## O7: heading in an item\n",
    "## Ultimate Objective: Bread for all\n",
    "## Initiatives\n- KR9: not this one\n",
    "**O3: 目标在粗体里**\n- 结果 5 个\n",
    "- [x] [P0] KR4: 上线 3 家门店 => 80%\n",
    "## Objectives\n- Bake better\n  - 40 loaves\n- Sleep more\n  - 8 hours\n",
]
TYPED = ["提", "5", " ", "\n", "\n\n", "#", "## ", "|", "`", "O2: ", "KR", "%", "-", "😀", "\r\n", "<", "@小周", ":"]
EDIT = st.tuples(st.floats(0, 1), st.integers(0, 6), st.sampled_from([*TYPED, *BLOCKS, ""]))


@st.composite
def texts(draw: st.DrawFn) -> str:
    blocks = draw(st.lists(st.sampled_from(BLOCKS), max_size=9))
    gaps = st.sampled_from(["\n", "\n", "", "\n\n"])
    text = "".join(block + draw(gaps) for block in blocks)
    return text.replace("\n", "\r\n") if draw(st.booleans()) and draw(st.booleans()) else text


@settings(max_examples=150, deadline=None)
@given(texts(), st.lists(EDIT, min_size=1, max_size=5))
def test_every_version_is_read_as_if_it_were_the_first(text: str, edits: list[tuple[float, int, str]]) -> None:
    again = Rereader()
    assert again.read_text(text, "plan.md", "markdown") == read_text(text, "plan.md")
    for place, length, typed in edits:
        at = int(place * len(text))
        text = text[:at] + typed + text[at + length :]
        assert again.read_text(text, "plan.md", "markdown") == read_text(text, "plan.md"), repr(text)


def test_one_memory_serves_many_texts() -> None:
    again = Rereader()
    cases = [*(text for text, _ in CASES.values()), *NOTHING.values()]
    joined = ["\n\n".join(cases[i : i + 3]) for i in range(0, len(cases), 2)]
    for text in [*cases, *joined, *reversed(cases), *reversed(joined)]:
        assert again.read_text(text, "okr.md", "markdown") == read_text(text, "okr.md")


SET = "## O1: Bakers sleep longer\n- KR1: Win 12 new shops\n"
MISSION = f"{SET}- Ultimate Objective: Bread for all\n\n## O2: Shops trust us\n- KR1: Halve complaints\n"


@pytest.mark.parametrize(
    "versions",
    [
        [f"# 2026 Q{quarter} OKR\n\n{SET}\n## O2: Shops trust us\n- KR1: Halve complaints\n" for quarter in "134"],
        [f"---\n{said}\n---\n\n# Plan\n\n{MISSION}" for said in ("mission: Bread for all", "team: x", "mission: y")],
        [f"{front}\n\n{SET}\n{SET}" for front in ("# Plan\n\n# Then", "# Plan\n\n## O1: Bakers sleep longer", "x")],
    ],
    ids=["cycle above", "mission", "objective repeated"],
)
def test_what_stands_elsewhere_is_heeded(versions: list[str]) -> None:
    again = Rereader()
    for text in [*versions, *versions]:
        assert again.read_text(text, "plan.md", "markdown") == read_text(text, "plan.md")


def test_documents_are_the_readers_own() -> None:
    """What happens to one document is not seen in the next."""
    text = "\n\n".join(BLOCKS[2:5])
    again = Rereader()
    first = again.read_text(text, "a.md", "markdown")
    for statement in first.statements():
        statement.context.notes.append("x")
        statement.context.owner = "Bo"
    assert again.read_text(text, "a.md", "markdown") == read_text(text, "a.md")


def test_memory_is_bounded() -> None:
    again = Rereader(size=8)
    for number in range(30):
        text = "".join(f"## O{k}: Goal {number} {k}\n- KR1: Win {k} shops\n\n" for k in range(1, 6))
        assert again.read_text(text, "a.md", "markdown") == read_text(text, "a.md")
        assert len(again._outcomes) + len(again._sections) <= 8 + 2 * 6


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_changed_is_interpreted(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    def text(word: str) -> str:
        sets = [
            f"## O{k}: Goal {k} of the bakers\n- KR1: {word if k == 7 else 'Win'} {k} shops\n" for k in range(1, 21)
        ]
        return "\n".join(["# 2026 Q4\n", *sets]).replace("\n", end)

    again, headings = Rereader(), []
    whole = Interpreter._heading
    monkeypatch.setattr(Interpreter, "_heading", lambda self, *given: headings.append(1) or whole(self, *given))
    before = again.read_text(text("Win"), "a.md", "markdown")
    assert len(headings) == 21
    headings.clear()
    after = again.read_text(text("Open"), "a.md", "markdown")
    assert len(headings) == 2  # the set and the title above all sets
    assert _texts(before)[:6] == _texts(after)[:6]
    assert "Open 7 shops" in _texts(after)


def _texts(document: Document) -> list[str]:
    return [one.text for one in document.statements()]


@pytest.mark.parametrize(
    "lines", ["**Guests come back**\n\n- 40% book again\n- NPS of 50\n", "Guests come back\n\nKR1: NPS of 50\n"]
)
def test_lines_over_lists_come_and_go(lines: str) -> None:
    """That several lines stand over lists is known of the whole document, and changes what one section says."""
    section = "## Make rooms quiet\n\n- 30 dB at night\n- 2 complaints a week\n\n{}\n"
    versions = [[section.format(lines if at < count else "") for at in range(4)] for count in (0, 1, 2, 1, 3, 0)]
    check_rereading("# Hotel OKRs 2026 Q2\n\n" + "\n".join(parts) for parts in versions)
