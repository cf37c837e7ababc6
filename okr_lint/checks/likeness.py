"""A key that near-identical statements share: word order, function words, verbs of change and values aside.

Equal keys are found by hashing, so a document of any length is compared in linear time.
"""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.checks.match import Judged
from okr_lint.checks.remainder import is_function_word
from okr_lint.language import Analysis
from okr_lint.language.ranges import Ranges
from okr_lint.patterns import late

_WORD = late(r"[a-z0-9][a-z0-9'’+#.-]*|[㐀-鿿]")
# Units of time: the same metric may be given in hours here and in minutes there.
_UNIT = late(
    r" ?(?:ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|months?|毫秒|秒|分钟|小时|天)"
    r"(?![a-z])"
)
_BOUND = late(
    r"不?[高低超少多]于|不超过|以[内上下]|控制在|"
    r"\b(?:below|under|above|over|within|at least|at most|(?:less|more|fewer) than)\b"
)
_CHANGE = frozenset(("outcome_verb", "empty_verb", "hedge", "vague_degree"))
# What is measured on average is the same thing.
_ON_AVERAGE = late(
    r"平均|整体|总体|(?<=[㐀-鿿])数(?=\s?(?:[从由达到增提超突为降控]|[0-9]|$))|\b(?:average|avg|mean|overall|total)\b"
)
# The unit behind a number and what it is counted per: 5 万, 30 家, 0.5 个/千行.
_COUNTED_IN = late(r"\s?[万亿千百]?[个家名位人次件项条单台套户份篇场笔元]?(?:/[㐀-鿿a-z]{1,4})?")
_ENDS = " .。;；!！"
_LEAST_UNITS = (4, 3)  # Chinese characters, English words
_LEAST_MEASURED = (3, 2)  # of a statement with a number


class Likeness(NamedTuple):
    """``topic``: the content without values; ``values``: baselines, targets and dates as written."""

    topic: tuple[str, ...]
    values: tuple[str, ...]


def likeness(judged: Judged) -> Likeness | None:
    """The key of a statement; None where it holds too little content to compare."""
    kept = judged.analysis.kept
    if "likeness" not in kept:
        kept["likeness"] = _likeness(judged.analysis)
    found: Likeness | None = kept["likeness"]
    return found


def literal(judged: Judged) -> Likeness | None:
    """The key of a statement too short to compare: its very words. None for blanks, which are alike anyway."""
    analysis = judged.analysis
    words = analysis.normal.strip(_ENDS)
    blank = (
        analysis.found("placeholder") or sum(map(str.isalpha, words)) < 2 or any(q.masked for q in analysis.quantities)
    )
    return None if blank else Likeness((" ", words), ())


def _likeness(analysis: Analysis) -> Likeness | None:
    left = list(analysis.normal)
    values = [analysis.normal[d.start : d.end] for d in analysis.dates]
    for quantity in analysis.quantities:
        start, end = _number_range(analysis.normal, quantity.start, quantity.end)
        values.append(analysis.normal[start:end].replace(" ", ""))
        left[start:end] = " " * (end - start)
    for words in (_BOUND, _ON_AVERAGE):
        for word in words.finditer(analysis.normal):
            left[word.start() : word.end()] = " " * (word.end() - word.start())
    nouns = Ranges((hit.start, hit.end) for hit in analysis.found("outcome_noun"))
    for hit in analysis.hits:
        if hit.lexicon in _CHANGE and not nouns.cover(hit.start, hit.end):
            left[hit.start : hit.end] = " " * (hit.end - hit.start)
    units = [_stem(word) for word in _WORD.findall("".join(left)) if not is_function_word(word)]
    return (
        Likeness(tuple(sorted(units)), tuple(sorted(values)))
        if len(units) >= (_LEAST_MEASURED if analysis.quantities else _LEAST_UNITS)[analysis.language == "en"]
        else None
    )


def _number_range(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a quantity that is figures and what stands between them, not the words of its metric."""
    digits = [i for i in range(start, end) if text[i].isdigit()]
    if not digits:
        return start, end
    unit = _UNIT.match(text, digits[-1] + 1) or _COUNTED_IN.match(text, digits[-1] + 1)
    return digits[0], unit.end() if unit else digits[-1] + 1


def _stem(word: str) -> str:
    """Plural and singular alike; enough for comparing two lines of one author."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
