"""Signs of work in an English key result."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from okr_lint.checks.builtin.key_result_evidence import Evidence
from okr_lint.checks.builtin.key_result_work_signs import OWN_VERBS, Work
from okr_lint.language import Analysis

# What others feel or count: "improve" with one of these names an effect, if without a number.
_FELT = (
    "audience",
    "facet_speed",
    "facet_satisfaction",
    "facet_reliability",
    "facet_ease",
    "facet_revenue",
    "facet_brand",
)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    import re2

    return {
        "times": re2.compile(
            r"^(?:at least )?(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
            r"|twenty)(?: [a-z'’&-]+){0,2} $"
        ),
        "carried_out": re2.compile(
            r"\b(?:held|carried out|conducted|rehearsed|executed|completed|done|started|attended|run by)\b"
        ),
        "made": re2.compile(
            r"\b(?:published|released|launched|signed|live|merged|shipped|accepted|approved|online|passed|in place)\b"
        ),
    }


def work_en(analysis: Analysis, signs: Evidence) -> Work | None:
    """The plainest sign of work."""
    made = bool(_patterns()["made"].search(analysis.normal))
    return _own_verb(analysis, signs) or _counted_or_held(analysis, signs, made) or _named(analysis, signs, made)


def _own_verb(analysis: Analysis, signs: Evidence) -> Work | None:
    """An instruction to do something oneself; "improve" too, where its object is one's own work."""
    lead = signs.lead
    if lead is None or analysis.normal[lead.start : lead.end] in ("update", "fix"):
        return None
    if lead.lexicons & (OWN_VERBS - {"hedge"}):
        effect = signs.number and (signs.effect is not None or signs.change is not None)
        return None if effect else Work(lead.start, lead.end, "default", True)
    if not lead.lexicons & {"empty_verb", "hedge"} or signs.effect or signs.number:
        return None
    if any(analysis.found(name) for name in _FELT) or "experience" in analysis.normal:
        return None
    return Work(lead.start, lead.end, "default", not analysis.found("deliverable_noun"))


def _counted_or_held(analysis: Analysis, signs: Evidence, made: bool) -> Work | None:
    """So many interviews; a workshop held."""
    if signs.change:
        return None
    for hit in analysis.found("activity_noun"):
        counted = _patterns()["times"].search(analysis.normal[: hit.start])
        if counted and not made and hit.term not in ("talk", "call", "run"):
            return Work(counted.start(), hit.end, "count", True)
        held = _patterns()["carried_out"].search(analysis.normal, hit.end)
        if held and not signs.number:
            return Work(hit.start, held.end(), "default", True)
    return None


def _named(analysis: Analysis, signs: Evidence, made: bool) -> Work | None:
    """Work named by the noun of the first phrase, or a rhythm of it."""
    work = signs.work
    vague = signs.degree is not None and work is not None and signs.degree.end > work.start
    making = signs.lead is not None and "output_verb" in signs.lead.lexicons
    if work and not (making or vague or made or signs.change):
        return Work(work.start, work.end, "default", not signs.number)
    if signs.cadence and analysis.found("activity_noun") and not signs.effect and not made:
        return Work(signs.cadence.start, signs.cadence.end, "cadence", False)
    return None
