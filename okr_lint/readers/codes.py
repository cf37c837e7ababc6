"""Codes of an author's own in front of statements: "E2.1 Cut …", "G-3 …", "[MKT-02] …", 「【供-01】…」.

Letters and a number may begin a sentence ("GPT-4 answers …", "L1 tickets …"). They are codes where the neighbours begin
with such ones too and the numbers count on, or where brackets set them off.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from okr_lint.lean_dataclasses import dataclass
from okr_lint.patterns import late
from okr_lint.readers.decoration import lead_length
from okr_lint.readers.folding import fold
from okr_lint.readers.outline import Block
from okr_lint.readers.passage import Mark, Passage

CODE = "code of the author"  # the kind of mark
_REACH = 32  # characters from the start in which a code ends
_NUMBER = r"(?P<number>\d{1,4}(?:[.\-]\d{1,2}){0,2})"
_CODE = late(
    r"(?:(?P<open>[\[(【〔（])"
    rf"(?P<inner>(?:[A-Za-z]{{1,8}}|[㐀-鿿]{{1,4}})(?:[-–_./ ]?[A-Za-z]{{1,6}})?[-–_. ]?{_NUMBER})"
    r"[\])】〕）][ \t]{0,2}[:：–—|-]?[ \t]{0,3}|"
    rf"(?P<name>[A-Z]{{1,6}}(?:[-_][A-Z]{{1,6}})?[-_]?{_NUMBER.replace('number', 'count')})"
    r"(?P<joint>[ \t]{0,2}(?:[:：)、|]|\.(?!\d)|[-–—]{1,2}(?=[ \t]))?)[ \t]{0,4})(?=\S)"
)
# what a code may be behind: brackets, signs; but for "O1" and "KR1", with which most statements begin
_FRONT = late(r"(?![Oo] ?\d|[Kk][Rr](?![A-Za-z]))[^\d]{1,16}\d")
_OTHERS_TEXT = "q h fy cy w wk kw v p o kr okr sprint week day"
_OTHERS = frozenset(_OTHERS_TEXT.split())  # cycles, versions, priorities, labels


@dataclass(slots=True)
class _Coded:
    """A passage that begins with what looks like a code.

    Attributes:
        mark: where the code stands, with its brackets and separator.
        word: its letters, folded.
        number: what it counts, "2.1" as (2, 1).
        apart: brackets, a separator or bold set it off.
        first: the first word behind it.
    """

    passage: Passage
    mark: Mark
    word: str
    number: tuple[int, ...]
    apart: bool
    first: str


def mark_codes(root: Block) -> frozenset[str]:
    """Mark the codes of a document that has the habit; their letters, none where it has no such habit.

    Marks of an earlier reading (an editor keeps the blocks) are taken away where they hold no more.
    """
    every: list[_Coded] = []
    kept: list[_Coded] = []
    for size, coded in _groups(root):
        every += coded
        if len(coded) * 3 >= size * 2:
            kept += coded
    if not every:
        return frozenset()
    words: dict[str, list[_Coded]] = {}
    for one in kept:
        words.setdefault(one.word, []).append(one)
    habits = frozenset(word for word, members in words.items() if _is_habit(members))
    believed = {id(one) for one in kept if one.word in habits}
    for one in every:
        marks = one.passage.marks
        wanted = id(one) in believed
        if wanted != (one.mark in marks):
            (marks.append if wanted else marks.remove)(one.mark)
    return habits


def code_at(marks: list[Mark] | tuple[Mark, ...], start: int) -> Mark | None:
    """The code that stands at an offset, where one is marked."""
    return next((mark for mark in marks if mark.kind == CODE and mark.start <= start < mark.end), None)


def number_of(mark: Mark) -> str:
    """The number of a code: "2.1" of "E2-1"."""
    at = next(i for i, char in enumerate(mark.value) if char.isdecimal())
    return mark.value[at:].replace("-", ".")


def _groups(root: Block) -> Iterator[tuple[int, list[_Coded]]]:
    """How many neighbours of one kind there are, and those that begin with what looks like a code.

    Neighbours are the items, lines or headings below one block, and the cells of a column.
    """
    stack = [root]
    while stack:
        block = stack.pop()
        found: list[tuple[str, _Coded]] = []
        for child in block.children:
            if child.children or child.rows:
                stack.append(child)
            passage = child.passage
            if _FRONT.match(passage.text) and (one := _coded(passage)) is not None:
                found.append((child.kind, one))
        for kind in {kind for kind, _ in found}:
            size = sum(child.kind == kind and bool(child.passage.text) for child in block.children)
            yield size, [one for its, one in found if its == kind]
        for column in range(max((len(row) for row in block.rows), default=0)):
            cells = [row[column] for row in block.rows[block.headed :] if column < len(row) and row[column].text]
            coded = [one for cell in cells if _FRONT.match(cell.text) and (one := _coded(cell)) is not None]
            if coded:
                yield len(cells), coded


def _coded(passage: Passage) -> _Coded | None:
    text = passage.text
    at = 0 if text[0] in "[(【〔（" else lead_length(text)
    m = _CODE.match(text, at, at + _REACH)
    if m is None:
        return None
    opened = m["open"] is not None
    name, number = (m["inner"], m["number"]) if opened else (m["name"], m["count"])
    word = fold(name[: -len(number)]).strip(" -–_./")
    if word in _OTHERS:
        return None
    bold = any(mark.kind in ("bold", "code", "link") and mark.end in (m.end(), m.end("name")) for mark in passage.marks)
    apart = opened or bold or bool(m["joint"].strip())
    if not apart and text[m.end() - 1] not in " \t":
        return None
    counted = tuple(int(part) for part in number.replace("-", ".").split("."))
    mark = Mark(CODE, at, m.end(), name)
    return _Coded(passage, mark, word, counted, apart, text[m.end() : m.end() + 24].split(" ", 1)[0])


def _is_habit(members: list[_Coded]) -> bool:
    """Whether so many statements have codes of the same letters that count on."""
    numbers = [one.number for one in members]
    if len(members) < 2 or len(set(numbers)) < len(numbers):
        return False
    steps = sum(_follows(a, b) for a, b in pairwise(numbers))
    if steps * 2 < len(numbers) - 1:
        return False
    if all(one.apart for one in members):
        return True
    alike = len({one.first for one in members}) == 1  # "L1 tickets …", "L2 tickets …"
    begun = sum(not one.first[:1].islower() for one in members)
    return not alike and len(members) > 2 and begun * 2 >= len(members)


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether one number comes right behind another: 2 behind 1, 1.2 behind 1.1, 2.1 behind 1.4, 1.1 behind 1."""
    if len(before) == len(after):
        same = before[:-1] == after[:-1] and after[-1] == before[-1] + 1
        return same or (after[-1] == 1 and len(after) > 1 and after[0] == before[0] + 1)
    return after == (*before, 1) or (len(after) < len(before) and after[-1] == before[len(after) - 1] + 1)
