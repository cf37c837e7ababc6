"""The head verb of a Chinese statement."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from okr_lint.language.patterns import late
from okr_lint.language.types import DateMention, Head, Hit, Quantity
from okr_lint.language.verb_class import Verb, class_of, verbs

_NOUNS = ("outcome_noun", "deliverable_noun", "beneficiary", "activity_noun", "vanity")
_FRAME = late(
    r"\s*(?:(?:在|于)[^,;。]{1,24}?(?:之?前|以前|期间|之?内|之?中|之?下|之?后|之?上|方面|过程中|基础上"
    r"|时)\s?,?|(?:通过|借助|依托|利用|基于|围绕|针对|面向|根据|按照|结合|凭借|随着|为了?|以)[^,;。]{1,40},"
    r"|(?:我们?|团队|全员|大家|公司|部门|本团队|本部门|咱们)(?:将|要|会|能|应)?|(?:将|要|会|须|需要?|必须"
    r"|应|能够?|可以|继而|同时|并且?|首先|其次|最后|再|全面|持续|进一步|大力|积极|不断|深入|切实|有效"
    r"|稳步|快速|着力|充分|扎实|显著|大幅|全力|重点|主动|提前|按时|按期|如期|顺利|成功|圆满|独立|牵头"
    r"|负责|主导|认真|定期|每[天周月季年]度?|每季度|在|至少|共|累计|全年)|[\s,:·\-*\"'“”【】\[\]()|/]+)"
)
_BREAK = late(r"[,;。!?]")
_GOAL = late(
    r"[^,;。]{0,3}?(?:到|至|为|了|约|近|不?[低高少多]于|超过?|不超|[0-9≥≤<>]|x{1,3}%|[一两二三四五六七八九十百]"
    r"|翻|控制)"
)
_FEW = 16
_DIRECT = frozenset({"outcome", "empty", "upkeep"})


def chinese_head(
    text: str, normal: str, hits: tuple[Hit, ...], dates: tuple[DateMention, ...], quantities: tuple[Quantity, ...]
) -> Head | None:
    """The first verb after leading adverbials; a verb inside 「…的」 gives way to the one that follows."""
    start = _after_frame(normal, dates)
    nouns = [h for h in hits if h.lexicon in _NOUNS]
    starts = [noun.start for noun in nouns]
    found = [
        v
        for v in verbs(hits)
        if not any(
            _inside(v, n, start) for n in nouns[bisect_left(starts, v.start - 12) : bisect_right(starts, v.start)]
        )
    ]
    if not found:
        return None
    later = [v for v in found if v.start >= start] or found
    chosen, subject = _choose(normal, later, start)
    stop = _BREAK.search(normal, chosen.end)
    verb_class = class_of(chosen, hits, quantities, subject, stop.start() if stop else len(normal))
    return Head(chosen.start, chosen.end, text[chosen.start : chosen.end], verb_class)


def _inside(verb: Verb, noun: Hit, start: int) -> bool:
    """Whether a verb is part of a noun (完成 in 完成率), or a metric's name (留存) away from the start."""
    if not (noun.start <= verb.start and verb.end <= noun.end):
        return False
    return noun.end - noun.start > verb.end - verb.start or (noun.lexicon == "outcome_noun" and verb.start > start)


def _after_frame(normal: str, dates: tuple[DateMention, ...]) -> int:
    place = 0
    for _ in range(6):
        date = next((d for d in dates if d.start == place), None)
        if date is not None:
            place = date.end
            continue
        match = _FRAME.match(normal, place)
        if match is None or match.end() == place or match.end() >= len(normal):
            break
        place = match.end()
    return place


def _choose(normal: str, found: list[Verb], start: int) -> tuple[Verb, bool]:
    first = found[0]
    stop = _BREAK.search(normal, start)
    clause_end = stop.start() if stop else len(normal)
    # the verb that counts stands near the start; a longer row of verbs tells no more
    clause = [v for v in found[:_FEW] if v.start < clause_end] or found[:1]
    if first.start == start or normal[start : first.start].strip() in ("把", "将", "使", "让"):
        if "hedge" in first.classes or normal[first.start - 1 : first.start] in ("把", "将"):
            return first, False
        for verb in clause[1:]:
            if "的" in normal[first.end : verb.start] and verb.classes & _DIRECT and _GOAL.match(normal, verb.end):
                return verb, True
        return first, False
    subject_text = normal[start : first.start]
    for verb in clause:
        if verb.classes & _DIRECT and _GOAL.match(normal, verb.end):
            return verb, True
    for verb in clause:
        if not normal.startswith("的", verb.end) and "的" not in normal[verb.end : verb.end + 8]:
            return verb, bool(subject_text.strip())
    return first, True
