"""K205, K206, K207: baseline, deadline and owner, in the text or inherited; said once where it holds for all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from okr_lint.checks.builtin.key_result_evidence import tells_current
from okr_lint.checks.builtin.key_result_params import shortened, written_in
from okr_lint.checks.gated import gated
from okr_lint.checks.match import Judged, Match, ObjectiveSet, Subject, check
from okr_lint.language import Quantity
from okr_lint.suggestions import change_scaffold

_MONEY = ("元", "万元", "亿元", "usd", "cny", "rmb", "eur", "$", "¥", "€", "£", "美元")
_COUNT_UNITS = frozenset(
    [
        "个",
        "家",
        "名",
        "人",
        "项",
        "篇",
        "份",
        "次",
        "场",
        "款",
        "套",
        "所",
        "期",
        "支",
        "台",
        "条",
        "位",
        "本",
        "座",
        "门",
        "件",
    ]
)


@check("missing-baseline")
def missing_baseline(subject: Subject) -> Iterator[Match]:
    """A change with no starting point."""
    found = [(judged, quantity) for judged in subject.key_results if (quantity := _unfounded(judged)) is not None]
    if len(found) == len(subject.key_results) and len(found) > 1:
        yield Match(message="all", related=tuple(judged.statement.id for judged, _ in found))
        return
    for judged, quantity in found:
        analysis = judged.analysis
        word = analysis.text[quantity.start : quantity.end].strip()
        part = quantity.comparison == "+" and quantity.unit == "%"
        message = ("relative" if _is_share(quantity) else "part") if part else "default"
        yield Match(
            quantity.start,
            quantity.end,
            message=message,
            params={"word": shortened(word), "scaffold": _with_baseline(judged, quantity)},
            statement=judged.statement.id,
        )


def _unfounded(judged: Judged) -> Quantity | None:
    """The first quantity that is a change without a known start, or None."""
    if tells_current(judged):
        return None
    analysis = judged.analysis
    quantities = analysis.quantities
    if any(q.baseline is not None for q in quantities):
        return None
    for quantity in quantities:
        if quantity.masked or quantity.direction not in ("up", "down"):
            continue
        if quantity.unit in _COUNT_UNITS and quantity.comparison in ("+", "=", ">="):
            continue  # three more shops start from what there is
        if quantity.metric is None and (quantity.unit or "").lower() in _MONEY:
            continue  # money that is saved or raised counts from nothing
        if _patterns()["started"].search(analysis.normal[: quantity.start]):
            continue
        if _patterns()["compared"].search(analysis.normal):
            continue
        return quantity
    return None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    return gated(
        {
            "started": (r"[从由自]|\bfrom\b"),
            "share": (
                r"[率占比]$|[占率]比例?|比[例率重]|份额|渗透|留存|流失|\b(?:rates?|shares?|ratios?|percentage|margins?|conversion"
                r"|retention|churn|attrition|adoption|accuracy|occupancy|uptime|availability)\b"
            ),
            "compared": (
                r"基[线期]|去年|[比较]\s?20[0-9]{2}\s?年|上[季月年期]|同[比期]|环比|对比|此前|目前|现[有为在]|原[有为先]|(?:vs|versus|against|compared|last|previous"
                r"|today|now|currently|was|were)\b"
            ),
        }
    )


def _is_share(quantity: Quantity) -> bool:
    """Whether what changes is itself a share, so that "+5 %" may be points (转化率) and not only a part (成本)."""
    return quantity.metric is not None and _patterns()["share"].search(quantity.metric.lower()) is not None


def _with_baseline(judged: Judged, quantity: Quantity) -> str:
    """The author's metric between two blanks."""
    language = written_in(judged.analysis)
    metric = quantity.metric
    if metric is not None and (len(metric) > 14 if language == "zh" else not 1 <= len(metric.split()) <= 6):
        metric = None
    if metric is not None and len(metric) < (2 if language == "zh" else 4):
        metric = None
    return change_scaffold(metric, language, "down" if quantity.direction == "down" else "up")


@check("missing-deadline")
def missing_deadline(subject: Subject) -> Iterator[Match]:
    """No date in the text and none inherited."""
    objective = subject.judged
    if _dated(objective):
        return
    undated = [judged for judged in subject.key_results if not _dated(judged)]
    if undated and len(undated) == len(subject.key_results):
        yield Match(message="all", related=tuple(judged.statement.id for judged in undated))
        return
    for judged in undated:
        text = judged.analysis.text.rstrip("。.")
        yield Match(params={"word": shortened(text), "text": text}, statement=judged.statement.id)


def _dated(judged: Judged) -> bool:
    context = judged.statement.context
    return bool(context.cycle or context.deadline or judged.analysis.dates)


@check("missing-owner")
def missing_owner(subject: Subject) -> Iterator[Match]:
    """Nobody responsible: said for the document, else for the objective, else for the key result."""
    sets = [one for one in subject.sets if one.key_results]
    open_sets = [(one, [] if _owned(one.objective) else [k for k in one.key_results if not _owned(k)]) for one in sets]
    if sets and all(_nobody(one, without) for one, without in open_sets):
        yield Match(message="document")
        return
    for one, without in open_sets:
        if _nobody(one, without):
            yield Match(message="objective", statement=one.objective.statement.id)
            continue
        for judged in without:
            yield Match(params={"word": shortened(judged.analysis.text)}, statement=judged.statement.id)


def _nobody(one: ObjectiveSet, without: list[Judged]) -> bool:
    return len(without) == len(one.key_results)


def _owned(judged: Judged) -> bool:
    context = judged.statement.context
    return bool(context.owner or context.team or judged.analysis.owners)
