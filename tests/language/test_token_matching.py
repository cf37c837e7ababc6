"""Token patterns match what spaCy's ``Matcher`` matches, in linear time."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okr_lint.language.doc import pipeline
from okr_lint.language.token_matching import MAX_UNITS, TokenProgram, repeats

OPERATORS = [None, None, "?", "*", "+", "!", "{2}", "{1,3}", "{,2}", "{2,}"]
TOKENS = st.fixed_dictionaries(
    {"LOWER": st.sampled_from(["a", "b", {"IN": ["a", "c"]}])}, optional={"OP": st.sampled_from(OPERATORS[2:])}
)
PATTERNS = st.lists(st.lists(TOKENS, min_size=1, max_size=3), min_size=1, max_size=2)
WORDS = st.lists(st.sampled_from("abc"), max_size=7)


def doc(words: list[str]) -> Any:
    from spacy.tokens import Doc

    return Doc(pipeline().vocab, words=words)


def by_spacy(patterns: list[Any], words: list[str]) -> list[tuple[int, int]]:
    """All matches that spaCy lists, then from the left the longest at each place."""
    from spacy.matcher import Matcher

    matcher = Matcher(pipeline().vocab)
    matcher.add("x", patterns)
    longest: dict[int, int] = {}
    for _, start, end in matcher(doc(words)):
        longest[start] = max(longest.get(start, 0), end)
    found, place = [], 0
    for start in sorted(longest):
        if start >= place and longest[start] > start:
            found.append((start, longest[start]))
            place = longest[start]
    return found


@settings(max_examples=500, deadline=None)
@given(PATTERNS, WORDS)
def test_the_same_as_spacy(patterns: list[Any], words: list[str]) -> None:
    assert TokenProgram(patterns).ranges(doc(words)) == by_spacy(patterns, words)


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": "a", "OP": "+"}],
        [{"LOWER": "a", "OP": "+"}, {"LOWER": "a", "OP": "*"}, {"LOWER": "b"}],
        [{"LOWER": "a", "OP": "?"}] * 20 + [{"LOWER": "b"}],
        [{"LOWER": "a", "OP": "{1,30}"}] * 3 + [{"LOWER": "b"}],
    ],
)
def test_repeats_take_linear_time(pattern: list[Any]) -> None:
    """spaCy's own greedy matching takes ten seconds for the first of these on 2,000 tokens."""
    program = TokenProgram([pattern])
    program.ranges(doc(["a", "b"]))

    def seconds(size: int) -> float:
        text = doc(["a"] * size)
        start = time.process_time()
        program.ranges(text)
        return time.process_time() - start

    small = min(seconds(500) for _ in range(3))
    assert min(seconds(5_000) for _ in range(2)) < 35 * small + 0.02


def test_operators() -> None:
    assert [repeats(one) for one in (None, "?", "*", "+", "{3}", "{2,4}", "{,4}", "{2,}")] == [
        (1, 1), (0, 1), (0, None), (1, None), (3, 3), (2, 4), (0, 4), (2, None),
    ]  # fmt: skip


def test_too_many_repeats_are_refused() -> None:
    with pytest.raises(ValueError, match="200"):
        TokenProgram([[{"LOWER": "a", "OP": f"{{1,{MAX_UNITS + 1}}}"}]])
    with pytest.raises(ValueError, match="210"):
        TokenProgram([[{"LOWER": "a", "OP": "{1,70}"}] * 3])
