"""The text of a value: a plain literal, or the rich text of Feishu and Lark (content blocks)."""

from __future__ import annotations

from dataclasses import dataclass, field

from okr_lint.model import Source, Span, TextMap
from okr_lint.readers.errors import ReadError
from okr_lint.readers.json_scanner import JsonScanner
from okr_lint.readers.nodes import Mapping, Node, Scalar, Sequence
from okr_lint.readers.passage import Passage
from okr_lint.readers.textmaps import chain, concatenated

_TEXT_RUNS = ("textrun", "text")
_LINKS = ("docslink", "link", "docs")
_MENTIONS = ("mention", "person")


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
    if isinstance(node, Scalar):
        if node.kind == "null":
            return None
        return _embedded(node) or Content(node.text, node.span, node.map, node.quoting)
    if isinstance(node, Mapping) and (blocks := get(node, "blocks")) is not None:
        return _blocks(blocks)
    return None


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


def _embedded(scalar: Scalar) -> Content | None:
    """Content blocks written as a JSON string: offsets go through both levels."""
    if not scalar.text.lstrip().startswith("{") or '"blocks"' not in scalar.text:
        return None
    scanner = JsonScanner(Source(scalar.text))
    try:
        node = scanner.value()
    except ReadError:
        return None  # a sentence that only looks like JSON is a sentence
    found = content(node) if isinstance(node, Mapping) and scanner.done else None
    if found is None:
        return None
    made = chain(found.map, scalar.map)
    quoting = "json-json" if scalar.quoting == "json" else scalar.quoting
    span = made.span(0, len(found.text)) if found.text else scalar.span
    return Content(found.text, span, made, quoting, found.mentions)


def _blocks(blocks: Node) -> Content:
    parts: list[tuple[str, TextMap]] = []
    mentions: list[str] = []
    for block in blocks.items if isinstance(blocks, Sequence) else []:
        elements = get(get(block, "paragraph"), "elements")
        before = len(parts)
        for element in elements.items if isinstance(elements, Sequence) else []:
            run = plain_scalar(get(get(element, *_TEXT_RUNS), "text", "content"))
            link = plain_scalar(get(get(element, *_LINKS), "title"))
            if mention := get(element, *_MENTIONS):
                said = (plain(get(mention, key)) for key in ("name", "username", "userid", "openid", "id"))
                mentions += [name] if (name := next(filter(None, said), None)) else []
            for literal in (run, link):
                if literal is not None and literal.text:
                    parts.append((literal.text, literal.map))
        if before and len(parts) > before:  # a new paragraph: a line break that stands nowhere in the source
            end = parts[before - 1][1].pieces[-1]
            at = end.source_start + end.source_length
            parts.insert(before, ("\n", TextMap.join([(1, at, 0)])))
    return _stripped(*concatenated(parts), mentions, blocks)


def plain_scalar(node: Node | None) -> Scalar | None:
    """The node if it is a scalar with a value."""
    return node if isinstance(node, Scalar) and node.kind != "null" else None


def _stripped(text: str, made: TextMap, mentions: list[str], blocks: Node) -> Content:
    part = Passage(text, made).stripped()
    if not part.text or part.map is None:
        at = blocks.start if not isinstance(blocks, Scalar) else blocks.span.start
        return Content("", Span(at, at), TextMap.join([]), "json", mentions)
    return Content(part.text, part.map.span(0, len(part.text)), part.map, "json", mentions)
