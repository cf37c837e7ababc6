"""What the classifier says of a statement."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a statement.

    Attributes:
        value: the best guess, a value of annotation-guidelines.md (an int for "inspiring").
        confidence: calibrated probability that ``value`` is right, 0–1.
        sure: whether the confidence lies above the abstention threshold chosen on the corpus.
        drivers: the features that speak for it most, strongest first, in plain words.
    """

    value: str | int
    confidence: float
    sure: bool
    drivers: tuple[str, ...] = ()


@dataclass(slots=True)
class StatementLabels:
    """All labels of one statement.

    Attributes:
        labels: by name.
        probabilities: calibrated probability of every value, by label name.
        ratings: expected ratings "quality" and, for objectives, "inspiring", 1–5.
    """

    labels: dict[str, Label] = field(default_factory=dict)
    probabilities: dict[str, dict[str, float]] = field(default_factory=dict)
    ratings: dict[str, float] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Label:
        return self.labels[name]

    def get(self, name: str) -> Label | None:
        """The label or None."""
        return self.labels.get(name)
