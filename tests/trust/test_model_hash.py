"""A model file that is not the one of the manifest is refused, with a message that says what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from okr_lint.classifier import model
from okr_lint.paths import data_folder

FILES = [f"{name}.{end}" for name in ("objective", "key_result") for end in ("json", "names", "bin")]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path in data_folder("models").glob("*.*"):
        if path.name in (*FILES, "manifest.json"):
            shutil.copy(path, tmp_path)
    monkeypatch.setattr(model, "data_folder", lambda name: tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_one_changed_byte_is_refused(copied: Path, name: str) -> None:
    content = bytearray((copied / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / name).write_bytes(content)
    with pytest.raises(model.ModelError, match=r"manifest\.json; reinstall"):
        model.read_checked(name)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(model.ModelError, match=name.replace(".", r"\.")):
        model.read_checked(name)


@pytest.mark.parametrize("name", FILES)
def test_an_untouched_copy_is_accepted(copied: Path, name: str) -> None:
    assert model.read_checked(name) == (copied / name).read_bytes()


def test_the_command_line_says_it_without_a_traceback(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from okr_lint.cli.main import main

    model.load_model.cache_clear()
    (copied / "objective.json").write_text("{}", encoding="utf-8")
    file = tmp_path / "a.md"
    file.write_text("# O1: Guests come back\n- KR1: NPS from 30 to 45\n", encoding="utf-8")
    try:
        assert main(["check", str(file), "--no-cache", "--isolated"]) == 2
    finally:
        monkeypatch.undo()
        model.load_model.cache_clear()
    told = capsys.readouterr().err
    assert told.startswith("okr-lint: error: ") and "manifest.json" in told and "Traceback" not in told
