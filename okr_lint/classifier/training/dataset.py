"""Corpus records -> rows: features, labels and the group that a row may not be split from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from okr_lint.classifier.features import Features, features_of_set
from okr_lint.language import analyse
from okr_lint.lean_dataclasses import dataclass

HEADS: dict[str, dict[str, tuple[str, ...]]] = {
    "objective": {
        "metric": ("no", "yes"),
        "kind": ("aspiration", "task", "upkeep"),
        "vague": ("no", "yes"),
        "compound": ("no", "yes"),
    },
    "key_result": {
        "measurable": ("metric", "milestone", "none"),
        "kind": ("outcome", "output", "activity"),
        "compound": ("no", "yes"),
    },
}
RATINGS = {"objective": ("quality", "inspiring"), "key_result": ("quality",)}

# The splits in the plain prose of real planning documents. What is chosen on held-out text (calibration,
# thresholds, the score's curve) is chosen on these: the older splits are written too cleanly to stand for strangers.
PLAIN_SPLITS = ("mixed", "plain", "prose", "makers", "people")


@dataclass(slots=True)
class Row:
    """One labelled statement.

    Attributes:
        labels: label values and mean ratings by name; a gold file may lack some.
        fold: domain and author group; cross-validation leaves whole folds out.
        agreed: share of the votes that the settled label got, by label.
    """

    text: str
    language: str
    features: Features
    labels: dict[str, Any]
    fold: str
    agreed: dict[str, float]


def read_corpus(folder: Path) -> Iterator[dict[str, Any]]:
    """All records of a corpus folder in order of file and line."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def rows(records: Iterable[dict[str, Any]]) -> dict[str, list[Row]]:
    """Rows by model name ("objective", "key_result")."""
    made: dict[str, list[Row]] = {"objective": [], "key_result": []}
    for record in records:
        objective, key_results = record["objective"], record["key_results"]
        own, others = features_of_set(analyse(objective["text"]), [analyse(k["text"]) for k in key_results])
        made["objective"].append(_row("objective", objective, own, record))
        made["key_result"] += [_row("key_result", k, f, record) for k, f in zip(key_results, others, strict=True)]
    return made


# the letter of each label in a vote's code ("nann44", "mon5"), in the order of HEADS
def _row(task: str, statement: dict[str, Any], features: Features, record: dict[str, Any]) -> Row:
    names = (*HEADS[task], *RATINGS[task])
    votes = statement.get("votes", ())
    agreed = {}
    for at, name in enumerate(HEADS[task]):
        letters = [vote[at] for vote in votes]
        agreed[name] = max(letters.count(letter) for letter in letters) / len(letters) if letters else 1.0
    labels = {name: statement[name] for name in names if name in statement}
    return Row(statement["text"], record["lang"], features, labels, record.get("split", ""), agreed)
