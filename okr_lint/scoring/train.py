"""`okr-lint train`: the classifier, then what is fitted on its held-out labels: score and verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from okr_lint.classifier.training.dataset import Row
from okr_lint.classifier.types import StatementLabels

HeldOut = dict[str, tuple[list[Row], list[StatementLabels]]]


def train_all(corpus: Path, models: Path) -> None:
    """Rebuild everything in ``models`` that is learned from a corpus folder; prints held-out figures."""
    from okr_lint.checks.fit_verdicts import fit_verdicts
    from okr_lint.classifier.training.dataset import PLAIN_SPLITS, read_corpus
    from okr_lint.classifier.training.store import write
    from okr_lint.classifier.training.train import train
    from okr_lint.scoring.fit import fit_score

    held_out = train(corpus, models)
    entries = {}
    for task, (rows, labels) in held_out.items():
        entries[task] = fit_score(task, labels, [row.labels["quality"] for row in rows])
        print(f"{task} score: held-out Spearman {entries[task]['held_out_spearman']:.3f}")
    write(models, "score.json", _json(entries))
    records = [record for record in read_corpus(corpus) if record["split"] in PLAIN_SPLITS]
    write(models, "verdicts.json", _json(fit_verdicts(records, _in_order(records, held_out))))


def _in_order(records: list[dict[str, Any]], held_out: HeldOut) -> Iterator[tuple[dict[str, Any], StatementLabels]]:
    """Settled and held-out labels of every statement, objective before its key results."""
    objectives = zip(*held_out["objective"], strict=True)
    key_results = zip(*held_out["key_result"], strict=True)
    for record in records:
        row, labels = next(objectives)
        yield row.labels, labels
        for _ in record["key_results"]:
            row, labels = next(key_results)
            yield row.labels, labels


def _json(data: Any) -> bytes:
    return (json.dumps(data, indent=1) + "\n").encode("utf-8")
