"""Who does not need heavy modules does not pay for them; measured in fresh processes."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import HEDGED

HEAVY = ("spacy", "jieba", "rjieba", "sklearn", "numpy", "yaml", "pydantic", "fastapi", "pygls", "tree_sitter")
PROBE = (
    "import sys\nfrom okr_lint.cli.main import main\n"
    "try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
    "print(*(m for m in {heavy!r} if m in sys.modules), file=sys.stderr)\n"
)


def loaded(arguments: list[str], folder: Path, also: tuple[str, ...] = ()) -> list[str]:
    probe = PROBE.format(arguments=arguments, heavy=HEAVY + also)
    environment = {"XDG_CACHE_HOME": str(folder / "cache"), "PATH": "/usr/bin"}
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, cwd=folder, env=environment, check=True
    )
    return done.stderr.split()


@pytest.mark.parametrize("arguments", [["--help"], ["rule", "K202"], ["rules"], ["check", "--help"]])
def test_light_commands_load_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    assert loaded(arguments, tmp_path, ("re2", "okr_lint.linter", "sqlite3")) == []


def test_an_unchanged_file_comes_from_the_cache(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HEDGED)
    also = ("okr_lint.linter", "okr_lint.language", "re2")
    assert set(loaded(["check", "a.md"], tmp_path, also)) >= {"okr_lint.linter", "re2"}
    assert loaded(["check", "a.md"], tmp_path, also) == []
    assert "okr_lint.linter" in loaded(["check", "a.md", "--no-cache"], tmp_path, also)
    (tmp_path / "a.md").write_text(HEDGED + "- KR3: Cooks who leave fall from 4 to 1\n")
    assert "okr_lint.linter" in loaded(["check", "a.md"], tmp_path, also)
    (tmp_path / "okr-lint.toml").write_text('profile = "google"\n')
    assert "okr_lint.linter" in loaded(["check", "a.md"], tmp_path, also)
