"""Scores from labels and findings (first version: the expected quality rating)."""

from __future__ import annotations

from dataclasses import dataclass, field

from okr_lint.checks.match import ObjectiveSet
from okr_lint.model import Finding


@dataclass(frozen=True, slots=True)
class Score:
    """A total of 0-100 and its named parts, 0-100 each."""

    total: int
    parts: dict[str, int] = field(default_factory=dict)


def score_document(sets: list[ObjectiveSet], findings: list[Finding]) -> tuple[dict[str, Score], Score | None]:
    """Scores by statement id, and the file's; None for a file without statements."""
    scores = {judged.statement.id: Score(round((judged.labels.quality - 1) * 25)) for one in sets for judged in one}
    if not scores:
        return scores, None
    return scores, Score(round(sum(s.total for s in scores.values()) / len(scores)))
