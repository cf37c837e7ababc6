"""Labels for an objective and its key results (first version: the majority values, never sure)."""

from __future__ import annotations

from okr_lint.classifier.types import Label, StatementLabels
from okr_lint.language import Analysis
from okr_lint.model import Objective

_OBJECTIVE: dict[str, str | int] = {
    "metric": "no",
    "kind": "aspiration",
    "vague": "no",
    "compound": "no",
    "inspiring": 3,
}
_KEY_RESULT: dict[str, str | int] = {"measurable": "milestone", "kind": "output", "compound": "no"}


def predict_set(objective: Objective, analyses: dict[str, Analysis]) -> dict[str, StatementLabels]:
    """Labels by statement id for an objective and all its key results, read in each other's context."""
    made = {objective.id: StatementLabels({n: Label(v, 0.5, False) for n, v in _OBJECTIVE.items()})}
    for key_result in objective.key_results:
        made[key_result.id] = StatementLabels({n: Label(v, 0.5, False) for n, v in _KEY_RESULT.items()})
    return made
