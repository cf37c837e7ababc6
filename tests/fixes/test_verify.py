"""A fix changes its own statement and nothing else, in every format; what would change more is refused."""

import csv
import io
import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from okr_lint.fixes import mend
from okr_lint.fixes.verify import sound
from okr_lint.linter import Linter
from okr_lint.model import Document, Edit, Finding, Span, Suggestion
from okr_lint.readers import read_bytes, read_text
from okr_lint.settings import Settings

LINTER = Linter(Settings(select=("O1", "K2", "F004", "F007")))
OBJECTIVES = [
    "Try to make paying easy for shop owners",
    "争取让夜班也吃上热饭",
    "Make colleagues proud of the tool we ship",
    "Become the shop that neighbours come back to, with a repeat rate of 40%",
    "让街坊更愿意来店里坐坐,复购率提升到 40%",
]
KEY_RESULTS = [
    "Cut refund time from 9 to 3 days, if possible",
    "Try to raise repeat orders from 20% to 40%",
    "Open guides for leave, bonuses, etc.",
    "Set up the channels (chat, mail, etc)",
    "Launch self-service returns and retire the old portal",
    "Define and measure the driver score",
    "Renewal rate rises to 84%; complaints fall to 2%",
    "争取将客诉率从 5% 降到 2%",
    "上线对账、报销、开票等",
    "续约率提升到 84%,并将客诉率降到 2%",
    'Shops say "hot" & mean it: 40 of 60',
]
SETS = st.lists(
    st.tuples(st.sampled_from(OBJECTIVES), st.lists(st.sampled_from(KEY_RESULTS), min_size=1, max_size=4)),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one[0],  # a table's rows of one objective belong together
)


def markdown(sets: list[tuple[str, list[str]]]) -> str:
    lines = (
        f"## O{n}: {o}\n\n" + "".join(f"- KR{k}: {t}\n" for k, t in enumerate(ks, 1)) for n, (o, ks) in numbered(sets)
    )
    return "\n".join(lines)


def bullets(sets: list[tuple[str, list[str]]]) -> str:
    return "\n".join(f"## Objective: {o}\n\n" + "".join(f"* {t}\n" for t in ks) for o, ks in sets)


def text(sets: list[tuple[str, list[str]]]) -> str:
    return "\n".join(
        f"O{n}: {o}\n" + "".join(f"KR{k}: {t}\n" for k, t in enumerate(ks, 1)) for n, (o, ks) in numbered(sets)
    )


def rst(sets: list[tuple[str, list[str]]]) -> str:
    made = []
    for n, (o, ks) in numbered(sets):
        title = f"O{n}: {o}"
        made.append(f"{title}\n{'=' * 2 * len(title)}\n\n" + "".join(f"- KR{k}: {t}\n" for k, t in enumerate(ks, 1)))
    return "\n".join(made)


def tree(sets: list[tuple[str, list[str]]]) -> dict[str, Any]:
    return {"objectives": [{"objective": o, "key_results": ks} for o, ks in sets]}


def table(sets: list[tuple[str, list[str]]]) -> str:
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["objective", "key result"])
    for o, ks in sets:
        rows.writerows([[o, ks[0]], *(["", k] for k in ks[1:])])
    return out.getvalue()


def numbered(sets: list[tuple[str, list[str]]]) -> Any:
    return enumerate(sets, 1)


WRITERS = {
    "a.md": markdown,
    "b.md": bullets,
    "a.txt": text,
    "a.rst": rst,
    "a.json": lambda sets: json.dumps(tree(sets)),
    "a.yaml": lambda sets: yaml.safe_dump(tree(sets), allow_unicode=True, width=1000),
    "a.csv": table,
}


def words(document: Document) -> list[str]:
    return [statement.text for statement in document.statements()]


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("unsafe", [False, True])
@settings(max_examples=25, deadline=None)
@given(sets=SETS)
def test_only_what_is_mended_reads_otherwise(name: str, unsafe: bool, sets: list[tuple[str, list[str]]]) -> None:
    data = WRITERS[name](sets).encode()
    before = read_bytes(data, name)
    assert len(words(before)) == sum(1 + len(ks) for _, ks in sets)
    mended = mend(LINTER, data, name, unsafe=unsafe)
    after = read_bytes(mended.data, name)
    assert mended.result.document is not None and words(mended.result.document) == words(after)
    touched = {finding.statement for finding in mended.findings}
    splits = sum(finding.code in ("K208", "O101") for finding in mended.findings)  # each makes a line of its own
    assert len(words(after)) == len(words(before)) + splits
    if not splits:  # ids stay
        for one, other in zip(before.statements(), after.statements(), strict=True):
            assert one.text == other.text or one.id in touched
    kept = "".join(words(before)).lower()
    assert all(part in kept for line in words(after) for part in re.findall(r"\w+", line.lower()))  # nothing invented
    again = mend(LINTER, mended.data, name, unsafe=unsafe)
    assert again.data == mended.data and not again.findings


def fix(statement: str | None, start: int, end: int, new: str, reads: str | None) -> tuple[Finding, Suggestion]:
    suggestion = Suggestion("x", "safe", (Edit(Span(start, end), new),), reads)
    return Finding("X001", "x", "info", "x", statement, None, suggestions=(suggestion,)), suggestion


def test_a_fix_that_changes_more_is_left_out_and_the_others_are_made() -> None:
    source = "# O1: Make paying easy\n- KR1: Cut refunds to 3 days\n- KR2: Raise orders to 40\n"
    document = read_text(source, "a.md", "markdown")
    first, second = source.index("Cut"), source.index("Raise")
    good = fix("O1/KR1", first, first + 3, "Bring", "Bring refunds to 3 days")
    eats_a_line = fix("O1/KR2", second - 7, second + 5, "", "orders to 40")
    kept, after = sound(document, [good, eats_a_line], lambda text: read_text(text, "a.md", "markdown"))
    assert kept == [good] and after is not None
    assert words(after) == ["Make paying easy", "Bring refunds to 3 days", "Raise orders to 40"]
    assert sound(document, [eats_a_line], lambda text: read_text(text, "a.md", "markdown")) == ([], None)


def test_the_owner_of_two_results_is_not_given_to_one_of_them() -> None:
    source = (
        "# O1: Make paying easy\n\n- Raise NPS from 20 to 40 and cut churn from 5% to 2% (owner: Bob)\n- Open 3 shops\n"
    )
    mended = mend(Linter(Settings(select=("K208",))), source.encode(), "a.md", unsafe=True)
    assert mended.data.decode() == source
    assert [finding.code for finding in mended.refused] == ["K208"]


def test_a_number_moves_into_a_key_result_of_its_own() -> None:
    source = (
        "# Shop, 2026 Q3\r\n\r\n## O1: Become the shop that neighbours come back to, with a repeat rate of 40%\r\n\r\n"
        "- KR1: Queue time falls from 9 to 4 minutes (owner: Bob)\r\n"
    )
    mended = mend(Linter(Settings(select=("O101",))), source.encode(), "a.md", unsafe=True)
    assert mended.data.decode() == source.replace(", with a repeat rate of 40%", "").replace(
        "- KR1", "- KR: Repeat rate of 40%\r\n- KR1"
    )
    document = mended.result.document
    assert document is not None and words(document)[1:] == [
        "Repeat rate of 40%",
        "Queue time falls from 9 to 4 minutes",
    ]
    assert [one.context.owner for one in document.objectives[0].key_results] == [None, "Bob"]


@pytest.mark.parametrize(
    ("objective", "key_result"),
    [
        ("Make subscribing the natural choice for every reader by 30%", "whole"),
        ("Become the shop that neighbours trust, reaching 900 members", "Reach 900 members"),
        ("让夜班同事安心(满意度 90%)", "满意度 90%"),
    ],
)
def test_what_leaves_the_objective_is_a_key_result_that_says_what_is_measured(objective: str, key_result: str) -> None:
    source = f"# O1: {objective}\n- Open 3 shops\n"
    mended = mend(Linter(Settings(select=("O101",))), source.encode(), "a.md", unsafe=True)
    assert mended.result.document is not None
    assert words(mended.result.document)[1:-1] == [objective if key_result == "whole" else key_result]


@pytest.mark.parametrize(
    "objective",
    [
        "Give families a calm evening with 40% more time to talk",  # the clause goes on after the number
        "让夜班同事安心(10%)(环比)",  # what is in the second bracket is about the first
        "帮助客户在实现 30% 线上化中省心",  # what is left would be no sentence
    ],
)
def test_a_number_that_cannot_be_taken_out_cleanly_stays(objective: str) -> None:
    source = f"# O1: {objective}\n- Open 3 shops\n"
    assert mend(Linter(Settings(select=("O101",))), source.encode(), "a.md", unsafe=True).data.decode() == source


def test_a_number_stays_where_a_new_line_would_be_no_key_result() -> None:
    """In a table, and where the objective has no key result."""
    number = "Become the shop that neighbours come back to, with a repeat rate of 40%"
    for name, source in (
        ("a.md", f"# O1: {number}\n"),
        ("a.csv", f'objective,key result\n"{number}",Open 3 shops\n'),
    ):
        result = Linter(Settings(select=("O101",))).check_bytes(source.encode(), name)
        assert [f.code for f in result.findings] == ["O101"]
        assert mend(Linter(Settings(select=("O101",))), source.encode(), name, unsafe=True).data.decode() == source


@pytest.mark.parametrize(
    "line",
    [
        "Define and measure a comfort index for night nurses",  # one object
        "Create a workshop and run it at least once",  # points back
        "Launch the portal and retire the old one by May 5",  # one date for both
        "Help members to review drafts and promote the message",  # hangs on "to"
        "Offer 6 depots a safety hour and hold at least one",  # one of those
        "Hold a design contest and invite painters",  # to the contest
        "完成对账托管、交付流程上线",  # one verb for both
    ],
)
def test_halves_that_share_something_are_not_split(line: str) -> None:
    source = f"# O1: Make paying easy\n\n- {line}\n- Open 3 shops\n"
    mended = mend(Linter(Settings(select=("K208",))), source.encode(), "a.md", unsafe=True)
    assert mended.data.decode() == source


def test_an_unquoted_scalar_offers_no_edit_that_needs_quotes() -> None:
    source = (
        "objective: Make paying easy\nkey_results:\n  - Try to '5 for 4' offers bring 300 orders\n  - Open 3 shops\n"
    )
    result = Linter(Settings(select=("K218",))).check_bytes(source.encode(), "a.yaml")
    assert [s.edits for f in result.findings for s in f.suggestions if s.text and s.text.startswith("'")] == [()]
