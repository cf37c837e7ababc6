"""Which line-based markup a plain text is written in, by its name or by signs that no other text has."""

from __future__ import annotations

from pathlib import PurePath
from typing import Protocol

from okr_lint.patterns import late
from okr_lint.readers.outline import Outline
from okr_lint.readers.passage import Passage

_SUFFIXES = {
    ".tex": "latex",
    ".latex": "latex",
    ".org": "org",
    ".wiki": "mediawiki",
    ".mediawiki": "mediawiki",
    ".adoc": "asciidoc",
    ".asciidoc": "asciidoc",
}
_SIGNS = {
    "latex": late(r"\\(?:begin\{(?:document|itemize|enumerate)\}|(?:sub)?section\*?\{)"),
    "org": late(r"^(?:#\+(?:title|TITLE|author|AUTHOR|OPTIONS):|[ \t]{0,8}:PROPERTIES:)", 8),
    "mediawiki": late(r"^(?:={2,6}[^=\n]{1,120}={2,6}[ \t]{0,4}$|\{\| ?class=)", 8),
    "asciidoc": late(r"^(?:\|===|:toc:|\[cols=)", 8),
}


class Dialect(Protocol):
    """What the plain text reader asks of a markup's reader; ``pipe_tables``: rows may be written "| a | b |"."""

    pipe_tables: bool

    def line(self, body: str, at: int, outline: Outline, *, indent: int) -> bool:
        """Take a line that is the markup's own; False for text."""

    def passage(self, body: str, at: int) -> Passage:
        """What a line of text shows."""


def dialect_of(path: str, text: str) -> Dialect | None:
    """The reader of a text's markup; None for a plain text."""
    name = _SUFFIXES.get(PurePath(path).suffix.lower())
    if name is None:
        name = next((known for known, sign in _SIGNS.items() if sign.search(text)), None)
    if name == "latex":
        from okr_lint.readers.latex import Latex

        return Latex()
    if name == "org":
        from okr_lint.readers.org import Org

        return Org()
    if name in ("mediawiki", "asciidoc"):
        from okr_lint.readers.wiki_text import AsciiDoc, MediaWiki

        return MediaWiki() if name == "mediawiki" else AsciiDoc()
    return None
