"""Recognise what authors put in front of a statement: O1, KR1.1, 目标一, [Objective], Key Result #2 …

``label_at`` reads one label at the start of a text.
It works on the text as written; offsets are those of the text that was passed in. Every pattern is
anchored and every repetition bounded, so the time is linear.
"""

from __future__ import annotations

import re
from functools import lru_cache

from okr_lint.lean_dataclasses import dataclass, replace
from okr_lint.model import Span
from okr_lint.patterns import late
from okr_lint.readers.decoration import lead_length
from okr_lint.readers.folding import fold
from okr_lint.readers.misspelling import near_word
from okr_lint.readers.qualifiers import EN_QUALIFIERS, NO_QUALIFIER, QUALIFIER_WORDS, QUESTIONS

OBJECTIVE, KEY_RESULT, INITIATIVE, OTHER, BOTH = "objective", "key_result", "initiative", "other", "both"

_NUMBER = (
    r"(?:[#no.]{0,3} ?[-_#]? ?"
    r"(?P<number>\d{1,3}(?:[.\-_]\d{1,3}){0,3}|[一二三四五六七八九十]{1,3}|[ivx]{1,4}(?![a-z])|[\u2160-\u217b]|[①-⑳]|"
    r"(?<=[ -])(?:[a-h]|[a-z]\d{1,2}|one|two|three|four|five|six)(?= ?[:：)）|｜—–]| -)))"
)
_LETTERED = _NUMBER.replace("(?= ?[:", r"(?= ?$|\.(?:\s|$)| ?[:")  # "Objective A" alone in its line, "KR A1. …"
_O_WORD = r"objectives?|objs?|目标|o"
_MEASURE = r"measures?(?= ?#?[a-h]?\d)|(?:results?|outcomes?)(?= ?#?\d)|(?:结果|成果)(?= ?\d|[一二三四五])"
_K_WORD = r"key ?-?results?|krs?|关键结果|关键成果|主要结果"
_WORDS = {
    OBJECTIVE: late(rf"(?P<word>okr|goals?|目标 ?\(?o\)?|{_O_WORD})(?:{_LETTERED})?"),
    KEY_RESULT: late(rf"(?P<word>(?:关键结果|关键成果) ?\(?krs?\)?|{_K_WORD}|{_MEASURE})(?:{_LETTERED})?"),
    INITIATIVE: late(
        rf"(?P<word>key initiatives?|initiatives?|action items?|actions?|tasks?|kas?|ai|ini|projects?|milestones?|"
        rf"关键举措|举措|关键行动|行动|任务|措施)(?:{_NUMBER})?"
    ),
}
_CIRCLED = {code: str(code - ord("①") + 1) for code in range(ord("①"), ord("⑳") + 1)}
_NUMBERED = late(_NUMBER)
# "O1-KR2", "O2 的 KR3", "Objective 1, Key Result 2": a key result that says whose it is
_OWNED = late(
    rf"(?:objective|obj|okr|目标|o) ?[-#]?(?P<home>\d{{1,2}}|[一二三四五六七八九十])"
    rf"(?: ?[-/._,:、–—] ?| ?的 ?| )?(?P<word>krs?|key ?results?|关键结果|关键成果)(?:{_NUMBER})"
)
_IN_BRACKETS = late(
    rf" ?[(\[](?:{_K_WORD}|objectives?|目标|o)(?: ?(?P<inner>\d{{1,2}}(?:\.\d{{1,2}})?))?[)\]](?![a-z])"
)
_OTHER_LANGUAGE = late(r" ?[/|｜] ?(?:key ?-?results?|objectives?|目标|关键结果|关键成果)(?![a-z])")
_CHINESE_NAME = late(r" ?(?:目标|关键结果|关键成果)(?=[ :：|｜-])")
_WORD_THEN_COLON = late(r"([a-z]{3,12}(?: [a-z]{3,10})?)(?: ?#? ?(\d{1,2}(?:\.\d{1,2})?))?(?= ?[:：]) ?")
_OF = late(
    r"(?:for|of|to|→|属于|对应|支撑|支持)? ?(?:objective|obj|o|目标) ?-?(?P<home>\d{1,2}|[一二三四五六七八九十])"
)
_OF_CYCLE = late(r"(?:h[12]|q[1-4]|[fc]y ?\d{2,4})(?: ?[-–/·_.] ?| )(?=(?:o|obj|objective|kr|key ?result) ?[-#]?\d)")
ANY_WORD = late(rf"(?P<word>okr|{_O_WORD}|{_K_WORD})(?:{_NUMBER})?")
_BRACKETED = late(r" ?\((?P<number>\d{1,2}|[一二三四五六七八九十])\)")
_ASIDE = late(r" ?[(\[【](?P<aside>[^()\[\]【】]{1,24})[)\]】]")
_SEPARATOR = late(
    r" ?(?:::|\.{2,60} ?:?|[:：｜|]|—{1,2}(?=.)|–|-{1,2}(?= )|[、.](?!\d)|=(?!>)|\)|/(?= (?!o ?\d|kr|key|obj))|"
    r"[→⇒](?! ?(?:o|kr) ?\d))\s{0,3}"
)
_OPENING = {"[": "]", "【": "】", "(": ")", "「": "」", "『": "』", "<": ">", "〖": "〗", "《": "》"}
_QUOTED = {"「": "」", "『": "』", "《": "》", "“": "”"}
_QUALIFIER_EN = late(r"(?:[a-z][\w&/'’\-]{0,20} ){1,4}")
_QUALIFIER_ZH = late(r"[\u4e00-\u9fff\da-z&/ ]{1,10}")
_ZH_WORD = late(r"目标|关键结果|关键成果|主要结果|kr|o(?=[ \-_#]?\d)")
_EN_WORD = late(r" (?:obj|key|kr|goal|o\d|o[ :])")
ENDS_MENTION = late(
    r"(?:/|&|,|(?:、|和|与|及|或) ?(?=kr|o ?\d|目标|关键|okr)|、|"
    r"与(?! ?\d{1,4} ?[家个名所位款项类支组条方座间])|及(?![时格])|或|的|中(?![文国台心小型高医])|"
    r"里(?!程)|是|之|(?:到|至|~|～)(?= ?(?:kr|o|\d))|"
    r"(?:and|or|is|are|was|were|to|in|of|has|have|had|will|should|depends|by|did|got|for|at(?! (?:least|most)\b)|on|as|"
    r"with|that|which|can|could|needs?|s|from (?:last|the|our|q\d)|went|ended|scored|remains?|stays?|"
    r"looks?|missed|failed|slipped)\b|'s|’s)"
)

_IS_TOLD = late(r" (?:is|are|was|were|has|have|should|can|will|means?|describes?|tells?|says?|answers?)\b")
# "Objective 3 suffered from the market": told of an objective; an aim has its verb in another form
_TOLD = late(r" (?!embed|shed)[a-z]{2,13}[^e\W]ed\b")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in front of a statement.

    Attributes:
        role: "objective", "key_result" or "initiative".
        name: the author's own, without brackets and separator: "KR1.2", "目标一".
        start, end: where ``name`` stands.
        body: where the statement's text begins (end of the text where nothing follows).
        number: "1.2", "一" or None.
        separated: a colon, bar, dash or bracket follows; False for "KR1 text".
        qualifier: what stood in front: "Company", "团队".
        aside: what stood in brackets between label and separator: "权重30%".
        span: where the label stands in the source, once that is known (cells of tables).
        owned: the label names the objective too ("O2-KR1"): its number begins with that one's.
    """

    role: str
    name: str
    start: int
    end: int
    body: int
    number: str | None = None
    separated: bool = True
    qualifier: str | None = None
    aside: str | None = None
    span: Span | None = None
    owned: bool = False

    @property
    def plural(self) -> bool:
        """Whether the word is a plural without number: a section rather than one statement."""
        return self.number is None and fold(self.name).rstrip(")").endswith("s")


@lru_cache(maxsize=8192)
def label_at(text: str, breaks: tuple[int, ...] = (), *, leads: bool = True) -> Label | None:
    """The label at the start of a text, after bullets, ordinals and emoji.

    Args:
        text: one line or one cell.
        breaks: offsets where markup ends (bold, code): as good as a colon after the label.
        leads: whether decoration may stand in front.
    """
    low = fold(text)
    at = lead_length(text) if leads else 0
    found = _word_label(text, low, at, breaks)
    if found is None and at:
        found = _word_label(text, low, 0, breaks)
    return found


def _word_label(text: str, low: str, at: int, breaks: tuple[int, ...]) -> Label | None:
    if close := _OPENING.get(low[at : at + 1]):
        if (end := low.find(close, at, at + 32)) > 0 and (inner := _whole(text, low, at + 1, end)):
            role, number = inner
            body = _skip(low, end + 1)
            return Label(role, text[at + 1 : end].strip(), at + 1, end, body, number)
        return _tagged(text, low, at, breaks, close)
    if (
        low[at : at + 1] in ("o", "目")
        and (m := _OWNED.match(low, at))
        and m["number"]
        and (label := _finish(text, low, at, m, KEY_RESULT, breaks, None))
    ):
        return (
            label if "." in (label.number or "") else replace(label, number=f"{m['home']}.{label.number}", owned=True)
        )
    for role, pattern in _WORDS.items():
        if (m := pattern.match(low, at)) and (label := _finish(text, low, at, m, role, breaks, None)):
            return _owned(label)
    return _of_cycle(text, low, at, breaks) or _qualified(text, low, at, breaks) or _misspelt(text, low, at)


def _of_cycle(text: str, low: str, at: int, breaks: tuple[int, ...]) -> Label | None:
    """A label behind its cycle: "H2-O1 Every team deploys …", "Q3 KR2: …"."""
    cycle = _OF_CYCLE.match(low, at) if low[at : at + 1] in ("h", "q", "f", "c") else None
    if cycle is None:
        return None
    for role in (OBJECTIVE, KEY_RESULT):
        if m := _WORDS[role].match(low, cycle.end()):
            label = _finish(text, low, cycle.end(), m, role, breaks, text[at : cycle.end()].strip(" -–/·_."))
            return label and replace(label, name=text[at : label.end].strip(), start=at)
    return None


def _owned(label: Label) -> Label:
    """A label with the objective's number before its own where brackets behind it say whose it is: "KR1 (for O2)"."""
    if label.role != KEY_RESULT or label.aside is None or not label.number or not label.number.isdigit():
        return label
    of = _OF.fullmatch(fold(label.aside).strip())
    return replace(label, number=f"{of['home']}.{label.number}", owned=True, aside=None) if of else label


def _tagged(text: str, low: str, at: int, breaks: tuple[int, ...], close: str) -> Label | None:
    """A label behind a tag in brackets: "[Stretch] Objective 1: …", "【技术】O1：…"."""
    end = low.find(close, at, at + 26)
    start = _skip_white(low, end + 1)
    if end < 0 or start >= len(low) or low[start] in _OPENING:
        return None
    for role in (OBJECTIVE, KEY_RESULT):
        if (m := _WORDS[role].match(low, start)) and (found := _finish(text, low, start, m, role, breaks, None)):
            aside = found.aside or text[at + 1 : end].strip()
            return replace(found, aside=aside) if found.separated and found.body < len(text) else None
    return None


def _whole(text: str, low: str, start: int, end: int) -> tuple[str, str | None] | None:
    inner = low[start:end].strip()
    for role, pattern in _WORDS.items():
        if role != INITIATIVE and (m := pattern.fullmatch(inner)) and (m["number"] or m["word"] not in ("o", "okr")):
            return role, plain_number(m["number"])
        if role != INITIATIVE and m and m["word"] == "o":
            return role, None
    near = near_word(inner)
    return (near, None) if near else None


def _finish(
    text: str, low: str, at: int, m: re.Match[str], role: str, breaks: tuple[int, ...], qualifier: str | None
) -> Label | None:
    word, end = m["word"], m.end()
    number: str | None = plain_number(m["number"])
    if number and number.startswith(("i", "v", "x")) and low[m.start("number") - 1 : m.start("number")].isalpha():
        return None
    if word == "okr" and number is None:
        return None
    alternative, own_number = _alternative(low, end)
    if alternative > end:
        number = number or own_number
        if n := _NUMBERED.match(low, alternative):  # "Objective 1 / 目标一"
            number, alternative = number or plain_number(n["number"]), n.end()
        end = alternative
    if number is None and (bracketed := _BRACKETED.match(low, end)):  # "关键成果（1）"
        number, end = bracketed["number"], bracketed.end()
        if low[end:].strip() and _SEPARATOR.match(low, end) is None and role != INITIATIVE:
            return Label(role, text[at:end], at, end, _skip_white(low, end), number, True, qualifier)
    aside = said = None
    after = bracket = end
    if m2 := _ASIDE.match(low, end):
        after = bracket = m2.end()
        aside = said = text[m2.start("aside") : m2.end("aside")]
    separator = _SEPARATOR.match(low, after)
    named = aside is not None and number and text[end] in "（【" and low[after:].strip()
    if separator is None and named and not ENDS_MENTION.match(low[after:].lstrip()):
        return Label(role, text[at:end].strip(), at, end, _skip_white(low, after), number, True, qualifier, aside)
    if separator is None and aside is not None:
        aside, after = None, end
        separator = _SEPARATOR.match(low, end)
    name = text[at:end].strip()
    if separator:
        dash = text[separator.start() : separator.end()].strip()
        if dash == "=" and number is None:
            return None
        weak = dash in (".", ")", "、", "=", "-", "–", "/") and number is None and len(word) < 2 and dash not in (".",)
        if dash in (")", "/") and number is None:
            weak = True
        if role == INITIATIVE and dash not in (":", "：", "::", "|", "｜") and number is None:
            weak = True
        if not weak:
            return Label(role, name, at, end, separator.end(), number, True, qualifier, aside)
    rest = low[end:]
    if text[end : end + 1] == "\u3000" and len(word) > 1 and rest.strip() and role != INITIATIVE:  # as good as a colon
        return Label(role, name, at, end, end + len(rest) - len(rest.lstrip()), number, True, qualifier)
    if not rest.strip():
        enough = number is not None or len(word) > 1
        return Label(role, name, at, end, len(text), number, False, qualifier) if enough else None
    if role == OBJECTIVE and low[end] in _QUOTED and rest.rstrip().endswith(_QUOTED[low[end]]) and word != "okr":
        return Label(role, name, at, end, end, number, True, qualifier)  # "O「…」": the quotation marks set it off
    if said is not None and number is None and any(b == bracket for b in breaks) and role != INITIATIVE:
        return Label(role, name, at, end, _skip(low, bracket), number, True, qualifier, said)  # "**O (Group)** …"
    if low.startswith("**", end) and at > 1 and low.startswith("**", at - 2) and (number or len(word) > 1):
        return Label(role, name, at, end, _skip(low, end + 2), number, True, qualifier)  # bold that was escaped
    if number is None and _IS_TOLD.match(rest):
        return None  # "… and the **key results** are how we know"
    if any(end <= b <= end + 1 for b in breaks) and (number or len(word) > 1) and role != INITIATIVE:
        return Label(role, name, at, end, _skip(low, end), number, True, qualifier)
    if number is None or role == INITIATIVE or word in ("okr", "goal", "goals", "krs", "objectives", "key results"):
        return None
    glued = word in ("o", "kr", "okr")
    if rest[0] in " \t" or is_han(rest[0]) or rest[0] in '「『《【“"[':
        if ENDS_MENTION.match(rest.lstrip()) or (rest[0] not in " \t" and not glued):
            return None
        if role == OBJECTIVE and _TOLD.match(text, end):
            return None
        if re.fullmatch(r"\d{4}.*", number) or low.endswith(("?", "吗")):
            return None
        if rest[0] in " \t" and len(number) > 1 and number.isdigit() and low[end - len(number) - 1] == " ":
            return None  # "KR 25 testers use it weekly": the number belongs to the sentence
        return Label(role, name, at, end, _skip(low, end), number, False, qualifier)
    return None


def plain_number(number: str | None) -> str | None:
    """A number without a circle around it: "1" for "①"."""
    return number.translate(_CIRCLED) if number else number


def _alternative(low: str, end: int) -> tuple[int, str | None]:
    """Past a second name: 目标（O）, O（目标）, 目标 / Objective, Objective (O1), KR 关键结果; with its number."""
    if m := _IN_BRACKETS.match(low, end):
        return m.end(), m["inner"]
    if m := _OTHER_LANGUAGE.match(low, end):
        return m.end(), None
    m = _CHINESE_NAME.match(low, end)
    return (m.end() if m else end), None


def _qualified(text: str, low: str, at: int, breaks: tuple[int, ...]) -> Label | None:
    if _EN_WORD.search(low, at, at + 80) and (m := _QUALIFIER_EN.match(low, at)):
        words = m.group().split()
        if words[0] in QUESTIONS:
            return None
        for count in range(1, len(words) + 1):
            start = at + len(" ".join(words[:count])) + 1
            if low[at:start] != " ".join(words[:count]) + " ":
                break
            if not (words[count - 1] in EN_QUALIFIERS or (text[at].isupper() and count <= 3)):
                continue
            for role in (OBJECTIVE, KEY_RESULT):
                m2 = _WORDS[role].match(low, start)
                if m2 and m2["word"].startswith("goal") and words[count - 1] not in EN_QUALIFIERS:
                    continue  # "Sprint goal: …"
                if m2 and (len(m2["word"]) > 1 or m2["number"]):
                    label = _finish(text, low, start, m2, role, breaks, text[at : start - 1])
                    colon = label and text[label.end : label.body].strip()[:1] in (":", "：", "|", "｜")
                    whole = label and label.body >= len(text) and words[count - 1] in EN_QUALIFIERS
                    if label and (colon or whole):
                        return label
    return _qualified_zh(text, low, at, breaks)


def _qualified_zh(text: str, low: str, at: int, breaks: tuple[int, ...]) -> Label | None:
    """A label after a Chinese qualifier: 团队O1, 中心目标, 本季度关键结果."""
    for word in _ZH_WORD.finditer(low, at, at + 16):
        start = word.start()
        head = low[at:start].rstrip()
        if (
            not head
            or not _QUALIFIER_ZH.fullmatch(head)
            or (_is_word_char(low[start - 1]) and _is_word_char(low[start]))
        ):
            continue
        known = head.endswith((*QUALIFIER_WORDS, "的")) and not any(v in head for v in NO_QUALIFIER)
        for role in (OBJECTIVE, KEY_RESULT):
            m = _WORDS[role].match(low, start)
            if not m or m["word"] in ("okr", "goal", "goals") or (m["word"] == "o" and not m["number"]):
                continue
            if not known and not (is_han(head[0]) and m["number"] and m["word"] in ("o", "kr")):
                continue
            label = _finish(text, low, start, m, role, breaks, text[at:start].strip())
            sign = text[label.end : label.body].strip()[:1] if label else ""
            if label and (label.number or sign in (":", "：", "|", "｜", "—") or label.body >= len(text)):
                return label
    return None


def _misspelt(text: str, low: str, at: int) -> Label | None:
    if (m := _WORD_THEN_COLON.match(low[: at + 28], at)) and (role := near_word(m[1])):
        end = m.end(2) if m[2] else m.end(1)
        return Label(role, text[at:end], at, end, _skip(low, end), m[2])
    return None


def _skip(low: str, at: int) -> int:
    if m := _SEPARATOR.match(low, at):
        return m.end()
    return _skip_white(low, at)


def _skip_white(low: str, at: int) -> int:
    while at < len(low) and low[at] in " \t":
        at += 1
    return at


def is_han(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u3400" <= char <= "\u9fff"


def _is_word_char(char: str) -> bool:
    return bool(char) and char.isascii() and char.isalnum()
