"""Scores of the rows that are most like strangers' text, by weights that never saw their author or domain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from okr_lint.classifier.training.dataset import PLAIN_SPLITS, Row
from okr_lint.classifier.training.fit import fit
from okr_lint.classifier.training.vectors import WordVectors


def plain_rows(rows: Sequence[Row]) -> list[int]:
    """Places of the rows in ``PLAIN_SPLITS``."""
    return [at for at, row in enumerate(rows) if row.fold in PLAIN_SPLITS]


def held_out_scores(task: str, rows: Sequence[Row], vectors: WordVectors | None) -> Any:
    """Lane scores of ``plain_rows``, shape (rows, lanes), each from a fit without the row's whole split."""
    folds = np.array([row.fold for row in rows])
    scores: Any = None
    for fold in PLAIN_SPLITS:
        inside = np.flatnonzero(folds == fold).tolist()
        if not inside:
            continue
        fitted = fit(task, [rows[i] for i in np.flatnonzero(folds != fold).tolist()], vectors)
        part = fitted.scores([rows[i] for i in inside])
        if scores is None:
            scores = np.zeros((len(rows), part.shape[1]))
        scores[inside] = part
    return scores[plain_rows(rows)]
