"""The reasons of a finding, put into words when somebody reads them: most findings are shown without."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload


class Reasons(Sequence[str]):
    """Some short texts that are made on first use and then kept; equal to a tuple of the same texts.

    Args:
        make: gives the texts; called once at most.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[str, ...]]) -> None:
        self._make: Callable[[], tuple[str, ...]] | None = make
        self._made: tuple[str, ...] = ()

    def _texts(self) -> tuple[str, ...]:
        if self._make is not None:
            self._made = self._make()
            self._make = None  # what it was made from may go
        return self._made

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        return self._texts()[index]

    def __len__(self) -> int:
        return len(self._texts())

    def __eq__(self, other: object) -> bool:
        return self._texts() == (other._texts() if isinstance(other, Reasons) else other)

    def __hash__(self) -> int:
        return hash(self._texts())

    def __repr__(self) -> str:
        return repr(self._texts())

    def __reduce__(self) -> tuple[type[tuple[str, ...]], tuple[tuple[str, ...]]]:
        """Other processes and copies get the texts."""
        return tuple, (self._texts(),)
