"""YAML -> Document: the shapes of JSON, in every style of scalar, with comments."""

from __future__ import annotations

from okr_lint.model import Comment, Document, Source, Span
from okr_lint.patterns import late
from okr_lint.readers.shapes import read_shapes
from okr_lint.readers.yaml_nodes import YamlNodes

_COMMENT = late(r"#[^\r\n]*")


def read(source: Source, path: str) -> Document:
    """The objectives and key results of all documents of a YAML stream.

    Raises:
        ReadError: not YAML (with line and column), too deep, too large, or an alias bomb.
    """
    document = Document(path, "yaml", source)
    nodes = YamlNodes(source)
    read_shapes(nodes.documents(), document)
    document.comments.extend(_comments(source.text, nodes.taken))
    return document


def _comments(text: str, taken: list[Span]) -> list[Comment]:
    """Comments begin at a "#" that follows white space and stands in no scalar."""
    found = []
    at = 0
    for span in [*taken, Span(len(text), len(text))]:
        while match := _COMMENT.search(text, at, max(at, span.start)):
            start, at = match.start(), match.end()
            if start == 0 or text[start - 1].isspace():
                found.append(Comment(match.group()[1:].strip(), Span(start, at)))
            else:
                at = start + 1
        at = max(at, span.end)
    return found
