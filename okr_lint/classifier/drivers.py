"""The words and cues that speak most for a label, found only when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass

from okr_lint.classifier.cues import own_cues
from okr_lint.classifier.model import load_model
from okr_lint.classifier.ngrams import ngrams
from okr_lint.classifier.words import words
from okr_lint.language import Analysis

_SHOWN = 3
_CUES = {
    "numbers 0": "∅ number",
    "head output": "verb: output",
    "head activity": "verb: activity",
    "head outcome": "verb: outcome",
    "head upkeep": "verb: upkeep",
    "head empty": "verb: empty",
    "baseline": "baseline",
    "masked": "masked number",
    "lex placeholder": "placeholder",
    "lex hedge": "hedge",
    "lex cadence": "cadence",
    "lex vague_degree": "vague degree",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Finds the drivers of one lane of a model for one statement (its neighbours left out)."""

    task: str
    lane: int
    analysis: Analysis

    def __call__(self) -> tuple[str, ...]:
        """At most three, strongest first, none part of another."""
        normal = self.analysis.normal
        groups = (ngrams(normal), own_cues(self.analysis), set[str](), words(normal))
        found: list[str] = []
        for weight, name in load_model(self.task).linear.contributions(groups, self.lane):
            shown = _plain(name)
            if weight <= 0 or len(found) == _SHOWN:
                break
            if shown and not any(shown in other or other in shown for other in found):
                found.append(shown)
        return tuple(found)


def _plain(feature: str) -> str | None:
    """A feature's name as a person would read it; None for pieces of words and for inner cues."""
    if feature in _CUES:
        return _CUES[feature]
    text = feature.removeprefix("=").strip("^$ ")
    if not text or "<" in feature or ">" in feature or text.split()[0] in _INNER:
        return None
    if not text.isascii():
        return text.replace(" ", "")
    return text if len(text) > 2 else None


# first words of the names that cues.py gives
_INNER = frozenset(
    (
        *("lex", "first", "last", "head", "starts", "verb", "length", "language", "count", "seq", "ends"),
        *("commas", "numbers", "unit", "compare", "direction", "target", "number", "date", "name", "masked"),
        "baseline",
    )
)
