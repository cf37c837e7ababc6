"""How held-out macro-F1 grows with the corpus, and how well confidence is calibrated: benchmarks/learning_curve.md.

    python -m tools.learning_curve            (make learning-curve; some minutes, extra: train)

A share of the OKRs outside the held-out splits trains; the held-out splits, and the real statements where they
are at hand, judge. The reliability diagram (benchmarks/reliability.svg) is drawn from the same held-out labels.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from okr_lint.classifier.features import features_of_set
from okr_lint.classifier.training import calibrate as cal
from okr_lint.classifier.training.crossvalidate import held_out_scores, plain_rows
from okr_lint.classifier.training.dataset import HEADS, Row, read_corpus, rows
from okr_lint.classifier.training.fit import MEASURE, fit
from okr_lint.classifier.training.vectors import WordVectors
from okr_lint.evaluation.gold import read_gold
from okr_lint.evaluation.measures import counted, macro_f1
from okr_lint.language import analyse
from tools.reliability_diagram import Bin, diagram

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "real_okrs" / "dev.jsonl"
SHARES = (0.125, 0.25, 0.5, 1.0)
HELD_OUT = ("prose", "people")
BINS = 10


def main() -> int:
    """Measure, then write the table and the diagram."""
    vectors = WordVectors(ROOT / "corpus" / "vectors")
    made = rows(read_corpus(ROOT / "corpus"))
    real = _real_rows()
    lines = [
        "# Learning curve and calibration",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC with `make learning-curve`. Macro-F1 zh/en of the best guess",
        f"of the classifier, trained on a share of the corpus without {' and '.join(HELD_OUT)}, on these two splits,",
        f"on the split `{MEASURE}`, which no model is trained on, and on `../shared/real_okrs/dev.jsonl`",
        "(only measured, never chosen on).",
        "",
        f"| label | OKRs trained on | held-out splits | `{MEASURE}` | real statements |",
        "|---|--:|--:|--:|--:|",
    ]
    for task in HEADS:
        lines += _curve(task, made[task], real.get(task, []), vectors)
    lines += [
        "",
        "## Calibration",
        "",
        "Held-out labels of the plain-prose splits, ten bins; expected calibration error per label:",
        "",
    ]
    panels = []
    for task in HEADS:
        scores = held_out_scores(task, made[task], vectors)
        plain = [made[task][at] for at in plain_rows(made[task])]
        for name, classes in HEADS[task].items():
            first = _lanes(task)[name]
            bins, error = _bins(scores[:, first : first + len(classes)], plain, name, classes)
            panels.append((f"{task.replace('_', ' ')}: {name}", bins))
            lines.append(f"- {task} {name}: {error:.3f}")
    lines += ["", "![Reliability diagram](reliability.svg)", ""]
    (ROOT / "benchmarks" / "reliability.svg").write_text(diagram(panels), encoding="utf-8")
    (ROOT / "benchmarks" / "learning_curve.md").write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))
    return 0


def _real_rows() -> dict[str, list[Row]]:
    if not GOLD.exists():
        print(f"{GOLD} is not here; the column of real statements stays empty", file=sys.stderr)
        return {}
    made: dict[str, list[Row]] = {"objective": [], "key_result": []}
    for record in read_gold(GOLD):
        first, *rest = record["statements"]
        own, others = features_of_set(analyse(first["text"]), [analyse(s["text"]) for s in rest])
        for task, statement, features in [
            ("objective", first, own),
            *(("key_result", s, f) for s, f in zip(rest, others, strict=True)),
        ]:
            made[task].append(Row(statement["text"], record["lang"], features, statement["gold"], "real", {}))
    return made


def _curve(task: str, table: Sequence[Row], real: Sequence[Row], vectors: WordVectors) -> Iterator[str]:
    """Lines of the table, by label and size."""
    rest = [row for row in table if row.fold not in (*HELD_OUT, MEASURE)]
    judges = [
        [row for row in table if row.fold in HELD_OUT],
        [row for row in table if row.fold == MEASURE],
        list(real),
    ]
    cells: dict[str, list[str]] = {name: [] for name in HEADS[task]}
    for share in SHARES:
        chosen = [row for row in rest if _place(row.text) < share]
        fitted = fit(task, chosen, vectors)
        scores = [fitted.scores(judge) if judge else None for judge in judges]
        for name, classes in HEADS[task].items():
            first, count = fitted.lanes[name]
            figures = [
                _figures(judge, score[:, first : first + count].argmax(axis=1), name, classes) if judge else "–"
                for judge, score in zip(judges, scores, strict=True)
            ]
            size = f"{len(chosen):,}" if task == "objective" else f"{len(chosen):,} key results"
            cells[name].append(f"| {task} {name} | {size} | {' | '.join(figures)} |")
    for name in cells:
        yield from cells[name]


def _place(text: str) -> float:
    """A number in 0-1 that is the same in every run and says nothing of the text."""
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:8], 16) / 0xFFFFFFFF


def _figures(judge: Sequence[Row], said: Any, name: str, classes: Sequence[str]) -> str:
    found = []
    for language in ("zh", "en"):
        pairs = [
            (row.labels[name], classes[at])
            for row, at in zip(judge, said, strict=True)
            if row.language == language and name in row.labels
        ]
        found.append(f"{macro_f1(pairs):.2f}" if len(counted(pairs)) > 1 else "–")
    return "/".join(found)


def _lanes(task: str) -> dict[str, int]:
    """The first lane of every head, in the order in which ``fit`` lays them."""
    at, found = 0, {}
    for name, classes in HEADS[task].items():
        found[name] = at
        at += len(classes)
    return found


def _bins(scores: Any, table: Sequence[Row], name: str, classes: Sequence[str]) -> tuple[list[Bin], float]:
    """Mean confidence, share that is right, and number of labels per bin; and the calibration error."""
    target = np.array([classes.index(row.labels[name]) for row in table])
    probability = cal.probabilities(scores, *cal.calibrate(scores, target))
    top, right = probability.max(axis=1), probability.argmax(axis=1) == target
    places = np.minimum((top * BINS).astype(int), BINS - 1)
    bins = [
        Bin(float(top[places == b].mean()), float(right[places == b].mean()), int((places == b).sum()))
        for b in sorted(set(places.tolist()))
    ]
    return bins, cal.expected_calibration_error(probability, target, BINS)


if __name__ == "__main__":
    sys.exit(main())
