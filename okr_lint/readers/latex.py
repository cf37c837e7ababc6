"""LaTeX's lines: sections, lists and tables of a document that may as well be pasted into a plain text."""

from __future__ import annotations

import re

from okr_lint.patterns import late
from okr_lint.readers.lines import add_line
from okr_lint.readers.markup_lines import shown
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Mark, Passage, joined

_LEVELS = {"title": 1, "part": 1, "chapter": 2, "section": 3, "subsection": 4, "subsubsection": 5, "paragraph": 6}
_TITLE = late(r"\\(title|part|chapter|(?:sub){0,2}section|paragraph)\*?(?:\[[^\[\]]{0,200}\])?\{")
_BEGIN = late(r"\\(begin|end)\{([a-zA-Z]{1,20})\*?\}(?:\[[^\[\]]{0,80}\]|\{[^{}]{0,80}\})*")
_ITEM = late(r"\\item(?![a-zA-Z]) {0,4}(?:\[(?P<name>[^\[\]]{0,60})\])? {0,4}")
_LISTS = frozenset(["itemize", "enumerate", "description", "compactitem", "compactenum", "todolist"])
_TABLES = frozenset(["tabular", "tabularx", "longtable", "tabu", "tblr"])
_COMMENT = late(r"(?<!\\)%.*")
_RULE = late(r"\\(?:hline|toprule|midrule|bottomrule|endhead|cline\{[^{}]{0,9}\})")
_HIDDEN = [
    (late(r"\\(?:textbf|textsc|bf)\{([^{}]{0,400})\}"), "bold"),
    (
        late(
            r"\\(?:emph|textit|texttt|underline|mbox|text|textrm|small|large|textcolor\{[^{}]{0,20}\})\{([^{}]{0,400})\}"
        ),
        "",
    ),
    (late(r"\\href\{[^{}]{0,300}\}\{([^{}]{0,200})\}"), "link"),
    (late(r"\\sout\{([^{}]{0,400})\}"), "struck"),
    (late(r"\\([%&$#_{}])"), ""),
    (late(r"\\(?:footnote|label|vspace|hspace|ref|cite)\*?\{[^{}]{0,300}\}|\\\\(?:\[[^\[\]]{0,9}\])?$"), ""),
    (
        late(r"\\(?:hfill|q?quad|noindent|centering|smallskip|medskip|bigskip|small|large|bfseries|par)(?![a-zA-Z]) ?"),
        "",
    ),
]
_SIGNS = [
    (late(r"\$?\\(?:rightarrow|to|Rightarrow|longrightarrow)(?![a-zA-Z])\$?"), "→"),
    (late(r"\$?\\(?:geq?|geqslant)(?![a-zA-Z])\$?"), "≥"),
    (late(r"\$?\\(?:leq?|leqslant)(?![a-zA-Z])\$?"), "≤"),
    (late(r"\\(?:euro|texteuro)(?:\{\}|(?![a-zA-Z]))"), "€"),
    (late(r"~|\\[,;: ]"), " "),
    (late(r"---?"), "–"),
]


class Latex:
    """One file; knows how deep its lists are open."""

    pipe_tables = False

    def __init__(self) -> None:
        self._depth = 0
        self._table: list[list[Passage]] | None = None

    def line(self, body: str, at: int, outline: Outline, *, indent: int) -> bool:
        """Take any line: commands that are no text are left out."""
        if comment := _COMMENT.search(body):
            body = body[: comment.start()].rstrip()
        if not body:
            return True
        if begin := _BEGIN.match(body):
            self._environment(begin[1] == "begin", begin[2], outline)
            rest = body[begin.end() :]
            return not rest.strip() or self.line(rest.lstrip(), at + len(body) - len(rest.lstrip()), outline, indent=0)
        if self._table is not None:
            self._row(body, at)
        elif title := _TITLE.match(body):
            end = _closing(body, title.end())
            passage = self.passage(body[title.end() : end], at + title.end())
            outline.add(Block("heading", passage, _LEVELS[title[1]]))
        elif item := _ITEM.match(body):
            outline.add(Block("item", self._item(body, at, item), max(0, self._depth - 1), "-"))
        elif body[0] != "\\" or body.startswith(("\\text", "\\emph", "\\%", "\\$", "\\#", "\\&", "\\noindent")):
            add_line(outline, self.passage(body, at), body, self._depth, 0, wrapped=self._depth > 0)
        return True

    def passage(self, body: str, at: int) -> Passage:
        """What a line shows."""
        return shown(body, at, _HIDDEN, _SIGNS)

    def _item(self, body: str, at: int, found: re.Match[str]) -> Passage:
        text = self.passage(body[found.end() :], at + found.end())
        if not found["name"]:
            return text
        name = self.passage(found["name"], at + found.start("name"))
        name.marks.append(Mark("bold", 0, len(name.text)))  # which sets it off from the text as a colon does
        return joined([name, text]) if text.text else name

    def _environment(self, begins: bool, name: str, outline: Outline) -> None:
        if name in _LISTS:
            self._depth = max(0, self._depth + (1 if begins else -1))
            outline.gap = True
        elif name in _TABLES and begins:
            self._table = []
        elif name in _TABLES and self._table:
            outline.add(Block("table", Passage(""), rows=self._table, headed=True))
            self._table = None

    def _row(self, body: str, at: int) -> None:
        assert self._table is not None
        for rule in _RULE.finditer(body):
            body = body[: rule.start()] + " " * (rule.end() - rule.start()) + body[rule.end() :]
        body = body.rstrip()
        body = body[:-2] if body.endswith("\\\\") else body
        row, start = [], 0
        for i, char in enumerate([*body, "&"]):
            if char == "&" and body[i - 1 : i] != "\\":
                row.append(self.passage(body[start:i], at + start))
                start = i + 1
        if any(cell.text for cell in row):
            self._table.append(row)


def _closing(body: str, start: int) -> int:
    """Where the brace that is open at an offset is closed, or the end of the line."""
    depth = 1
    for i in range(start, len(body)):
        depth += (body[i] == "{") - (body[i] == "}")
        if depth == 0:
            return i
    return len(body)
