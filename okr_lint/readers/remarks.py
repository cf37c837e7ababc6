"""Remarks behind a statement: what came of it, in words of its own behind a mark or behind what is struck out.

A bracket may belong to the sentence ("raise it to 48 (from 41)"). It does not where a score, a progress or a state
stands between the two, where the sentence has ended before it, or where the sentence is struck out.
"""

from __future__ import annotations

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.folding import fold
from okr_lint.readers.passage import Mark
from okr_lint.readers.person_names import FAIR, name_strength

_LONGEST = 80  # characters of a remark without brackets
GIVEN_UP = late(
    r"(?:dropped|cancel+ed|postponed|deferred|descoped|moved to|no longer|won't do|not doing|abandoned|removed|"
    r"rejected|voted down|turned down|superseded|not (?:accepted|approved|agreed)|"
    r"gave (?:it |this |that )?up|given up|scrapped|parked|on hold|paused|killed|stopped|out of scope|not this|"
    r"[㐀-鿿]{0,4}[未没沒]通[过過]|被?(?:否决|否決|驳回|駁回)|作废|作廢|"
    r"取消|放弃|放棄|推迟|推遲|延期|暂缓|暫緩|不做|不再做|暂停|暫停|砍掉|砍了|移到|挪到)"
)
# where a statement begins from belongs to it: "(start: 1,120)", 「（基线：每月 212 张）」
_FROM = late(
    r"(?:base ?line|start(?:ing)?(?: (?:at|value|point|from))?|starts? at|now|today|before|previously|"
    r"基线值?|基准值?|起点|起始值?|初始值|现状|现在|原先|此前)(?: ?(?:[:：]|is |was )| ?(?=\d))"
)
# a bracket behind the full stop that still gives a figure to the sentence: "(was 41)", 「（去年 62%）」
_FIGURE = late(
    r"(?!\d{1,2} ?月)(?:now|was|were|from|up from|down from|currently|today|last|previously|in 20|20\d\d|q[1-4]|"
    r"目前|现在|当前|去年|上[季期年月个個]|同比|环比|原|约|即|含|不含|[\d<>≥≤=~$€£¥])"
)
_SCORED = late(
    r"[ \t]{0,3}(?:【((?:[01](?:\.\d{1,2})?|\d{1,3} ?%) ?分?)】|\[((?:[01]?\.\d{1,2}|\d{1,3} ?%))\])[ \t]{0,3}"
    r"(?=[^\s(\[（【{@#,，.。、]).{1,60}$"
)
_DAY = late(r"[ \t]([✅✔☑❌📅⏳🛫➕])\ufe0f?[ \t]?(20\d\d-\d\d-\d\d)$")
_OWNER = late(r"(?:[(（\[【][^()（）\[\]【】\d]{1,24}[)）\]】]|@[\w.-]{1,39})[ \t]{0,3}")  # behind what is struck
# a bracket that says what a figure is compared with
_COMPARED = ("环比", "同比", "yoy", "qoq", "mom", "year ")
_WORD = late(r"(?<![\w.])[^\W\d_]{3,24}[.!]$")  # what a sentence ends with
_NO_ENDS = "etc inc ltd esp min max avg est fig approx incl excl corp dept"  # abbreviations
_SHORT = frozenset(_NO_ENDS.split())


def says_where_from(inner: str) -> bool:
    """Whether a bracket says where a statement begins from: "(start: 1,120)"."""
    return _FROM.match(fold(inner[:40]).strip()) is not None


def compares(inner: str) -> bool:
    """Whether a bracket says what a figure in front of it is compared with: 「（环比）」."""
    return fold(inner[:20]).strip().startswith(_COMPARED)


def behind_stop(text: str, at: int, inner: str) -> bool:
    """Whether a bracket at an offset stands behind the end of the sentence and gives it no figure."""
    before = text[:at].rstrip()
    if not before or _FIGURE.match(fold(inner[:40]).strip()) or says_where_from(inner):
        return False
    if before[-1] in "。！":
        return True
    word = _WORD.search(before, max(0, len(before) - 26))
    return word is not None and text[at - 1].isspace() and fold(word.group()[:-1]) not in _SHORT


def cut_score(text: str, start: int, end: int, context: Context) -> int:
    """Cut a score in brackets with bare words behind it: 「… 【0】砍了」."""
    if "】" not in text and "]" not in text:
        return end
    low = max(start + 1, end - _LONGEST)
    m = _SCORED.search(text[:end], low)
    if m is None or not text[start : m.start()].strip():
        return end
    context.score = context.score or m[1] or m[2]
    context.notes.append(text[m.start() : end].strip())
    return start + len(text[start : m.start()].rstrip(" \t—–-"))


def cut_day(text: str, start: int, end: int, context: Context) -> int:
    """Cut the day that an app for tasks writes behind one: "… ✅ 2023-06-18", "… 📅 2023-06-30"."""
    m = _DAY.search(text[:end], max(start + 1, end - 16))
    if m is None:
        return end
    if m[1] == "📅":
        context.deadline = context.deadline or m[2]
    elif m[1] in "✅✔☑❌":
        context.status = context.status or m[1]
        context.notes.append(m[2])
    else:
        context.notes.append(m.group().strip())
    return m.start()


def cut_struck(text: str, marks: tuple[Mark, ...] | list[Mark], start: int, end: int) -> int:
    """Where a statement ends that is struck out, with words on why behind it; ``end`` where there are none."""
    struck = next((mark for mark in marks if mark.kind == "struck"), None)
    if struck is None or not struck.start <= start < struck.end < end:
        return end
    rest = text[struck.end : end].strip()
    if (owner := _OWNER.match(rest)) is not None:  # "~~Bug bounty relaunched~~ (Joris) budget frozen"
        rest = rest[owner.end() :]
    bare = rest.lstrip(" -—–:：(（,，")
    low = fold(bare[:_LONGEST])
    bracketed = not low or (rest[:1] in "(（[【" and rest[-1:] in ")）]】")
    mostly = len(rest) < struck.end - start and len(rest) < _LONGEST
    if owner is not None or name_strength(bare) >= FAIR:
        return struck.end
    mostly = mostly or (bare != rest and len(rest) < _LONGEST)
    if bracketed or GIVEN_UP.match(low) or (mostly and GIVEN_UP.search(low)):
        return struck.end
    return struck.end if _begins_anew(text[start : struck.end].strip(), rest) else end


def _begins_anew(struck: str, rest: str) -> bool:
    """Whether words behind a struck statement neither replace it nor go on with it: "~~Sell shirts~~ not allowed"."""
    words = fold(struck).split()
    replaces = any(char.isdigit() for char in rest) or fold(rest).split()[:1] == words[:1]
    return len(words) > 1 and struck[0].isupper() and rest[:1].islower() and not replaces and len(rest) < _LONGEST
