"""YAML text -> nodes with exact places; anchors shared, aliases and depth bounded, no recursion."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from okr_lint.model import Source, Span, TextMap
from okr_lint.patterns import late
from okr_lint.readers.errors import ReadError
from okr_lint.readers.limits import MAX_DEPTH, error_at
from okr_lint.readers.nodes import Mapping, Node, Scalar, Sequence, verbatim
from okr_lint.readers.yaml_scalars import scalar_map

MAX_YAML_VALUES = 500_000
_QUOTING = {"'": "yaml-single", '"': "yaml-double", "|": "yaml-block", ">": "yaml-block"}
_NUMBER = late(r"[-+]?[0-9][0-9_]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?")
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_WORDS = frozenset(("true", "false", "yes", "no", "on", "off"))


class YamlNodes:
    """Reads the documents of a stream and remembers where scalars stand (comments lie outside)."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.taken: list[Span] = []
        self.anchors: dict[str, Node | None] = {}
        self.sizes: dict[int, int] = {}
        self.values = 0

    def documents(self) -> Iterator[Node]:
        """The root of each document.

        Raises:
            ReadError: not YAML, nested too deep, or aliases that multiply beyond the limit.
        """
        import yaml

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            yield from self._build(yaml.parse(self.source.text, Loader=loader), yaml)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            message = f"not valid YAML: {error.problem or error.context}"
            raise error_at(self.source, mark.index if mark else 0, message) from error
        except yaml.reader.ReaderError as error:
            raise error_at(self.source, error.position, f"not valid YAML: {error.reason}") from error

    def _build(self, events: Iterator[Any], yaml: Any) -> Iterator[Node]:
        stack: list[Mapping | Sequence] = []
        keys: list[Scalar | None] = []  # for each open mapping the key that waits for its value
        names: list[str | None] = []
        for event in events:
            node: Node
            if isinstance(event, yaml.ScalarEvent):
                node = self._anchored(event.anchor, self._scalar(event), event)
            elif isinstance(event, yaml.AliasEvent):
                node = self._alias(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(stack) >= MAX_DEPTH:
                    raise self._error(event, f"nested more than {MAX_DEPTH} levels deep")
                start = event.start_mark.index
                is_map = isinstance(event, yaml.MappingStartEvent)
                stack.append(Mapping([], start) if is_map else Sequence([], start))
                keys.append(None)
                names.append(event.anchor)
                if event.anchor:
                    self.anchors[event.anchor] = None  # open: an alias to it would be a circle
                continue
            elif isinstance(event, yaml.CollectionEndEvent):
                closed = stack.pop()
                keys.pop()
                node = self._anchored(names.pop(), _merged(closed) if isinstance(closed, Mapping) else closed, event)
            else:
                if isinstance(event, yaml.DocumentStartEvent):
                    self.anchors.clear()
                    self.sizes.clear()
                continue
            if not stack:
                yield node
                continue
            parent = stack[-1]
            self._grow(parent, node, event)
            if isinstance(parent, Sequence):
                parent.items.append(node)
            elif keys[-1] is None:
                keys[-1] = (
                    node
                    if isinstance(node, Scalar)
                    else Scalar("", Span(node.start, node.start), "string", "plain", verbatim)
                )
            else:
                parent.pairs.append((keys[-1], node))
                keys[-1] = None

    def _scalar(self, event: Any) -> Scalar:
        start, end, style = event.start_mark.index, event.end_mark.index, event.style
        self.taken.append(Span(start, end))
        text: str = event.value
        kind = "string"
        if not style:
            kind = "number" if _NUMBER.fullmatch(text) else "word" if text.lower() in _WORDS else kind
            kind = "null" if text in _NULL and not event.tag else kind
        elif style in ("'", '"'):
            start, end = start + 1, end - 1
        else:
            text = text.rstrip("\n")
        raw = self.source.text[start:end]
        if raw == text:
            return Scalar(text, Span(start, end), kind, _QUOTING.get(style, "plain"), verbatim)
        mapper = partial(_map, raw, start, style)
        scalar = Scalar(text, Span(start, end), kind, _QUOTING.get(style, "plain"), mapper)
        if style in ("|", ">") and text:
            scalar.span = scalar.map.span(0, len(text))
        return scalar

    def _anchored(self, anchor: str | None, node: Node, event: Any) -> Node:
        self.values += 1
        if self.values > MAX_YAML_VALUES:
            raise self._error(event, f"more than {MAX_YAML_VALUES:,} values; split the file")
        if anchor:
            self.anchors[anchor] = node
        return node

    def _alias(self, event: Any) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            circle = event.anchor in self.anchors
            raise self._error(event, f"alias *{event.anchor} " + ("refers to itself" if circle else "has no anchor"))
        return node

    def _grow(self, parent: Node, node: Node, event: Any) -> None:
        """Count what a node holds with its aliases written out: a bomb is known before it is entered."""
        size = self.sizes.get(id(parent), 1) + self.sizes.get(id(node), 1)
        if size > MAX_YAML_VALUES:
            raise self._error(event, f"aliases stand for more than {MAX_YAML_VALUES:,} values")
        self.sizes[id(parent)] = size

    def _error(self, event: Any, message: str) -> ReadError:
        return error_at(self.source, event.start_mark.index, message)


def _map(raw: str, start: int, style: str | None, scalar: Scalar) -> TextMap:
    return scalar_map(raw, start, scalar.text, style)


def _merged(mapping: Mapping) -> Mapping:
    """Take over the pairs of ``<<: *base`` that the mapping does not have itself."""
    own = {key.text for key, _ in mapping.pairs}
    for key, value in list(mapping.pairs):
        if key.text == "<<" and key.quoting == "plain":
            bases = value.items if isinstance(value, Sequence) else [value]
            for base in bases:
                for pair in base.pairs if isinstance(base, Mapping) else []:
                    if pair[0].text not in own:
                        own.add(pair[0].text)
                        mapping.pairs.append(pair)
    mapping.pairs = [pair for pair in mapping.pairs if pair[0].text != "<<"]
    return mapping
