"""O114, S307: sets that ask for nothing beyond what is already there, or only for things to deliver."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.builtin.key_result_kind import states_no_effect
from okr_lint.checks.label_words import LabelSentence
from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.checks.verdict import precision
from okr_lint.language import Quantity

_LEAST_KEY_RESULTS = 2
_EFFECTS = ("outcome_noun", "outcome_verb", "benefit", "modal", "effect_verb")
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
    """All key results are things to deliver or work to do; none says what changes for anybody.

    One mistaken key result would make the finding wrong, so each must be plain: a label that is sure, or a label
    and words that agree; without labels, words that cannot mean an effect.
    """
    key_results = subject.key_results
    if len(key_results) < _LEAST_KEY_RESULTS or any(map(_is_labelled_outcome, key_results)):
        return
    sources = []
    confidence = 1.0
    weakest: tuple[LabelSentence, ...] = ()
    for key_result in key_results:
        label = key_result.labels.get("kind")
        words = states_no_effect(key_result) if label is not None else _is_plain_work(key_result)
        if not (words or (label is not None and label.sure)):
            return
        sources.append("rule" if label is None else "both" if words else "classifier")
        if label is not None and label.confidence < confidence:
            weakest = (LabelSentence("kind", label, about=key_result.statement.id),)
        confidence = min(confidence, label.confidence if label is not None else precision("K203", "rule"))
    yield Match(
        source=sources[0] if len(set(sources)) == 1 else "both",
        confidence=round(confidence, 4),
        why=weakest,
        related=tuple(k.statement.id for k in key_results),
    )


def _is_labelled_outcome(judged: Judged) -> bool:
    label = judged.labels.get("kind")
    return label is not None and label.value == "outcome"


def _is_plain_work(judged: Judged) -> bool:
    """A verb of delivery or work opens it, and nothing in it could be an effect or its measure."""
    analysis, head = judged.analysis, judged.analysis.head
    if head is None or head.verb_class not in ("output", "activity"):
        return False
    if any(hit.start != head.start for name in _EFFECTS for hit in analysis.found(name)):
        return False
    return not any(q.unit == "%" or q.direction or q.baseline is not None for q in analysis.quantities)
