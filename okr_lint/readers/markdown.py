"""Markdown -> Document, by tree-sitter's CommonMark grammar (front matter, tables, task lists, HTML)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from okr_lint.model import Comment, Document, Source, Span
from okr_lint.readers.front_matter import apply_front_matter
from okr_lint.readers.html import add_html
from okr_lint.readers.inline import passage_of
from okr_lint.readers.interpret import interpret
from okr_lint.readers.lines import add_line, indent_of
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_PLAIN_FENCES = {"", "text", "txt", "plain", "plaintext", "md", "markdown", "okr", "none", "output"}
_HANDLERS = {
    "minus_metadata": "_front_matter",
    "atx_heading": "_atx_heading",
    "setext_heading": "_setext_heading",
    "paragraph": "_paragraph",
    "pipe_table": "_table",
    "fenced_code_block": "_fence",
    "indented_code_block": "_indented_code",
    "html_block": "_html",
}


@cache
def _parser() -> Parser:
    import tree_sitter_markdown
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_markdown.language()))


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a Markdown text."""
    document = Document(path, "markdown", source)
    outline = MarkdownOutline(document).outline
    interpret(outline, document)
    return document


class MarkdownOutline:
    """Walks the block tree once, in order, and fills an outline."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.source.text
        data = self.text.encode("utf-8", "surrogatepass")
        self._offsets = None if len(data) == len(self.text) else _code_points(self.text)
        self.outline = Outline()
        self._until = 0  # what stands before this offset has been read
        self._walk(_parser().parse(data).root_node)

    def _at(self, byte: int) -> int:
        return byte if self._offsets is None else self._offsets[byte]

    def _range(self, node: Node) -> tuple[int, int]:
        return self._at(node.start_byte), self._at(node.end_byte)

    def _walk(self, root: Node) -> None:
        # (node, list depth); an explicit stack, as lists may be nested without bound
        stack: list[tuple[Node, int]] = [(root, 0)]
        while stack:
            node, depth = stack.pop()
            if self._until and self._at(node.start_byte) < self._until and node.type != "section":
                continue
            if node.type == "list_item":
                stack.extend(reversed(self._list_item(node, depth)))
            elif node.type in _HANDLERS:
                getattr(self, _HANDLERS[node.type])(node, depth)
            else:
                stack.extend((child, depth) for child in reversed(node.children))

    def _front_matter(self, node: Node, depth: int) -> None:
        start, end = self._range(node)
        apply_front_matter(self.text[start:end], self.document)

    def _atx_heading(self, node: Node, depth: int) -> None:
        inline = next((c for c in node.children if c.type == "inline"), None)
        level = next((int(c.type[5]) for c in node.children if c.type.startswith("atx_h")), 1)
        start, end = self._range(inline) if inline else self._range(node)[:1] * 2
        raw = self.text[start:end].rstrip()
        self.outline.add(Block("heading", passage_of(raw, start), level))

    def _setext_heading(self, node: Node, depth: int) -> None:
        level = 2 if any(c.type == "setext_h2_underline" for c in node.children) else 1
        start, end = self._range(node.children[0])
        lines = self._lines(start, end)
        if level == 2 and len(lines) > 1:  # "---" under a paragraph is meant as a rule
            self._paragraph_lines(lines, depth, "")
            return
        for low, raw in lines[:-1]:
            add_line(self.outline, passage_of(raw, low), raw, depth)
        low, raw = lines[-1]
        self.outline.add(Block("heading", passage_of(raw, low), level))

    def _paragraph(self, node: Node, depth: int) -> None:
        start, end = self._range(node)
        self._paragraph_lines(self._lines(start, end, self._skipped(node)), depth, "")

    def _paragraph_lines(self, lines: list[tuple[int, str]], depth: int, previous: str) -> None:
        for low, raw in lines:
            if "<!--" in raw:
                self._comments(low, low + len(raw))
            add_line(self.outline, passage_of(raw, low), raw, depth, indent_of(self.text, low))

    def _skipped(self, node: Node) -> list[tuple[int, int]]:
        ranges = []
        stack = [node]
        while stack:
            for child in stack.pop().children:
                if child.type == "block_continuation":
                    ranges.append(self._range(child))
                elif child.type == "inline":
                    stack.append(child)
        return ranges

    def _lines(self, start: int, end: int, skipped: list[tuple[int, int]] | None = None) -> list[tuple[int, str]]:
        """The non-empty lines of a range with their offsets, quote marks and indentation left out."""
        lines = []
        at = start
        skips = dict(skipped or [])
        for raw in self.text[start:end].splitlines(keepends=True):
            low = at
            at += len(raw)
            if low in skips:
                cut = min(skips[low], at) - low
                low, raw = low + cut, raw[cut:]
            body = raw.rstrip("\r\n")
            shift = len(body) - len(body.lstrip())
            if body.strip():
                lines.append((low + shift, body.strip(" \t") if not body.endswith("  ") else body[shift:]))
        return lines

    def _list_item(self, node: Node, depth: int) -> list[tuple[Node, int]]:
        marker, task, rest, body = "-", "", [], None
        for child in node.children:
            kind = child.type
            if kind.startswith("list_marker"):
                marker = "1." if kind.endswith(("dot", "parenthesis")) else kind[12:]
            elif kind.startswith("task_list_marker"):
                task = "x" if kind.endswith("_checked") else " "
            elif kind == "paragraph" and body is None and not rest:
                body = child
            else:
                rest.append((child, depth + 1))
        lines = self._lines(*self._range(body), self._skipped(body)) if body else []
        if not lines:
            self.outline.add(Block("item", Passage(""), depth, marker, task))
        for i, (low, raw) in enumerate(lines):
            if i == 0:
                self.outline.add(Block("item", passage_of(raw, low), depth, marker, task))
            else:
                add_line(self.outline, passage_of(raw, low), raw, depth + 1, wrapped=True)
        return rest

    def _table(self, node: Node, depth: int) -> None:
        rows = []
        for row in node.children:
            if row.type in ("pipe_table_header", "pipe_table_row"):
                cells = [self._cell(c) for c in row.children if c.type == "pipe_table_cell"]
                rows.append(cells)
        self.outline.add(Block("table", Passage(""), depth, rows=rows, headed=True))

    def _cell(self, node: Node) -> Passage:
        start, end = self._range(node)
        raw = self.text[start:end]
        shift = len(raw) - len(raw.lstrip())
        return passage_of(raw.strip(), start + shift)

    def _fence(self, node: Node, depth: int) -> None:
        info = next((c for c in node.children if c.type == "info_string"), None)
        language = self.text[slice(*self._range(info))].strip().lower() if info else ""
        content = next((c for c in node.children if c.type == "code_fence_content"), None)
        if content is not None and language in _PLAIN_FENCES:
            fence = self.outline.add(Block("fence", Passage(""), depth))
            self._plain(self._range(content), fence, self._skipped(content))

    def _indented_code(self, node: Node, depth: int) -> None:
        start, end = self._range(node)
        for low, raw in self._lines(start, end):
            add_line(self.outline, passage_of(raw, low), raw, depth, indent_of(self.text, low) - 4)

    def _plain(self, span: tuple[int, int], fence: Block, skipped: list[tuple[int, int]]) -> None:
        inner = Outline()
        for low, raw in self._lines(*span, skipped):
            add_line(inner, Passage.verbatim(raw, low), raw, 0, indent_of(self.text, low))
        fence.children = inner.root.children

    def _html(self, node: Node, depth: int) -> None:
        start, end = self._range(node)
        low = self.text[start:end].lower()
        if low.count("<table") > low.count("</table"):  # a blank line inside a table ends CommonMark's block
            close = self.text.lower().find("</table>", end)
            end = self._until = close + 8 if close > 0 else end
        self._comments(start, end)
        add_html(self.outline, self.text, start, end, depth)

    def _comments(self, start: int, end: int) -> None:
        at = self.text.find("<!--", start, end)
        while at >= 0:
            close = self.text.find("-->", at + 4)
            if close < 0:
                return
            self.document.comments.append(Comment(self.text[at + 4 : close].strip(), Span(at, close + 3)))
            at = self.text.find("<!--", close + 3, end)


def _code_points(text: str) -> list[int]:
    offsets: list[int] = []
    for i, char in enumerate(text):
        code = ord(char)
        width = 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4
        if width == 1:
            offsets.append(i)
        else:
            offsets += [i] * width
    offsets.append(len(text))
    return offsets
