"""Chinese words without spaCy are those of the ``Doc``: words, places, tags, lexicons, classes of verbs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from okr_lint.language import analyse
from okr_lint.language.chinese_words import chinese_words

CORPUS = Path(__file__).parents[2] / "corpus" / "zh-h.jsonl"
TEXTS = [
    "",
    " ",
    "让 门店 排班  更省心 ",
    "A/B 测试,上线 3 个",
    "提升用户满意度、留存(30 日)…",
    "ＮＰＳ　達到 50",
    "—— 完成 ——",
]


def corpus() -> list[str]:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()[::8]]
    return [text for row in rows for text in (row["objective"]["text"], *(k["text"] for k in row["key_results"]))]


@pytest.mark.parametrize("texts", [TEXTS, corpus()], ids=["edges", "corpus"])
def test_words_are_those_of_the_doc(texts: list[str]) -> None:
    seen = 0
    for analysis in map(analyse, texts):
        if analysis.language == "en":
            continue
        ours = [
            (w.text, w.idx, w.i, w.tag_, w.is_space, w.is_punct, w.lexicons, w.verb_class)
            for w in chinese_words(analysis)
        ]
        theirs = [
            (t.text, t.idx, t.i, t.tag_, t.is_space, t.is_punct, t._.lexicons, t._.verb_class) for t in analysis.doc
        ]
        assert ours == theirs, analysis.text
        seen += len(ours)
    assert seen


def test_our_checks_never_load_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    from okr_lint.linter import Linter

    monkeypatch.setitem(sys.modules, "spacy", None)  # importing it fails
    text = "\n".join(f"# O{n}: {text}" if n % 4 == 0 else f"- KR{n % 4}: {text}" for n, text in enumerate(corpus()))
    assert Linter().check_text(text).findings
