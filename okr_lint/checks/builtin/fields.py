"""F005: weights that do not add up, scores and progress outside their scale, scales that are mixed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import re2

from okr_lint.checks.builtin.key_result_evidence import tells_current
from okr_lint.checks.groups import owner_groups
from okr_lint.checks.match import Judged, Match, Subject, check

_NUMBER = re2.compile(r"(-?[0-9]+(?:\.[0-9]+)?)\s*(%)?(?:\s*/\s*([0-9]+(?:\.[0-9]+)?)(%)?)?")
_FOLD = str.maketrans("０１２３４５６７８９％／．", "0123456789%/.")


class Value(NamedTuple):
    """A field's number; ``scale`` is 100 for a percentage, the denominator of "7/10", or None where it is not told."""

    number: float
    scale: float | None


def value_of(text: str | None) -> Value | None:
    """The number of a context field, or None where it holds none."""
    found = _NUMBER.search(text.translate(_FOLD)) if text else None
    if found is None:
        return None
    number, percent, of = float(found.group(1)), found.group(2), found.group(3)
    if of and float(of) > 0:
        return Value(number, float(of))
    return Value(number, 100.0 if percent else None)


@check("field-out-of-range")
def field_out_of_range(subject: Subject) -> Iterator[Match]:
    """Weights of one set, and scores and progress of the whole document."""
    for group in owner_groups(subject.sets):
        if len(group) > 1:
            yield from _weights([one.objective for one in group], group[0].objective, "objective_weights")
    for one in subject.sets:
        if len(one.key_results) > 1:
            yield from _weights(one.key_results, one.objective, "weights")
    statements = [judged for one in subject.sets for judged in one]
    yield from _scale(statements, "score")
    yield from _scale(statements, "progress")


def _weights(members: list[Judged], holder: Judged, message: str) -> Iterator[Match]:
    said = [text for judged in members if (text := judged.statement.context.weight)]
    values = [value for text in said if (value := value_of(text)) is not None]
    if len(values) < len(members):
        return
    total = sum(value.number for value in values)
    whole = _whole(values, total)
    if whole is None or abs(total - whole) <= whole * 0.005 * len(values):  # 33 + 33 + 33 is meant as 100
        return
    params = {"total": _plain(total), "whole": _plain(whole)}
    related = tuple(judged.statement.id for judged in members)
    yield Match(message=message, params=params, statement=holder.statement.id, related=related)


def _whole(values: list[Value], total: float) -> float | None:
    """What the weights should add up to; None where they look like grades rather than shares."""
    if any(value.scale == 100 for value in values):
        return 100.0
    if all(0 <= value.number <= 1 for value in values) and any(value.number != int(value.number) for value in values):
        return 1.0
    return 100.0 if 80 <= total <= 120 and all(value.number >= 5 for value in values) else None


def _scale(statements: list[Judged], field: str) -> Iterator[Match]:
    said = [(judged, text) for judged in statements if (text := getattr(judged.statement.context, field))]
    values = [(judged, value) for judged, text in said if (value := value_of(text)) is not None]
    bare = [value.number for _, value in values if value.scale is None]
    fractions = [n for n in bare if 0 < n < 1]
    mixed = bool(fractions) and any(n > 10 for n in bare)
    for judged, value in values:
        top = value.scale or (1.0 if fractions and not mixed else 100.0)
        shown = getattr(judged.statement.context, field)
        params = {"value": shown, "top": _plain(top), "field": {"zh": _ZH[field], "en": field}}
        place: dict[str, Any] = {"statement": judged.statement.id, "params": params}
        if value.number < 0 or (value.number > top and field == "score"):
            yield Match(message="outside", **place)
        elif value.number > top and not tells_current(
            judged
        ):  # over-achieved, or another scale: a question rather than a fault
            yield Match(message="over", severity="warning", **place)
        elif mixed and 0 < value.number < 1 and value.scale is None:
            yield Match(message="mixed", severity="warning", **place)


_ZH = {"score": "评分", "progress": "进度"}


def _plain(number: float) -> str:
    return f"{number:.10g}"
