"""What all rule files promise about themselves: signals that exist, and a light layer that stays light."""

import pytest

import okr_lint.language.analysis as analysis_module
from okr_lint.checks.examples import examples_of
from okr_lint.checks.registry import own_rules
from okr_lint.checks.rule import Rule
from okr_lint.language.lexicons import lexicon_matcher
from okr_lint.linter import Linter
from okr_lint.settings import Settings

RULES = [rule for rule in own_rules().values() if "produced_by" not in rule.match]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_needs_name_signals_that_a_statement_can_show(rule: Rule) -> None:
    known = {*lexicon_matcher().names, "quantity", "date"}
    assert {need for need in rule.needs if not need.startswith("label:")} <= known
    assert set(rule.yields_to) <= set(own_rules())


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.layer == "light"], ids=lambda rule: rule.code)
def test_a_light_rule_never_builds_the_doc(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: object) -> None:
        raise AssertionError(f"{rule.code} is declared light but asks for the Doc")

    monkeypatch.setattr(analysis_module.Analysis, "doc", property(refuse))
    linter = Linter(Settings(select=(rule.code,)))
    for example in examples_of(rule):
        if example.document is None:
            linter.check_document(example.build())


def test_at_least_eight_stable_rules_use_the_doc() -> None:
    assert len([rule for rule in RULES if rule.layer == "doc" and rule.status == "stable"]) >= 8
