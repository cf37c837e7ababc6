"""K212, K215, K216: seen only at the end, vanity, the objective again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from okr_lint.checks.builtin.key_result_evidence import evidence
from okr_lint.checks.builtin.key_result_params import params
from okr_lint.checks.gated import gated
from okr_lint.checks.match import Match, Subject, check
from okr_lint.language import Analysis, Hit, Quantity
from okr_lint.patterns import late


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:

    return gated(
        {
            "stages": (
                r"分[一二两三四五0-9]?[批步期阶段]|阶段|逐[月周批步]|[一二三]期|首[批轮期]|先.{1,12}再|预(?:评|审|检)|每[月周季]|\b(?:stages?|phases?"
                r"|phased|pre-|first .* then|each month|by week|milestones?|one by one|in waves)\b"
            ),
            "judged_thing": (
                r"认证|评审|测评|考试|验收|审[核批计查]|备案|许可|执照|牌照|资质|证书|证|批[件文复准]|奖|项目|标|资格|荣誉|称号|等级|专利|offer|上市|资助|基金|立项|名单|赛"
                r"|\b(?:audit|exam|examination|inspection|certif\w*|accredit\w*|licen[cs]es?|permits?|approval"
                r"|award|prize|tender|bid|grant|contract|patent|test|review|offer|funding|listing|clearance"
                r"|medical devices)\b"
            ),
            "after_vanity": (
                r"转化|购买|下单|成交|留存|复购|到店|留资|线索|咨询|报名|收入|销售|付费|激活|试用|回访|好评|满意|续|订单|有效|占比"
                r"|\b(?:conver\w*|order\w*|bought|buy\w*|purchas\w*|retention|leads?|revenue|sales"
                r"|sign(?:ed)?[- ]?ups?|paid|paying|customers|activat\w*|return\w*|stay\w*|book\w*|trial\w*"
                r"|qualified|donat\w*|repl(?:y|ies)|share of|ratio|rate|per)\b"
            ),
        }
    )


@check("not-checkable-midway")
def not_checkable_midway(subject: Subject) -> Iterator[Match]:
    """One moment decides, somebody else decides it, and no stage lies before it."""
    judged = subject.judged
    analysis = judged.analysis
    if evidence(judged).number or len(analysis.dates) > 1 or _patterns()["stages"].search(analysis.normal):
        return
    for hit in analysis.found("one_shot"):
        if _patterns()["judged_thing"].search(analysis.normal, hit.start):
            word = analysis.text[hit.start : hit.end]
            yield Match(hit.start, hit.end, params=params(subject, word))
            return


@check("vanity-metric")
def vanity_metric(subject: Subject) -> Iterator[Match]:
    """Impressions, followers … with a number, and nothing that follows from them."""
    judged = subject.judged
    analysis = judged.analysis
    if not evidence(judged).number or _patterns()["after_vanity"].search(analysis.normal):
        return
    for hit in analysis.found("vanity"):
        word = analysis.text[hit.start : hit.end]
        if any(_counts(quantity, hit, word) for quantity in analysis.quantities):
            yield Match(hit.start, hit.end, params=params(subject, word))
            return


def _counts(quantity: Quantity, hit: Hit, word: str) -> bool:
    """Whether a quantity is a number of the hit: its metric names it, or it stands right beside it."""
    if quantity.direction == "down":
        return False
    beside = min(abs(hit.start - quantity.end), abs(quantity.start - hit.end)) <= 4
    return beside or (quantity.metric is not None and word.lower() in quantity.metric.lower())


_FEWEST, _FEWEST_SAME = 3, 2  # units of content: fewer may be alike by chance, unless they are the very same


@check("restates-objective")
def restates_objective(subject: Subject) -> Iterator[Match]:
    """Nearly the same content as the objective, with or without a number."""
    judged, objective = subject.judged, subject.objective
    assert objective is not None
    ours, theirs = content(judged.analysis), content(objective.analysis)
    least = _FEWEST_SAME if ours == theirs else _FEWEST
    if min(len(ours), len(theirs)) < least:
        return
    shared = len(ours & theirs)
    if shared / len(ours) < 0.75 or shared / len(ours | theirs) < 0.6:
        return
    message = "number" if evidence(judged).number else "default"
    yield Match(message=message, params=params(subject, judged.analysis.text), related=(objective.statement.id,))


_RUNS = late(r"[a-z][a-z'-]*|[\u3400-\u9fff]+")
_FUNCTION = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "for",
        "and",
        "or",
        "by",
        "with",
        "at",
        "is",
        "are",
        "be",
        "our",
        "we",
        "all",
        "every",
        "more",
        "most",
        "its",
        "their",
        "that",
        "this",
        "it",
        "as",
        "from",
        "than",
        "will",
        "can",
        "make",
        "makes",
        "become",
        "becomes",
        "get",
        "gets",
        "keep",
        "keeps",
    ]
)


# Chinese words that hold a statement together or only say that something is to get better
_COMMON = late(
    r"[的了地得让使将把对为向更都能在与和及以]|提升|提高|优化|加强|打造|实现|做到|达成|达到|成为|真正|持续|全面"
)


def content(analysis: Analysis) -> frozenset[str]:
    """What a statement is about, for comparison: Chinese pairs of characters, English stems; numbers left out."""
    cached = analysis.__dict__.get("_content")
    if cached is None:
        cached = analysis.__dict__["_content"] = _content(analysis)
    found: frozenset[str] = cached
    return found


def _content(analysis: Analysis) -> frozenset[str]:
    units: set[str] = set()
    for run in _RUNS.findall(_without_common(analysis.normal)):
        if run[0].isascii():
            if run not in _FUNCTION and len(run) > 1:
                units.add(_stem(run))
        else:
            units.update([run[i : i + 2] for i in range(max(1, len(run) - 1))])
    return frozenset(units)


def _without_common(normal: str) -> str:
    return normal if normal.isascii() else _COMMON.sub(" ", normal)


def _stem(word: str) -> str:
    if not word.endswith(("g", "s", "d")):
        return word
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
