"""Numbers written as English words: three, two hundred, a dozen, double, by a third, twice a week, zero."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okr_lint.language.number_types import Number
from okr_lint.language.numerals import ENGLISH_SCALES, ENGLISH_TENS, ENGLISH_UNITS, english_value
from okr_lint.language.patterns import late
from okr_lint.language.units import PER, UNIT

_WORD = "|".join(sorted([*ENGLISH_UNITS, *ENGLISH_TENS, *ENGLISH_SCALES], key=len, reverse=True))
_HALF_OF = late(r" an? (million|billion|dozen|hour|day|minute|second)")
_PLAIN = late(
    rf"(?<![a-z0-9$-])(?:an? (?=hundred|thousand|million|billion|dozen))?(?:{_WORD})(?![a-z0-9])(?:(?:[ -]"
    rf"|\sand\s)(?:{_WORD})(?![a-z0-9]))*+"
)
_SPECIAL = late(
    r"(?<![a-z0-9-])(?:"
    r"(?P<double>doubl(?:es|ed|ing|e)|two-?fold)(?![-a-z]|\s(?:check|down|click|opt|entry|blind|bed|room"
    r"|digit))"
    r"|(?P<triple>tripl(?:es|ed|ing|e)|three-?fold)(?![-a-z])|(?P<quadruple>quadrupl(?:es|ed|ing|e)|four-?fol"
    r"d)(?![-a-z])"
    r"|(?P<fivefold>five-?fold)(?![-a-z])|(?P<tenfold>ten-?fold)(?![-a-z])"
    r"|(?P<halve>halv(?:es|ed|ing|e)|(?:in|by) half)(?![-a-z])"
    r"|(?P<count>an?|one|two|three|four)[ -](?P<part>thirds?|quarters?|fifths?|tenths?|half|halves)(?![a-z-])"
    r"(?!\s(?:part|time|year|round|person|option|day|week|month|marathon|hour))"
    r"|(?P<half>half)(?= (?:of|the|our|their|as|that|all|an? (?:million|billion|dozen|hour|day|minute"
    r"|second|percent|point))(?![a-z]))"
    r"|(?P<times>twice|once|thrice)(?= (?:a|an|per|each|every|as)\s)"
    r")"
)
_OUT_OF = late(rf"\s(?:out )?of (?:the |our |every )?(?:{_WORD}|[0-9]+)(?![a-z0-9])")
_PARTS = {"third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1, "half": 0.5, "halves": 0.5}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FRACTION_BEFORE = (
    "by",
    "to",
    "least",
    "most",
    "than",
    "over",
    "under",
    "nearly",
    "about",
    "almost",
    "around",
    "below",
    "above",
)
_NOT_ZERO = late(r"[ -](?:trust|day|sum|in on|based|knowledge|to one|to hero|config|touch|click|hour|emission)")
_NOT_ONE = late(
    r"[ -](?:of the (?:most|best|top|first)|of (?:our|their|its)|another|on[ -]one|stop|by one|off|way"
    r"|page|pager|click|time(?![a-z])|team|sided|size|place|thing|voice|that|who|day(?![a-z])|and|liner"
    r"|sentence)|$|[.,;)]"
)
_LABEL_BEFORE = (
    "phase",
    "stage",
    "step",
    "tier",
    "level",
    "part",
    "chapter",
    "version",
    "number",
    "top",
    "version",
    "day",
    "no",
    "series",
    "grade",
    "type",
    "class",
    "round",
    "world",
    "wave",
    "area",
)


def number_words(normal: str) -> Iterator[Number]:
    """Numbers in words, in no order."""
    taken = bytearray(len(normal))
    for match in _SPECIAL.finditer(normal):
        number = _special(normal, match)
        if number:
            taken[number.start : number.end] = b"\1" * (number.end - number.start)
            yield number
    for match in _PLAIN.finditer(normal):
        start, end = match.span()
        if taken.find(1, start, end) >= 0:
            continue
        if normal[end : end + 1] == "-" and normal[end + 1 : end + 2].isalpha():  # a two-day offsite
            continue
        value = english_value(match.group().replace("-", " ").split())
        before = normal[max(0, start - 24) : start].rsplit(None, 1)[-1:] or [""]
        if (
            value is None
            or before[0] in _LABEL_BEFORE
            or (before[0] in ("no", "any", "every", "each", "this", "that", "which", "the") and value == 1)
        ):
            continue
        if value == 0 and (_NOT_ZERO.match(normal, end) or before[0] in ("from", "ground", "near", "day")):
            continue
        if value == 1 and match.group() == "one" and _NOT_ONE.match(normal, end):
            continue
        if whole := _OUT_OF.match(normal, end):
            taken[end : whole.end()] = b"\1" * (whole.end() - end)
            yield Number(start, whole.end(), value)
            continue
        unit, kind, end = _unit(normal, end)
        yield Number(start, end, value, unit, kind, article=value == 1 and kind not in ("time", "percent", "money"))


def _unit(normal: str, end: int) -> tuple[str | None, str, int]:
    match = UNIT.match(normal, end)
    unit, kind = None, ""
    if match:
        unit, kind, end = match.group().strip(), match.lastgroup or "", match.end()
    per = PER.match(normal, end)
    if per:
        unit, end = (unit or "") + "/" + per["of"], per.end()
    return unit, kind, end


def _special(normal: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    kind = match.lastgroup
    factors = {"double": 2.0, "triple": 3.0, "quadruple": 4.0, "fivefold": 5.0, "tenfold": 10.0}
    if kind in factors:
        return Number(start, end, factors[kind], "x", "multiple", change=1)
    if kind == "halve":
        return Number(start, end, 0.5, "x", "multiple", change=-1)
    if kind == "half":
        number = _HALF_OF.match(normal, end)
        if number:
            scale = ENGLISH_SCALES.get(number[1])
            return Number(
                start,
                number.end(),
                0.5 * scale if scale else 0.5,
                None if scale else number[1],
                "" if scale else "time",
            )
        return Number(start, end, 0.5, "x", "share")
    if kind == "times":
        word = match.group()
        per = PER.match(normal, end)
        if word == "twice" and normal.startswith(" as ", end):
            return Number(start, end, 2.0, "x", "multiple", change=1)
        if not per:
            return None
        value = {"once": 1.0, "twice": 2.0, "thrice": 3.0}[word]
        return Number(start, per.end(), value, "times/" + per["of"], "latin")
    count, part = match["count"], match["part"]
    before = normal[max(0, start - 24) : start].rsplit(None, 1)[-1:] or [""]
    of = normal.startswith(" of ", end) or normal.startswith(" the ", end)
    clear = before[0] in _FRACTION_BEFORE or of or (count not in ("a", "an", "one"))
    if not clear or (
        part.startswith("quarter") and before[0] not in _FRACTION_BEFORE and not of and count in ("a", "one")
    ):
        return None
    if (part.startswith("quarter") and count in ("two", "four")) or (
        part == "quarters" and count == "three" and not of and before[0] != "by" and before[0] != "to"
    ):
        return None
    return Number(
        start, end, _COUNTS[count] * _PARTS.get(part.rstrip("s") if part != "halves" else part, 0.5), "x", "share"
    )
