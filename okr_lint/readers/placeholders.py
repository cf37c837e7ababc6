"""Blanks of a template where a statement should stand: "[Your objective]", "[metric] from [X] to [Y]", "<目标>"."""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.folding import fold
from okr_lint.to_come import is_to_come

_BLANK = late(r"\[[^\[\]]{1,80}\]?|<[^<>]{1,80}>|\{{1,2}[^{}]{1,80}\}{1,2}|⟨[^⟨⟩]{1,80}⟩|_{3,40}|\.{3,10}|…{1,4}")
_CORNERS = late(
    r"(?<=[^\s】])【[^【】]{1,24}】|^【[^【】]{1,24}】(?=[从由在到使让])"
)  # blanks inside a sentence, not tags before it
_SIGNS = frozenset("[<{⟨_.…")
_WHOLE = late(r"[（(][^（）()]{1,60}[)）]")
_EMPTY = frozenset(("no response", "n/a", "none", "暂无", "无", "略"))
_CROSSES = late(r"[x×✕]{3,40}")
_NOT_YET = late(
    r"[还還]?[没沒](?:想好|想出[来來])|想不出|(?:no idea|not sure) yet|n/a ?\("
)  # and what else is said of it
_SHORT = 36
_FEW = 12  # letters: what joins blanks ("from … to … by")


_TYPE = late(
    r"(?:[a-z_]{2,24} ?: ?)?(?:\[?(?:string|str|int|integer|float|number|boolean|bool|datetime|uuid|enum)"
    r"(?:\[\])?\]?|\[[a-z_]{2,24}\]|(?:list|array)(?: of|<|\[)? ?[a-z_]{2,24}[>\]]?)"
)


def is_placeholder(text: str) -> bool:
    """Whether a text is nothing but blanks and the words that join them, or says that there is nothing yet."""
    bare = text.strip()
    low = fold(bare).strip("_*. ")
    if _CROSSES.fullmatch(low) or is_to_come(low) or (len(bare) < _SHORT and _NOT_YET.match(low)):
        return True
    if low in _EMPTY or (len(low) < 50 and _TYPE.match(low) and _TYPE.fullmatch(low)):
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
