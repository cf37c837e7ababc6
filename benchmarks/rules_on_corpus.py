"""How well the key result rules alone (no label is sure) agree with the labels of a corpus.

    python benchmarks/rules_on_corpus.py CORPUS.jsonl… [--misses K202]

Prints, per language, precision and recall of K201, K202, K203 and K208 against ``measurable``, ``kind`` and
``compound``, at warning and at info, and how many findings of each severity a key result gets.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import okr_lint.linter as linter
from okr_lint.classifier.types import StatementLabels
from okr_lint.model import Document, KeyResult, Objective, Source
from okr_lint.settings import Settings

CLAIMS = {
    "K201": ("measurable", "none"),
    "K202": ("kind", "activity"),
    "K203": ("kind", "output"),
    "K208": ("compound", "yes"),
}


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


def rules_alone() -> None:
    """Make every label unsure, so that only the rules speak."""
    predict = linter.predict_set

    def unsure(*args: Any) -> dict[str, StatementLabels]:
        made = predict(*args)
        for labels in made.values():
            labels.labels = {name: replace(label, sure=False) for name, label in labels.labels.items()}
        return made

    linter.predict_set = unsure


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--misses", metavar="CODE", help="print what this rule gets wrong at warning")
    options = parser.parse_args()
    rules_alone()
    checker = linter.Linter(Settings(select=("K",)))
    counts: dict[str, Counter[tuple[str, str, bool]]] = defaultdict(Counter)
    loud: dict[str, Counter[str]] = defaultdict(Counter)
    for row, document in documents(options.corpus):
        result = checker.check_document(document)
        said: dict[tuple[str | None, str], str] = {(f.statement, f.code): f.severity for f in result.findings}
        loud[row["lang"]].update(f"{f.code} {f.severity}" for f in result.findings)
        for k, kr in enumerate(row["key_results"], 1):
            loud[row["lang"]]["key results"] += 1
            for code, (label, value) in CLAIMS.items():
                severity = said.get((f"O1/KR{k}", code), "off")
                right = kr[label] == value
                counts[row["lang"]][code, severity, right] += 1
                if options.misses == code and (severity in ("warning", "error")) != right:
                    print("missed" if right else "wrong ", severity, kr[label], "|", kr["text"])
    for language, table in counts.items():
        print(f"\n{language}  {loud[language].pop('key results')} key results")
        for code in CLAIMS:
            print(f"  {code}  " + "   ".join(_figures(table, code, levels) for levels in (LOUD, ALL)))
        print("  " + ", ".join(f"{name} {count}" for name, count in sorted(loud[language].items())))
    return 0


LOUD = ("warning", "error")
ALL = ("info", "warning", "error")


def _figures(table: Counter[tuple[str, str, bool]], code: str, levels: tuple[str, ...]) -> str:
    found = sum(table[code, level, True] for level in levels)
    wrong = sum(table[code, level, False] for level in levels)
    gold = sum(count for (name, _, right), count in table.items() if name == code and right)
    precision = found / (found + wrong) if found + wrong else 0.0
    return f"{levels[0]}+: precision {precision:.2f} recall {found / gold:.2f} ({found}/{found + wrong} of {gold})"


if __name__ == "__main__":
    raise SystemExit(main())
