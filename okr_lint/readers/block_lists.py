"""The key results of a YAML block that is written as a list: "key_results: |" over "- …" lines."""

from __future__ import annotations

from okr_lint.readers.cell_lines import begins, lines_of, statements_of
from okr_lint.readers.content import Content
from okr_lint.readers.labels import Label
from okr_lint.readers.nodes import Scalar, verbatim
from okr_lint.readers.passage import Passage


def listed_lines(block: Scalar) -> list[tuple[Content, Scalar | None]]:
    """A YAML block under "key_results": the items where it is written as a list, else the whole; with labels."""
    whole = Passage(block.text, block.map)
    lines = lines_of(whole)
    parts: list[tuple[Passage, Label | None]] = [(whole, None)]
    if len(lines) > 1 and begins(lines[0]) and sum(map(begins, lines)) > 1:
        parts = statements_of(whole)
    return [
        (Content(part.text, made.span(0, len(part.text)), made, block.quoting), _as_scalar(label, block))
        for part, label in parts
        if (made := part.map) is not None
    ]


def _as_scalar(label: Label | None, block: Scalar) -> Scalar | None:
    if label is None:
        return None
    return Scalar(label.name, label.span or block.span, "string", "plain", verbatim)
