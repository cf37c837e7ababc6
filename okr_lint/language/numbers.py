"""All numbers of a folded text in order, and what only looks like one."""

from __future__ import annotations

import re

from okr_lint.language.magnitudes import magnitude, with_smaller
from okr_lint.language.non_targets import non_target
from okr_lint.language.number_scan import scanner
from okr_lint.language.number_types import Number
from okr_lint.language.number_words import number_words
from okr_lint.language.numerals import MAGNITUDES, chinese_value
from okr_lint.language.patterns import late
from okr_lint.language.types import NonTarget
from okr_lint.language.units import COUNTERS, CURRENCIES, CURRENCY_WORDS, MAGNITUDE, MORE, PER, TIME_LATIN, UNIT

_PLACED = late(r"[名位强甲]|$|[,。;、)\s]")
_CHANGED = late(r"(?:by|降低|减少|下降|缩短|提升|增长|提高|节省|压缩)了?\s?$")
_ALNUM = late("[a-z0-9]+")
_LIMITED = late(r"(?:under|below|within|sub|beat|pace|配速|跑进|进入|成绩)[ -]?(?:of )?$")
_CUE = late(r"(?:[至到达为于过≥≤<>=:~]|to|of|by|than|least|at|from|从|由|reach|above|over|under|below)\s?$")
_COUNTER = late(r"\s?(?:多|余|几)?\s?(?P<count>" + "|".join(sorted(COUNTERS.split(), key=len, reverse=True)) + r")")
_TENTHS = late(
    r"成(?P<half>半|[一二三四五六七八九](?![一二三四五六七八九十百千万亿个家名人件条项成]))?(?![为员长果功本立交都熟就效绩套型品分对])"
)
# a bare numeral that ends what it counts: 达到一千万
_ENDS = late(r"\s?(?:$|[,。;、)!])")
_HUNDREDS = frozenset("百千万亿")
_LARGE_COUNT = late(r"\s?个(?P<large>万亿|千万|百万|亿|万)(?![一二三四五六七八九])")  # 两个亿, 3 个亿
# 三到五家: the first numeral has no unit of its own
_TO_MORE = late(
    r"\s?(?:至|到|~|-|–|—)\s?[两二三四五六七八九十百]++\s?(?:"
    + "|".join(sorted(COUNTERS.split(), key=len, reverse=True))
    + ")"
)
_SCORE = late(r"\s?(?:/|out of)\s?(?P<of>5(?:\.0)?|10|100|7)(?![0-9.%a-z])|\s?分?\s?\(满分\s?(?P<full>[0-9]+)\s?分?\)")
_OF = late(
    r"\s?/\s?[0-9]++(?![0-9]*[%])|\s(?:out )?of (?:the |our |all )?(?:top )?(?:[0-9]++|two|three|four"
    r"|five|six|seven|eight|nine|ten|twelve|twenty)(?![0-9a-z%])"
)
_RANK = late(r"\s?[名位强甲](?![单客户员])|(?=\s*(?:$|[,。;、)]))")
_INTO_TOP = late(
    r"(?:(?:in|into|reach|enter|among|crack|make|break|hit|within|become|rank|ranks|ranked|finish|join)\s(?:t"
    r"he |a |our |its )?"
    r"|进入|跻身|排名|进|冲进|成为|位列)\s?top\s?$"
)
_AFTER_TOP = late(
    r"\s*(?:$|[,.;)%，。；）]|(?:in|of|for|by|on|at|within|nationally|worldwide|spot|position|place)(?![a-z]))"
    r"|\s?[名位强]"
)
_SHARE = late(r"\s?/\s?(?P<of>[0-9]{1,2})(?![0-9/.])")
_RATIO = late(r":(?P<to>[0-9]++(?:\.[0-9]++)?+)(?![0-9:])")
_CLOCK = late(r":(?P<minutes>[0-5][0-9])(?::(?P<seconds>[0-5][0-9]))?(?![0-9])")
_NOT_COUNTED = late(
    r"[个种](?:人(?:影响力|中心|发展|成长|信息|品牌|能力)|性)|方面|次(?:性|解决|通过|合格|交|成功|修复"
    r"|验收)|把手|体|站|流|致|线|定|些"
    r"|旦|致|贯|切|般|度(?!电)|直|起|味|心|网|键|手|带|路|线|同"
)
# how far a number looks back: what a whole text says before it is never copied for each of its numbers
_NEAR = 16
_THOUSAND = 1e3
_QUICK_HAN = frozenset("一二两三四五六七八九十百千万亿零〇")


def numbers(
    text: str, normal: str, taken: list[tuple[int, int]], has_number_word: bool
) -> tuple[list[Number], list[NonTarget]]:
    """Numbers and non-targets outside of ``taken`` (the dates), each in order."""
    found: list[Number] = []
    others: list[NonTarget] = []
    covered = bytearray(len(normal))
    for left, right in taken:
        covered[left:right] = b"\1" * (right - left)
    scan = scanner(normal)
    position = 0
    while match := scan.search(normal, position):
        start, end = match.span()
        position = end
        inside = covered.find(1, start, end)
        if inside >= 0:
            free = covered.find(0, inside)
            position = max(end, free if free >= 0 else len(normal))
            continue
        item = _read(text, normal, match)
        if item is None:
            continue
        position = max(item.end, start + 1)
        covered[item.start : item.end] = b"\1" * (item.end - item.start)
        if isinstance(item, NonTarget):
            others.append(item)
        else:
            found.append(item)
    if has_number_word:
        for number in number_words(normal):
            if covered.find(1, number.start, number.end) >= 0:
                continue
            if number.article:
                others.append(NonTarget(number.start, number.end, "article"))
            found.append(number)
        found.sort(key=_start)
        others.sort()
    return found, others


def _start(number: Number) -> int:
    return number.start


def _read(text: str, normal: str, match: re.Match[str]) -> Number | NonTarget | None:
    form = match.lastgroup
    start, end = match.span()
    if form == "digits":
        return _digits(text, normal, start, end)
    if form == "han":
        return _han(normal, start, end)
    if form in ("bracket", "run", "blank"):
        return _masked(normal, start, end)
    if form == "of_hundred":
        written = match["hundredths"]
        value = None if written.startswith("x") else _decimal(written)
        return Number(start, end, value, "%", "percent", masked=value is None)
    if form == "part":
        whole, part = _decimal(match["parts"]), _decimal(match["part"])
        return Number(start, end, part / whole if whole and part else None, "x", "share")
    if form == "multiple":
        return _multiple(match)
    if form == "rough":
        value = chinese_value(match["rough"][1:])
        more = match["rough"][0] != "近"
        unit, unit_kind, end = _counter(normal, end)
        return Number(start + (not more), end, value, unit, unit_kind, more=more)
    unit, unit_kind, end = _unit(normal, end)
    return Number(start, end, 0.5, unit, "time")


def _decimal(written: str) -> float | None:
    if written[0].isdigit() and written.isascii():
        return float(written)
    if "点" in written:
        whole, _, rest = written.partition("点")
        digits = [chinese_value(c) for c in rest]
        head = chinese_value(whole)
        if head is None or None in digits or not digits:
            return None
        return head + float("0." + "".join(str(int(d or 0)) for d in digits))
    return chinese_value(written)


def _multiple(match: re.Match[str]) -> Number:
    start, end = match.span()
    word = match.group()
    if match["twofold"] is not None:
        power = (
            chinese_value(match["twofold"])
            if match["twofold"] and not match["twofold"].isdigit()
            else float(match["twofold"] or 1)
        )
        return Number(start, end, 2.0 ** (power or 1), "倍", "multiple", change=1)
    if match["times"]:
        return Number(start, end, _decimal(match["times"]), "倍", "multiple", change=1)
    if word in ("翻倍", "翻一翻"):
        return Number(start, end, 2.0, "倍", "multiple", change=1)
    if word in ("减半", "腰斩", "砍半"):
        return Number(start, end, 0.5, "倍", "multiple", change=-1)
    if word == "百分百":
        return Number(start, end, 100.0, "%", "percent")
    if word in ("过半", "半数", "一半"):
        return Number(start, end, 0.5, "x", "share", more=word != "一半")
    return Number(start, end, 0.0, None, "zero", change=-1 if word in ("归零", "清零") else 0)


def _masked(normal: str, start: int, end: int) -> Number:
    magnitude = MAGNITUDE.match(normal, end)
    if magnitude and (magnitude["zh"] or magnitude["word"]):
        end = magnitude.end()
    unit, kind, stop = _unit(normal, end)
    if normal[end - 1] == "%" or "%" in normal[start:end]:
        unit, kind, stop = "%", "percent", end
    return Number(start, stop, None, unit, kind, masked=True)


def _unit(normal: str, end: int) -> tuple[str | None, str, int]:
    """Unit, its kind, and where it ends ("/月" and "per week" belong to it)."""
    unit: str | None = None
    kind = ""
    match = UNIT.match(normal, end)
    if match:
        unit, kind, end = match.group().strip(), match.lastgroup or "", match.end()
    if kind == "latin" and unit in TIME_LATIN:
        kind = "time"
    per = PER.match(normal, end)
    if per:
        unit, end = (unit or "") + "/" + per["of"], per.end()
        kind = kind or "latin"
    return unit, kind, end


def _counter(normal: str, end: int) -> tuple[str | None, str, int]:
    match = _COUNTER.match(normal, end)
    if match and not _NOT_COUNTED.match(normal, match.start("count")):
        unit = match["count"]
        real = UNIT.match(normal, match.start("count"))
        kind = real.lastgroup or "count" if real else "count"
        return unit, kind, match.end()
    return None, "", end


def _han(normal: str, start: int, end: int) -> Number | NonTarget | None:
    written = normal[start:end]
    before = normal[start - 1] if start else " "
    if before == "第":
        return NonTarget(start - 1, end, "ordinal")
    if before == "双" and written in ("十一", "十二"):
        return NonTarget(start - 1, end, "name")
    if (before in "几数每逐" and before != "每") or before == "周" or (before in "星礼" and end - start == 1):
        return None
    value = chinese_value(written)
    if value is None:
        return None
    if tenths := _TENTHS.match(normal, end):
        if end - start == 1 and 1 <= value <= 9:
            return Number(start, tenths.end(), value * 10 + _hundredths(tenths["half"]), "%", "percent")
        return None
    if large := _LARGE_COUNT.match(normal, end):
        return Number(start, large.end(), value * MAGNITUDES[large["large"]])
    if len(written) == 2 and written in "一二三四五六七八九":  # 五六家: five or six
        value = chinese_value(written[0]) or value
    if before == "前" and value >= 2 and _PLACED.match(normal, end):
        stop = end + 1 if normal[end : end + 1] in ("名", "位", "强") and normal[end : end + 1] else end
        return Number(start, stop, value, "名", "rank")
    percent = UNIT.match(normal, end)
    if percent and percent["percent"]:
        return Number(start, percent.end(), value, percent["percent"], "percent")
    unit, kind, stop = _counter(normal, end)
    more = normal[end : end + 1] in ("多", "余")
    if unit is None:
        bare = (
            end - start > 1 and not _HUNDREDS.isdisjoint(written) and _cued(normal, start) and _ENDS.match(normal, end)
        )
        return Number(start, end, value) if bare or _TO_MORE.match(normal, end) else None
    if written[0] in "百千万亿" and end - start == 1 and not more:
        return None
    per = PER.match(normal, stop)
    if per:
        unit, stop = f"{unit}/{per['of']}", per.end()
    article = value == 1 and kind not in ("money",) and unit not in ("倍",)
    if article and kind == "time" and not per:
        return Number(start, stop, 1.0, unit, "time", article=True)
    return Number(start, stop, value, unit, kind, more=more, article=article and not per)


def _hundredths(tenth: str | None) -> float:
    """What stands behind 九成: 半, 五 or nothing."""
    return 0.0 if not tenth else 5.0 if tenth == "半" else chinese_value(tenth) or 0.0


def _digits(text: str, normal: str, start: int, end: int) -> Number | NonTarget | None:
    if "," in normal[start:end] and "，" in text[start:end]:
        end = start + text[start:end].index("，")
    other = non_target(normal, start, end)
    if other and not (other.kind == "time" and (clock := _duration(normal, start, end))):
        return other
    if other:
        return clock
    value = float(normal[start:end].replace(",", ""))
    begin, sign, money = _before(normal, start)
    if ratio := _RATIO.match(normal, end):
        to = float(ratio["to"])
        if value == 1 and to > 1:
            return Number(begin, ratio.end(), to, "1:", "latin")
        return Number(begin, ratio.end(), value, ":" + ratio["to"], "latin")
    if score := _SCORE.match(normal, end):
        of = score["of"] or score["full"]
        if value <= float(of) and (score["full"] or "." in normal[start:end] or of != "7"):
            return Number(begin, score.end(), value, "/" + of.removesuffix(".0"), "score")
    if not money and (share := _SHARE.match(normal, end)) and 0 < value < float(share["of"]) <= 12:
        change = _CHANGED.search(normal[max(0, begin - 8) : begin])
        if value == 1 or change or normal.startswith("的", share.end()) or normal.startswith(" 的", share.end()):
            return Number(begin, share.end(), value / float(share["of"]), "x", "share")
    if (
        not money
        and (whole := _OF.match(normal, end))
        and normal[end : end + 1] != "."
        and normal[whole.end() : whole.end() + 1] != "/"
    ):
        return Number(begin, whole.end(), value, None, "latin")
    if (top := _top(normal, begin, end)) is not None and not normal.startswith("%", end):
        return (
            Number(begin, end, value, "名" if not normal.isascii() else None, "rank")
            if top
            else NonTarget(begin, end, "rank")
        )
    if normal[max(0, start - _NEAR) : start].rstrip(" ").endswith("前") and (rank := _RANK.match(normal, end)):
        return Number(begin, rank.end(), value, "名", "rank")
    if tenths := _TENTHS.match(normal, end):
        return Number(begin, tenths.end(), value * 10 + _hundredths(tenths["half"]), "%", "percent")
    if not money and (large := _LARGE_COUNT.match(normal, end)):
        return Number(begin, large.end(), sign * value * MAGNITUDES[large["large"]])
    factor, end = magnitude(text, normal, start, end, bool(money))
    amount = value * factor
    if factor >= _THOUSAND:
        amount, end = with_smaller(normal, end, value, factor)
    more = False
    if following := MORE.match(normal, end):
        more, end = True, following.end()
    if normal[end : end + 1] == "+" and not normal[end + 1 : end + 2].isdigit():
        more, end = True, end + 1
    elif normal[end : end + 2] == "%+":
        return Number(begin, end + 2, value, "%", "percent", more=True)
    unit, kind, stop = _unit(normal, end)
    if normal[stop : stop + 1] == "+":
        more, stop = True, stop + 1
    if factor == -60.0:  # "12m" where minutes are meant
        return Number(begin, stop, value, "m", "time", more=more)
    if unit is None and normal[end : end + 1].isalpha() and normal[end].isascii() and factor == 1.0:
        tail = _ALNUM.match(normal, end)
        return NonTarget(start, tail.end() if tail else end, "name")
    if normal[start:end].endswith(".0") and unit is None and factor == 1.0 and not _cued(normal, begin):
        return NonTarget(start, end, "version")
    if money and kind != "percent":
        unit, kind = money, "money"
        stop = max(stop if normal[end:stop].startswith("/") or normal[end:stop].startswith(" per") else end, end)
    article = value == 1 and factor == 1.0 and kind in ("count", "") and "/" not in (unit or "")
    return Number(begin, stop, sign * amount, unit, kind, more=more, article=article)


def _top(normal: str, begin: int, end: int) -> bool | None:
    """Whether "top 10" is a place to reach; False where it is a name; None where there is no top."""
    if not normal.endswith(("top ", "top"), 0, begin):
        return None
    return bool(_INTO_TOP.search(normal[max(0, begin - 24) : begin])) and bool(_AFTER_TOP.match(normal, end))


def _duration(normal: str, start: int, end: int) -> Number | None:
    """A finishing time such as 1:45 where a limit is set on it, else None (a time of day)."""
    clock = _CLOCK.match(normal, end)
    if clock is None or not _LIMITED.search(normal[max(0, start - 12) : start]):
        return None
    minutes = float(normal[start:end]) * 60 + float(clock["minutes"]) + float(clock["seconds"] or 0) / 60
    return Number(start, clock.end(), minutes, "min", "time")


def _before(normal: str, start: int) -> tuple[int, float, str | None]:
    """Where the number begins with its currency and sign; the sign; the currency."""
    money = None
    begin = start
    before = normal[start - 1] if start else ""
    if before in CURRENCIES:
        money, begin = before, start - 1
        if normal.endswith(("us", "hk", "nt", "au", "ca"), 0, begin):
            money, begin = normal[begin - 2 : begin] + before, begin - 2
    else:
        head = normal[max(0, start - 4) : start].rstrip()
        for word in CURRENCY_WORDS:
            if head.endswith(word) and (len(head) == len(word) or not head[: -len(word)][-1:].isalpha()):
                money, begin = word, normal.rindex(word, 0, start)
                break
    sign = 1.0
    mark = normal[begin - 1] if begin else ""
    if mark and mark in "+-" and (begin < 2 or normal[begin - 2] in " (:,;=" or "㐀" <= normal[begin - 2] <= "鿿"):
        sign = -1.0 if mark == "-" else 1.0
        begin -= 1
    return begin, sign, money


def _cued(normal: str, begin: int) -> bool:
    return bool(_CUE.search(normal[max(0, begin - 8) : begin]))
