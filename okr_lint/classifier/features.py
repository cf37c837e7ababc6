"""The feature groups of a statement in its context, in the order of the model's groups."""

from __future__ import annotations

from collections.abc import Sequence

from okr_lint.classifier.cues import cues_for_key_result, cues_for_objective, own_cues
from okr_lint.classifier.ngrams import ngrams
from okr_lint.classifier.words import words
from okr_lint.language import Analysis

GROUPS = ("ngrams", "cues", "context", "words")
Features = tuple[set[str], set[str], set[str], set[str]]


def features_of_set(objective: Analysis, key_results: Sequence[Analysis]) -> tuple[Features, list[Features]]:
    """Features of an objective and of each of its key results, read in each other's context."""
    own, others = cues_of_set(objective, key_results)
    return _features(objective, own), list(map(_features, key_results, others))


def cues_of_set(
    objective: Analysis, key_results: Sequence[Analysis]
) -> tuple[tuple[set[str], set[str]], list[tuple[set[str], set[str]]]]:
    """Of an objective and of each of its key results: its own cues, and those of the context that it is read in."""
    own = own_cues(objective)
    around = cues_for_key_result(own, key_results)
    return (own, cues_for_objective(key_results)), [(own_cues(key_result), around) for key_result in key_results]


def _features(analysis: Analysis, cues: tuple[set[str], set[str]]) -> Features:
    return ngrams(analysis.normal), *cues, words(analysis.normal)
