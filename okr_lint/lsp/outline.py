"""Where an objective and its key results begin and end, for outline, folding and lenses."""

from __future__ import annotations

from okr_lint.lsp.checking import Checked
from okr_lint.model import Objective, Span, Statement


def whole(statement: Statement) -> Span | None:
    """From label to the end of the text."""
    if statement.span is None:
        return None
    start = min(statement.span.start, statement.label_span.start) if statement.label_span else statement.span.start
    return Span(start, statement.span.end)


def whole_set(objective: Objective) -> Span | None:
    """From the objective to the end of its last key result."""
    spans = [span for one in (objective, *objective.key_results) if (span := whole(one)) is not None]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def set_score(checked: Checked, objective: Objective) -> int | None:
    """The mean score of an objective and its key results."""
    scores = [checked.result.scores.get(one.id) for one in (objective, *objective.key_results)]
    totals = [score.total for score in scores if score is not None]
    return round(sum(totals) / len(totals)) if totals else None
