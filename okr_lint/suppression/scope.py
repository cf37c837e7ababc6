"""Which findings a directive is about: those on its line, the next line, a block, the file."""

from __future__ import annotations

from okr_lint.lean_dataclasses import dataclass
from okr_lint.model import Document, Finding, Statement
from okr_lint.suppression.directive import Directive


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines from ``first`` to ``last``; ``whole_file`` also holds what stands on no line."""

    first: int
    last: int
    whole_file: bool = False


class Places:
    """The lines of a document's statements, comments and findings."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._source = document.source
        self._statements = {statement.id: statement for statement in document.statements()}
        self._bare = self._bare_lines()
        self._content: dict[int, int] = {}

    def scope(self, directive: Directive, closing: Directive | None = None) -> Lines:
        """The lines of a directive; ``closing`` is the end of its block."""
        first = self._line(directive.span.start)
        end = len(self._source.line_starts)
        if directive.action == "ignore-file":
            return Lines(1, end, whole_file=True)
        if directive.action == "ignore-start":
            return Lines(first, self._line(closing.span.start) if closing else end)
        last = self._line(max(directive.span.end - 1, directive.span.start))
        if first not in self._bare:
            return Lines(first, last)
        last = self._content_from(last)
        return Lines(last, last)

    def alone(self, directive: Directive) -> bool:
        """Whether nothing but comments stands on the directive's line."""
        return self._line(directive.span.start) in self._bare

    def _content_from(self, line: int) -> int:
        """The first line with content from here on, the last line where there is none; each line is looked at once."""
        passed, end = [], len(self._source.line_starts)
        while line < end and (line in self._bare or not self._source.line(line).strip()):
            if line in self._content:
                line = self._content[line]
                break
            passed.append(line)
            line += 1
        self._content.update(dict.fromkeys(passed, line))
        return line

    def extent(self, finding: Finding) -> tuple[int, int] | None:
        """First and last line of a finding, by its statement or by its own range; None where it stands on no line."""
        statement = self._statements.get(finding.statement or "")
        extent = self._extent(statement) if statement is not None else None
        if extent is None and finding.span is not None:
            extent = self._line(finding.span.start), self._line(max(finding.span.end - 1, finding.span.start))
        return extent

    def _extent(self, statement: Statement) -> tuple[int, int] | None:
        if statement.span is None:
            return None
        start = statement.span.start
        if statement.label_span is not None:
            start = min(start, statement.label_span.start)
        return self._line(start), self._line(max(statement.span.end - 1, start))

    def _line(self, offset: int) -> int:
        return self._source.position(offset).line

    def _bare_lines(self) -> set[int]:
        """The lines on which nothing but comments stands."""
        text = self._source.text
        taken: dict[int, str] = {}
        for comment in self._document.comments:
            first = self._line(comment.span.start)
            last = self._line(max(comment.span.end - 1, comment.span.start))
            for number in range(first, last + 1):
                start = self._source.line_starts[number - 1]
                line = taken.get(number, self._source.line(number))
                low = max(comment.span.start - start, 0)
                high = min(comment.span.end - start, len(line))
                taken[number] = line[:low] + " " * max(high - low, 0) + line[high:]
        return {number for number, rest in taken.items() if not rest.strip() and text}
