"""Plain text -> Document: bullets, ordinals, indentation and labels, line by line; markup that goes by lines too."""

from __future__ import annotations

from collections import Counter

from okr_lint.lean_dataclasses import dataclass
from okr_lint.model import Comment, Document, Source, Span
from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.chat import is_chat, spoken_at
from okr_lint.readers.dialects import Dialect, dialect_of
from okr_lint.readers.folding import fold
from okr_lint.readers.hard_wraps import hard_wrap_of
from okr_lint.readers.inline import passage_of
from okr_lint.readers.interpret import interpret
from okr_lint.readers.labels import label_at
from okr_lint.readers.lines import add_line, margin_of
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage
from okr_lint.readers.pipe_tables import cells, find_tables, table_at
from okr_lint.readers.spaced_tables import spaced_table
from okr_lint.readers.width import columns, width_of

_OURS = "<!-- okr-lint:"  # the only comment that a plain text can have: anything else is the author's text
_QUOTE = late(r">[> ]{0,8}(?=[^> ])")
_TITLE = late(r"(?:#{1,6}|={1,6}) {1,3}(?=[^ #=])")
_BETWEEN = late(r"([-=*~_—–]{3,20}) {0,3}(?=[^\s\-=*~_—–])([^\n]{1,80}?) {0,3}[-=*~_—–]{3,60}$")  # "--- Check-in ---"
_CLOSING = late(r" {1,3}={1,6}$")  # MediaWiki closes a title as it opens it
_SIGNATURE = 10  # lines: what stands behind "--" at the end of a message is its sender's signature
_UNDERLINES = {"===": 1, "---": 2}
_PAGE = late(
    r"(?:slide|page|seite|幻灯片) ?\d{1,3}(?: ?(?:of|/|von) ?\d{1,3})?:?|"
    r"第 ?\d{1,3} ?[页頁](?: ?[共/] ?\d{1,3} ?[页頁])?|"
    r"[-–—] ?\d{1,3} ?[-–—]|\d{1,3} ?/ ?\d{1,3}"
)


@dataclass(slots=True)
class _Line:
    """A line: where its text begins, the text, and the line as written."""

    at: int
    body: str
    raw: str
    title: int  # the level of a title that is underlined, 0 of any other line


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a plain text."""
    document = Document(path, "text", source)
    outline = Outline()
    reader = _Reader(document, outline, dialect_of(path, source.text))
    at = 0
    lines = source.text.splitlines(keepends=True)
    reader.look_over(lines)
    until = 0  # the number of the line behind the table that was read last
    for number, raw in enumerate(lines):
        body = raw.strip()
        if body == "--" and len(lines) - number <= _SIGNATURE:
            break
        if number >= until and (table := spaced_table(lines, number, at)) is not None:
            outline.add(Block("table", Passage(""), rows=table.rows, headed=True))
            until = table.end
        if number < until:
            at += len(raw)
            continue
        reader.line(_Line(at + len(raw) - len(raw.lstrip()), body, raw, reader.titles.get(number, 0)))
        at += len(raw)
    interpret(outline, document)
    return document


class _Reader:
    """Adds lines to the outline; what the text as a whole is like is found out first."""

    def __init__(self, document: Document, outline: Outline, dialect: Dialect | None) -> None:
        self.document, self.outline, self.dialect = document, outline, dialect
        self._tables = find_tables(document.source.text) if dialect is None or dialect.pipe_tables else []
        self._heads: set[str] = set()
        self._chat = False
        self.titles: dict[int, int] = {}  # lines that are titles, by their number: underlined with "=" or "-"

    def look_over(self, lines: list[str]) -> None:
        """Find the right margin, the heads of printed pages, and whether this is a chat."""
        shown = [line.strip() for line in lines]
        self._chat = self.dialect is None and is_chat(shown)
        # without our comments: that one is added to a line must not change how the line is read
        widths = [width_of(line.partition(_OURS)[0]) for line in lines if line.strip()]
        self.outline.margin = margin_of(widths)
        if self.dialect is None and not self.document.source.text.isascii():
            self.outline.wrap = hard_wrap_of([line.partition(_OURS)[0] for line in lines])
        for number, rule in enumerate(shown):
            if (level := _UNDERLINES.get(rule[:3], 0)) and number and set(rule) == {rule[0]} and self.dialect is None:
                width = width_of(shown[number - 1])
                free = number < 2 or not shown[number - 2] or number - 2 in self.titles
                if free and width > 0 and abs(len(rule) - width) <= width // 3:
                    self.titles[number - 1] = level
                    self.titles[number] = -1
        filled = [line for line in shown if line]
        if any(map(is_page_mark, filled)):
            often = {line for line, count in Counter(filled).items() if count > 1}
            beside = {
                line
                for i, mark in enumerate(filled)
                if is_page_mark(mark)
                for line in (*filled[max(0, i - 1) : i], *filled[i + 1 : i + 2])
            }
            self._heads = {line for line in often & beside if not (section_role(line) or label_at(line))}

    def line(self, line: _Line) -> None:
        """Add one line."""
        if self._take_comment(line) and not line.body:
            return
        body = line.body
        if line.title > 0:
            self.outline.add(Block("heading", _passage(body, line.at), line.title))
            return
        if not body or line.title < 0 or is_page_mark(body) or body in self._heads:
            self.outline.gap = True
            return
        indent = columns(line.raw[: len(line.raw) - len(line.raw.lstrip())])
        if self._in_table(line):
            return
        if self.dialect is not None and self.dialect.line(body, line.at, self.outline, indent=indent):
            return
        if quote := _QUOTE.match(body):
            line.raw = line.body = body = body[quote.end() :]
            line.at += quote.end()
            indent = 0
        if self._chat and (said := spoken_at(body)):
            line.raw = line.body = body = body[said:]
            line.at += said
            indent = 0
            self.outline.gap = True
        if not body:
            return
        if self.dialect is None and body[0] in "-=*~_—–" and (between := _BETWEEN.match(body)):
            self.outline.add(Block("heading", _passage(between[2], line.at + between.start(2)), 2))
        elif self.dialect is None and (title := _TITLE.match(body)):
            named = _CLOSING.sub("", body[title.end() :]).strip()
            level = len(title.group().strip())
            self.outline.add(Block("heading", _passage(named, line.at + title.end()), level))
        else:
            passage = self.dialect.passage(body, line.at) if self.dialect else _passage(body, line.at)
            add_line(self.outline, passage, line.raw.rstrip("\r\n"), 0, indent, hanging=True)

    def _take_comment(self, line: _Line) -> bool:
        """Keep one of our comments aside, at the end of a line or alone; False where there is none."""
        if _OURS not in line.raw or not line.body.endswith("-->"):
            return False
        start = line.body.index(_OURS)
        span = Span(line.at + start, line.at + len(line.body))
        self.document.comments.append(Comment(line.body[start + 4 : -3].strip(), span))
        line.body = line.body[:start].rstrip()
        shift = len(line.raw) - len(line.raw.lstrip())
        line.raw = line.raw[:shift] + line.body
        return True

    def _in_table(self, line: _Line) -> bool:
        """Whether a line belongs to a pipe table; the table is added with its first line."""
        table = table_at(self._tables, line.at)
        if table is None:
            return False
        if table.start == line.at:
            text = self.document.source.text
            rows = [[_passage(text[low:high], low) for low, high in cells(text, *row)] for row in table.rows]
            self.outline.add(Block("table", Passage(""), rows=rows, headed=table.headed))
        return True


def is_page_mark(line: str) -> bool:
    """Whether a line is where a slide or a printed page begins or ends."""
    return len(line) < 24 and _PAGE.fullmatch(fold(line)) is not None


def _passage(body: str, at: int) -> Passage:
    """The line as it stands; without the asterisks of people who write bold as in Markdown or in a chat."""
    if body.count("*") < 2 or body.startswith(("* ", "** ", "***")) or any(sign in body for sign in "<&\\`["):
        return Passage.verbatim(body, at)
    return passage_of(body, at)
