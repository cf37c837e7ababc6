"""Labels for many objectives with their key results: what ``predict`` says of each, worked out together.

Loading numpy and numbering the names that a model knows costs as much as saved at some thousand statements, so only a
long document or a process that has met many statements pays for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from okr_lint.classifier.features import cues_of_set
from okr_lint.classifier.model import load_model
from okr_lint.classifier.predict import labels_of, predict_set
from okr_lint.classifier.told import told
from okr_lint.classifier.types import StatementLabels
from okr_lint.language import Analysis
from okr_lint.model import Objective

if TYPE_CHECKING:
    from okr_lint.classifier.bulk_features import Vocabulary
    from okr_lint.classifier.bulk_linear import BulkLinear

# statements met in a process from which numpy is loaded; in a document from which it is used; at most at once
FIRST, LEAST, MOST = 1500, 80, 2000


class _Met:
    """The statements that a process has met; a count that threads may blur."""

    def __init__(self) -> None:
        self._count = 0

    def many(self, count: int) -> bool:
        """Count a document's statements; whether they are to be scored together."""
        self._count += count
        return count >= LEAST and self._count >= FIRST


_met = _Met()


class _Asked(NamedTuple):
    """One statement to label."""

    id: str
    analysis: Analysis
    cues: set[str]
    context: set[str]


def predict_sets(objectives: Sequence[Objective], analyses: dict[str, Analysis]) -> dict[str, StatementLabels]:
    """Labels by statement id for objectives and all their key results."""
    count = sum(1 + len(objective.key_results) for objective in objectives)
    made: dict[str, StatementLabels] = {}
    if not _met.many(count):
        for objective in objectives:
            made.update(predict_set(objective, analyses))
        return made
    asked: dict[str, list[_Asked]] = {"objective": [], "key_result": []}
    for objective in objectives:
        read = [told(key_result, analyses[key_result.id]) for key_result in objective.key_results]
        own, others = cues_of_set(analyses[objective.id], read)
        asked["objective"].append(_Asked(objective.id, analyses[objective.id], *own))
        asked["key_result"] += [
            _Asked(key_result.id, analysis, *cues)
            for key_result, analysis, cues in zip(objective.key_results, read, others, strict=True)
        ]
    from okr_lint.classifier.bulk_features import Vocabulary

    met = Vocabulary()
    for task, statements in asked.items():
        for start in range(0, len(statements), MOST):
            made.update(_labels(task, statements[start : start + MOST], met))
    return made


def _labels(task: str, statements: Sequence[_Asked], met: Vocabulary) -> dict[str, StatementLabels]:
    from okr_lint.classifier.bulk_features import ngrams_of, words_of

    texts = [one.analysis.normal for one in statements]
    cues, context = [one.cues for one in statements], [one.context for one in statements]
    features = (ngrams_of(texts, met), cues, context, words_of(texts, met))
    readings = _scorer(task).read(features, len(statements))
    return {
        one.id: labels_of(task, reading, one.cues, one.analysis)
        for one, reading in zip(statements, readings, strict=True)
    }


@lru_cache(maxsize=2)
def _scorer(task: str) -> BulkLinear:
    from okr_lint.classifier.bulk_linear import BulkLinear

    return BulkLinear(load_model(task).linear)
