"""Objectives written as a list: parts between semicolons, three tasks in a row, two numbers to reach."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import NamedTuple

from okr_lint.language import Analysis
from okr_lint.language.ranges import Ranges
from okr_lint.patterns import late

_SEMICOLON = late(r"[;；]")
_COMMA = late(r"[,，、](?: and )?|\s(?:and|&)\s|并且?|以及")
_PLAIN_COMMA = late(r"[,，、](?: and )?")
# What guards the first number rather than being a second goal.
_GUARD = late(r"不低于|不超过|不高于|前提|without|while|keeping|保持|以内|不变|from|从")
_VERBS = ("output_verb", "activity_verb", "empty_verb", "outcome_verb")
_WORK = (*_VERBS, "activity_noun", "deliverable_noun")
_LEAST_LISTED = 3
_OBJECT = 2  # characters that a verb leaves for its object: 设计、开发、上线 share one
_LONGEST = {"zh": 16, "en": 6}
_PLAIN, _FAIR = 1.0, 0.9


class Listed(NamedTuple):
    """Where the first goal ends, where the second begins, and how plain the list is."""

    first_end: int
    start: int
    strength: float


def listed(analysis: Analysis) -> Listed | None:
    """The list that an objective amounts to, or None."""
    text = analysis.normal
    parts = _parts(analysis, _SEMICOLON)
    if len(parts) >= 2 and all(_says_something(text[start:end]) for start, end in parts):
        return Listed(parts[0][1], parts[1][0], _PLAIN)
    parts = _parts(analysis, _PLAIN_COMMA)
    distinct = {text[start:end] for start, end in parts}
    # one verb over a list of objects is one goal: where a verb opens the line, every part needs its own
    opens = analysis.head is not None and analysis.head.start < parts[0][1]
    lexicons = _VERBS if opens else _WORK
    if len(distinct) >= _LEAST_LISTED and all(_is_work(analysis, part, lexicons) for part in parts):
        return Listed(parts[0][1], parts[1][0], _FAIR)
    return _two_numbers(analysis)


def _two_numbers(analysis: Analysis) -> Listed | None:
    if len(analysis.quantities) < 2 or _GUARD.search(analysis.normal):
        return None
    parts = _parts(analysis, _COMMA)
    numbers = Ranges((q.start, q.end) for q in analysis.quantities)
    counted = [part for part in parts if numbers.start_within(part[0], part[1] - 1)]
    return Listed(counted[0][1], counted[1][0], _FAIR) if len(counted) >= 2 else None


def _parts(analysis: Analysis, joint: re.Pattern[str]) -> list[tuple[int, int]]:
    """The parts between joints that do not lie within a quantity or a date."""
    kept = Ranges([(q.start, q.end) for q in analysis.quantities] + [(d.start, d.end) for d in analysis.dates])
    parts, at = [], 0
    end = len(analysis.normal.rstrip(" 。.!！"))
    for m in joint.finditer(analysis.normal, 0, end):
        if kept.cover(m.start(), m.end()):
            continue
        parts.append((at, m.start()))
        at = m.end()
    return [part for start, stop in [*parts, (at, end)] if (part := _stripped(analysis.normal, start, stop))]


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part without blanks at its ends; None where nothing is left."""
    part = text[start:end]
    begin = start + len(part) - len(part.lstrip())
    return (begin, begin + len(part.strip())) if part.strip() else None


def _says_something(part: str) -> bool:
    return sum(char.isalpha() for char in part) >= 2


def _is_work(analysis: Analysis, part: tuple[int, int], lexicons: tuple[str, ...]) -> bool:
    """A short part that names work or a thing."""
    start, end = part
    text = analysis.normal[start:end]
    if (len(text.split()) if analysis.language == "en" else len(text)) > _LONGEST[
        "en" if analysis.language == "en" else "zh"
    ]:
        return False
    first, behind = (bisect_left(analysis.hits, place, key=attrgetter("start")) for place in part)
    return any(
        hit.lexicon in lexicons
        and hit.end <= end
        and (hit.lexicon.endswith("_noun") or end - start - (hit.end - hit.start) >= _OBJECT)
        for hit in analysis.hits[first:behind]
    )
