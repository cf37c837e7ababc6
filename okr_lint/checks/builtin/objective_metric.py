"""O101: a numeric target in the objective, and moving it to where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from okr_lint.checks.match import Judged, Match, Subject, TextEdit, check
from okr_lint.checks.remainder import remainder
from okr_lint.checks.verdict import combine
from okr_lint.language import Analysis, Quantity

_BARE = (
    "outcome_noun",
    "outcome_verb",
    "empty_verb",
    "direction_up",
    "direction_down",
    "absolute",
    "output_verb",
    "beneficiary",
)
# Where the clause with the number begins: punctuation, or words that open a target.
_OPENING = re2.compile(r"[,，;；、:：(（]|\s(?:with|by|to reach|reaching|to hit|from)\s|实现|达到|做到|完成")
_BREAK = ",，;；、。.!！)）:："
_EDGE = _BREAK + " (（"


@check("metric-in-objective")
def metric_in_objective(subject: Subject) -> Iterator[Match]:
    """The first quantity; louder where the line is nothing but metric and number."""
    judged = subject.judged
    quantities = _targets(judged.analysis)
    verdict = combine(
        "O101", "metric", judged.labels.get("metric"), "yes", evidence=bool(quantities) or None, alone=None
    )
    if verdict is None:
        return
    if not quantities:
        yield Match(message="unseen", **verdict.for_match())
        return
    first = quantities[0]
    ranges = [(q.start, q.end) for q in quantities]
    bare = not remainder(judged.analysis, _BARE, ranges)
    clause = _clause(judged, first)
    reasons = {"zh": f"数字:{judged.statement.text[first.start : first.end]}"}
    reasons["en"] = f"number: {judged.statement.text[first.start : first.end]}"
    fields = verdict.for_match(reasons)
    fields["severity"] = "warning" if bare else "info"
    yield Match(
        first.start,
        first.end,
        "bare" if bare else "default",
        {
            "key_result": judged.statement.text[slice(*clause)].strip(_EDGE)
            if clause and not bare
            else judged.statement.text
        },
        edits={} if bare or clause is None else {"move": (TextEdit(*clause, ""),)},
        **fields,
    )


def _targets(analysis: Analysis) -> list[Quantity]:
    """Quantities that an objective aims at: not a horizon in years, not "zero" as a manner of speaking."""
    horizons = [(hit.start, hit.end) for hit in analysis.found("long_horizon")]
    return [
        quantity
        for quantity in analysis.quantities
        if not any(start < quantity.end and quantity.start < end for start, end in horizons)
        and not (quantity.target == 0 and not any(map(str.isdigit, analysis.text[quantity.start : quantity.end])))
    ]


def _clause(judged: Judged, quantity: Quantity) -> tuple[int, int] | None:
    """The range to take out with the number: its own clause, where enough stands before it."""
    text = judged.statement.text
    openings = [m for m in _OPENING.finditer(judged.analysis.normal) if m.start() <= quantity.start]
    if not openings:
        return None
    stops = [m for m in openings if m.group() in _BREAK]
    start = (stops or openings)[-1].start()
    end = next((i for i in range(quantity.end, len(text)) if text[i] in _BREAK), len(text))
    if any(q.start < start or q.end > end for q in judged.analysis.quantities):
        return None  # more numbers elsewhere: a person should rewrite it
    start = len(text[:start].rstrip(_BREAK + " "))
    before = text[:start]
    if end < len(text) and text[end] in ")）":
        end += 1
    return (start, end) if len(before) >= (5 if judged.analysis.language != "en" else 12) else None
