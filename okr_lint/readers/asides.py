"""What an aside says about a statement: "(70%)", "@ann", "权重30%", "Owner: x", "done"."""

from __future__ import annotations

import re

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.cycles import CYCLE
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.parents import parent_said
from okr_lint.readers.remarks import says_where_from
from okr_lint.to_come import names_what_is_to_come

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄吴徐孙胡朱郭罗宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎余潘杜戴钟汪"
    "姜范姚谭廖邹熊陆郝孔崔康邱秦侯邵孟段钱尹黎乔贺赖龚陳張劉楊趙黃吳孫鄭謝許鄧蕭呂蘇盧蔣閻鐘範譚鄒陸"
)
_NO_NAMES = (
    "许可 许多 康复 康养 钱包 秦皇岛 余额 余量 段位 段落 范围 范例 范本 孔径 黄金 黄页 唐朝 "
    "宋体 苏州 杜绝 贺卡 熊市 曾经 李克特 康泰 乔迁 钟点 黎明 孟买 罗马 罗列 谢谢 罗盘 张数 张贴"
)
_NOT_NAMES = tuple(_NO_NAMES.split())  # words that begin with a surname
PERCENT = late(r"~?(\d{1,3}(?:\.\d{1,2})?) ?%")
_RATIO = late(r"(0?\.\d{1,3}|[01](?:\.\d{1,3})?|\d{1,2}(?:\.\d)?/10|\d{1,3}/100|n/?a)(?: ?分)?")
_REACHED = late(
    r"(?:目前|当前)?(?:已|已经)?完成 ?\d[\d.,]{0,8} ?[^\d\s]{0,3}|"
    r"\d{1,5}(?: of \d{1,5})? (?:done|reached|left|to go|so far)"
)
_COUNT = late(r"\d{1,4}/\d{1,4}")
# what a state is called, for a pattern
STATUS = (
    r"done|complete[d]?|on[- ]track|at[- ]risk|off[- ]track|behind|missed|achieved|blocked|in progress|not "
    r"started|dropped|cancel+ed|"
    r"已?完成|未完成|进行中|未开始|已达成|未达成|部分完成|有风险|延期|已取消|正常|滞后"
)
_STATUS = late(STATUS)
_STATED = late(r"[,;]| (?:on |at |by |in )?[\d:/.\-% ]{1,24}$")  # behind a state
_ENDED = late(
    r"(?:dropped|done|cancel+ed|postponed|deferred|missed|achieved|descoped) (?:in|on|at|by|until|to|till|as) "
)
_UNGRADED = late(
    r"(?:no|not|without) (?:a )?(?:scored?|graded?|rated)|un(?:scored|graded)|not (?:done|met|reached)|"
    r"未评分|未打分|没打分"
)
_DONE_ON = late(
    r"(?:于|於|在)? ?(?:\d{1,2}[/.-]\d{1,2}|\d{1,2} ?月(?: ?\d{1,2} ?[日号號])?|\d{1,2} ?[日号號]) ?(?:已|就|才)?"
    r"(?:完成|达成|達成|做完|上线|上線|取消|放弃|放棄|结束|結束)"
)
_COMMITTED = late(r"committed|aspirational|stretch|moonshot|roofshot|commit|承诺型?|挑战型?|愿景型?|进取型")
HANDLE = late(r"@[\w.\-]{1,39}(?: ?[,，、/&+]? ?@[\w.\-]{1,39}){0,8}")
_OFFICE = late(
    r"c[a-z]{1,2}o|[se]?vp(?: (?:of )?[\w&]{2,20}){0,3}|(?:head|director) of [\w&]{2,20}(?: [\w&]{2,20}){0,2}"
)
_STANDS_AT = late(r"(?:当前|目前|现在|现状|截至目前|current|currently|now|today) ?[:：]? ?(?=[-+~≈<>¥$€]{0,2}\d)")
_TAG = late(r"[A-Z][A-Za-z&/+\-]{0,14}")
_TICKETS = late(r"#\d{1,6}(?:[ ,、，;/]{1,2}#\d{1,6}){0,8}")
COMMAS = late(r"[,，;；|｜]")
_LOOSE = late(
    r"(owner|progress|score|weight|confidence|due|priority|进度|完成度|完成|权重|评分|得分|总分|總分|信心指数|信心|负责人|"
    r"截止)[ 为是]{0,2}(?=[\d@\u4e00-\u9fff])"
)
DONE = "✅✔☑🎉🏁💯"
LIGHTS = "🟢🟡🔴🟠❌✖⛔🚧⏳⚠"
STATES = "🟢🟡🔴🟠⚪🔵⚫❌✖⛔🚧⏳⚠🚩🔥⭐🌟🏆🚀📈🎯📌📍💡🔑➡⏩⏸🆕📊🔷🔶🔹🔸🟣🟤🥇★☆📝🔗🔄🛠🤝👥💰"


def is_aside(inner: str, opening: str, context: Context) -> bool:
    """Whether a bracket's content is about the statement; notes it if so."""
    inner = inner.strip()
    low = fold(inner)
    if not low:
        return True
    if opening == "(" and "?" in low.rstrip()[1:]:  # 「（這算 KR 嗎？）」, "(how do we count? Jun to find out)"
        context.notes.append(inner)
        return True
    parts = [part for part in COMMAS.split(inner) if part.strip()]
    mixed = not low.startswith("@") or not HANDLE.fullmatch(low)
    if len(parts) > 1 and mixed and all(_says_state(part, Context()) for part in parts):
        return all([_says_state(part, context) for part in parts])
    if says_where_from(inner):
        return False
    if is_tail(inner, context):
        return True
    if len(parts) > 1 and opening == "(" and len(inner) <= 40 and _STATUS.fullmatch(fold(parts[0]).strip()):
        context.status = context.status or parts[0].strip()  # "(not done, 1200 of 3000)"
        context.progress = context.progress or inner[len(parts[0]) + 1 :].strip()
        return True
    if opening in "[【" and not any(char.isalnum() for char in low) and set(low) <= set("-–—_/. "):
        return True  # "[ - ]": nothing was filled in
    if opening == "(" and _says_state(inner, context):
        return True
    if parent := parent_said(inner):
        context.parent = context.parent or parent
        return True
    if re.match(r"p[0-9?](?:$|[ :：,-])", low):
        context.priority = context.priority or low[:2].upper()
        return True
    if (
        opening == "("
        and 2 <= len(inner) <= 3
        and inner[0] in _SURNAMES
        and _all_han(inner)
        and not inner.startswith(_NOT_NAMES)
    ):
        context.owner = context.owner or inner
        return True
    if names_what_is_to_come(low):  # 「（关键结果待补充）」
        context.notes.append(inner)
        return True
    if opening in "[【" and (m := _STANDS_AT.match(low)):  # 「【当前 47%】」
        context.current = context.current or inner[m.end() :].strip()
        return True
    if opening == "(" and _OFFICE.fullmatch(low):
        context.owner = context.owner or inner
        return True
    if opening in "[【" and _TAG.fullmatch(inner) and inner.upper() == inner:
        context.team = context.team or inner
        return True
    return False


def _says_state(said: str, context: Context) -> bool:
    """Note what is a tail or says how it ended: "dropped in August", 「3/18 完成」, "no score"."""
    if is_tail(said, context):
        return True
    low = fold(said).strip()
    if not ((len(low.split()) <= 5 and _ENDED.match(low)) or _DONE_ON.fullmatch(low) or _UNGRADED.fullmatch(low)):
        return False
    context.status = context.status or said.strip()
    return True


def is_tail(tail: str, context: Context) -> bool:
    """Note a marked-off tail ("0.7", "70%", "@ann", "owner: ann", "done") in the context; False where it is none."""
    tail = tail.strip()
    if tail[:1] in DONE + LIGHTS and len(tail) > 1 and tail[1] in " \ufe0f":  # "✅ 1.0"
        context.status = context.status or tail[0]
        tail = tail[1:].lstrip(" \ufe0f")
    low = fold(tail).strip(" *`_")
    if PERCENT.fullmatch(low) or _REACHED.fullmatch(low):
        context.progress = context.progress or tail
    elif _RATIO.fullmatch(low.strip("() ")):
        context.score = context.score or tail.strip("() ")
    elif _COUNT.fullmatch(low):
        context.progress = context.progress or tail
    elif low.startswith("@") and HANDLE.fullmatch(low):
        context.owner = context.owner or tail
    elif low.startswith("#") and _TICKETS.fullmatch(low):
        context.notes.append(tail)
    elif _STATUS.fullmatch(low) or (len(tail) == 1 and tail in DONE + STATES):
        context.status = context.status or tail
    elif (m := _STATUS.match(low)) and _STATED.match(low, m.end()):  # "at risk, 9 done", "done 2024-11-03: 17"
        context.status = context.status or tail[: m.end()]
        context.notes.append(tail)
    elif len(low) == 2 and low[0] == "p" and low[1] in "01234":
        context.priority = context.priority or tail.upper()
    elif _COMMITTED.fullmatch(low):
        context.committed = context.committed or tail
    elif (m := _COMMITTED.match(low)) and low[m.end() :].startswith((",", ";")):  # "stretch, Ines is not convinced"
        context.committed = context.committed or tail[: m.end()]
        context.notes.append(tail)
    elif CYCLE.fullmatch(low):
        context.cycle = context.cycle or tail
    else:
        return assign(context, tail)
    return True


def assign(context: Context, text: str, *, keep: bool = True) -> bool:
    """Note "Owner: x", "进度：70%", "权重30%" in the context; False where the text is no such field."""
    text = text.strip().strip("*_").strip()
    low = fold(text)
    colon = low.find(":", 0, 40)
    if colon > 0:
        name, value = field_named(text[:colon]), text[colon + 1 :]
    elif (m := _LOOSE.match(low)) and len(low) < 24:
        name, value = field_named("进度" if m[1] == "完成" else m[1]), text[m.end() :]
    else:
        return False
    value = value.strip(" *_`\t:：")
    if name is None:
        return False
    if keep:
        note(context, name, value, text)
    return True


def note(context: Context, name: str, value: str, whole: str = "") -> None:
    """Put a value into a context's field; what has no field of its own goes to the notes."""
    if not value:
        return
    if name == "notes":
        context.notes.append(whole or value)
    elif getattr(context, name) is None:
        setattr(context, name, value)


def _all_han(text: str) -> bool:
    return all("\u3400" <= c <= "\u9fff" for c in text)
