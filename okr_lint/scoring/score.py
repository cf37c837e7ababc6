"""Scores of statements, sets and files: parts first, then the total, then the caps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from okr_lint.checks.match import Judged, ObjectiveSet
from okr_lint.classifier.types import StatementLabels
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Finding
from okr_lint.scoring.parts import is_dated, key_result_parts, objective_parts, penalise
from okr_lint.scoring.weights import score_models

UNMEASURABLE_CAP, ACTIVITY_CAP = 40, 50
# a capped total still orders statements: what lies above this far below the cap is squeezed into the rest
_SQUEEZE = 15
_MOST_KNOWN = 20_000
T = TypeVar("T", Judged, ObjectiveSet)


@dataclass(frozen=True, slots=True)
class Score:
    """A total of 0-100 and its named parts, 0-100 each."""

    total: int
    parts: dict[str, int] = field(default_factory=dict)


# What a score follows from, places and texts apart -> the labels that it is about (kept, as the key has their ``id``)
Known = dict[Hashable, tuple[StatementLabels, Score]]


def score_document(
    sets: Sequence[ObjectiveSet], findings: Sequence[Finding], known: Known | None = None
) -> tuple[dict[str, Score], Score | None]:
    """Scores by statement id, and the file's; None for a file without statements.

    The file's score is the mean of its sets, a set's the mean of objective and mean key result. With ``known`` only
    statements whose labels or findings have changed are scored anew.
    """
    by_statement: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.statement is not None:
            by_statement[finding.statement].append(finding)
    scores: dict[str, Score] = {}
    totals = []
    for one in sets:
        for judged in one.key_results:
            about = by_statement.get(judged.statement.id, ())
            scores[judged.statement.id] = _remembered(
                known, judged.labels, (is_dated(judged), _codes(about)), _key_result, judged, about
            )
        objective = one.objective.statement
        about, measured = by_statement.get(objective.id, ()), _is_measured(one)
        scores[objective.id] = _remembered(
            known, one.objective.labels, (measured, _codes(about)), _objective, one, about
        )
        own = scores[objective.id].total
        below = [scores[judged.statement.id].total for judged in one.key_results]
        totals.append((own + sum(below) / len(below)) / 2 if below else own)
    return scores, Score(round(sum(totals) / len(totals))) if totals else None


def _remembered(
    known: Known | None,
    labels: StatementLabels,
    rest: Hashable,
    make: Callable[[T, Sequence[Finding]], Score],
    one: T,
    about: Sequence[Finding],
) -> Score:
    if known is None:
        return make(one, about)
    key = (id(labels), rest)
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST_KNOWN:
            known.clear()
        found = known[key] = (labels, make(one, about))
    return found[1]


def _codes(findings: Sequence[Finding]) -> Hashable:
    return tuple([(finding.code, finding.severity) for finding in findings]) if findings else ()


def _is_measured(one: ObjectiveSet) -> bool:
    return any(judged.labels["measurable"].value != "none" for judged in one.key_results)


def _objective(one: ObjectiveSet, findings: Sequence[Finding]) -> Score:
    parts = penalise(objective_parts(one.objective.labels), findings)
    total = score_models()["objective"].total(parts)
    if not _is_measured(one):
        total = capped(total, UNMEASURABLE_CAP)
    return _score(total, parts)


def _key_result(judged: Judged, findings: Sequence[Finding]) -> Score:
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
