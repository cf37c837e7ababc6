"""HTML tokens -> a tree of elements: end tags that authors may leave out, depth bounded."""

from __future__ import annotations

from collections.abc import Iterable

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.readers.errors import ReadError
from okr_lint.readers.html_tokens import Token
from okr_lint.readers.limits import MAX_DEPTH

MAX_TOKENS = 1_000_000
_VOID = frozenset(
    ("area base br col embed hr img input link meta source track wbr").split()  # noqa: SIM905
)
# An opening tag ends these open elements, up to the nearest of the fences.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "table"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",))),
    "tr": (frozenset(("tr", "td", "th")), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("table", "tr"))),
    "th": (frozenset(("td", "th")), frozenset(("table", "tr"))),
    "option": (frozenset(("option",)), frozenset(("select",))),
}
for _section in ("thead", "tbody", "tfoot"):
    _ENDS[_section] = (frozenset(("thead", "tbody", "tfoot", "tr", "td", "th")), frozenset(("table",)))
_ENDS_PARAGRAPH_NAMES = (
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr main nav ol p pre section table ul"
)
_ENDS_PARAGRAPH = frozenset(_ENDS_PARAGRAPH_NAMES.split())


@dataclass(slots=True)
class Element:
    """An element with its children in order: elements, and tokens of text."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | Token] = field(default_factory=list)

    def elements(self, *names: str) -> list[Element]:
        """The direct children of some names."""
        return [c for c in self.children if isinstance(c, Element) and c.name in names]


def build(stream: Iterable[Token]) -> Element:
    """The tree of some tokens; elements nested beyond the limit become part of the ones around them.

    Raises:
        ReadError: more tokens than the limit.
    """
    root = Element("")
    opened = [root]
    deep: dict[str, int] = {}  # elements beyond the limit that are open, by name
    for count, token in enumerate(stream):
        if count > MAX_TOKENS:
            raise ReadError(f"more than {MAX_TOKENS:,} tags and texts in one file; split it")
        if token.kind == "text":
            opened[-1].children.append(token)
        elif token.kind == "open":
            _close_implied(opened, token.name)
            element = Element(token.name, token.attributes)
            if token.name in _VOID or token.empty:
                opened[-1].children.append(element)
            elif len(opened) <= MAX_DEPTH:
                opened[-1].children.append(element)
                opened.append(element)
            else:
                deep[token.name] = deep.get(token.name, 0) + 1
        elif token.kind == "close":
            if deep.get(token.name):
                deep[token.name] -= 1
            else:
                _close(opened, token.name)
    return root


def _close_implied(opened: list[Element], name: str) -> None:
    if name in _ENDS_PARAGRAPH and opened[-1].name == "p":
        opened.pop()
    if name in _ENDS:
        ends, fences = _ENDS[name]
        ended = 0
        for i in range(len(opened) - 1, 0, -1):
            if opened[i].name in fences:
                break
            if opened[i].name in ends:
                ended = i
        if ended:
            del opened[ended:]


def _close(opened: list[Element], name: str) -> None:
    for i in range(len(opened) - 1, 0, -1):
        if opened[i].name == name:
            del opened[i:]
            return
        if opened[i].name in ("td", "th", "table") and name not in (
            "td",
            "th",
            "tr",
            "tbody",
            "thead",
            "tfoot",
            "table",
        ):
            return  # a stray end tag in a cell does not end the table around it
