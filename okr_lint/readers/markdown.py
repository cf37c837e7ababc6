"""Markdown -> Document, by tree-sitter's CommonMark grammar (front matter, tables, task lists, HTML)."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from okr_lint.model import Comment, Document, Source, Span
from okr_lint.patterns import late
from okr_lint.readers.fenced_data import LANGUAGES
from okr_lint.readers.front_matter import apply_front_matter, holds_an_okr
from okr_lint.readers.inline import passage_of
from okr_lint.readers.interpret import interpret
from okr_lint.readers.labels import KEY_RESULT, label_at
from okr_lint.readers.lines import add_line, begins_objective, indent_of
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage
from okr_lint.readers.pipe_tables import cells, find_tables, masked, table_at
from okr_lint.readers.roles import announces, is_lead

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_PLAIN_FENCES = {"", "text", "txt", "plain", "plaintext", "md", "markdown", "okr", "none", "output"}
_HANDLERS = {
    "minus_metadata": "_front_matter",
    "plus_metadata": "_front_matter",
    "atx_heading": "_atx_heading",
    "setext_heading": "_setext_heading",
    "paragraph": "_paragraph",
    "fenced_code_block": "_fence",
    "indented_code_block": "_indented_code",
    "html_block": "_html",
}


_CONTAINER = late(r"</?(?:aside|div|section|details|center|blockquote|span)(?: [^<>]{0,200})?>", re.I)
_BEGINS = bytes(byte & 0xC0 != 0x80 for byte in range(256))  # whether a byte begins a code point


@cache
def _parser() -> Parser:
    from tree_sitter import Language, Parser

    return Parser(Language(_grammar()))


def _grammar() -> object:
    """The grammar out of its package, without the package's own module: that one loads queries, tempfile and random."""
    from importlib.machinery import PathFinder
    from importlib.util import module_from_spec

    package = PathFinder.find_spec("tree_sitter_markdown")
    folders = package.submodule_search_locations if package else None
    found = PathFinder.find_spec("tree_sitter_markdown._binding", folders)
    if found is None or found.loader is None:
        raise ImportError("tree-sitter-markdown is not installed; reinstall okr-lint")
    binding = module_from_spec(found)
    found.loader.exec_module(binding)
    language: object = binding.language()
    return language


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
        self.tables = find_tables(self.text)
        data = masked(self.text, self.tables).encode("utf-8", "surrogatepass")
        self._offsets = None if len(data) == len(self.text) else _code_points(data)
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
        if self.text.startswith("---", start) and holds_an_okr(self.text[start:end]):
            body = self.text[start + 3 : end].rstrip()[:-3]
            self.outline.add(Block("fence", Passage.verbatim(body, start + 3), depth, "yaml"))

    def _atx_heading(self, node: Node, depth: int) -> None:
        inline = next((c for c in node.children if c.type == "inline"), None)
        level = next((int(c.type[5]) for c in node.children if c.type.startswith("atx_h")), 1)
        start, end = self._range(inline) if inline else self._range(node)[:1] * 2
        raw = self.text[start:end].rstrip()
        self.outline.add(Block("heading", self._passage(raw, start), level))

    def _setext_heading(self, node: Node, depth: int) -> None:
        level = 2 if any(c.type == "setext_h2_underline" for c in node.children) else 1
        start, end = self._range(node.children[0])
        lines = self._lines(start, end)
        if level == 2 and len(lines) > 1:  # "---" under a paragraph is meant as a rule
            self._paragraph_lines(lines, depth)
            return
        self._paragraph_lines(lines[:-1], depth)
        low, raw = lines[-1]
        if self._in_table(low, depth):
            return
        self.outline.add(Block("heading", self._passage(raw, low), level))

    def _paragraph(self, node: Node, depth: int) -> None:
        self.outline.gap = True
        self._paragraph_lines(self._lines_of(node), depth)

    def _paragraph_lines(self, lines: list[tuple[int, str]], depth: int) -> None:
        bare = len(lines) > 2 and is_lead(lines[0][1]) and announces(lines[0][1]) == KEY_RESULT
        for i, (low, raw) in enumerate(lines):
            if self._in_table(low, depth):
                continue
            if bare and i and not raw[0].islower() and label_at(raw) is None:  # a list without bullets
                self.outline.add(Block("item", self._passage(raw, low), depth, "-"))
            else:
                add_line(self.outline, self._passage(raw, low), raw, depth, 0 if depth else indent_of(self.text, low))

    def _in_table(self, low: int, depth: int) -> bool:
        """Whether a line belongs to a table; the table is added with its first line."""
        table = table_at(self.tables, low)
        if table is None:
            return False
        if table.start == low:
            rows = [[self._shown(*cell) for cell in cells(self.text, *row)] for row in table.rows]
            self.outline.add(Block("table", Passage(""), depth, rows=rows, headed=table.headed))
        return True

    def _shown(self, start: int, end: int) -> Passage:
        return self._passage(self.text[start:end], start)

    def _passage(self, raw: str, low: int) -> Passage:
        """What a line shows; the comments in it are kept aside."""
        if "<!--" in raw:
            self._comments(low, low + len(raw))
        return passage_of(raw, low)

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

    def _lines_of(self, node: Node) -> list[tuple[int, str]]:
        """The lines of a paragraph."""
        start, end = self._range(node)
        several = len(self.text[start:end].splitlines()) > 1  # else nothing can stand before a line of its own
        return self._lines(start, end, self._skipped(node) if several else None)

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
                shown = body[shift:]
                lines.append((low + shift, shown if body.endswith("  ") else shown.rstrip(" \t")))
        return lines

    def _list_item(self, node: Node, depth: int) -> list[tuple[Node, int]]:
        marker, task, body = "-", "", None
        rest: list[tuple[Node, int]] = []
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
        lines = self._lines_of(body) if body else []
        if not lines:
            self.outline.add(Block("item", Passage(""), depth, marker, task))
        for i, (low, raw) in enumerate(lines):
            if self._in_table(low, depth + 1):
                continue
            if i == 0:
                self.outline.add(Block("item", self._passage(raw, low), depth, marker, task))
            else:
                passage = self._passage(raw, low)
                beside = begins_objective(passage) and self._column(low) <= self._column(self._at(node.start_byte))
                add_line(self.outline, passage, raw, depth if beside else depth + 1, wrapped=True)
        return rest

    def _column(self, at: int) -> int:
        """The column of the first character from ``at`` on that is no space."""
        start = self.text.rfind("\n", 0, at) + 1
        while self.text[at : at + 1] in (" ", "\t"):
            at += 1
        return at - start

    def _fence(self, node: Node, depth: int) -> None:
        info = next((c for c in node.children if c.type == "info_string"), None)
        language = self.text[slice(*self._range(info))].strip().lower() if info else ""
        content = next((c for c in node.children if c.type == "code_fence_content"), None)
        skipped = self._skipped(content) if content is not None else []
        quoted = any(low < high for low, high in skipped)
        if content is not None and not quoted and language in LANGUAGES:
            start, end = self._range(content)
            self.outline.add(Block("fence", Passage.verbatim(self.text[start:end], start), depth, LANGUAGES[language]))
        elif content is not None and language in _PLAIN_FENCES:
            fence = self.outline.add(Block("fence", Passage(""), depth))
            self._plain(self._range(content), fence, skipped)

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
        lines = self._lines(start, end)
        if all("<" not in raw or _CONTAINER.fullmatch(raw) for _, raw in lines):  # a frame around Markdown (Notion)
            self._paragraph_lines([line for line in lines if "<" not in line[1]], depth)
            return
        from okr_lint.readers.html import add_html  # few files need it

        add_html(self.outline, self.text, start, end, depth)

    def _comments(self, start: int, end: int) -> None:
        at, ticks = self.text.find("<!--", start, end), 0
        while at >= 0:
            close = self.text.find("-->", at + 4)
            if close < 0:
                return
            ticks += self.text.count("`", start, at)
            if ticks % 2 == 0:  # else it is shown, as code
                self.document.comments.append(Comment(self.text[at + 4 : close].strip(), Span(at, close + 3)))
            start = close + 3
            at = self.text.find("<!--", start, end)


def _code_points(data: bytes) -> list[int]:
    """The code point that every byte belongs to."""
    points = [*accumulate(data.translate(_BEGINS), initial=-1)][1:]
    points.append(points[-1] + 1 if points else 0)
    return points
