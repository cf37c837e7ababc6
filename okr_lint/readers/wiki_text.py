"""MediaWiki's and AsciiDoc's lines: titles, lists with several signs for their depth, tables with a cell a line."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.lines import TASK
from okr_lint.readers.markup_lines import shown
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Passage

_WIKI_TITLE = late(r"(={1,6}) {0,3}([^=\s].{0,300}?) {0,3}={1,6}$")
_WIKI_ITEM = late(r"[*#:;]{1,8} {0,4}(?=[^\s*#:;])")
_ADOC_TITLE = late(r"(={1,6}) {1,3}(?=[^ =])")
_ADOC_ITEM = late(r"(?:\*{1,6}|\.{1,6}|-) {1,4}(?=\S)")
_ADOC_SETTING = late(r":!?[\w-]{1,40}!?:(?: |$)|\[[^\]\n]{0,200}\]$|//|[-=*_.+]{4,80}$|\+$")
_WIKI_HIDDEN = [
    (late(r"'{3}([^']{1,400})'{3}"), "bold"),
    (late(r"(?<!')'{2}([^']{1,400})'{2}(?!')"), "italic"),
    (late(r"\[\[(?:[^\[\]|]{1,200}\|)?([^\[\]|]{1,200})\]\]"), "link"),
    (late(r"\[https?://[^\s\[\]]{1,300} ([^\[\]]{1,200})\]"), "link"),
    (late(r"<(?:br|ref|/ref|s|/s|small|/small|nowiki|/nowiki)[ /]{0,2}>"), ""),
]
_ADOC_HIDDEN = [
    (late(r"\[\.?line-through\]#{1,2}([^#]{1,400})#{1,2}"), "struck"),
    (late(r"(?<![\w*])\*{1,2}([^\s*](?:[^*]{0,300}[^\s*])?)\*{1,2}(?![\w*])"), "bold"),
    (late(r"(?<![\w_])_{1,2}([^\s_](?:[^_]{0,300}[^\s_])?)_{1,2}(?![\w_])"), "italic"),
    (late(r"(?:link:|https?://)[^\s\[\]]{1,300}\[([^\[\]]{1,200})\]"), "link"),
]
_CELL = late(r"\|\||!!")


class MediaWiki:
    """One file; gathers the rows of a table that is open."""

    pipe_tables = False

    def __init__(self) -> None:
        self._rows: list[list[Passage]] | None = None
        self._headed = False

    def line(self, body: str, at: int, outline: Outline, *, indent: int) -> bool:
        """Take a title, a list item or a line of a table; False for text."""
        if body.startswith("{|"):
            self._rows, self._headed = [], False
        elif self._rows is not None:
            self._table_line(body, at, outline)
        elif title := _WIKI_TITLE.match(body):
            outline.add(Block("heading", self.passage(title[2], at + title.start(2)), len(title[1])))
        elif body[:1] in "*#:;" and (item := _WIKI_ITEM.match(body)) and not body.startswith("#REDIRECT"):
            signs = item.group().strip()
            passage = self.passage(body[item.end() :], at + item.end())
            if signs.strip(":") or len(signs) > 1:
                outline.add(Block("item", passage, len(signs) - 1, "1." if signs[-1] == "#" else "-"))
            else:
                outline.add(Block("line", passage, 0))
        else:
            return False
        return True

    def passage(self, body: str, at: int) -> Passage:
        """What a line shows."""
        return shown(body, at, _WIKI_HIDDEN)

    def _table_line(self, body: str, at: int, outline: Outline) -> None:
        assert self._rows is not None
        if body.startswith("|}"):
            rows, self._rows = [row for row in self._rows if row], None
            if rows:
                outline.add(Block("table", Passage(""), rows=rows, headed=self._headed))
        elif body.startswith("|-"):
            self._rows.append([])
        elif body[:1] in ("|", "!") and not body.startswith("|+"):
            self._headed = self._headed or (body[0] == "!" and len(self._rows) < 2)
            if not self._rows:
                self._rows.append([])
            start = 1
            for sign in [*_CELL.finditer(body), None]:
                stop = sign.start() if sign else len(body)
                low = body.find("|", start, stop) + 1  # behind the attributes of a cell
                low = low if low and "=" in body[start:low] and "[[" not in body[start:low] else start
                self._rows[-1].append(self.passage(body[low:stop], at + low))
                start = sign.end() if sign else stop


class AsciiDoc:
    """One file; gathers the cells of a table that is open."""

    pipe_tables = False

    def __init__(self) -> None:
        self._cells: list[Passage] | None = None
        self._wide = 0
        self._signs: list[str] = []  # of the lists that are open

    def line(self, body: str, at: int, outline: Outline, *, indent: int) -> bool:
        """Take a title, a list item, a setting or a line of a table; False for text."""
        if body == "|===":
            if self._cells is None:
                self._cells, self._wide = [], 0
            else:
                width = self._wide or 1
                rows = [self._cells[i : i + width] for i in range(0, len(self._cells), width)]
                self._cells = None
                if rows:
                    outline.add(Block("table", Passage(""), rows=rows, headed=True))
        elif self._cells is not None:
            found = self._cells_of(body, at)
            self._wide = self._wide or len(found)
            self._cells += found
        elif title := _ADOC_TITLE.match(body):
            self._signs.clear()
            passage = self.passage(body[title.end() :], at + title.end())
            outline.add(Block("heading", passage, len(title[1])))
        elif _ADOC_SETTING.match(body):
            outline.gap = True
        elif item := _ADOC_ITEM.match(body):
            sign = item.group().strip()
            passage = self.passage(body[item.end() :], at + item.end())
            box = ""
            if task := TASK.match(passage.text):
                box = " " if task[1] == " " else "x"
                passage = passage.part(task.end(), len(passage.text))
            marker = "1." if sign[0] == "." else "-"
            outline.add(Block("item", passage, self._depth(sign), marker, box))
        else:
            return False
        return True

    def passage(self, body: str, at: int) -> Passage:
        """What a line shows."""
        return shown(body, at, _ADOC_HIDDEN)

    def _depth(self, sign: str) -> int:
        """How deep an item stands: a sign that no open list has begins a list inside."""
        if sign in self._signs:
            del self._signs[self._signs.index(sign) + 1 :]
        else:
            self._signs.append(sign)
        return len(self._signs) - 1

    def _cells_of(self, body: str, at: int) -> list[Passage]:
        starts = [i + 1 for i, char in enumerate(body) if char == "|"]
        stops = [start - 1 for start in starts[1:]] + [len(body)]
        return [self.passage(body[low:high], at + low) for low, high in zip(starts, stops, strict=True)]
