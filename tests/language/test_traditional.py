"""What the tool says to a text in Traditional characters is in Traditional characters; what it quotes is as it was."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from okr_lint.checks.registry import own_rules
from okr_lint.linter import Linter
from okr_lint.paths import data_folder
from okr_lint.reporters.json_report import file_object
from okr_lint.settings import Settings
from okr_lint.traditional import is_traditional, traditional

DOCUMENT = """# 2026 年上半年 OKR

團隊：華南倉配

## O1：讓客戶準時收到完好的貨

- KR1：準時送達率由 91% 提升至 97%
- KR2：加強司機管理
- KR3：自動分揀線於十月底前投產
- KR4：加強三里屯台北店管理

## O2：成為世界一流的倉配團隊
"""
# where OpenCC takes another of two right forms, or errs
EITHER = {"发布", "新签", "布", "签"}


def test_messages_reasons_and_suggestions_are_traditional() -> None:
    findings = Linter().check_text(DOCUMENT).findings
    assert {"K201", "K222", "S303"} <= {finding.code for finding in findings}
    for finding in findings:
        for text in (finding.message, *finding.why, *(s.title for s in finding.suggestions)):
            assert is_traditional(text) is not False, text
            assert not set(text) & set("这为么没个写们关键结标还" + "让顾"), text


def test_quoted_text_stays_as_it_is() -> None:
    messages = [f.message for f in Linter().check_text(DOCUMENT).findings]
    assert any("三里屯台北店" in message for message in messages)
    assert traditional("「三里屯」在这里", quoted="三里屯開店") == "「三里屯」在這裡"


def test_simplified_and_english_text_get_what_they_got() -> None:
    text = "# 2026 年上半年\n\n## O1：让客户准时收到货\n\n- KR1：加强司机管理\n"
    assert any("没有数字" in finding.message for finding in Linter().check_text(text).findings)
    english = Linter(Settings(lang="en")).check_text(DOCUMENT).findings
    assert all("number" in f.message for f in english if f.code == "K201")


def test_one_traditional_statement_in_a_simplified_document() -> None:
    text = "# 2026\n\n## O1：让客户准时收到货\n\n- KR1：加强司机管理\n- KR2：加強司機管理制度\n"
    said = {f.statement: f.message for f in Linter().check_text(text).findings if f.code == "K201"}
    assert "没有" in said["O1/KR1"]
    assert "沒有" in said["O1/KR2"]


def test_a_statement_without_telling_characters_follows_its_company() -> None:
    text = "# 2026 Q3\n\n## O1：讓客戶準時收到貨\n\n- KR1：加速出貨\n- KR2：提升品質\n"
    said = {f.statement: f.message for f in Linter().check_text(text).findings if f.code == "K201"}
    assert said
    assert all("沒有" in message for message in said.values())


def test_json_holds_the_same_words() -> None:
    result = Linter().check_text(DOCUMENT)
    record = json.dumps(file_object(result), ensure_ascii=False)
    for finding in result.findings:
        assert json.dumps(finding.message, ensure_ascii=False) in record


@pytest.mark.parametrize(("text", "told"), [("讓客戶", True), ("让客户", False), ("提升品", None), ("Ship it", None)])
def test_script_of_a_text(text: str, told: bool | None) -> None:
    assert is_traditional(text) is told


def _messages() -> list[str]:
    made = [text["zh"] for rule in own_rules().values() for text in rule.messages.values()]
    made += [text["zh"] for rule in own_rules().values() for text in (rule.why, rule.title)]
    made += [s[key]["zh"] for rule in own_rules().values() for s in rule.suggestions for key in s if key == "title"]
    return made


def _said_from_code() -> list[str]:
    root = Path(__file__).resolve().parents[2] / "okr_lint"
    files = [
        path
        for folder in ("checks", "suggestions", "alignment", "history", "scoring")
        for path in root.glob(f"{folder}/**/*.py")
    ]
    files += [*root.glob("reporters/*.py")]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files]
    constants = [node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    said = [text for text in constants if isinstance(text, str) and 2 < len(text) < 60 and "|" not in text]
    return [text for text in said if not text.isascii() and "\n" not in text and " " not in text]


def test_the_tables_give_what_opencc_gives() -> None:
    opencc = pytest.importorskip("opencc")
    convert = opencc.OpenCC("s2tw").convert
    wrong = [
        (text, traditional(text))
        for text in (*_messages(), *_said_from_code())
        if traditional(text) != convert(text) and not any(one in text for one in EITHER)
    ]
    assert wrong == [], "add the word to tools/traditional.py"


def test_the_tables_are_small() -> None:
    stored = json.loads((data_folder("rules") / "traditional.json").read_text(encoding="utf-8"))
    assert len(stored["characters"][0]) < 3000
    assert len(stored["pairs"]) < 200
