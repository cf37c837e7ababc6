"""The words and cues that speak most for a label, found only when somebody asks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from okr_lint.classifier.cues import own_cues
from okr_lint.classifier.model import load_model
from okr_lint.classifier.ngrams import ngrams, tokens
from okr_lint.classifier.words import words
from okr_lint.language import Analysis

_SHOWN = 3
# cues that a person can follow, by the names that cues.py gives them
CUES = {
    "numbers 0": "no number",
    "head output": "verb of output",
    "head activity": "verb of activity",
    "head outcome": "verb of outcome",
    "head upkeep": "verb of upkeep",
    "head empty": "empty verb",
    "baseline": "baseline",
    "masked": "masked number",
    "lex placeholder": "placeholder",
    "lex hedge": "hedge",
    "lex cadence": "cadence",
    "lex vague_degree": "vague degree",
}
_LEAST_LETTERS = {True: 3, False: 2}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Finds the drivers of one lane of a model for one statement (its neighbours left out)."""

    task: str
    lane: int
    analysis: Analysis

    def __call__(self) -> tuple[str, ...]:
        """At most three, strongest first, none part of another."""
        normal = self.analysis.normal
        linear = load_model(self.task).linear
        runs = words(normal)
        # runs of Han characters are words only where the model's vocabulary has them
        known = {name for _, name in linear.contributions((set(), set(), set(), runs), self.lane)}
        known.update(token for token in tokens(normal) if token.isascii() and token[0].isalpha())
        sums: dict[str, float] = defaultdict(float)
        groups = (ngrams(normal), own_cues(self.analysis), set[str](), runs)
        for weight, name in linear.contributions(groups, self.lane):
            shown = CUES.get(name) or _words_of(name, known)
            if shown:
                sums[shown] += weight
        found: list[str] = []
        for shown, weight in sorted(sums.items(), key=lambda item: (-item[1], item[0])):
            if weight <= 0 or len(found) == _SHOWN:
                break
            if not any(shown in other or other in shown for other in found):
                found.append(shown)
        return tuple(found)


def _words_of(feature: str, known: set[str]) -> str | None:
    """The word or words that a feature stands for; None for pieces of words, for marks and for inner cues."""
    text = feature.removeprefix("=").strip("^$ ")
    if not text.isascii():
        text = text.replace(" ", "")
        return text if text in known and len(text) >= _LEAST_LETTERS[False] else None
    whole = len(text) >= _LEAST_LETTERS[True] and all(part in known for part in text.split(" "))
    return text if whole else None
