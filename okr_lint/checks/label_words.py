"""The classifier's labels in plain words of both languages, for the reasons of a finding."""

from __future__ import annotations

from okr_lint.classifier.types import Label

_NAMES = {
    "metric": ("数字指标", "numeric target"),
    "kind": ("类型", "kind"),
    "vague": ("笼统", "vague"),
    "compound": ("多个目标合写", "compound"),
    "inspiring": ("感召力", "inspiring"),
    "measurable": ("可衡量性", "measurable"),
}
_VALUES = {
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "aspiration": ("愿景", "aspiration"),
    "task": ("任务", "task"),
    "upkeep": ("维持现状", "upkeep"),
    "outcome": ("成效", "outcome"),
    "output": ("产出", "output"),
    "activity": ("活动", "activity"),
    "milestone": ("里程碑", "milestone"),
    "none": ("无法判断", "none"),
}


def label_sentence(name: str, label: Label, drivers: int = 3) -> dict[str, str]:
    """One reason by language: label, value, confidence, and the strongest ``drivers``."""
    zh_name, en_name = _NAMES.get(name, (name, name))
    value = str(label.value)
    zh_value, en_value = _VALUES.get(value, (value, value))
    if name == "measurable" and value == "metric":
        zh_value, en_value = "有数字", "metric"
    strongest = label.drivers[:drivers]
    zh = f"分类器:{zh_name}={zh_value}(把握 {label.confidence:.0%})"
    en = f"classifier: {en_name} = {en_value} ({label.confidence:.0%} confident)"
    if strongest:
        zh += f",依据:{'、'.join(strongest)}"
        en += f", because of {', '.join(strongest)}"
    return {"zh": zh, "en": en}
