"""Org mode's lines: stars are headings; drawers, planning lines and settings are no text."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.markup_lines import shown
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage

_STARS = late(
    r"(\*{1,12}) {1,4}(?:(?:TODO|DONE|NEXT|WAIT|WAITING|HOLD|STARTED|DOING|CANCELL?ED) {1,4})?(?:\[#[A-Z]\] {1,4})?"
)
_TAGS = late(r"[ \t]{1,40}(?::[\w@#%]{1,30}){1,8}:$|[ \t]{1,40}\[\d{0,3}(?:/\d{0,3}|%)\]$")
_DRAWER = late(r":[A-Za-z_-]{2,30}:$")
_PLANNING = late(r"(?:SCHEDULED|DEADLINE|CLOSED|CLOCK): ")
_TITLE = late(r"#\+title: *", 2)
_HIDDEN = [
    (late(r"\[\[[^\[\]]{1,300}\]\[([^\[\]]{1,200})\]\]"), "link"),
    (late(r"(?:(?<=\s)|^)\*([^\s*](?:[^*]{0,200}[^\s*])?)\*(?=[\s,.:;!?)]|$)"), "bold"),
    (late(r"(?:(?<=\s)|^)\+([^\s+](?:[^+]{0,200}[^\s+])?)\+(?=[\s,.:;!?)]|$)"), "struck"),
]


class Org:
    """One file; knows whether a drawer is open."""

    pipe_tables = True

    def __init__(self) -> None:
        self._closing = ""

    def line(self, body: str, at: int, outline: Outline, *, indent: int) -> bool:
        """Take a line that is Org's own; False for text, lists and tables."""
        if self._closing:
            if body.upper() == self._closing:
                self._closing = ""
            return True
        if indent == 0 and (stars := _STARS.match(body)):
            end = len(body)
            while (tags := _TAGS.search(body, max(0, end - 120), end)) is not None:
                end = tags.start()
            passage = shown(body[stars.end() : end], at + stars.end(), _HIDDEN)
            outline.add(Block("heading", passage, len(stars[1]) + 1))
            return True
        if title := _TITLE.match(body):
            outline.add(Block("heading", Passage.verbatim(body[title.end() :], at + title.end()).stripped(), 1))
            return True
        if _DRAWER.match(body):
            self._closing = ":END:"
            return True
        return body.startswith("#+") or _PLANNING.match(body) is not None or body.startswith("# ")

    def passage(self, body: str, at: int) -> Passage:
        """What a line shows."""
        return shown(body, at, _HIDDEN)
