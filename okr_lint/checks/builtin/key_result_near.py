"""Units of time or of storage that are named around a change: more than one, and its ends cannot be compared."""

from __future__ import annotations

from okr_lint.language import Analysis, Quantity
from okr_lint.patterns import late

_NEAR = 64  # characters around a change in which units are named
# Units that cannot be compared with each other as they stand.
_UNITS_ZH = ("毫秒", "秒", "分钟", "分", "小时", "天", "日", "工作日", "周", "月", "季", "年")
_UNITS_EN = {
    form: forms.split()[0]
    for forms in ("ms millisecond", "s sec second", "min minute", "h hour hr", "d day", "week wk", "month mo",
                  "quarter", "year yr", "kb", "mb", "gb", "tb", "pb")
    for form in forms.split()
}  # fmt: skip
_FIGURE = late(r"(?:[0-9](?:[0-9,.]*[0-9])?|[一二两三四五六七八九十半])\s?[万亿千百个多余几]{0,2}")
_LATIN_UNIT = late(r"\s?([a-z]+)")


def one_unit_near(analysis: Analysis, quantity: Quantity) -> bool:
    """Whether no second unit is named around a change: "from 3 weeks to 10 days" cannot be compared as it stands."""
    text = analysis.normal[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]
    named = {_time_at(text, figure.end()) for figure in _FIGURE.finditer(text)} - {None}
    return len(named) < 2


def _time_at(text: str, at: int) -> str | None:
    """The unit of time (or of storage) that begins at a place, or None."""
    if word := _LATIN_UNIT.match(text, at):
        unit = word.group(1)
        return _UNITS_EN.get(unit) or _UNITS_EN.get(unit.removesuffix("s"))
    return next((unit for unit in _UNITS_ZH if text.startswith(unit, at + text.startswith(" ", at))), None)
