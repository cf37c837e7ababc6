"""Owners who stand at the end of statements without a word: "… (Priya)", "… — Maria Lopez", 「…（田野）」.

Of a single statement nobody can tell whether "(Georgia)" is a person, a country or a product. A document in which
several neighbours end like that, with what looks like names, has the habit; then its other names are believed too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from okr_lint.lean_dataclasses import dataclass
from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.asides import DONE, HANDLE, STATES, is_aside, is_tail
from okr_lint.readers.folding import fold
from okr_lint.readers.outline import Block
from okr_lint.readers.passage import Mark, Passage
from okr_lint.readers.person_names import FAIR, STRONG, WEAK, name_strength
from okr_lint.readers.results import before_result

OWNER = "owner"  # the kind of mark
_REACH = 48  # characters from the end in which a name is looked for
_SHORTEST = 6  # characters of a statement: "Notes" is no neighbour
_AND = late(r"[ ]?[,，、;；/&+|｜][ ]?| and |(?<=[㐀-鿿])[和与與及](?=[㐀-鿿])")
_AFTER = DONE + STATES + " \t\ufe0f\u200d.。"
_CLOSING = {")": "(", "）": "（", "]": "[", "】": "【"}
_DASHES = (" - ", "—", "–", " -- ")
_SIGN = late(r"[)）\]】—–]|- ")
_CAPITAL = late(r"(?:^|[ ,，、;；/&+|｜*_])[A-ZÀ-Þ㐀-鿿@]")  # that a name begins with
# what may be said beside a name: "Yasmin, with agency", "Leo; Tom helps", 「小周，市场部配合」
_BESIDE = late(
    r"(?:with|and|plus|&|\+|supported by|helped by|backed by|backup|until|till|from|since|for|via|cc|then|later|now|"
    r"after|before|ask|tbc|tbd)\b ?[^\d]{0,30}$|[^\d]{1,24} (?:helps?|supports?|assists?|leads?|owns?|advises|reviews|"
    r"backs up|covers?|to help)$|"
    r"(?:[^\d]{1,8})?(?:协助|协办|配合|支持|负责|牵头|主导|帮忙|跟进|代管|協助|協辦|支援|負責|牽頭|主導|幫忙|跟進)[^\d]{0,8}$"
)
_PLACED = late(r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Aa]cross|[Vv]ia|[Ii]nto|[Aa]round|[Nn]ear) ([A-ZÀ-Þ][\w'’-]{1,30})")


@dataclass(slots=True)
class _Tail:
    """A possible signature.

    Attributes:
        mark: where it stands, with the bracket or without the dash, and the names.
        names: one or more.
        strength: of the weakest of them.
    """

    passage: Passage
    mark: Mark
    names: tuple[str, ...]
    strength: int


def mark_owners(root: Block) -> frozenset[str]:
    """Mark the signatures of a document that has the habit; the names, none where it has no such habit.

    Marks of an earlier reading (an editor keeps the blocks) are taken away where they hold no more.
    """
    every: list[_Tail] = []
    signed: list[_Tail] = []
    for group in _groups(root):
        tails = [tail for passage in group if (tail := _tail_of(passage)) is not None]
        every += tails
        if tails and len(tails) * 2 >= sum(len(passage.text) >= _SHORTEST for passage in group):
            signed += tails
    if not every:
        return frozenset()
    names = _believed(signed, root)
    for tail in every:
        marks = tail.passage.marks
        wanted = bool(names) and (tail.strength == STRONG or names.issuperset(tail.names))
        if wanted != (tail.mark in marks):
            (marks.append if wanted else marks.remove)(tail.mark)
    return names


def _groups(root: Block) -> Iterator[list[Passage]]:
    """Neighbours: the items, lines or headings below one block, and the cells of a column; where one may be signed."""
    stack = [root]
    while stack:
        block = stack.pop()
        signed = False
        for child in block.children:
            if child.children or child.rows:
                stack.append(child)
            signed = signed or _may_be_signed(before_result(child.passage))
        if signed:
            kinds: dict[str, list[Passage]] = {}
            for child in block.children:
                kinds.setdefault(child.kind, []).append(child.passage)
            yield from kinds.values()
        if block.rows and any(_may_be_signed(cell.text) for row in block.rows for cell in row):
            columns: dict[int, list[Passage]] = {}
            for row in block.rows[block.headed :]:
                for column, cell in enumerate(row):
                    columns.setdefault(column, []).append(cell)
            yield from columns.values()


def _may_be_signed(text: str) -> bool:
    """Whether it is worth a closer look: a bracket ends or a dash stands not far from the end."""
    return _SIGN.search(text, max(1, len(text) - _REACH)) is not None


def _believed(tails: list[_Tail], root: Block) -> frozenset[str]:
    """The names, where so many of the tails look like some that it is a habit."""
    counted = Counter(tail.strength for tail in tails)
    often = Counter(name for tail in tails for name in tail.names)
    sure, likely = counted[STRONG], counted[STRONG] + counted[FAIR]
    latin = all(name[0].isupper() or name_strength(name) != WEAK for name in often)
    habit = (
        (sure > 1 and sure * 3 >= len(tails))
        or (sure > 0 and likely == len(tails) > 1)
        or (len(tails) > 2 and likely > 1 and likely * 2 >= len(tails))
        or (len(tails) > 3 and latin and 1 < len(often) < len(tails))  # names that nobody knows come back
    )
    if not habit:
        return frozenset()
    other = _things(root, often) if counted[WEAK] else frozenset()
    return frozenset(name for name in often if name_strength(name) != WEAK or name not in other)


def _things(root: Block, names: Iterable[str]) -> frozenset[str]:
    """Words that are places or things in what the document says: "in Oslo"; and Chinese ones that it says at all."""
    found: set[str] = set()
    lengths = {len(name) for name in names if "㐀" <= name[0] <= "鿿"}
    for text in _texts(root):
        found.update(_PLACED.findall(text))
        if not text.isascii():
            found.update(text[at : at + size] for size in lengths for at in range(len(text) - size + 1))
    return frozenset(found)


def _texts(root: Block) -> Iterator[str]:
    """What the blocks say, signatures left out."""
    stack = [root]
    while stack:
        block = stack.pop()
        for passage in (block.passage, *(cell for row in block.rows for cell in row)):
            tail = _tail_of(passage)
            yield passage.text[: tail.mark.start] if tail is not None else passage.text
        stack.extend(block.children)


def _tail_of(passage: Passage) -> _Tail | None:
    """The last thing in a bracket or behind a dash, where it reads like names and only remarks follow it."""
    text = before_result(passage)
    end = len(text)
    if end < _SHORTEST or not _may_be_signed(text):
        return None
    low = max(0, end - 2 * _REACH)
    for _ in range(4):
        stop = end
        while end > low and text[end - 1] in _AFTER:
            end -= 1
        if end <= low:
            return None
        opening = _CLOSING.get(text[end - 1])
        if opening is not None:
            at = text.rfind(opening, low, end)
            inner = text[at + 1 : end - 1]
        else:
            at = max(text.rfind(sign, max(low, end - _REACH), end) for sign in _DASHES)
            inner = text[at:end].strip(" -—–")
        if at <= 0 or not inner:
            return None
        if (found := _names(inner)) is not None and _apart(text, at, opening, inner):
            stop = end + 1 if text[end:stop].strip() in (".", "。") and text[end] in ".。" else end
            return _Tail(passage, Mark(OWNER, at, stop, ", ".join(found[0])), *found)
        if _SIGN.search(text, max(1, at - _REACH), at) is None:
            return None
        if not (is_aside(inner, fold(opening), Context()) if opening else is_tail(inner, Context())):
            return None
        end = at
    return None


def _apart(text: str, at: int, opening: str | None, inner: str) -> bool:
    """Whether a dash stands between blanks, or in front of a Chinese name."""
    return opening is not None or text[at] == " " or text[at - 1].isspace() or not inner[0].isascii()


def _names(inner: str) -> tuple[tuple[str, ...], int] | None:
    """The names in a bracket, with the strength of the weakest; other remarks may stand beside them."""
    if len(inner) > 48 or _CAPITAL.search(inner) is None:
        return None
    names: list[str] = []
    strength = STRONG
    for part in _AND.split(inner.strip(" *_")):
        if HANDLE.fullmatch(fold(part)):
            names.append(part)
        elif one := name_strength(part):
            names.append(part)
            strength = min(strength, one)
        elif not (is_tail(part, Context()) or (names and _beside(part, strength))):
            return None
    return (tuple(names), strength) if names else None


def _beside(part: str, strength: int) -> bool:
    """Whether a part of a bracket says who helps the one named before, or until when: "with agency", "design"."""
    if _BESIDE.match(fold(part)):
        return True
    short = len(part) <= 20 and part.count(" ") < 2
    return strength == STRONG and short and part.isalpha() and part.isascii() and part.islower()


def note_signature(text: str, mark: Mark, context: Context) -> None:
    """Note a signature in a context, with what else stands in its bracket."""
    context.owner = context.owner or mark.value
    for part in _AND.split(text[mark.start : mark.end].strip(" -—–()（）[]【】.。*_")):
        if part not in mark.value:
            is_tail(part, context)
