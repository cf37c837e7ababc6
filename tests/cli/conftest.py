"""A folder to run the command line in, away from this project's own configuration and cache."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from okr_lint.cli.main import main
from okr_lint.config import forget

GOOD = (
    "---\ncycle: 2026 Q3\nowner: kitchen crew\n---\n\n# O1: Let the night shift eat as well as the day shift\n\n"
    "- KR1: Share of night meals served hot rises from 40% to 85%\n"
    "- KR2: Night meals thrown away fall from 60 to 20 a week\n"
)
HEDGED = GOOD.replace("Let the night shift eat", "Try to let the night shift eat")


@dataclass
class Ran:
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs okr-lint in an empty folder, with an empty cache."""
    forget()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(*arguments: str, stdin: str | bytes | None = None) -> Ran:
        if stdin is not None:
            data = stdin.encode() if isinstance(stdin, str) else stdin
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
