"""O101: a numeric target in the objective, and moving it to where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from okr_lint.checks.builtin.objective_move import move, target_clause
from okr_lint.checks.match import Match, Subject, check
from okr_lint.checks.remainder import remainder
from okr_lint.checks.verdict import Verdict, combine, precision, within_reach
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
_RATES = ("%", "pp", "$", "元", "usd", "cny", "eur", "€", "£", "¥", "万元", "亿元", "倍", "x")
_FOLD = ("倍", "x")  # "a 10x team" is a manner of speaking
_DURATIONS = (
    "年",
    "个月",
    "月",
    "周",
    "天",
    "小时",
    "个小时",
    "分钟",
    "岁",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "min",
    "h",
)
_WORD_BEFORE = re2.compile(r"([a-z][a-z.]*)[\s-]*$")
_SIZES = frozenset(("the", "my", "our", "all", "these", "those", "their", "its", "under", "over"))
_BEFORE_TARGETS = frozenset(
    ("to", "of", "at", "with", "by", "least", "than", "most", "for", "a", "and", "another", "first")
)
_VERBS = ("outcome_verb", "output_verb", "direction_up", "direction_down", "activity_verb", "effect_verb")
_MOST = 40  # each number is looked at with the words around it: bounded, so that a long line stays linear


@check("metric-in-objective")
def metric_in_objective(subject: Subject) -> Iterator[Match]:
    """The first quantity; louder where the line is nothing but metric and number.

    A plain number is named whatever the label says: whoever reads the line sees it.
    """
    judged = subject.judged
    label = judged.labels.get("metric")
    near = within_reach("O101", label, "yes")
    quantities = _targets(judged.analysis) if near or judged.analysis.quantities else []
    verdict = combine("O101", "metric", label, "yes", evidence=bool(quantities) or None, alone=None) if near else None
    if verdict is None and (plain := [one for one in quantities if _is_plain(one, judged.analysis)]):
        quantities, verdict = plain, Verdict("rule", precision("O101", "rule"))
    if verdict is None:
        return
    if not quantities:
        yield Match(message="unseen", **verdict.for_match())
        return
    first = quantities[0]
    ranges = [(q.start, q.end) for q in quantities]
    bare = not remainder(judged.analysis, _BARE, ranges)
    moved = None if bare else target_clause(judged, first)
    reasons = {"zh": f"数字：{judged.statement.text[first.start : first.end]}"}
    reasons["en"] = f"number: {judged.statement.text[first.start : first.end]}"
    fields = verdict.for_match(reasons)
    fields["severity"] = "warning" if bare else "info"
    yield Match(
        first.start,
        first.end,
        "bare" if bare else "default",
        {"key_result": moved.key_result if moved else judged.statement.text},
        edits={"move": edits} if moved and (edits := move(subject, moved)) else {},
        **fields,
    )


def _targets(analysis: Analysis) -> list[Quantity]:
    """Quantities that an objective aims at: not a horizon in years, not a size or a name that happens to count."""
    horizons = [(hit.start, hit.end) for hit in analysis.found("long_horizon")]
    return [
        quantity
        for quantity in analysis.quantities[:_MOST]
        if not any(start < quantity.end and quantity.start < end for start, end in horizons)
        and _is_aimed_at(quantity, analysis)
    ]


def _is_aimed_at(quantity: Quantity, analysis: Analysis) -> bool:
    """A rate, an amount, a change or a limit; a bare count only where it is written in figures and counts something."""
    unit = (quantity.unit or "").lower()
    written = analysis.text[quantity.start : quantity.end]
    figures = any(map(str.isdigit, written))
    if quantity.masked or unit in _RATES or quantity.baseline is not None:
        return True
    if quantity.target == 0 and not figures:
        return False  # "zero" and 零 as a manner of speaking
    if quantity.direction in ("up", "down") or quantity.comparison != "=":
        return True
    if not figures or unit in _DURATIONS or unit.rstrip("s") in _DURATIONS:
        return False
    counts = float(quantity.target or 0).is_integer() and bool(
        quantity.unit or quantity.metric or _counts_people(quantity, analysis)
    )
    return counts and not _is_name_or_size(quantity, analysis)


def _is_plain(quantity: Quantity, analysis: Analysis) -> bool:
    """A rate or an amount in figures, a change of something counted, or a number of people to reach."""
    unit = (quantity.unit or "").lower()
    if not any(map(str.isdigit, analysis.text[quantity.start : quantity.end])):
        return False
    changes = quantity.direction in ("up", "down") and bool(unit)
    return (unit in _RATES and unit not in _FOLD) or changes or _counts_people(quantity, analysis)


def _counts_people(quantity: Quantity, analysis: Analysis) -> bool:
    """Whether customers, students or the like stand right behind the number."""
    rest = analysis.normal[quantity.end :]
    at = quantity.end + len(rest) - len(rest.lstrip())
    return any(hit.start == at for hit in analysis.found("beneficiary"))


def _is_name_or_size(quantity: Quantity, analysis: Analysis) -> bool:
    """ "line 4", "Elasticsearch 8", "X7": a name with a number; "our 31 projects": a size that is there already."""
    before = _WORD_BEFORE.search(analysis.normal[: quantity.start])
    if before is None:
        return False
    word = before.group(1)
    if word in _SIZES:
        return True
    at_verb = any(hit.end == before.start(1) + len(word) and hit.lexicon in _VERBS for hit in analysis.hits)
    return not (at_verb or _counts_people(quantity, analysis) or word.endswith("ing") or word in _BEFORE_TARGETS)
