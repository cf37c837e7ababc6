"""The Doc layer: the statement's own text, offsets, attributes, token patterns and their errors."""

from __future__ import annotations

import subprocess
import sys

import pytest

from okr_lint.language import analyse
from okr_lint.language.token_patterns import token_matcher

TEXTS = [
    "新用户次周留存从 32% 提升到 45%，且投诉率不高于 1.5%",
    "讓新用戶 第一次  打開就能用起來 😀",
    " Ship 3 integrations by May 1 ",
    "Launch 小程序 with Ｑ３　goals\u3000now",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_doc_has_the_statements_text_and_places(text: str) -> None:
    doc = analyse(text).doc
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_tokens_carry_what_the_light_layers_found() -> None:
    doc = analyse("完成 3 场培训").doc
    assert doc[0].text == "完成" and doc[0]._.head and doc[0]._.verb_class == "output" and doc[0].pos_ == "VERB"
    assert "output_verb" in doc[0]._.lexicons
    assert [t.text for t in doc if t._.quantity] == ["3", "场"]
    assert [span.label_ for span in doc.spans["head"]] == ["head"]


def test_token_patterns_give_ranges_of_text() -> None:
    pattern = [{"_": {"lexicons": {"INTERSECTS": ["output_verb"]}}}, {"OP": "*"}, {"_": {"quantity": True}, "OP": "+"}]
    matcher = token_matcher(pattern, "rules/X001.yaml")
    assert matcher(analyse("Please ship 3 integrations")) == [(7, 13)]
    assert matcher(analyse("上线 3 个页面")) == [(0, 6)]
    assert matcher(analyse("Nothing here")) == []


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ([{"LOWR": "x"}], "did you mean 'LOWER'"),
        ([{"LOWER": {"REGEX": "(a+)+"}}], "REGEX is not allowed"),
        ([{"_": {"mood": 1}}], "verb_class"),
        ([{"OP": "&"}], "OP is one of"),
        ("ship", "a list of token descriptions"),
        ([], "a list of token descriptions"),
    ],
)
def test_bad_patterns_name_their_origin(pattern: object, words: str) -> None:
    with pytest.raises(ValueError, match="rules/X001") as error:
        token_matcher(pattern, "rules/X001.yaml")
    assert words in str(error.value)


def test_reading_rules_and_light_layers_import_nothing_heavy() -> None:
    code = (
        "import sys; from okr_lint.language import analyse; from okr_lint.language.token_patterns import token_matcher;"
        "token_matcher([{'LOWER': 'x'}], 'o'); a = analyse('完成 3 场培训');"
        "a.quantities, a.dates, a.head, a.owners;"
        "print([m for m in ('spacy', 'rjieba', 'jieba', 'numpy', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_parts_of_speech_match_chinese_only() -> None:
    matcher = token_matcher([{"POS": "VERB"}], "rules/X001.yaml")
    assert matcher(analyse("线上问题及时跟进")) != []
    assert matcher(analyse("Ship it in March")) == []
