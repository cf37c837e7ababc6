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
    own = _features(objective, cues_for_objective(key_results))
    around = cues_for_key_result(own[GROUPS.index("cues")], key_results)
    return own, [_features(key_result, around) for key_result in key_results]


def _features(analysis: Analysis, context: set[str]) -> Features:
    return ngrams(analysis.normal), own_cues(analysis), context, words(analysis.normal)
