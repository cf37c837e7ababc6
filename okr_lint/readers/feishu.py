"""Rich text of Feishu and Lark (OKR API v2): content blocks -> a statement with its place.

``{"blocks": [{"paragraph": {"elements": [textRun | docsLink | mention …]}}]}``, keys in camel or snake
case, given as an object or once more as a JSON string inside the JSON.
"""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.model import Source, TextMap
from okr_lint.readers.errors import ReadError
from okr_lint.readers.json_scanner import JsonScanner
from okr_lint.readers.nodes import Mapping, Node, Scalar, Sequence, get, plain
from okr_lint.readers.passage import Passage
from okr_lint.readers.textmaps import chain, concatenated

_TEXT_RUNS = ("textrun", "text")
_LINKS = ("docslink", "link", "docs")
_MENTIONS = ("mention", "person")
_PERSON = ("name", "username", "userid", "openid", "id")


class RichText(NamedTuple):
    """The visible text, its way to the source, who is mentioned, and how its literals are written."""

    text: str
    map: TextMap
    mentions: list[str]
    quoting: str


def rich_text(node: Node) -> RichText | None:
    """The rich text that a value holds, or None."""
    if isinstance(node, Mapping):
        blocks = get(node, "blocks")
        return _blocks(blocks) if isinstance(blocks, Sequence) else None
    return _embedded(node) if isinstance(node, Scalar) else None


def scaled(mapping: Mapping, score: str) -> str:
    """A score with the scale of the API version that it comes from: v1 counts to 100, v2 to 1."""
    if not score.replace(".", "", 1).isdigit():
        return score
    if any(get(mapping, name) is not None for name in ("krlist", "krweight", "progressrate")):
        return f"{score}/100"
    text = get(mapping, "content")
    return f"{score}/1" if text is not None and rich_text(text) is not None else score


def _embedded(scalar: Scalar) -> RichText | None:
    """Blocks written as a JSON string: offsets go through both levels."""
    if not scalar.text.lstrip().startswith("{") or '"blocks"' not in scalar.text:
        return None
    scanner = JsonScanner(Source(scalar.text))
    try:
        node = scanner.value()
    except ReadError:
        return None  # a sentence that only looks like JSON is a sentence
    found = rich_text(node) if isinstance(node, Mapping) and scanner.done else None
    if found is None:
        return None
    quoting = "json-json" if scalar.quoting == "json" else scalar.quoting
    return RichText(found.text, chain(found.map, scalar.map), found.mentions, quoting)


def _blocks(blocks: Sequence) -> RichText:
    parts: list[tuple[str, TextMap]] = []
    mentions: list[str] = []
    for block in blocks.items:
        before = len(parts)
        for element in _items(get(get(block, "paragraph"), "elements")):
            run = get(get(element, *_TEXT_RUNS), "text", "content")
            link = get(get(element, *_LINKS), "title")
            parts += [(s.text, s.map) for s in (run, link) if isinstance(s, Scalar) and s.kind != "null" and s.text]
            person = get(element, *_MENTIONS)
            mentions += [name for key in _PERSON if (name := plain(get(person, key)))][:1]
        if before and len(parts) > before:  # a new paragraph: a line break that stands nowhere in the source
            last = parts[before - 1][1].pieces[-1]
            parts.insert(before, ("\n", TextMap.join([(1, last.source_start + last.source_length, 0)])))
    text, made = concatenated(parts)
    part = Passage(text, made).stripped()
    return RichText(part.text, part.map or TextMap(()), mentions, "json")


def _items(node: Node | None) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []
