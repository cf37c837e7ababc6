"""The parts of a key result that could be scored apart: clauses joined by a comma, a semicolon or "and"."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from okr_lint.checks.builtin.key_result_tokens import clauses_apart
from okr_lint.checks.gated import gated
from okr_lint.language import Analysis

_MEASURED = ("outcome_noun", "direction_up", "direction_down")
_VERBS = ("output_verb", "activity_verb", "outcome_verb", "empty_verb", "own_verb", "direction_up", "direction_down")


# Every joint is looked at with all that stands around it: the number is bounded, so that a long line stays linear.
_MOST_JOINTS = 40
# a verb with what it is done to: shorter parts are steps of one piece of work as often as not
_LEAST_OWN_WORDS = 3
_CLOSING = (*_VERBS, "effect_verb", "one_shot", "finished_work")


class Joint(NamedTuple):
    """Where two results meet: the joining words, and the two parts as ranges.

    Attributes:
        plain: both parts are results of the same kind.
        sure: both have a number, or are finished things: more than two verbs that follow each other.
    """

    start: int
    end: int
    left: tuple[int, int]
    right: tuple[int, int]
    plain: bool
    sure: bool = False


@lru_cache(maxsize=1)
def _patterns() -> dict[str, Any]:
    return gated(
        {
            "joint_zh": (r" ?(?:[,;、+]|以及|并且|同时|并)(?:,|并且?|同时|且|再|另外?|还)* ?"),
            "joint_en": (r"(?:[,;]| \+| &)? (?:and then|and also|and|then|plus|as well as) |[;,] | [+&] "),
            # a right part that only bounds, explains, times or illustrates the left one, or says what it is for
            "guard_zh": (
                r"^(?:且|其中|至少|一周|有[0-9]|均|各|每[^,]{0,4}(?:不超过|不少于|不低于)|不[低高少多超]于?|保持|维持|确保|保证|无|没有|零|截[止至]|责任人|负责人"
                r"|owner|包括|包含|含|如|即|例如|比如|使|让|以|从而|进而|带动|因此|避免|减少[^0-9]*$"
                r"|较|同比|环比|比|约|目前|现|当前|原|去年|上[季月年期]|此前|这个|[0-9]{1,2}月|[0-9]{1,2}[/.-][0-9]{1,2}|@|p[0-3]"
                r"|供.{0,4}(?:使用|查|用)|用于|便于|方便|覆盖[^0-9]*$|支持|附|由|在|按|前|后|误差)"
            ),
            "guard_en": (
                r"^(?:fewer than|less than|below|above|last |mean |average |peer|together|with|without|while"
                r"|whilst|including|incl|excluding|of which|so |so that|to |from |by |not "
                r"|no |at least|at most|each|all |both|up from|down from|against|currently|today|owner|i\.e|e\.g"
                r"|such as"
                r"|which|that|who|where|when|as |in |on |for |over|under|before|after|per |but |then back|than|or "
                r"|max|min|@|p[0-3]\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[0-9]{1,2}[/.])"
            ),
            "means_zh": (r"^(?:通过|借助|依托|利用|基于|围绕|在|针对|面向|对|按照|根据|结合|联合|随着|经过|当|若|如)"),
            "means_en": (
                r"^(?:by|through|with|using|via|thanks to|after|in|on|for|from|when|once|if|across|at|before"
                r"|during|while|every|each)\b"
            ),
            "done_zh": (
                r"完(?:成|毕|工|结)?|[写做搭建办弄排录选敲批交改换跑编印装修配列看读签谈]好|到位|定稿|上线|上架|下线|发布|公[布示告开]|生效|启用|投产|开[放通源业]"
                r"|签(?:[订署约字掉完好了]|$)|通过|获批|过审|批下|拿到|成立|落地|归零|清[零空出掉]|冻结|改[版为成写造]|重[写做绘画签]|更新|换|敲定|收录|交付|切换|关停|退|停用"
                r"|终止|迁移|接入|打样|讲|挂|贴|出来|建立|制定|搭建|开发|编制|输出|落实|招聘|采购"
            ),
            "done_en": (
                r"\b(?:[a-z]{3,}ed|written|rewritten|held|built|set|sent|cut|live|out|done|gone|sold|switched"
                r"|public|open|in place|in use|ready|online|up|down|fewer|faster|better|happier|less|more|nicer"
                r"|tidier|clearer)\b"
            ),
            # a bound that guards the result before it: 且满意度不低于 90%
            "bound_zh": (r"不[高低超少]于?|不变|不降|不升|不增|保持|维持|以内"),
            "bound_en": (
                r"\b(?:stays?|remains?|kept|keeps?|keeping|holds?|not (?:above|below)"
                r"|no (?:more|higher|lower|less|fewer) than)\b"
            ),
            # a right part that goes on with what the left one made: steps of one piece of work
            "back_en": r"\b(?:it|its|them|their|they|this|these|those|the results?|the outcomes?|there)\b",
            # a left part that only sets the frame: when, for how long, of whom
            "frame_zh": (
                r"(?:[里中后前]|[^小]时|以内|期间|月底|季度|年底|[0-9]+[天周月年])$|^(?:连续|截[止至]|抽检|随机|按|每)"
            ),
            "frame_en": (r"^(?:[a-z ]+:|in |by |of )"),
            # a participle or a verb form that goes on about the same subject
            "same_subject_en": (
                r"^(?:[a-z-]+ed|held|written|[a-z]+s (?:at|in|on|to|up|down|below|above|under|over))\b"
                r"|^[a-z0-9 '-]+ (?:excepted|included|excluded|or more|or fewer|or less)\b|^self-"
            ),
            "count_first": (
                r"^(?:[0-9][0-9,.]*|[一二两三四五六七八九十百]+|two|three|four|five|six|seven|eight|nine|ten|each|every|每)"
            ),
        }
    )


def joints(analysis: Analysis, numbers: list[tuple[int, int]], opens: bool, deep: bool) -> list[Joint]:
    """Places where the statement joins results that would be scored apart, surest first.

    ``numbers`` are the ranges of its quantities; ``opens`` tells that a verb opens it,
    ``deep`` that tokens may be asked.
    """
    language = "en" if analysis.language == "en" else "zh"
    normal = analysis.normal
    patterns = _patterns()
    found: list[Joint] = []
    first = islice(patterns[f"joint_{language}"].finditer(normal), _MOST_JOINTS)
    cuts = [m.span() for m in first if not _inside(normal, m.start())]
    for index, (start, end) in enumerate(cuts):
        left = (cuts[index - 1][1] if index else 0, start)
        right = (end, cuts[index + 1][0] if index + 1 < len(cuts) else len(normal))
        whole_left, whole_right = (0, start), (end, len(normal))
        if patterns[f"guard_{language}"].match(normal[end:]) or patterns[f"means_{language}"].match(
            normal[:start].lstrip()
        ):
            continue
        if patterns[f"frame_{language}"].search(normal[left[0] : start]):
            continue
        comma = any(mark in normal[start:end] for mark in ",;、+")
        a, b = _weight(analysis, numbers, left, language), _weight(analysis, numbers, right, language)
        if patterns[f"bound_{language}"].search(normal[end : right[1]]) and _adds(normal[start:end]):
            continue
        if patterns["same_subject_en"].match(normal[end:]) and language == "en":
            continue
        counts = patterns["count_first"].match(normal[end:]) is not None
        # a finished thing and then one number: the number is most often what the thing is to bring
        numbered = _numbered(numbers, left)
        alike = numbered == _numbered(numbers, right)
        plain = alike and not (counts and _no_verb(analysis, right)) and "&" not in normal[start:end]
        if a >= 2 and b >= 2 and not (counts and b < 3) and (comma or language == "en" or _clause(analysis, right)):
            found.append(Joint(start, end, whole_left, whole_right, plain, plain))
        elif _two_clauses(analysis, opens, deep, (start, end), left, right):
            found.append(Joint(start, end, whole_left, whole_right, True, _own_result(analysis, right)))
        elif (opens and _clause(analysis, right) and "、" not in normal[start:end]) or (
            a + b >= 3 and min(a, b) >= 1 and comma
        ):
            found.append(Joint(start, end, whole_left, whole_right, False))
    return sorted(found, key=lambda joint: (not joint.sure, not joint.plain, joint.start))


def is_guarded(analysis: Analysis) -> bool:
    """Whether what follows the last joint only bounds the result before it (且满意度不低于 90%)."""
    language = "en" if analysis.language == "en" else "zh"
    normal = analysis.normal
    cuts = [m.span() for m in _patterns()[f"joint_{language}"].finditer(normal)]
    return (
        bool(cuts)
        and _adds(normal[slice(*cuts[-1])])
        and bool(_patterns()[f"bound_{language}"].search(normal, cuts[-1][1]))
    )


def _two_clauses(
    analysis: Analysis, opens: bool, deep: bool, joint: tuple[int, int], left: tuple[int, int], right: tuple[int, int]
) -> bool:
    """Whether two instructions follow each other (English), or two subjects with a verb each (Chinese, by tokens)."""
    start, end = joint
    normal = analysis.normal
    if analysis.language == "en":
        return opens and _clause(analysis, right)
    # worth asking for tokens only at a comma between two stretches long enough for subject and verb
    comma = any(mark in normal[start:end] for mark in ",;")
    if not (_closes_with_verb(analysis, left) and _closes_with_verb(analysis, right)):
        return False
    return deep and comma and 4 <= start <= 30 and len(normal) - end >= 4 and clauses_apart(analysis, left, right)


def _own_result(analysis: Analysis, right: tuple[int, int]) -> bool:
    """Whether the second of two instructions is about something of its own: English, and no pronoun back."""
    if analysis.language != "en":
        return False
    part = analysis.normal[slice(*right)]
    return len(part.split()) >= _LEAST_OWN_WORDS and not _patterns()["back_en"].search(part)


def _closes_with_verb(analysis: Analysis, part: tuple[int, int]) -> bool:
    """Whether a verb of our lexicons closes a part without opening it (品牌知名度提高)."""
    start = part[0]
    end = len(analysis.normal[: part[1]].rstrip(" .。了"))
    return any(start + 1 < hit.start and hit.end == end for name in _CLOSING for hit in analysis.found(name))


def _numbered(numbers: list[tuple[int, int]], part: tuple[int, int]) -> bool:
    return any(part[0] <= start and end <= part[1] for start, end in numbers)


def _adds(joining: str) -> bool:
    """Whether the joining words add a condition (且, 同时, and) instead of listing."""
    return any(word in joining for word in ("且", "同时", "and", "while"))


def _weight(analysis: Analysis, numbers: list[tuple[int, int]], part: tuple[int, int], language: str) -> int:
    """How much a part looks like a result: 3 a number with what is counted, 2 a finished thing, 1 a thing."""
    start, end = part
    text = analysis.normal[start:end].strip()
    if len(text) < (3 if language == "zh" else 6):
        return 0
    number = any(start <= a and b <= end for a, b in numbers)
    measured = any(start <= h.start and h.end <= end for n in _MEASURED for h in analysis.found(n))
    if number and (measured or any(mark in text for mark in "%<>≥≤")):
        return 3
    if _patterns()[f"done_{language}"].search(text):
        return 2
    if number and any(start <= h.start and h.end <= end for n in _VERBS for h in analysis.found(n)):
        return 2
    return 1 if any(start <= h.start and h.end <= end for h in analysis.found("deliverable_noun")) else 0


def _no_verb(analysis: Analysis, part: tuple[int, int]) -> bool:
    start, end = part
    return not any(start <= h.start and h.end <= end for n in (*_VERBS, "outcome_noun") for h in analysis.found(n))


def _clause(analysis: Analysis, part: tuple[int, int]) -> bool:
    """Whether a part opens with a verb of its own (in English: in its base form)."""
    start = part[0]
    here = [h for name in _VERBS for h in analysis.found(name) if h.start == start]
    return any(h.term == analysis.normal[start : h.end] for h in here)


def _inside(normal: str, at: int) -> bool:
    """Whether a position lies in brackets or quotation marks."""
    before = normal[:at]
    return (
        before.count("(") > before.count(")")
        or before.count("《") > before.count("》")
        or before.count("「") > before.count("」")
        or before.count('"') % 2 == 1
    )
