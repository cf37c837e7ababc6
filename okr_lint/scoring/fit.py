"""Fits the score to people's quality ratings: weights of the parts, then a rising curve (extra ``train``).

The parts come from held-out labels, so the weights reflect how far each part can be trusted.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from okr_lint.classifier.types import StatementLabels
from okr_lint.scoring.parts import KEY_RESULT_PARTS, OBJECTIVE_PARTS, key_result_parts, objective_parts

_POINTS = 25


def fit_score(task: str, labels: Sequence[StatementLabels], ratings: Sequence[float]) -> dict[str, Any]:
    """The score's entry in models/score.json.

    Args:
        labels: held-out labels of corpus statements.
        ratings: their mean quality ratings, 1-5.
    """
    import numpy as np
    from scipy.optimize import nnls
    from scipy.stats import spearmanr
    from sklearn.isotonic import IsotonicRegression

    names = OBJECTIVE_PARTS if task == "objective" else KEY_RESULT_PARTS
    table = np.array([[parts[name] for name in names] for parts in map(_parts_of(task), labels)])
    target = np.array(ratings, dtype=np.float64)
    weights, _ = nnls(np.column_stack([table, np.ones(len(table))]), target)
    weights = weights[:-1]
    # parts that only findings move carry a small weight of their own, or they could not move the total
    weights = np.where(weights < 0.05 * weights.sum(), 0.05 * weights.sum(), weights)
    sums = table @ weights
    curve = IsotonicRegression(out_of_bounds="clip").fit(sums, (target - 1) * 25)
    xs = np.quantile(sums, np.linspace(0, 1, _POINTS))
    ys = curve.predict(xs)
    xs, keep = np.unique(np.round(xs, 6), return_index=True)
    # strictly rising: a better sum is always a better total
    ys = np.maximum.accumulate(ys[keep]) + np.arange(len(keep)) * 1e-3
    return {
        "weights": {name: round(float(weight), 6) for name, weight in zip(names, weights, strict=True)},
        "xs": xs.tolist(),
        "ys": [round(float(y), 4) for y in ys],
        "held_out_spearman": round(float(spearmanr(sums, target).statistic), 3),
    }


def _parts_of(task: str) -> Any:
    if task == "objective":
        return objective_parts
    # a corpus line has no document around it: as if a cycle were inherited
    undated = SimpleNamespace(dates=())
    context = SimpleNamespace(context=SimpleNamespace(deadline=None, cycle="Q1"))
    return lambda labels: key_result_parts(SimpleNamespace(labels=labels, analysis=undated, statement=context))  # type: ignore[arg-type]
