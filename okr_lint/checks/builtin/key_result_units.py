"""Both ends of a change in one unit: "from two weeks to three days" falls, whatever the bare figures say."""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.checks.builtin.key_result_near import one_unit_near
from okr_lint.language import Analysis, Quantity
from okr_lint.language.numbers import numbers
from okr_lint.language.units import is_time, ratio
from okr_lint.patterns import late

# A working week has five days and a month has four weeks and a bit: ends nearer than this may be the same length.
_CLEARLY = 1.5
_REVERSED = late(r"(?<![a-z])from(?![a-z])|[,，(（]\s?[从由自]")  # "3 hours or less, from 6.5 days"


class Ends(NamedTuple):
    """Baseline and target in the target's unit, and as the author wrote them where the units differ."""

    baseline: float
    target: float
    written: tuple[str, str] | None = None


def ends(analysis: Analysis, quantity: Quantity) -> Ends | None:
    """Both ends of a quantity with a baseline; None where they cannot be compared."""
    assert quantity.baseline is not None and quantity.target is not None
    plain = Ends(quantity.baseline, quantity.target)
    span = slice(quantity.start, quantity.end)
    text = analysis.text[span]
    found, _ = numbers(text, analysis.normal[span], [], bool(analysis.found("number_word")))
    if len(found) != 2:
        return plain if one_unit_near(analysis, quantity) else None
    first, second = found
    if _REVERSED.search(text, first.end, second.start):
        return None
    if first.unit is None or second.unit is None:
        bare = (first if first.unit is None else second, second if first.unit is None else first)
        minutes = is_time(bare[1].unit) and text[bare[0].start : bare[0].end].endswith(("m", "M"))  # 5m to 30s
        return plain if not minutes and one_unit_near(analysis, quantity) else None
    factor = ratio(first.unit, second.unit)
    if factor is None:
        return None
    if factor == 1:
        return plain
    baseline, target = quantity.baseline * factor, quantity.target
    if baseline <= 0 or target <= 0 or 1 / _CLEARLY < target / baseline < _CLEARLY:
        return None
    return Ends(baseline, target, (text[first.start : first.end], text[second.start : second.end]))
