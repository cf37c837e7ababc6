"""The engine: what is tried on what, severities, findings of sets on statements, and silence where one rule yields."""

import pytest

from okr_lint.checks.engine import Engine
from okr_lint.checks.match import Match, Subject
from okr_lint.checks.rule import RuleError
from okr_lint.linter import Linter, _sets
from okr_lint.settings import Settings

TEXT = "# O1: 争取让街坊按时吃上热饭\n\n- KR1: 午餐等候从 25 分钟缩短到 8 分钟\n- KR2: 按时送达率从 70% 提升到 92%\n"


def codes(text: str, settings: Settings | None = None) -> dict[str, str]:
    return {f.code: f.severity for f in Linter(settings).check_text(text).findings}


def test_a_profile_changes_severities_and_the_user_has_the_last_word() -> None:
    assert codes(TEXT)["O108"] == "warning"
    assert codes(TEXT, Settings(profile="learning"))["O108"] == "info"
    assert codes(TEXT, Settings(severity={"O108": "error"}))["O108"] == "error"
    assert "O108" not in codes(TEXT, Settings(severity={"O108": "off"}))


def test_a_check_may_lower_but_not_raise_what_the_user_set() -> None:
    objective = "# O1: 让街坊按时吃上热饭\n\n- KR1: 午餐等候从 25 分钟缩短到 8 分钟\n"
    assert codes(objective)["S303"] == "info"
    assert codes(objective, Settings(severity={"S303": "error"}))["S303"] == "info"
    many = TEXT + "".join(f"- KR{n}: 第 {n} 食堂退餐率从 9% 降到 {n}%\n" for n in range(3, 9))
    assert codes(many)["S302"] == "warning"
    assert codes(many, Settings(severity={"S302": "info"}))["S302"] == "info"


def test_unknown_names_are_an_error_with_a_hint() -> None:
    with pytest.raises(RuleError, match="hedged-objective"):
        Engine(Settings(select=("hedged-objectiv",)))
    assert set(Engine(Settings(select=("O1",), ignore=("O108",))).rules).isdisjoint({"O108", "S303"})


def test_a_finding_of_a_document_can_stand_on_a_statement() -> None:
    result = Linter(Settings(select=("F006",))).check_text(TEXT)
    assert result.document is not None
    engine = Engine(Settings())
    subject = Subject(result.document, Settings(), sets=_sets(result.document, result))
    rule = engine.rules["S304"]
    (finding,) = engine.findings(rule, [Match(statement="O1/KR2", params={"other": "KR1"})], subject)
    assert finding.statement == "O1/KR2"
    assert finding.span == result.document.objectives[0].key_results[1].span


def test_preview_rules_run_when_asked_for() -> None:
    assert "S308" not in Engine(Settings()).rules
    assert "S308" in Engine(Settings(preview=True)).rules
    assert "S308" in Engine(Settings(select=("S308",))).rules


def test_one_fault_is_said_once() -> None:
    rule = Engine(Settings()).rules["O104"]
    assert "O103" in rule.yields_to
    text = "# O1: 完成年度各项工作任务\n\n- KR1: 午餐等候从 25 分钟缩短到 8 分钟\n- KR2: 退餐率从 9% 降到 3%\n"
    found = codes(text)
    assert "O104" not in found and {"O102", "O103"} & set(found)
