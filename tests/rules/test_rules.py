"""Every rule file is its own test: one generic test reads all examples (design.md, "Rule file").

Each example is judged twice: by the rules alone (without labels), where the contract is exact, and
with the classifier, where a finding may be confirmed by a label but must not come or go.
"""

from __future__ import annotations

import pytest
from example_runs import Run, run

from okr_lint.checks.examples import Example, examples_of
from okr_lint.checks.registry import own_rules
from okr_lint.checks.rule import Rule
from okr_lint.model import Finding

RULES = [rule for rule in own_rules().values() if rule.status in ("stable", "preview")]
STABLE = {rule.code for rule in RULES if rule.status == "stable"}
RUNNABLE = [rule for rule in RULES if "produced_by" not in rule.match]
CASES = [(rule, example) for rule in RUNNABLE for example in examples_of(rule)]
MIN_EXAMPLES = 5


def _name(case: object) -> str:
    if isinstance(case, Rule):
        return case.code
    assert isinstance(case, Example)
    return f"{case.language}-{case.kind}-{case.focus_text[:24]}"


def _cases(kind: str) -> pytest.MarkDecorator:
    chosen = [case for case in CASES if case[1].kind == kind]
    return pytest.mark.parametrize(("rule", "example"), chosen, ids=_name)


@pytest.fixture(params=["rules alone", "with the classifier"])
def labels(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "with the classifier")


def _others(rule: Rule, one: Run) -> list[Finding]:
    """What other stable rules say; a label that speaks alone is measured on the corpus, not here."""
    return [f for f in one.counted if f.code != rule.code and f.code in STABLE and f.source != "classifier"]


def _said(findings: list[Finding]) -> list[str]:
    return [f"{f.code} {f.severity} {f.message}" for f in findings]


@_cases("bad")
def test_bad_example_gives_this_finding_once_at_this_span(rule: Rule, example: Example, labels: bool) -> None:
    one = run(example, rule.status == "preview", labels=labels)
    ours = [f for f in one.counted if f.code == rule.code]
    if labels and {f.code for f in one.counted}.intersection(rule.yields_to):
        assert not ours
        return
    assert len(ours) == 1, _said(one.result.findings)
    finding = ours[0]
    assert finding.span == one.expected_span
    if example.severity is not None:
        assert finding.severity == example.severity
    others = {f.code for f in _others(rule, one)}
    if not labels:
        assert others == set(example.also), _said(one.counted)
    else:
        loud = [f for f in _others(rule, one) if f.severity != "info" and f.code not in example.also]
        assert not loud, _said(loud)


@_cases("bad")
def test_bad_example_gets_the_suggestion_that_its_file_promises(rule: Rule, example: Example) -> None:
    one = run(example, rule.status == "preview", labels=False)
    finding = next(f for f in one.counted if f.code == rule.code)
    assert finding.suggestions or not rule.suggestions
    edited = [(s, one.fixed_text(s)) for s in finding.suggestions if s.edits]
    if example.suggest is not None:
        assert example.suggest in [s.text for s in finding.suggestions]
    if example.fixed is not None:
        assert example.fixed in [text for _, text in edited]
    elif edited:
        pytest.fail(f"say what the edit makes of it: fixed: {edited[0][1]!r}")
    for suggestion, text in edited:
        if example.document is None:
            assert suggestion.text == text
        again = run(example.with_focus(text), rule.status == "preview", labels=False)
        assert rule.code not in {f.code for f in again.counted if f.statement == finding.statement}, text


@_cases("good")
def test_good_example_gives_nothing(rule: Rule, example: Example, labels: bool) -> None:
    one = run(example, rule.status == "preview", labels=labels)
    assert rule.code not in {f.code for f in one.counted}, _said(one.counted)
    loud = [f for f in _others(rule, one) if f.severity != "info" and f.code not in example.also]
    assert not loud, _said(loud)


@_cases("missed")
def test_known_miss_is_still_missed(rule: Rule, example: Example) -> None:
    one = run(example, rule.status == "preview", labels=False)
    caught = [f for f in one.counted if f.code == rule.code]
    assert not caught, "caught now: move it to the bad examples"


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_rule_file_is_complete(rule: Rule) -> None:
    for language in rule.languages:
        given = [e for e in examples_of(rule) if e.language == language]
        for kind in ("bad", "good"):
            count = len([e for e in given if e.kind == kind])
            assert count >= MIN_EXAMPLES, f"{language}: {count} {kind} examples"
        if any("scaffold" in s for s in rule.suggestions) and "produced_by" not in rule.match:
            assert any(e.suggest for e in given), f"{language}: no bad example states its scaffold"
    for texts in (rule.title, rule.why, rule.source):
        assert texts["zh"] and texts["en"]
    assert rule.since
    texts = [t for message in rule.messages.values() for t in [message["zh"]]]
    assert all(any("\u4e00" <= char <= "\u9fff" for char in text) for text in texts), "a Chinese message is missing"
