"""What stands behind a figure and multiplies it: k, 万, million; and the smaller amounts that follow, 1 亿 3 千万."""

from __future__ import annotations

from okr_lint.language.numerals import MAGNITUDES, chinese_value
from okr_lint.language.patterns import late
from okr_lint.language.units import MAGNITUDE, UNIT

# the smaller parts of an amount behind a larger one: 1 亿 3 千万, 2 亿 500 万, 1 万 2 千, 3 万五千
_SMALLER = late(
    r"[零又]?\s?(?:(?P<figures>[0-9]++(?:\.[0-9]++)?+)\s?(?P<factor>千万|百万|十万|万|千(?![克米瓦])|百)"
    r"|(?P<han>[一二两三四五六七八九][一二两三四五六七八九十百千万]*+(?<=[十百千万])))"
)
_TIME_CONTEXT = late(
    r"time|latency|duration|build|response|resolution|wait|minutes|load|deploy|cycle|pipeline|setup|onboardin"
    r"g|ttr|mtt"
)


def magnitude(text: str, normal: str, start: int, end: int, money: bool) -> tuple[float, int]:
    """Factor and end of k, w, m, 万, million …; the factor -60 stands for minutes."""
    match = MAGNITUDE.match(normal, end)
    if not match:
        return 1.0, end
    word = match["zh"] or match["short"] or match["word"] or match["apart"]
    if match["apart"]:
        return (MAGNITUDES[word], match.end()) if money else (1.0, end)
    if match["short"] == "m" and not money and text[match.start("short")] == "m" and _TIME_CONTEXT.search(normal):
        return -60.0, match.end()
    if match["short"] == "b" and not money and not (text.isascii() and text[match.start("short")] == "B"):
        return 1.0, end
    if match["zh"] in ("千", "百", "万") and UNIT.match(normal, end) and (UNIT.match(normal, end) or match)["time"]:
        return 1.0, end
    return MAGNITUDES[word], match.end()


def with_smaller(normal: str, end: int, value: float, factor: float) -> tuple[float, int]:
    """An amount with the smaller ones right behind it, and its end: 1 亿 3 千万 is 1.3 亿."""
    total, least = value * factor, factor
    while match := _SMALLER.match(normal, end):
        size = MAGNITUDES[match["factor"]] if match["factor"] else 1.0
        part = chinese_value(match["han"]) if match["han"] else float(match["figures"]) * size
        if part is None or part >= least:
            break
        total, least, end = total + part, size, match.end()
    return total, end
