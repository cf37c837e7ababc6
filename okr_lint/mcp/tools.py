"""What an assistant may ask: a verdict on a draft, a rule explained, metrics to measure by."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from okr_lint.checks.registry import codes_by_name, own_rules
from okr_lint.config import configuration_for
from okr_lint.language import analyse
from okr_lint.linter import FileResult, Linter
from okr_lint.model import Finding
from okr_lint.reporters.json_report import summary
from okr_lint.reporters.rule_page import rule_markdown
from okr_lint.suggestions import Metric, candidate_metrics


class AskedWrongly(ValueError):
    """An argument that cannot be used; the message says what to pass instead."""


def check(text: str, format: str, lang: str | None, profile: str) -> dict[str, Any]:
    """The verdict on a document: score, counts, and each finding with the words that it is about.

    Raises:
        AskedWrongly: the document cannot be read.
    """
    result = _linter(lang, profile).check_text(text, format)
    if result.error is not None:
        where = f"line {result.error.line}: " if result.error.line else ""
        raise AskedWrongly(f"the document cannot be read: {where}{result.error.message}")
    counts = summary([result])
    return {
        "score": counts.pop("score"),
        "counts": counts,
        "statements": _statements(result),
        "findings": [_finding(one, result) for one in result.findings],
    }


def explain(code: str, lang: str) -> str:
    """A rule's page in Markdown, by code or name.

    Raises:
        AskedWrongly: there is no such rule.
    """
    import difflib

    rules = own_rules()
    by_name = codes_by_name(rules)
    known = by_name.get(code.upper()) or by_name.get(code.lower())
    if known is None:
        close = difflib.get_close_matches(code, list(by_name), 1, 0.5)
        raise AskedWrongly(f"there is no rule {code!r}" + (f"; did you mean {close[0]}?" if close else ""))
    return rule_markdown(rules[known], lang, 3)


def metrics(statement: str, objective: str | None, count: int) -> list[dict[str, str]]:
    """Metrics that fit what a statement is about, best first; empty where none of ours does."""
    analysis = analyse(statement)
    found = candidate_metrics(analysis, analyse(objective) if objective else None, count)
    return [_metric(one) for one in found]


def _metric(metric: Metric) -> dict[str, str]:
    return {
        "zh": metric.zh,
        "en": metric.en,
        "unit_zh": metric.unit,
        "unit_en": metric.unit_en,
        "better": metric.direction,
        "field": metric.field,
    }


@lru_cache(maxsize=16)
def _linter(lang: str | None, profile: str) -> Linter:
    return Linter(configuration_for("draft", isolated=True, given={"lang": lang, "profile": profile}).settings)


def _statements(result: FileResult) -> list[dict[str, Any]]:
    assert result.document is not None
    listed = []
    for statement in result.document.statements():
        score = result.scores.get(statement.id)
        listed.append({"id": statement.id, "text": statement.text, "score": score.total if score else None})
    return listed


def _finding(finding: Finding, result: FileResult) -> dict[str, Any]:
    text = result.document.source.text if result.document else ""
    proposals = [
        {"title": one.title, "text": one.text, "applicability": one.applicability} for one in finding.suggestions
    ]
    return {
        "code": finding.code,
        "severity": finding.severity,
        "statement": finding.statement,
        "words": text[slice(*finding.span)] if finding.span else None,
        "message": finding.message,
        "why": list(finding.why),
        "suggestions": proposals,
    }
