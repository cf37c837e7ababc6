"""O103, O104, O111: does an objective say what is to change for whom, why, and would one want it?"""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.builtin.objective_task import has_effect
from okr_lint.checks.cycle import parse_cycle
from okr_lint.checks.match import Match, Subject, check
from okr_lint.checks.openness import is_open
from okr_lint.checks.remainder import remainder
from okr_lint.checks.tokens import names_a_thing
from okr_lint.checks.verdict import combine, within_reach
from okr_lint.language import Analysis
from okr_lint.patterns import late
from okr_lint.suggestions import object_noun

# Words that say neither area nor direction: verbs of betterment, wide nouns, degrees, slogans.
_WIDE = (
    "empty_verb",
    "effect_verb",
    "outcome_verb",
    "vague_degree",
    "abstract_noun",
    "uncountable",
    "cliche",
    "slogan",
    "hedge",
    "success_word",
    "direction_up",
    "absolute",
    "upkeep",
    "weak_verb",
)
_UNDECIDED_HAN = 6
_UNDECIDED_WORDS = 1
_WIDE_HEADS = ("empty_verb", "slogan", "cliche", "abstract_noun", "upkeep")
_NAMING = ("deliverable_noun", "outcome_noun", "beneficiary", "outside_party")
_NO_TOPIC = ("effect_verb", "beneficiary", "deliverable_noun", "output_verb", "personal_growth", "vague_degree")
_TOPIC_HAN, _TOPIC_WORDS = 4, 2
_DULL = (1, 2)
_IN_ORDER_TO = late(
    r"\b(?:enough to|in order to|so (?:that|as to|we|i|they|everyone|people))\b|以便|以期|为了|旨在|好让"
)


@check("vague-objective")
def vague_objective(subject: Subject) -> Iterator[Match]:
    """Neither area, beneficiary nor direction; a year's objective may be broad, so there it is info."""
    judged = subject.judged
    label = judged.labels.get("vague")
    if not within_reach("O103", label, "yes"):
        return
    evidence, strength = _vague(judged.analysis, is_open(label, "yes"))
    verdict = combine("O103", "vague", label, "yes", evidence=evidence, strength=strength)
    if verdict is None:
        return
    cycle = parse_cycle(judged.statement.context.cycle)
    yearly = cycle is not None and cycle.length == "year"
    slogan = judged.analysis.found("slogan")
    reason = {"zh": "去掉提升类动词、程度词和宽泛名词后，没有剩下具体内容"}
    reason["en"] = "without verbs of betterment, degrees and wide nouns nothing specific is left"
    fields = verdict.for_match(*([reason] if evidence else []))
    if yearly:
        fields["severity"] = "info"
    message = "slogan" if slogan and evidence else "yearly" if yearly else "default"
    params = {"word": judged.analysis.text[slogan[0].start : slogan[0].end] if slogan else ""}
    params["noun"] = object_noun(judged.analysis) or ("⟨area⟩" if judged.analysis.language == "en" else "⟨领域⟩")
    yield Match(message=message, params=params, **fields)


def _vague(analysis: Analysis, deep: bool) -> tuple[bool | None, float]:
    """Whether nothing specific is left without wide words; the Doc decides where a little is left."""
    if analysis.quantities:
        return False, 1.0
    if _is_topic(analysis):
        return True, 0.9
    head = analysis.head
    if head is not None and head.verb_class in ("output", "activity") and analysis.found("deliverable_noun"):
        return None, 1.0  # a thing to deliver: narrow enough, and O102's matter
    if not any(analysis.found(name) for name in _WIDE_HEADS):
        return None, 1.0
    left = remainder(analysis, _WIDE)
    if not left:
        return True, 1.0
    words = sum(len(unit) > 1 for unit in left)
    han = len(left) - words
    if analysis.found("slogan") and not words and han <= _UNDECIDED_HAN:
        return True, 0.8
    if words > _UNDECIDED_WORDS or han > _UNDECIDED_HAN or has_effect(analysis):
        return False, 1.0
    if analysis.language == "en":
        return (False, 1.0) if any(not unit.endswith("ly") for unit in left) else (True, 0.8)
    if words or any(analysis.found(name) for name in _NAMING):
        return False, 1.0
    if han < 2:
        return True, 0.8  # a word that names something has two characters
    if not deep:
        return None, 1.0  # a label that is sure, or that leans the other way, decides
    return (False, 1.0) if names_a_thing(analysis, _WIDE) else (True, 0.8)


def _is_topic(analysis: Analysis) -> bool:
    """A bare topic (招聘, "Events"): too short to name area and direction, and no effect in it."""
    if has_effect(analysis) or any(analysis.found(name) for name in _NO_TOPIC):
        return False
    han = sum("\u4e00" <= char <= "\u9fff" for char in analysis.normal)
    if analysis.non_targets or any(map(str.isdigit, analysis.normal)):
        return False
    words = sum("a" <= char <= "z" for word in analysis.normal.split() for char in word[:1])
    return 0 < han <= _TOPIC_HAN if not words else words <= _TOPIC_WORDS and not han


@check("uninspiring-objective")
def uninspiring_objective(subject: Subject) -> Iterator[Match]:
    """Words of administration, or a classifier that finds nothing one would want to be part of."""
    judged = subject.judged
    hits = judged.analysis.found("duty_phrase")
    evidence = True if hits and not has_effect(judged.analysis) else None
    verdict = combine("O104", "inspiring", judged.labels.get("inspiring"), _DULL, evidence=evidence)
    if verdict is None:
        return
    if evidence:
        yield Match(hits[0].start, hits[0].end, **verdict.for_match())
    else:
        yield Match(message="unseen", **verdict.for_match())


def _is_effect_verb(analysis: Analysis) -> bool:
    head = analysis.head
    return head is not None and any(hit.start == head.start for hit in analysis.found("effect_verb"))


@check("missing-why")
def missing_why(subject: Subject) -> Iterator[Match]:
    """Neither value nor reason, in the text or in a note; asked only where a verb of betterment or delivery leads."""
    judged = subject.judged
    analysis, context = judged.analysis, judged.statement.context
    if context.why or context.notes or analysis.head is None:
        return
    if analysis.head.verb_class not in ("empty", "output", "activity"):
        return
    if _IN_ORDER_TO.search(analysis.normal):
        return
    if has_effect(analysis) or analysis.found("beneficiary") or analysis.quantities or _is_effect_verb(analysis):
        return
    yield Match(params={"noun": object_noun(analysis) or ""})
