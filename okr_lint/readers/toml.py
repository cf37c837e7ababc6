"""TOML -> Document: the shapes of JSON and YAML, with comments."""

from __future__ import annotations

from okr_lint.model import Comment, Document, Source
from okr_lint.readers.shapes import read_shapes
from okr_lint.readers.toml_nodes import TomlNodes


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a TOML file.

    Raises:
        ReadError: not TOML (with line and column), too deep or too large.
    """
    document = Document(path, "toml", source)
    nodes = TomlNodes(source)
    read_shapes(iter([nodes.root()]), document)
    document.comments.extend(Comment(source.text[span.start + 1 : span.end].strip(), span) for span in nodes.comments)
    return document
