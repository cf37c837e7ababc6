"""okr-lint report: formats by name, exit codes."""

from pathlib import Path

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
