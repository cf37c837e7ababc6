"""Part a statement from what is about it: priority, owner, progress, score, weight, dates, links, ✅.

``separate`` peels such marks off both ends of a passage, never out of its middle, and gives the
statement's own passage with what it found as a ``Context``. A number that is part of the sentence
("raise retention to 70%") stays; only a marked-off one ("(70%)", "=> 70%", "-- 0.7") is taken.
"""

from __future__ import annotations

from functools import lru_cache

from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.asides import COMMAS, DONE, HANDLE, LIGHTS, PERCENT, STATES, assign, is_aside, is_tail, note
from okr_lint.readers.codes import code_at
from okr_lint.readers.fields import field_named
from okr_lint.readers.folding import fold
from okr_lint.readers.leaders import cut_leader
from okr_lint.readers.parents import arrow_at, parent_said
from okr_lint.readers.passage import Mark, Passage
from okr_lint.readers.remarks import behind_stop, compares, cut_day, cut_score, cut_struck
from okr_lint.readers.results import cut_result
from okr_lint.readers.set_off import PAIRS, before_dash, cut_code, cut_link, cut_remark
from okr_lint.readers.signatures import OWNER, note_signature

_PRIORITY = late(
    r"[(\[【]?(p[0-9?])(?: ?[:：-] ?[^)\]】]{0,20})?[)\]】][ \t]{0,3}|(p[0-4]) ?[:：|-][ \t]{1,3}|(p[0-4])[ \t]{1,3}(?!"
    r"(?:以上|及|级|或|or above|and above|bug|incident|issue|ticket|defect|alert|outage|case|"
    r"故障|事故|问题|缺陷|告警|工单|需求))"
)
_CHECKBOX = late(r"[-*+]? ?\[([ xX✓√/-])\][ \t]{1,3}")
_BULLET = late(
    r"(?:\(?\d{1,2}[.)、](?!\d)|[(]?[一二三四五六七八九十]{1,2}[)、.]|[①-⑳]|[-*+•·●▪◦○■□◆▶►➤★☆])[ \t]{1,3}|"
    r"[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十])|"
    r"[①-⑳•·●▪◦]|\d\ufe0f?\u20e3[ \t]{0,3}|\(?\d{1,2}[)、](?!\d)"
)
_GRADE = late(r"[(\[](0?\.\d{1,2}|1\.0{1,2})[)\]][ \t]{0,3}|(0?\.\d{1,2}|1\.0{1,2}) ?[—–:|-]{1,2}[ \t]{1,3}")
_GRADED_THEN_TOLD = late(r"[ \t]\((0?\.\d{1,2}|1\.0{1,2})\)\s{1,3}[-–—]{1,2}\s{1,3}(?=\S).{1,80}$")
_GRADED = late(r" [-–—]{1,2} (0?\.\d{1,2}|[01]\.0{1,2}) [-–—]{1,2} ")
_REMARKED = late(rf"[ \t]([{DONE}{LIGHTS}])\ufe0f?[ \t]{{0,3}}([^\W\d][^\n]{{1,60}})$")
_IN_A_COLUMN = late(
    r"(?<=\S)(?:[ \t]{3,60}|[ \t]{0,3}\u3000{1,20}[ \t]{0,3}|\t{1,8}|(?<=\])[ \t]{2})"
    r"(0?\.\d{1,2}|[01]\.\d{1,2})$"
)
_NAMES = late(r"[A-Z\u4e00-\u9fff][^\W\d_]{1,15}(?:[ ,/&+、]{1,3}[^\W\d_]{1,15}){0,3}")
_REACHED = late(r"\d[\d.,]{0,9}[km]?")
_COMMITTED = late(r"[(\[【](committed|aspirational|stretch|moonshot|roofshot|承诺型?|挑战型?)[)\]】][ \t]{0,3}")
_TAG = late(r"[(\[【]([a-z]|\d{1,3} ?%)[)\]】][ \t]{1,3}(?=\S)")  # "[c] …" as a legend says, "(50%) …" a weight
_ROLE = late(
    r"(?:c[a-z]{1,2}o|[se]?vp(?: (?:of )?[\w&]{2,20}){0,3}|(?:head|director) (?:of )?[\w&]{2,20}(?: [\w&]{2,20}){0,2})"
    r" ?: {1,3}(?=\S)"
)
_JOINER = "\u200d"
_DASHES = (" -- ", " — ", " —— ", " – ", " - ", " | ")
_EMOJI_CODE = late(r":[a-z][a-z_+\-]{2,40}\d{0,2}:")
_BAR = late(r"[▓▒░█▰▱]{3,40} ?(\d{1,3} ?%)?$")
_FIELD = late(r"[^:：|｜]{1,28}[:：]")


@dataclass(slots=True)
class Separated:
    """A statement's own passage and what stood around it."""

    passage: Passage
    context: Context = field(default_factory=Context)
    dropped: bool = False


def separate(passage: Passage) -> Separated:
    """Peel what is about a statement off both ends of its passage."""
    passage = passage.stripped()
    start, end, known, notes = _ends(passage.text, tuple(passage.marks))
    last = cut_struck(passage.text, passage.marks, start, end)
    if last < end:  # "~~Bug bounty relaunched~~ dropped in March"
        said = passage.text[last:end].strip(" -—–:：")
        notes = (*notes, said[1:-1] if said[:1] in "(（" and said[-1:] in ")）" else said)
    body = passage.part(start, last)
    return Separated(unquoted(body), Context(**known, notes=list(notes)), body.covered("struck") > 0.6)


@lru_cache(maxsize=8192)
def _ends(text: str, marks: tuple[Mark, ...]) -> tuple[int, int, dict[str, str], tuple[str, ...]]:
    """Where the statement begins and ends, and what is said beside it: asked again at every key in an editor."""
    context = Context()
    passage = Passage(text, None, list(marks))
    start = _peel_start(text, context)
    if marks and (code := code_at(marks, start)) is not None and code.end < len(text):
        context.identifier = code.value
        start = code.end + _peel_start(text[code.end :], context)
    end = cut_result(text, marks, start, len(text), context)
    signed = [mark for mark in marks if mark.kind == OWNER]
    end = cut_score(text, start, _cut_outcome(text, start, end, context), context)
    end = _cut_signature(text, start, end, signed, context)
    if marks:
        end = cut_remark(passage, start, end, context)
        end = cut_code(passage, start, end, context)
        end = cut_code(passage, start, end, context)  # "`P0` `@ann`"
        end = cut_link(passage, start, end, context)
    for _ in range(12):
        shorter = _cut_signature(text, start, _peel_end(text, start, end, context), signed, context)
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
        elif low[at] in DONE or low[at] in STATES or ord(low[at]) >= 0x1F300 or low[at - 1 : at] == _JOINER:
            if low[at] in DONE + LIGHTS:
                context.status = context.status or text[at]
            at += 1
            continue
        elif m := _GRADE.match(low, at):
            context.score = context.score or m[1] or m[2]
        elif m := _COMMITTED.match(low, at):
            context.committed = context.committed or text[m.start(1) : m.end(1)]
        elif m := _TAG.match(low, at):
            context.notes.append(text[m.start() : m.end()].strip())
        elif m := _ROLE.match(low, at):  # "CEO: Grow …", as companies do that give objectives to offices
            context.owner = context.owner or text[at : m.end()].strip(" :：")
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
    if m := _GRADED.search(text, start + 1, end):  # "… - 0.5 - Go is done, JS is waiting for review"
        context.score = context.score or m[1]
        context.notes.append(text[m.end() : end].strip())
        end = m.start()
    if text[end - 1 : end] != ")" and (m := _GRADED_THEN_TOLD.search(text, start + 1, end)):  # "… (0.6) -- it refuses"
        context.score = context.score or m[1]
        context.notes.append(text[m.end(1) + 1 : end].strip(" -–—\n"))
        end = m.start()
    for arrow in (" -> ", " → "):
        at = text.rfind(arrow, start, end)
        parts = COMMAS.split(text[at + len(arrow) : end]) if at > start else []
        if parts and all(is_tail(part, Context()) for part in parts):
            said = Context()
            for part in parts:
                is_tail(part, said)
            if said.status:  # "-> 85%, done", but "38% -> 50%" is the statement's own
                for name, value in said.said().items():
                    note(context, name, value)
                end = at
    if not text.isascii() and (m := _REMARKED.search(text, start + 1, end)) and text[start : m.start()].strip():
        context.status = context.status or m[1]  # "… below 3% ❌ only reached 5%"
        context.notes.append(m[2].strip())
        end = m.start()
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


def _cut_signature(text: str, start: int, end: int, signed: list[Mark], context: Context) -> int:
    """Cut an owner off the end, in a document whose statements are signed."""
    for mark in signed:
        if start < mark.start < mark.end <= end and not text[mark.end : end].strip(" \t\ufe0f\u200d"):
            note_signature(text, mark, context)
            return before_dash(text, start, mark.start)
    return end


def _peel_end(text: str, start: int, end: int, context: Context, *, remarks: bool = True) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufe0f\u200d"):
        end -= 1
    if end <= start:
        return end
    low = fold(text[start:end])
    last = low[-1]
    if text[end - 1] in DONE or text[end - 1] in STATES:
        if text[end - 1] in DONE + LIGHTS:
            context.status = context.status or text[end - 1]
        return _sign_start(text, start, end)
    if last.isdigit() and low[-3:-2] == "-" and (shorter := cut_day(text, start, end, context)) < end:
        return shorter
    if last == "?" and low[:-1].rstrip()[-1:] in (*LIGHTS,):  # "… ⏳ ?"
        return start + len(low[:-1].rstrip())
    if last.isdigit() or last == "%":  # "… ⏳ 23/40"
        at = max(start + low.rfind(sign, len(low) - 14) for sign in DONE + LIGHTS) if len(low) > 14 else -1
        if at > start and (said := text[at + 1 : end].strip("\ufe0f ")) and is_tail(said, context):
            context.status = context.status or text[at]
            return before_dash(text, start, at)
    if opening := PAIRS.get(last):
        at = _opening(low, opening, last)
        inner = text[start + at + 1 : end - 1]
        if at > 4 and last == "]" and low[at - 3 : at] == "   " and _NAMES.fullmatch(inner):
            context.owner = context.owner or inner  # "… under 9 %      [Marisol]"
            return before_dash(text, start, start + at)
        if at > 0 and is_aside(inner, opening, context):
            return before_dash(text, start, start + at)
        if at > 0 and remarks and (_behind_mark(text, start, start + at) or behind_stop(text, start + at, inner)):
            context.notes.append(inner.strip())
            return start + at
        return _before_column(text, start, end, context)
    if last == "~" and "~" in low[:-1]:
        return end
    if (".." in low or "…" in low or "··" in low or "__" in low or ". ." in low) and (
        at := cut_leader(text, start, end, context)
    ) < end:
        return at  # "… 4.5 or higher ....... 0.6"
    if (bar := _BAR.search(low, max(0, len(low) - 50))) and bar.start() > 0:
        context.progress = context.progress or (bar[1] or bar.group()).strip()
        return start + bar.start()
    if last == ":" and (code := low.rfind(" :", 0, -1)) > 0 and _EMOJI_CODE.fullmatch(low, code + 1):
        return start + code
    at = max(low.rfind(sign) for sign in _DASHES) if any(char in low for char in "-—–|") else -1
    if at > 0:
        tail = text[start + at + 3 : end].lstrip(" -—–|").strip()
        rough = low[at:].startswith(" - ") and PERCENT.fullmatch(fold(tail))
        if context.score and not low[at:].startswith(" - ") and _REACHED.fullmatch(tail):  # "… replies — 240 (0.5)"
            context.current = context.current or tail
            return before_dash(text, start, start + at)
        if tail and (not rough) and is_tail(tail, context):
            return before_dash(text, start, start + at)
    if ("↑" in low or "⬆" in low) and (at := arrow_at(text[start:end])) > 0:
        context.parent = context.parent or parent_said(text[start + at : end])
        return before_dash(text, start, start + at)
    tail_at = max(low.rfind(" "), low.rfind(","))
    if (at := low.rfind("@")) > 0 and (HANDLE.fullmatch(low[at:].strip())) and low[at - 1] in " \t(),，；;/&、）":
        while (
            (previous := low.rfind("@", 0, at)) > 0
            and HANDLE.fullmatch(low[previous:].strip())
            and low[previous - 1] in " \t"
        ):
            at = previous
        context.owner = context.owner or text[start + at : end].strip()
        return before_dash(text, start, start + at)
    if (
        tail_at > 0
        and low[tail_at:].strip().startswith("#")
        and len(low) - tail_at < 24
        and low[tail_at + 2 : tail_at + 3].isalpha()
    ):
        context.notes.append(text[start + tail_at : end].strip())
        return start + tail_at
    if (at := _before_column(text, start, end, context)) < end:
        return at
    if last.isdigit() and (graded := _IN_A_COLUMN.search(text[start:end], max(0, end - start - 66))) is not None:
        context.score = context.score or graded[1]
        return start + graded.start()
    if ":" not in low[-60:]:
        return end
    for sign in (";", ",", "。", ". ", "  ", "\t", "|", " "):
        at = low.rfind(sign, max(0, len(low) - 60))
        if at > 0 and _FIELD.match(low, at + len(sign)) and assign(context, text[start + at + len(sign) : end]):
            return start + at
    return end


def _before_column(text: str, start: int, end: int, context: Context) -> int:
    """Cut a field that stands in a column of its own at the end: "…   信心 6/10（上周5）", "…   Owner: Ann"."""
    low = max(start, end - 48)
    for gap in ("   ", "\u3000", "  "):
        at = text.rfind(gap, low, end)
        while at > start and text[at - 1] in " \u3000":
            at -= 1
        tail = text[at:end]
        if at > start and (assign(context, tail) or _named_value(tail, context)):
            return before_dash(text, start, at)
    return end


def _behind_mark(text: str, start: int, at: int) -> bool:
    """Whether a bracket stands behind a score, a progress or a state: "… — 0.3 (ended at 17)"."""
    if compares(text[at + 1 :]):
        return False
    said = Context()
    shorter = _peel_end(text, start, at, said, remarks=False)
    return start < shorter < at and bool(said.score or said.progress or said.status)


def _named_value(tail: str, context: Context) -> bool:
    """Note "当前 22%" in the context: a name and a value without a colon, in a column of their own."""
    name, _, value = tail.strip().partition(" ")
    if not value or (known := field_named(name)) is None:
        return False
    note(context, known, value.strip(), tail.strip())
    return True


def _opening(low: str, opening: str, closing: str) -> int:
    depth = 0
    for at in range(len(low) - 1, max(-1, len(low) - 120), -1):
        depth += (low[at] == closing) - (low[at] == opening)
        if depth == 0:
            return at
    return -1


def _sign_start(text: str, start: int, end: int) -> int:
    """Where the sign that ends there begins: signs with joiners between them are one."""
    at = end - 1
    while at - 2 >= start and text[at - 1] == _JOINER:
        at -= 2
        while at > start and text[at] == "\ufe0f":
            at -= 1
    return at


_QUOTES = {"“": "”", '"': '"', "`": "`", "「": "」", "『": "』"}


def unquoted(passage: Passage) -> Passage:
    """The passage without quotation marks that enclose the whole of it, and without a stray bar or colon."""
    text = passage.text
    if len(text) > 2 and _QUOTES.get(text[0]) == text[-1] and text[0] not in text[1:-1] and text[-1] not in text[1:-1]:
        return passage.part(1, len(text) - 1)
    return passage
