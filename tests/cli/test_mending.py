"""--fix, --diff, --add-ignore, --baseline at the command line."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, HEDGED, Run

STALE = GOOD.replace("day shift\n", "day shift <!-- okr-lint: ignore O108 -->\n")


def test_fix_applies_safe_ones_and_unsafe_ones_when_asked(run: Run) -> None:
    Path("a.md").write_text(STALE)
    Path("b.md").write_text(HEDGED)
    assert run("check", "a.md", "--output-format", "concise").out.count("F007") == 1
    ran = run("check", ".", "--fix", "--output-format", "concise")
    assert ran.code == 1 and "mended 1 finding in 1 file" in ran.err
    assert Path("a.md").read_text() == GOOD and Path("b.md").read_text() == HEDGED
    ran = run("check", ".", "--fix", "--unsafe-fixes", "--output-format", "concise")
    assert ran.code == 0 and "O108" not in ran.out
    assert Path("b.md").read_text() == GOOD


def test_diff_shows_and_changes_nothing(run: Run) -> None:
    Path("a.md").write_bytes(HEDGED.replace("\n", "\r\n").encode())
    ran = run("check", "a.md", "--diff", "--unsafe-fixes")
    assert ran.code == 1
    assert ran.out.startswith("--- a/a.md\n+++ b/a.md\n@@ ")
    assert "-# O1: Try to let the" in ran.out and "+# O1: Let the" in ran.out
    assert Path("a.md").read_bytes() == HEDGED.replace("\n", "\r\n").encode()
    assert run("check", "a.md", "--diff").out == ""


def test_fix_of_standard_input_writes_it_to_standard_output(run: Run) -> None:
    ran = run("check", "-", "--fix", "--unsafe-fixes", stdin=HEDGED)
    assert (ran.code, ran.out) == (0, GOOD)
    assert run("check", "-", "--fix", stdin=GOOD).out == GOOD


def test_a_file_that_cannot_be_written_is_exit_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text(STALE)

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("okr_lint.fixes.write.write_over", full)
    ran = run("check", "a.md", "--fix")
    assert ran.code == 2 and "not mended: no space left" in ran.err and Path("a.md").read_text() == STALE


def test_a_file_that_changed_meanwhile_is_left_and_not_counted(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import okr_lint.fixes

    mend = okr_lint.fixes.mend

    def slow(*arguments: Any, **options: Any) -> Any:
        made = mend(*arguments, **options)
        Path("a.md").write_text("# O1: Somebody else was faster\n")
        return made

    monkeypatch.setattr(okr_lint.fixes, "mend", slow)
    Path("a.md").write_text(HEDGED)
    ran = run("check", "a.md", "--fix", "--unsafe-fixes")
    assert ran.code == 2 and "changed meanwhile" in ran.err and "mended 0 findings in 0 files" in ran.err
    assert Path("a.md").read_text() == "# O1: Somebody else was faster\n"


FILES = {
    "a.md": HEDGED,
    "table.md": "---\ncycle: 2026 Q3\nowner: x\n---\n\n| O | KR |\n|---|---|\n| Try to let the night shift eat"
    " | Share of hot meals rises from 40% to 85% |\n| | Try to cut thrown-away meals from 60 to 20 a week |\n",
    "a.yaml": "cycle: 2026 Q3\nowner: x\nobjectives:\n  - objective: Try to let the night shift eat\n    key_results:\n"
    "      - Share of hot meals rises from 40% to 85%\n      - >-\n        Try to cut thrown-away\n"
    "        meals from 60 to 20 a week\n",
    "a.txt": "O1: Try to let the night shift eat\nKR1: Share of hot meals rises from 40% to 85%\n"
    "KR2: Try to cut thrown-away meals\n     from 60 to 20 a week\n",
    "a.rst": "Objective 1: Try to let the night shift eat\n===========================================\n\n"
    "- KR1: Share of hot meals rises from 40% to 85%\n- KR2: Try to cut thrown-away meals from 60 to 20 a week\n",
    "a.html": "<h1>O1: Try to let the night shift eat</h1><ul><li>KR1: Share of hot meals rises from 40% to 85%</li>"
    "<li>KR2: Try to cut thrown-away meals from 60 to 20 a week</li></ul>\n",
}


@pytest.mark.parametrize("name", FILES)
def test_add_ignore_silences_what_fails_and_nothing_else(run: Run, name: str) -> None:
    Path(name).write_text(FILES[name])
    before = json.loads(run("check", name, "--output-format", "json").out)["files"][0]
    assert any(f["severity"] == "warning" for f in before["findings"])
    ran = run("check", name, "--add-ignore", "--reason", "a trial", "--output-format", "json")
    assert ran.code == 0, ran.out
    after = json.loads(run("check", name, "--output-format", "json", "--no-cache").out)["files"][0]
    quiet = [f["fingerprint"] for f in before["findings"] if f["severity"] == "info"]
    assert [f["fingerprint"] for f in after["findings"]] == quiet
    assert "(a trial)" in Path(name).read_text()
    text = Path(name).read_text()
    assert run("check", name, "--add-ignore").code == 0 and Path(name).read_text() == text


def test_add_ignore_names_fingerprints_where_no_comment_can_stand(run: Run) -> None:
    made = {
        "objectives": [{"objective": "Try to cook well", "cycle": "2026 Q3", "key_results": ["Cut waste from 9 to 4"]}]
    }
    Path("a.json").write_text(json.dumps(made))
    ran = run("check", "a.json", "--add-ignore", "--select", "O108")
    assert ran.code == 1 and json.loads(Path("a.json").read_text()) == made
    Path("okr-lint.toml").write_text(ran.err[ran.err.index("ignored_fingerprints") :])
    from okr_lint.config import forget

    forget()
    assert run("check", "a.json", "--select", "O108").code == 0


def test_a_baseline_hides_what_it_knows_and_only_shrinks(run: Run) -> None:
    Path("a.md").write_text(HEDGED)
    assert "write it with --update-baseline" in run("check", "a.md", "--baseline", "known.json").err
    ran = run("check", "a.md", "--baseline", "known.json", "--update-baseline")
    assert ran.code == 0 and "O108" not in ran.out
    first = Path("known.json").read_text()
    moved = HEDGED.replace("# O1:", "# O9:").replace("- KR1", "- KR8").replace("cycle: 2026 Q3\n", "cycle:  2026 Q3\n")
    Path("a.md").write_text(moved)
    ran = run("check", "a.md", "--baseline", "known.json")
    assert ran.code == 0 and "not shown" in ran.out
    worse = moved.replace("Night meals thrown", "Try to have night meals thrown")
    Path("a.md").write_text(worse)
    ran = run("check", "a.md", "--baseline", "known.json", "--update-baseline", "--output-format", "concise")
    assert ran.code == 1 and "K218" in ran.out and "O108" not in ran.out
    assert Path("known.json").read_text() == first
    Path("a.md").write_text(GOOD)
    run("check", "a.md", "--baseline", "known.json", "--update-baseline")
    assert "O108" in first and "O108" not in Path("known.json").read_text()
    Path("a.md").write_text(HEDGED)
    assert run("check", "a.md", "--baseline", "known.json", "--update-baseline").code == 1


def test_a_new_cycle_starts_anew(run: Run) -> None:
    Path("a.md").write_text(HEDGED)
    run("check", "a.md", "--baseline", "known.json", "--update-baseline")
    Path("a.md").write_text(HEDGED.replace("2026 Q3", "2026 Q4"))
    assert run("check", "a.md", "--baseline", "known.json").code == 1
    assert run("check", "a.md", "--baseline", "known.json", "--update-baseline").code == 0
    assert list(json.loads(Path("known.json").read_text())["cycles"]) == ["2026 Q3", "2026 Q4"]


def test_a_broken_baseline_is_said(run: Run) -> None:
    Path("a.md").write_text(GOOD)
    wrong = '{"version": 1, "cycles": {"": {"a.md": {"K201": %s}}}}'
    for text in ("{", "[]", '{"version": 2}', wrong % '"x"', wrong % "[1]"):
        Path("known.json").write_text(text)
        ran = run("check", "a.md", "--baseline", "known.json")
        assert ran.code == 2 and "known.json" in ran.err


def _known(path: str) -> dict[str, dict[str, dict[str, list[str]]]]:
    known: dict[str, dict[str, dict[str, list[str]]]] = json.loads(Path(path).read_text())["cycles"]
    return known


def test_what_a_run_did_not_look_for_stays_known(run: Run) -> None:
    Path("a.md").write_text(HEDGED.replace("Night meals thrown away fall from 60 to 20 a week", "Try to waste less"))
    run("check", "a.md", "--baseline", "known.json", "--update-baseline")
    first = _known("known.json")
    assert {"O108", "K218"} <= first["2026 Q3"]["a.md"].keys()
    assert run("check", "a.md", "--baseline", "known.json", "--update-baseline", "--select", "K218").code == 0
    assert _known("known.json") == first
    Path("a.md").write_text(GOOD)
    run("check", "a.md", "--baseline", "known.json", "--update-baseline", "--select", "K218")
    assert _known("known.json")["2026 Q3"]["a.md"].keys() == first["2026 Q3"]["a.md"].keys() - {"K218"}


def test_a_file_that_cannot_be_read_for_once_keeps_what_is_known(run: Run) -> None:
    Path("a.json").write_text(json.dumps({"objectives": [{"title": "Try to be kind to guests"}]}))
    run("check", "a.json", "--baseline", "known.json", "--update-baseline")
    first = _known("known.json")
    text = Path("a.json").read_text()
    Path("a.json").write_text(text[:-1])
    assert run("check", "a.json", "--baseline", "known.json", "--update-baseline").code == 2
    assert _known("known.json") == first != {}


def test_a_cycle_in_other_words_is_the_same(run: Run) -> None:
    Path("a.md").write_text(HEDGED)
    run("check", "a.md", "--baseline", "known.json", "--update-baseline")
    worse = HEDGED.replace("Night meals thrown", "Try to have night meals thrown")
    for cycle in ("Q3 2026", "2026年第三季度", "2026年7月-2026年9月"):
        Path("a.md").write_text(worse.replace("2026 Q3", cycle))
        ran = run("check", "a.md", "--baseline", "known.json", "--update-baseline", "--output-format", "concise")
        assert ran.code == 1 and "K218" in ran.out and "O108" not in ran.out
        assert list(_known("known.json")) == ["2026 Q3"]


def test_the_baseline_of_the_folder_that_is_checked_holds_from_above(run: Run) -> None:
    Path("okrs").mkdir()
    Path("okrs/okr-lint.toml").write_text('baseline = "known.json"\n')
    Path("okrs/a.md").write_text(HEDGED)
    assert run("check", "okrs", "--update-baseline").code == 0
    assert list(_known("okrs/known.json")["2026 Q3"]) == ["a.md"]
    ran = run("check", "okrs")
    assert ran.code == 0 and "not shown" in ran.out
    Path("okrs/okr-lint.toml").unlink()
    from okr_lint.config import forget

    forget()
    ran = run("check", "okrs", "--output-format", "concise")
    assert ran.code == 1 and "known.json" not in ran.out, "a baseline is no file of OKRs"
