"""Moves the clause with a number out of an objective and into a key result below it: nothing that was said is lost."""

from __future__ import annotations

from typing import NamedTuple

import re2

from okr_lint.checks.builtin.lines import line_opening
from okr_lint.checks.match import Judged, Subject, TextEdit
from okr_lint.language import Analysis, Quantity
from okr_lint.model import Edit, Objective, Span

# Where the clause with the number begins: punctuation, or English words that open a target.
_OPENING = re2.compile(r"[,，;；、:：(（]|\s(?:with|by|to reach|reaching|to hit|from)\s")
_BREAK = ",，;；、。.!！)）:："
_EDGE = _BREAK + " (（"
_BRACKETS = ("(", "（")
# What opens the clause and is no part of the key result that it becomes.
_LEAD = re2.compile(r"(?:and )?(?:with (?:an? |the )?|(?:to )?(reach|hit)(?:ing)? )|并(?:且|使)?|且|以及")
# After the number: what the rest is about is no longer the target.
_GOES_ON = re2.compile(r"\b(?:to|and|so|for|while|that|which|who|whose)\b")
_MEASURES = ("outcome_noun", "outcome_verb", "direction_up", "direction_down")
_LEAST = {"en": 12}  # characters of an objective that is left
_LEAST_HAN = 5


class Moved(NamedTuple):
    """The range that leaves the objective, and the key result that keeps it."""

    start: int
    end: int
    key_result: str


def target_clause(judged: Judged, quantity: Quantity) -> Moved | None:
    """The clause of the number, where enough stands before it and what is left still reads as a sentence."""
    text, normal = judged.statement.text, judged.analysis.normal
    openings = [m for m in _OPENING.finditer(normal) if m.start() <= quantity.start]
    if not openings:
        return None
    stops = [m for m in openings if m.group() in _BREAK]
    start = (stops or openings)[-1].start()
    end = next((i for i in range(quantity.end, len(text)) if text[i] in _BREAK), len(text))
    if any(q.start < start or q.end > end for q in judged.analysis.quantities):
        return None  # more numbers elsewhere: a person should rewrite it
    if _GOES_ON.search(normal[quantity.end : end]):
        return None
    begin = len(text[:start].rstrip(_EDGE))
    if end < len(text) and text[end] in ")）":
        end += 1
    if text[end : end + 1] in _BRACKETS or begin < _LEAST.get(judged.analysis.language, _LEAST_HAN):
        return None
    return Moved(begin, end, _key_result(judged.analysis, begin, end))


def _key_result(analysis: Analysis, start: int, end: int) -> str:
    """The clause as a key result; the whole statement where the clause does not say what is measured."""
    said = [hit for name in _MEASURES for hit in analysis.found(name) if start <= hit.start < end]
    named = any(q.metric and start <= q.start < end for q in analysis.quantities)
    begin = start
    while begin < end and analysis.text[begin] in _EDGE:
        begin += 1
    lead = _LEAD.match(analysis.normal[begin:end])
    if not (said or named) or (lead is None and analysis.normal[begin:].startswith(("by ", "from "))):
        return analysis.text
    clause = analysis.text[begin:end].strip(_EDGE)
    if lead is not None:
        clause = f"{lead.group(1) or ''} {clause[lead.end() :]}".strip()
    return clause[:1].upper() + clause[1:] if analysis.text[:1].isupper() else clause


def move(subject: Subject, moved: Moved) -> tuple[TextEdit | Edit, ...]:
    """The edits: out of the objective, and a line of its own before the first key result.

    None where a new line would not be a key result (a table, JSON, an objective without key results).
    """
    objective, source = subject.judged.statement, subject.document.source
    first = objective.key_results[0] if isinstance(objective, Objective) and objective.key_results else None
    opening = line_opening(first, source) if first is not None else None
    if opening is None or first is None or first.span is None or objective.span is None:
        return ()
    at = source.text.rfind("\n", 0, first.span.start) + 1
    if at < objective.span.end:
        return ()
    return TextEdit(moved.start, moved.end, ""), Edit(Span(at, at), f"{opening}{moved.key_result}\n")
