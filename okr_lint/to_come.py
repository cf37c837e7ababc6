"""Texts that say only that something is still to come: "TBD", 「待定」, "key results to follow".

Readers leave such lines out of the OKRs, and F006 tells their author.
"""

from __future__ import annotations

from okr_lint.patterns import late

_WHAT = (
    r"(?:the |our )?(?:key results?|krs?|objectives?|targets?|numbers?|关键结果|关键成果|目标值?|指标|数值|数字)"
    r" ?[:：]? ?(?:尚|还|暂|正在)?"
)
_COMING = (
    r"(?:tbd|tbc|tba|todo|to do|fixme|fill in"
    r"|to (?:follow|come|be (?:added|agreed|confirmed|decided|defined|determined|filled in|written))"
    r"|待(?![办遇客产业人命]).{0,6}(?:定|补充?|填写?|确认|讨论|细化|提供)|后补|未定|[还還]?[没沒](?:想好|想到|写|填))"
)
_AND = r"(?: (?:by|with|in|after|from|next) .{1,24})?(?: ?\(.{1,60}\))?[.。!]?"
_ANY = late(f"{_COMING}{_AND}")
_NAMED = late(f"{_WHAT}{_COMING}{_AND}")
_LONGEST = 90


def is_to_come(folded: str) -> bool:
    """Whether a text (folded: half width, lower case, Simplified) says nothing else."""
    return len(folded) < _LONGEST and (_ANY.fullmatch(folded) or _NAMED.fullmatch(folded)) is not None


def names_what_is_to_come(folded: str) -> bool:
    """Whether it says so of key results, a target or a number by name."""
    return len(folded) < _LONGEST and _NAMED.fullmatch(folded) is not None
