"""Where rule and classifier meet: they agree, they differ, or one of them is not sure."""

import pytest

from okr_lint.checks import verdict
from okr_lint.checks.verdict import combine
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
