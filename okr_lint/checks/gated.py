"""Patterns of a check behind one RE2 set: one pass over a statement tells which of them can match at all.

Most patterns match few statements, and a call of RE2 through its binding costs more than the search itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Gate:
    """The set over all patterns of a check, and what it said of the last text."""

    def __init__(self, sources: tuple[str, ...]) -> None:
        import re2

        options = re2.Options()
        options.max_mem = 64 << 20
        self._set = re2.Set.SearchSet(options)
        for source in sources:
            self._set.Add(source)
        self._set.Compile()
        self._text: str | None = None
        self._matching: frozenset[int] = frozenset()

    def lets_pass(self, index: int, text: str) -> bool:
        """Whether pattern ``index`` matches somewhere in the text."""
        if text is not self._text:
            self._matching = frozenset(self._set.Match(text) or ())
            self._text = text
        return index in self._matching


class GatedPattern:
    """A pattern with the methods of a compiled one; compiled when the gate first lets a text pass."""

    def __init__(self, gate: Gate, index: int, source: str) -> None:
        self._gate = gate
        self._index = index
        self._source = source
        self._compiled: Any = None

    def _pattern(self) -> Any:
        if self._compiled is None:
            import re2

            self._compiled = re2.compile(self._source)
        return self._compiled

    def search(self, text: str, pos: int = 0) -> Any:
        """The first match from ``pos`` on, or None."""
        return self._pattern().search(text, pos) if self._gate.lets_pass(self._index, text) else None

    def match(self, text: str, pos: int = 0) -> Any:
        """A match at ``pos``, or None."""
        return self._pattern().match(text, pos) if self._gate.lets_pass(self._index, text) else None

    def fullmatch(self, text: str) -> Any:
        """A match of the whole text, or None."""
        return self._pattern().fullmatch(text) if self._gate.lets_pass(self._index, text) else None

    def finditer(self, text: str) -> Iterator[Any]:
        """All matches in order."""
        return iter(self._pattern().finditer(text)) if self._gate.lets_pass(self._index, text) else iter(())


def gated(sources: dict[str, str]) -> dict[str, GatedPattern]:
    """Patterns by name behind a gate of their own."""
    gate = Gate(tuple(sources.values()))
    return {name: GatedPattern(gate, index, source) for index, (name, source) in enumerate(sources.items())}
