"""Where rule and classifier meet: they agree, they differ, or one of them is not sure."""

import pytest

from okr_lint.checks import verdict
from okr_lint.checks.verdict import combine, within_reach
from okr_lint.checks.verdict_model import verdict_models
from okr_lint.classifier.types import Label

TASK = Label("task", 0.9, True, ("完成", "上线"))
NOT_SURE = Label("task", 0.6, False)
ASPIRATION = Label("aspiration", 0.9, True)


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"X1": {"rule": 0.7, "classifier": 0.85}, "X2": {"rule": 0.95, "classifier": 0.85}}
    monkeypatch.setattr(verdict, "_table", lambda: table)


def test_agreement_says_both_and_is_surer_than_either() -> None:
    made = combine("X1", "kind", TASK, "task", evidence=True)
    assert made is not None and made.source == "both" and made.confidence > 0.9
    assert "上线" in made.why[0]["zh"] and "classifier" in made.why[0]["en"]


def test_the_more_precise_one_speaks_where_they_disagree() -> None:
    assert combine("X1", "kind", ASPIRATION, "task", evidence=True) is None
    made = combine("X2", "kind", ASPIRATION, "task", evidence=True, alone="warning")
    assert made is not None and made.source == "rule" and made.severity == "warning"
    assert "愿景" in made.why[0]["zh"]  # the other one is named
    assert combine("X2", "kind", TASK, "task", evidence=False) is None
    against = combine("X1", "kind", TASK, "task", evidence=False)
    assert against is not None and against.source == "classifier"


def test_a_label_that_is_not_sure_gives_nothing_alone() -> None:
    assert combine("X1", "kind", NOT_SURE, "task", evidence=None) is None
    made = combine("X1", "kind", NOT_SURE, "task", evidence=True)
    assert made is not None and made.source == "rule" and made.confidence == 0.7 and not made.why


def test_weak_evidence_needs_a_label_that_agrees() -> None:
    assert combine("X1", "kind", NOT_SURE, "task", evidence=True, strength=0.6) is None
    made = combine("X1", "kind", TASK, "task", evidence=True, strength=0.6)
    assert made is not None and made.source == "both"


def test_a_label_alone_is_never_an_error() -> None:
    made = combine("X1", "kind", TASK, "task", evidence=None, alone="error")
    assert made is not None and made.severity == "warning"


def test_out_of_reach_means_that_no_evidence_gives_a_finding() -> None:
    out = 0
    for code, model in verdict_models().items():
        for claimed in (0.0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.9, 1.0):
            label = Label("yes", claimed, True, probabilities={"yes": claimed, "no": 1 - claimed})
            made = [
                combine(code, "kind", label, "yes", evidence=evidence, strength=strength)
                for evidence in (True, False, None)
                for strength in (1.0, 0.8, 0.5)
            ]
            assert within_reach(code, label, "yes") == any(made)
            assert all(one is None or one.confidence >= model.said for one in made)
            out += not within_reach(code, label, "yes")
    assert out  # else it saves nothing


def test_without_a_label_or_a_model_everything_is_within_reach() -> None:
    assert within_reach("K202", None, "activity") and within_reach("X1", TASK, "task")
    assert within_reach("K202", NOT_SURE, "activity")  # no probabilities to go by


def test_a_label_that_was_weighed_in_is_named_even_if_it_is_not_sure() -> None:
    label = Label("yes", 0.6, False, ("并且",), {"yes": 0.6, "no": 0.4})
    made = combine("K208", "compound", label, "yes", evidence=True)
    assert made is not None and made.source == "both"
    assert made.why[0]["en"] == "classifier: compound = yes (60% confident), because of 并且"


def test_a_label_that_differs_is_named_and_said_to_differ() -> None:
    label = Label("no", 0.65, False, ("effect",), {"yes": 0.35, "no": 0.65})
    made = combine("O101", "metric", label, "yes", evidence=True)
    assert made is not None and made.source == "rule"
    assert made.why[0]["en"].startswith("the classifier disagrees: numeric target = no (65% confident), because of")
    assert "分类器另有看法" in made.why[0]["zh"]


def test_a_label_that_is_no_more_than_a_guess_is_not_held_against_the_rule() -> None:
    label = Label("no", 0.55, False, (), {"yes": 0.45, "no": 0.55})
    made = combine("O101", "metric", label, "yes", evidence=True)
    assert made is not None and made.source == "rule" and not made.why
