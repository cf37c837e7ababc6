"""Markdown -> Document (thin first version: labelled headings and bullets)."""

from __future__ import annotations

import re

from okr_lint.model import Document, KeyResult, Objective, Source, Span, TextMap

_LABEL = re.compile(
    r"^(?:#+|[-*])\s*(?:(O\d*|Objective|目标)|(KR[\d.]*|Key Result|关键结果))\s*[\d.]*\s*[:：]\s*", re.I
)


def read(source: Source, path: str) -> Document:
    """The objectives and key results of a Markdown text."""
    document = Document(path, "markdown", source)
    at = 0
    for line in source.text.splitlines(keepends=True):
        body = line.rstrip()
        if m := _LABEL.match(body):
            start, end = at + m.end(), at + len(body)
            kind = Objective if m.group(1) else KeyResult
            text = source.text[start:end]
            made = kind(text, Span(start, end), TextMap.verbatim(len(text), start), label=m.group(1) or m.group(2))
            if isinstance(made, Objective):
                document.objectives.append(made)
            elif document.objectives:
                document.objectives[-1].key_results.append(made)
        at += len(line)
    return document
