"""A tree of HTML elements -> blocks of the outline: headings, items, lines, tables."""

from __future__ import annotations

from itertools import pairwise

from okr_lint.readers.html_inline import Inline
from okr_lint.readers.html_tokens import Token
from okr_lint.readers.html_tree import Element
from okr_lint.readers.outline import Block, Outline
from okr_lint.readers.passage import Mark, Passage

_HIDDEN = frozenset(
    ("script style template noscript svg math nav select datalist object canvas audio video head ac:parameter").split()  # noqa: SIM905
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark output q s samp "
    "small span strike strong sub sup time tt u var wbr img input br"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_CELL_LIMIT = 200  # columns that a row may span


class HtmlBlocks:
    """Walks a tree and adds what a person would see to an outline."""

    def __init__(self, source: str, outline: Outline, depth: int = 0) -> None:
        self.source = source
        self.outline = outline
        self.depth = depth
        self.marker = ""
        self.task = ""
        self.inline = Inline(source)
        self.waiting: Block | None = None  # the list item whose text is still to come

    def walk(self, element: Element, preformatted: bool = False) -> None:
        """Add the blocks of an element's children."""
        for child in element.children:
            if isinstance(child, Token):
                self.inline.add(child, preformatted)
            elif not _hidden(child):
                self._element(child, preformatted)

    def _element(self, element: Element, preformatted: bool) -> None:
        name = element.name
        if name == "br":
            self.inline.line_break(self._end())
        elif name == "input":
            if element.attributes.get("type", "").lower() == "checkbox":
                self.task = "x" if "checked" in element.attributes else " "
        elif name in _INLINE:
            self._marked(element, preformatted)
        elif name in _HEADINGS:
            self.flush()
            self.walk(element)
            self.flush(heading=_HEADINGS[name])
        elif name in ("ul", "ol", "menu", "dl"):
            self.flush()
            self._list(element)
        elif name in ("li", "dt"):
            self._item(element, "-", self.depth)
        elif name == "table":
            self.flush()
            self._table(element)
        else:
            self.flush()
            self.walk(element, preformatted or name == "pre")
            self.flush()

    def _marked(self, element: Element, preformatted: bool) -> None:
        kind, start = self.inline.marked(element), self.inline.length
        gathered = self.inline
        self.walk(element, preformatted)
        if kind and self.inline is gathered and gathered.length > start:
            gathered.marks.append(Mark(kind, start, gathered.length, element.attributes.get("href", "")))

    def _list(self, element: Element) -> None:
        marker = "1." if element.name == "ol" else "-"
        depth = self.depth
        names = [child.name for child in element.children if isinstance(child, Element)]
        several = ("dd", "dd") in pairwise(names)  # then what a term stands over is a list
        for child in element.children:
            if isinstance(child, Token):
                self.inline.add(child)
            elif child.name in ("li", "dt"):
                self._item(child, marker, depth)
            elif child.name == "dd" and several:
                self._item(child, marker, depth + 1)
            elif child.name == "dd":
                self.depth = depth + 1
                self._element(child, False)
                self.depth = depth
            elif not _hidden(child):  # a list straight in a list lies one deeper
                self.depth = depth + (child.name in ("ul", "ol"))
                self._element(child, False)
                self.depth = depth
        self.flush()

    def _item(self, element: Element, marker: str, depth: int) -> None:
        self.flush()
        outer, self.depth = self.depth, depth
        self.marker = marker
        self.walk(element)
        self.flush()
        if self.marker:  # an item without a text of its own
            self.marker = ""
        self.depth = outer

    def flush(self, heading: int = 0) -> None:
        """End the block that is being gathered."""
        lines = self.inline.lines()
        self.inline = Inline(self.source)
        for passage in lines:
            if heading:
                self.outline.add(Block("heading", passage, heading))
                heading = 0
            elif self.marker:
                self.outline.add(Block("item", passage, self.depth, self.marker, self.task))
                self.marker, self.task = "", ""
                self.depth += 1
            else:
                self.outline.add(Block("line", passage, self.depth, "break"))

    def _table(self, table: Element) -> None:
        rows = list(_rows(table))
        if _is_layout(rows):
            for row in rows:
                for cell in row.elements("td", "th"):
                    self.walk(cell)
                    self.flush()
            return
        for caption in table.elements("caption"):
            self.walk(caption)
            self.flush()
        grid = [row for row in self._grid(rows) if any(cell.text for cell in row)]
        if grid:
            self.outline.add(Block("table", Passage(""), self.depth, rows=grid, headed=_is_headed(rows)))

    def _grid(self, rows: list[Element]) -> list[list[Passage]]:
        """Rows of cells; what a cell spans besides its own place is empty."""
        grid: list[list[Passage]] = []
        covered: dict[int, int] = {}  # column -> rows below that a cell above still spans
        for row in rows:
            cells: list[Passage] = []
            below: dict[int, int] = {}
            for cell in row.elements("td", "th"):
                while covered.get(len(cells), 0) > 0:
                    cells.append(Passage(""))
                wide, high = _spanned(cell, "colspan"), _spanned(cell, "rowspan")
                for column in range(len(cells), len(cells) + wide):
                    below[column] = high - 1
                cells.append(self._cell(cell))
                cells += [Passage("")] * (wide - 1)
                if len(cells) > _CELL_LIMIT:
                    break
            covered = {c: n - 1 for c, n in covered.items() if n > 1} | {c: n for c, n in below.items() if n > 0}
            grid.append(cells)
        return grid

    def _cell(self, cell: Element) -> Passage:
        """All that stands in a cell as one passage; paragraphs and items are lines of their own, marked "block"."""
        inline = Inline(self.source)
        _gather(cell, inline)
        return inline.passage()

    def _end(self) -> int:
        return self.inline.runs[-1][1] + self.inline.runs[-1][2] if self.inline.runs else 0


def _gather(element: Element, inline: Inline) -> None:
    for child in element.children:
        if isinstance(child, Token):
            inline.add(child)
            continue
        if _hidden(child):
            continue
        end = inline.runs[-1][1] + inline.runs[-1][2] if inline.runs else 0
        if child.name == "br":
            inline.line_break(end)
        elif child.name in _INLINE:
            kind, start = inline.marked(child), inline.length
            _gather(child, inline)
            if kind and inline.length > start:
                inline.marks.append(Mark(kind, start, inline.length, child.attributes.get("href", "")))
        else:
            inline.line_break(end)
            start, inner = inline.length, len(inline.marks)
            _gather(child, inline)
            if inline.length > start and not any(m.kind == "block" for m in inline.marks[inner:]):
                inline.marks.append(Mark("block", start, inline.length))
            inline.line_break(inline.runs[-1][1] + inline.runs[-1][2] if inline.runs else 0)


def _rows(table: Element) -> list[Element]:
    rows: list[Element] = []
    for child in table.children:
        if isinstance(child, Element):
            if child.name == "tr":
                rows.append(child)
            elif child.name in ("thead", "tbody", "tfoot"):
                rows += child.elements("tr")
            elif child.name in ("td", "th"):  # cells without a row
                rows.append(Element("tr", children=[child]))
    return rows


def _is_headed(rows: list[Element]) -> bool:
    return bool(rows) and bool(rows[0].elements("th")) and not rows[0].elements("td")


def _is_layout(rows: list[Element]) -> bool:
    """Whether a table only arranges a page: it holds other tables or headings, or is one cell."""
    cells = [cell for row in rows for cell in row.elements("td", "th")]
    return len(cells) == 1 or any(_holds(cell, ("table", *_HEADINGS)) for cell in cells)


def _holds(element: Element, names: tuple[str, ...]) -> bool:
    stack = [element]
    while stack:
        for child in stack.pop().children:
            if isinstance(child, Element):
                if child.name in names:
                    return True
                stack.append(child)
    return False


def _hidden(element: Element) -> bool:
    style = element.attributes.get("style", "").replace(" ", "").lower()
    return element.name in _HIDDEN or "hidden" in element.attributes or "display:none" in style


def _spanned(cell: Element, name: str) -> int:
    value = cell.attributes.get(name, "1").strip()
    return min(max(int(value), 1), _CELL_LIMIT) if value.isascii() and value.isdigit() and len(value) < 6 else 1
