"""The sorted names of a group of features, in blocks that are taken apart when a name in them is first asked for.

A model knows some 150,000 names and a short document meets a few thousand of them; decoding and splitting all would
cost a start more than reading the document does.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

SIZE = 128


_BETWEEN = b"\n\n"


def blocks_of(names: Sequence[str]) -> list[bytes]:
    """Names in order of code points as UTF-8 of ``SIZE`` names, one a line."""
    return ["\n".join(names[at : at + SIZE]).encode() for at in range(0, len(names), SIZE)]


def joined(groups: Sequence[Sequence[bytes]]) -> bytes:
    """The blocks of all groups as one file, an empty line between two."""
    return _BETWEEN.join([block for blocks in groups for block in blocks])


def parted(content: bytes, counts: Sequence[int]) -> list[list[bytes]]:
    """The blocks of each group, of which ``counts`` says how many names it has: what ``joined`` was given."""
    blocks = content.split(_BETWEEN) if content else []
    made, first = [], 0
    for count in counts:
        after = first + -(-count // SIZE)
        made.append(blocks[first:after])
        first = after
    return made


class SortedNames:
    """Names in order of code points.

    Args:
        blocks: as ``blocks_of`` made them; all but the last hold ``SIZE`` names.
    """

    def __init__(self, blocks: Sequence[bytes]) -> None:
        self._blocks = blocks
        self._firsts = [block.partition(b"\n")[0].decode() for block in blocks]
        self._apart: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return (len(self._blocks) - 1) * SIZE + self._blocks[-1].count(b"\n") + 1 if self._blocks else 0

    def __iter__(self) -> Iterator[str]:
        return iter(self.content().decode().split("\n") if self._blocks else ())

    def content(self) -> bytes:
        """All names as UTF-8, one a line."""
        return b"\n".join(self._blocks)

    def place(self, name: str) -> int | None:
        """The position of a name, from 0; None where it is not among them."""
        number = bisect_right(self._firsts, name) - 1
        if number < 0:
            return None
        names = self._apart.get(number)
        if names is None:
            names = self._apart[number] = self._blocks[number].decode().split("\n")
        at = bisect_left(names, name)
        return number * SIZE + at if at < len(names) and names[at] == name else None
