"""HTML -> Document, and HTML inside other formats -> blocks of their outline."""

from __future__ import annotations

from okr_lint.model import Comment, Document, Source, Span
from okr_lint.readers.html_blocks import HtmlBlocks
from okr_lint.readers.html_tokens import tokens
from okr_lint.readers.html_tree import build
from okr_lint.readers.interpret import interpret
from okr_lint.readers.outline import Outline


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a page.

    Raises:
        ReadError: larger than the limits; HTML has no syntax errors.
    """
    document = Document(path, "html", source)
    outline = Outline()
    add_html(outline, source.text, 0, len(source.text))
    document.comments.extend(comments(source.text, 0, len(source.text)))
    interpret(outline, document)
    for statement in document.statements():
        statement.quoting = "html"
    return document


def add_html(outline: Outline, text: str, start: int, end: int, depth: int = 0) -> None:
    """Add the blocks of ``text[start:end]`` to an outline, with offsets in ``text``.

    Headings keep their level, lists and lines begin at ``depth``; a table's cells that are spanned
    from another place are empty, several blocks in a cell are lines of one passage.
    """
    blocks = HtmlBlocks(text, outline, depth)
    blocks.walk(build(tokens(text, start, end)))
    blocks.flush()


def comments(text: str, start: int, end: int) -> list[Comment]:
    """The comments of ``text[start:end]``."""
    found = (token for token in tokens(text, start, end) if token.kind == "comment")
    return [Comment(text[t.start + 4 : t.end].removesuffix("-->").strip(), Span(t.start, t.end)) for t in found]
