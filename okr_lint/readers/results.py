"""What came of each statement, behind a sign at its end: "… —— 612 公里，0.7 分", "… → 实际 17%", "… <- now $138".

A dash or an arrow may belong to the sentence ("6% → 10%", "onboarding — the whole funnel — under 3 days"). Where the
statements of a document end in what reads like a result behind the same sign, again and again, it does not; then what
stands behind that sign in the same list is no part of the statements either, however it is put.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.asides import COMMAS, DONE, LIGHTS, is_tail
from okr_lint.readers.counting import counts
from okr_lint.readers.folding import fold
from okr_lint.readers.outline import Block
from okr_lint.readers.passage import Mark, Passage

RESULT = "result"  # the kind of mark
_REACH = 240  # characters from the end of a statement in which a sign is looked for
_SHORTEST = 6  # characters of a statement in front of the sign
_LONGEST = 80  # characters of what says nothing of a result by itself
_BARE = 16  # characters of a sign and a figure with its unit
_LEAST = 2  # results behind a sign make a habit, where they are half of what stands behind it …
_MOST_LINES = 0.8  # … or where nearly every line of their lists has something behind it
_SIGN = late(
    r"[ \t\u3000]{1,8}(——|—|–|--|-|->|-->|→|=>|⇒|➔|➜|<-|<--|←|//|\.{3,6}|…{1,2}|[▸▹►▶])"
    r"(?:[ \t\u3000]{1,8}|(?=[✅❌]))|(——|→)"
)
_POINTERS = ("▸", "▹", "►", "▶")
_BACK = ("←", "<-", "<--")  # point at the statement: what stands behind them is always about it
_ARROWS = ("→", "->", "-->", "=>", "⇒", "➔", "➜")
_DASHES = ("——", "—", "–", "--")  # one author mixes them
_PARTS = late(r"[,，;；。]|[.!] ")
_LABEL = late(r"(?:objective|key result|goal|okr|o|kr|目标|关键结果)[ #]{0,2}[\d.一二三四五六七八九十]{0,6} ?")
_FROM = late(r"(?:从|由|自|\bfrom\b)(?![^\n]{0,80}(?:到|至|提|降|升|减|增|\bto\b))")
_FIGURE_BEFORE = late(r"\d[^\s\d]{0,4}$|\d ?[^\W\d_]{1,4}$")
_FIGURE = late(r"[~≈<>≥≤$€£¥]{0,2} ?\d")
_SAID = late(
    r"(?:[01]?\.\d{1,2}|[01]\.\d{1,2})(?: ?分)?(?: ?[;(]|[,.](?!\d)|$)|"
    r"(?:score|scored|grade|graded|得分|评分|打分|自评|给) ?:? ?\d|"
    r"实际|最后|最终|目前|当前|截至|结果|未达|没达|没做|没到|没能|没完成|未完成|已完成|超额|达成|"
    r"(?:完成|做到|拿到) ?\d|只(?:有|到|做|完成|拿到|发|达) ?\d|差 ?\d|仅 ?\d|[\u4e00-\u9fff]{1,3}了|"
    r"(?:we |i |they |it |he |she )?(?:got|ended(?: up)?|reached|hit|finished|landed|missed|shipped|submitted|"
    r"received|delivered|achieved|did|didn't|made it|made|stopped at|closed|only got|actual|actually|currently|"
    r"at present|so far|as of|final|finally|result|done|nailed|failed|dropped|abandoned|not yet|not done|not started|"
    r"never happened|in progress)\b"
)
_GRADED = late(
    r"(?:^|[,;.。] ?|\s)(?:(?:给|得|打|score|scored) ?\d{1,3}(?:\.\d{1,2})? ?分?|[01](?:\.\d{1,2})? ?分)\W{0,4}$"
)
_GRADE_LAST = late(r"[,;。] ?(?:0?\.\d{1,2}|1\.0{1,2})$")


class _Tail(NamedTuple):
    """What stands behind a sign: where it begins (with the sign), which sign, and whether it reads like a result."""

    passage: Passage
    start: int
    sign: str
    sure: bool
    figure: bool

    def bare(self) -> bool:
        """Whether nothing but a figure with its unit stands behind the sign."""
        return self.figure and len(self.passage.text) - self.start <= _BARE

    def mark(self) -> Mark:
        return Mark(RESULT, self.start, len(self.passage.text))


def mark_results(root: Block) -> frozenset[str]:
    """Mark the results of a document whose statements have theirs behind a sign; the signs.

    Marks of an earlier reading (an editor keeps the blocks) are taken away where they hold no more.
    """
    groups = [(count, _believed(count, group)) for count, group in _groups(root)]
    sure, every, lines = dict[str, int](), dict[str, int](), dict[str, int]()
    for count, group in groups:
        for sign in {tail.sign for tail in group}:
            lines[sign] = lines.get(sign, 0) + count
        for tail in group:
            open_ = tail.figure and not tail.sure and tail.sign in _ARROWS  # "… -> 9": may be either
            every[tail.sign] = every.get(tail.sign, 0) + (not open_)
            sure[tail.sign] = sure.get(tail.sign, 0) + tail.sure
    habits = frozenset(
        sign
        for sign, count in sure.items()
        if count >= _LEAST and (count * 2 >= every[sign] or every[sign] >= lines[sign] * _MOST_LINES)
    )
    for _, group in groups:
        here = {tail.sign for tail in group if tail.sure}  # a list has the habit by itself
        for tail in group:
            also = tail.sign in here or (tail.figure and tail.sign in _ARROWS)
            marks, mark = tail.passage.marks, tail.mark()
            wanted = tail.sign in habits and (tail.sure or (also and len(tail.passage.text) - tail.start <= _LONGEST))
            if wanted != (mark in marks):
                (marks.append if wanted else marks.remove)(mark)
                marks[:] = [one for one in marks if one.kind != "owner"]  # is looked for in front of it
    return habits


def _believed(count: int, group: list[_Tail]) -> list[_Tail]:
    """Figures behind a dash at the end of nearly every line of a list that has figures anyway are what came of them."""
    bare = [tail for tail in group if tail.sign in _DASHES and (tail.sure or tail.bare())]
    counted = sum(counts(tail.passage.text[: tail.start]) for tail in bare)
    if len(bare) < _LEAST or len(bare) < count * _MOST_LINES or counted < count * _MOST_LINES:
        return group
    return [tail._replace(sure=True) if tail.bare() else tail for tail in group]


def cut_result(text: str, marks: tuple[Mark, ...], start: int, end: int, context: Context) -> int:
    """Cut a result off the end of a statement, and note what it says; ``end`` where none is marked."""
    mark = next((mark for mark in marks if mark.kind == RESULT), None) if marks else None
    if mark is None or not start < mark.start < mark.end == end or not text[start : mark.start].strip():
        return end
    said = text[mark.start : mark.end].strip(" \t\u3000-—–>→=⇒➔➜<←/.…▸▹►▶")
    known = [is_tail(part.strip(" .。!！"), context) for part in _PARTS.split(said) if part.strip(" .。!！")]
    if not all(known):
        context.notes.append(said)
    return mark.start


def before_result(passage: Passage) -> str:
    """The text of a passage without the result at its end, where one is marked."""
    if not passage.marks:
        return passage.text
    mark = next((mark for mark in passage.marks if mark.kind == RESULT), None)
    return passage.text if mark is None else passage.text[: mark.start]


def _groups(root: Block) -> Iterator[tuple[int, list[_Tail]]]:
    """How many items or lines stand below a block, and what stands behind signs at their ends."""
    stack = [root]
    while stack:
        block = stack.pop()
        kinds: dict[str, list[_Tail]] = {}
        counts: dict[str, int] = {}
        for child in block.children:
            if child.children:
                stack.append(child)
            if child.kind in ("item", "line"):
                counts[child.kind] = counts.get(child.kind, 0) + 1
                if (tail := _tail_of(child.passage)) is not None:
                    kinds.setdefault(child.kind, []).append(tail)
        yield from ((counts[kind], tails) for kind, tails in kinds.items())


def _tail_of(passage: Passage) -> _Tail | None:
    """The result behind the first sign that leads to one; else what stands behind the last sign, if it stands alone."""
    text = passage.text
    if len(text) <= _SHORTEST:
        return None
    first = _SIGN.search(text, max(_SHORTEST, len(text) - _REACH))
    if first is None:
        return None
    found = [m for m in _SIGN.finditer(text, first.start()) if not _of_sentence(text, m)]
    if not found or _LABEL.fullmatch(fold(text[: found[0].start()].strip()[:24])):
        found = found[1:]
    last: _Tail | None = None
    for i, m in enumerate(found):
        sign = _kind(m)
        until = found[i + 1].start() if i + 1 < len(found) else len(text)
        said = text[m.end() : until].strip()
        if not said:
            continue
        last = _Tail(passage, m.start(), sign, _is_result(said, sign), _FIGURE.match(said) is not None)
        if last.sure:
            return last
    alone = last is not None and sum(_kind(m) == last.sign for m in found) == 1  # a pair encloses an aside
    return last if alone else None


def _kind(m: re.Match[str]) -> str:
    """The sign, the same for all that look alike."""
    sign: str = m[1] or m[2]
    return next((kinds[0] for kinds in (_DASHES, _ARROWS, _BACK, _POINTERS) if sign in kinds), sign)


def _of_sentence(text: str, m: re.Match[str]) -> bool:
    """Whether an arrow leads from one value to another: "6% → 10%", "from paper → an app"."""
    if _kind(m) not in _ARROWS:
        return False
    before, after = text[max(0, m.start() - 100) : m.start()], text[m.end() : m.end() + 16]
    if _SAID.match(fold(after).strip(" *_")):
        return False
    if _FIGURE.match(after) and _FIGURE_BEFORE.search(before[-8:]):
        return True
    if (origin := _FROM.search(fold(before))) is None:
        return False
    return bool(_FIGURE.match(fold(before)[origin.end() :].strip())) == bool(_FIGURE.match(after))  # values of one kind


def _is_result(said: str, sign: str) -> bool:
    low = fold(said).strip(" *_")
    if sign in _BACK or sign in _POINTERS or said[0] in DONE + LIGHTS or _SAID.match(low):
        return True
    if _GRADED.search(low[-16:]) or _GRADE_LAST.search(low[-8:]):
        return True
    return all(is_tail(part.strip(" .。!！"), Context()) for part in COMMAS.split(said[:_LONGEST]))
