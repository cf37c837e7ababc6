"""The examples of D501–D504: two versions of a file."""

from __future__ import annotations

import pytest

from okr_lint.checks.engine import Engine
from okr_lint.checks.examples import Example, examples_of
from okr_lint.checks.registry import own_rules
from okr_lint.checks.rule import Rule
from okr_lint.history import compare, results
from okr_lint.model import Finding, Span
from okr_lint.readers import read_text
from okr_lint.settings import Settings

RULES = [rule for rule in own_rules().values() if rule.match.get("produced_by") == "versions"]
CASES = [(rule, example) for rule in RULES for example in examples_of(rule)]
ENGINE = Engine(Settings())


def _name(case: object) -> str:
    if isinstance(case, Rule):
        return case.code
    assert isinstance(case, Example)
    return f"{case.language}-{case.kind}"


def _findings(example: Example) -> list[Finding]:
    assert example.document is not None and example.before is not None
    old, new = read_text(example.before, "before"), read_text(example.document, example.path)
    return results(ENGINE, [new], compare([old], [new]))[0].findings


@pytest.mark.parametrize(("rule", "example"), [c for c in CASES if c[1].kind == "bad"], ids=_name)
def test_bad_example_gives_this_finding_alone_at_this_span(rule: Rule, example: Example) -> None:
    found = _findings(example)
    assert [f.code for f in found] == [rule.code], [f"{f.code} {f.message}" for f in found]
    expected = None if example.start is None else Span(example.start, example.end or 0)
    assert found[0].span == expected
    assert found[0].suggestions


@pytest.mark.parametrize(("rule", "example"), [c for c in CASES if c[1].kind == "good"], ids=_name)
def test_good_example_gives_nothing(rule: Rule, example: Example) -> None:
    found = _findings(example)
    assert rule.code not in [f.code for f in found], [f"{f.code} {f.message}" for f in found]
