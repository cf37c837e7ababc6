"""K201, K204, K211, K220: can anybody tell at the end whether it was reached?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from okr_lint.checks.builtin.key_result_evidence import HARDLY_DEGREES, Evidence, end_state_words, evidence
from okr_lint.checks.builtin.key_result_metric import names_metric_only
from okr_lint.checks.builtin.key_result_params import params
from okr_lint.checks.builtin.key_result_tokens import begins_word, heads_clause, qualifies_noun
from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.checks.openness import is_open
from okr_lint.checks.verdict import combine, within_reach
from okr_lint.language import Analysis, Hit, analyse

_SOFT_LEADS = frozenset({"activity_verb", "empty_verb", "weak_verb", "upkeep", "hedge"})
_HARD_LEADS = frozenset({"output_verb", "outcome_verb"})


class Unmeasured(NamedTuple):
    """Why nothing can be measured: the range of the word that shows it, the message, and whether it is plain."""

    start: int
    end: int
    message: str
    plain: bool


@check("unmeasurable-key-result")
def unmeasurable_key_result(subject: Subject) -> Iterator[Match]:
    """Neither a number nor an end state: an error where the classifier sees the same."""
    judged = subject.judged
    label = judged.labels.get("measurable")
    if not within_reach("K201", label, "none"):
        return
    signs = evidence(judged)
    if signs.number:
        return  # ninety-nine of a hundred key results with a number can be measured: no label outweighs that
    reason = unmeasured(judged.analysis, signs, is_open(label, "none"))
    verdict = combine(
        "K201", "measurable", label, "none",
        evidence=True if reason else None, strength=1.0 if reason and reason.plain else 0.8, alone="warning",
    )  # fmt: skip
    if verdict is None:
        return
    if reason is None:
        reason = Unmeasured(0, len(judged.analysis.text), "default", False)
    elif verdict.severity == "info" and _plain_degree(judged.analysis, signs) and unquantified(judged, signs):
        verdict = verdict._replace(severity="warning")  # K204 would say so by itself
    elif verdict.source == "rule" and not reason.plain:
        verdict = verdict._replace(severity="info")
    if reason.message == "metric" and (judged.statement.context.target or judged.statement.context.baseline):
        return  # a column of its own says what to reach
    word, message = judged.analysis.text[reason.start : reason.end], reason.message
    if message in ("default", "metric"):
        word = judged.analysis.text.strip(" \t.。;；")
    if signs.degree and message in ("degree", "amount"):
        filled = _of_its_clause(subject, word, signs.degree)
    else:
        filled = params(subject, word, after=_object_after(judged.analysis, signs), measuring=True)
    yield Match(message=message, params=filled, **verdict.for_match())


def _object_after(analysis: Analysis, signs: Evidence) -> int | None:
    """Where the object of the governing verb may begin; None where no verb governs."""
    if signs.lead:
        return signs.lead.end
    head = analysis.head
    return head.end if head is not None and head.verb_class == "empty" else None


def unmeasured(analysis: Analysis, signs: Evidence, deep: bool) -> Unmeasured | None:
    """The plainest sign that a statement without a number names no end state either; ``deep``: tokens may be asked."""
    if signs.degree:
        return Unmeasured(signs.degree.start, signs.degree.end, _message(signs.degree, analysis), True)
    if (signs.end_state and not _only_named(analysis, signs, deep)) or _named_event(analysis, signs):
        return None
    if signs.lead and "output_verb" in signs.lead.lexicons and not signs.lead.lexicons & _SOFT_LEADS and not signs.soft:
        return None
    if names_metric_only(analysis):
        return Unmeasured(0, len(analysis.text), "metric", False)
    if signs.soft:
        return Unmeasured(signs.soft.start, signs.soft.end, "default", True)
    if signs.lead and signs.lead.lexicons & _SOFT_LEADS:
        if signs.lead.lexicons & _HARD_LEADS or any(h.start == signs.lead.start for h in analysis.found("takes_place")):
            return None
        predicate = analysis.language == "en" or (deep and heads_clause(analysis, signs.lead.start, signs.lead.end))
        return Unmeasured(signs.lead.start, signs.lead.end, "default", predicate and not analysis.dates)
    if claim := analysis.found("success_claim"):
        return Unmeasured(claim[0].start, claim[0].end, "default", False)
    if signs.change:
        english = analysis.language == "en"
        opens = signs.lead is not None and signs.lead.start == signs.change.start
        return Unmeasured(signs.change.start, signs.change.end, "default", not english or opens)
    if signs.work:
        open_end = any(hit.end == signs.work.end for hit in analysis.found("open_work"))
        return Unmeasured(signs.work.start, signs.work.end, "default", open_end)
    if signs.cadence:
        return Unmeasured(signs.cadence.start, signs.cadence.end, "default", False)
    return None


def _only_named(analysis: Analysis, signs: Evidence, deep: bool) -> bool:
    """Whether the words of an end state only name what an empty verb acts on (优化发布流程, "improve live chat")."""
    lead = signs.lead
    if (
        not (deep or analysis.language == "en")
        or lead is None
        or "empty_verb" not in lead.lexicons
        or lead.lexicons & {"output_verb", "outcome_verb"}
    ):
        return False
    places = end_state_words(analysis)
    return bool(places) and qualifies_noun(analysis, places, lead.end)


_EVENT_VERBS = ("举办", "举行", "主办", "承办", "召开", "hold", "host")


def _named_event(analysis: Analysis, signs: Evidence) -> bool:
    """An event that takes place or not: work, yet no matter of opinion."""
    lead = signs.lead
    return lead is not None and analysis.normal[lead.start : lead.end] in _EVENT_VERBS and signs.cadence is None


@check("vague-degree")
def vague_degree(subject: Subject) -> Iterator[Match]:
    """A degree or an amount in a clause that holds no number."""
    judged = subject.judged
    signs = evidence(judged)
    degree = signs.degree
    if degree is None or not unquantified(judged, signs):
        return
    word = judged.analysis.text[degree.start : degree.end]
    yield Match(
        degree.start,
        degree.end,
        message="amount" if _message(degree, judged.analysis) == "amount" else "default",
        params=_of_its_clause(subject, word, degree),
    )


def _of_its_clause(subject: Subject, word: str, degree: Hit) -> dict[str, Any]:
    """What the clause that the degree stands in says is measured."""
    whole = subject.judged.analysis
    start, end = _clause(whole.normal, degree.start)
    start += len(whole.text[start:end]) - len(whole.text[start:end].lstrip())
    analysis, at = analyse(whole.text[start:end].rstrip()), degree.start - start
    lead = Evidence(analysis).lead
    verb = lead.end if lead is not None and lead.end > at else at + len(word)
    subject_first = lead is None and at > 1
    return params(subject, word, after=verb, before=at if subject_first else None, measuring=True, analysis=analysis)


def _clause(text: str, at: int) -> tuple[int, int]:
    """The range between the marks around a place."""
    start = max((text.rfind(mark, 0, at) for mark in _CLAUSE_ENDS), default=-1) + 1
    ends = [end for mark in _CLAUSE_ENDS if (end := text.find(mark, at)) >= 0]
    return start, min(ends, default=len(text))


def unquantified(judged: Judged, signs: Evidence) -> bool:
    """Whether the degree stands in a clause that holds no number."""
    degree = signs.degree
    if degree is None or judged.statement.context.target or _number_near(judged.analysis, degree.start):
        return False
    return judged.analysis.language == "en" or begins_word(judged.analysis, degree.start)


def _plain_degree(analysis: Analysis, signs: Evidence) -> bool:
    """A degree that says how much; 多个 may be known."""
    degree = signs.degree
    return degree is not None and _message(degree, analysis) == "degree" and degree.term not in HARDLY_DEGREES


def _message(degree: Hit, analysis: Analysis) -> str:
    """Whether it asks how many or how much; "network more" counts nothing."""
    last = degree.term in ("more", "fewer") and not analysis.normal[degree.end :].strip(" .!")
    return "amount" if degree.term in _AMOUNTS and not last else "degree"


_AMOUNTS = frozenset(
    [
        "若干",
        "部分",
        "各类",
        "各种",
        "各项",
        "更多",
        "大量",
        "海量",
        "众多",
        "诸多",
        "不少",
        "许多",
        "很多",
        "多个",
        "多项",
        "多种",
        "多家",
        "多次",
        "多名",
        "多位",
        "数个",
        "数家",
        "几个",
        "几家",
        "几项",
        "几次",
        "一批",
        "一些",
        "一系列",
        "系列",
        "several",
        "various",
        "numerous",
        "multiple",
        "many",
        "more",
        "some",
        "few",
        "a",
        "few",
        "lots",
        "of",
        "a",
        "lot",
        "of",
        "a",
        "number",
        "of",
        "a",
        "range",
        "of",
        "a",
        "couple",
        "of",
        "dozens",
        "of",
        "fewer",
    ]
) | {"a few", "lots of", "a lot of", "a number of", "a range of", "a variety of", "a couple of", "dozens of"}
_CLAUSE_ENDS = ",;。；，.()（）"


def _number_near(analysis: Analysis, at: int) -> bool:
    """Whether a number stands in the same clause, or in the next one, which often spells the degree out."""
    text = analysis.normal
    end, commas = at, 0
    while end < len(text) and commas < 2:
        commas += text[end] in _CLAUSE_ENDS and not (end + 1 < len(text) and text[end + 1].isdigit())
        end += 1
    start = max((text.rfind(mark, 0, at) for mark in _CLAUSE_ENDS), default=-1)
    return any(start < quantity.end and quantity.start < end for quantity in analysis.quantities)
