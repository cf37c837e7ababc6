"""Comments in every form and format; which findings they reach, and what is said of those of no use."""

from datetime import date

import pytest

from okr_lint.checks.examples import Example, examples_of
from okr_lint.checks.registry import own_rules
from okr_lint.fingerprint import with_fingerprints
from okr_lint.fixes import mend
from okr_lint.linter import Linter, _sets, understand
from okr_lint.model import Finding, Span
from okr_lint.readers import read_text
from okr_lint.settings import Settings
from okr_lint.suppression import suppress

HEAD = "---\ncycle: 2026 Q3\nowner: kitchen crew\n---\n\n"
O = "# O1: Try to let the night shift eat well"  # noqa: E741
KR1 = "- KR1: Share of hot night meals rises from 40% to 85%"
KR2 = "- KR2: Try to cut thrown-away meals from 60 to 20 a week"
FORMS = {
    "own line": (f"{O}\n\n{KR1}\n{KR2} <!-- okr-lint: ignore K218 (agreed) -->\n", "markdown"),
    "line before": (f"{O}\n\n{KR1}\n<!-- okr-lint: ignore hedged-key-result -->\n{KR2}\n", "markdown"),
    "two comments before": (
        f"{O}\n\n{KR1}\n<!-- okr-lint: ignore K218 -->\n<!-- for the next edition -->\n{KR2}\n",
        "markdown",
    ),
    "block": (
        f"{O}\n\n{KR1}\n<!-- okr-lint: ignore-start K218 -->\n{KR2}\n<!-- okr-lint: ignore-end K218 -->\n",
        "markdown",
    ),
    "table": (
        "| Objective | Key result |\n|---|---|\n| Try to let the night shift eat well | Share of hot meals rises"
        " from 40% to 85% |\n| | Try to cut thrown-away meals from 60 to 20 a week <!-- okr-lint: ignore K218 --> |\n",
        "markdown",
    ),
    "yaml own line": (
        "objectives:\n  - objective: Try to let the night shift eat well\n    key_results:\n"
        "      - Share of hot meals rises from 40% to 85%\n"
        "      - Try to cut thrown-away meals from 60 to 20 a week # okr-lint: ignore K218\n",
        "yaml",
    ),
    "yaml line before": (
        "objectives:\n  - objective: Try to let the night shift eat well\n    key_results:\n"
        "      - Share of hot meals rises from 40% to 85%\n      # okr-lint: ignore K218 (agreed)\n"
        "      - Try to cut thrown-away meals from 60 to 20 a week\n",
        "yaml",
    ),
    "text own line": (
        "O1: Try to let the night shift eat well\nKR1: Share of hot meals rises from 40% to 85%\n"
        "KR2: Try to cut thrown-away meals from 60 to 20 a week <!-- okr-lint: ignore K218 -->\n",
        "text",
    ),
    "text line before": (
        "O1: Try to let the night shift eat well\nKR1: Share of hot meals rises from 40% to 85%\n"
        "<!-- okr-lint: ignore K218 (agreed) -->\nKR2: Try to cut thrown-away meals from 60 to 20 a week\n",
        "text",
    ),
    "rst": (
        "Try to let the night shift eat well\n===================================\n\n"
        "- KR1: Share of hot meals rises from 40% to 85%\n\n.. okr-lint: ignore K218\n\n"
        "- KR2: Try to cut thrown-away meals from 60 to 20 a week\n",
        "rst",
    ),
}


def found(text: str, format: str = "markdown", settings: Settings | None = None) -> list[Finding]:
    result = Linter(settings).check_text(text, format)
    assert result.document is not None
    return result.findings


def hedges(text: str, format: str = "markdown") -> list[str]:
    return [f.code for f in found(text, format) if f.code in ("O108", "K218", "F007")]


@pytest.mark.parametrize("name", FORMS)
def test_a_comment_reaches_its_statement_and_no_other(name: str) -> None:
    text, format = FORMS[name]
    without = text
    for code in ("K218", "hedged-key-result"):
        without = without.replace(f"ignore {code}", "note").replace(f"ignore-start {code}", "x")
    without = without.replace("ignore-end", "x")
    without = "\n".join(line for line in without.split("\n") if "okr-lint: note" not in line or "Try" in line)
    without = without.replace("<!-- okr-lint: note -->", "").replace("okr-lint:", "about:")
    assert hedges(without, format) == ["O108", "K218"]
    assert hedges(text, format) == ["O108"]


def test_a_file_comment_reaches_everything_also_what_has_no_line() -> None:
    text = f"{O}\n\n{KR1}\n{KR2}\n"
    assert {"O108", "K218", "K207"} <= {f.code for f in found(text)}
    quiet = f"{text}\n<!-- okr-lint: ignore-file O108, K218、K207 (a trial) -->\n"
    assert not {"O108", "K218", "K207", "F007"} & {f.code for f in found(quiet)}


def test_a_comment_that_is_shown_as_code_is_none() -> None:
    text = HEAD + f"{O}\n\n{KR1}\n\nWrite `<!-- okr-lint: ignore K204 -->` to ignore it.\n"
    assert "F007" not in [f.code for f in found(text)]


def test_fingerprints_survive_reordering_renumbering_and_spacing() -> None:
    finding = next(f for f in found(HEAD + f"{O}\n\n{KR1}\n{KR2}\n") if f.code == "K218")
    moved = f"# O7:  Eat well\n\n- KR7.1: ｔry to cut thrown-away  meals from 60 to 20 a week\n{KR1}\n"
    again = next(f for f in found(HEAD + moved) if f.code == "K218")
    assert finding.fingerprint == again.fingerprint
    ignoring = Settings(ignored_fingerprints=(finding.fingerprint,))
    assert "K218" not in [f.code for f in found(HEAD + moved, settings=ignoring)]
    twice = [f.fingerprint for f in found(HEAD + f"{O}\n\n{KR2}\n{KR2}\n") if f.code == "K218"]
    assert twice[0] == finding.fingerprint and len(set(twice)) == 2


def dated(text: str, today: date) -> list[Finding]:
    document = read_text(text)
    linter = Linter()
    sets = _sets(document, understand(document))
    return suppress(
        document, sets, with_fingerprints(document, linter.engine.run(document, sets)), linter.engine, today
    )


def test_a_suppression_ends() -> None:
    text = HEAD + f"{O} <!-- okr-lint: ignore O108 (until the review) until=2026-09-30 -->\n\n{KR1}\n"
    assert "O108" not in [f.code for f in dated(text, date(2026, 9, 30))]
    late = dated(text, date(2026, 10, 1))
    assert {"O108", "F007"} <= {f.code for f in late}
    assert "2026-09-30" in next(f.message for f in late if f.code == "F007")


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("ignore", "names no code"),
        ("ignore (because)", "names no code"),
        ("ignroe K218", "ignroe"),
        ("ignore K218 until=soon", "until=soon"),
        ("ignore-end K218", "no ignore-start"),
        ("ignore K999", "no rule K999"),
        ("ignore K218 O108", "no K218 to ignore here; take it out"),
    ],
)
def test_what_a_comment_lacks_is_said(comment: str, said: str) -> None:
    text = HEAD + f"<!-- okr-lint: {comment} -->\n{O}\n\n{KR1}\n"
    about = [f for f in found(text) if f.code == "F007"]
    assert len(about) == 1 and said in about[0].message


def test_rules_that_did_not_run_are_not_reported_as_unused() -> None:
    text = HEAD + f"{O} <!-- okr-lint: ignore K218 K221 S301 -->\n\n{KR1}\n"
    assert [f.code for f in found(text, settings=Settings(select=("F", "O")))] == ["O108"]


def fixed(text: str, finding: Finding) -> str:
    for edit in sorted(finding.suggestions[0].edits, key=lambda e: e.span.start, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!-- okr-lint: ignore K204 -->\r\n# O1: Eat\r\n", "# O1: Eat\r\n"),
        ("# O1: Eat <!-- okr-lint: ignore K204 -->\n", "# O1: Eat\n"),
        ("# O1: Eat <!-- okr-lint: ignore K204 -->well\n", "# O1: Eat well\n"),
        ("# O1: Eat <!-- okr-lint: ignore K204 --> well\n", "# O1: Eat well\n"),
        ("# O1: Try <!-- okr-lint: ignore K204, O108 (r) -->\n", "# O1: Try <!-- okr-lint: ignore O108 (r) -->\n"),
        ("# O1: Try <!-- okr-lint: ignore O108, K204 (r) -->\n", "# O1: Try <!-- okr-lint: ignore O108 (r) -->\n"),
    ],
)
def test_the_fix_takes_out_the_comment_or_the_code(before: str, after: str) -> None:
    text = before.replace("Try", "Try to let the night shift eat well")
    finding = next(f for f in found(text) if f.code == "F007")
    assert finding.suggestions[0].applicability == "safe"
    assert fixed(text, finding) == after.replace("Try", "Try to let the night shift eat well")


F007 = examples_of(own_rules()["F007"])


@pytest.mark.parametrize("example", F007, ids=lambda e: f"{e.language}-{e.kind}-{F007.index(e)}")
def test_the_examples_of_the_rule_file(example: Example) -> None:
    assert example.document is not None
    about = [f for f in found(example.document, example.format) if f.code == "F007"]
    if example.kind == "bad":
        assert example.start is not None and example.end is not None
        assert [f.span for f in about] == [Span(example.start, example.end)]
        again = found(fixed(example.document, about[0]), example.format)
        assert "F007" not in [f.code for f in again]
    else:
        assert about == []


@pytest.mark.parametrize(("fence", "cycle"), [("---", "cycle: 2026Q3"), ("+++", 'cycle = "2026Q3"')])
def test_comments_in_front_matter_hold_for_the_file(fence: str, cycle: str) -> None:
    head = f"{fence}\n{cycle}\n# okr-lint: ignore-file K203 (pilot)\n# about something else\n{fence}\n\n"
    text = head + "# O1: Make paying easy\n- KR1: Launch the app\n- KR2: NPS rises from 2 to 5\n"
    linter = Linter(Settings(select=("K203", "F007", "K206")))
    result = linter.check_bytes(text.encode(), "a.md")
    assert result.document is not None and result.document.context.cycle == "2026Q3"
    assert [finding.code for finding in result.findings] == []
    unused = linter.check_bytes(text.replace("Launch the app", "NPS rises from 3 to 4").encode(), "a.md")
    assert [finding.code for finding in unused.findings] == ["F007"]
    mended = mend(linter, text.replace("Launch the app", "NPS rises from 3 to 4").encode(), "a.md")
    assert b"okr-lint" not in mended.data and b"# about something else" in mended.data
