"""okr-lint report: formats by name, exit codes."""

import csv
import re
from pathlib import Path

import openpyxl
import pytest
from conftest import GOOD, HEDGED, Run


def test_formats(run: Run) -> None:
    Path("a.md").write_text(GOOD)
    Path("b.md").write_text(HEDGED)
    assert run("report", ".", "--output", "out.html").code == 0
    first = Path("out.html").read_text()
    assert first.startswith("<!doctype html>") and 'data-codes="O108' in first
    assert run("report", ".", "--output", "out.html").code == 0
    assert Path("out.html").read_text() == first  # its own page is no input
    assert run("report", ".", "--format", "md").out.startswith("# OKR report")
    assert run("report", ".", "--format", "csv").out.startswith("team,path,line")
    assert run("report", ".", "--output", "out.xlsx").code == 0 and Path("out.xlsx").read_bytes()[:2] == b"PK"
    ran = run("report", ".", "--format", "xlsx")
    assert ran.code == 2 and "--output" in ran.err


def test_no_score_hides_every_score(run: Run) -> None:
    Path("a.md").write_text(HEDGED)
    for scored, arguments in ((True, ()), (False, ("--no-score",))):
        said = {form: run("report", "a.md", "--format", form, *arguments).out for form in ("html", "md", "csv")}
        assert run("report", "a.md", "--output", "a.xlsx", *arguments).code == 0
        heads = [[cell.value for cell in sheet[1]] for sheet in openpyxl.load_workbook("a.xlsx")]
        body = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", said["html"], flags=re.DOTALL)
        shown = [
            "平均分" in body,
            "How the scores are spread" in body,
            'class="score"' in body,
            'class="badge' in body,
            bool(re.search(r"Mean score|平均分", said["md"])),
            bool(re.search(r"\([0-9]+\)$", said["md"], re.MULTILINE)),
            "score" in said["csv"].splitlines()[0].split(","),
            *("score" in head for head in heads),
        ]
        assert shown == [scored] * len(shown)
        assert all("O108" in text for text in said.values())
        widths = {len(line) for line in csv.reader(said["csv"].splitlines())}
        assert len(widths) == 1


def test_an_ending_that_is_no_format_is_refused(run: Run) -> None:
    Path("a.md").write_text(HEDGED)
    ran = run("report", "a.md", "--output", "a.pdf")
    assert ran.code == 2 and "choose --format (html, md, csv, xlsx)" in ran.err and not Path("a.pdf").exists()


def test_an_unreadable_file_is_in_the_report(run: Run) -> None:
    Path("a.md").write_text(GOOD)
    Path("broken.json").write_text("{")
    ran = run("report", ".", "--format", "md")
    assert ran.code == 2 and "F001" in ran.out and "KR1" in ran.out


def test_without_openpyxl_the_extra_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    Path("a.md").write_text(GOOD)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    ran = run("report", "a.md", "--output", "out.xlsx")
    assert ran.code == 2 and "okr-lint[report]" in ran.err
