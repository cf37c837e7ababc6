"""O102: a task where an objective should stand — something to deliver or to do, and no effect on anybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import re2

from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.checks.remainder import remainder
from okr_lint.checks.verdict import combine, within_reach
from okr_lint.language import Analysis, Hit
from okr_lint.suggestions import object_noun

# "for our customers", 为患者, 给门店: somebody is meant to be better off.
_FOR_WHOM = re2.compile(r"(?:为|给|对|面向|替|\sfor\s(?:[a-z'-]+\s){0,3})$")
_NEAR = 64  # longer than what stands between "for" and whom
_MORE_THAN_TASK = ("outcome_verb", "empty_verb", "effect_verb", "upkeep")
_WORK = ("output_verb", "activity_verb", "empty_verb", "activity_noun")
_THING = ("deliverable_noun",)
_NOT_BARE = ("outcome_noun", "effect_verb", "upkeep", "modal", "vague_degree", "cliche", "success_word")
_TAIL = re2.compile(r"(?:[\s。.!！;；)）0-9v]|[一二三四]期)+$")
_CLAUSE_EN = re2.compile(
    r"\b(?:that|which|who|where|when|before|until|what)\b|\b(?:nobody|everybody|everyone|anybody|anyone|no one)\b"
)
_PLAIN, _FAIR, _WEAK = 1.0, 0.8, 0.5
_TOPIC_WORDS = 5


class Task(NamedTuple):
    """Where a statement says that it is a task, how plainly, and the message that fits."""

    start: int
    end: int
    strength: float
    message: str = "default"


@check("task-as-objective")
def task_as_objective(subject: Subject) -> Iterator[Match]:
    """A deliverable or work to do, and not a word about the effect or who benefits."""
    judged = subject.judged
    label = judged.labels.get("kind")
    if not within_reach("O102", label, "task"):
        return
    effect = has_effect(judged.analysis)
    task = None if effect else task_sign(judged.analysis)
    verdict = combine(
        "O102",
        "kind",
        label,
        "task",
        evidence=True if task else False if effect else None,
        strength=task.strength if task else _PLAIN,
    )
    if verdict is None:
        return
    params = {"noun": _noun(judged)}
    if task is None:
        yield Match(message="unseen", params=params, **verdict.for_match())
        return
    word = judged.analysis.text[task.start : task.end]
    reason = {"zh": f"说的是交付或动作「{word}」，没有写效果或受益者"}
    reason["en"] = f'states the deliverable or action "{word}" and names no effect or beneficiary'
    yield Match(task.start, task.end, task.message, params, **verdict.for_match(reason))


def task_sign(analysis: Analysis) -> Task | None:
    """The verb of work or delivery that opens or closes the statement, if there is one."""
    head = analysis.head
    if closing := _closing_work(analysis):
        return Task(closing.start, closing.end, _FAIR, "closing")
    if head is not None and head.verb_class in ("output", "activity"):
        at_head = [hit for hit in analysis.hits if hit.start == head.start]
        lexicons = {hit.lexicon for hit in at_head}
        if analysis.language == "en" and not any(
            hit.term.split()[0] == head.word.lower().split()[0] for hit in at_head
        ):
            return None  # "Filing a return", "Documented by default": no verb that tells what to do
        if lexicons.intersection(_MORE_THAN_TASK) or _measured(analysis) or _opens_late(analysis, head.start):
            strength = _WEAK
        elif _serves_somebody(analysis) or analysis.found("personal_growth") or "one_shot" in lexicons:
            strength = _WEAK  # a person's own race or exam is an aspiration
        else:
            strength = _FAIR if analysis.found("outcome_noun") or analysis.found("beneficiary") else _PLAIN
        return Task(head.start, head.end, strength)
    return None


def _closing_work(analysis: Analysis) -> Hit | None:
    """The work or thing that a bare noun phrase ends with: 官网改版, "Design system"."""
    if analysis.quantities or any(analysis.found(name) for name in _NOT_BARE):
        return None
    if "把" in analysis.normal or "的" in analysis.normal:
        return None
    end = len(_TAIL.sub("", analysis.normal))
    head = analysis.head
    if analysis.language == "en":
        lexicons: tuple[str, ...] = _THING
        if head is not None or len(analysis.normal.split()) > _TOPIC_WORDS:
            return None
    else:
        lexicons = _WORK if head is not None else (*_WORK, *_THING)
    for hit in analysis.hits:
        if hit.end == end and hit.start and hit.lexicon in lexicons and (head is None or head.start == hit.start):
            return hit
    return None


def _serves_somebody(analysis: Analysis) -> bool:
    """Whether a clause of its own says what somebody can or will do with the thing (能听懂的, "that people miss")."""
    return bool(analysis.found("modal")) or _CLAUSE_EN.search(analysis.normal) is not None


def _measured(analysis: Analysis) -> bool:
    """Whether a number says more than how many things are delivered."""
    return any(
        q.unit == "%" or q.baseline is not None or q.direction or analysis.found("outcome_noun")
        for q in analysis.quantities
    )


def _opens_late(analysis: Analysis, at: int) -> bool:
    """Whether words of content or numbers stand before a place: then the verb there does not open the statement."""
    if any(quantity.start < at for quantity in analysis.quantities):
        return True
    return bool(remainder(analysis, ("hedge",), [(at, len(analysis.normal))]))


def has_effect(analysis: Analysis) -> bool:
    """Whether an effect is named, or somebody who is better off."""
    if analysis.found("benefit") or analysis.found("purpose"):
        return True
    served = analysis.found("beneficiary")
    return any(_FOR_WHOM.search(analysis.normal[max(0, hit.start - _NEAR) : hit.start]) for hit in served)


def _noun(judged: Judged) -> str:
    noun = object_noun(judged.analysis)
    return noun or ("⟨what it delivers⟩" if judged.analysis.language == "en" else "⟨交付物⟩")
