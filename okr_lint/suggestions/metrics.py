"""The catalogue of metrics (rules/metrics.yaml), and which of them fit a statement."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from okr_lint.language import Analysis
from okr_lint.language.terms import Terms
from okr_lint.paths import compiled_data
from okr_lint.suggestions.metric_words import Target, targets

_STATEMENT, _OBJECTIVE = 3.0, 0.8
_FIELD_SHARE = 0.15
_LEAST = 0.45
_MOST_RECENT = 256
# English verbs that are also words of a field ("run a training" is no running): not counted as the head verb.
_NOT_AS_HEAD = frozenset(
    [
        "run",
        "write",
        "support",
        "help",
        "use",
        "build",
        "work",
        "read",
        "return",
        "review",
        "walk",
        "close",
        "order",
        "sign",
        "share",
        "save",
        "love",
    ]
)


class Metric(NamedTuple):
    """A metric that a suggestion may propose.

    Attributes:
        field: "product", "growth", … (the keys of ``fields`` in rules/metrics.yaml).
        zh, en: its name.
        unit, unit_en: its unit in each language; may be empty.
        direction: "up" or "down", the way that is better.
    """

    field: str
    zh: str
    en: str
    unit: str
    unit_en: str
    direction: str

    def name(self, language: str) -> str:
        """The name in "zh" or "en"."""
        return self.en if language == "en" else self.zh


class Catalogue:
    """All metrics and the words that make them relevant."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.fields: dict[str, dict[str, Any]] = data["fields"]
        self._entries: list[dict[str, Any]] = data["metrics"]
        self._words: list[str] = data["words"].split("\n")
        self.terms = Terms(self._words, _inside_word)
        self._lines: list[str] = data["targets"].split("\n")
        self._targets: dict[int, tuple[Target, ...]] = {}
        self._recent: dict[str, list[Target]] = {}

    @cached_property
    def metrics(self) -> list[Metric]:
        """All metrics in the order of the catalogue."""
        return [_metric(entry) for entry in self._entries]

    def rank(self, weighted: list[tuple[str, float]], count: int | None = None) -> list[Metric]:
        """The metrics that the words of some (folded) texts speak for, best first; ``count`` of them at most."""
        scores: dict[int, float] = defaultdict(float)
        fields: dict[str, float] = defaultdict(float)
        for text, weight in weighted:
            for target in self._targets_in(text):
                # A word that many metrics share says little about each of them.
                for index in target.metrics:
                    scores[index] += weight / len(target.metrics) ** 0.5
                for name in target.fields:
                    fields[name] += weight * _FIELD_SHARE
        entries = self._entries
        ranked = sorted([(-score - fields[entries[index]["field"]], index) for index, score in scores.items()])
        return [_metric(entries[index]) for score, index in ranked[:count] if -score >= _LEAST]

    def _targets_in(self, text: str) -> list[Target]:
        """What a text's words speak for; remembered, because an objective is asked for with each of its key results."""
        found = self._recent.get(text)
        if found is None:
            if len(self._recent) >= _MOST_RECENT:
                self._recent.clear()
            found = self._recent[text] = self._found(text)
        return found

    def _found(self, text: str) -> list[Target]:
        found: dict[tuple[int, bool], Target] = {}
        for last, place in self.terms.found(text):
            word = self._words[place]
            start, end = last + 1 - len(word), last + 1
            if start and _inside_word(text[start - 1], word[0]):
                continue
            known = self._targets.get(place)
            if known is None:
                known = self._targets[place] = targets(self._lines[place])
            for target in known:
                if not (target.whole and word[-1].isascii() and _goes_on(text, end)):
                    found[place, target.whole] = target
        return list(found.values())


def _inside_word(before: str, character: str) -> bool:
    return character.isascii() and before.isascii() and before.isalnum()


def _goes_on(text: str, end: int) -> bool:
    """Whether the English word goes on after ``end``, by more than a plural or possessive."""
    if text.startswith("es", end):
        end += 2
    elif text.startswith(("s", "'s", "’s"), end):
        end += 1 + (text[end] != "s")
    return end < len(text) and text[end].isascii() and text[end].isalpha()


def _metric(entry: dict[str, Any]) -> Metric:
    unit = str(entry["unit"])
    return Metric(entry["field"], entry["zh"], entry["en"], unit, str(entry.get("unit_en", unit)), entry["direction"])


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue that ships with okr-lint (key "metrics" of rules/compiled.json)."""
    return Catalogue(compiled_data()["metrics"])


def candidate_metrics(statement: Analysis, objective: Analysis | None = None, count: int = 3) -> list[Metric]:
    """Up to ``count`` metrics for what the statement and its objective are about, best first.

    Empty where no word of theirs speaks for any: better no proposal than one from another field.
    """
    weighted = [(_without_head(statement), _STATEMENT)]
    if objective is not None and objective is not statement:
        weighted.append((objective.normal, _OBJECTIVE))
    return catalogue().rank(weighted, count)


def _without_head(analysis: Analysis) -> str:
    head = analysis.head
    if head is None or head.word.lower() not in _NOT_AS_HEAD:
        return analysis.normal
    return analysis.normal[: head.start] + " " * (head.end - head.start) + analysis.normal[head.end :]
