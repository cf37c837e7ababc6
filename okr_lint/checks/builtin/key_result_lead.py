"""The verb that opens a key result, or the noun of work that closes it: where its kind shows."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from okr_lint.checks.gated import gated
from okr_lint.language import Analysis, Hit

_VERBS = ("activity_verb", "output_verb", "outcome_verb", "empty_verb", "weak_verb", "own_verb", "upkeep", "hedge")
_ADVERBS = frozenset({"vague_degree", "cadence", "hedge", "upkeep", "absolute", "success_word"})
_ENDS_ZH = ("activity_noun", "activity_verb", "open_work", "empty_verb")


class Lead(NamedTuple):
    """The verb that opens the statement: its range, and the lexicons that know it."""

    start: int
    end: int
    lexicons: frozenset[str]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    return gated(
        {
            # what may stand before the verb: bullets left over, the doer, adverbs
            "before_en": (
                r"^(?:[\s\[\](){}*~_>-]|p[0-3]\b:?|to |we (?:will )?|i (?:will )?|(?:the )?team (?:will )?|please "
                r"|then |also |and "
                r"|(?:[a-z]+ly|further|better|always|still|constantly) )*"
            ),
            # in Chinese also the time, and the phrase that names the partner or the field
            "before_zh": (
                r"^(?:\[[^\]]{1,6}\]|【[^】]{1,6}】|[ ,、:·*~_>-]|p[0-3]|[0-9]{1,2}月底?前?|q[1-4]|上半年|下半年"
                r"|年底前?|全年"
                r"|本季度?|第?[一二三四]季度"
                r"|按时|认真|努力|牵头|负责|统筹|多|少|再|先|我们?|组会上|用好|做好|抓好)*"
            ),
            "partner_zh": (r"^(?:与|和|跟|同|向|为|给|对|陪|帮|从|在|联合|面向|针对|围绕)[^,,。;;、:]{1,12}$"),
            # what makes a noun of the Chinese verb before it: 训练脚本, 值班表, 复盘改进项
            "compound_zh": (
                r"^(?:过|了|的|者|率|表|单|群|项|机构|脚本|系统|平台|记录|规则|文[档本]|手册|台账|人员|阶段|事项|客户|电话|改进|自己|图|app|账)"
            ),
            # what opens an English object: an article, a number, a plural; or a preposition of the verb
            "object_en": (
                r"^ (?:(?:the|an?|our|all|each|every|my|your|their|its|this|that|these|those|more|fewer"
                r"|new|up"
                r"|out|any|some|several|many|other|two|three|four|five|six|seven|eight|nine|ten|twelve|for|in|closely|closer|together)\b"
                r"|[0-9]|[a-z'-]*[^siu]s\b)"
            ),
            # an English phrase ends before its first preposition, verb or punctuation
            "phrase_end": (
                r"[,;:.!?()/–—]| - |\bw/|\b(?:before|after|against|about|with|to|for|of|in|on|at|by|from|per|and"
                r"|or|as|where|when|which|that|run|held|a|an|the|each|every|\d+x?|x\d+)\b"
            ),
            "number_tail": (
                r"[\s(0-9〇零一二三四五六七八九十百千万两每人各共约至多少于不低过≥≤>=+~\-xX×:.,]+(?:场|次|轮|期|遍|趟|节|堂|人次|家次|课时|小时|组|个|篇|本|份|家|所"
                r"|人|名|回|站|梯次|例)?[\s)。.;!]*$"
            ),
        }
    )


def lead(analysis: Analysis) -> Lead | None:
    """The verb at the head of the statement; None where it opens with something else (a subject, a noun)."""
    normal = analysis.normal
    patterns = _patterns()
    english = analysis.language == "en"
    begin = patterns["before_en" if english else "before_zh"].match(normal).end()
    verbs = [hit for name in _VERBS for hit in analysis.found(name)]
    for _ in range(3):  # adverbs before the verb
        here = [hit for hit in verbs if hit.start == begin]
        if here and not (begin < 1 and _only_adverb(here)):
            longest = max(hit.end for hit in here)
            if english and not _base_form(analysis, begin, longest, here):
                return None
            if not english and patterns["compound_zh"].match(normal[longest:]):
                return None
            return Lead(begin, longest, frozenset(hit.lexicon for hit in here if hit.end == longest))
        adverb = max((h.end for h in analysis.hits if h.start == begin and h.lexicon in _ADVERBS), default=begin)
        if adverb == begin:
            break
        begin = adverb + patterns["before_en" if english else "before_zh"].match(normal[adverb:]).end()
    if english:
        return None
    later = min((hit for hit in verbs if hit.start > begin), key=lambda hit: (hit.start, -hit.end), default=None)
    if later is None or not patterns["partner_zh"].match(normal[begin : later.start]):
        return None
    return Lead(later.start, later.end, frozenset(h.lexicon for h in verbs if (h.start, h.end) == later[1:3]))


def _only_adverb(here: list[Hit]) -> bool:
    return all(hit.lexicon in ("hedge", "upkeep") for hit in here)


def _base_form(analysis: Analysis, start: int, end: int, here: list[Hit]) -> bool:
    """Whether the English verb is an instruction: in its base form, and not a noun before a noun ("model registry")."""
    surface = analysis.normal[start:end]
    if not any(hit.term == surface for hit in here if hit.end == end):
        return False
    if not any(hit.start == start for hit in analysis.found("noun_or_verb")):
        return True
    return bool(_patterns()["object_en"].match(analysis.normal[end:]))


def closing_work(analysis: Analysis) -> Hit | None:
    """The noun of work ("review", 培训, 梳理) that the statement amounts to: last in its (first) phrase."""
    normal = analysis.normal
    if analysis.language != "en":
        end = len(normal)
        if tail := _patterns()["number_tail"].search(normal):
            end = tail.start()
        end = len(normal[:end].rstrip(" 。.;!工作"))
        hits = [hit for name in _ENDS_ZH for hit in analysis.found(name) if hit.end == end]
        return max(hits, key=lambda hit: hit.end - hit.start, default=None)
    begin = 0
    while begin < len(normal) and not normal[begin].isalpha():
        begin += 1
    begin = next((begin + len(word) for word in ("a ", "an ", "the ") if normal.startswith(word, begin)), begin)
    stop = _patterns()["phrase_end"].search(normal, begin)
    end = len(normal[: stop.start() if stop else len(normal)].rstrip())
    hits = [hit for name in ("activity_noun", "open_work") for hit in analysis.found(name) if hit.end == end]
    return max(hits, key=lambda hit: hit.end - hit.start, default=None)
