"""Plain text -> Document: bullets, ordinals, indentation and labels, line by line."""

from __future__ import annotations

from okr_lint.model import Document, Source
from okr_lint.readers.interpret import interpret
from okr_lint.readers.lines import add_line, columns
from okr_lint.readers.outline import Outline
from okr_lint.readers.passage import Passage


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a plain text."""
    document = Document(path, "text", source)
    outline = Outline()
    at = 0
    for raw in source.text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            shift = len(raw) - len(raw.lstrip())
            add_line(outline, Passage.verbatim(body, at + shift), raw.rstrip("\r\n"), 0, columns(raw[:shift]))
        else:
            outline.gap = True
        at += len(raw)
    interpret(outline, document)
    return document
