"""The text of a value: a plain literal or rich text, with its place."""

from __future__ import annotations

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Span, TextMap
from okr_lint.readers.feishu import rich_text
from okr_lint.readers.nodes import Mapping, Node, Scalar


@dataclass(slots=True)
class Content:
    """A statement's text with its place, and the people that are mentioned in it."""

    text: str
    span: Span
    map: TextMap
    quoting: str
    mentions: list[str] = field(default_factory=list)


def content(node: Node | None) -> Content | None:
    """What a value says, or None where it is no text."""
    if node is None or (isinstance(node, Scalar) and node.kind == "null"):
        return None
    if rich := rich_text(node):
        start = node.span.start if isinstance(node, Scalar) else node.start
        span = rich.map.span(0, len(rich.text)) if rich.text else Span(start, start)
        return Content(rich.text, span, rich.map, rich.quoting, rich.mentions)
    if isinstance(node, Scalar):
        return Content(node.text, node.span, node.map, node.quoting)
    return None


def is_text(node: Node | None) -> bool:
    """Whether a value is a literal or rich text."""
    return isinstance(node, Scalar) or (isinstance(node, Mapping) and content(node) is not None)
