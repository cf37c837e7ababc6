"""Blanks of a template where a statement should stand: "[Your objective]", "[metric] from [X] to [Y]", "<目标>"."""

from __future__ import annotations

from okr_lint.patterns import late

_BLANK = late(r"\[[^\[\]]{1,80}\]?|<[^<>]{1,80}>|\{{1,2}[^{}]{1,80}\}{1,2}|⟨[^⟨⟩]{1,80}⟩|_{3,40}|\.{3,10}|…{1,4}")
_SIGNS = frozenset("[<{⟨_.…")
_FEW = 12  # letters: what joins blanks ("from … to … by")


def is_placeholder(text: str) -> bool:
    """Whether a text is nothing but blanks and the words that join them."""
    if _SIGNS.isdisjoint(text):
        return False
    rest = _BLANK.sub("", text)
    letters = sum(char.isalnum() for char in rest)
    wide = sum(char > "\u2e80" for char in rest)
    return letters + wide <= _FEW and letters * 2 <= sum(char.isalnum() for char in text)
