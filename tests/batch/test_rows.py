"""The partition function gives what check gives."""

import json
import pickle
from pathlib import Path

import pytest

from okr_lint.batch import COLUMNS, check_documents
from okr_lint.batch.frames import PartitionCheck
from okr_lint.cli.main import main
from okr_lint.settings import Settings

TEXTS = {
    "a.md": "---\ncycle: 2026 Q3\n---\n\n# O1: Try to serve lunch warm\n\n- KR1: Waits fall from 25 to 8 minutes\n",
    "b.yaml": "objectives:\n  - objective: 让街坊按时吃上热饭\n    key_results: [显著缩短等候, 每周开例会]\n",
    "c.json": "{",
}


def test_rows_equal_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for path, text in TEXTS.items():
        Path(path).write_text(text, encoding="utf-8")
    main(["check", *TEXTS, "--isolated", "--no-cache", "--output-format", "json"])
    files = json.loads(capsys.readouterr().out)["files"]
    expected = {
        (file["path"], f["code"], f["severity"], f["message"], f["span"] and f["span"]["start"]["offset"])
        for file in files
        for f in file["findings"]
    }
    expected |= {(file["path"], "F001", "error", file["error"]["message"], None) for file in files if file["error"]}
    for read in (str, str.encode):
        rows = list(check_documents({"path": path, "text": read(text)} for path, text in TEXTS.items()))
        assert {(r["path"], r["code"], r["severity"], r["message"], r["start"]) for r in rows} == expected
        assert len(rows) == len(expected) > 5 and all(set(row) == set(COLUMNS) for row in rows)


def test_settings_and_their_way_to_a_worker() -> None:
    check = pickle.loads(pickle.dumps(PartitionCheck(Settings(select=("O108",)))))  # noqa: S301  as Dask and Spark do
    rows = check_documents([{"path": "x", "text": TEXTS["a.md"]}], check.settings)
    assert [row["code"] for row in rows] == ["O108"]
