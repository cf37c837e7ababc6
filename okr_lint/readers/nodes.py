"""What JSON and YAML have in common: scalars that know where they stand, mappings, sequences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from okr_lint.lean_dataclasses import dataclass
from okr_lint.model import Span, TextMap

Mapper: TypeAlias = Callable[["Scalar"], TextMap]


@dataclass(slots=True)
class Scalar:
    """One literal.

    Attributes:
        text: its value as text; a number, date or boolean as it is written.
        span: the source range of the literal's content (without quotation marks).
        kind: "string", "number", "word" (true, false) or "null".
        quoting: how it is written, as in ``Statement.quoting``.
        mapper: makes the map from ``text`` to the source when it is asked for.
    """

    text: str
    span: Span
    kind: str
    quoting: str
    mapper: Mapper

    @property
    def map(self) -> TextMap:
        """From offsets in ``text`` to offsets in the source."""
        return self.mapper(self)


@dataclass(slots=True)
class Mapping:
    """Pairs in the order of the source; a key may come twice."""

    pairs: list[tuple[Scalar, Node]]
    start: int


@dataclass(slots=True)
class Sequence:
    """Items in the order of the source."""

    items: list[Node]
    start: int


Node: TypeAlias = Scalar | Mapping | Sequence


def verbatim(scalar: Scalar) -> TextMap:
    """The map of a literal that is written without any escape."""
    return TextMap.verbatim(len(scalar.text), scalar.span.start)


def scalars(node: Node) -> Iterator[Scalar]:
    """All scalar values below a node, in order; keys left out."""
    stack = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, Scalar):
            yield top
        elif isinstance(top, Mapping):
            stack.extend(value for _, value in reversed(top.pairs))
        else:
            stack.extend(reversed(top.items))


def get(node: Node | None, *names: str) -> Node | None:
    """The first value of a mapping under one of some keys (lower case, without "_" and "-")."""
    if isinstance(node, Mapping):
        for key, value in node.pairs:
            if key.text.replace("_", "").replace("-", "").lower() in names:
                return value
    return None


def plain(node: Node | None) -> str | None:
    """A scalar's text, or None; null and empty are None."""
    return node.text.strip() or None if isinstance(node, Scalar) and node.kind != "null" else None
