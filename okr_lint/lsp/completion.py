"""While one writes: metrics of the catalogue with their scaffolds, and the next KR's label."""

from __future__ import annotations

import re2
from lsprotocol import types

from okr_lint.lsp.checking import Checked
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.lsp.snippets import snippet
from okr_lint.model import Objective, Span
from okr_lint.suggestions import candidate_metrics, catalogue, change_scaffold, metric_scaffold
from okr_lint.suggestions.metrics import Metric

_LABEL = re2.compile(r"^[ \t\x{3000}]*(?:[-*+•][ \t]*)?(?i:kr|key result|关键结果)[ \t]*[0-9.]*[ \t]*[:：][ \t]*")
_START = re2.compile(r"^[ \t\x{3000}]*(?:[-*+•][ \t]*)?(?i:k|kr|关|关键|关键结果)?$")
_BULLET = re2.compile(r"^[ \t\x{3000}]*[-*+•]?[ \t]*")
_MOST = 12


async def completion(ls: OkrLanguageServer, params: types.CompletionParams) -> types.CompletionList | None:
    """Behind "KR2:" the metrics that fit the objective; at the start of a line the scaffold of a key result."""
    checked = await ls.checked(params.text_document.uri)
    if checked is None or checked.document is None:
        return None
    offset = checked.positions.offset(params.position)
    start = checked.positions.line_start(params.position.line) if params.position.line >= 0 else 0
    before = checked.text[start:offset]
    objective = objective_before(checked, offset)
    snippets = ls.can("text_document", "completion", "completion_item", "snippet_support")
    label = _LABEL.search(before)
    if label is not None:
        span = Span(start + label.end(), offset)
        items = [_metric_item(checked, metric, span, rank, snippets, objective) for rank, metric in
                 enumerate(fitting(checked, objective))]  # fmt: skip
        return types.CompletionList(is_incomplete=False, items=items)
    if objective is not None and _START.search(before):
        head = _BULLET.search(before)
        span = Span(start + (head.end() if head else 0), offset)
        return types.CompletionList(is_incomplete=False, items=[_label_item(checked, objective, span, snippets)])
    return None


def objective_before(checked: Checked, offset: int) -> Objective | None:
    """The objective that a line at an offset belongs to: the last one that begins above it."""
    above = [one for one in checked.objectives if one.span is not None and one.span.start <= offset]
    return above[-1] if above else None


def fitting(checked: Checked, objective: Objective | None) -> list[Metric]:
    """Metrics for an objective, best first; the whole catalogue where none fits or there is no objective."""
    analysis = checked.analysis(objective) if objective else None
    ranked = candidate_metrics(analysis, None, _MOST) if analysis else []
    return ranked or list(catalogue().metrics)


def _language(checked: Checked, objective: Objective | None) -> str:
    analysis = checked.analysis(objective) if objective else None
    return checked.language(objective) if analysis is None else "en" if analysis.language == "en" else "zh"


def _metric_item(
    checked: Checked, metric: Metric, span: Span, rank: int, snippets: bool, objective: Objective | None
) -> types.CompletionItem:
    lang = _language(checked, objective)
    item = _item(checked, metric.name(lang), metric_scaffold(metric, lang), span, snippets)
    item.detail = f"{'↑' if metric.direction == 'up' else '↓'} {catalogue().fields[metric.field][lang]}"
    item.sort_text = f"{rank:03}"
    item.filter_text = checked.text[span.start : span.end] or metric.name(lang)
    return item


def _label_item(checked: Checked, objective: Objective, span: Span, snippets: bool) -> types.CompletionItem:
    lang = _language(checked, objective)
    label = f"KR{len(objective.key_results) + 1}" + ("：" if lang == "zh" else ": ")
    item = _item(checked, label.strip(), label + change_scaffold(None, lang), span, snippets)
    item.filter_text = checked.text[span.start : span.end] or label
    return item


def _item(checked: Checked, label: str, text: str, span: Span, snippets: bool) -> types.CompletionItem:
    return types.CompletionItem(
        label=label,
        kind=types.CompletionItemKind.Snippet,
        documentation=text,
        insert_text_format=types.InsertTextFormat.Snippet if snippets else types.InsertTextFormat.PlainText,
        text_edit=types.TextEdit(checked.positions.range(span), snippet(text) if snippets else text),
    )


def register(ls: OkrLanguageServer) -> None:
    """Announce completion."""
    options = types.CompletionOptions(trigger_characters=[":", "：", " "], resolve_provider=False)
    ls.feature(types.TEXT_DOCUMENT_COMPLETION, options)(completion)
