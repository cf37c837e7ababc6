"""parse, rule, rules, score, init."""

import json
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

from conftest import GOOD, HEDGED, Run


def test_parse_shows_a_tree_or_json_and_what_was_not_understood(run: Run) -> None:
    Path("a.md").write_text(GOOD)
    ran = run("parse", "a.md")
    assert ran.code == 0 and "O1/KR2" in ran.out and "owner: kitchen crew" in ran.out
    file = json.loads(run("parse", "a.md", "--output-format", "json").out)["files"][0]
    assert [len(o["key_results"]) for o in file["objectives"]] == [2]
    Path("b.md").write_text("Lunch is late today.\n")
    ran = run("parse", "b.md", "--output-format", "json")
    assert ran.code == 0 and [f["code"] for f in json.loads(ran.out)["files"][0]["findings"]] == ["F002"]
    Path("c.json").write_text("{")
    assert run("parse", "c.json").code == 2


def test_rule_and_rules(run: Run) -> None:
    assert run("rule", "K202").out.startswith("K202 activity-as-key-result")
    assert run("rule", "activity-as-key-result", "--lang", "zh", "--output-format", "markdown").out.startswith("# K202")
    ran = run("rule", "K2O2")
    assert ran.code == 2 and "did you mean 'K202'" in ran.err
    lines = run("rules", "O").out.splitlines()
    assert len(lines) == 14 and all(line.startswith("O1") for line in lines)
    assert {rule["code"] for rule in json.loads(run("rules", "--output-format", "json").out)} >= {"F001", "S307"}


def test_score(run: Run) -> None:
    Path("a.md").write_text(GOOD)
    Path("b.md").write_text(HEDGED)
    made = json.loads(run("score", ".", "--output-format", "json").out)
    assert [file["path"] for file in made["files"]] == ["a.md", "b.md"]
    assert all(0 <= s["score"]["total"] <= 100 for file in made["files"] for s in file["statements"])
    badge = json.loads(run("score", ".", "--output-format", "badge").out)
    assert run("score", ".", "--output", "badge.svg").code == 0
    picture = ET.parse("badge.svg").getroot()
    assert [text.text for text in picture.findall(".//{*}text")] == ["OKR", badge["message"]]
    assert badge["schemaVersion"] == 1 and badge["message"] == f"{made['score']}/100"
    assert run("score", "a.md", "--fail-under", "101").code == 1


def test_init_writes_once(run: Run) -> None:
    assert run("init").code == 0
    assert tomllib.loads(Path("okr-lint.toml").read_text(encoding="utf-8")) is not None
    ran = run("init")
    assert ran.code == 2 and "left as it is" in ran.err
    assert run("init", "--pre-commit").code == 0
    assert "id: okr-lint" in Path(".pre-commit-config.yaml").read_text()
    assert "add this to its repos" in run("init", "--pre-commit").out
