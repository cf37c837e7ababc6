"""A linear scorer over named binary features: what scikit-learn trained, with nothing but dicts.

The stored weights are 16-bit whole numbers with one scale per lane (one lane per class of a head).
Sums are exact, so the result equals scikit-learn's on the same weights up to float rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct
from typing import NamedTuple


class Group(NamedTuple):
    """One kind of features.

    Attributes:
        positions: position of each feature's weights.
        scale: what a feature's weights are multiplied by; None divides the sum by the Euclidean
            norm of the group's inverse document frequencies, which stand in the last lane.
    """

    positions: dict[str, int]
    scale: float | None


class Linear:
    """Scores of every lane for the features of a statement.

    Args:
        groups: the feature groups in the order in which ``scores`` gets them.
        weights: 16-bit little-endian integers, ``lanes + 1`` per feature (the last one is the idf).
        lane_scales: one factor per lane and one for the idf.
        intercepts: one per lane.
    """

    def __init__(
        self, groups: Sequence[Group], weights: bytes, lane_scales: Sequence[float], intercepts: Sequence[float]
    ) -> None:
        self.groups = tuple(groups)
        self.intercepts = tuple(intercepts)
        self._weights = weights
        self._scales = tuple(lane_scales)
        self._row = Struct(f"<{len(lane_scales)}h")

    def scores(self, features: Sequence[Iterable[str]]) -> list[float]:
        """Intercept plus weighted sum for every lane; unknown features count nothing."""
        totals = list(self.intercepts)
        lanes = range(len(totals))
        for group, names in zip(self.groups, features, strict=True):
            rows = self._rows(group, names)
            if not rows:
                continue
            sums = [sum(column) for column in zip(*rows, strict=True)]
            scale = group.scale
            if scale is None:
                idf_scale = self._scales[-1]
                scale = 1 / (idf_scale * sum(row[-1] ** 2 for row in rows) ** 0.5)
            for lane in lanes:
                totals[lane] += sums[lane] * self._scales[lane] * scale
        return totals

    def contributions(self, features: Sequence[Iterable[str]], lane: int) -> list[tuple[float, str]]:
        """What each known feature adds to a lane, strongest first."""
        made = []
        for group, names in zip(self.groups, features, strict=True):
            known = [name for name in names if name in group.positions]
            rows = self._rows(group, known)
            scale = group.scale
            if scale is None and rows:
                scale = 1 / (self._scales[-1] * sum(row[-1] ** 2 for row in rows) ** 0.5)
            made += [
                (row[lane] * self._scales[lane] * (scale or 0.0), name) for row, name in zip(rows, known, strict=True)
            ]
        return sorted(made, key=lambda pair: (-pair[0], pair[1]))

    def _rows(self, group: Group, names: Iterable[str]) -> list[tuple[int, ...]]:
        positions, row, weights = group.positions, self._row, self._weights
        size, unpack = row.size, row.unpack_from
        return [unpack(weights, size * at) for name in names if (at := positions.get(name)) is not None]
