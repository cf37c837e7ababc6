"""Sections that stand beside OKRs under a name of their own: "Pipeline notes", "Actions for Q3", 「11 月重点动作」.

The plain names ("Notes", 「待办」) are in ``words``; here are those that say whose, of when or on what besides.
"""

from __future__ import annotations

from okr_lint.patterns import late
from okr_lint.readers.labels import INITIATIVE, OTHER

_WHEN = late(
    r"(?:[ ,;:(–—-]{1,3}(?:(?:as of|for|from|in|of|until|since|on|after) (?:the )?)?"
    r"(?:(?:calendar )?(?:week|wk|kw|w|sprint) ?\d{1,2}|"
    r"(?:this|last|next|the|each|every|past) (?:week|month|quarter|year|cycle|term|half|sprint)|"
    r"week|month|quarter|year|so far|"
    r"(?:fy ?)?(?:20)?\d\d|[qh][1-4]|\d{1,2}[./]\d{1,2}\.?|20\d\d-\d\d(?:-\d\d)?|"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
    r"(?: \d{1,2})?(?:,? 20\d\d)?)\)?){1,3}$"
)
_NOTES = (
    "notes|comments|remarks|diary|learnings|lessons|reminders|check[ -]?ins?|thoughts|observations|"
    "errands|chores|misc|miscellaneous|housekeeping|shout-outs|shoutouts|kudos|"
    "principles|values|ideas|loose ends|wish ?list|brainstorms?|brainstorming|brain ?dump|scratch ?pad|odds and ends|"
    "leftovers|parking lot|other stuff|random stuff|open ends|open points|open issues"
)
_TOPICS = (
    "check|checks|checkpoint|checkpoints|pulse|meeting|meetings|stand-?up|sync|log|logs|news|updates|announcements|minutes|questions|"
    "decisions|feedback|highlights|lowlights|thanks|absences"
)
_WHOSE = (
    "weekly|monthly|daily|quarterly|mid-quarter|mid-year|mid-cycle|mid-term|midterm|halfway|"
    "end-of-quarter|team|our|my|other|general|open|progress|status|"
    "sprint|office|latest|recent|personal|meeting"
)
_TO_DO = "actions|to do|to-dos|todos|to-do|todo|chores|next steps|errands|follow-ups|action items"
_ENDS = late(rf"(?:[\w'’&/-]{{1,20}} ){{0,2}}(?:{_NOTES})|(?:(?:{_WHOSE}) ){{0,2}}(?:{_TOPICS})")
_BEGINS = late(
    rf"(?:{_NOTES}|{_TOPICS}|ideas|carry-?overs?|rules) ?"
    r"(?:(?:on|for|from|of|about|to|after|without|with|we|i)\b|[:,–—(/&]|- )"
)
_BOTH = late(r" ?[/&+,] ?| and |、|和|与|及")  # "Ideas / loose ends": each of them stands beside
_DUTIES = late(
    rf"(?:{_TO_DO}) (?:for|from|of|to|after|agreed|until|before|in|on|by|this|next)\b|things to\b|"
    r"(?:things|stuff|what) (?:i|we) "
    r"(?:want|need|should|have|must|will|would|learn\w{0,3}|notic\w{2,3}|did|tried|dropped)\b"
)
_ZH_NOTES = late(
    r"(?:[^\s，。；：、]{0,6})"
    r"(?:笔记|筆記|周记|週記|周記|日记|日記|日志|日誌|记录|紀錄|記錄|动态|動態|动態|近况|近況|感想|感悟|心得|体会|體會|"
    r"教训|教訓|经验|經驗|花絮|碎碎念|杂记|雜記|杂项|雜項|备忘|備忘|备忘录|闲话|公告|通知|大事记|新闻|快讯|点评|批注|后记|结语|寄语|"
    r"完成情况|完成情況|达成情况|達成情況|进展情况|進展情況|执行情况|反思|反省|检讨|檢討|打卡|致谢|流水账|疑问|困难|存在困难|"
    r"(?:中期|季中|年中|双周|雙週|月度|每月|进度|進度)(?:检查|檢查|核对|核對)|"
    r"想法|点子|點子|灵感|靈感|设想|設想|脑暴|腦暴|头脑风暴|許願池|许愿池|愿望清单|心愿单|零碎|遗留问题|遺留問題|悬而未决)"
)
_ZH_DUTIES = late(r"(?:[^，。；：、]{0,12})(?:动作|事项|重点工作|工作安排|要做的事|任务清单|工作清单)")
_ZH_AIMS = tuple("让使把做建完提打搞推形优降减增加保实搭开成改落强深拓扩夯争确达获赢守理规")  # how aims begin
_LONGEST = 60


def stands_beside(low: str) -> str | None:
    """The role of a section beside the OKRs by its folded name, without ordinals and marks: "other" or "initiative"."""
    if not low or len(low) > _LONGEST:
        return None
    if not low.isascii() and any("\u4e00" <= char <= "\u9fff" for char in low):
        return _in_chinese(low)
    bare = _WHEN.sub("", low)
    if _DUTIES.match(low) or _DUTIES.match(bare):
        return INITIATIVE
    if _BEGINS.match(low) or _ENDS.fullmatch(bare):
        return OTHER
    parts = _BOTH.split(bare)
    return OTHER if len(parts) == 2 and all(_ENDS.fullmatch(_WHEN.sub("", part)) for part in parts) else None


def _in_chinese(low: str) -> str | None:
    if low.startswith(_ZH_AIMS):
        return None
    if _ZH_DUTIES.fullmatch(low):
        return INITIATIVE
    return OTHER if all(_ZH_NOTES.fullmatch(part) for part in _BOTH.split(low)) else None
