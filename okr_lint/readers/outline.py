"""The neutral outline that prose-like formats are turned into before anybody asks what is an OKR.

A reader (Markdown, plain text, reStructuredText, HTML) adds blocks in the order of the source; the
builder nests them: headings by level, list items and indented lines by depth below the heading.
"""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.readers.hard_wraps import HardWrap
from okr_lint.readers.passage import Passage

MAX_DEPTH = 40


@dataclass(slots=True)
class Block:
    """One block of a document.

    Attributes:
        kind: "heading", "item", "line", "table" or "fence".
        passage: its own text without markup; empty for tables and fences of text, all of a fence of data.
        depth: heading level from 1, or nesting of an item or line from 0.
        marker: kind of list marker ("-", "1.", "a)") or ""; "objective" or "key_result" where the
            format itself says so; "aside" of the name of a remark; "yaml" or "json" for a fence of data.
        task: "x" done, " " open, "" no check box.
        rows: cells of a table; the first row is its head where ``headed``.
        children: blocks below this one.
    """

    kind: str
    passage: Passage
    depth: int = 0
    marker: str = ""
    task: str = ""
    rows: list[list[Passage]] = field(default_factory=list)
    headed: bool = False
    children: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The block's own text."""
        return self.passage.text

    @property
    def head(self) -> list[Passage]:
        """The cells of a table's first row."""
        return self.rows[0] if self.rows else []

    def items(self) -> list[Block]:
        """The list items directly below."""
        return [child for child in self.children if child.kind == "item"]


class Outline:
    """Nests blocks as they come."""

    def __init__(self) -> None:
        self.root = Block("heading", Passage(""), 0)
        self._open: list[tuple[int, Block]] = [(0, self.root)]
        self._indents: list[int] = []
        self._ordinals: list[tuple[int, str]] = []
        self.gap = False
        self.margin = 0  # columns of a text with hard line breaks
        self.width = 0  # columns of the line added last
        self.counted = ""  # the number of the item added last: "2" of "2.", in front of "2.1"
        self.wrap: HardWrap | None = None  # where the lines of a Chinese text are broken
        self.hang = (-1, False)  # the column that the text added last begins in; behind a wide ordinal

    def add(self, block: Block) -> Block:
        """Put a block below the heading, item or line that it belongs to.

        Depths beyond 40 are flattened, so that no input makes anybody recurse without bound.
        """
        block.depth = min(block.depth, MAX_DEPTH)
        rank = block.depth if block.kind == "heading" else 100 + block.depth
        while len(self._open) > 1 and self._open[-1][0] >= rank:
            self._open.pop()
        self._open[-1][1].children.append(block)
        self.gap = False
        if block.kind == "heading":
            self._indents.clear()
        if block.kind != "item":
            self._ordinals.clear()
        self._open.append((rank, block))
        return block

    def last(self) -> Block | None:
        """The block that was added last, unless something (a blank line) has ended it."""
        return None if self.gap else self._open[-1][1]

    def mark_heading(self) -> None:
        """Say that the heading last opened is an objective."""
        for _, block in reversed(self._open):
            if block.kind == "heading" and block is not self.root:
                block.marker = "objective"
                return

    def indentation(self, indent: int) -> int:
        """The depth that an indentation stands for: how many smaller ones are open around it."""
        while self._indents and self._indents[-1] >= indent:
            self._indents.pop()
        self._indents.append(indent)
        return len(self._indents) - 1

    def ordinal(self, level: int, kind: str, *, first: bool) -> int:
        """How much deeper than its indentation an ordinal stands: "（一）" or "1." that begin to count after "一、"."""
        open_here = [one for one in self._ordinals if one[0] <= level]
        if (level, kind) in open_here:
            open_here = open_here[: open_here.index((level, kind)) + 1]
        elif first:
            open_here.append((level, kind))
        else:
            open_here = [one for one in open_here if one[0] < level] + [(level, kind)]
        self._ordinals = open_here
        return len(open_here) - len({at for at, _ in open_here})


def walk(root: Block) -> Iterator[Block]:
    """A block and all that stand below it, in the order of the source."""
    stack = [root]
    while stack:
        block = stack.pop()
        yield block
        if block.children:
            stack.extend(reversed(block.children))
