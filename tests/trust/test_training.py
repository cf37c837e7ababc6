"""Training twice gives the same bytes, whatever the order of Python's hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sklearn")

ROOT = Path(__file__).resolve().parents[2]
# two splits in plain prose, so that each is judged by weights that never saw it, and one that only trains
FILES = ("zh-g", "en-g", "zh-h", "en-h", "zh-c", "en-c")
EACH = 20


def test_same_bytes(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "vectors").symlink_to(ROOT / "corpus" / "vectors")
    for name in FILES:
        lines = (ROOT / "corpus" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        (corpus / f"{name}.jsonl").write_text("".join(lines[:EACH]), encoding="utf-8")
    first, second = (_train(corpus, tmp_path / f"models-{seed}", seed) for seed in ("1", "2"))
    assert first.keys() == second.keys() and len(first) >= 6
    assert {name for name in first if first[name] != second[name]} == set()


def _train(corpus: Path, models: Path, seed: str) -> dict[str, bytes]:
    models.mkdir()
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(
        [sys.executable, "-m", "okr_lint", "train", str(corpus), str(models)],
        check=True,
        capture_output=True,
        env=environment,
    )
    return {path.name: path.read_bytes() for path in sorted(models.iterdir())}
