"""Measure how often each rule is right on a labelled corpus, and write rules/precision.json.

    python tools/measure_precision.py CORPUS.jsonl… [--held-out CORPUS.jsonl…] [--write]

``rule``: the rule alone (without labels) where it says so at any severity. ``classifier``: labels that are sure,
measured on the held-out files only, which the classifier must not have seen; left out where there is none.
Where rule and classifier disagree the more precise one speaks (okr_lint/checks/verdict.py).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from okr_lint.checks.engine import Engine  # noqa: E402
from okr_lint.checks.match import Judged, ObjectiveSet  # noqa: E402
from okr_lint.classifier.types import StatementLabels  # noqa: E402
from okr_lint.language import analyse  # noqa: E402
from okr_lint.linter import FileResult, understand  # noqa: E402
from okr_lint.model import Document, KeyResult, Objective, Source  # noqa: E402
from okr_lint.settings import Settings  # noqa: E402

# code -> (kind of statement, label, values that a finding claims)
CLAIMS: dict[str, tuple[str, str, tuple[Any, ...]]] = {
    "O101": ("objective", "metric", ("yes",)),
    "O102": ("objective", "kind", ("task",)),
    "O103": ("objective", "vague", ("yes",)),
    "O104": ("objective", "inspiring", (1, 2)),
    "O105": ("objective", "compound", ("yes",)),
    "O107": ("objective", "kind", ("upkeep",)),
    "K201": ("key_result", "measurable", ("none",)),
    "K202": ("key_result", "kind", ("activity",)),
    "K203": ("key_result", "kind", ("output",)),
    "K208": ("key_result", "compound", ("yes",)),
}
LEAST_CASES = 20


def documents(paths: list[Path]) -> Iterator[tuple[dict[str, Any], Document]]:
    """Each OKR of the corpus as a document of its own, with a cycle and an owner."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            document = Document(str(path), "json", Source(""))
            objective = Objective(row["objective"]["text"])
            objective.key_results = [KeyResult(kr["text"]) for kr in row["key_results"]]
            document.objectives.append(objective)
            document.context.cycle, document.context.owner = "2026 Q3", "team"
            document.number()
            yield row, document


def statements(row: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Id, kind and gold labels of each statement of a row."""
    yield "O1", "objective", row["objective"]
    yield from ((f"O1/KR{k}", "key_result", kr) for k, kr in enumerate(row["key_results"], 1))


def is_right(gold: Any, values: tuple[Any, ...]) -> bool:
    """Whether a gold label is one of the claimed values (a mean rating is rounded)."""
    return (round(gold) if isinstance(gold, float) else gold) in values


def measure_rules(paths: list[Path]) -> dict[str, Counter[bool]]:
    """Per code: how often the rule alone is right and wrong."""
    engine = Engine(Settings(select=tuple(CLAIMS)))
    counts: dict[str, Counter[bool]] = {code: Counter() for code in CLAIMS}
    for row, document in documents(paths):
        judged = [Judged(s, analyse(s.text), StatementLabels()) for s in document.statements()]
        findings = engine.run(document, [ObjectiveSet(judged[0], judged[1:])])
        said = {(f.statement, f.code) for f in findings}
        for statement, kind, gold in statements(row):
            for code, (applies, label, values) in CLAIMS.items():
                if kind == applies and (statement, code) in said:
                    counts[code][is_right(gold[label], values)] += 1
    return counts


def measure_classifier(paths: list[Path]) -> dict[str, Counter[bool]]:
    """Per code: how often a sure label that claims the same is right and wrong."""
    counts: dict[str, Counter[bool]] = {code: Counter() for code in CLAIMS}
    for row, document in documents(paths):
        understood: FileResult = understand(document)
        for statement, kind, gold in statements(row):
            for code, (applies, name, values) in CLAIMS.items():
                label = understood.labels[statement].get(name) if kind == applies else None
                if label is not None and label.sure and label.value in values:
                    counts[code][is_right(gold[name], values)] += 1
    return counts


def precisions(rules: dict[str, Counter[bool]], classifier: dict[str, Counter[bool]]) -> dict[str, dict[str, float]]:
    """The table; figures from too few cases are left out (verdict.py then uses its default)."""
    table: dict[str, dict[str, float]] = {}
    for code in CLAIMS:
        for who, counts in (("rule", rules[code]), ("classifier", classifier[code])):
            if counts.total() >= LEAST_CASES:
                table.setdefault(code, {})[who] = round(counts[True] / counts.total(), 3)
                table[code][f"{who}_cases"] = counts.total()
    return table


def main() -> int:
    """Print the table, or write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--held-out", nargs="*", type=Path, default=[])
    parser.add_argument("--write", action="store_true", help="write rules/precision.json (then run `make data`)")
    options = parser.parse_args()
    table = precisions(measure_rules(options.corpus), measure_classifier(options.held_out))
    text = json.dumps(table, indent=1) + "\n"
    if options.write:
        (ROOT / "rules" / "precision.json").write_text(text, encoding="utf-8")
    print(text, end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
