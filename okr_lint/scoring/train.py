"""`okr-lint train`: the classifier, then the score that is fitted on its held-out labels."""

from __future__ import annotations

import json
from pathlib import Path


def train_all(corpus: Path, models: Path) -> None:
    """Rebuild everything in ``models`` that is learned from a corpus folder; prints held-out figures."""
    from okr_lint.classifier.training.store import write
    from okr_lint.classifier.training.train import train
    from okr_lint.scoring.fit import fit_score

    entries = {}
    for task, (rows, labels) in train(corpus, models).items():
        entries[task] = fit_score(task, labels, [row.labels["quality"] for row in rows])
        print(f"{task} score: held-out Spearman {entries[task]['held_out_spearman']:.3f}")
    write(models, "score.json", (json.dumps(entries, indent=1) + "\n").encode("utf-8"))
