"""What a linter remembers from one version of a text to the next: sections read, analyses, labels, matches by set."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import TypeVar

from okr_lint.checks.recall import Recall
from okr_lint.classifier.predict import predict_set
from okr_lint.classifier.told import numbers_beside
from okr_lint.classifier.types import StatementLabels
from okr_lint.language import Analysis, analyse
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.model import Objective
from okr_lint.readers.rereading import Rereader
from okr_lint.scoring.score import Known

T = TypeVar("T")
Understood = list[tuple[Analysis, StatementLabels]]


@dataclass(slots=True)
class Memory:
    """The least recently used entries are forgotten beyond ``size``. For one linter and one thread."""

    size: int = 10_000
    recall: Recall = field(default_factory=Recall)
    reader: Rereader = field(default_factory=Rereader)
    scores: Known = field(default_factory=dict)
    _layers: OrderedDict[Hashable, Analysis] = field(default_factory=OrderedDict)
    _sets: OrderedDict[Hashable, Understood] = field(default_factory=OrderedDict)

    def understand(self, objective: Objective) -> Understood:
        """Analysis and labels of an objective and its key results; texts and numbers beside them say all."""
        statements = (objective, *objective.key_results)
        key = (objective.text, *((one.text, numbers_beside(one)) for one in objective.key_results))
        known = self._sets.get(key)
        if known is not None:
            self._sets.move_to_end(key)
            return known
        analyses = {one.id: self.analysis(one.text) for one in statements}
        labels = predict_set(objective, analyses)
        made = [(analyses[one.id], labels[one.id]) for one in statements]
        self._keep(self._sets, key, made)
        return made

    def analysis(self, text: str) -> Analysis:
        """A new analysis with the layers that are known of this text.

        It is a new one because checks remember by analysis what they found in the company of one set.
        """
        made = analyse(text)
        if text in self._layers:
            made.__dict__.update(self._layers[text].__dict__, kept={})
        self._keep(self._layers, text, made)
        return made

    def _keep(self, store: OrderedDict[Hashable, T], key: Hashable, value: T) -> None:
        store[key] = value
        store.move_to_end(key)
        if len(store) > self.size:
            store.popitem(last=False)
