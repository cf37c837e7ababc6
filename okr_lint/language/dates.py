"""Dates, cycles and deadlines in a statement."""

from __future__ import annotations

import re

from okr_lint.language.date_patterns import CHINESE_DATE, ENGLISH_DATE, YEARS, may_hold_date
from okr_lint.language.patterns import late
from okr_lint.language.types import DateMention

_NUMBER_BEFORE = late(
    r"(?:[$€£¥≥≤<>=~+]|(?<![a-z])(?:to|from|than|least|most|over|above|under|below|reach|hit|exceed|about"
    r"|around|nearly|"
    r"approximately|of|with|达到?|至|超过?|突破|不低于|不少于|至少|第|数|量|额|共|新增))\s?$"
)
_COUNTED = late(
    r"\s?(?:[%+°]|(?!(?:is|was|has|this|goals|targets|plans|okrs|sales|results|objectives|budgets|operations"
    r"|priorities)"
    r"(?![a-z]))[a-z]+s(?![a-z])|people(?![a-z])|[kmwx](?![a-z]))"
    r"|\s?(?:千|百)?(?:万|亿|字|米|步|人|户|个|家|名|次|件|台|条|单|套|元)"
)
_MAY = late(r"(?:by|in|of|before|until|till|since|from|to|early|late|mid|and|through|during|on|end)[- ]$")


def dates(normal: str, ascii_only: bool, calendar_hit: bool) -> tuple[DateMention, ...]:
    """All mentions in order; ``calendar_hit`` says that the calendar lexicon has a hit."""
    if not calendar_hit and not may_hold_date(normal):
        return ()
    found = []
    for match in (ENGLISH_DATE if ascii_only else CHINESE_DATE).finditer(normal):
        groups = match.groupdict()
        if _is_number(normal, match, groups) or _is_modal(normal, match, groups):
            continue
        start, end = match.span()
        while start < end and normal[start] == " ":
            start += 1
        while end > start and normal[end - 1] in " ,":
            end -= 1
        found.append(DateMention(start, end, _kind(normal, end, groups), _year(match.group())))
    return tuple(found)


def _is_number(normal: str, match: re.Match[str], groups: dict[str, str | None]) -> bool:
    """Whether a bare 2000 is an amount and not a year."""
    year = groups.get("year")
    body = groups.get("body")
    if year is None and not (body and body.isdigit()):
        return False
    start = match.start("year") if year else match.start("body")
    if any(groups.get(name) for name in ("by6", "until", "part", "before")):
        return bool(_COUNTED.match(normal, match.end()))
    return bool(_NUMBER_BEFORE.search(normal[max(0, start - 14) : start]) or _COUNTED.match(normal, match.end()))


def _is_modal(normal: str, match: re.Match[str], groups: dict[str, str | None]) -> bool:
    """Whether "may", "march" or a like word is no month here."""
    date = groups.get("date")
    if date not in ("may", "march", "mar", "jan", "dec", "sep", "sept", "jun", "apr") or groups.get("by3"):
        return False
    return not _MAY.search(normal[max(0, match.start() - 7) : match.start()])


def _kind(normal: str, end: int, groups: dict[str, str | None]) -> str:
    get = groups.get
    if any(get(name) for name in ("by", "by2", "by3", "by5", "by6", "until", "before")):
        return "deadline"
    if get("by4"):
        return "date" if get("by4") == "on " else "deadline"
    body = get("body") or ""
    if get("end"):
        return "date" if "start of" in (get("end") or "") or "beginning" in (get("end") or "") else "deadline"
    if ((get("part") or "")[-1:] in ("底", "末") and get("part")) or body[-1:] in ("底", "末"):
        return "deadline"
    cycle = get("cycle")
    if cycle:
        return "deadline" if cycle.endswith("end") else "date" if cycle.endswith(("week", "month")) else "cycle"
    if get("year"):
        return "cycle"
    if body:
        day = (
            "月" in body
            or ("周" in body[:2] and "周期" not in body)
            or body[-1] in "日号初中"
            or "." in body
            or "/" in body
            or "-" in body
        )
        return "date" if day or get("part") else "cycle"
    return "date"


def _year(text: str) -> int | None:
    years = [int(full or f"20{fiscal or short}") for full, fiscal, short in YEARS.findall(text)]
    return max(years, default=None)
