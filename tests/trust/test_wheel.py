"""The wheel is the same bytes wherever and whenever it is built from the same sources, and holds what it needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling")

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("okr_lint", "rules", "models", "examples", "pyproject.toml", "README.md", "LICENSE")


def built(folder: Path, zone: str, age: int) -> Path:
    """A wheel from a copy of the sources whose files are ``age`` seconds old."""
    folder.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        else:
            shutil.copy(source, folder / name)
    for path in folder.rglob("*"):
        os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    environment = {**os.environ, "TZ": zone, "SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": str(age)}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "out"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    (wheel,) = (folder / "out").glob("*.whl")
    return wheel


def test_the_same_bytes_twice(tmp_path: Path) -> None:
    one, other = built(tmp_path / "one", "UTC", 0), built(tmp_path / "other", "Asia/Shanghai", 86_400)
    assert one.name == other.name and one.read_bytes() == other.read_bytes()
    names = set(zipfile.ZipFile(one).namelist())
    for part in ("rules/compiled.json", "models/manifest.json", "models/key_result.bin", "examples/team.md"):
        assert f"okr_lint/_data/{part}" in names
    assert not any(name.startswith(("tests/", "corpus/", "fuzz/")) or name.endswith(".pyc") for name in names)
