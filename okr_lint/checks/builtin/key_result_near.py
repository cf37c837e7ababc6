"""Units of time or of storage that are named around a change: more than one, and its ends cannot be compared."""

from __future__ import annotations

from okr_lint.language import Analysis, Quantity
from okr_lint.language.units import UNIT, seconds
from okr_lint.patterns import late

_NEAR = 64  # characters around a change in which units are named
_STORAGE = frozenset(("kb", "mb", "gb", "tb", "pb"))
_FIGURE = late(r"(?:[0-9](?:[0-9,.]*[0-9])?|[一二两三四五六七八九十半])\s?[万亿千百个多余几]{0,2}")


def one_unit_near(analysis: Analysis, quantity: Quantity) -> bool:
    """Whether no second unit is named around a change: "from 3 weeks to 10 days" cannot be compared as it stands."""
    text = analysis.normal[max(0, quantity.start - _NEAR) : quantity.end + _NEAR]
    named = {_unit_at(text, figure.end()) for figure in _FIGURE.finditer(text)} - {None}
    return len(named) < 2


def _unit_at(text: str, at: int) -> float | str | None:
    """The unit of time, by its seconds, or of storage that begins at a place; None for any other."""
    unit = UNIT.match(text, at)
    if unit and unit["count"] == "分":  # points elsewhere; beside hours it is minutes, and alone it does no harm
        return seconds("分钟")
    name = unit and (unit["time"] or unit["latin"])
    return (seconds(name) or (name if name in _STORAGE else None)) if name else None
