"""From scores to a label: calibrated probabilities, the best guess, and whether it is sure."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Any

from okr_lint.lean_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelHead:
    """One label's classes and how its scores are read.

    Attributes:
        name, classes: as in annotation-guidelines.md.
        lanes: the score lanes of the classes.
        slope, biases: calibration: probability = softmax(slope * score + bias), fitted on scores
            of statements that the weights were not trained on.
        boosts: factors on the probabilities before the best guess is taken, chosen for macro-F1.
        sure: least confidence per class at which the label is called sure.
    """

    name: str
    classes: tuple[str, ...]
    lanes: tuple[int, ...]
    slope: float
    biases: tuple[float, ...]
    boosts: tuple[float, ...]
    sure: tuple[float, ...]

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> LabelHead:
        """A head from its object in the model file."""
        return cls(
            data["name"],
            tuple(data["classes"]),
            tuple(data["lanes"]),
            data["slope"],
            tuple(data["biases"]),
            tuple(data["boosts"]),
            tuple(data["sure"]),
        )

    def probabilities(self, scores: Sequence[float]) -> list[float]:
        """Calibrated probabilities of the classes."""
        slope = self.slope
        raised = [slope * scores[lane] + bias for lane, bias in zip(self.lanes, self.biases)]  # noqa: B905
        top = max(raised)
        powers = [exp(value - top) for value in raised]
        total = sum(powers)
        return [power / total for power in powers]

    def choose(self, probabilities: Sequence[float]) -> int:
        """Index of the best guess."""
        weighed = [p * boost for p, boost in zip(probabilities, self.boosts)]  # noqa: B905
        return weighed.index(max(weighed))
