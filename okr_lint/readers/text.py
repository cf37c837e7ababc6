"""Plain text -> Document: bullets, ordinals, indentation and labels, line by line."""

from __future__ import annotations

from okr_lint.model import Comment, Document, Source, Span
from okr_lint.readers.interpret import interpret
from okr_lint.readers.lines import add_line, columns
from okr_lint.readers.outline import Outline
from okr_lint.readers.passage import Passage

_OURS = "<!-- okr-lint:"  # the only comment that a plain text can have: anything else is the author's text


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a plain text."""
    document = Document(path, "text", source)
    outline = Outline()
    at = 0
    for raw in source.text.splitlines(keepends=True):
        body = raw.strip()
        shift = len(raw) - len(raw.lstrip())
        if _OURS in raw and body.endswith("-->"):
            start = body.index(_OURS)
            span = Span(at + shift + start, at + shift + len(body))
            document.comments.append(Comment(body[start + 4 : -3].strip(), span))
            body = body[:start].rstrip()
            raw = raw[:shift] + body + " " * (len(raw) - shift - len(body))
        elif not body:
            outline.gap = True
        if body:
            add_line(outline, Passage.verbatim(body, at + shift), raw.rstrip("\r\n"), 0, columns(raw[:shift]))
        at += len(raw)
    interpret(outline, document)
    return document
