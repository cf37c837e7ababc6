"""`okr-lint check`: exit codes, inputs, options; the same for every format."""

import json
from pathlib import Path

import pytest
from conftest import GOOD, HEDGED, Run

from okr_lint.reporters.reporter import FORMATS


def codes(out: str) -> list[str]:
    return [f["code"] for file in json.loads(out)["files"] for f in file["findings"]]


@pytest.mark.parametrize("format", FORMATS)
def test_exit_codes_do_not_depend_on_the_format(run: Run, format: str) -> None:
    Path("good.md").write_text(GOOD)
    Path("hedged.md").write_text(HEDGED)
    Path("broken.json").write_text('{"objectives": [}')

    def code(*arguments: str) -> int:
        return run("check", "--output-format", format, *arguments).code

    assert code("good.md", "--fail-on", "error") == 0
    assert code("hedged.md") == 1
    assert code("hedged.md", "--exit-zero") == 0
    assert code("hedged.md", "--fail-on", "error") == 0
    assert code("hedged.md", "--ignore", "hedged-objective", "--select", "O108,F") == 0
    assert code("broken.json") == 2
    assert code("broken.json", "--exit-zero") == 2
    assert code("nowhere.md") == 2
    assert code("hedged.md", "--select", "O999") == 2
    assert code("hedged.md", "--fail-on", "loud") == 2


def test_an_unreadable_file_is_f001_with_its_place_and_the_others_are_checked(run: Run) -> None:
    Path("a.json").write_text('{"objectives": [}')
    Path("b.md").write_text(HEDGED)
    ran = run("check", "a.json", "nowhere.md", "b.md", "--output-format", "concise")
    assert ran.code == 2
    first, second, *rest = ran.out.splitlines()
    assert first.startswith("a.json:1:17: error F001 unreadable-file: ")
    assert second.startswith("nowhere.md: error F001 unreadable-file: cannot be opened: No such file")
    assert any(line.startswith("b.md:6:7: warning O108") for line in rest)


def test_folders_are_walked_in_order_and_what_is_ignored_is_left_out(run: Run) -> None:
    for name in ("b/two.md", "b/one.yaml", "a.md", "node_modules/x.md", ".hidden/x.md", "b/out/x.md", "b/x.png"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(HEDGED)
    Path("b/.gitignore").write_text("out/\n")
    Path("okr-lint.toml").write_text('exclude = ["*.yaml"]\n')
    files = [file["path"] for file in json.loads(run("check", "--output-format", "json").out)["files"]]
    assert files == ["a.md", "b/two.md"]
    files = [file["path"] for file in json.loads(run("check", "b/*.md", "b", "--output-format", "json").out)["files"]]
    assert files == ["b/two.md"]
    Path("okr-lint.toml").write_text('include = ["b/**"]\n')
    from okr_lint.config import forget

    forget()
    files = [file["path"] for file in json.loads(run("check", ".", "--output-format", "json").out)["files"]]
    assert files == ["b/one.yaml", "b/two.md"]


def test_nothing_to_check_is_said(run: Run) -> None:
    Path("empty").mkdir()
    for argument in ("empty", "*.nothing"):
        ran = run("check", argument)
        assert ran.code == 2 and "nothing to check" in ran.err


def test_standard_input(run: Run) -> None:
    assert "<stdin>:6:7: warning O108" in run("check", "-", "--output-format", "concise", stdin=HEDGED).out
    ran = run("check", "-", "--stdin-filename", "team/q3.md", "--output-format", "concise", stdin=HEDGED)
    assert ran.out.startswith("team/q3.md:")
    made = json.dumps({"objectives": [{"objective": "Try to cook well", "key_results": []}]})
    assert "O108" in codes(run("check", "-", "--output-format", "json", stdin=made).out)
    assert "O108" in codes(run("check", "-", "--input-format", "json", "--output-format", "json", stdin=made).out)


def test_settings_by_hand_and_by_file(run: Run) -> None:
    Path("a.md").write_text(HEDGED)
    Path("okr-lint.toml").write_text('[severity]\nO108 = "error"\n')
    assert " error O108 " in run("check", "a.md", "--output-format", "concise").out
    assert " warning O108 " in run("check", "a.md", "--output-format", "concise", "--isolated").out
    ran = run("check", "a.md", "--output-format", "json", "--select", "O108", "--lang", "zh", "--no-score")
    file = json.loads(ran.out)["files"][0]
    assert [f["code"] for f in file["findings"]] == ["O108"] and "score" not in file
    assert any("\u4e00" <= char <= "\u9fff" for char in file["findings"][0]["message"])
    shown = run("check", "a.md", "--show-settings", "--profile", "google").out
    assert 'profile = "google"  # command line (--profile)' in shown
    assert f'severity = {{ O108 = "error" }}  # {Path("okr-lint.toml").absolute()}:1' in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--input-format", "markdwon"], "did you mean 'markdown'"),
        (["--config", "nowhere.toml"], "there is no file nowhere.toml"),
        (["--unsafe-fixes"], "goes with --fix"),
        (["--fix", "--diff"], "exclude each other"),
        (["--profile", "gogle"], "did you mean 'google'"),
    ],
)
def test_usage_errors_say_what_to_do(run: Run, arguments: list[str], said: str) -> None:
    Path("a.md").write_text(GOOD)
    ran = run("check", "a.md", *arguments)
    assert ran.code == 2 and said in ran.err and not ran.out


def test_output_to_a_file(run: Run) -> None:
    Path("a.md").write_text(HEDGED)
    ran = run("check", "a.md", "--output", "found.json", "--output-format", "json")
    assert ran.code == 1 and ran.out == ""
    assert "O108" in codes(Path("found.json").read_text())


def test_workers_give_the_same_report(run: Run) -> None:
    for number in range(6):
        Path(f"f{number}.md").write_text(HEDGED if number % 2 else GOOD)
    one = run("check", ".", "--output-format", "json", "--no-cache", "-j", "1")
    two = run("check", ".", "--output-format", "json", "--no-cache", "-j", "2")
    assert one.out == two.out and one.code == two.code == 1


def test_a_rule_of_a_subfolder_can_be_selected_by_hand(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "team.md").write_text(GOOD, encoding="utf-8")
    (tmp_path / "a" / "okr-lint.toml").write_text('rule_folders = ["rules"]\n', encoding="utf-8")
    (tmp_path / "a" / "rules").mkdir()
    rule = "code: X001\nname: house-word\nseverity: warning\napplies_to: statement\nlanguages: [zh, en]\n"
    rule += "match:\n  pattern: night\nmessages:\n  zh: 「{word}」\n  en: '{word}'\n"
    (tmp_path / "a" / "rules" / "house.yaml").write_text(rule, encoding="utf-8")
    found = run("check", ".", "--select", "X001", "--output-format", "concise")
    assert (found.code, found.err) == (1, "")
    assert {line.split(":")[0] for line in found.out.splitlines() if "X001" in line} == {"a/team.md"}
    assert "house.yaml" not in run("check", ".", "--output-format", "json").out  # rules are no OKRs
    assert run("check", "b", "--select", "X001").code == 2  # it is no rule of any file there
    wrong = run("check", ".", "--select", "X002")
    assert wrong.code == 2 and "unknown rule 'X002'" in wrong.err


def test_the_settings_of_a_run_are_those_of_its_first_argument(run: Run) -> None:
    Path("okrs").mkdir()
    Path("okrs/okr-lint.toml").write_text('fail_on = "error"\nscore = false\n')
    Path("okrs/a.md").write_text(HEDGED)
    for argument in ("okrs", "okrs/a.md", "okrs/*.md"):
        ran = run("check", argument)
        assert ran.code == 0 and "O108" in ran.out and "Score" not in ran.out
        assert 'failures="0"' in run("check", argument, "--output-format", "junit").out
    Path("b.md").write_text(HEDGED)
    assert run("check", "b.md", "okrs").code == 1
    shown = run("check", "okrs", "--show-settings").out
    assert 'fail_on = "error"  # ' in shown and f"{Path('okrs/okr-lint.toml').resolve()}:1" in shown


def test_files_of_settings_are_no_okrs(run: Run) -> None:
    Path("okr-lint.toml").write_text('extend = "house.toml"\n')
    Path("house.toml").write_text('ignore = ["K207"]\n')
    Path("other.toml").write_text('[[objectives]]\ntitle = "Let the night shift eat well"\n')
    Path("a.md").write_text(GOOD)
    out = run("check", ".", "--output-format", "concise").out
    assert "house.toml" not in out and "other.toml" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek", "a.md"], "did you mean 'check'?"),
        (["check", "--output-format", "sarfi"], "did you mean 'sarif'?"),
        (["check", "--fail-on", "eror"], "did you mean 'error'?"),
        (["check", "--lang", "cn"], "invalid choice: 'cn'"),
    ],
)
def test_an_unknown_choice_is_met_with_the_closest(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert ran.code == 2 and said in ran.err
