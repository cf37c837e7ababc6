"""The words that say what a number counts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from okr_lint.language.number_types import Number
from okr_lint.language.patterns import late
from okr_lint.language.types import Hit

_EFFECTS = frozenset("outcome_verb empty_verb direction_up direction_down modal".split())
_LEADING = _EFFECTS | {"output_verb", "hedge", "means", "purpose"}
# work is no part of an English metric ("track churn"), but of a Chinese one it may be (运营效率)
_LEADING_EN = _LEADING | {"activity_verb", "upkeep"}
_ALSO_NOUNS = frozenset("average rate return cost order score rank".split())
_STOPS = ",;。!?、:()[]【】|—→"
_BARE = frozenset("of is at to by from the a in with reach hit".split())
_LEFT_ZH = late(
    r"^(?:每[天日周月季年](?:度)?|每个?季度|将|把|使|让|令|并|且|同时|其中|及|和|与|对|在|确保|实现(?!率)|完成(?![率度量])"
    r"|全年|全部|本|各|整体|力争|争取|保持|维持|继续|保障|年内|的|通过(?!率)|目标(?!值)|里|以上|以内|以下|左右|但|而|则"
    r"|进一步|持续|大幅|显著|有效|即|达到|要|做到|(?:20[0-9]{2}|今|明|本)\s?年度?|季度|年度|第?[一二三四]季度|[上下]半年|q[1-4]|h[12])"
)
_RIGHT_EDGE_ZH = late(
    r"(?:从|由|自|的|了|在|为|到|至|达|达到|约|(?<![占产])比|较|同比|环比|平均|累计|合计|总计|均|都|已|将|控制|保持"
    r"|维持|稳定|同期|相比|数字|要|每|共|再|不|并|至少|率先|目标|整体|大幅|显著|持续|逐步|稳步|进一步"
    r"|有效|快速|明显)$"
)
_LEFT_EN = late(
    r"^(?:the|a|an|our|and|or|to|of|that|while|by|with|have|has|we|will|i|in|get|make|bring|take|move"
    r"|drive|ensure|keep|from|then|also|for|push|see|all|on|at|is|are|be|so|but|which|who|least|deliver"
    r"|achieve|reach|when|against|than|each|every|its|their|my|us|who)(?![a-z'-])\s*"
)
_RIGHT_EDGE_EN = late(
    r"\s+(?:from|to|by|of|is|are|at|was|be|in|with|on|for|the|a|an|has|have|reach|reaches|hits|hit|stays"
    r"|stay|remains|drops?|falls?|rises?|grows?|goes|go|gets?|worth|and|than|per|down|up|reaching|averages?"
    r"|averaging|score|takes?|taking|above|below|under|over|or|more|less|that|will|should|must"
    r"|can|within|falling|dropped|rose|fell|climbs?|increases?|decreases?|improves?|moves?|down|currently"
    r"|now|today|most|last|which|who|not|never|does|do|by|into|through|cut|reduced|increased|raised|lifted"
    r"|lowered|shrinks?|declines?|exceeds?|holds?|scoring|stands?|runs?|until|before|as|about|around)$"
)
_RIGHT_STOP_EN = late(
    r"\s(?:by|in|within|per|from|to|for|with|before|on|at|and|via|through|during|after|until|under|over"
    r"|while|so|using|every|each|without|as|against|than|or|across|compared|vs|worth|whose|when|is|are"
    r"|was|will|be|up|down|because|if|thanks|since|into|among|between|end|but)(?![a-z-])|[,;:.!?()\[\]"
    r"|—→=<>≥≤+]|\s-\s|\s[0-9]|$"
)
_RIGHT_SKIP_EN = late(
    r"\s*(?:of (?:the |our |all |their |its |my )?|new |more |fewer |less |additional |extra |or more "
    r"|or fewer |different |distinct |unique |out of |in |the |increase in |reduction in |growth in |decrease"
    r" in |drop in |improvement in |faster |lower |higher )*"
)
_RIGHT_STOP_ZH = late(
    r"[,;。!?、:()\[\]【】|—→=<>≥≤+\s0-9]|从|由|到|至|以上|以内|以下|并|且|和|与|及|，|来|用于|以便|左右"
    r"|通过|在|完成|达到|提升|增长|上线|签约|落地|使用|实现"
)
_RIGHT_SKIP_ZH = late(r"\s?(?:及?以上|以内|以下|左右|之内|多)?\s?(?:的)?\s?(?:新增|新的|全新|核心|重点)?\s?")
_LIMIT = 48
_LONGEST_TERM = 64
_START = attrgetter("start")


def metric_phrase(
    text: str, normal: str, number: Number, cue_start: int, end: int, floor: int, hits: tuple[Hit, ...]
) -> str | None:
    """What is counted, as written, or None; the words before the number first, then those behind."""
    if number.kind == "zero" and not number.change:
        return _right(text, normal, end, number) or _left(text, normal, cue_start, floor, hits)
    counted = number.kind in ("count", "") and number.kind != "percent"
    if number.kind == "multiple" or not counted:
        return _left(text, normal, cue_start, floor, hits) or _right(text, normal, end, number)
    moved = any(h.lexicon in _EFFECTS and floor <= h.start < cue_start for h in hits)
    if (moved or not normal.isascii()) and cue_start < number.start and normal[cue_start : number.start].strip():
        return _left(text, normal, cue_start, floor, hits) or _right(text, normal, end, number)
    return _right(text, normal, end, number) or _left(text, normal, cue_start, floor, hits)


def phrase_before(text: str, normal: str, end: int, floor: int, hits: tuple[Hit, ...]) -> str | None:
    """The metric whose last word ends at ``end``: "week-4 retention", 群众投诉量, without the verbs before it."""
    return _left(text, normal, end, floor, hits)


def _left(text: str, normal: str, cue_start: int, floor: int, hits: tuple[Hit, ...]) -> str | None:
    end = cue_start
    begin = max(floor, end - _LIMIT)
    for place in range(end - 1, begin - 1, -1):
        if normal[place] in _STOPS and place < end - 1 - (normal[end - 1] in ": "):
            begin = place + 1
            break
    low, high = bisect_left(hits, begin - _LONGEST_TERM, key=_START), bisect_right(hits, end, key=_START)
    hits = hits[low:high]  # others cannot touch the phrase: a long line stays linear
    nouns = [(hit.start, hit.end) for hit in hits if hit.lexicon in ("outcome_noun", "vanity", "beneficiary")]
    bare = [
        h
        for h in hits
        if h.lexicon in _LEADING_EN
        and h.term not in _ALSO_NOUNS
        and not any(s <= h.start and h.end <= e for s, e in nouns)
    ]
    leading = _LEADING_EN if normal.isascii() else _LEADING
    noun_starts = {start for start, _ in nouns}
    by_start = {
        hit.start: hit
        for hit in bare
        # 发货准确率 is one name, 完成 20 单 is not
        if hit.lexicon in leading and not (hit.lexicon == "output_verb" and hit.end in noun_starts)
    }
    by_end = {
        hit.end: hit
        for hit in bare
        # an English base form at the end is a noun ("median wait"), an inflected one the predicate
        if hit.lexicon in _EFFECTS and not (normal[hit.start].isascii() and normal[hit.start : hit.end] == hit.term)
    }
    while begin < end:
        begin, moved = _trim_left(normal, begin, end, by_start)
        if not moved:
            break
    while begin < end:
        end, moved = _trim_right(normal, begin, end, by_end)
        if not moved:
            break
    while begin < end and normal[begin] in " -*\"'%":
        begin += 1
    phrase = text[begin:end].strip()
    return phrase if len(phrase) > 1 or ("㐀" <= phrase <= "鿿" and phrase in "率量额") else None


def _trim_left(normal: str, begin: int, end: int, verbs: dict[int, Hit]) -> tuple[int, bool]:
    if normal[begin] in " \"'*_-:、%)】]":
        return begin + 1, True
    hit = verbs.get(begin)
    if (
        hit is not None
        and hit.end <= end
        and not normal.startswith(("率", "量", "额", "数", "的", "比", "度"), hit.end)
        and (hit.end < end)
    ):
        return hit.end, True
    match = None if normal.isascii() else _LEFT_ZH.match(normal[begin:end])
    if match and match.end() < end - begin:
        return begin + match.end(), True
    if normal[begin].isascii():
        match = _LEFT_EN.match(normal[begin:end])
        return (begin + match.end(), True) if match and match.end() < end - begin + 1 else (begin, False)
    return begin, False


def _trim_right(normal: str, begin: int, end: int, verbs: dict[int, Hit]) -> tuple[int, bool]:
    if normal[end - 1] in " :=\"'*_-~,、(（[":
        return end - 1, True
    hit = verbs.get(end)
    if hit is not None and hit.start >= begin:
        return hit.start, True
    segment = normal[begin:end]
    if segment[-1].isascii():
        match = _RIGHT_EDGE_EN.search(segment) if segment[-1].isalpha() else None
        if match is None and segment in _BARE:
            return begin, True
    else:
        match = _RIGHT_EDGE_ZH.search(segment[-4:])
        if match:
            return end - (len(segment[-4:]) - match.start()), True
    return (begin + match.start(), True) if match else (end, False)


def _right(text: str, normal: str, end: int, number: Number) -> str | None:
    tail = normal[end : end + _LIMIT]
    if not tail:
        return None
    first = tail.lstrip()[:1]
    if first.isascii() and first not in "(":
        skip = _RIGHT_SKIP_EN.match(tail)
        begin = skip.end() if skip else 0
        stop = _RIGHT_STOP_EN.search(tail, begin - 1 if begin and tail[begin - 1] == " " else begin)
    else:
        skip = _RIGHT_SKIP_ZH.match(tail)
        begin = skip.end() if skip else 0
        stop = _RIGHT_STOP_ZH.search(tail, begin + 1) if begin < len(tail) else None
        if begin < len(tail) and tail[begin] in ",;。!?、:()":
            return None
    phrase = text[end + begin : end + (stop.start() if stop else len(tail))].strip()
    del number
    if len(phrase) == 1:
        return phrase if "㐀" <= phrase <= "鿿" else None
    return phrase if any(c.isalpha() for c in phrase) else None
