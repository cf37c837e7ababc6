"""No rule, ours or a user's, takes more than linear time on text that nobody vetted.

A million characters are for benchmarks/linear.py (docs/reliability.md has its figures).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.hostile import HOSTILE, STABLE, USER_RULES, linter_for, seconds, user_rules
from okr_lint import Linter
from okr_lint.checks.rule import RuleError
from okr_lint.settings import Settings

SMALL, LARGE = 1_000, 16_000
# 16 times the text: linear with room for a noisy machine; what is quadratic takes 256 times as long
MOST_GROWTH, UNMEASURABLE = 60.0, 0.02


@pytest.fixture(scope="module")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    """Every stable rule and the hostile user rules."""
    made = linter_for(user_rules(tmp_path_factory.mktemp("rules")))
    for text in ("提升续约率从 1% 到 2%", "Improve, and raise NPS from 1 to 2"):
        seconds(made, text)
    return made


@pytest.mark.parametrize("name", HOSTILE)
def test_everything_grows_linearly(linter: Linter, name: str) -> None:
    unit = HOSTILE[name]

    def measured(size: int, more: int) -> dict[str, float]:
        return seconds(linter, unit * (size // len(unit) + more))  # never the same text twice: spaCy remembers

    small, large = _least(measured(SMALL, 0), measured(SMALL, 1)), measured(LARGE, 0)
    if _slow(small, large):  # another process may have pushed in: what is not linear is slow again
        large = _least(large, measured(LARGE, 1))
    assert _slow(small, large) == {}


def _least(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {code: min(took, other[code]) for code, took in one.items()}


def _slow(small: dict[str, float], large: dict[str, float]) -> dict[str, tuple[float, float]]:
    return {
        code: (small[code], took)
        for code, took in large.items()
        if took > MOST_GROWTH * max(small[code], UNMEASURABLE / MOST_GROWTH)
    }


def test_every_stable_rule_is_tried(linter: Linter) -> None:
    tried = set(seconds(linter, "提升"))
    elsewhere = {code for code, rule in STABLE.items() if "produced_by" in rule.match}
    assert tried >= set(STABLE) - elsewhere | set(USER_RULES) | {"read", "understand", "align", "compare"}
    assert {code[0] for code in elsewhere} == {"A", "D", "F"}  # measured as "align", "compare" and "read"


def test_a_slow_rule_would_be_seen() -> None:
    assert _slow({"K101": 0.001}, {"K101": 0.001 * 256}) == {"K101": (0.001, 0.256)}
    assert _slow({"K101": 0.001}, {"K101": 0.001 * 20}) == {}


def test_user_rules_find_what_they_should(linter: Linter) -> None:
    def codes(text: str) -> set[str]:
        return {finding.code for finding in linter.check_text(f"## O1: x\n- KR1: {text}\n").findings}

    assert codes("aac") >= {"X001", "X002", "X004"}
    assert "X003" in codes("aa zzz") and "X005" in codes("努力提升")


def test_a_backtracking_token_pattern_is_refused(tmp_path: Path) -> None:
    (tmp_path / "X001.yaml").write_text(
        "code: X001\nname: hostile\nseverity: info\napplies_to: key_result\nmessages: found\n"
        "match: {tokens: [{LOWER: {REGEX: '(a+)+$'}}]}\n",
        encoding="utf-8",
    )
    with pytest.raises(RuleError, match="not linear"):
        Linter(Settings(select=("X001",), rule_folders=(str(tmp_path),)))
