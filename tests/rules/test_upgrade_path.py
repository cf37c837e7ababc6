"""Codes are never given another meaning, and what a rule was once called goes on working."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from okr_lint import Linter
from okr_lint.checks.registry import codes_by_name, own_rules, resolve
from okr_lint.checks.rule import Rule
from okr_lint.cli.main import main
from okr_lint.http import routes_rules
from okr_lint.settings import Settings

# every code that has been given out, with the name that it had first; lines are added, never changed or removed
RELEASED: dict[str, str] = json.loads((Path(__file__).parent / "released_codes.json").read_text(encoding="utf-8"))
RULE = """\
code: X002
name: house-word
formerly: [X001, old-house-word]
severity: warning
applies_to: objective
languages: [zh, en]
match: {pattern: kingfisher}
messages: "{word}"
"""
TEXT = "# O1: Ship project kingfisher to schools\n\n- KR1: 40 schools use it weekly, up from 3\n"


def changed(rule: Rule, **fields: Any) -> Rule:
    return Rule(**{**{name: getattr(rule, name) for name in Rule.__slots__}, **fields})


def broken(rules: dict[str, Rule]) -> list[str]:
    """Codes that are gone, or now stand for a rule that never had the name."""
    known = codes_by_name(rules)
    gone = [code for code in RELEASED if code not in known]
    return gone + [code for code, name in RELEASED.items() if code in rules and known.get(name) != known[code]]


def test_codes_keep_their_meaning() -> None:
    assert broken(own_rules()) == []


def test_every_code_is_written_down() -> None:
    """A new rule gets a line in released_codes.json, so that its code is never given out again."""
    assert set(own_rules()) <= set(RELEASED)


def test_a_reused_removed_or_renamed_code_would_be_seen() -> None:
    rules = own_rules()
    assert broken({code: rule for code, rule in rules.items() if code != "K202"}) == ["K202"]
    assert broken({**rules, "K202": changed(rules["K202"], name="another")}) == ["K202"]
    kept = changed(rules["K202"], name="another", formerly=(RELEASED["K202"],))
    assert broken({**rules, "K202": kept}) == []
    moved = changed(rules["K202"], code="K299", formerly=("K202",))
    assert broken({**{c: r for c, r in rules.items() if c != "K202"}, "K299": moved}) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "X002.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "okr-lint.toml").write_text('rule_folders = ["rules"]\nselect = ["X002"]\n', encoding="utf-8")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["X002", "house-word", "X001", "old-house-word"])
def test_former_names_select_ignore_and_suppress(folder: Path, name: str) -> None:
    rules = (str(folder / "rules"),)
    assert [f.code for f in Linter(Settings(rule_folders=rules, select=(name,))).check_text(TEXT).findings] == ["X002"]
    quiet = Linter(Settings(rule_folders=rules, select=("X002",), ignore=(name,)))
    assert quiet.check_text(TEXT).findings == []
    comment = f"<!-- okr-lint: ignore {name} (the project's name) -->\n"
    assert Linter(Settings(rule_folders=rules, select=("X002",))).check_text(comment + TEXT).findings == []


@pytest.mark.parametrize("name", ["house-word", "X001", "old-house-word"])
def test_former_names_in_configuration_and_commands(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    (folder / "okr-lint.toml").write_text(
        f'rule_folders = ["rules"]\nselect = ["{name}"]\n[severity]\n"{name}" = "error"\n', encoding="utf-8"
    )
    assert main(["check", "a.md", "--output-format", "concise", "--no-cache"]) == 1
    assert "error X002 house-word" in capsys.readouterr().out
    assert main(["rule", name]) == 0
    assert "X002" in capsys.readouterr().out


def test_http_follows_former_names(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = own_rules()
    monkeypatch.setattr(
        routes_rules, "own_rules", lambda: {**rules, "K202": changed(rules["K202"], formerly=("busy-work",))}
    )
    assert routes_rules.find("busy-work").code == "K202"


def test_a_removed_rule_is_silent_and_may_still_be_named() -> None:
    rules = {**own_rules(), "K202": changed(own_rules()["K202"], status="removed")}
    assert resolve(("K202",), rules) == {"K202"}
