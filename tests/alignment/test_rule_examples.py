"""The examples of A401–A407: whole folders, judged as one organisation (the contract of tests/rules/test_rules.py)."""

from __future__ import annotations

import pytest

from okr_lint.alignment import align
from okr_lint.checks.examples import Example, examples_of
from okr_lint.checks.registry import own_rules
from okr_lint.checks.rule import Rule
from okr_lint.linter import Linter
from okr_lint.model import Finding, Span
from okr_lint.readers import read_text

RULES = [rule for rule in own_rules().values() if rule.match.get("produced_by") == "alignment"]
CASES = [(rule, example) for rule in RULES for example in examples_of(rule)]
LINTER = Linter()


def _name(case: object) -> str:
    if isinstance(case, Rule):
        return case.code
    assert isinstance(case, Example)
    return f"{case.language}-{case.kind}"


def _findings(example: Example) -> list[Finding]:
    assert example.document is not None
    document = read_text(example.document, example.path, example.format)
    beside = [read_text(text, path) for path, text in example.beside]
    parents = [one for one in beside if one.path in example.parents]
    said = align([document, *(one for one in beside if one not in parents)], parents)
    return LINTER.check_document(document, said.get(example.path, ())).findings


@pytest.mark.parametrize(("rule", "example"), [c for c in CASES if c[1].kind == "bad"], ids=_name)
def test_bad_example_gives_this_finding_once_at_this_span(rule: Rule, example: Example) -> None:
    found = _findings(example)
    said = [f"{f.code} {f.severity} {f.message}" for f in found]
    ours = [f for f in found if f.code == rule.code]
    assert len(ours) == 1, said
    assert example.start is not None and example.end is not None
    assert ours[0].span == Span(example.start, example.end)
    assert example.severity in (None, ours[0].severity)
    assert {f.code for f in found} - {rule.code} == set(example.also), said
    assert ours[0].suggestions


@pytest.mark.parametrize(("rule", "example"), [c for c in CASES if c[1].kind == "good"], ids=_name)
def test_good_example_gives_nothing(rule: Rule, example: Example) -> None:
    found = _findings(example)
    said = [f"{f.code} {f.severity} {f.message}" for f in found]
    assert rule.code not in {f.code for f in found}, said
    assert not [f for f in found if f.severity != "info" and f.code not in example.also], said
