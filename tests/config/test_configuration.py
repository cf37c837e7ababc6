"""Closest file, layers, overrides, the command line; everything unknown is an error with place and hint."""

from pathlib import Path

import pytest

from okr_lint.config import ConfigError, configuration_for, forget, settings_for
from okr_lint.settings import Settings


@pytest.fixture(autouse=True)
def _fresh() -> None:
    forget()


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert configuration_for(tmp_path / "a.md", isolated=True).settings == Settings()


def test_the_closest_file_wins(tmp_path: Path) -> None:
    write(tmp_path / "okr-lint.toml", 'profile = "google"\n')
    write(tmp_path / "team" / "pyproject.toml", '[tool.okr_lint]\nprofile = "value"\n')
    write(tmp_path / "team" / "sub" / "pyproject.toml", '[tool.other]\nname = "okr_lint"\n')
    assert settings_for(tmp_path / "a.md").profile == "google"
    assert settings_for(tmp_path / "team" / "sub" / "a.md").profile == "value"


def test_layers_add_up_where_they_should_and_replace_elsewhere(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", 'ignore = ["K205"]\nselect = ["K"]\n[severity]\nK204 = "info"\nK2 = "error"\n')
    config = write(
        tmp_path / "team" / "okr-lint.toml",
        'extend = "../base.toml"\nselect = ["K2", "O"]\nignore = ["missing-owner"]\n'
        '[severity]\nK209 = "off"\n[limits]\nkey_results = [4, 9]\n',
    )
    found = configuration_for(config.parent / "a.md")
    assert found.settings.select == ("K2", "O")
    assert found.settings.ignore == ("K205", "missing-owner")
    assert found.settings.severity["K204"] == "info" and found.settings.severity["K201"] == "error"
    assert found.settings.severity["K209"] == "off"
    assert found.settings.limits.key_results == (4, 9) and found.settings.limits.objectives == (4, 6)
    assert found.origins["select"] == f"{config}:2"
    assert found.origins["severity"] == f"{tmp_path / 'base.toml'}:3, {config}:4"
    assert found.origins["lang"] == "default"


def test_overrides_by_glob_and_the_command_line_above_all(tmp_path: Path) -> None:
    config = write(
        tmp_path / "okr-lint.toml",
        'ignore = ["K205"]\n[[overrides]]\nfiles = ["annual/**"]\nprofile = "google"\n'
        '[[overrides]]\nfiles = ["*.draft.md"]\nignore = ["O"]\nlang = "en"\n',
    )
    assert configuration_for(tmp_path / "q3.md").settings.profile == "seed"
    annual = configuration_for(tmp_path / "annual" / "deep" / "a.draft.md")
    assert annual.settings.profile == "google" and annual.settings.ignore == ("K205", "O")
    assert annual.origins["profile"] == f"{config}:4" and annual.origins["lang"] == f"{config}:8"
    by_hand = configuration_for(tmp_path / "annual" / "a.md", given={"profile": "value", "select": ("K205",)})
    assert by_hand.settings.profile == "value" and by_hand.settings.ignore == ()
    assert by_hand.origins["profile"] == "command line (--profile)"


def test_file_names_count_from_their_own_file(tmp_path: Path) -> None:
    write(tmp_path / "okr-lint.toml", 'baseline = "known.json"\n')
    assert configuration_for(tmp_path / "sub" / "a.md")["baseline"] == str(tmp_path / "known.json")


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('profil = "seed"\n', 1, "did you mean 'profile'"),
        ('preview = true\nprofile = "googel"\n', 2, "did you mean 'google'"),
        ('ignore = [\n  "K205",\n  "K2O5",\n]\n', 3, "did you mean 'K205'"),
        ('select = ["hedged-objectiv"]\n', 1, "did you mean 'hedged-objective'"),
        ('[severity]\nK205 = "of"\n', 2, "did you mean 'off'"),
        ('[severity]\nK998 = "off"\n', 2, "unknown rule 'K998'"),
        ('severity = { missing-ownr = "off" }\n', 1, "did you mean 'missing-owner'"),
        ("[limits]\nkey_results = 7\n", 2, "two whole numbers"),
        ("[limits]\nkey_result = [5, 7]\n", 2, "did you mean 'key_results'"),
        ('[[overrides]]\nfiles = ["a"]\n[[overrides]]\nfiles = ["b"]\nfail-on = "error"\n', 5, "unknown key 'fail-on'"),
        ('[[overrides]]\nprofile = "google"\n', 1, "which files"),
        ('[[overrides]]\nfiles = ["a"]\nfail_on = "error"\n', 3, "fail_on holds for a whole run"),
        ('lang = "cn"\n', 1, "known are zh, en"),
        ('preview = true\nrule_folders = ["nowhere"]\n', 2, "there is no folder"),
        ('preview = "yes"\n', 1, "true or false"),
        ('extend = "nowhere.toml"\n', 1, "there is no file"),
        ('extend = "okr-lint.toml"\n', 1, "in a circle"),
    ],
)
def test_what_is_unknown_is_said_with_place_and_hint(tmp_path: Path, text: str, line: int, hint: str) -> None:
    config = write(tmp_path / "okr-lint.toml", text)
    with pytest.raises(ConfigError) as caught:
        configuration_for(tmp_path / "a.md")
    assert str(caught.value).startswith(f"{config}:{line}: ")
    assert hint in str(caught.value)


def test_broken_toml_names_the_file(tmp_path: Path) -> None:
    config = write(tmp_path / "okr-lint.toml", "profile = \n")
    with pytest.raises(ConfigError, match=r"not readable as TOML.*line 1"):
        configuration_for(tmp_path / "a.md")
    assert config.exists()


def test_the_tools_own_name_as_a_table_is_told(tmp_path: Path) -> None:
    project = write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n[tool.okr-lint]\nprofile = "google"\n')
    for file in (None, project):
        with pytest.raises(ConfigError, match=r"pyproject.toml:3: .* did you mean \[tool.okr_lint\]"):
            configuration_for(tmp_path / "a.md", file=file)


def test_a_byte_order_mark_is_no_part_of_a_configuration(tmp_path: Path) -> None:
    config = tmp_path / "okr-lint.toml"
    config.write_text('profile = "google"\n', encoding="utf-8-sig")
    assert configuration_for(tmp_path / "a.md").settings.profile == "google"


def test_an_unknown_rule_by_hand_names_the_option(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--select: unknown rule 'Z'"):
        configuration_for(tmp_path / "a.md", isolated=True, given={"select": ("Z",)})
