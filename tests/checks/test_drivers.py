"""The drivers of a label are words that stand in the statement, or cues that a person can follow."""

from __future__ import annotations

import pytest

from okr_lint import Linter
from okr_lint.checks.label_words import LabelSentence
from okr_lint.classifier.drivers import CUES

TEXT = """## O1: Make onboarding better for teams
- KR1: Optimise ads, showing more of them to visitors
- KR2: Prepare the launch of the referral programme
## 目标二:打造一流的服务体验
- KR1:全屋定制样板间覆盖项目
- KR2:加强家门口服务点建设
"""


@pytest.fixture(scope="module")
def statements() -> list[tuple[str, dict[str, object]]]:
    result = Linter().check_text(TEXT, format="markdown")
    return [(s.text, result.labels[s.id].labels) for s in result.document.statements()]


def test_whole_words_only(statements: list[tuple[str, dict[str, object]]]) -> None:
    seen = 0
    for text, labels in statements:
        for label in labels.values():
            for driver in getattr(label, "drivers", ()):
                seen += 1
                if driver in CUES.values():
                    continue
                assert driver in text.lower()
                if driver.isascii():
                    words = text.lower().replace(",", " ").split()
                    assert set(driver.split()) <= set(words), (driver, text)
    assert seen > 20


def test_cues_speak_the_language(statements: list[tuple[str, dict[str, object]]]) -> None:
    _, labels = statements[-1]
    sentence = LabelSentence("measurable", labels["measurable"])  # type: ignore[arg-type]
    assert "没有数字" in sentence["zh"]
    assert "no number" in sentence["en"]
