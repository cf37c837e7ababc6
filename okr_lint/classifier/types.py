"""What the classifier says of a statement."""

from __future__ import annotations

from collections.abc import Callable

from okr_lint.lean_dataclasses import dataclass, field


@dataclass(slots=True)
class Label:
    """One label of a statement.

    Attributes:
        value: the best guess, a value of annotation-guidelines.md (an int for "inspiring").
        confidence: calibrated probability that ``value`` is right, 0–1.
        sure: whether the confidence lies above the abstention threshold chosen on the corpus.
        explained: the words and cues that speak for it most, strongest first, or a function that
            finds them; read ``drivers``.
        probabilities: calibrated probability of every value; empty for "inspiring".
    """

    value: str | int
    confidence: float
    sure: bool
    explained: tuple[str, ...] | Callable[[], tuple[str, ...]] = ()
    probabilities: dict[str, float] = field(default_factory=dict)

    @property
    def drivers(self) -> tuple[str, ...]:
        """The words and cues that speak for the value most, strongest first; found when asked."""
        if callable(self.explained):
            self.explained = self.explained()  # several findings ask
        return self.explained


@dataclass(slots=True)
class StatementLabels:
    """All labels of one statement.

    Attributes:
        labels: by name.
        ratings: expected ratings "quality" and, for objectives, "inspiring", 1–5.
    """

    labels: dict[str, Label] = field(default_factory=dict)
    ratings: dict[str, float] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Label:
        return self.labels[name]

    def get(self, name: str) -> Label | None:
        """The label or None."""
        return self.labels.get(name)
