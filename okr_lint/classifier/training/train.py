"""`okr-lint train`: corpus in, models out, with the held-out figures of every head."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from okr_lint.classifier.heads import LabelHead
from okr_lint.classifier.predict import read_labels
from okr_lint.classifier.training.dataset import HEADS, RATINGS, Row, read_corpus, rows
from okr_lint.classifier.types import StatementLabels


def train(corpus: Path, models: Path, *, tell: Any = print) -> dict[str, tuple[list[Row], list[StatementLabels]]]:
    """Rebuild both models from a corpus folder: one thread, fixed order, rounded weights.

    Returns:
        By model name the rows in plain prose and their held-out labels, for what is fitted on top of them.
    """
    # one thread: sums in one order, so the same bytes everywhere
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    from okr_lint.classifier.training.crossvalidate import held_out_scores, plain_rows
    from okr_lint.classifier.training.fit import fit
    from okr_lint.classifier.training.store import save
    from okr_lint.classifier.training.vectors import WordVectors

    vectors = WordVectors(corpus / "vectors")
    made = rows(read_corpus(corpus))
    held_out: dict[str, tuple[list[Row], list[StatementLabels]]] = {}
    for task in HEADS:
        scores = held_out_scores(task, made[task], vectors)
        fitted = fit(task, made[task], vectors)
        plain = [made[task][at] for at in plain_rows(made[task])]
        heads = [head(task, name, plain, scores, fitted.lanes[name], tell) for name in HEADS[task]]
        ratings = {name: fitted.lanes[name][0] for name in RATINGS[task]}
        save(models, task, fitted, heads, ratings)
        readers = [LabelHead.from_json(entry) for entry in heads]
        held_out[task] = (plain, [read_labels(readers, ratings, row) for row in scores.tolist()])
    return held_out


def head(task: str, name: str, table: list[Row], scores: Any, lanes: tuple[int, int], tell: Any) -> dict[str, Any]:
    """One label's entry in the model file, calibrated on held-out scores; tells its figures."""
    import numpy as np

    from okr_lint.classifier.training import calibrate as cal

    classes = HEADS[task][name]
    own = scores[:, lanes[0] : lanes[0] + lanes[1]]
    target = np.array([classes.index(row.labels[name]) for row in table])
    slope, biases = cal.calibrate(own, target)
    probability = cal.probabilities(own, slope, biases)
    boosts = cal.boosts_formacro_f1(probability, target)
    chosen = (probability * np.array(boosts)).argmax(axis=1)
    figures = []
    for language in ("zh", "en"):
        inside = np.array([row.language == language for row in table])
        figures.append(f"{language} {cal.macro_f1(target[inside], chosen[inside], len(classes)):.3f}")
    error = cal.expected_calibration_error(probability, target)
    tell(f"{task} {name}: held-out macro-F1 {', '.join(figures)}; calibration error {error:.3f}")
    return {
        "name": name,
        "classes": classes,
        "lanes": list(range(lanes[0], lanes[0] + lanes[1])),
        "slope": slope,
        "biases": biases,
        "boosts": boosts,
        "sure": cal.sure_thresholds(probability, chosen, target),
    }
