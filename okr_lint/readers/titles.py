"""What a title says about the OKRs below it: "Growth team – OKRs Q2 2026" names a team, 「我的 OKR」 an owner."""

from __future__ import annotations

from functools import lru_cache

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.cycles import CYCLE, cycle_in
from okr_lint.readers.folding import fold
from okr_lint.readers.prose import han_count
from okr_lint.readers.roles import begins_with_verb

_LONGEST = 70  # characters of a title; what is longer is a sentence
_OKRS = late(
    r"\b(?:my|our|the|all)?\b ?(?:okrs?|objectives? (?:and|&) key results?)\b|okrs?|"
    r"(?:目标(?:与|和|及)关键(?:结果|成果))"
)
# what a title says about itself, and no team: its kind, its state, the length of its cycle
_ABOUT = late(
    r"\b(?:objectives?|key results?|goals?|plan|planning|draft|final|version|v\d+(?:\.\d+)?|quarterly|annual|yearly|"
    r"monthly|quarter|half|year|fiscal|semester|term|fy|for|of|the|and|in|as of|proposed|current|new|"
    r"spring|summer|fall|autumn|winter|season)\b|"
    r"目标|年度|季度|月度|半年度|学期|学年|个人|草案|草稿|初稿|终稿|定稿|版|规划|计划表|一览表?|汇总表?|表|民国"
)
_BRACKETS = late(r"[(\[【（][^()\[\]【】（）]{0,60}[)\]】）]")
# who is responsible, behind a dash or a stop: no part of the team's name
_ROLE = late(
    r"[ ]?[-–—|｜,，;；:：]{0,2} ?(?:(?:c[a-z]{1,2}o|[se]?vp|head|lead|director|manager|owner|dri) ?[:：].*|"
    r"(?:负责人|負責人|责任人|責任人|主管|组长|組長)[ :：].*|@.*)$"
)
_EDGES = " \t:：|｜/,，、·.。-–—~*_#&@"
_MINE = late(r"(?:^|\b)(my) (?:own |personal )?(?:okrs?|objectives|goals)\b|^(我)的 ?(?:个人 ?)?(?:okrs?|目标)")
# no name: what any document is called, a whole company, a person spoken to, a how-to
_NO_NAME = late(
    r"\b(?:examples?|samples?|templates?|how|what|why|guide|guides|intro|introduction|writing|write|tips|"
    r"we|you|your|is|are|our|company|companies|corporate|organi[sz]ation|readme|docs?|documentation|"
    r"overview|review|retrospective|report|status|roadmap|backlog|notes?|minutes|meeting|tracking|tracker|"
    r"framework|process|training|workshop|progress|update|updates|summary|scores?|scoring|page|list|home|index|"
    r"team|teams|personal|individual)$|"
    r"\b(?:how|what|why|examples?|samples?|templates?|guide|we|you|your|is|are|readme|review|notes|minutes|report)\b|"
    r"公司|集团|企业|本组|示例|样例|例子|模板|模版|范例|案例|如何|怎么|什么|指南|说明|教程|介绍|培训$|复盘|总结|会议|纪要|"
    r"进展|周报|月报|报告|回顾|评分|跟踪|附录|背景|^(?:团队|小组|部门|组|部)$"
)
_OPEN_END = late(r"\b(?:by|to|in|at|on|before|until|from|with|per|than|this|next|last|a|an)$|[在到从将把让使于每前后]$")
_GROUP = late(r"\b(?:team|squad|group|department|dept|division|chapter|guild|lab|office|unit|committee)$")
_MOST_WORDS, _MOST_HAN = 6, 12


@lru_cache(maxsize=1024)
def _said(text: str) -> tuple[str | None, str | None]:
    """Team and owner that a title names."""
    if len(text) > _LONGEST:
        return None, None
    low = fold(text)
    if mine := _MINE.search(low):
        return None, "me" if mine[1] else "我"
    if not (_OKRS.search(low) or cycle_in(text)):
        return None, None
    rest = low
    for pattern in (_ROLE, _BRACKETS, CYCLE, _OKRS, _ABOUT):
        rest = pattern.sub(lambda m: "\0" * len(m.group()), rest)
    parts = [part for part in _pieces(rest) if any(char.isalpha() for char in rest[slice(*part)])]
    if len(parts) != 1:
        return None, None  # nothing, or a sentence with a hole in it
    start, end = parts[0]
    while start < end and rest[start] in _EDGES:
        start += 1
    while end > start and rest[end - 1] in _EDGES:
        end -= 1
    return (text[start:end], None) if _is_name(rest[start:end]) else (None, None)


def _pieces(rest: str) -> list[tuple[int, int]]:
    """The stretches between what was taken out."""
    found, start = [], 0
    for at in (*(i for i, char in enumerate(rest) if char == "\0"), len(rest)):
        if at > start:
            found.append((start, at))
        start = at + 1
    return found


def _is_name(low: str) -> bool:
    """Whether what is left of a title is short and no word that any document may have."""
    if not low:
        return False
    named = _GROUP.search(low)
    if _NO_NAME.search(low[: named.start()].rstrip() if named and named.start() else low):
        return False
    if len(low) < 2 or _OPEN_END.search(low) or begins_with_verb(low) or low[0] in "让把将使":
        return False
    han = han_count(low)
    if han:
        return han <= _MOST_HAN and not any(mark in low for mark in ",，。;；:：?？!！")
    return len(low.split()) <= _MOST_WORDS and not any(mark in low for mark in ";:?!")


def title_context(text: str) -> Context:
    """Cycle, team and owner that a title or heading names; empty for any other text."""
    team, owner = _said(text)
    return Context(cycle=cycle_in(text) if len(text) <= _LONGEST else None, team=team, owner=owner)
