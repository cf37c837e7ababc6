"""Real output keeps to docs/json-contract.schema.json, and holds nothing that the schema does not tell."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from okr_lint.cli.main import main
from okr_lint.linter import Linter
from okr_lint.reporters.json_report import report
from okr_lint.settings import Settings
from tests.contract.documents import DOCUMENTS
from tests.docs.pages import DOCS, ROOT

SCHEMA = json.loads((DOCS / "json-contract.schema.json").read_text(encoding="utf-8"))


def strict(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without room for fields that it does not name."""
    made = copy.deepcopy(schema)

    def close(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object" and "properties" in node:
                node.setdefault("additionalProperties", False)
            for value in node.values():
                close(value)
        elif isinstance(node, list):
            for value in node:
                close(value)

    close(made)
    return made


STRICT = Draft202012Validator(strict(SCHEMA))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("scores", [True, False])
def test_reports_of_every_format(scores: bool) -> None:
    linter = Linter(Settings(preview=True))
    results = [linter.check_bytes(data, name) for name, data in DOCUMENTS.items()]
    results += [linter.check_file(path) for path in sorted((ROOT / "examples").iterdir())]
    made = json.loads(json.dumps(report(results, with_scores=scores)))
    STRICT.validate(made)
    assert made["summary"]["error"] and any(file["error"] for file in made["files"])
    assert any(finding["suggestions"] for file in made["files"] for finding in file["findings"])
    assert ("score" in made["summary"]) is scores


@pytest.mark.parametrize("command", ["check", "parse"])
def test_what_the_commands_print(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for name in ("team.md", "plan.yaml", "sheet.csv"):
        (tmp_path / name).write_bytes(DOCUMENTS[name])
        files.append(str(tmp_path / name))
    main([command, *files, "--output-format", "json"])
    made = json.loads(capsys.readouterr().out)
    STRICT.validate(made)
    assert len(made["files"]) == 3


def test_documents_without_places_in_a_text(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    for line in ("O1：提升体验", "KR1：争取大幅提升核销成功率"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "okr.docx"))
    made = report([Linter().check_file(tmp_path / "okr.docx")])
    STRICT.validate(json.loads(json.dumps(made)))
    finding = next(one for one in made["files"][0]["findings"] if one["statement"] == "O1/KR1")
    assert finding["span"] is None and finding["place"]


def test_the_schema_refuses_what_is_wrong() -> None:
    made = json.loads(json.dumps(report([Linter().check_bytes(DOCUMENTS["team.md"], "team.md")])))
    made["files"][0]["findings"][0]["severity"] = "fatal"
    assert list(Draft202012Validator(SCHEMA).iter_errors(made))
    made["files"][0]["findings"][0]["severity"] = "info"
    made["files"][0]["unknown"] = 1
    assert not list(Draft202012Validator(SCHEMA).iter_errors(made)) and list(STRICT.iter_errors(made))
