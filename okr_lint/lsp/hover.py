"""What a finding means: message, reasons, confidence and what drove it, then the rule's page."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial

from lsprotocol import types

from okr_lint.checks.label_words import LabelSentence
from okr_lint.examples import Example, find_examples
from okr_lint.lsp.checking import Checked
from okr_lint.lsp.session import OkrLanguageServer
from okr_lint.model import Finding, Span, Statement
from okr_lint.reporters.marks import COLON, bracketed
from okr_lint.reporters.rule_page import rule_markdown
from okr_lint.scoring.parts import name_of_part

_EXAMPLES = 2
_WORDS = {
    "zh": {"confidence": "把握", "rule": "规则", "classifier": "分类器", "both": "规则与分类器一致", "score": "得分",
           "unsure": "不确定", "try": "可以写成", "near": "写得好的相近例子"},
    "en": {"confidence": "confidence", "rule": "rule", "classifier": "classifier", "both": "rule and classifier agree",
           "score": "score", "unsure": "not sure", "try": "Try",
           "near": "A good OKR on something similar"},
}  # fmt: skip


async def hover(ls: OkrLanguageServer, params: types.HoverParams) -> types.Hover | None:
    """Findings at the place; elsewhere in a statement its score and labels."""
    checked = await ls.checked(params.text_document.uri)
    if checked is None or checked.document is None:
        return None
    offset = checked.positions.offset(params.position)
    findings = [f for f in checked.result.findings if f.span is not None and f.span.start <= offset <= f.span.end]
    statement = checked.statement_at(offset)
    if not findings and statement is None:
        return None
    findings.sort(key=lambda one: _size(one.span))
    parts = [_finding(finding) for finding in findings]
    if statement is not None:
        parts.append("\n".join(_known_of(checked, statement)))
    rule = checked.linter.engine.rules.get(findings[0].code) if findings else None
    if rule is not None:  # the page of the narrowest finding; those of the others are a click away
        parts.append(rule_markdown(rule, findings[0].language, _EXAMPLES))
    if findings and statement is not None:
        near = partial(find_examples, statement.text, count=1)
        examples = await asyncio.get_running_loop().run_in_executor(ls.thread_pool, near)
        parts += [_example(one, findings[0].language) for one in examples]
    span = min((f.span for f in findings if f.span), key=_size, default=statement.span if statement else None)
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(part for part in parts if part))
    return types.Hover(content, checked.positions.range(span) if span else None)


def _size(span: Span | None) -> int:
    return span.end - span.start if span else 0


def _finding(finding: Finding) -> str:
    lang = finding.language
    words = _WORDS[lang]
    lines = [f"**{finding.code}** {finding.message}", ""]
    lines += [f"- {reason}" for reason in finding.why]
    lines.append(f"- {words['confidence']} {finding.confidence:.0%}{bracketed(words[finding.source], lang)}")
    for suggestion in finding.suggestions:
        text = f" → {suggestion.text}" if suggestion.text else ""
        lines.append(f"- {words['try']}{COLON[lang]}{suggestion.title}{text}")
    return "\n".join(lines)


def _example(example: Example, lang: str) -> str:
    results = "\n".join(f"- {one}" for one in example.key_results)
    return f"## {_WORDS[lang]['near']}\n\n**{example.objective}**\n\n{results}\n\n{example.reason}"


def _known_of(checked: Checked, statement: Statement) -> Iterator[str]:
    lang = checked.language(statement)
    words = _WORDS[lang]
    score = checked.result.scores.get(statement.id)
    if score is not None:
        parts = " · ".join(f"{name_of_part(name, lang)} {value}" for name, value in score.parts.items())
        yield f"**{statement.id}** {words['score']} {score.total}" + (bracketed(parts, lang) if parts else "")
        yield ""
    labels = checked.result.labels.get(statement.id)
    for name, label in (labels.labels if labels else {}).items():
        doubt = "" if label.sure else bracketed(words["unsure"], lang)
        yield f"- {LabelSentence(name, label)[lang]}{doubt}"


def register(ls: OkrLanguageServer) -> None:
    """Announce hovers."""
    ls.feature(types.TEXT_DOCUMENT_HOVER)(hover)
