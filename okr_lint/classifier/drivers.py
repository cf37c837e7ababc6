"""The words and cues that speak most for a label, found only when somebody asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from okr_lint.classifier.model import load_model
from okr_lint.classifier.ngrams import runs, tokens
from okr_lint.classifier.words import words
from okr_lint.language import Analysis
from okr_lint.lean_dataclasses import dataclass

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


@dataclass(slots=True)
class Trace:
    """What is kept of a statement's reading, for the case that somebody asks what drove a label.

    Attributes:
        analysis: the statement's.
        cues: those of its own cues that a person can follow.
        scales: per feature group, as ``Linear.read`` gives them.
    """

    analysis: Analysis
    cues: set[str]
    scales: Sequence[float]


@dataclass(slots=True)
class Explanation:
    """Finds the drivers of one lane of a model for one statement (its neighbours left out)."""

    task: str
    lane: int
    trace: Trace

    def __call__(self) -> tuple[str, ...]:
        """At most three, strongest first, none part of another."""
        trace, linear = self.trace, load_model(self.task).linear
        normal = trace.analysis.normal
        own = tokens(normal)
        # runs of Han characters are words only where the model's vocabulary has them
        weighed = linear.contributions(((), (), (), words(normal)), self.lane, trace.scales)
        known = {name for _, name in weighed}
        known.update([token for token in own if token.isascii() and token[0].isalpha()])
        spoken = {name: shown for name in runs(["^", *own, "$"]) if (shown := _words_of(name, known))}
        weighed += linear.contributions((spoken, trace.cues, (), ()), self.lane, trace.scales)
        sums: dict[str, list[float]] = defaultdict(list)
        for weight, name in weighed:
            if shown := CUES.get(name) or spoken.get(name) or _words_of(name, known):
                sums[shown].append(weight)
        found: list[str] = []
        # sorted before they are added: the order in a set is not the same in every run
        for weight, shown in sorted([(-sum(sorted(weights)), shown) for shown, weights in sums.items()]):
            if weight >= 0 or len(found) == _SHOWN:
                break
            if not any(shown in other or other in shown for other in found):
                found.append(shown)
        return tuple(found)


def _words_of(feature: str, known: set[str]) -> str | None:
    """The word or words that a feature stands for; None for pieces of words, for marks and for inner cues."""
    text, parts = _parts(feature)
    return text if parts and known.issuperset(parts) else None


@lru_cache(maxsize=1 << 15)
def _parts(feature: str) -> tuple[str, tuple[str, ...]]:
    """The text of a feature, and the words that must be known for it to be shown; none where it never is."""
    text = feature.removeprefix("=").strip("^$ ")
    if not text.isascii():
        text = text.replace(" ", "")
        return text, (text,) if len(text) >= _LEAST_LETTERS[False] else ()
    return text, tuple(text.split(" ")) if len(text) >= _LEAST_LETTERS[True] else ()
