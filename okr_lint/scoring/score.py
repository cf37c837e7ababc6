"""Scores of statements, sets and files: parts first, then the total, then the caps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from okr_lint.checks.match import Judged, ObjectiveSet
from okr_lint.model import Finding
from okr_lint.scoring.parts import key_result_parts, objective_parts, penalise
from okr_lint.scoring.weights import score_models

UNMEASURABLE_CAP, ACTIVITY_CAP = 40, 50
# a capped total still orders statements: what lies above this far below the cap is squeezed into the rest
_SQUEEZE = 15


@dataclass(frozen=True, slots=True)
class Score:
    """A total of 0-100 and its named parts, 0-100 each."""

    total: int
    parts: dict[str, int] = field(default_factory=dict)


def score_document(sets: Sequence[ObjectiveSet], findings: Sequence[Finding]) -> tuple[dict[str, Score], Score | None]:
    """Scores by statement id, and the file's; None for a file without statements.

    The file's score is the mean of its sets, a set's the mean of objective and mean key result.
    """
    by_statement: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.statement is not None:
            by_statement[finding.statement].append(finding)
    scores: dict[str, Score] = {}
    totals = []
    for one in sets:
        for judged in one.key_results:
            scores[judged.statement.id] = _key_result(judged, by_statement[judged.statement.id])
        objective = one.objective.statement
        scores[objective.id] = _objective(one, by_statement[objective.id])
        own = scores[objective.id].total
        below = [scores[judged.statement.id].total for judged in one.key_results]
        totals.append((own + sum(below) / len(below)) / 2 if below else own)
    return scores, Score(round(sum(totals) / len(totals))) if totals else None


def _objective(one: ObjectiveSet, findings: list[Finding]) -> Score:
    parts = penalise(objective_parts(one.objective.labels), findings)
    total = score_models()["objective"].total(parts)
    if not any(judged.labels["measurable"].value != "none" for judged in one.key_results):
        total = capped(total, UNMEASURABLE_CAP)
    return _score(total, parts)


def _key_result(judged: Judged, findings: list[Finding]) -> Score:
    parts = penalise(key_result_parts(judged), findings)
    total = score_models()["key_result"].total(parts)
    if judged.labels["kind"].value == "activity":
        total = capped(total, ACTIVITY_CAP)
    if judged.labels["measurable"].value == "none":
        total = capped(total, UNMEASURABLE_CAP)
    return _score(total, parts)


def capped(total: float, cap: int) -> float:
    """A total that cannot pass ``cap``; order among capped totals is kept."""
    knee = cap - _SQUEEZE
    return total if total <= knee else knee + (total - knee) * _SQUEEZE / (100 - knee)


def _score(total: float, parts: dict[str, float]) -> Score:
    return Score(round(total), {name: round(100 * value) for name, value in parts.items()})
