"""A Markdown text cut where nothing reaches across: before headings that follow a blank line.

Each section can be parsed on its own; the outlines put together are the outline of the whole text. Where something
may reach across (fenced code, HTML, comments of several lines) the text is not cut at all.
"""

from __future__ import annotations

import re

from okr_lint.lean_dataclasses import dataclass, replace
from okr_lint.model import Comment, Document, Piece, Source, TextMap
from okr_lint.patterns import late
from okr_lint.readers.markdown import MarkdownOutline
from okr_lint.readers.nesting import nest_items
from okr_lint.readers.outline import Block, Outline

_CUT = re.compile(r"(?<=\n)(?=#{1,6}[ \t][^\r\n|]+\r?$)", re.MULTILINE)  # with "|" it may be the head of a table
_FRONT_END = re.compile(r"\n---[ \t]*\r?(?=\n|\Z)")
_COMMENT = late(r"<!--[^\n]{0,500}?-->")
# What the grammar or the readers follow beyond a blank line: fences, raw HTML; and lines that end in unusual ways.
_REACHES = late(r"```|~~~|<[A-Za-z/!?]|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\n)")
_BLANK = " \t\r"


def cuts(text: str) -> list[int] | None:
    """The offsets at which sections begin, 0 first; None where the text must be read as a whole."""
    if text.startswith("+++") or _REACHES.search(_COMMENT.sub("", text)):
        return None
    first = 1
    if text.startswith("---"):
        end = _FRONT_END.search(text, 3)
        if end is None:  # a front matter that does not end
            return None
        first = end.end()
    return [0, *(m.start() for m in _CUT.finditer(text, first) if _blank_before(text, m.start()))]


def _blank_before(text: str, at: int) -> bool:
    start = text.rfind("\n", 0, at - 1) + 1
    return not text[start : at - 1].strip(_BLANK)


@dataclass(slots=True)
class Section:
    """A stretch of the text with its blocks.

    Attributes:
        text: as written, from its heading to the next section.
        base: the offset that the blocks' maps count from.
        outline: its blocks; nothing but these where nothing else stands in it.
        comments: its comments; places count from its beginning.
        single: whether it is one heading with what stands below it.
    """

    text: str
    base: int
    outline: Outline
    comments: list[Comment]
    single: bool

    @classmethod
    def read(cls, text: str, base: int, document: Document) -> Section:
        """Parse one section of a document, which takes what a front matter says."""
        own = Document(document.path, "markdown", Source(text), context=document.context, mission=document.mission)
        outline = MarkdownOutline(own).outline
        nest_items(outline.root)
        document.mission = own.mission
        made = cls(text, 0, outline, own.comments, _single(outline.root))
        made.move(base)
        return made

    def move(self, base: int) -> None:
        """Let the maps of all blocks count from another offset."""
        by, self.base = base - self.base, base
        if not by:
            return
        stack = [self.outline.root]
        while stack:
            block = stack.pop()
            for passage in (block.passage, *(cell for row in block.rows for cell in row)):
                passage.map = moved_map(passage.map, by)
            stack.extend(block.children)

    def add_to(self, outline: Outline) -> Block | None:
        """Add copies of the blocks, as other sections may be put below them; the heading where it is the only one."""
        if self.single:
            heading = self.outline.root.children[0]
            return outline.add(replace(heading, children=list(heading.children)))
        stack = list(reversed(self.outline.root.children))
        while stack:  # in the order of the text, which is the order in which they were added
            block = stack.pop()
            stack.extend(reversed(block.children))
            outline.add(replace(block, children=[]))
        return None


def _single(root: Block) -> bool:
    if len(root.children) != 1 or root.children[0].kind != "heading":
        return False
    stack = list(root.children[0].children)
    while stack:
        block = stack.pop()
        if block.kind == "heading":
            return False
        stack.extend(block.children)
    return True


def moved_map(origin: TextMap | None, by: int) -> TextMap | None:
    """The map with every place in the source moved."""
    if origin is None or not by:
        return origin
    return TextMap(tuple([Piece(start, length, at + by, width) for start, length, at, width in origin.pieces]))
