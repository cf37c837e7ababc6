"""What somebody wrote against version 1 of the JSON contract goes on working: compared with a report that was stored.

Findings, scores and confidences may change with any version; fields, their kinds, ids and places may not. A field
may be added. Where this test fails, the contract's version has to go up (docs/en/upgrading.md).
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from okr_lint import Linter
from okr_lint.reporters.json_report import report

FOLDER = Path(__file__).parent / "stored"
STORED: dict[str, Any] = json.loads((FOLDER / "report-0.1.json").read_text(encoding="utf-8"))
SCHEMA = json.loads((FOLDER.parents[2] / "docs" / "json-contract.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def today() -> dict[str, Any]:
    result = Linter().check_bytes((FOLDER / "document.md").read_bytes(), STORED["files"][0]["path"])
    made: dict[str, Any] = json.loads(json.dumps(report([result])))
    return made


def fields(value: Any, path: str = "") -> dict[str, set[str]]:
    """Every field's path (entries of lists together) with the kinds of values that it holds."""
    found: dict[str, set[str]] = {path: {_kind(value)}}
    below = (
        value.items() if isinstance(value, dict) else [("[]", one) for one in value] if isinstance(value, list) else []
    )
    for name, one in below:
        for place, kinds in fields(one, f"{path}/{name}").items():
            found.setdefault(place, set()).update(kinds)
    return found


def _kind(value: Any) -> str:
    return "number" if isinstance(value, (int, float)) and not isinstance(value, bool) else type(value).__name__


def lost(stored: Any, now: Any) -> list[str]:
    """Fields of the stored report that are gone, or hold another kind of value; null may become a value."""
    ours = fields(now)
    return [
        path
        for path, kinds in fields(stored).items()
        if path not in ours or not (ours[path] & kinds or "NoneType" in ours[path] | kinds)
    ]


def places(value: dict[str, Any]) -> list[tuple[Any, ...]]:
    """What a reader of the report relies on to find statements again."""
    statements = [s for o in value["files"][0]["objectives"] for s in (o, *o["key_results"])]
    return [(s["id"], s["label"], s["text"], s.get("language"), json.dumps(s["span"])) for s in statements]


def test_no_field_is_lost(today: dict[str, Any]) -> None:
    assert STORED["version"] == today["version"] == 1
    assert lost(STORED, today) == []


def test_statements_have_the_same_ids_and_places(today: dict[str, Any]) -> None:
    assert places(today) == places(STORED)


def test_labels_keep_their_names(today: dict[str, Any]) -> None:
    for old, new in zip(STORED["files"][0]["objectives"], today["files"][0]["objectives"], strict=True):
        assert old["labels"].keys() == new["labels"].keys()
        assert old["score"]["parts"].keys() == new["score"]["parts"].keys()


def test_the_stored_report_still_fits_the_schema() -> None:
    Draft202012Validator(SCHEMA).validate(STORED)


def test_a_lost_or_changed_field_would_be_seen(today: dict[str, Any]) -> None:
    less = copy.deepcopy(today)
    for finding in less["files"][0]["findings"]:
        del finding["confidence"]
    less["summary"]["error"] = str(less["summary"]["error"])
    assert set(lost(STORED, less)) == {"/files/[]/findings/[]/confidence", "/summary/error"}
    moved = copy.deepcopy(today)
    moved["files"][0]["objectives"][0]["span"]["start"]["offset"] += 1
    assert places(moved) != places(STORED)
