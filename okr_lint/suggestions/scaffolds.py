"""Sentences with blanks: the author's nouns, catalogue metrics, and never a number of ours."""

from __future__ import annotations

from okr_lint.suggestions.metrics import Metric

_VERBS = {"zh": {"up": "提升到", "down": "降到"}, "en": {"up": "Raise", "down": "Cut"}}


def change_scaffold(measure: str | None, language: str, direction: str = "up") -> str:
    """「将⟨指标⟩从⟨现值⟩提升到⟨目标值⟩」 with ``measure`` in the place of ⟨指标⟩ where it is given."""
    verb = _VERBS[language]["down" if direction == "down" else "up"]
    if language == "zh":
        measure = measure or "⟨指标⟩"
        before, gap = (" " if measure[at].isascii() else "" for at in (0, -1))
        return f"将{before}{measure}{gap}从⟨现值⟩{verb}⟨目标值⟩"
    return f"{verb} {lowered(measure) or '⟨metric⟩'} from ⟨baseline⟩ to ⟨target⟩"


def measure_blank(noun: str | None, language: str) -> str:
    """A blank for a measure of the author's noun."""
    if language == "zh":
        return f"⟨{noun}的指标⟩" if noun else "⟨指标⟩"
    return f"⟨a measure of {lowered(noun)}⟩" if noun else "⟨metric⟩"


def lowered(phrase: str | None) -> str:
    """The phrase in the middle of an English sentence: no capital, unless it is a name or an abbreviation."""
    if not phrase or not phrase[1:2].islower() or (" " in phrase and phrase.split(" ", 1)[1][:1].isupper()):
        return phrase or ""
    return phrase[0].lower() + phrase[1:]


def metric_scaffold(metric: Metric, language: str) -> str:
    """The scaffold for a metric of the catalogue, in its better direction."""
    return change_scaffold(metric.name(language), language, metric.direction)


def metric_names(metrics: list[Metric], language: str) -> str:
    """The metrics' names as a list in a sentence."""
    return ("、" if language == "zh" else ", ").join(metric.name(language) for metric in metrics)
