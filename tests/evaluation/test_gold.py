"""`okr-lint evaluate` on labelled OKRs in both shapes."""

import json
from pathlib import Path

import pytest

from okr_lint.evaluation.floor import floor
from okr_lint.evaluation.gold import GoldError, compare, read_gold
from okr_lint.evaluation.tables import table
from okr_lint.linter import Linter

KEY_RESULT = {"measurable": "metric", "kind": "outcome", "compound": "no", "quality": 5}
OBJECTIVE = {"metric": "no", "kind": "aspiration", "vague": "no", "compound": "no", "quality": 4}


def write(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_gold_file_and_corpus_record_are_read_alike(tmp_path: Path) -> None:
    gold = {
        "id": "g1",
        "lang": "en",
        "objective": {"text": "Night nurses find every pump charged", "gold": OBJECTIVE},
        "krs": [{"text": "Pumps found empty per week from 14 to 2", "gold": KEY_RESULT}],
    }
    record = {
        "id": "c1",
        "lang": "en",
        "objective": {"text": gold["objective"]["text"], **OBJECTIVE},  # type: ignore[index]
        "key_results": [{"text": "Pumps found empty per week from 14 to 2", **KEY_RESULT}],
    }
    rows = list(compare(read_gold(write(tmp_path / "both.jsonl", gold, record)), Linter()))
    assert [row.place for row in rows] == ["g1.O", "g1.1", "c1.O", "c1.1"]
    assert rows[1].gold["kind"] == rows[3].gold["kind"] == "outcome"
    assert rows[1].said == rows[3].said == {"measurable": "metric", "kind": "outcome", "compound": "no"}
    lines = list(table(rows))
    assert any(line.startswith("K202") for line in lines)
    assert "regex F1" in lines[0] and lines[-1].startswith("warnings and errors on statements: ")


def test_the_floor_is_what_a_regular_expression_can_do() -> None:
    assert floor("K", "Launch the wizard") == {"measurable": "milestone", "kind": "output", "compound": "no"}
    assert floor("K", "推进平台建设")["kind"] == "activity" and floor("K", "续约率到九成")["measurable"] == "metric"
    assert floor("O", "Grow revenue by 30%") == {
        "metric": "yes",
        "kind": "aspiration",
        "vague": "no",
        "compound": "no",
    }


def test_authors_verdicts_give_an_area_under_the_curve(tmp_path: Path) -> None:
    def record(number: int, text: str, verdict: str) -> dict[str, object]:
        key_result = {"text": text, "gold": KEY_RESULT, "verdict": verdict}
        objective = {"text": "Night nurses find every pump charged", "gold": OBJECTIVE}
        return {"id": f"g{number}", "lang": "en", "objective": objective, "krs": [key_result]}

    good = record(1, "Pumps found empty per week from 14 to 2", "good")
    rows = list(compare(read_gold(write(tmp_path / "g.jsonl", good, record(2, "Improve pumps", "bad"))), Linter()))
    assert "authors' own good/bad verdicts, en: AUC 1.000 (1 good, 1 bad)" in list(table(rows))


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(GoldError, match="line 1"):
        read_gold(path)
