"""The metric that a key result names itself, for suggestions that keep the author's own words."""

from __future__ import annotations

from typing import NamedTuple

from okr_lint.language import Analysis
from okr_lint.language.metric_phrase import phrase_before
from okr_lint.patterns import late

# What may follow the name of a metric that the statement is about: nothing, a stop, or what is to happen to it.
_AFTER = ("direction_up", "direction_down", "vague_degree", "hedge")
_STOP = late(r"\s?(?:$|[,;。!?(:]|[.] ?$)|\s?(?:100 ?%|为 ?0|达标|达到|要|有所|reach|is|are)(?![a-z])")
_WHOLE = late(r"(?:一切|所有|全部|各类|任何|(?:all|any|every|zero|no) )+")
_JOINED = late(r"\b(?:with|for|to|by|from|is|are|and|that)\b")  # more than a name: a piece of a sentence
_CLAUSES = ",;。;!?:("
_MOST, _FARTHEST = 8, 64  # names of metrics, and characters before each: a long line stays linear
_LONGEST = {"zh": 16, "en": 7}


class OwnMetric(NamedTuple):
    """A metric as the author wrote it, and whether less of it is better, as far as the statement or its name says."""

    text: str
    down: bool


def own_metric(analysis: Analysis) -> OwnMetric | None:
    """The metric that a statement is about (家长满意度明显提升, "Improve week-4 retention"), or None."""
    kept: dict[str, OwnMetric | None] = analysis.kept.setdefault("own_metric", {})
    if "" not in kept:
        kept[""] = _own_metric(analysis)
    return kept[""]


def _own_metric(analysis: Analysis) -> OwnMetric | None:
    normal = analysis.normal
    language = "en" if analysis.language == "en" else "zh"
    ends = {hit.end for hit in analysis.found("outcome_noun")}
    vague = {hit.end for name in ("uncountable", "abstract_noun") for hit in analysis.found(name)}
    changes = {hit.start for name in _AFTER for hit in analysis.found(name)}
    looked_at = 0
    for end in sorted(ends - vague):
        blank = end + (normal[end : end + 1] == " ")
        if not (_STOP.match(normal, end) or blank in changes):
            continue
        looked_at += 1
        if looked_at > _MOST:
            break
        near = max(0, end - _FARTHEST)
        floor = max([near, *(normal.rfind(mark, near, end - 1) + 1 for mark in _CLAUSES)])
        phrase = phrase_before(analysis.text, normal, end, floor, analysis.hits)
        if phrase is None or not analysis.text[:end].endswith(phrase) or "%" in phrase or _JOINED.search(phrase):
            continue
        phrase = _without_degree(analysis, phrase, end)
        phrase = _with_gerund(analysis, phrase, end)
        phrase = phrase[whole.end() :] if (whole := _WHOLE.match(phrase.lower())) else phrase
        if not phrase or (len(phrase) if language == "zh" else len(phrase.split())) > _LONGEST[language]:
            continue
        return OwnMetric(phrase, is_lower_better(analysis, end) or lowers(analysis))
    return None


def _without_degree(analysis: Analysis, phrase: str, end: int) -> str:
    """ "renewal rate" for "substantially higher renewal rate"."""
    begin = end - len(phrase)
    within = [hit.end for name in _AFTER for hit in analysis.found(name) if begin <= hit.start and hit.end < end]
    return analysis.text[max(within, default=begin) : end].lstrip()


def _with_gerund(analysis: Analysis, phrase: str, end: int) -> str:
    """ "shipping accuracy" for "accuracy": a form in -ing before a noun names it, unless it is what is done to it."""
    if analysis.language != "en":
        return phrase
    start = analysis.text.rfind(phrase, 0, end)
    before = analysis.normal[:start].rstrip()
    word = before.rpartition(" ")[2]
    changes = any(hit.end == len(before) for name in ("empty_verb", "outcome_verb") for hit in analysis.found(name))
    if start <= 0 or not word.endswith("ing") or changes:
        return phrase
    return analysis.text[len(before) - len(word) : start + len(phrase)]


def names_metric_only(analysis: Analysis) -> bool:
    """Whether a statement is the name of a metric and nothing else."""
    own = own_metric(analysis)
    return own is not None and own.text.lower() == analysis.text.strip(" \t.。;；").lower()


def is_lower_better(analysis: Analysis, end: int) -> bool:
    """Whether less is better of what the phrase that ends at ``end`` names (waiting time, 投诉)."""
    return any(hit.end == end for hit in analysis.found("lower_is_better"))


_BOUNDS = ("less", "fewer", "减", "within", "under", "below", "以内", "以下")


def lowers(analysis: Analysis) -> bool:
    """Whether the statement's verb makes something less (减少 hotfix, "reduce overtime") and no other word more."""
    down = [hit for hit in analysis.found("direction_down") if hit.term not in _BOUNDS]
    return bool(down) and not analysis.found("direction_up")
