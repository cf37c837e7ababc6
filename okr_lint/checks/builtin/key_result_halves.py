"""Whether the halves of a compound key result can stand on lines of their own without losing what they share."""

from __future__ import annotations

from okr_lint.checks.builtin.key_result_parts import Joint
from okr_lint.language import Analysis, Hit
from okr_lint.patterns import late

_VERBS = ("output_verb", "activity_verb", "outcome_verb", "empty_verb", "own_verb", "direction_up", "direction_down")
# what points back across the joint, so that the second half would lose what it speaks of
_BACK = late(
    r"\b(?:it|its|itself|them|they|their|theirs|this|these|those|both|he|she|his|her)\b"
    r"|其(?:[^他它中余实次]|$)|它|他们|她们|该|此[^外次前后]|这|上述|前者|后者"
)
_INSIDE = late(r"\b(?:that|which|who|whose|where) ")
_BRACKETS = ")）]】"


def stand_alone(analysis: Analysis, joint: Joint) -> bool:
    """Whether splitting at the joint keeps the meaning of both halves.

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


def _bare(analysis: Analysis, joint: Joint) -> bool:
    """Whether the first half is a verb whose object comes only with the second."""
    low, high = joint.left
    verbs = [hit.end for hit in _verbs(analysis) if hit.start == low]
    rest = analysis.normal[max(verbs, default=low) : high]
    return sum(char.isalnum() for char in rest) < 2


def _nested(analysis: Analysis, joint: Joint) -> bool:
    """Whether an English infinitive in the first half could go on in the second."""
    low, high = joint.left
    return analysis.language == "en" and any(
        low < hit.start < high and analysis.normal[low : hit.start].endswith(" to ") for hit in _verbs(analysis)
    )


def _verbs(analysis: Analysis) -> list[Hit]:
    return [hit for name in _VERBS for hit in analysis.found(name)]
