"""What a linter remembers from one version of a text to the next: analyses by text, labels and matches by set."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar

from okr_lint.checks.recall import Recall
from okr_lint.classifier.predict import predict_set
from okr_lint.classifier.types import StatementLabels
from okr_lint.language import Analysis, analyse
from okr_lint.model import Objective

T = TypeVar("T")


@dataclass(slots=True)
class Memory:
    """The least recently used entries are forgotten beyond ``size``. For one linter and one thread."""

    size: int = 10_000
    recall: Recall = field(default_factory=Recall)
    _analyses: OrderedDict[Hashable, Analysis] = field(default_factory=OrderedDict)
    _labels: OrderedDict[Hashable, list[StatementLabels]] = field(default_factory=OrderedDict)

    def analysis(self, text: str) -> Analysis:
        """The analysis of a statement's text."""
        return self._remembered(self._analyses, text, lambda: analyse(text))

    def labels(self, objective: Objective, analyses: dict[str, Analysis]) -> dict[str, StatementLabels]:
        """``predict_set``: labels follow from the texts of the set alone."""
        statements = (objective, *objective.key_results)
        key = tuple(one.text for one in statements)

        def predict() -> list[StatementLabels]:
            made = predict_set(objective, analyses)
            return [made[one.id] for one in statements]

        known = self._remembered(self._labels, key, predict)
        return {one.id: labels for one, labels in zip(statements, known, strict=True)}

    def _remembered(self, store: OrderedDict[Hashable, T], key: Hashable, make: Callable[[], T]) -> T:
        if key in store:
            store.move_to_end(key)
            return store[key]
        store[key] = made = make()
        if len(store) > self.size:
            store.popitem(last=False)
        return made
