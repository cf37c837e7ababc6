"""Figures in pages come from benchmarks/ and nowhere else."""

import json
import math
from pathlib import Path

from tools.readme_figures import ROOT, Filler, stale

_ROW = {"n": 40, "macro_f1": 0.812, "kappa": 0.6, "accuracy": 0.9, "regex_macro_f1": 0.5}
_CODE = {
    "gold": 9,
    "flagged": 8,
    "precision": 0.75,
    "recall": 0.7,
    "loud": 4,
    "loud_precision": 1.0,
    "loud_recall": 0.5,
}


def test_every_figure_is_current() -> None:
    assert not [str(path.relative_to(ROOT)) for path in stale()], "run tools/readme_figures.py"


def test_there_is_a_place_for_them_in_both_readmes() -> None:
    for name in ("README.md", "README.zh.md"):
        assert "<!-- figures:quality -->" in (ROOT / name).read_text(encoding="utf-8")


def test_figures_are_filled_in_and_kept(tmp_path: Path) -> None:
    page = "a\n<!-- figures:quality -->\nold\n<!-- /figures:quality -->\nb\n"
    empty = Filler(tmp_path, chinese=False).fill(page, 0)
    assert "*Not measured yet.*" in empty and "old" not in empty and empty.startswith("a\n") and empty.endswith("b\n")
    (tmp_path / "benchmarks").mkdir()
    quality = {"K.kind.zh": _ROW, "K202.all": _CODE, "K203.all": {**_CODE, "loud_precision": math.nan, "loud": 0}}
    quality["loudness"] = {"warnings_and_errors": 30, "statements": 40}
    (tmp_path / "benchmarks" / "quality.json").write_text(json.dumps(quality))
    (tmp_path / "benchmarks" / "quality.md").write_text("Run of 2026-11-26\n")
    filled = Filler(tmp_path, chinese=False).fill(empty, 0)
    assert "| key result: outcome, output or activity | 0.81 (0.50), n=40 | – |" in filled
    assert "| K202 | 4 | 1.00 | 0.50 |" in filled and "| K203 | 0 | – | 0.50 |" in filled
    assert "0.75 each" in filled and "Figures of 2026-11-26 from [`benchmarks/quality.md`]" in filled
    assert Filler(tmp_path, chinese=False).fill(filled, 0) == filled
    assert "关键结果：结果、产出或活动" in Filler(tmp_path, chinese=True).fill(page, 0)


def test_a_marked_part_is_copied(tmp_path: Path) -> None:
    page = "<!-- copy:benchmarks/http.md#summary -->\n<!-- /copy -->\n"
    assert "Not measured" in Filler(tmp_path, chinese=False).fill(page, 0)
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "benchmarks" / "http.md").write_text("x\n<!-- summary -->\n| a |\n<!-- /summary -->\n")
    assert "\n| a |\n" in Filler(tmp_path, chinese=False).fill(page, 0)
