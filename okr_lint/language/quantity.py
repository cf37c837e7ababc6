"""Numbers -> quantities: which is baseline and which target, what is counted, how it is compared."""

from __future__ import annotations

import re
from bisect import bisect_left

from okr_lint.language.cues import AFTER, BACK_FROM, BASELINE_AFTER, FROM_BEFORE, LINK, RANGE, role_before
from okr_lint.language.metric_phrase import metric_phrase
from okr_lint.language.number_types import Number
from okr_lint.language.patterns import late
from okr_lint.language.roles import direction_of, is_only_a_window
from okr_lint.language.types import Hit, NonTarget, Quantity
from okr_lint.language.units import times_as_long

_GROUPS = {"ge": ">=", "le": "<=", "about": "~", "up": "+", "down": "+"}
_LIMITS = (">=", "<=", ">", "<", "~")
_NEAR = 160
_ADDED = late("新增|净增|增加")


def quantities(
    text: str, normal: str, found: list[Number], hits: tuple[Hit, ...]
) -> tuple[list[Quantity], list[NonTarget]]:
    """Quantities in order, and numbers that turn out to be none (articles, windows of time)."""
    made: list[Quantity] = []
    others: list[NonTarget] = []
    index = 0
    floor = 0
    starts = [hit.start for hit in hits]
    while index < len(found):
        # only the neighbourhood matters, so that a long text costs no more per number
        low = bisect_left(starts, found[index].start - _NEAR)
        high = bisect_left(starts, found[index].end + 2 * _NEAR)
        used, quantity = _one(text, normal, found, index, floor, hits[low:high])
        if isinstance(quantity, NonTarget):
            others.append(quantity)
        elif quantity is not None:
            made.append(quantity)
        floor = max(floor, found[index + used - 1].end)
        index += used
    return made, others


def _one(
    text: str, normal: str, found: list[Number], index: int, floor: int, hits: tuple[Hit, ...]
) -> tuple[int, Quantity | NonTarget | None]:
    number = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    roles, cue_start = role_before(normal, number.start, floor)
    if following is not None and (pair := _pair(text, normal, number, following, roles, cue_start, floor, hits)):
        used = 2
        third = found[index + 2] if index + 2 < len(found) else None
        if third is not None and pair.baseline is None and BACK_FROM.fullmatch(normal[pair.end : third.start]):
            pair, used = pair._replace(baseline=_scaled(third, found[index + 1])), 3
        return used, pair
    if window := is_only_a_window(normal, number, roles, cue_start):
        return 1, NonTarget(number.start, number.end, window)
    if (
        number.article
        and not any(role in (*_LIMITS[1:4], "from") for role in roles)
        and not _to_one(normal, roles, cue_start)
    ):
        return 1, NonTarget(number.start, number.end, "article")
    if roles and roles[-1] == "<=" and number.kind != "time" and normal.startswith("in ", cue_start):
        roles, cue_start = [], number.start  # "in 5 countries" is a place, "in 5 minutes" a limit
    after = _after(normal, number)
    end = after.end() if after and after.lastgroup in ("ge", "le", "about") else number.end
    comparison = _comparison(number, roles, after.lastgroup if after else None)
    direction = direction_of(normal, number, cue_start, end, floor, hits, after.lastgroup if after else None, roles)
    if comparison == "=" and _bare_change(number, roles, direction, normal, cue_start):
        comparison = "+"
    metric = metric_phrase(text, normal, number, cue_start, end, floor, hits)
    # 原来的 3 倍 is where it goes, not where it comes from
    times = number.unit in ("倍", "x") and normal[max(0, number.start - 2) : number.start].rstrip().endswith("的")
    if "from" in roles[:2] and following is None and roles[-1] == "from" and comparison == "=" and not times:
        return 1, Quantity(number.start, end, metric, number.value, None, number.unit, "=", direction, number.masked)
    baseline = None
    used, stop = 1, end
    if following is not None:
        gap = normal[end : following.start]
        back = None if _goes_on(normal, found, index + 1) else BACK_FROM.fullmatch(gap)
        said_behind = BASELINE_AFTER.match(normal, following.end) and len(gap) < 80 and _same(number, following)
        if back or said_behind:
            baseline, used = _scaled(following, number), 2
            stop = end if "(" in gap or said_behind else following.end
    if direction is None and baseline is not None and number.value is not None and comparison != "+":
        direction = "up" if number.value > baseline else "down" if number.value < baseline else None
    value = number.value
    if value is not None and value < 0 and comparison == "=":
        comparison, direction, value = "+", direction or "down", -value
    return used, Quantity(
        number.start, stop, metric, baseline, value, number.unit, comparison, direction, number.masked
    )


def _pair(
    text: str,
    normal: str,
    first: Number,
    second: Number,
    roles: list[str],
    cue_start: int,
    floor: int,
    hits: tuple[Hit, ...],
) -> Quantity | None:
    """Two numbers that are one quantity: from–to, or a range."""
    gap = normal[first.end : second.start]
    if len(gap) > 24 or not _same(first, second):
        return None
    started = bool(FROM_BEFORE.search(normal[max(floor, first.start - 24) : first.start]))
    link = LINK.fullmatch(gap)
    ranged = RANGE.fullmatch(gap)
    if link and link["noun"] and not (started or link["arrow"] in ("→", "->", "=>", "-->")):
        link = None
    if link and (
        started
        or (link["arrow"] or "") not in ("", "to", ">", ">>")
        or link["word"]
        or (not ranged and not link["arrow"])
    ):
        return _from_to(text, normal, first, second, roles, cue_start, floor, hits)
    if (
        link
        and link["arrow"] in ("to", ">", ">>")
        and _grows(normal, first, floor, hits)
        and not (roles and roles[0] in ("to", "by"))
    ):
        return _from_to(text, normal, first, second, roles, cue_start, floor, hits)
    between = normal[max(floor, cue_start - 8) : first.start].endswith(("between ", "介于", "在 ", "在"))
    if ranged and (gap.strip() not in ("and", "或", "or") or between) and gap.strip() not in ("or", "或"):
        return _range(text, normal, first, second, roles, cue_start, floor, hits)
    return None


def _grows(normal: str, first: Number, floor: int, hits: tuple[Hit, ...]) -> bool:
    return any(h.lexicon in ("direction_up", "direction_down") and floor <= h.start < first.start for h in hits)


def _from_to(
    text: str,
    normal: str,
    first: Number,
    second: Number,
    roles: list[str],
    cue_start: int,
    floor: int,
    hits: tuple[Hit, ...],
) -> Quantity:
    _, start = role_before(normal, first.start, floor)
    after = _after(normal, second)
    group = after.lastgroup if after else None
    end = after.end() if after and group in ("ge", "le", "about") else second.end
    second_roles, _ = role_before(normal, second.start, first.end)
    limit = next((role for role in second_roles if role in _LIMITS), None) or _GROUPS.get(group or "", "=")
    comparison = limit if limit in _LIMITS else "="
    baseline = _scaled(first, second)
    direction = direction_of(normal, second, start, end, floor, hits, None, ["to"], first.end)
    if direction in (None, "keep") and baseline is not None and second.value is not None:
        rise = second.value * times_as_long(second.unit, first.unit) - baseline
        direction = "up" if rise > 0 else "down" if rise < 0 else direction
    metric = metric_phrase(text, normal, first, start, end, floor, hits)
    return Quantity(
        first.start, end, metric, baseline, second.value, second.unit or first.unit, comparison, direction,
        second.masked or first.masked,
    )  # fmt: skip


def _range(
    text: str,
    normal: str,
    first: Number,
    second: Number,
    roles: list[str],
    cue_start: int,
    floor: int,
    hits: tuple[Hit, ...],
) -> Quantity:
    after = _after(normal, second)
    group = after.lastgroup if after else None
    end = after.end() if after and group in ("ge", "le", "about") else second.end
    comparison = _comparison(second, roles, group)
    direction = direction_of(normal, first, cue_start, end, floor, hits, group, roles)
    if comparison == "=" and _bare_change(second, roles, direction, normal, cue_start):
        comparison = "+"
    low = _scaled(first, second)
    metric = metric_phrase(text, normal, second, cue_start, end, floor, hits)
    return Quantity(
        first.start, end, metric, None, low, second.unit or first.unit, comparison, direction,
        first.masked or second.masked, second.value,
    )  # fmt: skip


def _same(first: Number, second: Number) -> bool:
    """Whether two numbers can be ends of one scale."""
    if first.kind == "multiple" or second.kind == "multiple":
        return False
    one, two = first.kind, second.kind
    if one == two:
        return True
    if not one or not two or first.masked or second.masked:
        return one != "percent" or not second.unit or second.masked
    loose = {"latin", "time", "count", "score", "share", "percent", "zero"}
    return one in loose and two in loose and (one != "percent" or two == "share" or two == "latin")


def _scaled(first: Number, second: Number) -> float | None:
    """The first number's value in the second's magnitude: "10-15万" means 100000."""
    if first.value is None or second.value is None or (first.unit is not None and first.unit != second.unit):
        return first.value
    if not first.unit and not first.kind and first.value < 1000 and second.value >= 10_000:
        for factor in (1e8, 1e6, 1e4, 1e3):
            whole = second.value / factor
            if whole >= 1 and first.value < whole * 100 and first.value * factor < second.value * 10:
                return first.value * factor if second.value % factor == 0 or whole < 1000 else first.value
    return first.value


def _comparison(number: Number, roles: list[str], group: str | None) -> str:
    if "by" in roles or number.kind == "multiple" or group in ("up", "down"):
        return "+"
    for role in roles:
        if role in _LIMITS:
            if role == "~" and group in ("ge", "le"):
                continue
            return role
    if group in _GROUPS:
        return _GROUPS[group]
    if number.more:
        return ">="
    return "<=" if number.kind == "rank" else "="


def _bare_change(number: Number, roles: list[str], direction: str | None, normal: str, cue_start: int) -> bool:
    """ "Grow revenue 20 %", 「提升转化率 20%」: a share beside a verb of change and no "to"."""
    if direction not in ("up", "down") or any(role in ("to", "from") for role in roles):
        return False
    before = normal[cue_start - 1 : cue_start]
    if before in ("", ":", "=", "(", ",") or cue_start < 2:
        return False
    if number.kind in ("percent", "share"):
        return True
    if roles or number.kind == "zero":
        return False
    return direction == "down" or bool(_ADDED.search(normal, max(0, cue_start - 24), cue_start))


def _goes_on(normal: str, found: list[Number], index: int) -> bool:
    """Whether a number is where the next one starts from: in "12 stores from 8 to 3 days" the 12 comes from nowhere."""
    if index + 1 >= len(found) or not _same(found[index], found[index + 1]):
        return False
    gap = normal[found[index].end : found[index + 1].start]
    return len(gap) <= 24 and (link := LINK.fullmatch(gap)) is not None and not link["noun"]


def _after(normal: str, number: Number) -> re.Match[str] | None:
    """The words behind a number; 内 alone limits nothing but time."""
    match = AFTER.match(normal, number.end)
    if match and match.group().strip() == "内" and number.kind != "time":
        return None
    return match


def _to_one(normal: str, roles: list[str], cue_start: int) -> bool:
    return (
        bool(roles)
        and roles[-1] == "to"
        and normal[cue_start : cue_start + 2] in ("降到", "降至", "减到", "减至", "缩短", "缩到", "压到", "to")
    )
