"""Markdown's inline markup -> Passage, by tree-sitter's inline grammar.

What people see is kept; delimiters, link targets, images and tags are left out and become marks.
Chinese authors write ``**目标：**文字``, which CommonMark does not read as bold; it is meant so.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from okr_lint.model import Piece, TextMap
from okr_lint.patterns import late
from okr_lint.readers.passage import Mark, Passage

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_SPECIAL = late(r"[*_`~\[\]<>&\\!=]")
_BREAK = late(r"<br\s*/?>", re.I)
_HIDDEN = {"emphasis_delimiter", "code_span_delimiter"}
_KINDS = {"strong_emphasis": "bold", "strikethrough": "struck", "code_span": "code", "emphasis": "italic"}
_LINKS = {"inline_link", "full_reference_link", "collapsed_reference_link", "image", "uri_autolink", "email_autolink"}
_WIKI = late(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,200})\]\]")
_FOOTNOTE = late(r"\[\^[^\[\]\s]{1,20}\]")
LIMIT = 20_000


@cache
def _parser() -> Parser:
    import tree_sitter_markdown
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_markdown.inline_language()))


def passage_of(raw: str, start: int) -> Passage:
    """The passage that one line of Markdown at offset ``start`` shows."""
    if not _SPECIAL.search(raw) or len(raw) > LIMIT:
        return Passage.verbatim(raw, start).stripped()
    text, pieces, marks = _shown(raw)
    placed = TextMap(tuple([Piece(at, length, low + start, width) for at, length, low, width in pieces]))
    return Passage(text, placed, list(marks))


@lru_cache(maxsize=8192)
def _shown(raw: str) -> tuple[str, tuple[Piece, ...], tuple[Mark, ...]]:
    """What a line shows, with places in the line itself: lines are read again at every key in an editor."""
    replaced, marks = _simple(raw) or _parsed(raw)
    replaced = replaced + _loose(raw, replaced, marks)
    replaced += [
        (low, high, "") for m in _WIKI.finditer(raw) for low, high in ((m.start(), m.start(1)), (m.end(1), m.end()))
    ]
    replaced += [(m.start(), m.end(), "") for m in _FOOTNOTE.finditer(raw)]
    made = assembled(raw, 0, sorted(replaced), marks).stripped()
    assert made.map is not None
    return made.text, made.map.pieces, tuple(made.marks)


# (start, end, what is seen instead)
_Replaced = tuple[int, int, str]


def _simple(raw: str) -> tuple[list[_Replaced], list[Mark]] | None:
    """What the grammar would find in a line with at most one pair of ``**`` or of backticks; None for any other.

    The grammar costs ten times as much as everything else, and most lines need none.
    """
    if (
        "\\" in raw
        or raw.count("_") > 1
        or raw.count("~") > 1
        or ("<" in raw and ">" in raw)
        or ("&" in raw and ";" in raw)
        or "](" in raw
        or "![" in raw
        or "][" in raw
    ):
        return None
    stars, ticks = raw.count("*"), raw.count("`")
    if stars <= 1 and ticks <= 1:
        return [], []
    if stars == 0 and ticks == 2:
        low = raw.index("`")
        high = raw.index("`", low + 1) + 1
        return None if high == low + 2 else ([(low, low + 1, ""), (high - 1, high, "")], [Mark("code", low, high)])
    if stars == 4 and ticks == 0 and raw.count("**") == 2 and "****" not in raw and "***" not in raw:
        low = raw.index("**")
        high = raw.index("**", low + 2) + 2
        if raw[low + 2].isalnum():
            return [(low, low + 2, ""), (high - 2, high, "")], [Mark("bold", low, high)]
    return None


def _parsed(raw: str) -> tuple[list[_Replaced], list[Mark]]:
    data = raw.encode()
    ascii_only = len(data) == len(raw)
    offsets = None if ascii_only else _offsets(raw)

    def at(byte: int) -> int:
        return byte if offsets is None else offsets[byte]

    replaced: list[_Replaced] = []
    marks: list[Mark] = []
    stack: list[Node] = [_parser().parse(data).root_node]
    while stack:
        node = stack.pop()
        kind, low, high = node.type, at(node.start_byte), at(node.end_byte)
        if kind in _HIDDEN:
            replaced.append((low, high, ""))
            continue
        if mark := _KINDS.get(kind):
            if mark == "struck" and raw[low - 1 : low + 1] == "~~" == raw[high - 1 : high + 1]:
                # "~~…80%~~（" has but the inner pair for the grammar; "~~~" is told apart by the tildes beside
                replaced += [(low - 1, low, ""), (high, high + 1, "")]
            marks.append(Mark(mark, low, high))
        elif kind == "backslash_escape":
            replaced.append((low, low + 1, ""))
        elif kind in ("entity_reference", "numeric_character_reference"):
            replaced.append((low, high, _unescape(raw[low:high])))
        elif kind == "html_tag":
            replaced.append((low, high, "\n" if _BREAK.fullmatch(raw[low:high]) else ""))
            marks += _tag_mark(raw, low, high)
        elif kind == "hard_line_break":
            replaced.append((low, high, "\n"))
        elif kind in _LINKS:
            replaced += _link(node, raw, at, marks)
            if kind == "image" or kind.endswith("autolink"):
                continue
        stack.extend(child for child in node.children if child.is_named)
    return replaced, marks


def _link(node: Node, raw: str, at, marks: list[Mark]) -> list[_Replaced]:  # type: ignore[no-untyped-def]
    low, high = at(node.start_byte), at(node.end_byte)
    if node.type.endswith("autolink"):
        marks.append(Mark("link", low, high, raw[low + 1 : high - 1]))
        return [(low, low + 1, ""), (high - 1, high, "")]
    text = next((c for c in node.children if c.type == "link_text"), None)
    target = next((c for c in node.children if c.type in ("link_destination", "link_label")), None)
    value = raw[at(target.start_byte) : at(target.end_byte)] if target else ""
    if node.type == "image" or text is None:
        return [(low, high, "")]
    marks.append(Mark("link", low, high, value))
    return [(low, at(text.start_byte), ""), (at(text.end_byte), high, "")]


def _tag_mark(raw: str, low: int, high: int) -> list[Mark]:
    name = raw[low:high].strip("<>/ ").lower()
    kind = {"b": "bold", "strong": "bold", "s": "struck", "del": "struck", "strike": "struck"}.get(name)
    if kind is None or raw.startswith("</", low):
        return []
    end = raw.lower().find(f"</{name}", high)
    return [Mark(kind, low, end)] if end > 0 else []


_LOOSE = (("**", "bold"), ("__", "bold"), ("~~", "struck"), ("==", "bold"))


def _loose(raw: str, replaced: list[_Replaced], marks: list[Mark]) -> list[_Replaced]:
    """Pairs of ``**``, ``__``, ``~~`` that the grammar did not take, hidden all the same."""
    taken = [(low, high) for low, high, _ in replaced] + [(m.start, m.end) for m in marks if m.kind == "code"]
    more: list[_Replaced] = []
    for sign, kind in _LOOSE:
        if sign not in raw:
            continue
        free: list[int] = []
        at = raw.find(sign)
        while at >= 0:
            if not any(low < at + 2 and high > at for low, high in taken):
                free.append(at)
            at = raw.find(sign, at + 2)
        if sign == "__" and len(free) % 2:
            continue
        for i in range(0, len(free) - 1, 2):
            marks.append(Mark(kind, free[i], free[i + 1] + 2))
        if sign != "==" or len(free) > 1:
            more += [(at, at + 2, "") for at in free[: len(free) - len(free) % 2 if sign in ("==", "__") else None]]
    return more


def assembled(raw: str, start: int, replaced: list[_Replaced], marks: list[Mark]) -> Passage:
    """What a text shows with ranges of it replaced; marks are given and moved along."""
    pieces: list[Piece] = []
    text: list[str] = []
    length = at = 0
    moved: list[tuple[int, int]] = []  # (raw offset, text offset) where a run begins
    for low, high, seen in [*replaced, (len(raw), len(raw), "")]:
        if low < at:
            continue
        if low > at:
            moved.append((at, length))
            pieces.append(Piece(length, low - at, start + at, low - at))
            text.append(raw[at:low])
            length += low - at
        if seen:
            moved.append((low, length))
            pieces.append(Piece(length, len(seen), start + low, high - low))
            text.append(seen)
            length += len(seen)
        at = high
    moved.append((len(raw), length))
    seen_marks = [Mark(m.kind, _moved(moved, m.start), _moved(moved, m.end), m.value) for m in marks]
    return Passage("".join(text), TextMap(tuple(pieces)), seen_marks)


def _moved(runs: list[tuple[int, int]], offset: int) -> int:
    from bisect import bisect_right

    index = bisect_right(runs, (offset, 1 << 60)) - 1
    if index < 0:
        return 0
    raw_at, text_at = runs[index]
    limit = runs[index + 1][1] if index + 1 < len(runs) else text_at
    return min(text_at + offset - raw_at, limit)


def _offsets(raw: str) -> list[int]:
    offsets: list[int] = []
    for i, char in enumerate(raw):
        offsets += [i] * len(char.encode())
    return [*offsets, len(raw)]


def _unescape(entity: str) -> str:
    import html  # loads the table of all entities

    return html.unescape(entity)
