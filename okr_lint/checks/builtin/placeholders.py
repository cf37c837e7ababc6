"""F006: places that the author meant to fill in, and lines that hold nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from okr_lint.checks.match import Match, Subject, check
from okr_lint.language.normal import normalise
from okr_lint.patterns import late
from okr_lint.to_come import is_to_come

# [X%], [number], ???, ____, XX%, xx万, ⟨…⟩: forms that stand for something still to come.
_FORM = re2.compile(
    r"\[[^\[\]]{0,3}x[^\[\]]{0,6}\]|\[(?:number|metric|name|date|target|insert[^\]]*|待[^\]]*|数字|指标)\]|\?{2,}|_{2,}|⟨[^⟨⟩]*⟩"
    r"|(?:^|[^a-z0-9])(x{1,4})\s?(?:%|万|亿|千|百|个|家|人|次|元|天|分|月|days?|users?|customers?)|(?:^|[^a-z0-9])(x{2,4})(?:[^a-z0-9]|$)"
)
# Without one of these the form cannot match: cheaper than asking it.
_SIGN = late(r"x[x% 个家人次万亿元天千百]|\[|\?\?|__|⟨")
_FIELDS = {"owner": "负责人", "deadline": "截止时间", "target": "目标值", "baseline": "起始值", "metric": "指标"}


@check("leftover-placeholder")
def leftover_placeholder(subject: Subject) -> Iterator[Match]:
    """The first placeholder of a statement, with all of them named; then fields that hold nothing else."""
    judged = subject.judged
    analysis, text = judged.analysis, judged.statement.text
    found = [(hit.start, hit.end) for hit in analysis.found("placeholder")]
    if _SIGN.search(analysis.normal):
        found += [m.span(m.lastindex or 0) for m in _FORM.finditer(analysis.normal)]
    found += [(q.start, q.end) for q in analysis.quantities if q.masked]
    if found:
        merged = _merged(found)
        start, end = merged[0]
        words = dict.fromkeys(text[s:e] for s, e in merged)
        yield Match(start, end, params={"words": {"zh": "、".join(words), "en": ", ".join(words)}})
    if subject.statement is subject.objective:
        yield from _blank_lines(subject)
    for field, zh in _FIELDS.items():
        value = getattr(judged.statement.context, field)
        if value and _is_placeholder(value) and not _inherited(subject, field, value):
            yield Match(message="field", params={"field": {"zh": zh, "en": field}, "word": value})


_MANY = 200  # objectives or lines kept aside: each objective looks at all of them


def is_blank_line(text: str) -> bool:
    """Whether a line that the reader kept aside says only that something is still to come."""
    return is_to_come(normalise(text.strip(" *_[]")))


def _blank_lines(subject: Subject) -> Iterator[Match]:
    """The lines below an objective that hold nothing else, up to the next objective."""
    own, kept = subject.judged.statement.span, subject.document.leftovers
    if len(kept) > _MANY or len(subject.sets) > _MANY:
        return
    blanks = [one for one in kept if one.span is not None and is_blank_line(one.text)]
    if not blanks or own is None:
        return
    starts = [one.objective.statement.span.start for one in subject.sets if one.objective.statement.span]
    end = min((start for start in starts if start > own.start), default=len(subject.document.source.text))
    for blank in blanks:
        if blank.span is not None and own.start < blank.span.start < end:
            yield Match(params={"words": blank.text.strip(), "word": blank.text.strip()}, span=blank.span)


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, overlapping ones made one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def _is_placeholder(value: str) -> bool:
    folded = value.strip().strip("[]【】()（）").lower()
    return folded in ("tbd", "tbc", "tba", "todo", "待定", "待补充", "待确认", "待填") or bool(
        re2.fullmatch(r"x{2,}|\?{2,}|_{2,}", folded)
    )


def _inherited(subject: Subject, field: str, value: str) -> bool:
    """A field that stands above is reported where it stands first, not for every line below."""
    objective = subject.objective
    return (
        objective is not None
        and objective is not subject.statement
        and getattr(objective.statement.context, field) == value
    )
