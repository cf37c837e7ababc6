"""Which modules a command may load: the import budget, checked by name and not with a clock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# What costs more than a whole check of ten statements, or opens a network connection.
HEAVY = {
    "spacy", "thinc", "jieba", "rjieba", "sklearn", "numpy", "scipy", "pandas", "fastapi", "starlette", "uvicorn",
    "pydantic", "pygls", "lsprotocol", "yaml", "docx", "python_calamine", "charset_normalizer", "prometheus_client",
    "mcp", "watchfiles", "asyncio", "ssl", "socket", "http", "email", "multiprocessing", "concurrent", "unittest",
    "importlib.metadata", "xml", "pickle", "logging",
}  # fmt: skip
JUDGES = {"okr_lint.linter", "okr_lint.checks.builtin", "okr_lint.language", "re2", "ahocorasick", "tree_sitter"}
MARKDOWN = "# O1：让新同事第一天就能提交代码\n- KR1：首次提交耗时从 3 天降到 1 天\n- KR2：Ship the guide to 40 teams\n"
JSON = '{"objectives": [{"objective": "Trust our forecasts", "key_results": ["Error down from 9% to 4%"]}]}'
_MOST_MODULES = 350


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "team.md").write_text(MARKDOWN, encoding="utf-8")
    (tmp_path / "team.json").write_text(JSON, encoding="utf-8")
    return tmp_path


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that a command has loaded, as ``-X importtime`` tells."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "okr_lint", *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr[-2000:]
    lines = [line for line in run.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in lines[1:]}


def heavy(modules: set[str]) -> set[str]:
    return {name for name in modules if name in HEAVY or name.partition(".")[0] in HEAVY}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("rule", "K202"),
        ("rules",),
        ("check", "team.md", "--exit-zero", "--no-cache"),
        ("check", "team.json", "--exit-zero", "--no-cache"),
        ("parse", "team.md"),
        ("score", "team.md"),
    ],
    ids=" ".join,
)
def test_no_command_loads_what_it_does_not_need(folder: Path, arguments: tuple[str, ...]) -> None:
    modules = loaded(folder, *arguments)
    assert not heavy(modules)
    assert len(modules) <= _MOST_MODULES


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("rules",)], ids=" ".join)
def test_help_and_lists_load_nothing_that_judges(folder: Path, arguments: tuple[str, ...]) -> None:
    assert not loaded(folder, *arguments) & JUDGES


def test_an_unchanged_file_is_answered_from_the_cache_alone(folder: Path) -> None:
    first = loaded(folder, "check", "team.md", "--exit-zero")
    second = loaded(folder, "check", "team.md", "--exit-zero")
    assert first & JUDGES
    assert not second & JUDGES
    assert not heavy(second)


def test_the_budget_sees_heavy_modules(folder: Path) -> None:
    """A statement whose verdict is open needs the Doc: then spaCy is there, so the tests above can fail."""
    modules = heavy({"spacy.tokens", "okr_lint.linter", "json"})
    assert modules == {"spacy.tokens"}
