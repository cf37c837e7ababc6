"""How alike two statements are in meaning: their words without numbers, what they measure, and in which unit."""

from __future__ import annotations

from okr_lint.alignment.words import content
from okr_lint.history.units import measure_of
from okr_lint.language import Analysis, Quantity
from okr_lint.lean_dataclasses import dataclass

LEAST = 0.5  # below this two statements are two different ones
_WORDS, _METRIC, _UNIT = 0.7, 0.2, 0.1


@dataclass(eq=False, slots=True)
class Sketch:
    """What a statement is recognised by."""

    analysis: Analysis
    pairs: frozenset[str]
    words: frozenset[str]
    metric: frozenset[str]
    units: frozenset[str]


def sketch(analysis: Analysis) -> Sketch:
    """The sketch of a statement."""
    bare = _without_numbers(analysis)
    metrics = "".join(q.metric or "" for q in analysis.quantities).lower()
    units = frozenset(measure_of(q.unit)[0] for q in analysis.quantities)
    return Sketch(analysis, _pairs(bare), frozenset(content(analysis)), _pairs(_letters(metrics)), units)


def alike(one: Sketch, other: Sketch) -> float:
    """0–1: 1 for the same words about the same measure, numbers left out."""
    words = max(_dice(one.pairs, other.pairs), _dice(one.words, other.words))
    if not one.metric and not other.metric:
        return words
    metric = _dice(one.metric, other.metric)
    unit = 1.0 if one.units & other.units else 0.0
    return max(words * (_WORDS + _METRIC * 0.5), _WORDS * words + _METRIC * metric + _UNIT * unit)


def same_measure(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be told to be the same measure: unit, and metric where both name it."""
    if measure_of(one.unit)[0] != measure_of(other.unit)[0]:
        return False
    if one.metric and other.metric:
        return _dice(_pairs(_letters(one.metric)), _pairs(_letters(other.metric))) >= 0.4
    return True


def _without_numbers(analysis: Analysis) -> str:
    left = list(analysis.normal)
    for start, end in [(q.start, q.end) for q in analysis.quantities] + [(d.start, d.end) for d in analysis.dates]:
        for at in range(start, end):
            if not left[at].isalpha():
                left[at] = " "
    return _letters("".join(char for char in left if not char.isdigit()))


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) if len(text) > 1 else frozenset({text} - {""})


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


__all__ = ["LEAST", "Sketch", "alike", "same_measure", "sketch"]
