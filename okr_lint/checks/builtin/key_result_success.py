"""K211 and K220: a number on something that has no unit, and success that nothing defines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from okr_lint.checks.builtin.key_result_evidence import evidence
from okr_lint.checks.builtin.key_result_params import params
from okr_lint.checks.builtin.key_result_tokens import begins_word, is_name
from okr_lint.checks.gated import gated
from okr_lint.checks.match import Match, Subject, check
from okr_lint.language import Analysis, Hit, Quantity

_RELATIVE_UNITS = frozenset({"%", "pp", "x", "倍", "百分点", "个百分点", "percent", "points"})


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    return gated(
        {
            # what turns an uncountable thing into a measured one: 体验评分, experience score
            "measured": (
                r"^(?:的)?\s?(?:评分|得分|分数?|指数|满意|率|度|测评|考试|评级|问卷|达标|合格|指标|时[间长]|次数|人数|投诉|问题"
                r"|(?:\S+ )?(?:score|rating|index|survey|rate|satisfaction|test|exam|budget|cost|spend|time|hours"
                r"|tickets?|incidents?|course|certif))"
            ),
            # words between the thing and its number that leave the number on the thing
            "bridge_zh": (
                r"^(?:的|指标|整体|水平|能力|度|力|明显|大幅|显著|有效|再|均|平均|同比|环比|较[^,]{1,8}|比[^,]{1,8}|提升|提高|增长|增强|上升|改善|优化|加强|强化"
                r"|扩大|降低|增加|幅度|到|至|了|为|达到?|不低于|不少于|超过|至少|约|[~≥>+\s])*$"
            ),
            "bridge_en": (
                r"^(?:\s|,|is|are|by|up|at least|about|around|to|of|from|improves?d?|increase[sd]?|grows?|rises?"
                r"|rose|grew|strengthened|better|over|more than|level|levels|overall|across [a-z ]{1,20}"
                r"|for [a-z ]{1,20}|in [a-z ]{1,20}|[~≥>+])*$"
            ),
        }
    )


@check("unnamed-metric")
def unnamed_metric(subject: Subject) -> Iterator[Match]:
    """A percentage on experience, culture, influence …: nobody could count it."""
    analysis = subject.judged.analysis
    for quantity in analysis.quantities:
        if quantity.unit not in _RELATIVE_UNITS and not quantity.masked:
            continue
        thing = _uncounted(analysis, quantity)
        if thing is not None:
            start, word = thing.start, analysis.text[thing.start : thing.end]
            metric = quantity.metric or ""
            if len(metric) <= 30 and metric.endswith(word) and analysis.text.endswith(metric, 0, thing.end):
                start, word = thing.end - len(metric), metric
            number = analysis.text[quantity.start : quantity.end].strip()
            yield Match(start, thing.end, params={**params(subject, word, noun=word), "number": number})
            return


def _uncounted(analysis: Analysis, quantity: Quantity) -> Hit | None:
    """The uncountable thing that a quantity measures, or None."""
    bridge = _patterns()["bridge_en" if analysis.language == "en" else "bridge_zh"]
    for hit in reversed(analysis.found("uncountable")):
        # the quantity's range may begin at its metric
        at = max(quantity.start, hit.end) if hit.start < quantity.end else None
        if at is None or hit.end > quantity.end:
            continue
        if _patterns()["measured"].match(analysis.normal[hit.end :]):
            continue
        digits = next((i for i in range(hit.end, quantity.end) if analysis.normal[i].isdigit()), at)
        if bridge.match(analysis.normal[hit.end : digits]):
            return hit
    return None


@check("undefined-success")
def undefined_success(subject: Subject) -> Iterator[Match]:
    """ "Successful", 良好 as the test of success, where no number says what it means."""
    judged = subject.judged
    if evidence(judged).number:
        return
    analysis = judged.analysis
    for hit in analysis.found("success_claim"):
        if analysis.language != "en":
            named = not begins_word(analysis, hit.start)
        else:  # only a capital inside the line can be part of a name
            named = hit.start > 0 and analysis.text[hit.start].isupper() and is_name(analysis, hit.start)
        if not named:
            yield Match(hit.start, hit.end, params=params(subject, analysis.text[hit.start : hit.end]))
            return
