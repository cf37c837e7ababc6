"""Fits models/verdicts.json: per code, how rule evidence and label weigh together (extra ``train``).

The engine runs over the corpus with held-out labels; what every check brings together is recorded
and compared with the settled labels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from okr_lint.checks import verdict
from okr_lint.checks.engine import Engine
from okr_lint.checks.match import Judged, ObjectiveSet
from okr_lint.checks.verdict_model import LEAST_ALONE, PLAIN_STRENGTH, logit
from okr_lint.classifier.types import Label, StatementLabels
from okr_lint.language import analyse
from okr_lint.model import Document, KeyResult, Objective, Source
from okr_lint.settings import Settings

# A warning is to be right nine times in ten on text by strangers. Authors differ, and the corpus flatters: it must be
# right this often in the text of every corpus author but the least predictable one.
WARN_PRECISION = 0.96
# Labels of measurability lose most among strangers (benchmarks/dev_runs.md, run 22).
_STRICTER = {"K201": 0.99}
# Codes whose precision hardly falls from our authors to strangers (benchmarks/dev_runs.md, run 21) need less, over all
# authors together.
_STEADY = {"O102": 0.93}
# Compound key results are so rare that even two results with a number each seldom reach LEAST_ALONE; a hint on how to
# split a line costs little, and silence would leave most of them unsaid (benchmarks/dev_runs.md, run 39).
_HINTS = {"K208": 0.55}
_LEAST_CASES = 30
_LEAST_FLAGGED = 8
_CODES = ("O101", "O102", "O103", "O105", "O107", "K201", "K202", "K203", "K208")

Case = tuple[list[float], bool, str]


def fit_verdicts(records: Iterable[dict[str, Any]], labels: Iterator[tuple[dict[str, Any], StatementLabels]]) -> Any:
    """Entries of models/verdicts.json by code.

    Args:
        records: corpus records in plain prose (dataset.PLAIN_SPLITS).
        labels: per statement in the order of the records (objective, then key results) its
            settled labels and its held-out labels.
    """
    cases = _cases(records, labels)
    return {code: _fit(code, found) for code, found in sorted(cases.items()) if len(found) >= _LEAST_CASES}


def _cases(
    records: Iterable[dict[str, Any]], labels: Iterator[tuple[dict[str, Any], StatementLabels]]
) -> dict[str, list[Case]]:
    engine = Engine(Settings(select=_CODES))
    cases: dict[str, list[Case]] = defaultdict(list)
    truth: dict[int, str | int] = {}
    author = ""

    def record_case(
        code: str, label: Label, wanted: tuple[str | int, ...], evidence: bool | None, strength: float
    ) -> None:
        if id(label) in truth and label.probabilities:
            claimed = sum(label.probabilities.get(str(value), 0.0) for value in wanted)
            plain = strength >= PLAIN_STRENGTH
            row = [logit(claimed), float(bool(evidence) and plain), float(bool(evidence) and not plain)]
            cases[code].append(([*row, float(evidence is False)], truth[id(label)] in wanted, author))

    verdict.listener = record_case
    try:
        for record in records:
            truth.clear()
            author = record["author"]
            one = _judged(record, labels, truth)
            document = one.document
            engine.run(document, [one.set])
    finally:
        verdict.listener = None
    return cases


class _One:
    """One corpus record as a document of its own."""

    def __init__(self, document: Document, judged: ObjectiveSet) -> None:
        self.document, self.set = document, judged


def _judged(
    record: dict[str, Any],
    labels: Iterator[tuple[dict[str, Any], StatementLabels]],
    truth: dict[int, str | int],
) -> _One:
    key_results = [KeyResult(k["text"]) for k in record["key_results"]]
    objective = Objective(record["objective"]["text"], key_results=key_results)
    document = Document(record["id"], "json", Source(""), [objective])
    document.context.cycle, document.context.owner = "Q3", "team"
    document.number()
    judged = []
    for statement in document.statements():
        settled, held_out = next(labels)
        for name, label in held_out.labels.items():
            truth[id(label)] = settled[name]
        judged.append(Judged(statement, analyse(statement.text), held_out))
    return _One(document, ObjectiveSet(judged[0], judged[1:]))


# sign that a weight must have: more evidence never makes a finding less likely
_SIGNS = {"label": 1, "plain": 1, "weak": 1, "against": -1}


def _fit(code: str, cases: list[Case]) -> dict[str, float]:
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    table, target = np.array([row for row, _, _ in cases]), np.array([right for _, right, _ in cases])
    kept = list(range(len(_SIGNS)))
    signs = list(_SIGNS.values())
    while True:
        model = LogisticRegression(C=10.0, max_iter=500).fit(table[:, kept], target)
        wrong = [at for at, weight in zip(kept, model.coef_[0], strict=True) if weight * signs[at] < 0]
        if not wrong:
            break
        kept = [at for at in kept if at not in wrong]
    probability = model.predict_proba(table[:, kept])[:, 1]
    weights = dict(zip(kept, model.coef_[0], strict=True))
    entry = {name: round(float(weights.get(at, 0.0)), 5) for at, name in enumerate(_SIGNS)}
    entry["intercept"] = round(float(model.intercept_[0]), 5)
    entry["said"] = _HINTS.get(code, LEAST_ALONE)
    if code in _STEADY:
        entry["warn"] = _threshold(probability, target, _STEADY[code])
        return entry
    wanted = _STRICTER.get(code, WARN_PRECISION)
    authors = np.array([author for _, _, author in cases])
    inside = [authors == author for author in sorted(set(authors))]
    entry["warn"] = sorted(_threshold(probability[own], target[own], wanted) for own in inside)[-2:][0]
    return entry


def _threshold(probability: Any, target: Any, wanted: float) -> float:
    """Least probability from which findings are right ``wanted`` of the time; 1.01 where none is."""
    import numpy as np

    order = np.argsort(-probability, kind="stable")
    count = np.arange(1, len(order) + 1)
    good = np.flatnonzero((np.cumsum(target[order]) / count >= wanted) & (count >= _LEAST_FLAGGED))
    return round(max(0.5, float(probability[order[good[-1]]])), 4) if len(good) else 1.01
