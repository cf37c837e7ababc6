"""The named parts of a score, 0-1 each, from labels and analysis; findings only take away.

Source of the parts: the writing guide's wishes for an objective, and SMART plus "result" for a key
result (rulebook, "Score").
"""

from __future__ import annotations

from collections.abc import Iterable

from okr_lint.checks.match import Judged
from okr_lint.classifier.types import StatementLabels
from okr_lint.model import Finding

OBJECTIVE_PARTS = ("qualitative", "directed", "inspiring", "challenging", "in_control", "concise")
KEY_RESULT_PARTS = ("specific", "measurable", "achievable", "relevant", "time_bound", "result")
_IN_CHINESE = {
    "qualitative": "定性",
    "directed": "方向明确",
    "inspiring": "鼓舞人心",
    "challenging": "有挑战",
    "in_control": "可控",
    "concise": "简明",
    "specific": "具体",
    "measurable": "可衡量",
    "achievable": "可实现",
    "relevant": "相关",
    "time_bound": "有时限",
    "result": "是结果",
}

# a milestone can be judged at the end but says less on the way; an output shows less than an effect
MILESTONE, OUTPUT = 0.7, 0.5
UNDATED = 0.6
_PENALTY = {"info": 0.06, "warning": 0.15, "error": 0.25}
# findings whose subject no label covers; label-backed codes are in the probabilities already, but for K201, which
# speaks for K204 where a degree stands without a number
_PART_OF = {
    "O106": "concise",
    "O108": "challenging",
    "O109": "in_control",
    "O110": "in_control",
    "O111": "directed",
    "O112": "concise",
    "O113": "in_control",
    "O114": "challenging",
    "F006": "specific",
    "K201": "specific",
    "K204": "specific",
    "K209": "specific",
    "K211": "measurable",
    "K213": "achievable",
    "K214": "achievable",
    "K215": "relevant",
    "K216": "relevant",
    "K217": "result",
    "K218": "achievable",
    "K219": "specific",
    "K220": "measurable",
    "K221": "achievable",
    "K222": "time_bound",
    "S306": "relevant",
}


def name_of_part(part: str, lang: str) -> str:
    """What a part is called in "zh" or "en"."""
    return _IN_CHINESE[part] if lang == "zh" else part.replace("_", " ")


def objective_parts(labels: StatementLabels) -> dict[str, float]:
    """Parts of an objective from its labels alone."""
    kind = labels["kind"].probabilities
    compound = labels["compound"].probabilities["yes"]
    rating = labels.ratings.get("inspiring", 3.0)
    return {
        "qualitative": 1 - labels["metric"].probabilities["yes"],
        "directed": 1 - labels["vague"].probabilities["yes"],
        "inspiring": (kind["aspiration"] + min(1.0, max(0.0, (rating - 1) / 4))) / 2,
        "challenging": 1 - kind["upkeep"],
        "in_control": 1.0,
        "concise": 1 - compound,
    }


def key_result_parts(judged: Judged) -> dict[str, float]:
    """Parts of a key result from its labels and dates (its own or inherited)."""
    labels = judged.labels
    measurable, kind = labels["measurable"].probabilities, labels["kind"].probabilities
    return {
        "specific": 1 - max(measurable["none"], labels["compound"].probabilities["yes"]),
        "measurable": measurable["metric"] + MILESTONE * measurable["milestone"],
        "achievable": 1.0,
        "relevant": 1.0,
        "time_bound": 1.0 if is_dated(judged) else UNDATED,
        "result": kind["outcome"] + OUTPUT * kind["output"],
    }


def is_dated(judged: Judged) -> bool:
    """Whether a key result says when, itself or by what holds around it."""
    context = judged.statement.context
    return bool(context.deadline or context.cycle or judged.analysis.dates)


def penalise(parts: dict[str, float], findings: Iterable[Finding]) -> dict[str, float]:
    """The parts less what the findings take from them, never below 0."""
    left = dict(parts)
    for finding in findings:
        part = _PART_OF.get(finding.code)
        if part in left:
            left[part] = max(0.0, left[part] - _PENALTY.get(finding.severity, 0.0))
    return left
