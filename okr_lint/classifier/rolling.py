"""Names of features as numbers: the number of two texts put together follows from those of its parts.

A text of bytes c0 c1 c2 … has the number c0 + c1·B + c2·B² + … (mod 2**64, B odd), so that the numbers of all
n-grams of many texts come from those of their tokens in a few operations on whole arrays; no n-gram is written out.
Two names of a model never share a number (a test holds that); a name that no model knows would have to meet one of
150,000 among 2**64 to be taken for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_BASE = 0x9E3779B97F4A7C15
BASE = np.uint64(_BASE)
_INVERSE = pow(_BASE, -1, 1 << 64)
_BUCKET_BITS = 17
# spreads numbers over the buckets of a table: those of short texts are small
_SPREAD = np.uint64(0xD6E8FEB86659FD93)
_SHIFT = np.uint64(64 - _BUCKET_BITS)


@lru_cache(maxsize=4)
def _powers(base: int, count: int) -> Numbers:
    made = np.full(count, base, dtype=np.uint64)
    made[0] = 1
    return np.multiply.accumulate(made)


def powers(lengths: Places) -> Numbers:
    """B to the power of each length in bytes: what a text behind one of that length is multiplied by."""
    return _powers(_BASE, 1 << max(10, int(lengths.max(initial=0)).bit_length()))[lengths]


def numbers_of(texts: bytes) -> tuple[Numbers, Places]:
    """The number and the length in bytes of each line of a UTF-8 text."""
    content = np.frombuffer(texts, dtype=np.uint8)
    size = len(content)
    breaks = np.flatnonzero(content == ord("\n"))
    starts, ends = np.concatenate(([0], breaks + 1)), np.concatenate((breaks, [size]))
    room = 1 << (size + 1).bit_length()
    sums = np.zeros(size + 1, dtype=np.uint64)
    np.cumsum(content * _powers(_BASE, room)[:size], out=sums[1:])
    return (sums[ends] - sums[starts]) * _powers(_INVERSE, room)[starts], ends - starts


class Table:
    """Finds the position of names by their numbers.

    Args:
        numbers: those of the names, in the order of their positions.
    """

    def __init__(self, numbers: Numbers) -> None:
        keys = numbers * _SPREAD
        self._positions = np.argsort(keys, kind="stable")
        self._keys = np.append(keys[self._positions], np.uint64(0))
        buckets = np.arange((1 << _BUCKET_BITS) + 1, dtype=np.uint64)[:-1] << _SHIFT
        self._first = np.append(np.searchsorted(self._keys[:-1], buckets), len(keys)).astype(np.int32)

    def find(self, numbers: Numbers) -> Places:
        """The position of each number, -1 where it is none of the names'."""
        keys = numbers * _SPREAD
        bucket = (keys >> _SHIFT).astype(np.int64)
        at, end = self._first[bucket], self._first[bucket + 1]
        found = np.full(len(keys), -1, dtype=np.int64)
        open_ = np.flatnonzero(at < end)
        while len(open_):
            here = at[open_]
            hit = self._keys[here] == keys[open_]
            found[open_[hit]] = self._positions[here[hit]]
            at[open_] = here + 1
            open_ = open_[~hit & (here + 1 < end[open_])]
        return found


def each_once(numbers: Places) -> Places:
    """The different ones among some numbers, in order (``numpy.unique`` by its hash table is slower here)."""
    ordered: Places = np.sort(numbers)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def lines(texts: Sequence[str]) -> bytes:
    """Texts without line breaks as ``numbers_of`` takes them."""
    return "\n".join(texts).encode()
