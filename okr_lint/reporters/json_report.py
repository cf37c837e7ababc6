"""The JSON contract, version 1 (design.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from okr_lint.classifier.types import StatementLabels
from okr_lint.language import Quantity
from okr_lint.linter import FileResult
from okr_lint.model import Document, Finding, Objective, Source, Span, Statement, Suggestion
from okr_lint.scoring import Score
from okr_lint.version import tool_info


def report(results: list[FileResult], *, with_scores: bool = True) -> dict[str, Any]:
    """The whole contract object for some checked files."""
    return {
        "version": 1,
        "tool": tool_info(),
        "files": [file_object(result, with_scores=with_scores) for result in results],
        "summary": summary(results, with_scores=with_scores),
    }


def summary(results: list[FileResult], *, with_scores: bool = True) -> dict[str, Any]:
    """Counts over all files, and the mean score of the scored files."""
    findings = [f for r in results for f in r.findings]
    documents = [r.document for r in results if r.document]
    scores = [r.score.total for r in results if r.score]
    counts: dict[str, Any] = {
        "objectives": sum(len(d.objectives) for d in documents),
        "key_results": sum(len(o.key_results) for d in documents for o in d.objectives),
    }
    for severity in ("error", "warning", "info"):
        counts[severity] = sum(f.severity == severity for f in findings)
    counts["error"] += sum(r.error is not None for r in results)
    if with_scores:
        counts["score"] = round(sum(scores) / len(scores)) if scores else None
    return counts


def file_object(
    result: FileResult, *, with_scores: bool = True, reasons: Callable[[Sequence[str]], Sequence[str]] = list
) -> dict[str, Any]:
    """One entry of ``files``.

    ``reasons`` gives what is kept of a finding's reasons; as they are, they are put into words when they are read.
    """
    document = result.document
    made: dict[str, Any] = {
        "path": result.path,
        "format": document.format if document else None,
        "error": None,
        "objectives": [_objective(o, result, document, with_scores) for o in document.objectives] if document else [],
        "findings": [_finding(f, document.source if document else None, reasons) for f in result.findings],
    }
    if result.error:
        made["error"] = {
            "code": "F001",
            "message": result.error.message,
            "line": result.error.line,
            "column": result.error.column,
        }
    if with_scores:
        made["score"] = _score(result.score)
    return made


def span_object(span: Span | None, source: Source | None) -> dict[str, Any] | None:
    """A span with offset, line and column at both ends."""
    if span is None or source is None:
        return None
    return {"start": source.position(span.start)._asdict(), "end": source.position(span.end)._asdict()}


def _statement(statement: Statement, result: FileResult, source: Source, with_scores: bool) -> dict[str, Any]:
    analysis = result.analyses.get(statement.id)
    made: dict[str, Any] = {
        "id": statement.id,
        "label": statement.label,
        "text": statement.text,
        "language": analysis.language if analysis else None,
        "span": span_object(statement.span, source),
    }
    if statement.place is not None:
        made["place"] = statement.place
    context = statement.context
    made["context"] = {"cycle": context.cycle, "owner": context.owner, "team": context.team, "parent": context.parent}
    made["context"].update({k: v for k, v in context.said().items() if k not in made["context"]})
    made["dropped"] = statement.dropped
    made["labels"] = _labels(result.labels.get(statement.id))
    if with_scores:
        made["score"] = _score(result.scores.get(statement.id))
    return made


def _objective(objective: Objective, result: FileResult, document: Document, with_scores: bool) -> dict[str, Any]:
    made = _statement(objective, result, document.source, with_scores)
    made["key_results"] = []
    for key_result in objective.key_results:
        entry = _statement(key_result, result, document.source, with_scores)
        analysis = result.analyses.get(key_result.id)
        entry["quantities"] = [
            _quantity(q, key_result, document.source) for q in (analysis.quantities if analysis else ())
        ]
        made["key_results"].append(entry)
    return made


def _labels(labels: StatementLabels | None) -> dict[str, Any]:
    if labels is None:
        return {}
    return {
        name: {"value": label.value, "confidence": round(label.confidence, 4), "sure": label.sure}
        for name, label in labels.labels.items()
    }


def _quantity(quantity: Quantity, statement: Statement, source: Source) -> dict[str, Any]:
    return {
        "metric": quantity.metric,
        "baseline": quantity.baseline,
        "target": quantity.target,
        "unit": quantity.unit,
        "direction": quantity.direction,
        "span": span_object(statement.source_span(quantity.start, quantity.end), source),
    }


def _score(score: Score | None) -> dict[str, Any] | None:
    return {"total": score.total, "parts": score.parts} if score else None


def _finding(
    finding: Finding, source: Source | None, reasons: Callable[[Sequence[str]], Sequence[str]]
) -> dict[str, Any]:
    made: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "statement": finding.statement,
        "span": span_object(finding.span, source),
        "source": finding.source,
        "confidence": round(finding.confidence, 4),
        "why": reasons(finding.why),
        "suggestions": [_suggestion(s, source) for s in finding.suggestions],
        "fingerprint": finding.fingerprint,
    }
    if finding.place is not None:
        made["place"] = finding.place
    return made


def _suggestion(suggestion: Suggestion, source: Source | None) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": suggestion.title,
        "applicability": suggestion.applicability,
        "edits": [{"span": span_object(e.span, source), "text": e.text} for e in suggestion.edits],
    }
    if suggestion.text is not None:
        made["text"] = suggestion.text
    return made
