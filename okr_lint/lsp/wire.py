"""Diagnostics as the JSON text that the client is sent, put together from remembered pieces.

A text of a hundred objectives has hundreds of diagnostics, and a key changes a few of them. What one says is written
once; only its places are written at every key. ``tests/lsp/test_wire.py`` holds it equal to what the protocol's own
types give.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache

from lsprotocol import types

from okr_lint.lsp.checking import Checked
from okr_lint.lsp.diagnostics import SEVERITIES, SOURCE, can_go, related_statements
from okr_lint.lsp.rule_links import link
from okr_lint.model import Finding

_KNOWN = 20_000  # texts of pieces that are kept


def diagnostics_json(checked: Checked) -> str:
    """All diagnostics of a text as a JSON array, in the order of the contract; made once for a version."""
    if checked.json is None:
        checked.json = f"[{','.join(_all(checked))}]"
    return checked.json


def result_id(items: str) -> str:
    """A digest of some diagnostics, given as JSON."""
    return hashlib.sha256(items.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _all(checked: Checked) -> list[str]:
    error = checked.result.error
    if error is None:
        links = _Links(checked)
        return [_one(checked, finding, links) for finding in checked.result.findings]
    line, column = max((error.line or 1) - 1, 0), max((error.column or 1) - 1, 0)
    said = _said("F001", types.DiagnosticSeverity.Error.value, error.message, None, faded=False)
    return [f'{{"range":{_range((line, column), (line, column + 1))},{said}}}']


class _Links(dict[tuple[str, str], str | None]):
    """Links to rule pages by code and language, looked up once for a text."""

    def __init__(self, checked: Checked) -> None:
        self._rules = checked.linter.engine.rules
        self.about_sets = {code for code, rule in self._rules.items() if rule.applies_to == "set"}

    def __missing__(self, key: tuple[str, str]) -> str | None:
        rule = self._rules.get(key[0])
        href = self[key] = link(rule, key[1]) if rule else None
        return href


def _one(checked: Checked, finding: Finding, links: _Links) -> str:
    place, span = checked.positions.place, finding.span
    start, end = (place(span.start), place(span.end)) if span else ((0, 0), place(checked.positions.line_end(0)))
    said = _said(
        finding.code,
        SEVERITIES[finding.severity].value,
        finding.message,
        links[finding.code, finding.language],
        (finding.name, finding.statement),
        faded=can_go(finding),
    )
    related = _related(checked, finding) if finding.related or finding.code in links.about_sets else ()
    more = f',"relatedInformation":[{",".join(related)}]' if related else ""
    return f'{{"range":{_range(start, end)},{said}{more}}}'


def _related(checked: Checked, finding: Finding) -> list[str]:
    place = checked.positions.place
    return [
        f'{{"location":{{"uri":{quoted(checked.uri)},"range":{_range(place(at.start), place(at.end))}}},'
        f'"message":{quoted(f"{statement.id}: {statement.text}")}}}'
        for statement in related_statements(checked, finding)
        if (at := statement.span) is not None
    ]


def _range(start: tuple[int, int], end: tuple[int, int]) -> str:
    return f'{{"start":{{"line":{start[0]},"character":{start[1]}}},"end":{{"line":{end[0]},"character":{end[1]}}}}}'


@lru_cache(_KNOWN)
def _said(
    code: str,
    severity: int,
    message: str,
    href: str | None,
    about: tuple[str, str | None] | None = None,
    *,
    faded: bool,
) -> str:
    parts = [f'"message":{quoted(message)},"severity":{severity},"code":{quoted(code)},"source":{quoted(SOURCE)}']
    if href:
        parts.append(f'"codeDescription":{{"href":{quoted(href)}}}')
    if faded:
        parts.append(f'"tags":[{types.DiagnosticTag.Unnecessary.value}]')
    if about is not None:
        parts.append(f'"data":{json.dumps(dict(zip(("name", "statement"), about, strict=True)), ensure_ascii=False)}')
    return ",".join(parts)


@lru_cache(_KNOWN)
def quoted(text: str) -> str:
    """A text as JSON."""
    return json.dumps(text, ensure_ascii=False)
