"""The author's own noun: what the statement's verb acts on, for scaffolds that keep their words."""

from __future__ import annotations

import re2

from okr_lint.language import Analysis

_LONGEST = {"zh": 16, "en": 7}
_STOP = {
    "zh": re2.compile(r"[,，;；。.!！?？:：、（(]|以便|从而|以及|通过|并且|并|使得|使|让|和|与|及"),
    "en": re2.compile(
        r"[,;:.!?()—–]|\b(?:and|or|so|to|by|with|for|in|on|at|through|across|via|from|while|within|that|which|during)\b"
    ),
}
_LEADING = {
    "zh": re2.compile(r"^(?:我们的|公司的|我们|公司|整体|现有|所有|的|对|了|好|工作|\s)+"),
    "en": re2.compile(
        r"^(?:\s|the |our |a |an |my |its |overall |existing |current |all |more |better |higher |lower "
        r"|faster |shorter |greater |stronger |fewer |less |improved |increased |reduced )+"
    ),
}
_PRONOUNS = "everything all things it them this that these those something anything 一切 这些 它们"
_NO_NOUN = frozenset(_PRONOUNS.split())
_TRAILING_ZH = re2.compile(r"(?:的?(?:工作|能力建设|水平|程度)|的|了|\s)+$")


def object_noun(analysis: Analysis, start: int | None = None) -> str | None:
    """The noun phrase after ``start`` (by default after the head verb), as written; None where there is none."""
    place = object_range(analysis, start)
    return analysis.text[slice(*place)] if place else None


def object_range(analysis: Analysis, start: int | None = None) -> tuple[int, int] | None:
    """Where that noun phrase stands.

    It is cut at the first punctuation, conjunction or preposition, and given up where it is long:
    a scaffold with half a sentence in its blank helps nobody.
    """
    language = "en" if analysis.language == "en" else "zh"
    if start is None:
        if analysis.head is None:
            return None
        start = analysis.head.end
    folded = analysis.normal[start:]
    lead = _LEADING[language].match(folded)
    begin = start + (lead.end() if lead else 0)
    stop = _STOP[language].search(analysis.normal, begin)
    end = stop.start() if stop else len(analysis.normal)
    for quantity in analysis.quantities:
        if begin <= quantity.start < end:
            end = quantity.start
    noun = analysis.text[begin:end].rstrip()
    if language == "zh":
        noun = _TRAILING_ZH.sub("", noun)
    size = len(noun) if language == "zh" else len(noun.split())
    named = len(noun) >= 2 and size <= _LONGEST[language] and noun.lower().partition(" ")[0] not in _NO_NOUN
    return (begin, begin + len(noun)) if named else None
