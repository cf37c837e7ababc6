"""Reasons are put into words when read, once, and travel as plain texts."""

import pickle

from okr_lint.checks.label_words import LabelSentence
from okr_lint.classifier.types import Label
from okr_lint.linter import Linter
from okr_lint.model.reasons import Reasons


def test_nothing_is_explained_before_somebody_reads_it() -> None:
    asked: list[int] = []

    def explain() -> tuple[str, ...]:
        asked.append(1)
        return ("上线",)

    sentence = LabelSentence("kind", Label("output", 0.91, True, explain))
    reasons = Reasons(lambda: (sentence["zh"], sentence["en"]))
    assert not asked
    assert reasons == (
        "分类器：类型=产出（把握 91%），依据：上线",
        "classifier: kind = output (91% confident), because of 上线",
    )
    assert len(asked) == 1 and list(reasons) and len(asked) == 1
    assert type(pickle.loads(pickle.dumps(reasons))) is tuple  # noqa: S301  (our own bytes)


def test_reasons_equal_a_tuple_of_the_same_texts() -> None:
    made = Reasons(lambda: ("a", "b"))
    assert made == ("a", "b") and hash(made) == hash(("a", "b")) and made[1:] == ("b",) and made != ("a",)


def test_a_finding_of_the_linter_names_the_label_and_its_drivers() -> None:
    found = Linter().check_text("# O1: Make onboarding painless\n- KR1: Hold weekly onboarding meetings\n").findings
    assert any("because of" in reason for finding in found for reason in finding.why)


def test_a_label_that_is_not_sure_stands_beside_the_reason_of_the_rule() -> None:
    text = "# O1: Make joining easy\n- KR1: Invite 20 shops to the group and collect 30 stories\n"
    said = [f for f in Linter().check_text(text).findings if f.source == "both"]
    assert "K208" in [f.code for f in said]
    assert all(any("classifier" in one for one in f.why) for f in said)
    assert ["classifier" in one for one in next(f for f in said if f.code == "K208").why] == [False, True]
