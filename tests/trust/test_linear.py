"""No rule, ours or a user's, takes more than linear time on text that nobody vetted."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from okr_lint import Linter
from okr_lint.checks.match import Subject
from okr_lint.checks.registry import own_rules
from okr_lint.linter import _sets, understand
from okr_lint.model import Document, KeyResult, Objective, Source
from okr_lint.settings import Settings

# What makes matchers walk back: long runs, near-matches of quantities and joints, unclosed marks.
HOSTILE = {
    "digits": "1", "spaces": " ", "signs": "+-", "commas": "，", "joints": "并且", "from": "从 1 到 ", "percent": "1% ",
    "brackets": "((", "quotes": '"', "verbs": "提升", "english": "improve and ", "hyphens": "a-", "numerals": "一二",
    "less": "不低于", "at": "@a", "dates": "3月", "slashes": "1/", "dots": "1.", "blanks": "XX%", "dashes": "—",
}  # fmt: skip
SMALL, LARGE = 4_000, 64_000
# 16 times the text: linear with room for a noisy machine; a quadratic rule takes 256 times as long
MOST_GROWTH, UNMEASURABLE = 60.0, 0.02
RULES = [
    r for r in own_rules().values() if r.status == "stable" and r.applies_to in ("statement", "objective", "key_result")
]


def subjects(text: str, linter: Linter) -> list[tuple[str, Subject]]:
    document = Document("hostile", "json", Source(""))
    document.objectives.append(Objective(text, key_results=[KeyResult(text)]))
    document.number()
    sets = _sets(document, understand(document))
    one = sets[0]
    judged = [("objective", one.objective), ("key_result", one.key_results[0])]
    return [(kind, Subject(document, linter.settings, j, one.objective, one.key_results, sets)) for kind, j in judged]


def seconds(linter: Linter, text: str) -> dict[str, float]:
    """CPU seconds by rule; "understand" for analysis and labels."""
    start = time.process_time()
    ready = subjects(text, linter)
    spent = {"understand": time.process_time() - start}
    for code, rule in linter.engine.rules.items():
        start = time.process_time()
        for kind, subject in ready:
            if rule.applies_to in ("statement", kind) and "produced_by" not in rule.match:
                list(linter.engine._checks[code](subject))
        spent[code] = time.process_time() - start
    return spent


@pytest.fixture(scope="module")
def linter() -> Linter:
    made = Linter(Settings(select=tuple(rule.code for rule in RULES)))
    seconds(made, "提升续约率从 1% 到 2%, and improve")
    return made


@pytest.mark.parametrize("name", HOSTILE)
def test_every_rule_grows_linearly(linter: Linter, name: str) -> None:
    unit = HOSTILE[name]
    small = seconds(linter, unit * (SMALL // len(unit)))
    large = seconds(linter, unit * (LARGE // len(unit)))
    suspects = [code for code, took in large.items() if took > MOST_GROWTH * small[code] and took > UNMEASURABLE]
    if suspects:  # another process may have pushed in: what is not linear is slow again
        again = seconds(linter, unit * (LARGE // len(unit)))
        large = {code: min(took, again[code]) for code, took in large.items()}
    for code, took in large.items():
        allowed = MOST_GROWTH * max(small[code], UNMEASURABLE / MOST_GROWTH)
        assert took <= allowed, (code, small[code], took)


def test_a_user_rule_grows_linearly(tmp_path: Path) -> None:
    """A pattern that would take exponential time with a backtracking matcher."""
    (tmp_path / "X001.yaml").write_text(
        "code: X001\nname: hostile\nseverity: info\napplies_to: key_result\nmessages: found\n"
        "match: {pattern: '(a+)+(b|a*)*c$'}\n",
        encoding="utf-8",
    )
    linter = Linter(Settings(select=("X001",), rule_folders=(str(tmp_path),)))
    start = time.process_time()
    for size in (1_000, 10_000, 100_000):
        assert not seconds_found(linter, "a" * size)
    assert time.process_time() - start < 20
    assert seconds_found(linter, "aac")


def seconds_found(linter: Linter, text: str) -> list[object]:
    check = linter.engine._checks["X001"]
    return [match for _, subject in subjects(text, linter)[1:] for match in check(subject)]


def test_a_backtracking_token_pattern_is_refused(tmp_path: Path) -> None:
    from okr_lint.checks.rule import RuleError

    (tmp_path / "X001.yaml").write_text(
        "code: X001\nname: hostile\nseverity: info\napplies_to: key_result\nmessages: found\n"
        "match: {tokens: [{LOWER: {REGEX: '(a+)+$'}}]}\n",
        encoding="utf-8",
    )
    with pytest.raises(RuleError, match="not linear"):
        Linter(Settings(select=("X001",), rule_folders=(str(tmp_path),)))
