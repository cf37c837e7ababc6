"""Blanks of a template where a statement should stand: "[Your objective]", "[metric] from [X] to [Y]", "<目标>"."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold

_BLANK = late(r"\[[^\[\]]{1,80}\]?|<[^<>]{1,80}>|\{{1,2}[^{}]{1,80}\}{1,2}|⟨[^⟨⟩]{1,80}⟩|_{3,40}|\.{3,10}|…{1,4}")
_CORNERS = late(
    r"(?<=[^\s】])【[^【】]{1,24}】|^【[^【】]{1,24}】(?=[从由在到使让])"
)  # blanks inside a sentence, not tags before it
_SIGNS = frozenset("[<{⟨_.…")
_WHOLE = late(r"[（(][^（）()]{1,60}[)）]")
_EMPTY_TEXT = (
    "no response|todo|to do|fixme|fill in|tbd|tba|n/a|none|to be defined|to be determined|待定|待填写|待补充|暂无|无|略"
)
_EMPTY = frozenset(_EMPTY_TEXT.split("|"))
_TO_COME = late(
    r"(?:key results?|krs?|objectives?|关键结果|关键成果|關鍵結果|關鍵成果|目标|目標) ?[:：]? ?"
    r"(?:待定|待补|待補|待填写?|未定|还没想好|還沒想好|tbd|tba|to (?:follow|come|be (?:defined|decided|added|agreed)))"
    r"(?: ?[(（][^()（）]{1,60}[)）])?[。.]?"
)
_CROSSES = late(r"[x×✕]{3,40}")
_NO_IDEA = late(r"(?:还|還)?(?:没|沒)(?:想好|想出来|想到|想出來|写|寫|填)|想不出|(?:no idea|not sure) yet")
_LATER = late(
    r"to (?:be (?:added|filled in|agreed|written|decided|defined|confirmed)|follow|come)"
    r"(?: (?:by|with|in|after|from) .{1,24})?|"
    r"n/a ?\(.{1,60}\)|待.{0,6}(?:补充|补|填写|填|确认|定|讨论|給|提供)"
)
_FEW = 12  # letters: what joins blanks ("from … to … by")


_TYPE = late(
    r"(?:[a-z_]{2,24} ?: ?)?(?:\[?(?:string|str|int|integer|float|number|boolean|bool|datetime|uuid|enum)"
    r"(?:\[\])?\]?|\[[a-z_]{2,24}\]|(?:list|array)(?: of|<|\[)? ?[a-z_]{2,24}[>\]]?)"
)


def is_placeholder(text: str) -> bool:
    """Whether a text is nothing but blanks and the words that join them, or says that there is nothing yet."""
    bare = text.strip()
    low = fold(bare).strip("_*. ")
    if _CROSSES.fullmatch(low) or (len(bare) < 18 and _NO_IDEA.match(low)):
        return True
    if low in _EMPTY or (len(low) < 50 and _TYPE.match(low) and _TYPE.fullmatch(low)):
        return True
    if len(low) < 40 and _LATER.fullmatch(low):
        return True
    if len(low) < 90 and _TO_COME.fullmatch(low):
        return True
    if bare[:1] in ("(", "（") and _WHOLE.fullmatch(bare):
        return True
    if "【" in bare and len(_CORNERS.findall(bare)) > 1:
        return True
    if _SIGNS.isdisjoint(text):
        return False
    rest = _BLANK.sub("", text)
    letters = sum(char.isalnum() for char in rest)
    wide = sum(char > "\u2e80" for char in rest)
    return letters + wide <= _FEW and letters * 2 <= sum(char.isalnum() for char in text)
