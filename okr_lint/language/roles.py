"""Direction of a quantity, and numbers that only set a window of time."""

from __future__ import annotations

from okr_lint.language.number_types import Number
from okr_lint.language.patterns import late
from okr_lint.language.types import Hit

# limits and levels say nothing about where the number comes from
_NEUTRAL = frozenset(
    (
        "以内 之内 以下 以上 不超过 不高于 不多于 不大于 低于 小于 少于 至多 最多 不低于 不少于 "
        "高于 大于 至少 达到 达 做到 "
        "多 更多 更高 更少 更低 更短 突破 超过 超越 避免 防止 控制在 控制到 杜绝 within under "
        "below above over more less "
        "fewer reach hit exceed surpass attain achieve add earn win cap limit contain save zero "
        "up down higher lower "
        "faster cheaper shorter slower prevent avoid remove scale improve at_most no_more_than "
        "not_more_than less_than "
        "fewer_than or_less or_fewer more_than at_least no_less_than no_fewer_than or_more"
    ).split()
)
_THEN = late(r"\s?(?:内|之内|以内|时间|,|the|we|i)")
_SIDE = late(r"(?:up|down|additional|an additional|extra|another)(?![a-z])")
_KEEP = late(r"保持|维持|稳定在|稳定|不变|keep|maintain|hold|stay|remain|sustain")
_WINDOW_BEFORE = late(
    r"(?:(?<![a-z])(?:last|past|first|next|previous|trailing|rolling|every|each|after|for the|prior|another"
    r"|initial)|近|前|首|后|每|连续|过去|未来|最近|头|满|每隔|超前|提前)\s?$"
)
_WINDOW_AFTER = late(
    r"\s?(?:内)?\s?的?(?:留存|复购|活跃|流失|激活|转化|滚动|均值|平均|无理由|累计|周期|新增|再次|重复"
    r"|回购|续|回访|以上未|未|逾期|生存|好评|退货率)|内的|\s(?:of (?:sign|launch|joining|hire|purchase"
    r"|onboarding|install|release|registration|delivery|experience)|after (?:sign|launch|joining|hire"
    r"|purchase|install|delivery|registration|onboarding)|old(?![a-z])|in a row|running(?![a-z]))|以上(?:的)?"
    r"(?:用户|客户|工单|问题|未|老|旧|订单|经验|缺陷)"
)
_NEAR = 64  # longer than any lead-in
_LEAD_IN = late(
    r"^\W{0,3}(?:(?:在|于|用|with|within|in|over the next|during)\s?)?(?:未来|接下来|the next\s|the first\s)?$"
)
_LONG = frozenset("个月 个季度 季度 年 周 个星期 星期 months month quarters quarter years year weeks week".split())


def direction_of(
    normal: str,
    number: Number,
    cue_start: int,
    end: int,
    floor: int,
    hits: tuple[Hit, ...],
    after: str | None,
    roles: list[str],
    link_start: int | None = None,
) -> str | None:
    """ "up", "down", "keep" or None, from the number itself, the words beside it, else the clause's last verb."""
    if number.change:
        return "up" if number.change > 0 else "down"
    if after in ("up", "down"):
        return after
    if roles and roles[-1] == "by" and (word := _SIDE.match(normal, cue_start, number.start)):
        return "down" if word.group() == "down" else "up"
    begin = floor
    for place in range(cue_start - 1, floor - 1, -1):
        if normal[place] in ";。!?" or (normal[place] in "," and place < cue_start - 1 and "to" not in roles):
            begin = place + 1
            break
    best: str | None = None
    for hit in hits:
        if hit.start >= number.start:
            break
        if (
            hit.start < begin
            or hit.lexicon not in ("direction_up", "direction_down")
            or (hit.term.replace(" ", "_") in _NEUTRAL and not _begins(normal, hit.start))
        ):
            continue
        best = "up" if hit.lexicon == "direction_up" else "down"
    if best:
        return best
    if _KEEP.search(normal, begin, number.start):
        return "keep"
    for hit in hits:
        if hit.start < end:
            continue
        if hit.start > end + 24 or any(c in ",;。" for c in normal[end : hit.start]):
            break
        if hit.lexicon in ("direction_up", "direction_down") and hit.term.replace(" ", "_") not in _NEUTRAL:
            return "up" if hit.lexicon == "direction_up" else "down"
    return None


def _begins(normal: str, place: int) -> bool:
    """Whether nothing but blanks stands before a place."""
    return place <= _NEAR and not normal[:place].strip()


def is_only_a_window(normal: str, number: Number, roles: list[str], cue_start: int) -> str | None:
    """ "window" for 近 7 天, the first 30 days, 「3 个月内，…」 at the start; "size" for an age; else None."""
    if number.kind != "time" and not (number.kind == "latin" and number.unit in _LONG):
        return None
    unit = number.unit or ""
    if unit == "岁":
        return "size"
    if "/" in unit:
        return None
    before = normal[max(0, number.start - 12) : number.start]
    if _WINDOW_BEFORE.search(before) and not before.rstrip(" ").endswith("提前"):
        return "window"
    if _WINDOW_AFTER.match(normal, number.end) and not any(role in ("by", "from", "to") for role in roles):
        return "window"
    leads = unit in _LONG and number.start < _NEAR and _LEAD_IN.match(normal[: number.start])
    if leads and _THEN.match(normal, number.end):
        return "window"
    if number.article and not roles:
        return "article"
    return None
