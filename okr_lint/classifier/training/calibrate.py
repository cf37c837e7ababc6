"""Calibration of a head on scores of rows that its weights were not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

# a sure label is right at least this often on held-out rows
SURE_PRECISION = 0.9
_LEAST_ROWS = 20


def calibrate(scores: Any, target: Any) -> tuple[float, list[float]]:
    """Slope and biases of softmax(slope * score + bias), by maximum likelihood."""
    from scipy.optimize import minimize

    classes = scores.shape[1]
    rows = np.arange(len(target))

    def loss(parameters: Any) -> float:
        raised = parameters[0] * scores + np.concatenate([[0.0], parameters[1:]])
        top = raised.max(axis=1, keepdims=True)
        return float(-(raised[rows, target] - top[:, 0] - np.log(np.exp(raised - top).sum(axis=1))).mean())

    best = minimize(loss, np.array([1.0] + [0.0] * (classes - 1)), method="L-BFGS-B").x
    return round(float(best[0]), 6), [0.0, *(round(float(b), 6) for b in best[1:])]


def probabilities(scores: Any, slope: float, biases: Sequence[float]) -> Any:
    """Calibrated probabilities, shape (rows, classes)."""
    raised = slope * scores + np.array(biases)
    powers = np.exp(raised - raised.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def boosts_formacro_f1(probability: Any, target: Any) -> list[float]:
    """Factors per class that give the best macro-F1 on held-out rows, by coordinate search."""
    classes = probability.shape[1]
    boosts = np.ones(classes)
    steps = np.geomspace(0.25, 6.0, 25)
    for _ in range(3):
        for at in range(1, classes):
            tried = []
            for step in steps:
                boosts[at] = step
                tried.append(macro_f1(target, (probability * boosts).argmax(axis=1), classes))
            boosts[at] = steps[int(np.argmax(tried))]
    return [round(float(b), 4) for b in boosts]


def sure_thresholds(probability: Any, chosen: Any, target: Any) -> list[float]:
    """Least confidence per class from which the chosen label is right ``SURE_PRECISION`` of the time."""
    found = []
    for at in range(probability.shape[1]):
        picked = np.flatnonzero(chosen == at)
        order = picked[np.argsort(-probability[picked, at], kind="stable")]
        right = np.cumsum(target[order] == at) / np.arange(1, len(order) + 1)
        good = np.flatnonzero((right >= SURE_PRECISION) & (np.arange(1, len(order) + 1) >= _LEAST_ROWS))
        found.append(round(float(probability[order[good[-1]], at]), 4) if len(good) else 1.01)
    return found


def expected_calibration_error(probability: Any, target: Any, bins: int = 10) -> float:
    """Mean gap between the top class's confidence and accuracy over equal-width bins."""
    top, right = probability.max(axis=1), probability.argmax(axis=1) == target
    places = np.minimum((top * bins).astype(int), bins - 1)
    gaps = [abs(top[places == b].mean() - right[places == b].mean()) * (places == b).mean() for b in set(places)]
    return float(sum(gaps))


def macro_f1(target: Any, chosen: Any, classes: int) -> float:
    """Mean F1 over the classes."""
    scores = []
    for at in range(classes):
        hit = np.sum((target == at) & (chosen == at))
        scores.append(2 * hit / max(1, np.sum(target == at) + np.sum(chosen == at)))
    return float(np.mean(scores))
