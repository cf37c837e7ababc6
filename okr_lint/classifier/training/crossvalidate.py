"""Scores of every row by weights that never saw its author or domain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from okr_lint.classifier.training.dataset import Row
from okr_lint.classifier.training.fit import fit
from okr_lint.classifier.training.vectors import WordVectors

# domains that resemble each other are left out together: fewer fits, and harder ones
_TOGETHER = {
    "seed-a": "software",
    "growth": "software",
    "seed-b": "functions",
    "personal": "functions",
}


def folds_of(rows: Sequence[Row]) -> list[str]:
    """The fold of each row: its split, with similar domains joined."""
    return [_TOGETHER.get(row.fold, row.fold) for row in rows]


def held_out_scores(task: str, rows: Sequence[Row], vectors: WordVectors | None) -> Any:
    """Lane scores, shape (rows, lanes), each from a fit without the row's fold."""
    folds = np.array(folds_of(rows))
    scores: Any = None
    for fold in sorted(set(folds)):
        fitted = fit(task, [rows[i] for i in np.flatnonzero(folds != fold).tolist()], vectors)
        inside = np.flatnonzero(folds == fold).tolist()
        part = fitted.scores([rows[i] for i in inside])
        if scores is None:
            scores = np.zeros((len(rows), part.shape[1]))
        scores[inside] = part
    return scores
