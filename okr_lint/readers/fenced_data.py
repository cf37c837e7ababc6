"""OKRs that stand as YAML or JSON in a fence of a Markdown text."""

from __future__ import annotations

from importlib import import_module

from okr_lint.model import Document, Objective, Source, Span, Statement
from okr_lint.patterns import late
from okr_lint.readers.errors import ReadError
from okr_lint.readers.folding import fold
from okr_lint.readers.passage import Passage
from okr_lint.readers.placeholders import is_placeholder
from okr_lint.readers.textmaps import shifted

LANGUAGES = {"yaml": "yaml", "yml": "yaml", "json": "json", "jsonc": "json"}
_SPEAKS = late(r"objective|key.?result|okr|\bkrs?\b|\bkr ?\d|目标|关键结果|关键成果")


def fenced_objectives(passage: Passage, language: str, path: str) -> list[Objective]:
    """The objectives in a fence; none where it speaks of no OKR or is not in the language that it names.

    Args:
        passage: the fence's content, as written.
        language: "yaml" or "json".
    """
    span = passage.span()
    if span is None or not _SPEAKS.search(fold(passage.text)):
        return []
    try:
        found: Document = import_module(f"okr_lint.readers.{language}").read(Source(passage.text), path)
    except ReadError:  # code that is cut short or only resembles the language: no OKR to read
        return []
    objectives = [one for one in found.objectives if one.text.strip() and not is_placeholder(one.text)]
    for objective in objectives:
        objective.key_results = [k for k in objective.key_results if k.text.strip() and not is_placeholder(k.text)]
        for statement in (objective, *objective.key_results):
            _move(statement, span.start)
    return objectives


def _move(statement: Statement, by: int) -> None:
    if statement.span is not None:
        statement.span = Span(statement.span.start + by, statement.span.end + by)
    if statement.label_span is not None:
        statement.label_span = Span(statement.label_span.start + by, statement.label_span.end + by)
    if statement.map is not None:
        statement.map = shifted(statement.map, by)
