"""What a "type" column or key says about a row: objective, key result, or none of our business."""

from __future__ import annotations

from okr_lint.readers.folding import fold

# The roles of labels.Label; that module's patterns are not paid for by JSON.
INITIATIVE, KEY_RESULT, OBJECTIVE = "initiative", "key_result", "objective"
_TYPES = (
    (INITIATIVE, ("initiative", "task", "project", "action", "epic", "举措", "任务", "行动", "项目", "待办")),
    (
        KEY_RESULT,
        ("key result", "keyresult", "key_result", "kr", "milestone", "关键结果", "关键成果", "里程碑", "关键指标"),
    ),
    (OBJECTIVE, ("objective", "okr", "目标")),
)


def role_of_type(kind: str | None) -> str | None:
    """The role that a type stands for; None where it tells nothing ("goal", "team", "percentage")."""
    low = fold(kind or "").strip()
    if not low:
        return None
    return next((role for role, words in _TYPES if any(low == w or low.startswith(w) for w in words)), None)
