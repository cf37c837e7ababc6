"""A linear scorer over named binary features: what scikit-learn trained, with nothing but dicts.

The stored weights are 16-bit whole numbers with one scale per lane (one lane per class of a head).
Sums are exact, so the result equals scikit-learn's on the same weights up to float rounding.

All lanes of a feature are added at once: a row that has been met is kept as one long whole number
(``_Packing``), and the sum of such numbers holds the sums of all lanes side by side.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import sqrt
from struct import Struct
from typing import NamedTuple

from okr_lint.classifier.feature_names import SortedNames

# less than any packed row, whose lanes are moved up; more than any position
_PACKED = 1 << 31
_FEW_STATEMENTS = 250


class Reading(NamedTuple):
    """What the scorer makes of some features.

    Attributes:
        scores: intercept plus weighted sum for every lane.
        scales: per group what its features' weights were multiplied by; 0 where none is known.
    """

    scores: list[float]
    scales: list[float]


class Group(NamedTuple):
    """One kind of features.

    Attributes:
        names: its features in order of code points; their weights follow each other in this order, those of the
            next group after them.
        scale: what a feature's weights are multiplied by; None divides the sum by the Euclidean
            norm of the group's inverse document frequencies, which stand in the last lane.
    """

    names: SortedNames
    scale: float | None


class _Packing:
    """Rows of 16-bit numbers as whole numbers that can be added: 32 bits for a lane, the square of the last, and a 1.

    Every lane is moved up by 2**15, so that none is negative; 2**16 rows may be added before one runs over. The 1 on
    top counts rows: a sum that counts fewer than were added holds numbers that are no packed rows.
    """

    shift = 1 << 15

    def __init__(self, width: int) -> None:
        self.row = Struct(f"<{width}h")
        self._fields = Struct(f"<{width - 1}IQI")

    def pack(self, row: tuple[int, ...]) -> int:
        """One row as a number."""
        shift = self.shift
        return int.from_bytes(self._fields.pack(*[value + shift for value in row[:-1]], row[-1] ** 2, 1), "little")

    def unpack(self, total: int) -> tuple[int, ...]:
        """Of rows that were added: the lanes' sums, each moved up by ``shift`` a row, the sum of squares, the count."""
        return self._fields.unpack(total.to_bytes(self._fields.size, "little"))


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
        self.weights = weights
        self.lane_scales = tuple(lane_scales)
        self._packing = _Packing(len(lane_scales))
        # per group: a feature's row where it has been met, else its position counted from 1, 0 where it has none
        self._tables: list[dict[str, int]] = [{} for _ in self.groups]
        self._met: int | None = 0  # statements that were looked up one by one; None: all features are in the tables

    def read(self, features: Sequence[Collection[str]]) -> Reading:
        """The scores of all lanes; unknown features count nothing."""
        if self._met is not None:
            self._meet(features)
        totals, factors = list(self.intercepts), []
        scales, unpack, shift = self.lane_scales, self._packing.unpack, self._packing.shift
        for (_, scale), table, names in zip(self.groups, self._tables, features, strict=True):
            # one look-up for each name, none of them in the interpreter
            rows = list(filter(None, map(table.get, names)))
            if not rows:
                factors.append(0.0)
                continue
            count = len(rows)
            *lanes, squares, packed = unpack(sum(rows))
            if packed != count:
                self._pack(table, names)
                *lanes, squares, packed = unpack(sum(filter(None, map(table.get, names))))
            factor = 1 / (scales[-1] * sqrt(squares)) if scale is None else scale
            factors.append(factor)
            moved = count * shift
            totals = [
                total + (lane - moved) * lane_scale * factor
                for total, lane, lane_scale in zip(totals, lanes, scales)  # noqa: B905  (the last scale is the idf's)
            ]
        return Reading(totals, factors)

    def scores(self, features: Sequence[Collection[str]]) -> list[float]:
        """Intercept plus weighted sum for every lane; unknown features count nothing."""
        return self.read(features).scores

    def contributions(
        self, features: Sequence[Collection[str]], lane: int, scales: Sequence[float]
    ) -> list[tuple[float, str]]:
        """What each known feature adds to a lane; ``scales`` as ``read`` gave them for the whole statement."""
        if self._met is not None:
            self._meet(features)
        for table, names in zip(self._tables, features, strict=True):
            self._pack(table, names)
        place, shift = 32 * lane, self._packing.shift
        lane_scale = self.lane_scales[lane]
        return [
            (((row >> place & 0xFFFFFFFF) - shift) * lane_scale * scale, name)
            for table, names, scale in zip(self._tables, features, scales, strict=True)
            for name in names
            if (row := table.get(name))
        ]

    def _meet(self, features: Sequence[Collection[str]]) -> None:
        """Enter the features of a statement into the tables; all there are, once that has been done often enough.

        Filling the tables costs as much as a few hundred statements, which most runs never see.
        """
        self._met = None if self._met is None or self._met >= _FEW_STATEMENTS else self._met + 1
        first = 1
        for at, group in enumerate(self.groups):
            names, table = group.names, self._tables[at]
            after = first + len(names)
            if self._met is None:
                known = {name: value for name, value in table.items() if value}
                # those that were met stay together in front, where the processor's cache holds them
                self._tables[at] = {**known, **dict(zip(names, range(first, after), strict=True)), **known}
            else:
                for name in features[at]:
                    if name not in table:
                        place = names.place(name)
                        table[name] = 0 if place is None else first + place
            first = after

    def fill(self) -> None:
        """Enter and pack every feature, for a process that others are forked from: they share what it has filled."""
        self._met = _FEW_STATEMENTS
        self._meet([[] for _ in self.groups])
        for table in self._tables:
            self._pack(table, list(table))

    def _pack(self, table: dict[str, int], names: Collection[str]) -> None:
        """Pack the rows of those names that are known by their position alone."""
        row, pack = self._packing.row, self._packing.pack
        for name in names:
            value = table.get(name, 0)
            if 0 < value < _PACKED:
                table[name] = pack(row.unpack_from(self.weights, row.size * (value - 1)))
