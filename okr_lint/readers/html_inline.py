"""The visible text of HTML, white space collapsed and entities decoded, with the way back."""

from __future__ import annotations

from html import unescape

from okr_lint.model import TextMap
from okr_lint.patterns import late
from okr_lint.readers.html_tokens import Token
from okr_lint.readers.html_tree import Element
from okr_lint.readers.passage import Mark, Passage

_PARTS = late(
    r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)|[ \t\r\n\f\u00a0]+|[^& \t\r\n\f\u00a0]+|&"
)
_MARKS = {
    "b": "bold", "strong": "bold", "s": "struck", "del": "struck", "strike": "struck", "code": "code", "kbd": "code",
    "a": "link", "em": "italic", "i": "italic", "mark": "bold", "span": "span",
}  # fmt: skip


class Inline:
    """Gathers the text of one block."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.runs: list[tuple[int, int, int]] = []
        self.text: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.space = True  # whether white space that comes now is swallowed

    def __bool__(self) -> bool:
        return any(not t.isspace() for t in self.text)

    def add(self, token: Token, preformatted: bool = False) -> None:
        """Add a token of text."""
        for match in _PARTS.finditer(self.source, token.start, token.end):
            raw, start = match.group(), match.start()
            if raw[0] in " \t\r\n\f\u00a0":
                if preformatted and "\n" in raw:
                    self._put("\n", start, len(raw))
                elif not self.space:
                    self._put(" ", start, len(raw))
                self.space = True
            elif raw[0] == "&" and (seen := unescape(raw)) != raw:
                blank = seen.isspace()
                if not (blank and self.space):
                    self._put(" " if blank else seen, start, len(raw))
                self.space = blank
            else:
                self._put(raw, start, len(raw))
                self.space = False

    def line_break(self, at: int) -> None:
        """A ``<br>`` or the edge of a block inside a cell."""
        if self.text and self.text[-1] != "\n":
            self._put("\n", at, 0)
        self.space = True

    def marked(self, element: Element) -> str | None:
        """The kind of mark that an element puts on its text, or None."""
        style = element.attributes.get("style", "")
        return "struck" if "line-through" in style else _MARKS.get(element.name)

    def _put(self, seen: str, start: int, length: int) -> None:
        self.text.append(seen)
        self.runs.append((len(seen), start, length))
        self.length += len(seen)

    def passage(self) -> Passage:
        """What was gathered, white space at the ends left out."""
        runs = _merged(self.text, self.runs, self.source)
        return Passage("".join(self.text), TextMap.join(runs), list(self.marks)).stripped()

    def lines(self) -> list[Passage]:
        """The passage cut at line breaks; empty lines left out."""
        whole = self.passage()
        lines, at = [], 0
        for line in whole.text.split("\n"):
            if line.strip():
                lines.append(whole.part(at, at + len(line)))
            at += len(line) + 1
        return lines


def _merged(texts: list[str], runs: list[tuple[int, int, int]], source: str) -> list[tuple[int, int, int]]:
    """Runs that stand next to each other as they are seen become one piece."""
    merged: list[tuple[int, int, int]] = []
    end = -1
    for text, (length, start, source_length) in zip(texts, runs, strict=True):
        alike = length == source_length and source.startswith(text, start)
        if alike and start == end:
            before = merged[-1]
            merged[-1] = (before[0] + length, before[1], before[2] + length)
        else:
            merged.append((length, start, source_length))
        end = start + length if alike else -1
    return merged
