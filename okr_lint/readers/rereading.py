"""Reads versions of a Markdown text that differ little: what has not changed is not read again.

The result equals that of ``read_text``, which reads every other format and every text that cannot be cut.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import pairwise

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Comment, Document, Source, Span
from okr_lint.readers.interpret import name_cycle
from okr_lint.readers.limits import check_size
from okr_lint.readers.outline import Outline
from okr_lint.readers.read import read_text
from okr_lint.readers.replay import Outcome, ReplayingInterpreter
from okr_lint.readers.sections import Section, cuts

_FEW = 3  # with fewer sections nothing is gained


@dataclass(slots=True)
class Rereader:
    """Remembers the sections of the texts that it has read. For one thread.

    Attributes:
        size: sections beyond this number are forgotten with everything about them, all at once.
    """

    size: int = 4_000
    _sections: dict[str, list[Section]] = field(default_factory=dict)
    _outcomes: dict[Hashable, Outcome] = field(default_factory=dict)

    def read_text(self, text: str, path: str, format: str) -> Document:
        """The document of a text.

        Raises:
            ReadError: the text cannot be read.
        """
        at = cuts(text) if format == "markdown" else None
        if at is None or len(at) < _FEW:
            return read_text(text, path, format)
        return self._read(text, path, at)

    def _read(self, text: str, path: str, at: list[int]) -> Document:
        source = Source(text)
        check_size(source)
        document = Document(path, "markdown", source)
        outline = Outline()
        if len(self._outcomes) + len(self._sections) > self.size:
            self._outcomes.clear()
            self._sections.clear()
        headings: dict[int, tuple[Section, int]] = {}
        taken: dict[str, int] = {}
        for number, (start, end) in enumerate(pairwise([*at, len(text)])):
            section = self._section(text[start:end], start, document, taken, keep=number > 0)
            if not section.single:
                section.move(start)
            if (heading := section.add_to(outline)) is not None:
                headings[id(heading)] = (section, start)
            document.comments += [_moved(comment, start) for comment in section.comments]
        name_cycle(document)
        ReplayingInterpreter(outline, document, headings, self._outcomes).run()
        document.number()
        return document

    def _section(self, text: str, base: int, document: Document, taken: dict[str, int], *, keep: bool) -> Section:
        """The section of a text; equal texts in one document have a section each."""
        if not keep:  # the front: it may say something of the document
            return Section.read(text, base, document)
        same = self._sections.setdefault(text, [])
        number = taken[text] = taken.get(text, -1) + 1
        if number == len(same):
            same.append(Section.read(text, base, document))
        return same[number]


def _moved(comment: Comment, by: int) -> Comment:
    return Comment(comment.text, Span(comment.span.start + by, comment.span.end + by))
