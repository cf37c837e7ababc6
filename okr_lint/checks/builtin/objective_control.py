"""O109: an objective that somebody outside decides."""

from __future__ import annotations

from collections.abc import Iterator

from okr_lint.checks.match import Match, Subject, check
from okr_lint.checks.tokens import tokens_between
from okr_lint.language import Hit

_NEAR = 4


@check("outside-control")
def outside_control(subject: Subject) -> Iterator[Match]:
    """An outside party and a word of its decision, close together and in one clause."""
    analysis = subject.judged.analysis
    decisions = analysis.found("outside_decision")
    for actor in analysis.found("external_actor"):
        for decision in decisions:
            first, second = sorted((actor, decision))
            if _overlap(actor, decision):
                yield Match(actor.start, actor.end, params={"decision": analysis.text[actor.start : actor.end]})
                return
            between = tokens_between(analysis, first.end, second.start)
            if between is not None and between <= _NEAR:
                params = {"decision": analysis.text[decision.start : decision.end]}
                yield Match(actor.start, actor.end, params=params)
                return


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end
