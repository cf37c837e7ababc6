"""Objectives whose halves are joined so plainly that no verb of our lexicons is needed to see two goals."""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.language import Analysis
from okr_lint.patterns import late

_LEAST = 3  # characters of a half that says something


class Halves(NamedTuple):
    """Where the first half ends, where the joint begins, and where the second half begins."""

    first_end: int
    start: int
    second: int


# "…, and become the place engineers choose", "… and we finish the migration": a clause of its own follows
_ENGLISH = late(
    r"(?:,\s)?(?<![a-z])and\s(?:also\s)?(?="
    r"(?:become|be|stay|expand|enter|win|grow|start|open|launch|get|finish|prepare|keep|rework|harden|stop|qualify|lower|cut"
    r"|introduce|learn|hire|move|build)\s(?!(?:it|them|that|so|up|on)(?![a-z]))[a-z]"
    r"|(?:we|our\s[a-z]++|they|every\s[a-z]++|the\s[a-z]++|people|[a-z]{3,}s)\s(?:is|are|get|gets|stay|stays|find"
    r"|finish|keep|do|does|arrive|can|feel|know|pay|has|have|grow|work|works|run|runs)(?![a-z]))"
)
# "Stay open, keep prices fair": two orders without a word between them
_ORDER = late(
    r"(?:build|improve|launch|protect|stay|be|fill|increase|reduce|win|open|finish|hire|keep|grow|strengthen|qualify|cut|learn"
    r"|introduce)\s[a-z]"
)
_CHINESE = late(
    r"[,，、;；]?\s?(?<!的)(?:同时|并且|另外?|顺便|以及)(?=(?:把|将|要|也|还|再|开始|启动|全面)?(?!愿意|能|可以|会|更|让)[㐀-鿿]{2})"
)
_PLUS = late(r"\s?\+\s?")


def joined(analysis: Analysis) -> Halves | None:
    """The halves of an objective that is joined so, or None; the label has to find it likely as well."""
    text = analysis.normal
    if text.count("+") == 1 and (plus := _PLUS.search(text)) is not None:
        return _halves(text, plus.start(), plus.end())
    if analysis.language != "en":
        found = _CHINESE.search(text, _LEAST)
        return _halves(text, found.start(), found.end()) if found else None
    if found := _ENGLISH.search(text):
        return _halves(text, found.start(), found.end())
    comma = text.find(", ")
    if comma > 0 and _ORDER.match(text) and _ORDER.match(text, comma + 2) and text.count(",") == 1:
        return _halves(text, comma + 2, comma + 2)
    return None


def _halves(text: str, start: int, end: int) -> Halves | None:
    """Both halves, where each of them says something; a plus behind a digit or a grade joins nothing."""
    first, second = text[:start].rstrip(" ,，、;；"), text[end:].strip()
    if sum(map(str.isalpha, first)) < _LEAST or sum(map(str.isalpha, second)) < _LEAST or second[:1].isdigit():
        return None
    return Halves(len(first), start, end)
