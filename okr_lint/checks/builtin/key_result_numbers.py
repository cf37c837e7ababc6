"""K213, K214, K221: what the numbers of a key result say: all or nothing, the wrong way, too far or too near."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from okr_lint.checks.builtin.key_result_evidence import evidence, tells_current
from okr_lint.checks.builtin.key_result_metric import own_metric
from okr_lint.checks.builtin.key_result_params import change_word, written_in
from okr_lint.checks.builtin.key_result_units import ends
from okr_lint.checks.gated import gated
from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.language import Analysis, Hit
from okr_lint.patterns import late
from okr_lint.suggestions import change_scaffold, lowered

_TENFOLD, _SMALL = 10.0, 0.05
# Every number is looked at with all words of direction around it: a long line stays linear.
_MOST = 40


# 一个 is no amount to start from, a half no number beside a percentage
_SHARES = late(r"一[个家种]|一半|半数|分之|(?<![a-z])(?:half|third|quarter)(?![a-z])")


class Change(NamedTuple):
    """A number that goes from a baseline to a target, both in the target's unit.

    Attributes:
        written: both ends as the author wrote them, where their units differ.
    """

    start: int
    end: int
    baseline: float
    target: float
    direction: str | None
    unit: str | None
    metric: str | None
    written: tuple[str, str] | None = None

    @property
    def numbers(self) -> dict[str, str]:
        """What messages call the two ends."""
        baseline, target = self.written or (_shown(self.baseline), _shown(self.target))
        return {"baseline": baseline, "target": target}


def changes(judged: Judged) -> list[Change]:
    """The changes with both ends known, of the statement and of its table columns."""
    found = [
        Change(q.start, q.end, compared.baseline, compared.target, q.direction, q.unit, q.metric, compared.written)
        for q in islice(judged.analysis.quantities, _MOST)
        if q.baseline is not None
        and q.target is not None
        and q.comparison != "+"
        and not q.masked
        and not _SHARES.search(judged.analysis.normal, q.start, q.end)
        and (compared := ends(judged.analysis, q)) is not None
    ]
    context = judged.statement.context
    if not found and context.baseline and context.target:
        baseline, target = plain_number(context.baseline), plain_number(context.target)
        if baseline is not None and target is not None and _unit_text(context.baseline) == _unit_text(context.target):
            size = len(judged.analysis.text)
            direction = _worded_direction(judged.analysis)
            found.append(Change(0, size, baseline, target, direction, context.unit, context.metric))
    return found


@lru_cache(maxsize=1)
def _number() -> Any:
    import re2

    return re2.compile(r"^\D{0,3}(-?[0-9][0-9,]*(?:\.[0-9]+)?)\s*([^0-9]*)$")


def plain_number(text: str) -> float | None:
    """The value of a table cell that holds one number."""
    found = _number().match(text.strip())
    return float(found.group(1).replace(",", "")) if found else None


def _unit_text(text: str) -> str:
    found = _number().match(text.strip())
    return str(found.group(2)).strip().lower() if found else ""


def _worded_direction(analysis: Analysis) -> str | None:
    """ "up" or "down" where the words point one way only."""
    up, down = analysis.found("direction_up"), analysis.found("direction_down")
    return "up" if up and not down else "down" if down and not up else None


def _shown(value: float) -> str:
    return f"{value:,.10g}".replace(",", "")


_LESS = ("lower_is_better", "harm")
_NONE = late(r"零|0(?![0-9.%])|(?:zero|no|none)(?![a-z])")

# the number of cases that come to light, are dealt with or do not happen may well rise
_COUNTS_WORK = late(
    r"发现|检出|识别|上报|处理|解决|拦截|修复|关闭|挽回|减少|下降|降幅|降低|间隔|无|零"
    r"|(?<![a-z])(?:report|detect|found|find|caught|catch|fix|resolv|handl|clos|respond|block|prevent|identif|between|without"
    r"|free|avoid|reduc|fewer|less|cut|lower|win.?back|recover|budget|tolerat)"
)
# what may stand between the name of a metric and its numbers
_JOINS = late(
    r"[\s:：=(（\[,，|]*+(?:(?:rates?|scores?|(?:of|among|for|in|with|per)\s[a-z]++|from|is|are|a|week|month|day|year|quarter"
    r"|rises?|increases?|goes|grows?|up|down|falls?|drops?|improves?|moves?|target|now"
    r"|当前|目前|现状|现有|每|月|周|天|季度?|年|均|平|从|由|自|为|的|提升|提高|增长|上升|下降|降低)[\s:：=(（\[,，|]*+)*+"
)


class Slip(NamedTuple):
    """A metric whose numbers go the way that nobody wants: its range, and whether less of it is better."""

    start: int
    end: int
    down: bool


def slip(analysis: Analysis, change: Change) -> Slip | None:
    """The metric right before the numbers, where they go the way that nobody wants."""
    rises = change.target > change.baseline
    if rises and _counts_work(analysis):
        return None
    for hit in analysis.found("harm" if rises else "gain"):
        whole = change.end - change.start == len(analysis.text)  # both numbers stand in columns of their own
        end = len(analysis.normal) if whole else change.start
        if hit.end <= end and (joint := _JOINS.match(analysis.normal, hit.end, end)) and joint.end() == end:
            return Slip(hit.start, hit.end, rises)
    return None


def _counts_work(analysis: Analysis) -> bool:
    """Whether a statement speaks of cases that come to light or do not happen; worked out once."""
    if "counts_work" not in analysis.kept:
        analysis.kept["counts_work"] = bool(_COUNTS_WORK.search(analysis.normal))
    found: bool = analysis.kept["counts_work"]
    return found


@check("target-against-direction")
def target_against_direction(subject: Subject) -> Iterator[Match]:
    """The words say down and the numbers up, or nothing changes at all."""
    judged = subject.judged
    analysis = judged.analysis
    found = changes(judged)
    for change in found:
        if change.target != change.baseline and (metric := slip(analysis, change)) is not None:
            yield Match(
                change.start,
                change.end,
                message="metric",
                severity="warning",
                params={
                    "word": analysis.text[metric.start : metric.end],
                    "way": {"zh": "低" if metric.down else "高", "en": "less" if metric.down else "more"},
                    **change.numbers,
                    "metric": lowered(change.metric or analysis.text[metric.start : metric.end]),
                    "change": change_word(analysis, metric.down),
                },
            )
            return
    for change in found:
        if change.direction not in ("up", "down"):
            continue
        wrong = (change.target > change.baseline) if change.direction == "down" else (change.target < change.baseline)
        if not wrong and change.target != change.baseline:
            continue
        word = _direction_word(analysis, change)
        if word is None and wrong:
            continue  # without a word for the direction the numbers decide it, and the metric (above)
        start, end = word or (change.start, change.end)
        down = change.direction == "down"
        less = any(hit.end <= change.start for name in _LESS for hit in analysis.found(name))
        yield Match(
            change.start,
            change.end,
            message="default" if wrong else "same",
            params={
                "word": analysis.text[start:end],
                "way": {"zh": "下" if down else "上", "en": "down" if down else "up"},
                **change.numbers,
                "metric": lowered(change.metric) if change.metric else {"zh": "⟨指标⟩", "en": "⟨metric⟩"},
                "change": change_word(analysis, down or less),
            },
        )
        return


def _direction_word(analysis: Analysis, change: Change) -> tuple[int, int] | None:
    """The word for the direction; None where there is none, or one for the other direction stands nearer."""
    ways = [(analysis.found(name), name.endswith("down")) for name in ("direction_up", "direction_down")]
    hits = [(_distance(hit, change), hit.start, hit.end, down) for some, down in ways for hit in some]
    if not hits:
        return None
    _, start, end, down = min(hits)
    return (start, end) if down == (change.direction == "down") else None


def _distance(hit: Hit, change: Change) -> int:
    return min(abs(hit.start - change.start), abs(hit.start - change.end))


@check("unrealistic-target")
def unrealistic_target(subject: Subject) -> Iterator[Match]:
    """More than tenfold, or less than 5 %, of the stated baseline: a question, no verdict."""
    for change in changes(subject.judged):
        if change.baseline <= 0 or (change.target <= change.baseline and change.direction == "up"):
            continue
        ratio = change.target / change.baseline
        share = change.unit in ("%", "pp") and max(change.baseline, change.target) > 80
        if ratio > _TENFOLD:
            yield Match(change.start, change.end, params=change.numbers)
        elif 0 < abs(ratio - 1) < _SMALL and not share:
            yield Match(change.start, change.end, message="small", params=change.numbers)


@check("absolute-target")
def absolute_target(subject: Subject) -> Iterator[Match]:
    """100 %, zero, "all" with no baseline, where it is neither committed nor a guard."""
    judged = subject.judged
    context = judged.statement.context
    if context.committed or tells_current(judged):
        return
    analysis = judged.analysis
    if any(q.baseline is not None for q in analysis.quantities) or _committed(analysis):
        return
    place = _absolute_place(judged)
    if place is None or _is_guard(analysis, place[0]):
        return
    own = own_metric(analysis)
    down = own.down if own is not None else any(hit.end > place[0] for name in _LESS for hit in analysis.found(name))
    down = down or _NONE.match(analysis.normal, place[0]) is not None
    scaffold = change_scaffold(own.text if own else None, written_in(analysis), "down" if down else "up")
    yield Match(*place, params={"word": analysis.text[slice(*place)], "scaffold": scaffold})


def _absolute_place(judged: Judged) -> tuple[int, int] | None:
    analysis = judged.analysis
    found = _patterns()["full"].search(analysis.normal)
    if found:
        start, end = found.span(1)
        return start, end
    if evidence(judged).degree:
        return None
    for hit in analysis.found("all_or_nothing"):
        if hit.term not in _WHOLE or _of_others(analysis):
            return hit.start, hit.end
    return None


_WHOLE = ("全部", "所有", "全员", "人人", "all", "everyone", "everybody", "none", "never", "一律", "没有任何")


def _of_others(analysis: Analysis) -> bool:
    """Whether "all" speaks of what others do or get; all parts of one's own work are simply its scope."""
    own = ("deliverable_noun", "activity_noun")
    others = ("outcome_verb", "outcome_noun", "audience")
    return any(analysis.found(name) for name in others) and not any(analysis.found(name) for name in own)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:

    return gated(
        {
            "full": (r"(?:^|[^0-9.,])(100(?:\.0+)? ?(?:%|percent))"),
            "committed": (r"承诺|底线|红线|committed|commitment|must not|guardrail|sla\b"),
            "guard": (r"(?:且|同时|并且?|,|;|保持|without|with|while|and|keeping|at)\s?$"),
        }
    )


def _committed(analysis: Analysis) -> bool:
    return bool(_patterns()["committed"].search(analysis.normal))


def _is_guard(analysis: Analysis, at: int) -> bool:
    """Whether the absolute stands behind another result that it only guards."""
    before = analysis.normal[:at]
    earlier = [q for q in analysis.quantities if q.end <= at]
    return bool(earlier) and bool(_patterns()["guard"].search(before.rstrip() + " ") or "," in before)
