"""Fits the heads: logistic regression per label, ridge per rating, on one shared matrix."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy import sparse

from okr_lint.classifier.english_joints import PAIR
from okr_lint.classifier.training.dataset import HEADS, RATINGS, Row
from okr_lint.classifier.training.matrices import Space
from okr_lint.classifier.training.vectors import WordVectors
from okr_lint.lean_dataclasses import dataclass

C = 3.0
# what a key result states is told by many words each of little weight
OWN_C = {("key_result", "kind"): 1.0}
RIDGE_ALPHA = 3.0
MAX_ITERATIONS = 100
# heads that judge a statement by itself: its neighbours only mislead them (chosen by cross-validation)
WITHOUT_CONTEXT = {("key_result", "measurable"), ("objective", "compound")}
# The split that was written for what parts one result from several. The head that tells them apart learns from it; all
# others judge held-out authors better without it, as no other text is as long-winded (chosen by cross-validation).
CLAUSES, TAUGHT_BY_CLAUSES = "clauses", ("key_result", "compound")
# what stands at English joints tells this head alone more than it misleads (chosen by cross-validation)
TAUGHT_BY_PAIRS = ("key_result", "compound")
# The split in the shape of real planning documents: what was trained on it judged held-out authors no better, so
# it stays a measure (tools/learning_curve.py).
MEASURE = "documents"


@dataclass(slots=True)
class Fitted:
    """Weights of all lanes of one model.

    Attributes:
        coefficients: shape (lanes, columns of the space's matrix).
        lanes: first lane and number of lanes per head or rating, in order.
    """

    space: Space
    coefficients: Any
    intercepts: Any
    lanes: dict[str, tuple[int, int]]

    def scores(self, rows: Sequence[Row]) -> Any:
        """Lane scores of some rows, shape (rows, lanes)."""
        return self.space.transform(rows) @ self.coefficients.T + self.intercepts


def fit(task: str, rows: Sequence[Row], vectors: WordVectors | None) -> Fitted:
    """All heads and ratings of one model."""
    from sklearn.linear_model import Ridge

    rows = [row for row in rows if row.fold != MEASURE]
    if task != TAUGHT_BY_CLAUSES[0]:
        rows = [row for row in rows if row.fold != CLAUSES]
    space = Space.fit(task, rows, vectors)
    paired = space.transform(rows)
    # columns left out, not zeroed: where fits stop early, even a column of zeros changes the sums and so the result
    kept = space.without("cues", PAIR) > 0
    matrix = paired[:, kept]
    usual = np.array([row.fold != CLAUSES for row in rows])
    without = space.without("context")
    coefficients, intercepts, lanes = [], [], {}
    at = 0
    for name, classes in HEADS[task].items():
        used = np.ones(len(rows), dtype=bool) if (task, name) == TAUGHT_BY_CLAUSES else usual
        weights = np.array([row.agreed[name] for row in rows])
        all_columns = (task, name) == TAUGHT_BY_PAIRS
        own = paired if all_columns else matrix
        if (task, name) in WITHOUT_CONTEXT:
            own = own @ sparse.diags_array(without if all_columns else without[kept], dtype=np.float32)
        coefficient, intercept = _logistic(
            own[used],
            [row.labels[name] for row, one in zip(rows, used, strict=True) if one],
            classes,
            weights[used],
            OWN_C.get((task, name), C),
        )
        lanes[name] = (at, len(classes))
        at += len(classes)
        coefficients.append(coefficient if all_columns else _widened(coefficient, kept))
        intercepts.append(intercept)
    for name in RATINGS[task]:
        target = np.array([row.labels[name] for row in rows], dtype=np.float64)
        model = Ridge(alpha=RIDGE_ALPHA, solver="lsqr", tol=1e-5).fit(matrix[usual], target[usual])
        lanes[name] = (at, 1)
        at += 1
        coefficients.append(_widened(model.coef_[None, :], kept))
        intercepts.append(np.array([model.intercept_]))
    return Fitted(space, np.vstack(coefficients), np.concatenate(intercepts), lanes)


def _widened(coefficient: Any, kept: Any) -> Any:
    """Weights of all columns: those of the columns that were fitted, 0 for the others."""
    whole = np.zeros((coefficient.shape[0], len(kept)), dtype=coefficient.dtype)
    whole[:, kept] = coefficient
    return whole


def _logistic(matrix: Any, labels: list[str], classes: tuple[str, ...], weights: Any, c: float) -> tuple[Any, Any]:
    """One row of weights per class; a binary head gets a zero row for its first class."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression

    target = np.array([classes.index(label) for label in labels])
    model = LogisticRegression(C=c, max_iter=MAX_ITERATIONS, tol=1e-3, class_weight="balanced")
    with warnings.catch_warnings():
        # stopping early is part of the regularisation and was chosen by cross-validation
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(matrix, target, sample_weight=weights)
    if len(classes) == 2:
        return np.vstack([np.zeros_like(model.coef_), model.coef_]), np.concatenate([[0.0], model.intercept_])
    return model.coef_, model.intercept_
