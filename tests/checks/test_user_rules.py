"""A user's own rules: the same file form, linear matching, errors that name file and line."""

from pathlib import Path

import pytest

from okr_lint.checks.registry import rules_from_folder
from okr_lint.checks.rule import RuleError
from okr_lint.linter import Linter
from okr_lint.settings import Settings

RULE = """\
code: X001
name: house-word
severity: warning
applies_to: statement
languages: [zh, en]
match:
  @MATCH
messages:
  zh: 「{word}」不用在这里
  en: '"{word}" is not for here'
"""


def findings(folder: Path, match: str, text: str) -> list[tuple[str, str]]:
    (folder / "house.yaml").write_text(RULE.replace("@MATCH", match), encoding="utf-8")
    result = Linter(Settings(rule_folders=(str(folder),), select=("X001",))).check_text(text)
    assert result.document is not None
    return [(f.statement or "", result.document.source.text[slice(*f.span)]) for f in result.findings if f.span]


def test_a_pattern_of_ones_own(tmp_path: Path) -> None:
    text = (
        "# O1: Ship project kingfisher to schools\n\n- KR1: 40 schools use Kingfisher weekly\n- KR2: 9 of 10 return\n"
    )
    found = findings(tmp_path, "pattern: 'kingfisher'", text)
    assert found == [("O1", "kingfisher"), ("O1/KR1", "Kingfisher")]


def test_a_spacy_matcher_pattern_of_ones_own(tmp_path: Path) -> None:
    text = (
        "# O1: Make onboarding very very easy for schools\n\n- KR1: 40 schools use it weekly\n- KR2: 9 of 10 return\n"
    )
    match = "tokens: [[{LOWER: very, OP: '+'}, {LOWER: easy}]]"
    assert findings(tmp_path, match, text) == [("O1", "very very easy")]


def test_a_spacy_matcher_pattern_on_chinese_tags(tmp_path: Path) -> None:
    text = "# O1: 让老师轻松备课\n\n- KR1: 备课时长从 90 分钟缩短到 40 分钟\n- KR2: 老师好评率从 70% 提升到 90%\n"
    assert findings(tmp_path, "tokens: [[{TEXT: 老师}, {TEXT: 轻松}]]", text) == [("O1", "老师轻松")]


def test_only_statements_that_show_the_needed_signal_are_tried(tmp_path: Path) -> None:
    text = "# O1: Try to help schools\n\n- KR1: 40 schools use it weekly\n- KR2: 9 of 10 schools return\n"
    assert findings(tmp_path, "pattern: 'schools'\nneeds: [hedge]", text) == [("O1", "schools")]


@pytest.mark.parametrize(
    ("change", "line", "said"),
    [
        ("pattern: '(a'", 7, "RE2"),
        ("patern: 'a'", 6, "patern"),
        ("any: [{lexicon: hedge}, {label: task}]", 7, "label"),
        ("tokens: [[{NOPE: x}]]", 7, "NOPE"),
        ("pattern: 'a'\nseverty: info", 8, "severty"),
        ("pattern: 'a'\nlayer: deep", 8, "layer"),
        ("pattern: 'a'\n  needs: [", 10, "YAML"),
        ("lexicon: clich", 7, "no lexicon 'clich'; did you mean 'cliche'"),
        ("any:\n    - lexicon: hedge\n    - lexicon: [cliche, hedges]", 9, "did you mean 'hedge'"),
        ("label: {knd: task}", 7, "no label 'knd'; did you mean 'kind'"),
        ("label: {kind: tasks}", 7, "no value of kind 'tasks'; did you mean 'task'"),
        ("pattern: 'a'\nneeds: [hegde]", 8, "no signal 'hegde'; did you mean 'hedge'"),
        ("pattern: 'a'\nneeds: ['label:kind=tsk']", 8, "did you mean 'task'"),
    ],
)
def test_an_error_names_file_and_line(
    tmp_path: Path, change: str, line: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(RuleError, match=said) as caught:
        findings(tmp_path, change, "# O1: a\n")
    assert f"house.yaml:{line}:" in str(caught.value)
    assert capfd.readouterr().err == "", "RE2 would write a line of its own"


def test_codes_are_not_given_twice(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(RULE.replace("@MATCH", "pattern: 'a'"), encoding="utf-8")
    with pytest.raises(RuleError, match=r"X001.*a\.yaml"):
        rules_from_folder(tmp_path)
    (tmp_path / "b.yaml").unlink()
    (tmp_path / "a.yaml").write_text(RULE.replace("@MATCH", "pattern: 'a'").replace("X001", "S303"), encoding="utf-8")
    with pytest.raises(RuleError, match="taken"):
        Linter(Settings(rule_folders=(str(tmp_path),)))


def test_a_pattern_is_searched_a_bounded_number_of_times(tmp_path: Path) -> None:
    """Each search is linear, but "a*b|a" looks at the whole row again for every a."""
    text = "# O1: " + "a" * 1_000 + "\n"
    assert len(findings(tmp_path, "pattern: 'a*b|a'", text)) == 100
