"""K202, K203, K217: does it state a result, or the work and the things that should bring it?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from okr_lint.checks.builtin.key_result_evidence import Evidence, evidence
from okr_lint.checks.builtin.key_result_metric import names_metric_only
from okr_lint.checks.builtin.key_result_params import edits, params
from okr_lint.checks.builtin.key_result_staffing import staffing
from okr_lint.checks.builtin.key_result_work import work
from okr_lint.checks.builtin.key_result_work_signs import Work
from okr_lint.checks.gated import gated
from okr_lint.checks.label_words import LabelSentence
from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.checks.verdict import Verdict, combine, within_reach
from okr_lint.language import Analysis, Quantity
from okr_lint.patterns import late
from okr_lint.suggestions import result_alone

_ENDS = " \t.。;；"  # no part of a quotation


@check("activity-as-key-result")
def activity_as_key_result(subject: Subject) -> Iterator[Match]:
    """Work, effort, own actions and their number, cadence."""
    judged = subject.judged
    label = judged.labels.get("kind")
    if not within_reach("K202", label, "activity"):
        return
    signs = evidence(judged)
    sign = work(judged, signs)
    verdict = combine(
        "K202", "kind", label, "activity",
        evidence=True if sign else None, strength=1.0 if sign and sign.plain else 0.7,
    )  # fmt: skip
    if verdict is None:
        return
    if sign is None:
        if signs.number and _PERSUADES.search(judged.analysis.normal):
            return  # "Convince 12 clinics to test the app": what others do then is a result
        work_verb = signs.lead is not None or judged.analysis.head is not None
        sign = Work(0, len(judged.analysis.text), "default" if work_verb else "nothing", False)
    elif verdict.source == "rule" and not sign.plain:
        verdict = verdict._replace(severity="info")
    if names_metric_only(judged.analysis):
        return  # "waiting time", "volunteer satisfaction": K201 asks for the target
    start = _with_empty_verb(judged.analysis, sign.start)
    word = (
        judged.analysis.text.strip(_ENDS)
        if sign.message in ("default", "nothing")
        else judged.analysis.text[start : sign.end]
    )
    yield Match(start, sign.end, sign.message, params=params(subject, word), **verdict.for_match())


_PERSUADES = late(
    r"^(?:成功)?(?:说服|谈下|谈成|争取到|打动)|^(?:convince|persuade|win over|talk|get)\s.{1,60}\s(?:to|into)\s"
    r"|^(?:re)?negotiate\s[^,;]{1,40}[0-9]"
)


def _with_empty_verb(analysis: Analysis, start: int) -> int:
    """Where the sign begins when the empty verb that governs it is named too: 优化排班, not 排班 alone."""
    head = analysis.head
    if head is None or head.verb_class != "empty" or not head.start < start:
        return start
    between = analysis.normal[head.end : start]
    return start if any(mark in between for mark in ",;。、 ") else head.start


def _makes(signs: Evidence, at: int) -> bool:
    """Whether a verb that makes something opens a statement without a number ("Roll out Workday")."""
    return signs.lead is not None and signs.lead.start == at and not signs.number


_LEAST_EFFECT = 0.2  # probability of an outcome from which a guess is no more than that


@check("output-as-key-result")
def output_as_key_result(subject: Subject) -> Iterator[Match]:
    """A finished thing without the effect that it is to have."""
    judged = subject.judged
    label = judged.labels.get("kind")
    guessed = label is not None and label.value == "output" and label.probabilities.get("outcome", 1.0) < _LEAST_EFFECT
    if not guessed and not within_reach("K203", label, "output"):
        return
    analysis, signs = judged.analysis, evidence(judged)
    place = None
    if work(judged, signs) is None and not _effect_with_number(analysis, signs) and not analysis.found("staffing"):
        place = _output(analysis, signs)
    verdict = combine("K203", "kind", label, "output", evidence=True if place else None)
    if verdict is None and guessed and label and place and _makes(signs, place[0]):
        verdict = Verdict("both", label.probabilities["output"], "info", (LabelSentence("kind", label),))
    if verdict is None or (place is None and _effect_with_number(analysis, signs)):
        return
    hire = staffing(subject) if analysis.found("staffing") else None
    if hire is not None:  # said once, with what K210 has to say of it
        message, loudness = ("open", "warning") if hire.open else ("staffing", "info")
        said = {**verdict.for_match(), "severity": loudness}
        yield Match(hire.start, hire.end, message, hire.params, **said)
        return
    start, end = place or (0, len(analysis.text))
    yield Match(start, end, params=params(subject, analysis.text.strip(_ENDS)), **verdict.for_match())


def states_no_effect(judged: Judged) -> bool | None:
    """Whether the words of a key result tell of work or of a finished thing only; None where they do not tell."""
    analysis, signs = judged.analysis, evidence(judged)
    if _effect_with_number(analysis, signs):
        return False
    if work(judged, signs) is not None or _output(analysis, signs) is not None:
        return True
    return False if signs.effect is not None or signs.change is not None else None


def _effect_with_number(analysis: Analysis, signs: Evidence) -> bool:
    """Whether an effect and a number are both named ("Launch X to lift sign-ups by 25%")."""
    return signs.number and (
        signs.change is not None or (signs.effect is not None and not analysis.found("output_verb"))
    )


@lru_cache(maxsize=1)
def _made() -> dict[str, Any]:
    return gated(
        {
            "zh": (
                r"(?:上线|发布|完成|定稿|开通|开放|公布|公示|入库|上架|下线|重[写做绘画]|改版|搬完|到位|落地|成立|签[订署掉完])"
            ),
            "en": (
                r"\b(?:published|released|launched|live|merged|migrated|installed|signed|submitted|closed|removed"
                r"|rewritten|replaced|deployed|built|printed|online|in (?:place|production|use|service)|set up"
                r"|switched on|complete|done|ready|finished)\b"
            ),
        }
    )


def _output(analysis: Analysis, signs: Evidence) -> tuple[int, int] | None:
    """Where the finished thing is named: the verb that makes it, or the thing."""
    if signs.degree or signs.change or analysis.found("success_claim"):
        return None
    if signs.lead and "output_verb" in signs.lead.lexicons:
        return signs.lead.start, signs.lead.end
    if signs.lead is not None:
        return None
    things = analysis.found("deliverable_noun")
    done = _made()["en" if analysis.language == "en" else "zh"].search(analysis.normal)
    if things and done:
        start, end = done.span()
        return start, end
    behaviour = analysis.found("outcome_verb") or analysis.found("benefit")
    if things and not signs.effect and not behaviour:
        return things[-1].start, things[-1].end
    return None


_NO_COUNTED = ("empty_verb", "outcome_verb", "output_verb", "weak_verb", "outcome_noun", "outside_party")
_CLAUSE = late("[将把使让对与和]")


def _names_the_counted(analysis: Analysis, verb_ends: int, quantity: Quantity) -> bool:
    """Whether a weak verb only says which things are counted: 参与学校从 12 所增加到 20 所."""
    between = analysis.normal[verb_ends : quantity.start].rstrip(" 从由")
    if quantity.baseline is None or not between or analysis.language == "en" or _CLAUSE.search(between):
        return False
    end = verb_ends + len(between)
    return not any(verb_ends <= h.start and h.end <= end for name in _NO_COUNTED for h in analysis.found(name))


@check("activity-wording")
def activity_wording(subject: Subject) -> Iterator[Match]:
    """A weak verb in front of a result that is measured."""
    judged = subject.judged
    analysis, signs = judged.analysis, evidence(judged)
    lead = signs.lead
    if lead is None or "weak_verb" not in lead.lexicons or not signs.number or not (signs.change or signs.effect):
        return
    if work(judged, signs) is not None:
        return
    if any(_names_the_counted(analysis, lead.end, q) for q in analysis.quantities[:2]):
        return
    word = analysis.text[lead.start : lead.end]
    changes = edits(result_alone(analysis, lead.start, lead.end))
    yield Match(
        lead.start,
        lead.end,
        params={**params(subject, word), "lead": word},
        edits={"drop": changes} if changes else {},
    )
