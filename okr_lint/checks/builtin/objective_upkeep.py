"""O107: keeping things as they are, with no higher bar."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.match import Judged, Match, Subject, check
from okr_lint.checks.verdict import combine
from okr_lint.language import Analysis, Hit
from okr_lint.suggestions import object_noun

_HIGHER_BAR = ("outcome_verb", "direction_up", "direction_down", "benefit")
# Words that name a standing duty wherever they stand.
_DUTY = (
    "日常",
    "例行",
    "常规",
    "本职",
    "按部就班",
    "领导交办",
    "business as usual",
    "day-to-day",
    "routine",
    "as usual",
)
_PLAIN, _FAIR = 1.0, 0.8


@check("upkeep-as-objective")
def upkeep_as_objective(subject: Subject) -> Iterator[Match]:
    """Business as usual with no higher bar."""
    judged = subject.judged
    analysis = judged.analysis
    hits = _upkeep(analysis)
    evidence: bool | None = None
    leads = False
    if hits:
        head = analysis.head
        leads = hits[0].start <= 1 or (head is not None and head.verb_class == "upkeep")
        duty = head is None or head.verb_class not in ("output", "outcome")
        leads = leads or (duty and any(hit.term.startswith(_DUTY) for hit in hits))
        higher = bool(analysis.quantities) or any(analysis.found(name) for name in _HIGHER_BAR)
        starts = {hit.start for hit in hits}
        higher = higher or any(
            hit.start not in starts for name in ("modal", "effect_verb") for hit in analysis.found(name)
        )
        evidence = False if higher else True if leads or len(hits) > 1 else None
    verdict = combine(
        "O107",
        "kind",
        judged.labels.get("kind"),
        "upkeep",
        evidence=evidence,
        strength=_PLAIN if leads else _FAIR,
    )
    if verdict is None:
        return
    if evidence:
        yield Match(hits[0].start, hits[0].end, params={"noun": _kept(judged, hits)}, **verdict.for_match())
    else:
        yield Match(message="unseen", params={"noun": _kept(judged, hits)}, **verdict.for_match())


def _upkeep(analysis: Analysis) -> list[Hit]:
    """The hits; not where they only describe somebody (值班的人)."""
    return [hit for hit in analysis.found("upkeep") if not analysis.normal.startswith("的", hit.end)]


def _kept(judged: Judged, hits: list[Hit]) -> str:
    noun = object_noun(judged.analysis, hits[0].end) if hits else object_noun(judged.analysis)
    return noun or ("⟨what is kept⟩" if judged.analysis.language == "en" else "⟨要守住的事⟩")
