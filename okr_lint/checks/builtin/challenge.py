"""O114, S307: sets that ask for nothing beyond what is already there, or only for things to deliver."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.checks.verdict import Verdict, combine
from okr_lint.language import Quantity

_LEAST_KEY_RESULTS = 2
_NEAR = 0.03  # a target within three per cent of its baseline is where one stands already
_CEILING = 95.0  # near the top of a percentage scale small steps are hard ones


@check("unchallenging-objective")
def unchallenging_objective(subject: Subject) -> Iterator[Match]:
    """Every key result stands at its baseline already, or counts the completion of routine work."""
    key_results = subject.key_results
    if len(key_results) < _LEAST_KEY_RESULTS:
        return
    routine = [key_result for key_result in key_results if _routine(key_result)]
    near = [key_result for key_result in key_results if key_result not in routine and _near_baseline(key_result)]
    if len(routine) + len(near) == len(key_results):
        yield Match(
            message="routine" if len(routine) > len(near) else "default",
            related=tuple(k.statement.id for k in key_results),
        )


def _routine(judged: Judged) -> bool:
    return bool(judged.analysis.found("routine_rate"))


def _near_baseline(judged: Judged) -> bool:
    changes = [q for q in judged.analysis.quantities if q.baseline is not None and q.target is not None]
    return bool(changes) and all(_is_near(quantity) for quantity in changes)


def _is_near(quantity: Quantity) -> bool:
    baseline, target = quantity.baseline or 0.0, quantity.target or 0.0
    if quantity.unit in ("%", "％") and max(baseline, target) >= _CEILING:
        return False
    return abs(target - baseline) <= _NEAR * max(abs(baseline), abs(target))


@check("all-outputs")
def all_outputs(subject: Subject) -> Iterator[Match]:
    """All key results are things to deliver or work to do; none says what changes for anybody."""
    key_results = subject.key_results
    if len(key_results) < _LEAST_KEY_RESULTS:
        return
    verdicts = [_output(key_result) for key_result in key_results]
    if all(verdicts):
        confidence = min(verdict.confidence for verdict in verdicts if verdict)
        sources = {verdict.source for verdict in verdicts if verdict}
        source = sources.pop() if len(sources) == 1 else "both"
        yield Match(source=source, confidence=round(confidence, 4), related=tuple(k.statement.id for k in key_results))


def _output(judged: Judged) -> Verdict | None:
    analysis = judged.analysis
    head = analysis.head
    evidence: bool | None = None
    if head is not None and head.verb_class in ("output", "activity"):
        evidence = not (analysis.found("outcome_noun") or _measured(judged))
    elif head is not None and head.verb_class == "outcome":
        evidence = False
    return combine("S307", "kind", judged.labels.get("kind"), ("output", "activity"), evidence=evidence)


def _measured(judged: Judged) -> bool:
    return any(q.unit == "%" or q.baseline is not None for q in judged.analysis.quantities)
