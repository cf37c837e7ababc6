"""O102, O107: what an objective is about — a task, or keeping things as they are — and no effect on anybody."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.checks.remainder import remainder
from okr_lint.checks.verdict import combine
from okr_lint.language import Analysis
from okr_lint.suggestions import object_noun

# "for our customers", 为患者, 给门店: somebody is meant to be better off.
_FOR_WHOM = re2.compile(r"(?:为|给|对|面向|替|\sfor\s(?:[a-z'-]+\s){0,3})$")
_PLAIN_TASK = ("output_verb", "activity_verb")
_MORE_THAN_TASK = ("outcome_verb", "empty_verb", "effect_verb", "upkeep")
_WEAK = 0.5
_HIGHER_BAR = ("outcome_verb", "direction_up", "direction_down", "benefit")


@check("task-as-objective")
def task_as_objective(subject: Subject) -> Iterator[Match]:
    """A deliverable or work to do, and not a word about the effect or who benefits."""
    judged = subject.judged
    evidence, strength = _task(judged.analysis)
    verdict = combine("O102", "kind", judged.labels.get("kind"), "task", evidence=evidence, strength=strength)
    if verdict is None:
        return
    head = judged.analysis.head
    if head is None or not evidence:
        yield Match(message="unseen", params={"noun": _noun(judged)}, **verdict.for_match())
        return
    reason = {"zh": f"开头是交付或动作「{head.word}」,没有写效果或受益者"}
    reason["en"] = f'opens with the deliverable or action "{head.word}" and names no effect or beneficiary'
    yield Match(head.start, head.end, params={"noun": _noun(judged)}, **verdict.for_match(reason))


def _task(analysis: Analysis) -> tuple[bool | None, float]:
    """Whether the words say task (None: no opinion), and how plainly."""
    head = analysis.head
    if has_effect(analysis):
        return False, 1.0
    if head is None or head.verb_class not in ("output", "activity"):
        return None, 1.0
    if states_effect(analysis) or _measured(analysis) or content_before(analysis, head.start):
        return True, _WEAK
    return True, 0.8 if analysis.found("outcome_noun") or analysis.found("beneficiary") else 1.0


def _measured(analysis: Analysis) -> bool:
    """Whether a number says more than how many things are delivered."""
    return any(q.unit == "%" or q.baseline is not None or q.direction for q in analysis.quantities)


def states_effect(analysis: Analysis) -> bool:
    """Whether the head verb is also one that states an effect or betterment rather than a delivery."""
    head = analysis.head
    return head is not None and any(hit.start == head.start and hit.lexicon in _MORE_THAN_TASK for hit in analysis.hits)


def content_before(analysis: Analysis, at: int) -> bool:
    """Whether words of content stand before a place: then the verb there does not open the statement."""
    return bool(remainder(analysis, (), [(at, len(analysis.normal))]))


def has_effect(analysis: Analysis) -> bool:
    """Whether an effect is named, or somebody who is better off."""
    if analysis.found("benefit") or analysis.found("purpose"):
        return True
    return any(_FOR_WHOM.search(analysis.normal[: hit.start]) for hit in analysis.found("beneficiary"))


def _noun(judged: Judged) -> str:
    noun = object_noun(judged.analysis)
    return noun or ("⟨what it delivers⟩" if judged.analysis.language == "en" else "⟨交付物⟩")


@check("upkeep-as-objective")
def upkeep_as_objective(subject: Subject) -> Iterator[Match]:
    """Business as usual with no higher bar."""
    judged = subject.judged
    analysis = judged.analysis
    hits = analysis.found("upkeep")
    evidence: bool | None = None
    strength = 1.0
    if hits:
        head = analysis.head
        leads = hits[0].start <= 1 or (head is not None and head.verb_class == "upkeep")
        higher = bool(analysis.quantities) or any(analysis.found(name) for name in _HIGHER_BAR)
        evidence = False if higher else True if leads or len(hits) > 1 else None
        strength = 1.0 if leads else 0.8
    verdict = combine("O107", "kind", judged.labels.get("kind"), "upkeep", evidence=evidence, strength=strength)
    if verdict is None:
        return
    if not evidence:
        yield Match(message="unseen", params={"noun": _kept(judged)}, **verdict.for_match())
        return
    yield Match(hits[0].start, hits[0].end, params={"noun": _kept(judged)}, **verdict.for_match())


def _kept(judged: Judged) -> str:
    hits = judged.analysis.found("upkeep")
    noun = object_noun(judged.analysis, hits[0].end) if hits else object_noun(judged.analysis)
    return noun or ("⟨what is kept⟩" if judged.analysis.language == "en" else "⟨要守住的事⟩")
