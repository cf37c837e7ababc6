"""reStructuredText -> Document: sections, lists, field lists, comments, tables, and OKR directives."""

from __future__ import annotations

from okr_lint.model import Comment, Document, Source, Span
from okr_lint.patterns import late
from okr_lint.readers.announcing import section_role
from okr_lint.readers.inline import passage_of
from okr_lint.readers.interpret import interpret
from okr_lint.readers.labels import BOTH, KEY_RESULT, OBJECTIVE
from okr_lint.readers.lines import add_line
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage, joined
from okr_lint.readers.rst_tables import grid_table, is_rule, list_table, simple_table
from okr_lint.readers.width import columns

_ADORNMENT = set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_DIRECTIVE = late(r"\.\. ([\w:+-]{1,40})::[ \t]{0,8}")
_OPTION = late(r":([^:\n]{1,40}):(?=[ \t]|$)[ \t]{0,40}")
_TEXTUAL = {"note", "tip", "admonition", "topic", "container", "important", "hint", "rubric", "card", "dropdown"}
_ASIDES = {"note", "tip", "important", "hint"}
_CODE = {"code", "code-block", "sourcecode", "parsed-literal"}
_PLAIN = {"", "text", "none", "md", "markdown", "okr"}


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a reStructuredText document."""
    document = Document(path, "rst", source)
    interpret(RstOutline(document).outline, document)
    return document


class RstOutline:
    """Reads lines once; a block's indentation says what belongs to it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.outline = Outline()
        self.styles: list[str] = []
        self.lines: list[tuple[int, str]] = []
        at = 0
        for raw in document.source.text.splitlines(keepends=True):
            self.lines.append((at, raw.rstrip("\r\n")))
            at += len(raw)
        self._read()

    def _read(self) -> None:
        i = 0
        while i < len(self.lines):
            at, line = self.lines[i]
            body = line.strip()
            if not body:
                self.outline.gap = True
                i += 1
            elif (title := self._title(i)) is not None:
                i = title
            elif body.startswith(".. ") or body == "..":
                i = self._explicit(i)
            elif body.startswith("+-") or body.startswith("+="):
                i = self._grid(i)
            elif is_rule(body) and (found := simple_table(self.lines, i))[2]:
                self.outline.add(Block("table", Passage(""), 0, rows=found[0], headed=found[1]))
                i += found[2]
            elif _is_adornment(body) and " " not in body:
                self.outline.gap = True
                i += 1
            elif body.count("**") % 2 and i + 1 < len(self.lines) and self.lines[i + 1][1].count("**") % 2:
                self._bold_over_two(at, line, self.lines[i + 1])
                i += 2
            else:
                self._line(at, line)
                i += 1

    def _bold_over_two(self, at: int, line: str, following: tuple[int, str]) -> None:
        """Add a line whose bold text ends in the next one."""
        shift = len(line) - len(line.lstrip())
        end = following[0] + len(following[1].rstrip())
        both = passage_of(self.document.source.text[at + shift : end], at + shift)
        cut = both.text.find("\n")
        passage = joined([both.part(0, cut).stripped(), both.part(cut + 1, len(both.text)).stripped()])
        add_line(self.outline, passage, line, 0, columns(line[:shift]))

    def _line(self, at: int, line: str) -> None:
        body = line.strip()
        shift = len(line) - len(line.lstrip())
        if _OPTION.match(body):  # ":Owner: x" reads as "Owner: x"
            passage = Passage.verbatim(body[1:], at + shift + 1)
        else:
            passage = passage_of(body.removeprefix("#. "), at + shift + (3 if body.startswith("#. ") else 0))
        if body.startswith("#. "):
            self.outline.add(Block("item", passage, self.outline.indentation(columns(line[:shift])), "1."))
            return
        add_line(self.outline, passage, line, 0, columns(line[:shift]))

    def _title(self, i: int) -> int | None:
        """Read a section title that starts at line ``i``; the number of the line after it."""
        _, line = self.lines[i]
        over = _is_adornment(line.strip()) and len(line.strip()) > 2
        text_at = i + 1 if over else i
        if text_at + 1 >= len(self.lines):
            return None
        at, text = self.lines[text_at]
        under = self.lines[text_at + 1][1].strip()
        if not text.strip() or not _is_adornment(under) or len(under) < min(3, len(text.strip())):
            return None
        if (over and line.strip()[0] != under[0]) or (not over and text[:1].isspace()) or _is_adornment(text.strip()):
            return None
        style = under[0] + ("^" if over else "")
        if style not in self.styles:
            self.styles.append(style)
        shift = len(text) - len(text.lstrip())
        level = min(self.styles.index(style) + 1, 30)
        self.outline.add(Block("heading", passage_of(text.strip(), at + shift), level))
        return text_at + 2

    def _explicit(self, i: int) -> int:
        at, line = self.lines[i]
        end = self._end_of_block(i)
        shift = len(line) - len(line.lstrip())
        m = _DIRECTIVE.match(line, shift)
        if m is None:
            self._comment(i, end)
            return end
        if m[1].lower() == "list-table":
            self.outline.add(Block("table", Passage(""), 0, rows=list_table(self.lines[i + 1 : end]), headed=True))
            return end
        if self._okr(i, end, at + m.end(), line[m.end() :]):
            return end
        if m[1].lower() in _ASIDES:  # what stands in it belongs to no list; OKRs with labels do stand in some
            depth = self.outline.indentation(columns(line[:shift]))
            self.outline.add(Block("line", Passage.verbatim(m[1], at + m.start(1)), depth, "aside"))
        shown = m[1].lower() in _TEXTUAL or (m[1].lower() in _CODE and line[m.end() :].strip().lower() in _PLAIN)
        return i + 1 if shown else end

    def _comment(self, i: int, end: int) -> None:
        at, line = self.lines[i]
        start = at + len(line) - len(line.lstrip())
        last_at, last = self.lines[end - 1]
        inner = self.document.source.text[start + 2 : last_at + len(last)].strip()
        if not inner.startswith(("_", "|", "[")):
            self.document.comments.append(Comment(inner, Span(start, last_at + len(last.rstrip()))))

    def _end_of_block(self, i: int) -> int:
        """The number of the line after an explicit block: the next one not indented deeper."""
        indent = columns(self.lines[i][1][: len(self.lines[i][1]) - len(self.lines[i][1].lstrip())])
        end = last = i + 1
        while end < len(self.lines):
            line = self.lines[end][1]
            if line.strip():
                if columns(line[: len(line) - len(line.lstrip())]) <= indent:
                    break
                last = end + 1
            end += 1
        return last

    def _okr(self, i: int, end: int, argument_at: int, argument: str) -> bool:
        """Read a directive whose options hold an OKR (":krs:", ":objective:"); False for any other."""
        options: list[tuple[str, list[tuple[int, str]]]] = []
        for at, line in self.lines[i + 1 : end]:
            shift = len(line) - len(line.lstrip())
            if m := _OPTION.match(line, shift):
                options.append((m[1], [(at + m.end(), line[m.end() :])]))
            elif options and line.strip():
                options[-1][1].append((at, line))
        roles = [section_role(name.replace("-", " ").replace("_", " ")) for name, _ in options]
        if KEY_RESULT not in roles and OBJECTIVE not in roles and BOTH not in roles:
            return False
        stated = any(char.isalnum() for char in argument)
        if stated:
            self._add(argument_at, argument, "objective")
        elif OBJECTIVE not in roles:
            self.outline.mark_heading()
        for (_, lines), role in zip(options, roles, strict=True):
            for at, line in lines:
                if line.strip() and role in (OBJECTIVE, KEY_RESULT):
                    self._add(at, line, role)
        return True

    def _add(self, at: int, line: str, role: str) -> None:
        shift = len(line) - len(line.lstrip())
        self.outline.add(Block("item", passage_of(line.strip(), at + shift), 0, role))

    def _grid(self, i: int) -> int:
        end = i
        while end < len(self.lines) and self.lines[end][1].strip().startswith(("+", "|")):
            end += 1
        rows, headed = grid_table(self.lines[i:end])
        self.outline.add(Block("table", Passage(""), 0, rows=rows, headed=headed))
        return end


def _is_adornment(text: str) -> bool:
    return len(text) >= 2 and text[0] in _ADORNMENT and text == text[0] * len(text)
