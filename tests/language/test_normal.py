"""Folding keeps every offset; languages are told apart."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_lint.language import analyse
from okr_lint.language.normal import normalise


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＫＰＩ　１００％", "kpi 100%"),
        ("讓客戶滿意度達到９０％", "让客户满意度达到90%"),
        ("“Ship” it’s 5–6", '"ship" it\'s 5–6'),
        ("𠮷野家 😀👨‍👩‍👧 İ", "𠮷野家 😀👨‍👩‍👧 İ"),
        ("ABC\tdef", "abc def"),
    ],
)
def test_width_script_and_case_fold(text: str, folded: str) -> None:
    assert normalise(text) == folded


@given(st.text(max_size=60))
def test_the_length_never_changes(text: str) -> None:
    assert len(normalise(text)) == len(text)


def test_no_character_grows() -> None:
    every = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)
    assert len(normalise(every)) == len(every)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ship the beta", "en"),
        ("提升 NPS 与 DAU", "zh"),
        ("DAU 达 10w", "zh"),
        ("Launch 小程序 with a new landing page", "mixed"),
        ("讓新用戶愛上產品", "zh"),
        ("100%", "en"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert analyse(text).language == language
