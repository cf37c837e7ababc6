"""Whether the halves of a compound key result can stand on lines of their own without losing what they share."""

from __future__ import annotations

from okr_lint.checks.builtin.key_result_parts import Joint
from okr_lint.language import Analysis, Hit
from okr_lint.patterns import late

_VERBS = ("output_verb", "activity_verb", "outcome_verb", "empty_verb", "own_verb", "direction_up", "direction_down")
# what points back across the joint, so that the second half would lose what it speaks of
_BACK = late(
    r"\b(?:at least )?(?:one|some|each|all)\s?$"
    r"|\b(?:it|its|itself|them|they|their|theirs|this|these|those|both|he|she|his|her)\b"
    r"|其(?:[^他它中余实次]|$)|它|他们|她们|该|此[^外次前后]|这|上述|前者|后者"
)
_INSIDE = late(r"\b(?:that|which|who|whose|where) ")
_INFINITIVE = late(r" to (?!(?:the|an?|our|my|its|their|every|all|each|new|more)\b)[a-z]")
_BRACKETS = ")）]】"
# what makes clear by itself of which thing an English half without a number speaks
_DEFINITE = late(r"\b(?:the|our|my|every)\b")


def stand_alone(analysis: Analysis, joint: Joint) -> bool:
    """Whether both halves can be lines of their own as they are: each says by itself what it is about."""
    return keeps_meaning(analysis, joint) and _own_object(analysis, joint)


def keeps_meaning(analysis: Analysis, joint: Joint) -> bool:
    """Whether splitting at the joint keeps the meaning of both halves, to be completed by a person.

    Not where they share an object (define and measure X), a deadline or a remark in brackets, where the second
    points back to the first, or where it may hang on a verb inside the first (help them to plan and …).
    """
    normal = analysis.normal
    left, right = normal[slice(*joint.left)], normal[slice(*joint.right)]
    if (
        not joint.plain
        or _BACK.search(right)
        or _INSIDE.search(left)
        or right.rstrip(" .。;；").endswith(tuple(_BRACKETS))
    ):
        return False
    dated = [any(low <= date.start < high for date in analysis.dates) for low, high in (joint.left, joint.right)]
    return dated[0] == dated[1] and not _bare(analysis, joint) and not _nested(analysis, joint)


def _own_object(analysis: Analysis, joint: Joint) -> bool:
    """Whether the second half says of itself what it is about: by a number, "the", or a name.

    Without them it may live on the first ("hold a contest and invite guests"), and after 、 on its
    verb (完成甲、乙上线).
    """
    low, high = joint.right
    if any(low <= quantity.start < high for quantity in analysis.quantities):
        return True
    if analysis.language != "en":
        return "、" not in analysis.text[joint.start : joint.end]
    right = analysis.text[low:high].strip()
    return bool(_DEFINITE.search(right.lower())) or any(char.isupper() for char in right[1:])


def _bare(analysis: Analysis, joint: Joint) -> bool:
    """Whether the first half is nothing but verbs, whose object comes only with the second."""
    low, high = joint.left
    rest = list(analysis.normal[low:high])
    for hit in _verbs(analysis):
        if low <= hit.start < high:
            rest[hit.start - low : hit.end - low] = " " * (hit.end - hit.start)
    last = analysis.normal[low:high].rpartition(",")[2].split()
    listed = analysis.language == "en" and "," in analysis.normal[low:high] and len(last) < 2  # "sort, clean and …"
    return listed or sum(char.isalnum() for char in rest) < 2


def _nested(analysis: Analysis, joint: Joint) -> bool:
    """Whether an English infinitive in the first half could go on in the second."""
    return analysis.language == "en" and bool(_INFINITIVE.search(analysis.normal[slice(*joint.left)]))


def _verbs(analysis: Analysis) -> list[Hit]:
    return [hit for name in _VERBS for hit in analysis.found(name)]
