"""Signs of work in a Chinese key result."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from okr_lint.checks.builtin.key_result_evidence import Evidence
from okr_lint.checks.builtin.key_result_tokens import acting_verb, heads_clause
from okr_lint.checks.builtin.key_result_work_signs import OWN_VERBS, Work, speaks_of_work
from okr_lint.checks.gated import gated
from okr_lint.language import Analysis


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    count = r"(?:[0-9][0-9,]*|[〇零一二两三四五六七八九十百千]+)(?:多|余|几)?\s?"
    return gated(
        {
            # so many times: 4 场, 两轮, 25 家次
            "times": (rf"{count}(?:场次?|轮次?|次$|次[,。;)]|遍|趟|人次|家次|课时|节课|堂课|梯次|班次)"),
            "visits": (rf"{count}家次"),
            # own habits: 每天背 20 个, 看 50 本书, 每周跑步三次
            "habit": (
                rf"(?:^|每[天日周晚早月]|坚持|[,,、] ?)(?:早起|晚上|早上)?"
                rf"(?:背|看|读|学|听|练|跑|刷|陪|聊|办|去|走|找|打)(?:步|书|题|完|满|单词"
                rf"|课)?\s?{count}[^率%]{{0,6}}$"
            ),
            "done_work": (r"^(?:[^,,、用户者]{0,3}|把[^,,]{1,12})(?:看|读|学|背|听|练|跟|刷|上)完|(?:看|读|学|背)完$"),
            "clock": (r"[0-9]{1,2}[::][0-9]{2}\s?前"),
            "made": (
                r"整理出|形成|产出|输出|入库|发布|上线|成册|定稿|出具|拿[到出]|拿下|签|落地|布置好|编制完成|改为|换成|出版|上架|收录|开源|[写做编画拍录搭建][出成]"
            ),
            # an end or an ability after the verb: then the verb belongs to a noun, or the work is done
            "ended": (r"能|可以|完成|通过|上线|发布|办结|重写|闭环|落地|生效|打印|达成"),
            "of": (r"^(?:过|了|的|者|率|表|单|系统|平台|记录|完的)"),
        }
    )


def work_zh(analysis: Analysis, signs: Evidence, changes: bool, deep: bool) -> Work | None:
    """The plainest sign of work; ``changes`` tells that the words name a change, ``deep`` that tokens may be asked."""
    made = bool(_patterns()["made"].search(analysis.normal))
    return (
        _own_verb(analysis, signs, made, deep)
        or _counted(analysis, signs, made, changes)
        or _routine(analysis, signs, made)
        or _named(analysis, signs, made, changes, deep)
    )


def _own_verb(analysis: Analysis, signs: Evidence, made: bool, deep: bool) -> Work | None:
    """The statement opens with a verb of one's own doing, and nothing made or changed follows."""
    lead = signs.lead
    if lead is None or made or (signs.effect and signs.number):
        return None
    if not lead.lexicons & OWN_VERBS or "outcome_verb" in lead.lexicons or not speaks_of_work(analysis, lead.start):
        return None
    if _patterns()["of"].match(analysis.normal[lead.end :]):
        return None
    english = analysis.normal[lead.start].isascii()
    ended = bool(_patterns()["ended"].search(analysis.normal, lead.end))
    doubtful = english or ended or "output_verb" in lead.lexicons
    plain = deep and not doubtful and heads_clause(analysis, lead.start, lead.end)
    return Work(lead.start, lead.end, "default", plain)


def _counted(analysis: Analysis, signs: Evidence, made: bool, changes: bool) -> Work | None:
    """So many times, visits, habits."""
    patterns, normal = _patterns(), analysis.normal
    if changes:
        return None
    for name in ("visits", "habit"):
        if found := patterns[name].search(normal):
            return Work(found.start(), found.end(), "count", True)
    times = patterns["times"].search(normal)
    if times and _acts(analysis) and not made and not (signs.effect and signs.number):
        return Work(times.start(), times.end(), "count", True)
    return None


def _routine(analysis: Analysis, signs: Evidence, made: bool) -> Work | None:
    """Reading and learning done, hours kept, rhythms."""
    patterns, normal = _patterns(), analysis.normal
    if found := patterns["done_work"].search(normal):
        return Work(found.start(), found.end(), "default", True)
    if found := patterns["clock"].search(normal):
        return Work(found.start(), found.end(), "cadence", False)
    if signs.cadence and _acts(analysis) and not signs.effect and not made:
        return Work(signs.cadence.start, signs.cadence.end, "cadence", False)
    return None


def _named(analysis: Analysis, signs: Evidence, made: bool, changes: bool, deep: bool) -> Work | None:
    """Work named by a noun at the end, or by a verb that only tokens show."""
    work = signs.work
    if work and work.lexicon != "empty_verb" and speaks_of_work(analysis, work.start) and not made and not signs.effect:
        finished = any(hit.end == work.end for hit in analysis.found("finished_work"))
        return Work(work.start, work.end, "default", not (signs.end_state or finished))
    open_matter = deep and signs.lead is None and not (made or signs.change or signs.degree) and _acts(analysis)
    if open_matter and (place := acting_verb(analysis)) and (signs.cadence or speaks_of_work(analysis, place[0])):
        return Work(*place, message="default", plain=True)
    own = analysis.found("own_verb")
    if own and not made and not changes and not (signs.effect and signs.number):
        return Work(own[0].start, own[0].end, "default", False)
    return None


def _acts(analysis: Analysis) -> bool:
    return any(analysis.found(name) for name in ("activity_noun", "activity_verb", "own_verb"))
