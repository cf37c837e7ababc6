"""Every output format, read back by a validator or consumer where one can be had."""

import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest

from okr_lint.linter import FileResult, Linter
from okr_lint.readers import ReadError
from okr_lint.reporters.json_report import file_object, report
from okr_lint.reporters.record import Record, Totals, findings
from okr_lint.reporters.reporter import FORMATS, Options, reporter_for

TEXT = (
    "# O1: 争取让夜班也吃上热饭 🍚\n\n- KR1: 夜餐热食比例从 40% 提升到 85%\n"
    "- KR2: Try to cut <wasted> meals, 100% sure\n- KR3: 优化流程\x1b[2J\n<!-- okr-lint: ignore K204 -->\n"
)
PATH = "团队/a b.md"
SCHEMAS = Path(__file__).parent / "schemas"
SCHEMA = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
RDFORMAT = json.loads((SCHEMAS / "rdformat.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def results() -> list[FileResult]:
    linter = Linter()
    broken = FileResult("b.json", error=ReadError("a comma is missing", 3, 7))
    sheet = linter.check_text("# O2: Cook\n", path="c.md")
    return [linter.check_text(TEXT, path=PATH), broken, sheet]


def written(name: str, records: list[Record], **options: Any) -> str:
    out = io.StringIO()
    reporter, totals = reporter_for(name, Options(out, **options)), Totals()
    for record in records:
        totals.add(record)
        reporter.file(record, TEXT if record["path"] == PATH else None)
    reporter.end(totals)
    return out.getvalue()


@pytest.fixture(scope="module")
def records(results: list[FileResult]) -> list[Record]:
    return [file_object(result) for result in results]


def said(records: list[Record]) -> list[tuple[str, str]]:
    return [(record["path"], finding["code"]) for record in records for finding in findings(record)]


def test_json_is_the_contract(results: list[FileResult], records: list[Record]) -> None:
    assert json.loads(written("json", records)) == report(results)
    assert json.loads(written("json", records, scores=False)) == report(results, with_scores=False)
    assert json.loads(written("json", [])) == report([])


def test_sarif_is_valid_and_counts_code_points(records: list[Record]) -> None:
    log = json.loads(written("sarif", records))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [r["ruleId"] for r in run["results"]] == [code for _, code in said(records)]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    hedge = next(r for r in run["results"] if r["ruleId"] == "O108")
    region = hedge["locations"][0]["physicalLocation"]["region"]
    assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == "争取"
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 7, 9)
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}
    assert uris == {"%E5%9B%A2%E9%98%9F/a%20b.md", "b.json", "c.md"}
    assert run["invocations"][0]["executionSuccessful"] is False
    assert any(fix for r in run["results"] for fix in r.get("fixes", ()))


def test_junit_is_read_back_with_as_many_failures_as_the_exit_code_knows(records: list[Record]) -> None:
    suites = junitparser.JUnitXml.fromstring(written("junit", records).encode())
    loud = [f for record in records for f in findings(record) if f["severity"] != "info" and f["code"] != "F001"]
    assert (suites.failures, suites.errors) == (len(loud), 1)
    assert suites.tests == sum(max(len(findings(record)), 1) for record in records)
    quiet = junitparser.JUnitXml.fromstring(written("junit", records, fail_on="error").encode())
    assert quiet.failures < suites.failures
    names = [case.name for suite in suites for case in suite]
    assert any(name.startswith("O108 hedged-objective O1") for name in names)


def test_gitlab_has_every_field_and_no_fingerprint_twice(records: list[Record]) -> None:
    issues = json.loads(written("gitlab", records))
    assert len(issues) == len(said(records))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["path"] and issue["location"]["lines"]["begin"] >= 1


def test_github_commands_are_escaped(records: list[Record]) -> None:
    lines = written("github", records).splitlines()
    assert len(lines) == len(said(records))
    for line in lines:
        command = re.fullmatch(r"::(error|warning|notice) ([^:]*(?:%3A[^:]*)*)::(.+)", line)
        assert command, line
        properties = dict(one.split("=", 1) for one in command[2].split(","))
        assert {"title", "file"} <= set(properties)
    assert any("line=1,endLine=1,col=7,endColumn=9" in line for line in lines)


def test_rdjson_counts_bytes(records: list[Record]) -> None:
    result = json.loads(written("rdjson", records))
    jsonschema.Draft7Validator(RDFORMAT).validate(result)
    hedge = next(d for d in result["diagnostics"] if d["code"]["value"] == "O108")
    line = TEXT.splitlines()[0].encode()
    place = hedge["location"]["range"]
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == "争取"
    assert hedge["severity"] == "WARNING" and hedge["location"]["path"] == PATH
    assert len(result["diagnostics"]) == len(said(records))


def test_concise_is_one_line_a_finding(records: list[Record]) -> None:
    lines = written("concise", records).splitlines()
    assert len(lines) == len(said(records))
    assert lines[0].startswith(f"{PATH}") and "b.json:3:7: error F001 unreadable-file: a comma is missing" in lines


def test_text_marks_the_span_below_its_line(records: list[Record]) -> None:
    lines = written("text", records).splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith(" 1 | # O1: 争取"))
    marks = {line for line in lines[at + 1 :] if set(line.strip()) == {"|", " ", "^"}}
    assert "   |       ^^^^" in [line.rstrip() for line in marks], "four columns below the two characters"
    text = "\n".join(lines)
    assert "warning O108 hedged-objective  O1" in text and "\x1b" not in text
    assert "b.json" in text and "a comma is missing" in text
    # the records are of both languages; the closing lines speak that of most findings
    assert re.search(r"\d+ 个错误、\d+ 个警告|\d+ errors?, \d+ warnings?", text)


def test_text_without_findings_says_what_was_read() -> None:
    record = file_object(Linter().check_text("# O1: x\n", path="a.md"))
    record["findings"] = []
    assert written("text", [record]).startswith("Nothing to mend  (1 file, 1 objective, 0 key results)")
    coloured = written("text", [record], colours=True, lang="zh")
    assert coloured.startswith("\x1b[32m没有发现问题\x1b[0m（1 个文件、1 个目标、0 个关键结果）")


@pytest.mark.parametrize("name", FORMATS)
def test_colours_only_where_asked(name: str, records: list[Record]) -> None:
    assert "\x1b[" not in written(name, records)
    assert ("\x1b[" in written(name, records, colours=True)) == (name == "text")
