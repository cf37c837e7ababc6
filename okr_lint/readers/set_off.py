"""What markup sets off at the end of a statement: a score in code marks, an owner in a span, a link to an issue."""

from __future__ import annotations

from okr_lint.model import Context
from okr_lint.patterns import late
from okr_lint.readers.asides import COMMAS, DONE, LIGHTS, STATES, is_aside, is_tail
from okr_lint.readers.folding import fold
from okr_lint.readers.passage import Mark, Passage
from okr_lint.readers.person_names import name_strength

_BOLD_SCORE = late(
    r"(?:0?\.\d{1,2}|[01]\.\d{1,2})(?: ?分)?(?: ?/ ?1(?:\.0)?)?[* ]{0,3}$"
)  # "**30%**" is the sentence's own
_NUMBER_SIGN = late(
    r"#\d{1,6}|(?:tracking )?(?:issue|epic|ticket|link|links|details|pr|doc|docs)(?: ?#?\d{1,6})?|链接|详情|文档"
)
_LONGEST_ELEMENT = 40  # characters of an element that is no part of the sentence
_SIGNS = DONE + STATES + " \ufe0f"
PAIRS = {")": "(", "]": "[", "】": "【", "}": "{", "」": "「", ">": "<"}


def before_dash(text: str, start: int, end: int) -> int:
    """Where the text in front of a dash or a comma ends."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in "-—–|,，"):
        end -= 1
    return end


def cut_code(passage: Passage, start: int, end: int, context: Context) -> int:
    """Cut a score or progress that stands in code marks or an element of its own at the end: `0.3`."""
    end = _cut_elements(passage, start, end, context)
    for mark in passage.marks:
        if (
            _sets_off(mark, passage.text)
            and mark.end >= end
            and mark.start > start
            and is_tail(passage.text[mark.start : end], context)
        ):
            return before_dash(passage.text, start, mark.start)
        if mark.kind == "italic" and start < mark.start and passage.text[mark.end : end].strip(_SIGNS) == "":
            before = before_dash(passage.text, start, mark.start)
            if passage.text[before : mark.start].strip() and passage.text[before : mark.start].strip() not in ",，":
                context.notes.append(passage.text[mark.start : mark.end])  # "… — *reached 38k* ✅"
                for sign in passage.text[mark.end : end].strip():
                    context.status = context.status or (sign if sign in DONE + LIGHTS else None)
                return before
    return end


def _sets_off(mark: Mark, text: str) -> bool:
    """Whether markup may set a score off; what is bold may be the sentence's own ("… by **30%**")."""
    if mark.kind == "bold":
        return _BOLD_SCORE.match(text, mark.start) is not None
    return mark.kind in ("code", "span", "italic")


def _cut_elements(passage: Passage, start: int, end: int, context: Context) -> int:
    """Cut elements of their own (of HTML) off the end, from one on that holds a bracket: "(Ann) done in May"."""
    spans = sorted((mark.start, mark.end) for mark in passage.marks if mark.kind == "span")
    last, first = end, end
    for low, high in reversed(spans):
        if high < len(passage.text[:last].rstrip()) or low <= start or high - low > _LONGEST_ELEMENT:
            break
        last = low
        text = passage.text[low:high].strip()
        if text and text[:1] == PAIRS.get(text[-1]):
            first = low
    if first == end or not passage.text[start:first].strip():
        return end
    for low, high in spans:
        inner = passage.text[low:high].strip("()[]【】 ")
        if low < first or not inner or is_aside(inner, "(", context):
            continue
        if context.owner is None and all(map(name_strength, COMMAS.split(inner.replace(", ", ",")))):
            context.owner = inner
        else:
            context.notes.append(inner)
    return before_dash(passage.text, start, first)


def cut_remark(passage: Passage, start: int, end: int, context: Context) -> int:
    """Cut a bracket behind a score in code marks or an element of its own: "`0.6` (got to 33%)"."""
    for mark in passage.marks:
        if mark.kind in ("code", "span") and start < mark.start < mark.end < end:
            rest = passage.text[mark.end : end].strip()
            shown = passage.text[mark.start : mark.end]
            if rest[:1] in "(（" and rest[-1:] in ")）" and rest[0] not in rest[1:] and is_tail(shown, Context()):
                context.notes.append(rest[1:-1])
                return mark.end
    return end


def cut_link(passage: Passage, start: int, end: int, context: Context) -> int:
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
            return before_dash(passage.text, start, mark.start - inside)
    return end
