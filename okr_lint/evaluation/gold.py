"""Labelled OKRs in either shape (gold file or corpus record), judged and compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from okr_lint.evaluation.floor import floor
from okr_lint.lean_dataclasses import dataclass, field
from okr_lint.linter import Linter
from okr_lint.model import Document, KeyResult, Objective, Source

# code -> (statement kind, label, value that a finding claims)
CLAIMS = {
    "O101": ("O", "metric", "yes"),
    "O102": ("O", "kind", "task"),
    "O103": ("O", "vague", "yes"),
    "O105": ("O", "compound", "yes"),
    "O107": ("O", "kind", "upkeep"),
    "K201": ("K", "measurable", "none"),
    "K202": ("K", "kind", "activity"),
    "K203": ("K", "kind", "output"),
    "K208": ("K", "compound", "yes"),
}
LABELS = {"O": ("metric", "kind", "vague", "compound"), "K": ("measurable", "kind", "compound")}


class GoldError(ValueError):
    """A gold file that cannot be used; names file and line."""


@dataclass(slots=True)
class Compared:
    """One statement: what people say of it and what okr-lint says.

    ``found`` holds the severity by code of its findings, ``floor`` the labels by regular expressions; ``verdict`` is
    the author's own "good" or "bad".
    """

    place: str
    language: str
    kind: str
    gold: dict[str, Any]
    said: dict[str, Any]
    score: int | None
    found: dict[str, str] = field(default_factory=dict)
    floor: dict[str, str] = field(default_factory=dict)
    verdict: str | None = None


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Records with ``objective`` and ``key_results``, labels beside the text.

    Raises:
        GoldError: a line is not such a record.
    """
    records = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            key_results = data["krs"] if "krs" in data else data["key_results"]
            records.append({"id": data["id"], "lang": data["lang"], "statements": [data["objective"], *key_results]})
        except (ValueError, KeyError, TypeError) as error:
            raise GoldError(f"{path}, line {number}: not a labelled OKR ({error!r})") from error
    return records


def compare(records: list[dict[str, Any]], linter: Linter) -> Iterator[Compared]:
    """Every statement of some records, judged in one document as ``check`` would."""
    document = Document("gold", "json", Source(""))
    for record in records:
        first, *rest = (statement["text"] for statement in record["statements"])
        document.objectives.append(Objective(first, key_results=[KeyResult(text) for text in rest]))
    document.number()
    result = linter.check_document(document)
    findings: dict[str, dict[str, str]] = {}
    for finding in result.findings:
        if finding.statement:
            findings.setdefault(finding.statement, {})[finding.code] = finding.severity
    statements = document.statements()
    for record in records:
        for at, labelled in enumerate(record["statements"]):
            statement = next(statements)
            kind = "K" if at else "O"
            labels = result.labels[statement.id]
            score = result.scores.get(statement.id)
            yield Compared(
                f"{record['id']}.{at or 'O'}",
                record["lang"],
                kind,
                labelled.get("gold") or labelled,
                {name: labels[name].value for name in LABELS[kind]},
                score.total if score else None,
                findings.get(statement.id, {}),
                floor(kind, labelled["text"]),
                labelled.get("verdict"),
            )
