"""The classifier's labels in plain words of both languages, for the reasons of a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from okr_lint.classifier.types import Label
from okr_lint.lean_dataclasses import dataclass

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

# drivers that are no words of the statement (classifier/drivers.py, CUES)
_DRIVERS = {
    "no number": "没有数字",
    "verb of output": "产出类动词",
    "verb of activity": "活动类动词",
    "verb of outcome": "成效类动词",
    "verb of upkeep": "维持类动词",
    "empty verb": "空泛动词",
    "baseline": "有现值",
    "masked number": "数字被遮盖",
    "placeholder": "占位符",
    "hedge": "留有余地的措辞",
    "cadence": "周期性的频次",
    "vague degree": "笼统的程度词",
}

# by language: the place in the tables above, the sentence, and what joins the drivers to it and to each other
_WORDS = {
    "zh": (0, "{}：{}={}（把握 {:.0%}）", "，依据：", "、"),
    "en": (1, "{}: {} = {} ({:.0%} confident)", ", because of ", ", "),
}
_WHO = {"zh": "分类器", "en": "classifier"}
_OF = {"zh": "看 ", "en": " on "}
_DIFFERS = {"zh": "分类器另有看法", "en": "the classifier disagrees"}
_MOST_DRIVERS = 3


@dataclass(frozen=True, slots=True)
class LabelSentence(Mapping[str, str]):
    """One reason by language, put into words when asked: label, value, confidence, and the strongest drivers.

    Attributes:
        name: the label's name.
        label: the label; its drivers are costly to find, hence the delay.
        differs: whether it speaks against the finding that it is a reason of.
        about: the statement whose label it is, where the finding is about another one.
    """

    name: str
    label: Label
    differs: bool = False
    about: str = ""

    @property
    def is_aside(self) -> bool:
        """Whether it is too weak, or says something else, to stand alone as the reason of a finding."""
        return self.differs or bool(self.about) or not self.label.sure

    def __getitem__(self, lang: str) -> str:
        if lang not in _WORDS:
            raise KeyError(lang)
        at, sentence, because, comma = _WORDS[lang]
        value = str(self.label.value)
        shown = _VALUES.get(value, (value, value))[at]
        if (self.name, value) == ("measurable", "metric"):
            shown = ("有数字", "metric")[at]
        who = (_DIFFERS if self.differs else _WHO)[lang] + (f"{_OF[lang]}{self.about}" if self.about else "")
        said = sentence.format(who, _NAMES.get(self.name, (self.name, self.name))[at], shown, self.label.confidence)
        strongest = [_DRIVERS.get(d, d) if at == 0 else d for d in self.label.drivers[:_MOST_DRIVERS]]
        return f"{said}{because}{comma.join(strongest)}" if strongest else said

    def __iter__(self) -> Iterator[str]:
        return iter(_WORDS)

    def __len__(self) -> int:
        return len(_WORDS)
