"""Measure on ../shared/real_okrs and write benchmarks/quality.{md,json} and benchmarks/reading.json.

    python tools/quality_report.py            (make quality)

Runs the two scripts of ../shared/eval on the command itself, then compares rules alone, classifier
alone and both on the same statements, and lists the 30 worst mistakes by their ids.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from okr_lint.checks.match import Judged, ObjectiveSet
from okr_lint.classifier.types import StatementLabels
from okr_lint.evaluation.gold import CLAIMS, LABELS, Compared, compare, read_gold
from okr_lint.language import analyse
from okr_lint.linter import Linter
from okr_lint.model import Document, KeyResult, Objective, Source

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "real_okrs" / "dev.jsonl"
COMMAND = f"{sys.executable} -m okr_lint"
WORST = 30


def main() -> int:
    """Write the files."""
    if not GOLD.exists():
        print(f"{GOLD} is not here; nothing was measured", file=sys.stderr)
        return 2
    evaluate = _run("evaluate.py", str(GOLD), "quality.json")
    documents = SHARED / "real_okrs"
    reading = _run("evaluate_reading.py", f"{documents / 'documents.jsonl'} {documents / 'documents'}", "reading.json")
    records = read_gold(GOLD)
    rows = list(compare(records, Linter()))
    lines = [
        "# Quality on real OKRs",
        "",
        f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC with `make quality`. The gold labels are the",
        "majority of three independent machine labellers; no human labelled them. All runs: `dev_runs.md`.",
        "",
        "## Labels, findings, scores: `../shared/eval/evaluate.py ../shared/real_okrs/dev.jsonl`",
        "```text",
        evaluate.rstrip(),
        "```",
        "",
        "## Reading: `evaluate_reading.py ../shared/real_okrs/documents.jsonl ../shared/real_okrs/documents`",
        "```text",
        reading.rstrip(),
        "```",
        "",
        "## Rules alone, classifier alone, both",
        "Precision/recall of a finding at any severity; the classifier alone says what its best guess says.",
        "",
        "| code | rules alone | classifier alone | both | both, at warning |",
        "|---|---|---|---|---|",
        *_ablation(records, rows),
        "",
        f"## The {WORST} worst mistakes",
        "Statements on which the most labels are wrong, worst first (id.O is the objective, id.n the n-th key result).",
        "",
        ", ".join(_worst(rows)),
        "",
    ]
    (ROOT / "benchmarks" / "quality.md").write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))
    return 0


def _run(script: str, arguments: str, output: str) -> str:
    path = ROOT / "benchmarks" / output
    command = [sys.executable, str(SHARED / "eval" / script), *arguments.split(), "--command", COMMAND]
    done = subprocess.run([*command, "--json", str(path)], capture_output=True, text=True, check=True, cwd=ROOT)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    return done.stdout


def _ablation(records: list[dict[str, object]], rows: list[Compared]) -> Iterator[str]:
    alone = _rules_alone(records)
    for code, (kind, name, value) in CLAIMS.items():
        chosen = [(row, alone[row.place]) for row in rows if row.kind == kind and name in row.gold]
        real = [row.gold[name] == value for row, _ in chosen]
        said = (
            [code in codes for _, codes in chosen],
            [row.said[name] == value for row, _ in chosen],
            [code in row.found for row, _ in chosen],
            [row.found.get(code) in ("warning", "error") for row, _ in chosen],
        )
        yield f"| {code} | " + " | ".join(_pair(real, one) for one in said) + " |"


def _rules_alone(records: list[dict[str, object]]) -> dict[str, set[str]]:
    """Codes by statement when no label is known."""
    engine = Linter().engine
    found: dict[str, set[str]] = {}
    for record in records:
        texts = [statement["text"] for statement in record["statements"]]  # type: ignore[index, attr-defined]
        objective = Objective(texts[0], key_results=[KeyResult(text) for text in texts[1:]])
        document = Document("gold", "json", Source(""), [objective])
        document.number()
        judged = [Judged(s, analyse(s.text), StatementLabels()) for s in document.statements()]
        places = {one.statement.id: f"{record['id']}.{at or 'O'}" for at, one in enumerate(judged)}
        found.update({place: set() for place in places.values()})
        for finding in engine.run(document, [ObjectiveSet(judged[0], judged[1:])]):
            if finding.statement in places:
                found[places[finding.statement]].add(finding.code)
    return found


def _pair(real: list[bool], said: list[bool]) -> str:
    hit = sum(r and s for r, s in zip(real, said, strict=True))
    precision = f"{hit / sum(said):.2f}" if any(said) else "–"
    return f"{precision}/{hit / sum(real):.2f} ({sum(said)})" if any(real) else "–"


def _worst(rows: list[Compared]) -> list[str]:
    def mistakes(row: Compared) -> int:
        return sum(name in row.gold and row.gold[name] != row.said[name] for name in LABELS[row.kind])

    wrong = sorted((row for row in rows if mistakes(row)), key=lambda row: (-mistakes(row), row.place))
    return [row.place for row in wrong[:WORST]]


if __name__ == "__main__":
    raise SystemExit(main())
