"""The linear scorer for many statements at once: the sums of ``linear.Linear``, in whole arrays.

Whole numbers are added exactly in any order, and factors are applied in the same order: every score is the same float.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from okr_lint.classifier.bulk_features import Found
from okr_lint.classifier.linear import Group, Linear, Reading
from okr_lint.classifier.rolling import Places, Table, each_once, numbers_of

Floats = npt.NDArray[np.float64]
# for each group: numbers of features, or their names for each statement
Features = Sequence[Found | Sequence[Collection[str]]]


class BulkLinear:
    """Scores of every lane for the features of many statements, by the weights of a ``Linear``."""

    def __init__(self, linear: Linear) -> None:
        self._scales = np.array(linear.lane_scales)
        self._intercepts = np.array(linear.intercepts)
        weights = np.frombuffer(linear.weights, dtype="<i2").reshape(-1, len(linear.lane_scales))
        sizes = [len(group.names) for group in linear.groups]
        firsts = np.cumsum([0, *sizes])
        self._groups = [
            _Group(group, weights[first : first + size])
            for group, first, size in zip(linear.groups, firsts, sizes, strict=False)
        ]

    def read(self, features: Features, count: int) -> list[Reading]:
        """What ``Linear.read`` makes of each of ``count`` statements."""
        totals = np.tile(self._intercepts, (count, 1))
        factors = np.zeros((count, len(self._groups)))
        for at, (group, given) in enumerate(zip(self._groups, features, strict=True)):
            owners, rows = group.known(given)
            if not len(rows):
                continue
            starts = np.flatnonzero(np.diff(owners, prepend=-1))
            met = owners[starts]
            weights = group.weights[rows]
            sums = np.add.reduceat(weights, starts, axis=0, dtype=np.int64)
            if group.scale is None:
                squares = np.add.reduceat(np.square(weights[:, -1], dtype=np.int64), starts)
                factors[met, at] = 1 / (self._scales[-1] * np.sqrt(squares))
            else:
                factors[met, at] = group.scale
            totals[met] += sums[:, :-1] * self._scales[:-1] * factors[met, at][:, None]
        return list(map(Reading, totals.tolist(), factors.tolist()))


class _Group:
    """One group of features: finds the rows of those that are known."""

    def __init__(self, group: Group, weights: npt.NDArray[np.int16]) -> None:
        self.scale = group.scale
        self.weights = weights
        self._group = group
        self._table: Table | None = None
        self._rows: dict[str, int] | None = None

    def known(self, given: Found | Sequence[Collection[str]]) -> tuple[Places, Places]:
        """The statement and the row of every known feature, each once, in the order of statements."""
        if not isinstance(given, Found):
            return self._named(given)
        if self._table is None:
            self._table = Table(numbers_of(self._group.names.content())[0])
        found = self._table.find(given.numbers)
        known = np.flatnonzero(found >= 0)
        size = max(1, len(self.weights))
        places = each_once(given.owners[known] * size + found[known])
        return np.divmod(places, size)

    def _named(self, given: Sequence[Collection[str]]) -> tuple[Places, Places]:
        if self._rows is None:
            self._rows = {name: place for place, name in enumerate(self._group.names, 1)}
        rows = [list(filter(None, map(self._rows.get, names))) for names in given]
        counts = [len(one) for one in rows]
        flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=sum(counts)) - 1
        return np.repeat(np.arange(len(rows)), counts), flat
