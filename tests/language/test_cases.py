"""Quantities and dates on our own cases, at least 400 a language; what we miss is listed and watched."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from okr_lint.language import analyse
from tests.language.case_format import cases, known_misses, wrong_dates, wrong_quantities

FILES = ("quantities_zh", "quantities_en", "dates_zh", "dates_en")


def wrong(file: str, text: str, expected: str) -> str | None:
    analysis = analyse(text)
    if file.startswith("dates"):
        return wrong_dates(text, analysis.dates, expected)
    return wrong_quantities(text, analysis.quantities, expected)


@pytest.mark.parametrize("file", FILES)
def test_all_cases_hold(file: str, record_property: Callable[[str, object], None]) -> None:
    listed = cases(file)
    problems = [problem for text, expected in listed if (problem := wrong(file, text, expected))]
    rate = 1 - len(problems) / len(listed)
    record_property("pass_rate", rate)
    assert not problems, f"{rate:.1%} of {len(listed)} hold\n" + "\n".join(problems)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_are_enough_cases(language: str) -> None:
    texts = [text for file in FILES if file.endswith(language) for text, _ in cases(file)]
    assert len(texts) >= 400
    assert len(set(texts)) >= len(texts) - 5


@pytest.mark.parametrize(("file", "text", "expected"), known_misses())
def test_a_known_miss_is_still_missed(file: str, text: str, expected: str) -> None:
    assert wrong(file, text, expected) is not None, f"now right; move it to {file}.tsv"
