"""From parts to a total: weights and steps fitted to people's quality ratings (models/score.json)."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import lru_cache

from okr_lint.classifier.model import read_checked
from okr_lint.lean_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScoreModel:
    """A weighted sum of parts, then a rising curve through points.

    Attributes:
        weights: factor per part, none negative, so that a better part never lowers the total.
        xs, ys: points of the curve from the sum to 0-100, both rising.
    """

    weights: dict[str, float]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def total(self, parts: dict[str, float]) -> float:
        """The total of 0-100 for some parts."""
        x = sum(self.weights.get(name, 0.0) * value for name, value in parts.items())
        at = bisect_right(self.xs, x)
        if at == 0:
            return self.ys[0]
        if at == len(self.xs):
            return self.ys[-1]
        left, right = self.xs[at - 1], self.xs[at]
        return self.ys[at - 1] + (self.ys[at] - self.ys[at - 1]) * (x - left) / (right - left)


@lru_cache(maxsize=1)
def score_models() -> dict[str, ScoreModel]:
    """The fitted models "objective" and "key_result"."""
    data = json.loads(read_checked("score.json"))
    return {task: ScoreModel(entry["weights"], tuple(entry["xs"]), tuple(entry["ys"])) for task, entry in data.items()}
