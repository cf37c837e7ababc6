"""What the messages and scaffolds of the key result rules are filled with."""

from __future__ import annotations

from typing import Any

from okr_lint.checks.builtin.key_result_metric import is_lower_better, lowers, names_metric_only, own_metric
from okr_lint.checks.match import Subject, TextEdit
from okr_lint.language import Analysis
from okr_lint.patterns import late
from okr_lint.suggestions import (
    Change,
    Metric,
    candidate_metrics,
    lowered,
    measure_blank,
    metric_names,
    metric_scaffold,
    object_range,
)

_LONGEST_WORD = 24
_COPULA = late(r" (?:is|are|was|were|has been|have been|becomes?|gets?)$")
_PREPOSITION = late(r"(?:among|with|for|in|on|by|to|from|of|at|across|between|within)(?![a-z])")
_HAN = late(r"[\u4e00-\u9fff]")
_LONGEST_MEANS = {"zh": 24, "en": 90}


def written_in(analysis: Analysis) -> str:
    """The language that a scaffold for this statement is written in."""
    return "en" if analysis.language == "en" else "zh"


def shortened(text: str) -> str:
    """A quotation for a message; a long one is cut."""
    limit = _LONGEST_WORD if _HAN.search(text) else 3 * _LONGEST_WORD
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def params(
    subject: Subject,
    word: str,
    *,
    noun: str | None = None,
    after: int | None = None,
    before: int | None = None,
    measuring: bool = False,
    analysis: Analysis | None = None,
) -> dict[str, Any]:
    """``change`` (a verb), ``word``, ``measure`` (a blank with the author's noun), ``means``, ``text``, the metrics.

    ``after`` is where the noun is looked for, ``before`` where it ends (the text up to there
    is the noun). With ``measuring`` a metric that the statement is about stands for it where neither names one, and
    leaves no room for others. ``analysis``: of the clause that is spoken of, where
    that is not the whole statement. The metrics are empty strings where none fits: a suggestion with them is left out.
    """
    analysis = analysis or subject.judged.analysis
    language = written_in(analysis)
    measure, measured, own = measure_blank(noun, language), -1, None
    if before is not None and 2 <= len(phrase := analysis.text[:before].strip(" ,，")) <= 40:
        phrase = _COPULA.sub("", phrase)
        measured = len(analysis.text[:before].rstrip(" ,，"))
        measured -= len(analysis.text[:measured]) - len(_COPULA.sub("", analysis.text[:measured]))
        hedges = [hit.end for hit in analysis.found("hedge") if hit.end < measured]
        phrase = phrase[max(hedges, default=0) :].lstrip() if not analysis.text[:1].isspace() else phrase
        measure = lowered(phrase) if is_metric(analysis, measured) else measure_blank(phrase, language)
    elif after is not None and (place := object_range(analysis, after)) is not None:
        phrase, measured = analysis.text[slice(*place)], place[1]
        blank = measure_blank(None if _PREPOSITION.match(phrase.lower()) else phrase, language)
        measure = phrase if is_metric(analysis, place[1]) else blank
    if measuring and (measure[0] == "⟨" or names_metric_only(analysis)) and (own := own_metric(analysis)) is not None:
        measure = own.text if language == "zh" else lowered(own.text)
    objective = subject.objective.analysis if subject.objective is not None else None
    metrics = [] if measuring and measure[0] != "⟨" else _metrics(analysis, objective)
    text = analysis.text.strip().rstrip("。.;；!！")
    short = len(text) <= _LONGEST_MEANS[language]
    return {
        "change": change_word(analysis, own.down if own else is_lower_better(analysis, measured) or lowers(analysis)),
        "word": shortened(word),
        "measure": measure,
        "means": text if short else {"zh": "⟨这件事⟩", "en": "⟨this work⟩"}[language],
        "text": text,
        "metrics": metric_names(metrics, language),
        "metric_scaffold": metric_scaffold(metrics[0], language) if metrics else "",
    }


def _metrics(analysis: Analysis, objective: Analysis | None) -> list[Metric]:
    """The candidate metrics; several rules ask, they are worked out once."""
    beside = objective.normal if objective is not None else ""
    known: dict[str, list[Metric]] = analysis.kept.setdefault("metrics", {})
    if beside not in known:
        known[beside] = candidate_metrics(analysis, objective, asked=False)
    return known[beside]


def is_metric(analysis: Analysis, end: int) -> bool:
    """Whether the phrase that ends at ``end`` names something that has a unit (转化率, waiting time)."""
    vague = {hit.end for name in ("uncountable", "abstract_noun") for hit in analysis.found(name)}
    if end in vague:
        return False
    last = analysis.normal[:end].rsplit(" ", 1)[-1]
    return last in _UNITS_OF_THEIR_OWN or any(hit.end == end for hit in analysis.found("outcome_noun"))


# English nouns that end the name of a metric.
_UNITS_OF_THEIR_OWN = frozenset(
    [
        "time",
        "times",
        "rate",
        "rates",
        "share",
        "ratio",
        "score",
        "cost",
        "costs",
        "returns",
        "complaints",
        "errors",
        "delays",
    ]
)


def change_word(analysis: Analysis, down: bool) -> str:
    """The verb of a scaffold that changes something: 降到 or 提升到, Cut or Raise."""
    if written_in(analysis) == "zh":
        return "降到" if down else "提升到"
    return "Cut" if down else "Raise"


def edits(changes: tuple[Change, ...]) -> tuple[TextEdit, ...]:
    """Changes of the suggestions as edits of a match."""
    return tuple(TextEdit(change.start, change.end, change.text) for change in changes)
