"""What a heading, a list's lead or a column head announces by its words."""

from __future__ import annotations

from functools import lru_cache

from okr_lint.patterns import late
from okr_lint.readers.decoration import lead_length
from okr_lint.readers.folding import fold
from okr_lint.readers.words import section_roles

_TRAILING_ASIDE = late(r" ?[(\[【][^()\[\]【】]{0,30}[)\]】]$")
_LANGUAGES = late(r" ?[/|｜] ?|(?<=[\u4e00-\u9fff]) ?(?=[a-z])|(?<=[a-z]) ?(?=[\u4e00-\u9fff])")


@lru_cache(maxsize=8192)
def section_role(text: str) -> str | None:
    """What a heading, a list's lead or a column head announces as a whole; None for anything else.

    "objective", "key_result", "both", "initiative" or "other" (risks, notes, rationale, contents …).
    """
    low = fold(text).strip()
    low = low[lead_length(low) :] if len(low) < 60 else low
    low = " ".join(low.strip("*_`:.-—–# ").split())
    roles = section_roles()
    if role := roles.get(low) or roles.get(low.replace(" ", "")):
        return role
    parts = [roles.get(part.strip()) for part in _LANGUAGES.split(low)] if len(low) < 60 else []
    if len(parts) == 2 and parts[0] and parts[0] == parts[1]:  # "行动计划 / Action plan"
        return parts[0]
    bare = _TRAILING_ASIDE.sub("", low[-200:]).strip(" :") if len(low) < 200 else low
    if role := roles.get(bare):
        return role
    return roles.get(low[1:-1]) if low[:1] in ("(", "[", "【") and low[-1:] in (")", "]", "】") else None
