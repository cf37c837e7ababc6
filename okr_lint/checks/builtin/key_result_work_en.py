"""Signs of work in an English key result."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from okr_lint.checks.builtin.key_result_evidence import Evidence
from okr_lint.checks.builtin.key_result_work_signs import OWN_VERBS, Work
from okr_lint.checks.gated import gated
from okr_lint.language import Analysis, Hit

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
    return gated(
        {
            "times": (
                r"^(?:at least )?(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
                r"|twenty)(?: [a-z'’&-]+){0,2} $"
            ),
            # one's own doing, as the object of "improve"
            "own_process": (
                r"\b(?:process(?:es)?|workflows?|backlog|tooling|collaboration|communications?|coordination|alignment|planning|practices?"
                r"|forecasting|reporting|relationships?|teamwork|organi[sz]ation|routines?|methods?|skills?|knowledge)\b"
            ),
            "compound": (r"^ (?:[a-z]+(?:s|ers?|ed)\b)"),
            "carried_out": (r"^(?: [a-z]+)? (?:held|carried out|conducted|rehearsed|attended)\b"),
            "made": (
                r"\b(?:published|released|launched|signed|live|merged|shipped|accepted|approved|online|passed"
                r"|in place)\b"
            ),
        }
    )


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
        plain = "output_verb" not in lead.lexicons or "own_verb" in lead.lexicons
        return None if effect else Work(lead.start, lead.end, "default", plain)
    if not lead.lexicons & {"empty_verb", "hedge"} or signs.effect or signs.number:
        return None
    if any(analysis.found(name) for name in _FELT) or "experience" in analysis.normal:
        return None
    return Work(lead.start, lead.end, "default", bool(_patterns()["own_process"].search(analysis.normal)))


# Each is looked at with all that stands around it: the number is bounded, so that a long line stays linear.
_MOST_NOUNS = 40


def _counted_or_held(analysis: Analysis, signs: Evidence, made: bool) -> Work | None:
    """So many interviews; a workshop held."""
    if signs.change:
        return None
    for hit in analysis.found("activity_noun")[:_MOST_NOUNS]:
        counted = _patterns()["times"].search(analysis.normal[: hit.start])
        goes_on = _patterns()["compound"].match(analysis.normal[hit.end :])
        if counted and not made and not goes_on and not _finished(analysis, hit):
            return Work(counted.start(), hit.end, "count", True)
        held = _patterns()["carried_out"].match(analysis.normal[hit.end :])
        if held and not signs.number:
            return Work(hit.start, hit.end + held.end(), "default", True)
    return None


def _finished(analysis: Analysis, hit: Hit) -> bool:
    """Whether the noun is as often the product of the work."""
    return any(other.end == hit.end for other in analysis.found("finished_work"))


def _named(analysis: Analysis, signs: Evidence, made: bool) -> Work | None:
    """Work named by the noun of the first phrase, or a rhythm of it."""
    work = signs.work
    vague = signs.degree is not None and work is not None and signs.degree.end > work.start
    making = signs.lead is not None and "output_verb" in signs.lead.lexicons
    if work and not (making or vague or made or signs.change):
        return Work(work.start, work.end, "default", not signs.number and not _finished(analysis, work))
    if signs.cadence and analysis.found("activity_noun") and not signs.effect and not made:
        return Work(signs.cadence.start, signs.cadence.end, "cadence", False)
    return None
