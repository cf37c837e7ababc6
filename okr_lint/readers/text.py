"""Plain text -> Document: bullets, ordinals, indentation and labels, line by line."""

from __future__ import annotations

from okr_lint.model import Comment, Document, Source, Span
from okr_lint.patterns import late
from okr_lint.readers.folding import fold
from okr_lint.readers.inline import passage_of
from okr_lint.readers.interpret import interpret
from okr_lint.readers.lines import add_line, columns
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage

_OURS = "<!-- okr-lint:"  # the only comment that a plain text can have: anything else is the author's text
_QUOTE = late(r">[> ]{0,8}(?=[^> ])")
_TITLE = late(r"(?:#{1,6}|={1,6}) {1,3}(?=[^ #=])")
_CLOSING = late(r" {1,3}={1,6}$")  # MediaWiki closes a title as it opens it
_SIGNATURE = 10  # lines: what stands behind "--" at the end of a message is its sender's signature
_PAGE = late(
    r"(?:slide|page|seite|幻灯片) ?\d{1,3}(?: ?(?:of|/|von) ?\d{1,3})?:?|第 ?\d{1,3} ?[页頁](?: ?共 ?\d{1,3} ?[页頁])?"
)


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a plain text."""
    document = Document(path, "text", source)
    outline = Outline()
    at = 0
    lines = source.text.splitlines(keepends=True)
    for number, raw in enumerate(lines):
        length, body = len(raw), raw.strip()
        if body == "--" and len(lines) - number <= _SIGNATURE:
            break
        shift = len(raw) - len(raw.lstrip())
        if _OURS in raw and body.endswith("-->"):
            start = body.index(_OURS)
            span = Span(at + shift + start, at + shift + len(body))
            document.comments.append(Comment(body[start + 4 : -3].strip(), span))
            body = body[:start].rstrip()
            raw = raw[:shift] + body + " " * (len(raw) - shift - len(body))
        elif not body:
            outline.gap = True
        indent = columns(raw[:shift])
        if quote := _QUOTE.match(body):
            raw = body = body[quote.end() :]
            shift += quote.end()
            indent = 0
        if title := _TITLE.match(body):
            level = len(title.group().strip())
            named = _CLOSING.sub("", body[title.end() :]).strip()
            outline.add(Block("heading", _passage(named, at + shift + title.end()), level))
        elif body and len(body) < 24 and _PAGE.fullmatch(fold(body)):
            outline.gap = True  # where a slide or a printed page begins
        elif body:
            add_line(outline, _passage(body, at + shift), raw.rstrip("\r\n"), 0, indent)
        at += length
    interpret(outline, document)
    return document


def _passage(body: str, at: int) -> Passage:
    """The line as it stands; without the asterisks of people who write bold as in Markdown or in a chat."""
    if body.count("*") < 2 or body.startswith(("* ", "** ", "***")) or any(sign in body for sign in "<&\\`["):
        return Passage.verbatim(body, at)
    return passage_of(body, at)
