"""Part a statement from what is about it: priority, owner, progress, score, weight, dates, links, ✅.

``separate`` peels such marks off both ends of a passage, never out of its middle, and gives the
statement's own passage with what it found as a ``Context``. A number that is part of the sentence
("raise retention to 70%") stays; only a marked-off one ("(70%)", "=> 70%", "-- 0.7") is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.parents import arrow_at, parent_said
from okr_lint.readers.passage import Mark, Passage

_PRIORITY = late(
    r"[(\[【]?(p[0-9?])(?: ?[:：-] ?[^)\]】]{0,20})?[)\]】][ \t]{0,3}|(p[0-4]) ?[:：|-][ \t]{1,3}|(p[0-4])[ \t]{1,3}(?!"
    r"(?:bug|incident|issue|ticket|defect|alert|outage|case|故障|事故|问题|缺陷|级|告警|工单|需求))"
)
_CHECKBOX = late(r"[-*+]? ?\[([ xX✓√/-])\][ \t]{1,3}")
_BULLET = late(
    r"(?:\(?\d{1,2}[.)、](?!\d)|[(]?[一二三四五六七八九十]{1,2}[)、.]|[①-⑳]|[-*+•·●▪◦○■□◆▶►➤★☆])[ \t]{1,3}|"
    r"[①-⑳•·●▪◦]|\(?\d{1,2}[)、](?!\d)"
)
_DONE = "✅✔☑🎉🏁💯"
_LIGHTS = "🟢🟡🔴🟠❌✖⛔🚧⏳⚠"
_STATES = "🟢🟡🔴🟠⚪🔵⚫❌✖⛔🚧⏳⚠🚩🔥⭐🌟🏆🚀📈🎯📌📍💡🔑➡⏩⏸🆕📊🔷🔶🔹🔸🟣🟤🥇★☆📝🔗🔄🛠🤝👥💰"
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄吴徐孙胡朱郭罗宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛阎余潘杜戴钟汪"
    "姜范姚谭廖邹熊陆郝孔崔康邱秦侯邵孟段钱尹黎乔贺赖龚陳張劉楊趙黃吳孫鄭謝許鄧蕭呂蘇盧蔣閻鐘範譚鄒陸"
)
_NO_NAMES = (
    "许可 许多 康复 康养 钱包 秦皇岛 余额 余量 段位 段落 范围 范例 范本 孔径 黄金 黄页 唐朝 "
    "宋体 苏州 杜绝 贺卡 熊市 曾经 李克特 康泰 乔迁 钟点 黎明 孟买 罗马 罗列 谢谢 罗盘 张数 张贴"
)
_NOT_NAMES = tuple(_NO_NAMES.split())  # words that begin with a surname
_DASHES = (" -- ", " — ", " —— ", " – ", " - ", " | ")
_PAIRS = {")": "(", "]": "[", "】": "【", "}": "{", "」": "「"}
_PERCENT = late(r"~?(\d{1,3}(?:\.\d{1,2})?) ?%")
_RATIO = late(r"(0?\.\d{1,3}|[01](?:\.\d{1,3})?|\d{1,2}(?:\.\d)?/10|\d{1,3}/100|n/?a)(?: ?分)?")
_EMOJI_CODE = late(r":[a-z][a-z_+\-]{2,40}\d{0,2}:")
_BAR = late(r"[▓▒░█▰▱]{3,40} ?(\d{1,3} ?%)?$")
_NUMBER_SIGN = late(
    r"#\d{1,6}|(?:tracking )?(?:issue|epic|ticket|link|links|details|pr|doc|docs)(?: ?#?\d{1,6})?|链接|详情|文档"
)
_REACHED = late(r"(?:目前|当前)?(?:已|已经)?完成 ?\d[\d.,]{0,8} ?[^\d\s]{0,3}")
_COUNT = late(r"\d{1,4}/\d{1,4}")
_STATUS = late(
    r"done|complete[d]?|on[- ]track|at[- ]risk|off[- ]track|behind|missed|achieved|blocked|in progress|not "
    r"started|dropped|cancel+ed|"
    r"已?完成|未完成|进行中|未开始|已达成|未达成|部分完成|有风险|延期|已取消|正常|滞后"
)
_COMMITTED = late(r"committed|aspirational|stretch|moonshot|roofshot|commit|承诺型?|挑战型?|愿景型?|进取型")
_HANDLE = late(r"@[\w.\-]{1,39}(?: ?[,，、/&+]? ?@[\w.\-]{1,39}){0,8}")
_TAG = late(r"[A-Z][A-Za-z&/+\-]{0,14}")
_COMMAS = late(r"[,，;；|｜]")
_FIELD = late(r"[^:：|｜]{1,28}[:：]")
_CYCLE = late(
    r"(?:20\d\d|fy ?\d\d(?:\d\d)?|\d\d) ?(?:年)?[ \-./]?(?:[qh][1-4]|第?[一二三四1-4]季度?|[上下]半年|"
    r"s[12])(?:季度)?|[qh][1-4](?:[ \-./]?(?:20\d\d|fy ?\d\d))?|20\d\d年?(?:度)?|"
    r"第[一二三四]季度|[上下]半年|双月|\d{1,2}月(?:份)?|(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)(?: 20\d\d)?"
)


@dataclass(slots=True)
class Separated:
    """A statement's own passage and what stood around it."""

    passage: Passage
    context: Context = field(default_factory=Context)
    dropped: bool = False


def separate(passage: Passage) -> Separated:
    """Peel what is about a statement off both ends of its passage."""
    passage = passage.stripped()
    start, end, said, notes = _ends(passage.text, tuple(passage.marks))
    dropped = bool(passage.marks) and passage.covered("struck") > 0.6
    return Separated(unquoted(passage.part(start, end)), Context(**said, notes=list(notes)), dropped)


@lru_cache(maxsize=8192)
def _ends(text: str, marks: tuple[Mark, ...]) -> tuple[int, int, dict[str, str], tuple[str, ...]]:
    """Where the statement begins and ends, and what is said beside it: asked again at every key in an editor."""
    context = Context()
    passage = Passage(text, None, list(marks))
    start, end = _peel_start(text, context), len(text)
    end = _cut_outcome(text, start, end, context)
    if marks:
        end = _cut_code(passage, start, end, context)
        end = _cut_link(passage, start, end, context)
    for _ in range(12):
        shorter = _peel_end(text, start, end, context)
        if shorter >= end or shorter <= start:
            break
        end = shorter
    return start, end, context.said(), tuple(context.notes)


def _peel_start(text: str, context: Context) -> int:
    low, at = fold(text), 0
    for _ in range(8):
        while at < len(low) and low[at] in " \t\ufe0f\u200d":
            at += 1
        if at >= len(low):
            return 0
        if m := _CHECKBOX.match(low, at):
            if m[1] not in " ":
                context.status = context.status or "done"
        elif m := _PRIORITY.match(low, at):
            context.priority = context.priority or (m[1] or m[2] or m[3]).upper()
        elif low[at] in _DONE or low[at] in _STATES or (ord(low[at]) >= 0x1F300):
            if low[at] in _DONE + _LIGHTS:
                context.status = context.status or text[at]
            at += 1
            continue
        elif not (m := _BULLET.match(low, at)):
            break
        at = m.end()
    return at if at < len(low) else 0


def _cut_outcome(text: str, start: int, end: int, context: Context) -> int:
    """Cut "=> 70%, completed 14 of 20" and " | Owner: x | Due: y" off the end."""
    at = text.find("=>", start)
    if at > start and text[start:at].strip():
        outcome = text[at + 2 : end].strip()
        context.progress = context.progress or outcome
        end = at
    for bar in (" | ", " ｜ ", "｜"):
        at = text.find(bar, start)
        if at <= start:
            continue
        parts = text[at + len(bar) : end].split(bar)
        if all(assign(context, part, keep=False) for part in parts):
            for part in parts:
                assign(context, part)
            end = at
    return end


def _cut_code(passage: Passage, start: int, end: int, context: Context) -> int:
    """Cut a score or progress that stands in code marks at the end: `0.3`."""
    for mark in passage.marks:
        if (
            mark.kind == "code"
            and mark.end >= end
            and mark.start > start
            and _tail(passage.text[mark.start : end], context)
        ):
            return _before_dash(passage.text, start, mark.start)
    return end


def _cut_link(passage: Passage, start: int, end: int, context: Context) -> int:
    """Cut a link behind the statement that is no part of the sentence: "(tracking issue)", "#42", a bare address."""
    while end > start and passage.text[end - 1].isspace():
        end -= 1
    for mark in passage.marks:
        if mark.kind != "link" or not start < mark.start < mark.end <= end:
            continue
        shown = passage.text[mark.start : mark.end]
        inside = passage.text[mark.start - 1] in "([（【" and mark.end == end - 1 and passage.text[end - 1] in ")]）】"
        bare = mark.end == end and (_NUMBER_SIGN.fullmatch(fold(shown).strip()) or "://" in shown)
        if inside or bare:
            context.notes.append(mark.value or shown)
            return _before_dash(passage.text, start, mark.start - inside)
    return end


def _peel_end(text: str, start: int, end: int, context: Context) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufe0f\u200d"):
        end -= 1
    if end <= start:
        return end
    low = fold(text[start:end])
    last = low[-1]
    if text[end - 1] in _DONE or text[end - 1] in _STATES:
        if text[end - 1] in _DONE + _LIGHTS:
            context.status = context.status or text[end - 1]
        return end - 1
    if opening := _PAIRS.get(last):
        at = _opening(low, opening, last)
        if at > 0 and _aside(text[start + at + 1 : end - 1], opening, context):
            return _before_dash(text, start, start + at)
        return end
    if last == "~" and "~" in low[:-1]:
        return end
    if (bar := _BAR.search(low, max(0, len(low) - 50))) and bar.start() > 0:
        context.progress = context.progress or (bar[1] or bar.group()).strip()
        return start + bar.start()
    if last == ":" and (code := low.rfind(" :", 0, -1)) > 0 and _EMOJI_CODE.fullmatch(low, code + 1):
        return start + code
    at = max(low.rfind(sign) for sign in _DASHES) if any(char in low for char in "-—–|") else -1
    if at > 0:
        tail = text[start + at + 3 : end].lstrip(" -—–|").strip()
        rough = low[at:].startswith(" - ") and _PERCENT.fullmatch(fold(tail))
        if tail and (not rough) and _tail(tail, context):
            return _before_dash(text, start, start + at)
    if ("↑" in low or "⬆" in low) and (at := arrow_at(text[start:end])) > 0:
        context.parent = context.parent or parent_said(text[start + at : end])
        return _before_dash(text, start, start + at)
    tail_at = max(low.rfind(" "), low.rfind(","))
    if (at := low.rfind("@")) > 0 and (_HANDLE.fullmatch(low[at:].strip())) and low[at - 1] in " \t(,，；;/&、、":
        while (
            (previous := low.rfind("@", 0, at)) > 0
            and _HANDLE.fullmatch(low[previous:].strip())
            and low[previous - 1] in " \t"
        ):
            at = previous
        context.owner = context.owner or text[start + at : end].strip()
        return _before_dash(text, start, start + at)
    if (
        tail_at > 0
        and low[tail_at:].strip().startswith("#")
        and len(low) - tail_at < 24
        and low[tail_at + 2 : tail_at + 3].isalpha()
    ):
        return end
    if ":" not in low[-60:]:
        return end
    for sign in (";", ",", "。", ". ", "  ", "\t", "|", " "):
        at = low.rfind(sign, max(0, len(low) - 60))
        if at > 0 and _FIELD.match(low, at + len(sign)) and assign(context, text[start + at + len(sign) : end]):
            return start + at
    return end


def _opening(low: str, opening: str, closing: str) -> int:
    depth = 0
    for at in range(len(low) - 1, max(-1, len(low) - 120), -1):
        depth += (low[at] == closing) - (low[at] == opening)
        if depth == 0:
            return at
    return -1


def _before_dash(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in "-—–|,，"):
        end -= 1
    return end


def _aside(inner: str, opening: str, context: Context) -> bool:
    """Whether a bracket's content is about the statement; notes it if so."""
    inner = inner.strip()
    low = fold(inner)
    if not low:
        return True
    parts = [part for part in _COMMAS.split(inner) if part.strip()]
    mixed = not low.startswith("@") or not _HANDLE.fullmatch(low)
    if len(parts) > 1 and mixed and all(_tail(part, Context()) for part in parts):
        return all([_tail(part, context) for part in parts])
    if _tail(inner, context):
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
    if opening in "[【" and _TAG.fullmatch(inner) and inner.upper() == inner:
        context.team = context.team or inner
        return True
    return False


def _tail(tail: str, context: Context) -> bool:
    """Note a marked-off tail ("0.7", "70%", "@ann", "owner: ann", "done") in the context; False where it is none."""
    tail = tail.strip()
    low = fold(tail).strip(" *`_")
    if _PERCENT.fullmatch(low) or _REACHED.fullmatch(low):
        context.progress = context.progress or tail
    elif _RATIO.fullmatch(low.strip("() ")):
        context.score = context.score or tail.strip("() ")
    elif _COUNT.fullmatch(low):
        context.progress = context.progress or tail
    elif low.startswith("@") and _HANDLE.fullmatch(low):
        context.owner = context.owner or tail
    elif _STATUS.fullmatch(low) or (len(tail) == 1 and tail in _DONE + _STATES):
        context.status = context.status or tail
    elif _COMMITTED.fullmatch(low):
        context.committed = context.committed or tail
    elif _CYCLE.fullmatch(low):
        context.cycle = context.cycle or tail
    else:
        return assign(context, tail)
    return True


_LOOSE = late(
    r"(owner|progress|score|weight|confidence|due|priority|进度|完成度|完成|权重|评分|得分|信心指数|信心|负责人|"
    r"截止)[ 为是]{0,2}(?=[\d@\u4e00-\u9fff])"
)


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


_QUOTES = {"“": "”", '"': '"', "`": "`", "「": "」", "『": "』"}


def unquoted(passage: Passage) -> Passage:
    """The passage without quotation marks that enclose the whole of it, and without a stray bar or colon."""
    text = passage.text
    if len(text) > 2 and _QUOTES.get(text[0]) == text[-1] and text[0] not in text[1:-1] and text[-1] not in text[1:-1]:
        return passage.part(1, len(text) - 1)
    return passage


def cycle_in(text: str) -> str | None:
    """A cycle named in a heading, title or file name ("2026 Q2", "第二季度", "FY26 H1"), or None."""
    low = fold(text)
    best: str | None = None
    at = 0
    while m := _CYCLE.search(low, at):
        at = max(m.end(), at + 1)
        before, after = low[m.start() - 1 : m.start()], low[m.end() : m.end() + 1]
        if (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum()):
            continue
        if best is None or len(m.group()) > len(best):
            best = text[m.start() : m.end()]
    return best


def _all_han(text: str) -> bool:
    return all("\u3400" <= c <= "\u9fff" for c in text)
