"""The sorted names of a group of features, in blocks that are taken apart when a name in them is first asked for.

A model knows some 150,000 names and a short document meets a few thousand of them; splitting all would cost a start
more than reading the document does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

SIZE = 128


def blocks_of(names: Sequence[str]) -> list[str]:
    """Names in order of code points as texts of ``SIZE`` names, one a line: the form in which a model file has them."""
    return ["\n".join(names[at : at + SIZE]) for at in range(0, len(names), SIZE)]


class SortedNames:
    """Names in order of code points.

    Args:
        blocks: as ``blocks_of`` made them; all but the last hold ``SIZE`` names.
    """

    def __init__(self, blocks: Sequence[str]) -> None:
        self._blocks = blocks
        self._firsts = [block.partition("\n")[0] for block in blocks]
        self._apart: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return (len(self._blocks) - 1) * SIZE + self._blocks[-1].count("\n") + 1 if self._blocks else 0

    def __iter__(self) -> Iterator[str]:
        for block in self._blocks:
            yield from block.split("\n")

    def place(self, name: str) -> int | None:
        """The position of a name, from 0; None where it is not among them."""
        number = bisect_right(self._firsts, name) - 1
        if number < 0:
            return None
        names = self._apart.get(number)
        if names is None:
            names = self._apart[number] = self._blocks[number].split("\n")
        at = bisect_left(names, name)
        return number * SIZE + at if at < len(names) and names[at] == name else None
